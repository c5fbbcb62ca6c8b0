"""One field of a case or a recipient: what it holds in words, its editor, and its new value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec.structs import asdict, replace
from PySide6.QtCore import QDate, QLocale

from appealdesk.cases import Case, Part, Recipient
from appealdesk.letters import Sender
from appealdesk.translation import _
from appealdesk.window.dialogs import names
from appealdesk.window.dialogs.case_details import persons_of, points_of
from appealdesk.window.dialogs.editors import (
    ChoiceEditor,
    DateEditor,
    Editor,
    LinesEditor,
    ParagraphsEditor,
    SearchEditor,
    TextEditor,
    YesNoEditor,
)
from appealdesk.window.dialogs.words import case_fields
from appealdesk.workbench import Work, works

Value: TypeAlias = Any  # what a field holds: text, lines, a date, yes or no; `Kind` says which


class Kind(StrEnum):
    """What sort of value a field holds, and so how it is edited."""

    TEXT = "text"
    LINES = "lines"
    PARAGRAPHS = "paragraphs"
    DATE = "date"
    COUNTRY = "country"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    YES_NO = "yes or no"
    NUMBER = "number"
    PERSONS = "persons"
    POINTS = "points"
    PART = "part"
    FIXED = "fixed"  # nothing to edit in place: it can only be confirmed


_OF_CASE = {
    "persons": Kind.PERSONS,
    "country": Kind.COUNTRY,
    "issued": Kind.DATE,
    "deadline": Kind.DATE,
    "summary": Kind.PARAGRAPHS,
    "situation": Kind.PARAGRAPHS,
    "background": Kind.PARAGRAPHS,
    "points": Kind.POINTS,
    "model_letter": Kind.PARAGRAPHS,
    "language": Kind.LANGUAGE,
    "languages": Kind.LANGUAGES,
    "own_language": Kind.YES_NO,
    "is_update": Kind.YES_NO,
    "stop": Kind.YES_NO,
    "embassy_note": Kind.YES_NO,
    "update": Kind.NUMBER,
    "links": Kind.LINES,
    "title": Kind.TEXT,
    "reference": Kind.TEXT,
    "index": Kind.TEXT,
    "points_to": Kind.TEXT,
}

_OF_RECIPIENT = {
    "name": Kind.TEXT,
    "role": Kind.TEXT,
    "salutation": Kind.TEXT,
    "country": Kind.COUNTRY,
    "part": Kind.PART,
    **dict.fromkeys(
        ("address", "fax", "phone", "email", "telegram", "telex", "social", "notices"), Kind.LINES
    ),
}


def kind(field: str, number: int) -> Kind:
    """Return the kind of a field of the case (number 0) or of a recipient."""
    return (_OF_RECIPIENT if number else _OF_CASE).get(field, Kind.FIXED)


def value(work: Work, number: int, field: str) -> Value:
    """Return what the field holds now; None for a field that nobody knows."""
    return getattr(works.recipient(work, number) if number else work.case, field, None)


def in_words(work: Work, number: int, field: str) -> str:
    """Return what was read, as a person reads it; "" where nothing was."""
    found = value(work, number, field)
    sort = kind(field, number)
    if isinstance(found, dt.date):
        return QLocale().toString(QDate(found.year, found.month, found.day), "d MMMM yyyy")
    if isinstance(found, bool):
        return _("yes") if found else ""
    if sort is Kind.COUNTRY:
        return names.countries().get(str(found), str(found))
    if sort is Kind.LANGUAGE:
        return names.languages().get(str(found), str(found))
    if sort is Kind.PART:
        return _parts()[str(found)]
    if isinstance(found, tuple):
        return "\n".join(_shown(found, sort))
    return str(found or "")


def _shown(found: tuple[Any, ...], sort: Kind) -> list[str]:
    if sort is Kind.PERSONS:
        return [person.name for person in found]
    if sort is Kind.POINTS:
        return [" ".join(point.text.split()) for point in found]
    if sort is Kind.LANGUAGES:
        return [names.languages().get(code, code) for code in found]
    return [one if isinstance(one, str) else str(getattr(one, "name", "")) for one in found]


def editor(work: Work, number: int, field: str) -> Editor | None:
    """Return an editor that holds the field's value; None for a field of fixed kind."""
    found, sort = value(work, number, field), kind(field, number)
    if sort in {Kind.LINES, Kind.PERSONS, Kind.POINTS, Kind.LANGUAGES}:
        return LinesEditor(tuple(_shown(found, sort)), lines=8 if sort is Kind.POINTS else 5)
    simple: dict[Kind, Callable[[], Editor]] = {
        Kind.TEXT: lambda: TextEditor(found),
        Kind.NUMBER: lambda: TextEditor(str(found or "")),
        Kind.PARAGRAPHS: lambda: ParagraphsEditor(found),
        Kind.DATE: lambda: DateEditor(_("It is:"), found),
        Kind.COUNTRY: lambda: SearchEditor(names.countries(), found),
        Kind.LANGUAGE: lambda: SearchEditor(names.languages(), found),
        Kind.YES_NO: lambda: _yes_no(field, value=found),
        Kind.PART: lambda: ChoiceEditor(_parts(), found),
    }
    return simple[sort]() if sort in simple else None


