"""What may have been missed or misread among the addresses: doubts on recipients and on the letter."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Doubt, Doubtful, Part, Point, Recipient
from appealdesk.cases.reading import contacts, regions
from appealdesk.cases.reading.letters import closes, ends_without_closing
from appealdesk.cases.reading.offices import Kind as LineKind
from appealdesk.cases.reading.offices import kind_of
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.reading.sections import Kind, Section

_HEADED = {Kind.TARGETS, Kind.COPIES}
_REACHING = {"fax", "phone", "phone_fax", "email", "telex", "telegram", "salutation"}
_VALUES = ("fax", "phone", "email", "telex")
_SPOKEN = {Kind.HEAD, Kind.TEXT, Kind.ACTION, Kind.POINTS, Kind.LANGUAGES}
_SHORT = 3  # words
_FORM = 12  # words: a heading with more words behind it is a sentence


def doubts_of(
    found: list[Section], listed: tuple[Recipient, ...], letter: str, asks: tuple[Point, ...]
) -> list[Doubt]:
    """Return the doubts on "recipients", "model_letter" and "points" of a case."""
    doubts = []
    loose_list = _list_end(found, asks)
    if loose_list:
        doubts.append(loose_list)
    missed = (
        next(_unread(found, listed), None) or _empty(found, listed) or _unannounced(found, listed)
    )
    if missed:
        doubts.append(_doubt("recipients", *missed))
    loose = _letter_end(found, letter)
    if loose:
        doubts.append(_doubt("model_letter", *loose))
    return doubts


def _doubt(about: str, row: Row, problem: Doubtful) -> Doubt:
    return Doubt(field=about, problem=problem, source=row.source, quote=row.text[:160])


def _lines_of(listed: tuple[Recipient, ...]) -> set[int]:
    return {
        line
        for entry in listed
        for source in entry.sources.values()
        for line in range(source.line, source.last + 1)
    }


def with_unread(found: list[Section], listed: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """Return the recipients with a doubt where a contact below their address was not read as theirs."""
    result = {entry.number: entry for entry in listed}
    for row, problem in _unread(found, listed):
        above = [entry for entry in listed if _first_line(entry) <= row.line] or listed[:1]
        if not above:
            continue
        owner = result[max(above, key=_first_line).number]
        about = {one.kind for one in contacts.read(row)}
        fresh = about & {*_VALUES, "salutation"} - {doubt.field for doubt in owner.doubts}
        doubts = (_doubt(kind, row, problem) for kind in sorted(fresh))
        result[owner.number] = replace(owner, doubts=(*owner.doubts, *doubts))
    return tuple(result.values())


def _first_line(entry: Recipient) -> int:
    return min((source.line for source in entry.sources.values()), default=0)


def _list_end(found: list[Section], asks: tuple[Point, ...]) -> Doubt | None:
    """Return the doubt that a list of asks was missed, or is not one."""
    for ask in asks:
        if ask.text.rstrip().endswith(":"):
            return Doubt(
                field="points",
                problem=Doubtful.UNCLEAR_END,
                source=ask.source,
                quote=ask.text[:160],
            )
    spoken = [one for one in found if one.kind in _SPOKEN] if not asks else []
    ended = [row for one in spoken for row in one.rows if row.text.rstrip().endswith(";")]
    listed = [row for row in ended if not contacts.is_contact(row)]
    return _doubt("points", listed[0], Doubtful.MISSING) if len(listed) > 1 else None


def _unread(found: list[Section], listed: tuple[Recipient, ...]) -> Iterator[tuple[Row, Doubtful]]:
    """Yield the contacts that belong to no recipient: an address may have been missed."""
    taken = _lines_of(listed)
    known = {value for entry in listed for kind in _VALUES for value in getattr(entry, kind)}
    for section in found:
        if section.kind in {Kind.FOOT, Kind.EMBASSY, Kind.BACKGROUND, Kind.SUPPORT}:
            continue
        for row in section.rows:
            if labels.phrases("organisers", "report_back").first_in(row.words):
                continue
            told = [one for one in contacts.read(row) if one.kind in _REACHING and one.values]
            new = any(one.kind in _VALUES and not known & {*one.values} for one in told)
            unread = new if row.line in taken else bool(told)
            if unread and contacts.is_contact(row):
                yield row, Doubtful.GUESSED
                continue
            if row.line in taken:
                continue
            if section.kind in _HEADED and len(row.words) > _SHORT and _names_somebody(row):
                yield row, Doubtful.GUESSED


def _names_somebody(row: Row) -> bool:
    """Whether a row that was left out among addresses reads like one."""
    figures = any(map(str.isdigit, row.text))
    if kind_of(row.text) is LineKind.PERSON:
        return True
    if kind_of(row.text) is LineKind.ROLE:
        return figures or "," in row.text
    other = labels.phrases("placeholder", "notices").first_in(row.words)
    if other or regions.instructs(row) or regions.is_date(row) or regions.sentence(row):
        return False
    return row.text[:1] != "(" and (figures or bool(countries.country_at_end(row.text)))


def _empty(found: list[Section], listed: tuple[Recipient, ...]) -> tuple[Row, Doubtful] | None:
    """Return the heading of addresses under which none was read."""
    taken = _lines_of(listed)
    for section in found:
        if section.kind not in _HEADED or not section.heading:
            continue
        rows = [row for row in section.rows if not labels.phrases("placeholder").at(row.words, 0)]
        rows = [row for row in rows if not regions.sentence(row)]
        rest = section.rest.words if section.rest else ()
        held = {section.heading.line, *(row.line for row in section.rows)}
        if not held & taken and (rows or 1 < len(rest) <= _FORM):
            return section.heading, Doubtful.MISSING
    return None


def _unannounced(
    found: list[Section], listed: tuple[Recipient, ...]
) -> tuple[Row, Doubtful] | None:
    """Return where addresses begin that no heading announces: there may be more of them, or fewer."""
    headed = any(section.kind in _HEADED for section in found)
    targets = [entry for entry in listed if entry.part is Part.TARGET]
    if headed or not targets:
        return None
    # The one addressee above a letter is plain; several, or one elsewhere, are not.
    above = _line_above_letter(found)
    if len(targets) == 1 and above and above in _lines_of((targets[0],)):
        return None
    sources = targets[0].sources.values()
    first = min((source.line for source in sources), default=0)
    for section in found:
        for row in section.rows:
            if row.line == first:
                return row, Doubtful.GUESSED
    return None


def _line_above_letter(found: list[Section]) -> int:
    """Return the line of the row right above the first greeting, 0 where there is none."""
    for number, section in enumerate(found[1:], 1):
        if section.kind is Kind.GREETED:
            rows = found[number - 1].rows
            return rows[-1].line if rows else 0
    return 0


def _letter_end(found: list[Section], letter: str) -> tuple[Row, Doubtful] | None:
    """Return where a letter ends without a closing, or the heading of one that was not found."""
    for number, section in enumerate(found):
        if section.kind is Kind.GREETED and letter and section.heading:
            if labels.phrases("letter").at(section.heading.words, 0):
                return section.heading, Doubtful.GUESSED  # a letter without a greeting
            after = found[number + 1].heading if number + 1 < len(found) else None
            if after is None or not (closes(after) or ends_without_closing(after)):
                return section.heading, Doubtful.UNCLEAR_END
            return None
        if section.kind is Kind.LETTER and section.heading and not letter:
            return section.heading, Doubtful.MISSING
    return None
