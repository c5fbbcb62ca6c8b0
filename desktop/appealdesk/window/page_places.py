"""Places on the page and in the text: from one to the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from appealdesk.paper import Part, Place
from appealdesk.window.direction import direction_of

_NEAR = 4.0  # mm: a click between two paragraphs is meant for the nearer one
_LINE_EM = 1.27  # letter.typ: from line to line
_MM_PER_PT = 25.4 / 72


def place_at(places: Iterable[Place], page: int, left: float, top: float) -> Place | None:
    """Return the line that stands at a point of a page (mm), or nearest to it; None for none."""
    del left  # lines take the whole column
    near = [
        (max(one.top - top, top - one.top - one.height, 0.0), at, one)
        for at, one in enumerate(places)
        if one.page == page
    ]
    distance, _at, place = min(near, default=(_NEAR + 1, 0, None))
    return place if distance <= _NEAR else None


def place_of(places: Iterable[Place], part: Part, offset: int) -> Place | None:
    """Return where a place in the text of a part stands on the page; None for nowhere.

    Of a line on two pages, the one that holds the place by its share of the line.
    """
    lines = [one for one in places if one.part is part and one.start <= offset <= one.end]
    if not lines:
        return None
    first = lines[0]
    share = (offset - first.start) / max(1, first.end - first.start)
    whole = sum(one.height for one in lines)
    for one in lines:
        share -= one.height / max(whole, 0.1)
        if share < 0:
            return one
    return lines[-1]


def offset_at(place: Place, words: str, size: float, left: float, top: float) -> int:
    """Return which character of a typed line stands at a point of the page, about.

    words: the line as typed
    size:  of the text in points
    A line runs over several rows of the page; the characters are taken to be spread evenly, and
    the result is the beginning of a word.
    """
    rows = max(1, round(place.height / (size * _MM_PER_PT * _LINE_EM)))
    row = min(rows - 1, max(0, int((top - place.top) / place.height * rows)))
    across = min(1.0, max(0.0, (left - place.left) / place.width))
    if direction_of(words) is Qt.LayoutDirection.RightToLeft:
        across = 1 - across
    at = min(len(words), int(len(words) * (row + across) / rows))
    return words.rfind(" ", 0, at) + 1
