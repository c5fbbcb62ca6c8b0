"""The light notation of a letter's body: what a volunteer may type and plain text keeps as it is.

Paragraphs are parted by blank lines. Lines that begin with "- ", "• " or "1. " are lists, those
with "> " quotations; **bold** and _italic_ stand within a line. What merely looks like a sign stays
as it was typed (docs/decisions/plain-text-with-light-marks.md has the rules).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum

from appealdesk.cases import Plain


class Span(Plain, frozen=True):
    """Some words of a line in one face."""

    text: str
    bold: bool = False
    italic: bool = False


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


_LISTS = (BlockKind.DASHES, BlockKind.BULLETS, BlockKind.NUMBERS)


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


class _Typed(Plain, frozen=True):
    """A typed line on its way to a block. `begins` is where its words begin, after any sign."""

    text: str
    start: int
    begins: int
    kind: BlockKind
    number: int = 0
    continued: bool = False

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def blocks(body: str) -> tuple[Block, ...]:
    """Return the paragraphs, lists and quotations of a body, in order. No word is left out."""
    lines = _settled(list(_typed(body)))
    found: list[Block] = []
    gap = True
    for line in lines:
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


def spans(line: str) -> tuple[Span, ...]:
    """Return the words of one line by their face; signs that are none stay in the words."""
    pairs = _pairs(line)
    if not pairs:
        return (Span(text=line),) if line else ()
    edges = sorted({(at, sign) for pair in pairs for at, sign in pair})
    result: list[Span] = []
    face = {"**": False, "_": False}
    done = 0
    for at, sign in edges:
        if at > done:
            result.append(Span(text=line[done:at], bold=face["**"], italic=face["_"]))
        face[sign] = not face[sign]
        done = at + len(sign)
    if done < len(line):
        result.append(Span(text=line[done:]))
    return tuple(result)


def _longer(block: Block, line: _Typed, row: Row) -> Block:
    """Return the block with one more line, as a passage of its own or in the last one."""
    passages = block.passages
    if not row.spans:  # a ">" alone parts the paragraphs of a quotation
        passages = (*passages, Passage(rows=()))
    elif block.kind in _LISTS and not line.continued:
        passages = (*passages, Passage(rows=(row,), number=line.number))
    else:
        last = passages[-1]
        passages = (*passages[:-1], Passage(rows=(*last.rows, row), number=last.number))
    return Block(kind=block.kind, passages=passages, close=block.close)


def _typed(body: str) -> Iterator[_Typed]:
    """Each line with what its beginning looks like."""
    at = 0
    for part, text in enumerate(body.split(_PARTED)):
        if part:
            yield _Typed(text="", start=at - 1, begins=0, kind=BlockKind.PARAGRAPH)
        start = at
        for end in [*_LINE_END.finditer(text), None]:
            stop = at + (end.start() if end else len(text))
            yield _looked_at(body[start:stop], start)
            start = at + (end.end() if end else len(text))
        at += len(text) + 1


def _looked_at(text: str, start: int) -> _Typed:
    if found := _SIGN.match(text):
        if found["number"]:
            kind, number = BlockKind.NUMBERS, int(found["number"])
        else:
            kind, number = BlockKind.DASHES if found["dash"] else BlockKind.BULLETS, 0
        return _Typed(text=text, start=start, begins=found.end(), kind=kind, number=number)
    if found := _QUOTED.match(text):
        return _Typed(text=text, start=start, begins=found.end(), kind=BlockKind.QUOTATION)
    return _Typed(text=text, start=start, begins=0, kind=BlockKind.PARAGRAPH)


def _settled(lines: Sequence[_Typed]) -> list[_Typed]:
    """Return the lines, those that only looked like a list or a quotation as paragraphs."""
    settled: list[_Typed] = []
    above = BlockKind.PARAGRAPH
    for at, looked in enumerate(lines):
        line = looked
        kind, continued = line.kind, False
        if kind is not BlockKind.PARAGRAPH:
            kind = kind if _is_meant(line, at, lines) else BlockKind.PARAGRAPH
        elif above in _LISTS and not line.blank and _CONTINUED.match(line.text):
            kind, continued = above, True
        if kind is not line.kind:
            line = _Typed(
                text=line.text, start=line.start, begins=0, kind=kind, continued=continued
            )
        settled.append(line)
        above = kind
    return settled


def _is_meant(line: _Typed, at: int, lines: Sequence[_Typed]) -> bool:
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


def _neighbour(lines: Sequence[_Typed], at: int, step: int) -> _Typed | None:
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


# ---- bold and italic ----------------------------------------------------------------------------

_FACES = re.compile(r"\*\*|_")
_BEFORE_OPENING = "([{\"'«“‘„‚‹¿¡–—-"
_AFTER_CLOSING = ")]}\"'»”’“‘›.,;:!?…。，、；：！？–—-"

_Edge = tuple[int, str]  # where a sign stands, and which


def _pairs(line: str) -> list[tuple[_Edge, _Edge]]:
    """Where faces begin and end. Pairs never cross: what would cross is no sign."""
    found: list[tuple[_Edge, _Edge]] = []
    pending: list[_Edge] = []
    for match in _FACES.finditer(line):
        at, sign = match.start(), match.group()
        opened = next((edge for edge in pending if edge[1] == sign), None)
        if opened is not None and _closes(line, at, sign):
            found.append((opened, (at, sign)))
            del pending[pending.index(opened) :]
        elif _opens(line, at, sign):
            if opened is not None:
                del pending[pending.index(opened) :]
            pending.append((at, sign))
    return found


def _opens(line: str, at: int, sign: str) -> bool:
    before, after = line[at - 1 : at], line[at + len(sign) : at + len(sign) + 1]
    if not after or after.isspace() or after == sign[0] or before == sign[0]:
        return False
    return not before or before.isspace() or before in _BEFORE_OPENING + "*_" or _wide(before)


def _closes(line: str, at: int, sign: str) -> bool:
    before, after = line[at - 1 : at], line[at + len(sign) : at + len(sign) + 1]
    if not before or before.isspace() or before == sign[0] or after == sign[0]:
        return False
    return not after or after.isspace() or after in _AFTER_CLOSING + "*_" or _wide(after)


def _wide(char: str) -> bool:
    """Tell whether a character belongs to a script that writes without spaces."""
    return unicodedata.east_asian_width(char) in {"W", "F"}
