"""Pages that pdf2htmlEX made of a PDF: each visual line is an element put at a place.

The places stand in style rules (`.y3{bottom:1024.5px}`, `.x2{left:67.2px}`); lines are
taken in the order they are seen, from the top, and a wide step becomes an empty row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from appealdesk.cases.opening.layout import rows_of_pages
from appealdesk.cases.opening.pieces import Piece
from appealdesk.cases.opening.surroundings import text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE: Final = re.compile(
    r"\.((?:y|x|fs|h)[0-9a-f]+)\{(?:bottom|left|font-size|height):(-?\d+(?:\.\d+)?)px;?\}"
)
_SCALE: Final = re.compile(r"\.(m[0-9a-f]+)\{transform:matrix\((-?\d+(?:\.\d+)?)")
_LETTER: Final = 0.5  # the usual width of a letter, in font sizes


def rows_of_converted(root: _Element) -> list[tuple[str, int]]:
    """Return the rows of a page made by pdf2htmlEX."""
    styles = "".join(text_in(style) for style in root.iter("style"))
    places = {name: float(value) for name, value in _PLACE.findall(styles)}  # print: in pt
    places |= {name: float(value) for name, value in _SCALE.findall(styles)}
    pages = [page for page in root.iter("div") if "pf" in page.get("class", "").split()]
    return rows_of_pages(
        [[piece for piece in _pieces(page, places) if piece.text.strip()] for page in pages]
    )


def _pieces(page: _Element, places: dict[str, float]) -> list[Piece]:
    pieces: list[Piece] = []
    for line in page.iter("div"):
        names = line.get("class", "").split()
        if "t" not in names:
            continue
        text = text_in(line)
        bottom = _placed(names, "y", places)
        left = _placed(names, "x", places)
        size = _placed(names, "fs", places) * (_placed(names, "m", places) or 1.0) or 12.0
        right = left + len(text.rstrip()) * size * _LETTER
        pieces.append(Piece(text, left, bottom, right, bottom + size, size))
    return pieces


def _placed(names: list[str], kind: str, places: dict[str, float]) -> float:
    for name in names:
        if re.fullmatch(rf"{kind}[0-9a-f]+", name) and name in places:
            return places[name]
    return 0.0
