"""Lines no wider than a column, in any script: spaces, and between East Asian characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# What must not begin or end a line in Chinese and Japanese (JIS X 4051, the common subset).
_NOT_FIRST = frozenset("、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】,.:;?!)]}”’…‥")
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【([{")

_SPACES = re.compile(r"[^\S\u00a0\u202f\u2007]+")
# The signs of quotations and lists, which the lines that follow stand in line with.
_QUOTED = re.compile(r"[^\S\n]*(?:>[^\S\n]+)+")
_LISTED = re.compile(r"[^\S\n]*(?:[-•*]|\d{1,3}[.)])[^\S\n]+")


def columns(text: str) -> int:
    """Return how many columns a text takes: East Asian characters two, accents none (UAX #11)."""
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def wrapped(line: str, width: int) -> str:
    """Return a line broken into lines of at most `width` columns; nothing else is changed.

    A word that is wider, such as a link, stays whole. What continues a quotation begins with its
    sign again, what continues a point of a list stands in line with its words.
    """
    sign = _QUOTED.match(line) or _LISTED.match(line)
    first = sign.group() if sign else ""
    next_ = first if sign and ">" in first else " " * columns(first)
    lines, current, used = [], first, columns(first)
    begun = False
    for space, piece in _pieces(line[len(first) :]):
        more = columns(space) + columns(piece)
        if begun and used + more > width:
            lines.append(current)
            current, used = next_ + piece, columns(next_) + columns(piece)
        else:
            current, used = current + space + piece, used + more
        begun = True
    return "\n".join([*lines, current]).rstrip() if begun else line.rstrip()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what must stay together, each piece with the space before it."""
    at, space = 0, ""
    while at < len(text):
        gap = _SPACES.match(text, at)
        if gap:
            space, at = gap.group(), gap.end()
            continue
        found = _SPACES.search(text, at)
        end = found.start() if found else len(text)
        for piece in _parted(text[at:end]):
            yield space, piece
            space = ""
        at = end


def _parted(word: str) -> Iterator[str]:
    """Part a word at the places where Chinese and Japanese may be broken."""
    start = 0
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        if (
            (_ideographic(before) or _ideographic(after))
            and before not in _NOT_LAST
            and after not in _NOT_FIRST
            and not unicodedata.combining(after)
        ):
            yield word[start:at]
            start = at
    yield word[start:]


def _ideographic(char: str) -> bool:
    """Tell whether a line may be broken at this character: wide, but not Korean, which has spaces."""
    return unicodedata.east_asian_width(char) == "W" and not "\uac00" <= char <= "\ud7a3"
