"""The lines at the head of a block -> who is named, which office, and what is postal: the best reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from appealdesk.cases import countries
from appealdesk.cases.reading.holders import split_holder
from appealdesk.cases.reading.offices import Kind, kind_of, repeats, shares_word
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.words import words

_REACH = 4  # lines from the top in which name and office stand
_CLEAR = 1.0  # a reading that is no further ahead of the next is a guess
_OFFICE = {Kind.ROLE: 3.0, Kind.BODY: 1.0, Kind.NAME: -2.0, Kind.PLACE: -2.5}
_SKIPPED = {Kind.BODY: 0.4, Kind.ROLE: 2.5, Kind.PERSON: 4.0, Kind.NAME: 2.0}


class Reading(NamedTuple):
    """One way to read a head: the office and the name, the lines they take, and how well it fits."""

    role: str
    name: str
    role_rows: tuple[int, ...]
    name_rows: tuple[int, ...]
    score: float


class Line(NamedTuple):
    """A line of the head, and what it seems to be."""

    row: Row
    text: str
    kind: Kind


def best(rows: list[Row]) -> tuple[Reading | None, bool]:
    """Return the best reading of a head (None where it names nobody), and whether it is clear."""
    lines = [Line(row, row.text.strip(" ,;:"), kind_of(row.text)) for row in rows]
    readings = sorted(_readings(lines), key=lambda reading: -reading.score)
    if not readings or readings[0].score <= 0:
        return None, False
    first = readings[0]
    # The next reading that differs in what it says, not only in the lines it takes.
    others = [other for other in readings[1:] if (other.role, other.name) != first[:2]]
    return first, not others or first.score - others[0].score >= _CLEAR


def _readings(lines: list[Line]) -> Iterator[Reading]:
    top = range(min(_REACH, len(lines)))
    for place in top:
        line = lines[place]
        before = _before(lines, place)
        office = _OFFICE.get(line.kind, -3.0)
        yield Reading(line.text, "", (place,), (), office - before)
        untitled = line.kind is Kind.NAME and any(one.kind is Kind.BODY for one in lines[:place])
        alone = _named(lines, place) - (1 if untitled else 0)
        yield Reading("", line.text, (), (place,), alone - before)
        holder = split_holder(line.row.text)
        if holder:
            fits = 4.5 if holder.sure else 3.5
            fits -= 0 if holder.name and holder.role else 1
            yield Reading(holder.role, holder.name, (place,), (place,), fits - before)
        for other in (place + 1, place + 2):
            if other not in top or (other == place + 2 and not _around_body(lines, place)):
                continue
            yield from _pairs(lines, place, other, before)


def _pairs(lines: list[Line], place: int, other: int, before: float) -> Iterator[Reading]:
    """Read two lines as office and holder, in both orders; three as two offices and a holder."""
    one, two = lines[place], lines[other]
    apart = 0.5 * (other - place - 1)
    for office, name in ((place, other), (other, place)):
        if lines[name].kind is Kind.NAME and shares_word(lines[office].text, lines[name].text):
            continue
        fits = _OFFICE.get(lines[office].kind, -3.0)
        if lines[office].kind is Kind.BODY:
            fits = -3.0  # the institution above or below its head stays in the address
        ranked = _holding(lines[name]) > 0 and not _says_both(lines[office])
        if _says_both(lines[office]) or (_says_both(lines[name]) and not ranked):
            fits -= 2.0  # "President Ali Roe" needs no second line
        named = _named(lines, name)
        if ranked:
            named = max(named, _holding(lines[name]))
        yield Reading(
            lines[office].text,
            lines[name].text,
            (office,),
            (name,),
            fits + named - before - apart,
        )
    third = other + 1
    if (
        one.kind is Kind.ROLE
        and two.kind is Kind.ROLE
        and third < len(lines)
        and not repeats(one.text, two.text)
    ):
        role = f"{one.text}, {two.text}"
        fits = 3.6 + _named(lines, third) - before
        yield Reading(role, lines[third].text, (place, other), (third,), fits)


def _around_body(lines: list[Line], place: int) -> bool:
    """Whether an institution stands between two lines of which one is a person with a title."""
    kinds = [line.kind for line in lines[place : place + 3]]
    return kinds[1] is Kind.BODY and Kind.PERSON in {kinds[0], kinds[2]}


def _before(lines: list[Line], place: int) -> float:
    """Return what it costs to leave the lines above for the address."""
    return sum(_SKIPPED.get(line.kind, 1.5) for line in lines[:place])


def _says_both(line: Line) -> bool:
    """Whether a line holds an office and its holder already."""
    holder = split_holder(line.row.text)
    return bool(holder and holder.role and holder.name and holder.sure)


def _holding(line: Line) -> float:
    """Return how well a line fits that repeats the office before the name ("Commissioner Ali Roe")."""
    holder = split_holder(line.row.text) if line.kind is Kind.ROLE else None
    ranked = holder and holder.name and line.text.startswith(holder.role)
    return 2.5 if holder and ranked and len(words(holder.role)) <= 2 else -3.0


def _named(lines: list[Line], place: int) -> float:
    """Return how well a line fits as somebody's name."""
    line = lines[place]
    if line.kind is Kind.PERSON:
        return 3.0
    if line.kind is not Kind.NAME:
        return -3.0
    count = len(line.row.words)
    fits = 0.6 if count == 1 else 2.0
    if count > 5:
        fits -= 0.3 * (count - 5)
    if any(word.isupper() and len(word) > 3 for word in line.text.split()):
        fits += 0.5
    below = [other.kind for other in lines[place + 1 :]]
    if place and not below and (countries.country_at_end(line.text) or count == 1):
        fits -= 2.0  # more likely the place
    elif place and below[:1] == [Kind.COUNTRY]:
        fits -= 1.5  # "Port Tanner" above "Zambia": the town
    return fits
