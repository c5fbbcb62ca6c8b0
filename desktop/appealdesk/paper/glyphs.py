"""A character that no font can show: found, named, and its place told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from appealdesk.errors import Trouble
from appealdesk.translation import _

# Typst 0.15: the text `"中"` could not be displayed with font `"Libertinus Serif"`
# and, for private characters: the PDF contains the codepoint `"\u{e000}"`
_COMPLAINT = re.compile(
    r'(?:the text|contains the (?:disallowed )?codepoint) `"((?:\\.|[^"\\])+)"`'
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_ELLIPSIS_AFTER = 60


class GlyphMissing(Trouble):
    """A sheet holds a character that no font on this computer has. `char` is that character."""

    def __init__(self, char: str, texts: Iterable[str]) -> None:
        self.char = char
        self.line = line_with(char, texts)
        super().__init__(
            _("No font on this computer can show the character {char} ({name}).").format(
                char=_visible(char), name=name_of(char)
            ),
            place=_("In the line “{line}”").format(line=self.line) if self.line else "",
            kept=_("Your letter is safe."),
            remedy=_(
                "Please write it another way, or install a font for this script"
                " (the Noto fonts cover nearly all of them)."
            ),
        )


def complained_of(diagnostic: str) -> str:
    """Return the first character a Typst diagnostic says it cannot show, or ""."""
    found = _COMPLAINT.search(diagnostic)
    if not found:
        return ""
    text = _ESCAPE.sub(
        lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), found.group(1)
    )
    return text[:1]


def lone_surrogate(characters: Iterable[str]) -> str:
    """Return a half of a damaged character, which no file format can hold, or ""."""
    return next((char for char in characters if unicodedata.category(char) == "Cs"), "")


def name_of(char: str) -> str:
    """Return the number and the Unicode name of a character: "U+4E2D CJK UNIFIED ...-4E2D"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def line_with(char: str, texts: Iterable[str]) -> str:
    """Return the first line that holds the character, cut short around it, or ""."""
    for text in texts:
        for line in text.splitlines():
            at = line.find(char)
            if at >= 0:
                return _short(line, at)
    return ""


def _short(line: str, at: int) -> str:
    start = max(0, at - _ELLIPSIS_AFTER // 2)
    piece = line[start : start + _ELLIPSIS_AFTER]
    shown = "".join(_visible(char) for char in piece).strip()
    head = "…" if start else ""
    tail = "…" if start + _ELLIPSIS_AFTER < len(line) else ""
    return head + shown + tail


def _visible(char: str) -> str:
    """A surrogate or control character cannot be printed anywhere, the error included."""
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in {"Cs", "Cc"} else char
