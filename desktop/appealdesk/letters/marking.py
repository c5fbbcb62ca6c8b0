"""Signs of the light notation put into a body and taken out again, see letters.marks.

Each function takes a body and the words chosen in it, body[start:end], and returns the body and
where those words then stand. Doing it twice brings the words back as they were.
"""

from __future__ import annotations

from appealdesk.letters import faces
from appealdesk.letters.marks import LISTS, BlockKind, TypedLine, typed_lines

BULLET = "• "  # of the signs for a list, the one that is always taken for one
QUOTED = "> "
_SIGNS = {BlockKind.DASHES: "- ", BlockKind.BULLETS: BULLET, BlockKind.QUOTATION: QUOTED}

Marked = tuple[str, int, int]


def next_sign(line: TypedLine) -> str:
    """Return what the line below begins with to go on with a list or a quotation, "" for none."""
    if line.kind is BlockKind.NUMBERS:
        return f"{line.number + 1}. " if line.number else ""
    return _SIGNS.get(line.kind, "")


def toggle_bold(body: str, start: int, end: int) -> Marked:
    """Make words bold, or plain again; with no words chosen, the word that `start` stands in."""
    return _toggle_face(body, start, end, faces.BOLD)


def toggle_italic(body: str, start: int, end: int) -> Marked:
    """Make words italic, or plain again; with no words chosen, the word that `start` stands in."""
    return _toggle_face(body, start, end, faces.ITALIC)


def toggle_list(body: str, start: int, end: int) -> Marked:
    """Make the chosen lines points of a list, or paragraphs again."""
    return _toggle_lines(body, start, end, LISTS, sign=BULLET, between="\n")


def toggle_quotation(body: str, start: int, end: int) -> Marked:
    """Make the chosen lines a quotation, or paragraphs again."""
    return _toggle_lines(body, start, end, (BlockKind.QUOTATION,), sign=QUOTED, between="\n>\n")


def _toggle_face(body: str, start: int, end: int, sign: str) -> Marked:
    first, last = start, end
    moved = 0  # how much longer the body has become so far
    for line in _chosen(body, start, end):
        at = line.start + line.begins + moved
        words = line.text[line.begins :]
        here = max(start + moved - at, 0), min(end + moved - at, len(words))
        if here[0] > here[1]:
            continue
        text, begins, ends = faces.toggled(words, *here, sign)
        body = body[:at] + text + body[at + len(words) :]
        if line.start <= start:
            first = at + begins
        last = at + ends
        moved += len(text) - len(words)
    return body, first, last


def _toggle_lines(
    body: str, start: int, end: int, kinds: tuple[BlockKind, ...], *, sign: str, between: str
) -> Marked:
    chosen = _chosen(body, start, end)
    lines = [line for line in chosen if line.text[line.begins :].strip()]
    if not lines:
        return body, start, end
    first, last = chosen[0].start, chosen[-1].start + len(chosen[-1].text)
    if all(line.kind in kinds for line in lines):
        words = [line.text[line.begins :].strip() for line in lines]
        text = "\n\n".join(words)
        before, after = _apart(body[:first], body[last:])
    else:
        words = [sign + line.text[line.begins :].strip() for line in lines]
        text = between.join(words)
        before, after = "", ""
    body = body[:first] + before + text + after + body[last:]
    begins = first + len(before)
    return body, begins, begins + len(text)


def _apart(before: str, after: str) -> tuple[str, str]:
    """Return what parts a paragraph from the lines before and after it."""
    return (
        "\n" if before.endswith("\n") and not before.endswith("\n\n") else "",
        "\n" if after.startswith("\n") and not after.startswith("\n\n") else "",
    )


def _chosen(body: str, start: int, end: int) -> list[TypedLine]:
    """The lines that hold the chosen words, from the first to the last."""
    return [
        line
        for line in typed_lines(body)
        if line.start <= max(end - 1, start) and start <= line.start + len(line.text)
    ]
