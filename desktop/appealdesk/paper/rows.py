"""Lines on their way to the typesetter: clean, with their direction, their faces and their ties."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from appealdesk.letters import Span
from appealdesk.paper.ties import tied

# A word this long has no place to break and would run off the sheet. Scripts that break
# anywhere (Chinese, Japanese, Korean) or by dictionary (Thai, Lao, Khmer, Burmese) are let be.
_BREAKS_BY_ITSELF = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
_LONG_WORD = re.compile(rf"[^\s\u200b{_BREAKS_BY_ITSELF}]{{31,}}")
_CHUNK = 15
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_ZERO_WIDTH_SPACE = "\u200b"
_NO_BREAK = "\u00a0"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # all that Unicode has of category Cc

_LINK = re.compile(r"https?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]}'’]")
_MAY_BE_NAME = re.compile(r"[^\W\d_]{5,}")
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})

Row = dict[str, Any]


def row(line: str, *, rtl: bool) -> Row:
    """Return one line of plain words: {text, rtl}."""
    text = _clean(line).strip()
    return {"text": _LONG_WORD.sub(_breakable, text), "rtl": runs_rtl(text, otherwise=rtl)}


def rows(lines: Iterable[str], *, rtl: bool) -> list[Row]:
    """Return the lines that show."""
    return [row(line, rtl=rtl) for line in lines if shows(line)]


def written(spans: Iterable[Span], language: str, *, rtl: bool) -> Row:
    """Return one line of the body: {spans, rtl}, or {text, rtl} where it is all of one face.

    A span has its text, and bold, italic, name (never hyphenated) or url where it is so.
    """
    return dict(_written(tuple(spans), language, rtl))


@lru_cache(maxsize=512)
def _written(spans: tuple[Span, ...], language: str, rtl: bool) -> Row:
    """Remembered: of a long letter, one line changes with a key press."""
    whole = "".join(span.text for span in spans)
    runs = runs_rtl(_clean(whole), otherwise=rtl)
    made = [piece for span in spans for piece in _pieces(span, language)]
    if len(made) == 1 and made[0].keys() == {"text"}:
        return {"text": made[0]["text"], "rtl": runs}
    return {"spans": made, "rtl": runs}


def in_one_line(lines: Iterable[str], *, rtl: bool) -> Row:
    """Return several lines in one, parted by dots: {spans, rtl}, each span with its direction.

    The line may break behind a dot, never within what was a line.
    """
    made = [row(line, rtl=rtl) for line in lines if shows(line)]
    spans: list[Row] = []
    for index, one in enumerate(made):
        spans += [{"text": f"{_NO_BREAK}\N{MIDDLE DOT} "}] if index else []
        spans.append(one | {"text": one["text"].replace(" ", _NO_BREAK), "name": True})
    return {"spans": spans, "rtl": bool(made) and made[0]["rtl"]}


def shows(text: str) -> bool:
    """Tell whether anything of a text leaves a trace on paper."""
    return any(unicodedata.category(char) not in _INVISIBLE for char in text)


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


def one_line(text: str) -> str:
    """Return a text in one line, clean."""
    return " ".join(_clean(text).split())


def _pieces(span: Span, language: str) -> Iterator[Row]:
    """The words of a span, with links and names apart."""
    face: Row = {}
    if span.bold:
        face["bold"] = True
    if span.italic:
        face["italic"] = True
    text = _clean(span.text)
    done = 0
    for link in _LINK.finditer(text):
        yield from _named(text[done : link.start()], face, language)
        yield {"text": link.group(), "url": link.group()} | face
        done = link.end()
    yield from _named(text[done:], face, language)


def _named(text: str, face: Row, language: str) -> Iterator[Row]:
    """The words, those apart that may be a name: no one likes to see theirs broken."""
    text = _LONG_WORD.sub(_breakable, tied(text, language))
    done = 0
    if language not in _NOUNS_HAVE_CAPITALS:
        for word in _MAY_BE_NAME.finditer(text):
            if word.group()[0].isupper() and _ZERO_WIDTH_SPACE not in word.group():
                if text[done : word.start()]:
                    yield {"text": text[done : word.start()]} | face
                yield {"text": word.group(), "name": True} | face
                done = word.end()
    if text[done:]:
        yield {"text": text[done:]} | face


def _clean(text: str) -> str:
    """Leave out control characters, which have no shape; a tab becomes a space.

    U+FEFF inside a text is a byte order mark gone astray; PDF/A does not allow it.
    """
    text = text.replace("\t", " ").replace("\n", " ").replace("\ufeff", "")
    return _CONTROL.sub("", text)


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
