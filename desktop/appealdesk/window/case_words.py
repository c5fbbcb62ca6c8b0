"""A case in a few words, as the list and the top of the brief have it."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QDate, QLocale

from appealdesk.cases import Case
from appealdesk.translation import _, ngettext

SOON = 7  # days: a deadline this near is shown in the warm colour


def long_date(date: dt.date) -> str:
    """Return a date as the desktop writes it, the month in letters."""
    shape = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    shape = re.sub(r"[\s,.]*dddd[\s,.]*", "", shape)  # the day of the week says nothing here
    return QLocale().toString(QDate(date.year, date.month, date.day), shape)


def time_left(deadline: dt.date, today: dt.date) -> tuple[str, bool]:
    """Return "8 days left" or what else is to say of a deadline, and whether it is pressing."""
    days = (deadline - today).days
    if days < 0:
        return _("the deadline has passed"), True
    if days == 0:
        return _("due today"), True
    words = ngettext("{count} day left", "{count} days left", days).format(count=days)
    return words, days <= SOON


def update_words(case: Case) -> str:
    """Return "second update" or the like, "" for a first urgent action."""
    if case.stop:
        return _("stop action")
    if not case.is_update:
        return ""
    named = {1: _("first update"), 2: _("second update"), 3: _("third update")}
    if case.update in named:
        return named[case.update]
    return _("update {number}").format(number=case.update) if case.update else _("update")


def joined(*parts: str) -> str:
    """Return what there is of the parts, separated by dots."""
    return " · ".join(part for part in parts if part)


def who(persons: tuple[str, ...], title: str) -> str:
    """Return whom a case is about: the first two names, or its title."""
    if not persons:
        return title or _("Untitled case")
    if len(persons) > 2:
        return _("{name} and {count} others").format(name=persons[0], count=len(persons) - 1)
    if len(persons) == 2:
        return _("{one} and {two}").format(one=persons[0], two=persons[1])
    return persons[0]