def empty(work: Work, number: int, field: str) -> bool:
    """Tell whether the document has given nothing for this field."""
    return not value(work, number, field)


def put(work: Work, sender: Sender | None, number: int, field: str, new: Value) -> Work:
    """Return the work with the field as a person has set it right.

    new: as the field's editor gives it. A value that is the same as before counts as confirmed,
    so every doubt about the field is settled either way. Raises ValueError for a name or number
    that is none.
    """
    right = _from_editor(work, number, field, new)
    if number:
        corrected = works.correct_recipient(
            work, replace(works.recipient(work, number), **{field: right})
        )
    else:
        corrected = works.correct(work, replace(work.case, **{field: right}), sender)
    for about, doubt in works.open_doubts(corrected):
        if (about, doubt.field) == (number, field):
            corrected = works.confirm(corrected, about, doubt)
    return corrected


def nothing(work: Work, number: int, field: str) -> Value:
    """Return the value that says "not in the document" for this field."""
    whole = works.recipient(work, number) if number else work.case
    if kind(field, number) in {Kind.PART, Kind.LANGUAGE, Kind.FIXED}:
        return asdict(whole).get(field)
    fresh = asdict(Recipient(number=0) if number else Case())
    return fresh.get(field)


def put_nothing(work: Work, sender: Sender | None, number: int, field: str) -> Work:
    """Return the work with the field empty, and every doubt about it settled."""
    if empty(work, number, field) or kind(field, number) is Kind.FIXED:
        settled = work
        for about, doubt in works.open_doubts(work):
            if (about, doubt.field) == (number, field):
                settled = works.confirm(settled, about, doubt)
        return settled
    return put(work, sender, number, field, nothing(work, number, field))


def _from_editor(work: Work, number: int, field: str, new: Value) -> Value:
    sort = kind(field, number)
    if sort is Kind.PERSONS:
        return persons_of([getattr(one, "name", one) for one in new], work.case)
    if sort is Kind.POINTS:
        return points_of([getattr(one, "text", one) for one in new], work.case)
    if sort is Kind.LANGUAGES:
        return tuple(_language(one) for one in new)
    if sort is Kind.NUMBER:
        return int(new or 0)
    if sort is Kind.PART:
        return Part(new)
    return new


def _language(name: str) -> str:
    known = names.languages()
    if name in known:
        return name
    for code, shown in known.items():
        if shown.casefold() == name.casefold():
            return code
    raise ValueError(_("“{typed}” is not the name of a language.").format(typed=name))


def _yes_no(field: str, *, value: bool) -> YesNoEditor:
    words = case_fields()[field]
    made = YesNoEditor(words[:1].upper() + words[1:])
    made.set_value(value)
    return made


def _parts() -> dict[str, str]:
    return {
        Part.TARGET.value: _("A letter goes there"),
        Part.COPY.value: _("A copy goes there"),
        Part.OTHER.value: _("Nothing goes there"),
    }
