"""Heads and feet of pages that a file keeps apart from its text: said once, where they say anything.

In a PDF they stand on the pages (running_heads.py). Number and date of an urgent action
often stand nowhere else.
"""

from __future__ import annotations

from appealdesk.cases.opening.rows import Row
from appealdesk.cases.opening.running_heads import is_page_number


def with_heads(rows: list[Row], heads: list[Row], feet: list[Row]) -> list[Row]:
    """Return the rows with the heads before and the feet behind them.

    Page numbers go, and so does what the text itself says.
    """
    said = {_key(text) for text, _page in rows}
    before = _new(heads, said)
    behind = _new(feet, said)
    last = rows[-1][1] if rows else 1
    if before:
        rows = [*((text, 1) for text in before), ("", 1), *rows]
    if behind:
        rows = [*rows, ("", last), *((text, last) for text in behind)]
    return rows


def _new(lines: list[Row], said: set[str]) -> list[str]:
    kept: list[str] = []
    for text, _page in lines:
        if text and _key(text) not in said and not is_page_number(text):
            said.add(_key(text))
            kept.append(text)
    return kept


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
