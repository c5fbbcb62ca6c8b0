"""Where the lines of a letter came to stand on its pages, so that a click lands in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from appealdesk.cases import Plain


class Part(StrEnum):
    """The field of a Letter that a line was typed in."""

    SUBJECT = "subject"
    SALUTATION = "salutation"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"


class Place(Plain, frozen=True):
    """Where one typed line stands; a line that runs over a page end has a place on each page.

    start, end: the line is text[start:end] of the letter's field of that name, signs included
    page:       counting from 1
    left, top, width, height: the rectangle in mm from the upper left corner of the page
    """

    part: Part
    start: int
    end: int
    page: int
    left: float
    top: float
    width: float
    height: float


# What words.typ notes at the base line of the first and the last line of a row, in order.
NOTES = """query(<place>).map(found => {
  let at = found.location().position()
  (found.value.first(), found.value.last(), at.page, at.y.mm())
})"""

_ABOVE, _BELOW = 0.72, 0.28  # em above and below the base line; words.typ
_MM_PER_PT = 25.4 / 72


class Column(Plain, frozen=True):
    """The column of text that lines stand in, in mm, and the size of the text in pt."""

    left: float
    width: float
    top: float
    bottom: float
    size: float


def places(notes: Iterable[Any], column: Column) -> Iterator[Place]:
    """Return the places of the lines that the notes tell of, in order of the page."""
    begun: dict[tuple[Any, ...], tuple[int, float]] = {}
    above, below = (column.size * _MM_PER_PT * part for part in (_ABOVE, _BELOW))
    for (part, start, end), is_end, page, base in notes:
        if not is_end:
            begun[part, start, end] = (page, base)
            continue
        first, base_of_first = begun.pop((part, start, end))
        for number in range(first, page + 1):
            top = base_of_first - above if number == first else column.top
            bottom = base + below if number == page else column.bottom
            yield Place(
                part=Part(part),
                start=start,
                end=end,
                page=number,
                left=column.left,
                top=round(top, 2),
                width=column.width,
                height=round(bottom - top, 2),
            )
