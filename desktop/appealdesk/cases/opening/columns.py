"""Columns of a page: found by the white between them, read one after the other."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Final, NamedTuple

from appealdesk.cases.opening.pieces import Piece

_FEWEST: Final = 3  # lines that a column has on either side of the white
_ALIGNED: Final = 3.0  # points by which the left edges of a column's lines may differ
_WHITE: Final = 1.5  # points that stay white between two columns, at least
_LABEL: Final = 8.0  # letters: shorter lines on the left are labels or bullets, no column
_PIECES: Final = 4_000  # on one page; more are not looked through for columns
_NESTED: Final = 6


class Gutter(NamedTuple):
    """The white between two columns: where the right one begins, and from where to where."""

    left_edge: float
    top: float
    bottom: float


def in_reading_order(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Return the pieces in regions to be read one after the other, each of one column."""
    if not pieces:
        return []
    gutter = _best_gutter(pieces) if depth < _NESTED and len(pieces) <= _PIECES else None
    if gutter is None:
        return [pieces]
    above = [piece for piece in pieces if piece.bottom >= gutter.top]
    below = [piece for piece in pieces if piece.top <= gutter.bottom]
    inside = [piece for piece in pieces if piece.bottom < gutter.top and piece.top > gutter.bottom]
    left = [piece for piece in inside if piece.left < gutter.left_edge - _ALIGNED]
    right = [piece for piece in inside if piece.left >= gutter.left_edge - _ALIGNED]
    if not left or not right:
        return [pieces]
    return [
        region
        for part in (above, left, right, below)
        for region in in_reading_order(part, depth + 1)
    ]


def _best_gutter(pieces: list[Piece]) -> Gutter | None:
    ordered = sorted(pieces, key=lambda piece: -piece.bottom)
    best: tuple[int, Gutter] | None = None
    for edge in _left_edges(pieces):
        for crossing, group in groupby(ordered, key=partial(_crosses, edge)):
            if crossing:
                continue
            found = _between(list(group), edge)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else None


def _left_edges(pieces: list[Piece]) -> list[float]:
    """Return the left edges that several lines share, the leftmost of all excepted."""
    edges = sorted(piece.left for piece in pieces)
    shared: list[float] = []
    start = 0
    for index in range(1, len(edges) + 1):
        if index == len(edges) or edges[index] - edges[start] > _ALIGNED:
            if index - start >= _FEWEST:
                shared.append(edges[start])
            start = index
    return [edge for edge in shared if edge > edges[0] + 20]


def _crosses(edge: float, piece: Piece) -> bool:
    return piece.left < edge - _ALIGNED and piece.right > edge - _WHITE


def _between(group: list[Piece], edge: float) -> tuple[int, Gutter] | None:
    """Return how much two columns beside `edge` hold, and their gutter; None: no columns."""
    right = [piece for piece in group if piece.left >= edge - _ALIGNED]
    aligned = [piece for piece in right if piece.left <= edge + _ALIGNED]
    if len(aligned) < _FEWEST:
        return None
    top = max(piece.top for piece in right)
    left = [piece for piece in group if piece.right <= edge - _WHITE and piece.bottom < top]
    left = _beside(left, min(piece.bottom for piece in right))
    if len(left) < _FEWEST or _are_labels(left):
        return None
    bottom = min(piece.bottom for piece in [*left, *right])
    top = min(top, max(piece.top for piece in left) + aligned[0].size * 2)
    held = [piece for piece in right if piece.bottom < top]
    if len(held) < _FEWEST:
        return None
    return min(len(left), len(held)), Gutter(edge, top, bottom)


def _beside(left: list[Piece], lowest: float) -> list[Piece]:
    """Return the lines on the left down to the end of the right column, and what follows close."""
    kept: list[Piece] = []
    for piece in sorted(left, key=lambda piece: -piece.bottom):
        if piece.top < lowest and kept and kept[-1].bottom - piece.top > 0.5 * piece.size:
            break
        kept.append(piece)
    return kept


def _are_labels(left: list[Piece]) -> bool:
    letters = sum(len(piece.text.strip()) for piece in left) / len(left)
    with_colon = sum(piece.text.rstrip().endswith((":", "：")) for piece in left)
    return letters < _LABEL or with_colon * 10 >= 7 * len(left)
