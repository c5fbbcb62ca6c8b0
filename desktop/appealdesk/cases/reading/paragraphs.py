"""Rows -> paragraphs, where the lines of a document are wrapped."""

from __future__ import annotations

from appealdesk.cases.reading.rows import Row, joined

# Of the widest line: a line is full when the next word had no room in it. Not all of it, because
# letters differ in width where a PDF was set.
_ROOM = 0.8


def paragraphs(rows: list[Row], width: int) -> str:
    """Return rows as paragraphs separated by blank lines."""
    return "\n\n".join(
        f"{row.bullet} {row.text}" if row.bullet else row.text
        for row in paragraph_rows(rows, width)
    )


def paragraph_rows(rows: list[Row], width: int) -> list[Row]:
    """Return a row for each paragraph; `width`: where the lines are wrapped, 0 where they are not."""
    widest = min(width, max((row.width for row in rows), default=0))
    found: list[list[Row]] = []
    for row in rows:
        if found and _goes_on(found[-1][-1], row, widest):
            found[-1].append(row)
        else:
            found.append([row])
    return [joined(one) if len(one) > 1 else one[0] for one in found]


def _goes_on(before: Row, row: Row, widest: int) -> bool:
    """Whether a row is the same paragraph's next line, in a text wrapped at that width."""
    if not widest or row.bullet:
        return False
    ended = before.text.rstrip().endswith((".", "!", "?", ":", "”", '"'))
    if not ended and row.text[:1].islower():
        return True
    # Where the next word had room on the line, the line was ended on purpose.
    first = len(row.text.partition(" ")[0])
    return not row.gap and before.width + 1 + first > widest * _ROOM
