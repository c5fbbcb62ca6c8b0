"""What the readers of laid-out pages hand to each other: pieces of text, and seen lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_RAISED: Final = 0.8  # of the size of the text: a number smaller than that belongs to a note


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a wide gap in it, and its box. `size` is the height of its line.

    Places are in points (or any one unit), the origin at the foot of the page, left.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(slots=True)
class Letter:
    """One letter and its box; `index` counts in the order in which PDFium gave it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    index: int


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One visual line. `place` is its height on the page, 0 at the foot to 1 at the top."""

    text: str
    place: float
    gap: bool  # an empty row before it


def is_note_number(before: str, size: float, after: str, small: float) -> bool:
    """Tell the small raised number of a note behind a number: no year may become 20151.

    size, small: the sizes of the letters of the two texts.
    """
    return small < _RAISED * size and before[-1:].isdigit() and after[:1].isdigit()
