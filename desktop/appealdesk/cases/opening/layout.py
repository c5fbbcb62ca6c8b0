"""Pieces of text at places on pages -> rows in reading order. Shared by PDF and pdf2htmlEX."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles
from typing import Final

from appealdesk.cases.opening.columns import in_reading_order
from appealdesk.cases.opening.hidden import PICTURE
from appealdesk.cases.opening.pieces import Piece, SeenLine, is_note_number
from appealdesk.cases.opening.rows import Row, squeezed
from appealdesk.cases.opening.running_heads import without_running_heads

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ENTRY: Final = re.compile(r"(?:[^\w\s]|\(?\w{1,3}[.)])$")
_STEP: Final = 1.28  # a step between lines so much above the usual one parts two blocks
_LEADING: Final = 1.1  # the step between lines, in letter sizes, where it is not known
_TAB: Final = 1.2  # letter sizes of white that only a tab makes
_HEADING: Final = 1.3  # letters so much larger than those below are a heading
_GOES_ON: Final = re.compile(r"[\w,;–-]$")


def rows_of_pages(pages: list[list[Piece]], pictures: Collection[int] = ()) -> list[Row]:
    """Return the rows of a document, given the pieces of each page in any order.

    pictures: the pages, counted from 1, that show a picture whose words are not among the pieces.
    """
    lines = without_running_heads([_lines_of_page(page) for page in pages])
    rows: list[Row] = []
    for number, page in enumerate(lines, start=1):
        if number in pictures:
            rows += [("", number), (PICTURE, number), ("", number)]
        if not page:
            continue
        if rows and not _runs_on(rows[-1][0], page[0].text):
            rows.append(("", number))
        for index, line in enumerate(page):
            if index and line.gap and rows[-1][0]:
                rows.append(("", number))
            rows.append((line.text, number))
    return rows


def _lines_of_page(pieces: list[Piece]) -> list[SeenLine]:
    if not pieces:
        return []
    if _is_right_to_left(pieces):
        pieces = [replace(piece, left=-piece.right, right=-piece.left) for piece in pieces]
    highest = max(piece.top for piece in pieces)
    lowest = min(piece.bottom for piece in pieces)
    lines: list[SeenLine] = []
    for region in in_reading_order(pieces):
        visual = visual_lines(region)
        usual = _usual_step(visual)
        for index, line in enumerate(visual):
            gap = index == 0
            if index == 0 and lines:
                gap = not _runs_on(lines[-1].text, _joined(line))
            elif index:
                gap = _is_parted(visual[index - 1][0], line[0], usual)
            text = _joined(line)
            if text:
                place = (line[0].bottom - lowest) / max(1.0, highest - lowest)
                lines.append(SeenLine(text, place, gap))
    return lines


def visual_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces line by line from the top, each line from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.bottom, piece.left)):
        if lines and _on_one_line(lines[-1][0], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: piece.left)
    return lines


def _on_one_line(one: Piece, other: Piece) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _is_parted(above: Piece, below: Piece, usual: float) -> bool:
    """Tell whether the eye sees a gap between two lines, given the usual step between lines."""
    if above.size > _HEADING * below.size:
        return True
    return above.bottom - below.bottom > _STEP * max(usual, _LEADING * below.size)


def _usual_step(lines: list[list[Piece]]) -> float:
    """Return the step from line to line inside paragraphs, 0 where it cannot be told."""
    steps = [above[0].bottom - below[0].bottom for above, below in pairwise(lines)]
    near = [step for step in steps if 0 < step < 2.4 * lines[0][0].size]
    return quantiles(near, n=4)[0] if len(near) > 1 else 0.0


def _joined(line: list[Piece]) -> str:
    text = line[0].text
    for before, piece in pairwise(line):
        space = piece.left - before.right
        if space > _TAB * piece.size and not _ENTRY.match(text.strip()):
            text += "\t"
        elif space > 0.15 * piece.size or is_note_number(
            before.text, before.size, piece.text, piece.size
        ):
            text += " "
        text += piece.text
    return squeezed(text)


def _is_right_to_left(pieces: list[Piece]) -> bool:
    text = "".join(piece.text for piece in pieces)
    return len(_RIGHT_TO_LEFT.findall(text)) * 2 > len(_LETTERS.findall(text))


def _runs_on(above: str, below: str) -> bool:
    """Tell whether a sentence goes on over the end of a page."""
    return len(above) > 40 and _GOES_ON.search(above) is not None and below[:1].islower()
