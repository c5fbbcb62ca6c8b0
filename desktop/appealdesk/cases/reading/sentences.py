"""The sentence that a phrase stands in, over the ends of lines."""

from __future__ import annotations

import re

from appealdesk.cases.reading.rows import Row, joined

# A word of three letters before the stop: "Dr. Kamara" and "16. Oktober" end no sentence.
_STOP = re.compile(r"[^\W\d_]{3}[)\]»”\"’']?[.!?؟…]{1,3}[)\]»”\"’']?\s+(?=\S)")
_ROWS_BEFORE, _ROWS_AFTER = 3, 2


def around(rows: list[Row], number: int) -> tuple[Row, int]:
    """Return a row with its neighbours in the same paragraph as one row, and where its own text begins."""
    first = last = number
    while first > max(0, number - _ROWS_BEFORE) and _goes_on(rows[first - 1], rows[first]):
        first -= 1
    while last < min(len(rows) - 1, number + _ROWS_AFTER) and _goes_on(rows[last], rows[last + 1]):
        last += 1
    if first == last:
        return rows[number], 0
    before = joined(rows[first:number]).text if first < number else ""
    start = len(before) + 1 if before else 0
    return joined(rows[first : last + 1]), start


def _goes_on(before: Row, row: Row) -> bool:
    return not row.gap and not row.bullet and before.page == row.page


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a piece of text begins and ends."""
    begin, stop = 0, len(text)
    for hit in _STOP.finditer(text):
        if text[hit.end() : hit.end() + 1].islower():
            continue
        if hit.end() <= start:
            begin = hit.end()
        elif hit.start() >= end:
            stop = hit.end()
            break
    return begin, stop


def in_parentheses(text: str, at: int) -> int:
    """Return where the parenthesis around a place in a text opens, or -1 where there is none."""
    before = text[max(0, at - 600) : at]
    opened = max(before.rfind("("), before.rfind("["))
    if opened < 0 or max(before.rfind(")"), before.rfind("]")) > opened:
        return -1
    return max(0, at - 600) + opened
