"""Words marked in the document put into a field: "This is the ... of ..."."""

from __future__ import annotations

from msgspec.structs import replace

from appealdesk import cases
from appealdesk.cases import Case, Point, Recipient, Source
from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.translation import _
from appealdesk.window.dialogs import names, one_field
from appealdesk.window.dialogs.one_field import Kind, Value
from appealdesk.window.dialogs.words import case_fields, recipient_fields
from appealdesk.workbench import Work, works

ADDS = {Kind.POINTS, Kind.PERSONS}  # marked words are one more of these; elsewhere they replace


def fields_to_fill(number: int) -> dict[str, str]:
    """Return the fields that marked words can go to, of the case (0) or of a recipient."""
    named = recipient_fields() if number else case_fields()
    no_text = {Kind.YES_NO, Kind.FIXED, Kind.PART, Kind.NUMBER, Kind.LANGUAGES}
    return {
        field: words
        for field, words in named.items()
        if one_field.kind(field, number) not in no_text
    }


def fill(
    work: Work, sender: Sender | None, number: int, field: str, *, text: str, source: Source
) -> Work:
    """Return the work with marked words in a field of the case (number 0) or of a recipient.

    The field then counts as checked, and remembers where it stands in the document.
    Raises Trouble where the words cannot be what the field holds (no date, no country).
    """
    sort = one_field.kind(field, number)
    if sort in ADDS:
        return _with_one_more(work, sender, field, text, source)
    return _with_source(
        one_field.put(work, sender, number, field, read(text, sort, work)), number, field, source
    )


def read(text: str, sort: Kind, work: Work) -> Value:
    """Return marked words as a value of that kind. Raises Trouble where they are none."""
    line = " ".join(text.split())
    if sort is Kind.DATE:
        year = work.case.issued.year if work.case.issued else 0
        found = cases.dates_in(line, year)
        if not found:
            raise Trouble(
                _("There is no date in “{words}”.").format(words=line),
                remedy=_("Mark the day, the month and the year."),
            )
        return found[0].day
    if sort is Kind.COUNTRY:
        return cases.country_code(line) or _code(line, names.countries())
    if sort is Kind.LANGUAGE:
        return _code(line, names.languages())
    if sort is Kind.LINES:
        return tuple(part.strip() for part in text.splitlines() if part.strip())
    if sort is Kind.PARAGRAPHS:
        return paragraphs(text)
    return line


def paragraphs(text: str) -> str:
    """Return text with the line breaks of the document undone; empty lines part paragraphs."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(" ".join(block) for block in blocks if block)


def _code(text: str, known: dict[str, str]) -> str:
    for code, name in known.items():
        if name.casefold() == text.casefold():
            return code
    raise Trouble(
        _("“{words}” is not a name that we know.").format(words=text),
        remedy=_("Choose it from the list instead."),
    )


def _with_one_more(
    work: Work, sender: Sender | None, field: str, text: str, source: Source
) -> Work:
    line = " ".join(text.split())
    held = tuple(getattr(work.case, field))
    if field == "points":
        new: object = Point(text=line.lstrip("•-–—*· \t"), source=source)
    else:
        new = cases.Person(name=line, source=source)
    return works.correct(work, replace(work.case, **{field: (*held, new)}), sender)


def _with_source(work: Work, number: int, field: str, source: Source) -> Work:
    def placed(whole: Case | Recipient) -> dict[str, Source]:
        return {**whole.sources, field: source}

    if not number:
        return replace(work, case=replace(work.case, sources=placed(work.case)))
    right = tuple(
        replace(one, sources=placed(one)) if one.number == number else one
        for one in work.case.recipients
    )
    return replace(work, case=replace(work.case, recipients=right))
