"""What the typesetter is given: a letter's words as plain data, each line with its direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from appealdesk.letters import Letter
from appealdesk.paper.layouts import layout
from appealdesk.translation import _

# Written from right to left (Unicode CLDR 46, "characterOrder"), by ISO 639-1.
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})

# A word this long has no place to break and would run off the sheet. Scripts that break
# anywhere (Chinese, Japanese, Korean) or by dictionary (Thai, Lao, Khmer, Burmese) are let be.
_BREAKS_BY_ITSELF = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
_LONG_WORD = re.compile(rf"[^\s\u200b{_BREAKS_BY_ITSELF}]{{31,}}")
_CHUNK = 15
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_ZERO_WIDTH_SPACE = "\u200b"

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?![A-Za-z])")


# What letter.typ can be told about letters that go together, and what it takes otherwise.
# front:  a sheet to go before them: {"kind": the name of a function in fronts.typ, ...}
# duplex: every letter begins on the front of a sheet of its own
# scale:  how much larger than usual the text is
BUNDLE: dict[str, Any] = {"front": None, "duplex": False, "scale": 1.0}


def manuscript(letters: Sequence[Letter]) -> dict[str, Any]:
    """Return the letters as letter.typ wants them (JSON can hold all of it).

    Raises NoSuchLayout.
    """
    return BUNDLE | {
        "title": _title(letters),
        "batch": len(letters) > 1,
        "letters": [_letter(letter) for letter in letters],
    }


def _title(letters: Sequence[Letter]) -> str:
    """A PDF/UA document must have a title; a letter without one is named by what it is."""
    for letter in letters:
        for title in (letter.title, letter.subject):
            if _shows(title):
                return " ".join(_clean(title).split())
    return _("Letter")


def _letter(letter: Letter) -> dict[str, Any]:
    found = _LANGUAGE.match(letter.language)
    language = found.group(1).lower() if found else "en"
    rtl = language in _RIGHT_TO_LEFT
    label = letter.copies_label
    return {
        "layout": layout(letter.layout).name,
        "language": language,
        "region": found.group(2).upper() if found and found.group(2) else None,
        "rtl": rtl,
        "mark": _row(letter.mark, rtl=rtl) if _shows(letter.mark) else None,
        "sender": _rows(letter.from_lines, rtl=rtl),
        "address": _rows(letter.address, rtl=rtl),
        "dateline": _rows(letter.dateline.splitlines(), rtl=rtl),
        "subject": _rows(letter.subject.splitlines(), rtl=rtl),
        "salutation": _rows(letter.salutation.splitlines(), rtl=rtl),
        "body": [_rows(part.split("\n"), rtl=rtl) for part in paragraphs(letter.body)],
        "closing": _rows(letter.closing.splitlines(), rtl=rtl),
        "signature": _rows(letter.signature.splitlines(), rtl=rtl),
        "copies_label": _row(label, rtl=rtl) if _shows(label) else None,
        "copies": _rows(letter.copies, rtl=rtl),
    }


def paragraphs(body: str) -> list[str]:
    """Split a body at its blank lines. A paragraph keeps the line breaks inside it."""
    text = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028]", "\n", body).replace("\u2029", "\n\n")
    parts = re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text.strip())
    return [part for part in parts if _shows(part)]


def _rows(lines: Iterable[str], *, rtl: bool) -> list[dict[str, Any]]:
    return [_row(line, rtl=rtl) for line in lines if _shows(line)]


def _row(line: str, *, rtl: bool) -> dict[str, Any]:
    text = _clean(line).strip()
    return {"text": _LONG_WORD.sub(_breakable, text), "rtl": runs_rtl(text, otherwise=rtl)}


def runs_rtl(line: str, *, otherwise: bool) -> bool:
    """Tell whether a line runs from right to left: its first letter decides (UAX #9, P2 and P3).

    A line of figures alone, such as a telephone number, always runs from left to right.
    """
    for char in line:
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return otherwise and not any(char.isdigit() for char in line)


def _shows(text: str) -> bool:
    """Tell whether anything of a text leaves a trace on paper."""
    return any(unicodedata.category(char) not in _INVISIBLE for char in text)


def _clean(text: str) -> str:
    """Leave out control characters, which have no shape; a tab becomes a space.

    U+FEFF inside a text is a byte order mark gone astray; PDF/A does not allow it.
    """
    text = text.replace("\t", " ").replace("\n", " ").replace("\ufeff", "")
    return "".join(char for char in text if unicodedata.category(char) != "Cc")


def _breakable(word: re.Match[str]) -> str:
    """Let an endless word break, but never between a letter and its accent. Links know how."""
    text = word.group()
    if re.match(r"https?://", text):
        return text
    pieces, count = [], 0
    for char in text:
        if count >= _CHUNK and unicodedata.category(char)[0] != "M":
            pieces.append(_ZERO_WIDTH_SPACE)
            count = 0
        pieces.append(char)
        count += 1
    return "".join(pieces)
