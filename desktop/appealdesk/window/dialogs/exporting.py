"""What is asked before letters leave: a deadline that has passed, places not filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from appealdesk.translation import _, ngettext
from appealdesk.window.dialogs.question import question

FillFirst = Literal["write", "leave out", "cancel"]


def confirm_expired(parent: QWidget | None, deadline: dt.date) -> bool:
    """Ask whether letters are wanted though the deadline has passed; the safe answer is no."""
    day = QLocale().toString(QDate(deadline.year, deadline.month, deadline.day), "d MMMM yyyy")
    return (
        question(
            parent,
            "expiredDialog",
            _("The deadline was {day}").format(day=day),
            _(
                "Appeals after the deadline can do harm: the situation may have changed. "
                "Ask the office that sent you this urgent action whether letters are still wanted."
            ),
            {"stop": _("Do not send"), "anyway": _("They are still wanted: go on")},
            safe="stop",
            leave="stop",
        )
        == "anyway"
    )


def fill_first(parent: QWidget | None, fields: Sequence[str]) -> FillFirst:
    """Ask what to do with places in the letter that are not filled in.

    fields: the places, in words. Returns "write" (show me the place), "leave out" (the letter
    without them) or "cancel".
    """
    listed = "\n".join(f"•  {field}" for field in fields)
    answer = question(
        parent,
        "fillFirstDialog",
        ngettext(
            "One place in the letter waits for your words",
            "{count} places in the letter wait for your words",
            len(fields),
        ).format(count=len(fields)),
        listed,
        {
            "write": _("Write there now"),
            "leave out": ngettext("Leave it out", "Leave them out", len(fields)),
            "cancel": _("Cancel"),
        },
        safe="write",
        leave="cancel",
    )
    return answer if answer in {"write", "leave out"} else "cancel"  # type: ignore[return-value]
