"""The asks: what the letter should say, one by one, verbatim."""

from __future__ import annotations

import re

from appealdesk.cases import labels
from appealdesk.cases.model import Point, Source
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.rows import Row, join_texts
from appealdesk.cases.words import words

_ENDS = (".", ";", ":", "!", "?", ",")


def _style(bullet: str) -> str:
    core = bullet.strip("().")
    if not core:
        return ""
    if core.isdigit():
        return "number"
    return "letter" if core.isalnum() else "sign"


def asks(row: Row) -> bool:
    """Whether a row begins with a word of asking ("Urging", "calling on")."""
    return bool(labels.phrases("asks").at(row.words, 0))


def instructs(row: Row) -> bool:
    """Whether a row tells the volunteer what to do ("Click here ...") and asks nothing of anybody."""
    return bool(labels.phrases("instruction").at(row.words, 0))


def points(rows: list[Row], *, weak: bool) -> tuple[tuple[Point, ...], int]:
    """Return the asks at the beginning of some rows, and how many rows they take.

    weak: the heading promises no list ("Take action"), so only words of asking make one.
    """
    listed = _bulleted(rows) or _lined(rows)
    if not listed:
        return (), 0
    groups, used = listed
    texts = [join_texts([row.text for row in group]) for group in groups]
    kept = [
        (text, group) for text, group in zip(texts, groups, strict=True) if not instructs(group[0])
    ]
    asking = sum(1 for _, group in kept if asks(group[0]))
    if not kept or (weak and asking * 2 < len(kept)) or (len(groups) > len(kept) and not asking):
        return (), 0
    return tuple(_point(text, group) for text, group in kept), used


def _point(text: str, group: list[Row]) -> Point:
    return Point(
        text=text, source=Source(line=group[0].line, last=group[-1].last, page=group[0].page)
    )


def _bulleted(rows: list[Row]) -> tuple[list[list[Row]], int] | None:
    """Group rows by their bullets: a row without one continues the point before it."""
    start = next((number for number, row in enumerate(rows[:6]) if row.bullet), None)
    if start is None:
        return None
    style = _style(rows[start].bullet)
    groups: list[list[Row]] = []
    number = start
    while number < len(rows):
        row = rows[number]
        if row.bullet and _style(row.bullet) == style:
            groups.append([row])
        elif row.bullet or not _goes_on(groups[-1][-1], row):
            break
        else:
            groups[-1].append(row)
        number += 1
    return groups, number


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a row without a bullet belongs to the point of the row before."""
    if contacts.is_contact(row):
        return False
    ended = before.text.rstrip().endswith((".", ";", "!", "?"))
    if row.gap:
        return not ended and row.text[:1].islower()
    if not ended:
        return True
    return row.text[:1].islower() or (
        row.indent > 0 and row.indent > before.indent and bool(before.bullet)
    )


def _lined(rows: list[Row]) -> tuple[list[list[Row]], int] | None:
    """Group rows that begin with words of asking, where the bullets were lost."""
    start = next((number for number, row in enumerate(rows[:3]) if asks(row)), None)
    if start is None or len(rows[start].words) < 4:
        return None
    groups: list[list[Row]] = []
    number = start
    while number < len(rows):
        row = rows[number]
        ended = not groups or groups[-1][-1].text.rstrip().endswith(_ENDS)
        if asks(row) and ended and len(row.words) > 3:
            groups.append([row])
        elif groups and not ended and not row.gap and not contacts.is_contact(row):
            groups[-1].append(row)
        else:
            break
        number += 1
    return groups, number


_DIVIDE = re.compile(r"(?<=[;:.])\s{0,3}(?=[^\W\d_])")


def flat_points(row: Row) -> tuple[Point, ...]:
    """Return the asks of a list that lost its line breaks: pieces that begin with words of asking."""
    colon = row.text.find(":")
    if colon < 0:
        return ()
    pieces: list[str] = []
    for piece in _DIVIDE.split(row.text[colon + 1 :]):
        start = words(piece[:60])
        begins = bool(start and labels.phrases("flat_asks").at(start, 0))
        if begins:
            pieces.append(piece.strip())
        elif pieces and not pieces[-1].endswith((";", ".")):
            pieces[-1] = f"{pieces[-1]} {piece.strip()}"
        elif pieces:
            break
    if len(pieces) < 2:
        return ()
    return tuple(Point(text=piece, source=row.source) for piece in pieces)


def also(rows: list[Row]) -> tuple[Point, ...]:
    """Return an ask that stands behind the list: "Please also include a line noting that ..."."""
    for row in rows[:2]:
        match = labels.phrases("also_ask").at(row.words, 0)
        if not match:
            continue
        ask = labels.phrases("flat_asks").first_in(row.words, match.last, match.last + 12)
        if ask:
            return (Point(text=row.text[row.words[ask.first].start :], source=row.source),)
    return ()
