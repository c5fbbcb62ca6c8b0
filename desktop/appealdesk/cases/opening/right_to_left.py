"""Arabic and Hebrew pages: letters at their places -> pieces in the order in which one reads.

A PDF draws; it does not say in which order the letters were written, and PDFium's own
guess breaks addresses, numbers and ligatures apart. Here each line is read from the
right; what runs the other way in it (Latin words, numbers, addresses) is turned round by
the rules of Unicode Standard Annex #9, as far as a drawn line still shows them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import Final

from appealdesk.cases.opening.pieces import Letter, Piece

_WIDE: Final = 1.5  # letter heights of white that part two pieces
_BLANK: Final = 0.17  # letter heights of white that are a blank
_SAME: Final = 0.2  # points by which boxes of one ligature may differ
_STRONG: Final = frozenset({"R", "AL", "AN"})
_LATIN_RUN: Final = re.compile(r"[LE](?:[LENC]*[LE])?")
_NUMBER: Final = re.compile(r"E(?:[CE]*E)?")
_PAIR: Final = re.compile(r"([()\[\]«»])[^()\[\]«»]+[()\[\]«»]")
_MIRRORED: Final = str.maketrans("()[]{}«»<>", ")(][}{»«><")


def is_right_to_left(letters: list[Letter]) -> bool:
    """Tell whether a page is written from right to left, some Latin words apart.

    Addresses and names in Latin letters are many even there: half as many will do.
    """
    right = left = 0
    for letter in letters:
        kind = unicodedata.bidirectional(letter.text[0])
        right += kind in _STRONG
        left += kind == "L"
    return right * 2 > left


def pieces_from_the_right(letters: list[Letter]) -> list[Piece]:
    """Return the pieces of a page whose letters came in any order."""
    marks = [letter for letter in letters if unicodedata.combining(letter.text[0])]
    others = [letter for letter in letters if not unicodedata.combining(letter.text[0])]
    pieces = [
        Piece(
            _in_order(part, marks),
            min(letter.left for letter in part),
            part[0].bottom,
            max(letter.right for letter in part),
            part[0].top,
            max(letter.top - letter.bottom for letter in part),
        )
        for line in _lines(others)
        for part in _parts(line)
    ]
    return _brackets_right([piece for piece in pieces if piece.text.strip()])


def _lines(letters: list[Letter]) -> list[list[Letter]]:
    """Return the letters line by line, each line from the right."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: -letter.bottom):
        if lines and _beside(lines[-1][0], letter):
            lines[-1].append(letter)
        elif not letter.text.isspace():
            lines.append([letter])
    for line in lines:
        line.sort(key=lambda letter: -(letter.left + letter.right))
    return lines


def _beside(one: Letter, other: Letter) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _parts(line: list[Letter]) -> list[list[Letter]]:
    """Return a line in parts with no wide white between their letters."""
    written = [letter for letter in line if not letter.text.isspace()]
    blanks = [letter for letter in line if letter.text.isspace()]
    parts: list[list[Letter]] = [[written[0]]] if written else []
    for before, letter in pairwise(written):
        height = max(before.top - before.bottom, letter.top - letter.bottom)
        white = before.left - letter.right
        if white > _WIDE * height:
            parts.append([])
        elif white > _BLANK * height or any(_between(blank, letter, before) for blank in blanks):
            parts[-1].append(Letter(" ", letter.right, letter.bottom, before.left, letter.top, 0))
        parts[-1].append(letter)
    return parts


def _between(blank: Letter, left: Letter, right: Letter) -> bool:
    middle = (blank.left + blank.right) / 2
    if blank.right - blank.left < _SAME:
        return False
    return (left.left + left.right) / 2 < middle < (right.left + right.right) / 2


def _in_order(part: list[Letter], marks: list[Letter]) -> str:
    """Return the text of a part of a line, read from the right, as it was written."""
    letters = _ligatures_in_order(part)
    kinds = "".join(_kind(letter.text) for letter in letters)
    if "L" in kinds and "R" not in kinds:
        return "".join(letter.text for letter in reversed(letters))
    order = list(range(len(letters)))
    for run in _LATIN_RUN.finditer(kinds):
        if "L" in run.group():
            order[run.start() : run.end()] = reversed(order[run.start() : run.end()])
        else:
            for number in _NUMBER.finditer(kinds, run.start(), run.end()):
                turned = order[number.start() : number.end()]
                order[number.start() : number.end()] = reversed(turned)
    return "".join(_with_marks(letters[index], marks) for index in order)


def _ligatures_in_order(part: list[Letter]) -> list[Letter]:
    """Put the letters of a ligature, drawn at one place, in the order of writing.

    PDFium turns right-to-left text letter by letter, and so turns a ligature round. One of
    Latin letters will be turned round here, with the run that it stands in.
    """
    letters = list(part)
    start = 0
    for index in range(1, len(letters) + 1):
        if index < len(letters) and _one_place(letters[start], letters[index]):
            continue
        group = letters[start:index]
        if len(group) > 1:
            letters[start:index] = sorted(group, key=lambda letter: -letter.index)
        start = index
    return letters


def _one_place(one: Letter, other: Letter) -> bool:
    return abs(one.left - other.left) < _SAME and abs(one.right - other.right) < _SAME


def _kind(text: str) -> str:
    """Return the part a letter plays: L(eft), R(ight), E (digit), C (in numbers), N(eutral)."""
    kind = unicodedata.bidirectional(text[0])
    if kind == "L":
        return "L"
    if kind in {"EN", "AN"}:
        return "E"
    if kind in _STRONG:
        return "R"
    return "C" if kind in {"CS", "ES"} else "N"


def _with_marks(letter: Letter, marks: list[Letter]) -> str:
    """Return a letter with the vowel signs that stand over or under it."""
    if letter.text == " " or not marks:
        return letter.text
    here: list[str] = []
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        if (
            mark.text not in here
            and letter.left - _SAME <= middle < letter.right - _SAME
            and _beside(letter, mark)
        ):
            here.append(mark.text)
    return letter.text + "".join(here)


def _brackets_right(pieces: list[Piece]) -> list[Piece]:
    """Return pieces whose brackets open before they close: drawings mirror them, or do not."""
    pairs = [_PAIR.search(piece.text) for piece in pieces]
    turned = sum(1 if pair.group(1) in ")]»" else -1 for pair in pairs if pair)
    if turned <= 0:
        return pieces
    return [replace(piece, text=piece.text.translate(_MIRRORED)) for piece in pieces]
