"""What a format reader gives: rows of text, each with its page. The parent numbers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from appealdesk.cases.opening.limits import LINES, TEXT_BYTES
from appealdesk.cases.opening.reasons import Reason, Refused

Row: TypeAlias = tuple[str, int]  # one line, and the page it stands on


def within_limits(rows: Iterable[Row]) -> Iterator[Row]:
    """Pass rows on; raise Refused where there are more lines or more text than allowed."""
    size = 0
    for count, row in enumerate(rows, start=1):
        size += len(row[0].encode("utf-8", "surrogatepass")) + 1
        if size > TEXT_BYTES or count > LINES:
            raise Refused(Reason.TOO_LONG)
        yield row


def squeezed(text: str) -> str:
    """Return the text on one line with single blanks; a tab stays one tab."""
    # Plain splitting takes the same time for any text; a pattern of blanks would not.
    parts = (" ".join(part.split()) for part in text.split("\t"))
    return "\t".join(part for part in parts if part)


def folded(rows: Iterable[Row]) -> list[Row]:
    """Return rows of a format with layout: none empty at the ends, never two empty in a row."""
    kept: list[Row] = []
    for text, page in rows:
        if text.strip():
            kept.append((text, page))
        elif kept and kept[-1][0]:
            kept.append(("", page))
    while kept and not kept[-1][0]:
        kept.pop()
    return kept
