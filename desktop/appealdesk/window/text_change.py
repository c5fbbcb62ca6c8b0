"""Text as a letter holds it, and as Qt's text documents hold it."""

from __future__ import annotations

# Qt's marks in QTextDocument.toRawText: between blocks, and for a line break inside a block.
BLOCK = "\u2029"
BREAK = "\u2028"


def to_raw(text: str) -> str:
    """Return a letter's text as one block a paragraph ("\\n\\n" separates paragraphs)."""
    return text.replace("\n\n", BLOCK).replace("\n", BREAK)


def from_raw(raw: str) -> str:
    """Return the text of blocks as a letter holds it; the inverse of `to_raw`."""
    return raw.replace(BLOCK, "\n\n").replace(BREAK, "\n")


def utf16(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def index_of(text: str, place: int) -> int:
    """Return where a place counted as Qt does is in a text."""
    return len(
        text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace")
    )


def difference(old: str, new: str) -> tuple[int, int, str]:
    """Return the smallest single change: (start, length taken out, what is put in).

    Start and length are counted as Qt does; a character outside the BMP is never cut in two.
    """
    shorter = min(len(old), len(new))
    lead = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - lead
    trail = 0
    while trail < rest and old[-1 - trail] == new[-1 - trail]:
        trail += 1
    taken = old[lead : len(old) - trail]
    put = new[lead : len(new) - trail]
    return utf16(old[:lead]), utf16(taken), put
