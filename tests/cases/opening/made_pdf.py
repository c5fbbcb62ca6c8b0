"""PDFs written by hand for the tests: text at places, and every kind of damage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Put: TypeAlias = tuple[float, float, str]  # points from the left, points from the foot, text


def escaped(text: str) -> bytes:
    for character in "\\()":
        text = text.replace(character, "\\" + character)
    return text.encode("cp1252")


def stream_of(puts: Iterable[Put], size: float = 11) -> bytes:
    parts = [
        b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, left, bottom, escaped(text))
        for left, bottom, text in puts
    ]
    return b"\n".join(parts)


def pdf(
    pages: Sequence[Iterable[Put]], *, extra: Sequence[bytes] = (), catalogue: bytes = b""
) -> bytes:
    """Return a PDF with text at places. `extra` objects are numbered from 900 on."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * index) for index in range(len(pages)))
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for index, page in enumerate(pages):
        content = stream_of(page)
        number = 10 + 2 * index
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (number + 1)
        )
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    for index, content in enumerate(extra):
        objects[900 + index] = content
    return written(objects)


# A font whose capitals A to Z are the Hebrew letters from alef on; all else is itself.
_HEBREW_CODES = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /H def"
    b" 1 begincodespacerange <00> <FF> endcodespacerange"
    b" 3 beginbfrange <20> <40> <0020> <41> <5A> <05D0> <5B> <7E> <005B> endbfrange"
    b" endcmap end end"
)


def hebrew_pdf(pages: Sequence[Iterable[Put]]) -> bytes:
    """Return a PDF in which capitals are Hebrew letters, put as they are seen on paper."""
    codes = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_HEBREW_CODES), _HEBREW_CODES)
    plain = pdf(pages, extra=[codes])
    return rewritten(plain, b"/WinAnsiEncoding >>", b"/WinAnsiEncoding /ToUnicode 900 0 R >>")


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a file with one piece changed and its cross-reference table put right."""
    body = data.replace(old, new)
    objects = {
        int(found.group(1)): found.group(2)
        for found in re.finditer(rb"(\d+) 0 obj\n(.*?)\nendobj\n", body, re.DOTALL)
    }
    return written(objects)


def written(objects: dict[int, bytes], root: int = 1) -> bytes:
    """Return objects as a file with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(out)


def lines(
    texts: Sequence[str], *, left: float = 60, top: float = 780, step: float = 13
) -> list[Put]:
    """Return lines of text below each other; an empty one leaves a line free."""
    return [(left, top - index * step, text) for index, text in enumerate(texts) if text]
