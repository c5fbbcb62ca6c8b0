"""Plain text to rows: one row for each line, as an editor numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appealdesk.cases.opening.rows import Row

# Line ends of every system, and the line ends that word processors leave in copied text.
_LINE_END = re.compile("\r\n|[\n\r\v\u2028\u2029]")


def rows_of_text(text: str) -> Iterator[Row]:
    """Yield the lines of a text as they are; a form feed begins the next page.

    The end of the last line is no line of its own. Nothing is trimmed or joined.
    """
    page = 1
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    for line in lines:
        parts = line.split("\f")
        page += len(parts) - 1
        yield " ".join(part for part in parts if part), page
