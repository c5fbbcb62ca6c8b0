"""The face of the page, for the editor too: the fonts that travel inside the typst package."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_HEADER = struct.Struct(">4sH6x")  # OpenType 1.9: version, number of tables, search fields
_ENTRY = struct.Struct(">4sIII")  # tag, checksum, offset, length
_VERSIONS = (b"OTTO", b"\x00\x01\x00\x00")
_MOST_TABLES = 64
_FULL_NAME = 4


@cache
def embedded_font(family: str) -> bytes | None:
    """Return the bytes of the font of that full name, "Libertinus Serif" or "... Bold"; or None.

    None also where the typst package is built in a way this does not know: the caller then
    takes a font of the system.
    """
    try:
        with (
            _library().open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view,
        ):
            return next((f for f in _fonts(view) if full_name(f) in _names(family)), None)
    except (OSError, ImportError, ValueError, LookupError):
        return None


def _names(family: str) -> frozenset[str]:
    return frozenset({family, f"{family} Regular"})


def _library() -> Path:
    import typst  # noqa: PLC0415

    folder = Path(typst.__file__).parent
    return max(
        (path for path in folder.iterdir() if path.suffix in {".so", ".pyd", ".dylib"}),
        key=lambda path: path.stat().st_size,
    )


def _fonts(view: mmap.mmap) -> Iterator[bytes]:
    """Every OpenType font with PostScript outlines that stands whole in the file."""
    at = view.find(b"OTTO")
    while at >= 0:
        length = _length(view, at)
        if length:
            yield view[at : at + length]
        at = view.find(b"OTTO", at + max(length, 4))


def _length(view: mmap.mmap, at: int) -> int:
    """How long the font at this place is, by its table directory; 0 where none stands there."""
    if at + _HEADER.size > len(view):
        return 0
    version, count = _HEADER.unpack_from(view, at)
    first = at + _HEADER.size
    if version not in _VERSIONS or not 0 < count <= _MOST_TABLES:
        return 0
    if first + count * _ENTRY.size > len(view):
        return 0
    tables = [_ENTRY.unpack_from(view, first + index * _ENTRY.size) for index in range(count)]
    if not {b"CFF ", b"name", b"cmap"} <= {tag for tag, *_rest in tables}:
        return 0
    length = max(offset + (size + 3) // 4 * 4 for _tag, _sum, offset, size in tables)
    return length if at + length <= len(view) else 0


def full_name(font: bytes) -> str:
    """Return the full name of an OpenType font ("Libertinus Serif Bold"), or ""."""
    _version, count = _HEADER.unpack_from(font, 0)
    for index in range(count):
        tag, _sum, offset, _size = _ENTRY.unpack_from(font, _HEADER.size + index * _ENTRY.size)
        if tag == b"name":
            return _full_name(font, offset)
    return ""


def _full_name(font: bytes, table: int) -> str:
    """Read the name table (OpenType 1.9, "name"): the Windows, UTF-16 records hold the names."""
    _format, count, strings = struct.unpack_from(">HHH", font, table)
    for index in range(count):
        platform, _encoding, _language, name, length, offset = struct.unpack_from(
            ">6H", font, table + 6 + index * 12
        )
        if (platform, name) == (3, _FULL_NAME):
            start = table + strings + offset
            return font[start : start + length].decode("utf-16-be", "replace")
    return ""
