"""The pages of a PDF as pictures, by PDFium: what the printer gets is what the screen shows."""

from __future__ import annotations

import struct
import threading
import zlib
from collections.abc import Collection

from appealdesk.cases import Plain

_POINTS_PER_INCH = 72
_one_at_a_time = threading.Lock()  # PDFium keeps state of its own for the whole process


class Picture(Plain, frozen=True):
    """One page, drawn.

    number:        of the page, counting from 1
    width, height: in pixels
    pixels:        red, green and blue, a byte each, line by line from the top
    """

    number: int
    width: int
    height: int
    pixels: bytes

    def png(self) -> bytes:
        """Return the picture as a PNG file (W3C PNG, third edition: 8-bit RGB, no filter)."""
        line = self.width * 3
        lines = (self.pixels[at : at + line] for at in range(0, len(self.pixels), line))
        packed = zlib.compress(b"".join(b"\0" + one for one in lines), level=1)
        size = struct.pack(">2I5B", self.width, self.height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", size), (b"IDAT", packed), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def pictures(
    pdf: bytes, pixels_per_inch: float, only: Collection[int] | None = None
) -> tuple[Picture, ...]:
    """Return the pages of a PDF of ours as pictures; `only` those numbers, all when None.

    Numbers of pages that are not there are passed over.
    """
    import pypdfium2  # noqa: PLC0415

    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        numbers = range(1, len(document) + 1)
        return tuple(
            _drawn(document, number, pixels_per_inch)
            for number in numbers
            if only is None or number in only
        )


def _drawn(document: object, number: int, pixels_per_inch: float) -> Picture:
    page = document[number - 1]  # type: ignore[index]  # pypdfium2 has no types
    bitmap = page.render(scale=pixels_per_inch / _POINTS_PER_INCH, rev_byteorder=True)
    line = bitmap.width * 3
    whole = bytes(bitmap.buffer)
    if bitmap.stride != line:
        whole = b"".join(whole[at : at + line] for at in range(0, len(whole), bitmap.stride))
    made = Picture(number=number, width=bitmap.width, height=bitmap.height, pixels=whole)
    page.close()
    return made


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
