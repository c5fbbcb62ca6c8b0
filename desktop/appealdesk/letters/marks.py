"""The light notation of a letter's body: what a volunteer may type and plain text keeps as it is.

Paragraphs are parted by blank lines. Lines that begin with "- ", "• " or "1. " are lists, those
with "> " quotations; **bold** and _italic_ stand within a line. What merely looks like a sign stays
as it was typed (docs/decisions/plain-text-with-light-marks.md has the rules).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from appealdesk.cases import Plain
from appealdesk.letters.faces import Span, spans


class Row(Plain, frozen=True):
    """One typed line. body[start:end] is the line as typed, its signs included."""

    spans: tuple[Span, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words without the signs."""
        return "".join(span.text for span in self.spans)


class BlockKind(StrEnum):
    """What the lines of a block are."""

    PARAGRAPH = "paragraph"
    DASHES = "dashes"  # a list, typed with "- "
    BULLETS = "bullets"  # a list, typed with "• "
    NUMBERS = "numbers"  # a list, typed with "1. "
    QUOTATION = "quotation"


LISTS = (BlockKind.DASHES, BlockKind.BULLETS, BlockKind.NUMBERS)


class Passage(Plain, frozen=True):
    """Lines that belong together: a paragraph, a paragraph quoted, or a point of a list.

    number: as typed, in a numbered list; otherwise 0
    """

    rows: tuple[Row, ...]
    number: int = 0


class Block(Plain, frozen=True):
    """A paragraph, a list or a quotation. A paragraph has one passage.

    close: no blank line parts it from what stands before
    """

    kind: BlockKind
    passages: tuple[Passage, ...]
    close: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All lines, in order."""
        return tuple(row for passage in self.passages for row in passage.rows)


_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028]")
_PARTED = "\u2029"  # the paragraph separator stands for a blank line
_SIGN = re.compile(
    r"[^\S\n]{0,4}(?:(?P<dash>-)|(?P<bullet>•)|(?P<number>[1-9][0-9]{0,2})\.)[^\S\n]+(?=\S)"
)
_QUOTED = re.compile(r"[^\S\n]{0,4}>(?:[^\S\n]+|$)")
_CONTINUED = re.compile(r"(?:\t|[^\S\n]{2,})")


class TypedLine(Plain, frozen=True):
    """A typed line with what its beginning means. body[start : start + len(text)] is the text.

    begins:    where its words begin in the text, after any sign
    number:    as typed, in a numbered list; otherwise 0
    continued: it goes on with the point above, without a sign of its own
    """

    text: str
    start: int
    begins: int
    kind: BlockKind
    number: int = 0
    continued: bool = False

    @property
    def blank(self) -> bool:
        """Nothing can be seen of it."""
        return not self.text.strip()


def blocks(body: str) -> tuple[Block, ...]:
    """Return the paragraphs, lists and quotations of a body, in order. No word is left out."""
    found: list[Block] = []
    gap = True
    for line in typed_lines(body):
        if line.blank:
            gap = True
            continue
        row = Row(
            spans=spans(line.text[line.begins :].strip()),
            start=line.start,
            end=line.start + len(line.text),
        )
        last = found[-1] if found and not gap else None
        if last is not None and last.kind is line.kind:
            found[-1] = _longer(last, line, row)
        elif row.spans:
            passage = Passage(rows=(row,), number=line.number)
            found.append(Block(kind=line.kind, passages=(passage,), close=last is not None))
        gap = False
    return tuple(found)


def typed_lines(body: str) -> tuple[TypedLine, ...]:
    """Return every line of a body, blank ones as well, with what its beginning means."""
    return tuple(_settled(list(_typed(body))))


def _longer(block: Block, line: TypedLine, row: Row) -> Block:
    """Return the block with one more line, as a passage of its own or in the last one."""
    passages = block.passages
    if not row.spans:  # a ">" alone parts the paragraphs of a quotation
        passages = (*passages, Passage(rows=()))
    elif block.kind in LISTS and not line.continued:
        passages = (*passages, Passage(rows=(row,), number=line.number))
    else:
        last = passages[-1]
        passages = (*passages[:-1], Passage(rows=(*last.rows, row), number=last.number))
    return Block(kind=block.kind, passages=passages, close=block.close)


def _typed(body: str) -> Iterator[TypedLine]:
    """Each line with what its beginning looks like."""
    at = 0
    for part, text in enumerate(body.split(_PARTED)):
        if part:
            yield TypedLine(text="", start=at - 1, begins=0, kind=BlockKind.PARAGRAPH)
        start = at
        for end in [*_LINE_END.finditer(text), None]:
            stop = at + (end.start() if end else len(text))
            yield _looked_at(body[start:stop], start)
            start = at + (end.end() if end else len(text))
        at += len(text) + 1


def _looked_at(text: str, start: int) -> TypedLine:
    if found := _SIGN.match(text):
        if found["number"]:
            kind, number = BlockKind.NUMBERS, int(found["number"])
        else:
            kind, number = BlockKind.DASHES if found["dash"] else BlockKind.BULLETS, 0
        return TypedLine(text=text, start=start, begins=found.end(), kind=kind, number=number)
    if found := _QUOTED.match(text):
        return TypedLine(text=text, start=start, begins=found.end(), kind=BlockKind.QUOTATION)
    return TypedLine(text=text, start=start, begins=0, kind=BlockKind.PARAGRAPH)


def _settled(lines: Sequence[TypedLine]) -> list[TypedLine]:
    """Return the lines, those that only looked like a list or a quotation as paragraphs."""
    settled: list[TypedLine] = []
    above = BlockKind.PARAGRAPH
    for at, looked in enumerate(lines):
        line = looked
        kind, continued = line.kind, False
        if kind is not BlockKind.PARAGRAPH:
            kind = kind if _is_meant(line, at, lines) else BlockKind.PARAGRAPH
        elif above in LISTS and not line.blank and _CONTINUED.match(line.text):
            kind, continued = above, True
        if kind is not line.kind:
            line = TypedLine(
                text=line.text, start=line.start, begins=0, kind=kind, continued=continued
            )
        settled.append(line)
        above = kind
    return settled


def _is_meant(line: TypedLine, at: int, lines: Sequence[TypedLine]) -> bool:
    """Tell whether a sign at the beginning of a line is meant as one."""
    if line.kind is BlockKind.BULLETS:
        return True
    others = [_neighbour(lines, at, -1), _neighbour(lines, at, +1)]
    alike = [other for other in others if other is not None and other.kind is line.kind]
    if line.kind is BlockKind.NUMBERS:
        return any(abs(other.number - line.number) == 1 for other in alike)
    if alike:
        return True
    words = line.text[line.begins :]
    if not words or words[0].isdigit():  # "- 5 degrees", "> 5 percent"
        return False
    above = lines[at - 1] if at else None
    return above is None or above.blank or above.text.rstrip().endswith((":", "："))


def _neighbour(lines: Sequence[TypedLine], at: int, step: int) -> TypedLine | None:
    """The next line in a direction, past lines that continue a point and past one blank line."""
    gap = 0
    while 0 <= (at := at + step) < len(lines):
        line = lines[at]
        if line.blank:
            gap += 1
            if gap > 1:
                return None
        elif not (line.kind is BlockKind.PARAGRAPH and _CONTINUED.match(line.text)):
            return line
    return None
