"""Characters that a reader does not see: shown, joined, or dropped; never obeyed.

- Control characters, bidirectional overrides, tag characters, lone surrogates and the
  like are shown as ⟨U+202E⟩: one sees that something stood there, and where. The grammar
  flags a value that holds such a mark (`MARK`).
- Marks that only help a typesetter (soft hyphen, zero-width space, word joiner, byte
  order mark, left-to-right and right-to-left marks) are dropped: no word is lost by it.
- Bidirectional embeddings and isolates are dropped from a line that holds right-to-left
  letters, where they do honest work, and shown in any other line, where they do not.
- The zero-width joiner and non-joiner stay between letters that they shape (Arabic,
  Persian, Indic scripts, emoji) and are dropped elsewhere.
- Blank characters of every width become a plain blank, the hyphen that does not break a
  plain one, a soft hyphen at the end of a line the hyphen that is seen there; tabs stay.
- A page that is a picture, and what came with a message and was not read, give a line of their
  own (`PICTURE`, `UNREAD`), of which the grammar makes a doubt.
- Bullets of the old symbol fonts (private-use characters) become "•".

The lists follow Unicode Standard Annex #9 (bidirectional) and Technical Standard #39.
"""

from __future__ import annotations

import re
from typing import Final

SYMBOL_BULLETS: Final = "\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf0fc\uf02d\uf0e8"
MARK: Final = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")
PICTURE: Final = "⟨▨⟩"  # the line of a page that is a picture: its words were not read
UNREAD: Final = "⟨…⟩"  # the line of an attachment or of further messages that were not read

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_DROPPED = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u180e\u034f"
_EMBEDDINGS = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SHOWN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff\ufffe\uffff"
)
_ODD = re.compile(f"[{_SHOWN}{_DROPPED}{_EMBEDDINGS}{_BLANKS}\u200c\u200d]")
_BLANK = re.compile(f"[{_BLANKS}]")
_PLAIN: Final = str.maketrans({"\u2011": "-"} | dict.fromkeys(SYMBOL_BULLETS, "•"))
_SOFT_END = re.compile("\u00ad\\s*$")
_JOINERS = "\u200c\u200d"
_SHAPED = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
)


def made_visible(line: str) -> str:
    """Return the line with nothing hidden in it (see the module's rules). No line ends inside."""
    if line.isascii() and line.isprintable():
        return line
    line = _SOFT_END.sub("-", line.translate(_PLAIN))
    if _ODD.search(line) is None:
        return line
    honest = _RIGHT_TO_LEFT.search(line) is not None

    def answer(match: re.Match[str]) -> str:
        character = match.group()
        if _BLANK.match(character):
            return " "
        if character in _DROPPED or (honest and character in _EMBEDDINGS):
            return ""
        if character in _JOINERS:
            before = line[match.start() - 1 : match.start()]
            after = line[match.end() : match.end() + 1]
            return character if _SHAPED.match(before) and _SHAPED.match(after) else ""
        return f"⟨U+{ord(character):04X}⟩"

    return _ODD.sub(answer, line)
