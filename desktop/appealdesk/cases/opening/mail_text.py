"""What mail programs do to plain text: flowed paragraphs, files between the lines, sealed text."""

from __future__ import annotations

import binascii
import re
from typing import Final

_UUENCODED: Final = re.compile(
    r"^begin [0-7]{3,4} \S[^\r\n]*\r?\n((?:[!-`][ -`]*\r?\n)*)(?:[` ]?\r?\n)?end[ \t]*$",
    re.MULTILINE,
)
_SEALED: Final = re.compile(r"\s*-----BEGIN PGP MESSAGE-----")


def is_sealed(text: str) -> bool:
    """Tell a text that is encrypted for its reader (OpenPGP, RFC 9580)."""
    return _SEALED.match(text) is not None


def without_uuencoded(text: str) -> tuple[str, list[bytes]]:
    """Return a text without the files that were uuencoded into it, and these files."""
    files: list[bytes] = []

    def taken(found: re.Match[str]) -> str:
        try:
            lines = found.group(1).encode("ascii").splitlines()
            content = b"".join(map(_uudecoded, lines))
        except (ValueError, binascii.Error):
            return found.group()
        files.append(content)
        return ""

    return _UUENCODED.sub(taken, text), files


def _uudecoded(line: bytes) -> bytes:
    full = 1 + ((line[0] - 32) % 64 + 2) // 3 * 4
    if not full - 4 <= len(line) <= full + 1:  # blanks lost at the end, or a check sum
        raise ValueError(line)
    return binascii.a2b_uu(line)


def unfolded(text: str, *, joined: bool) -> str:
    """Return text sent as format=flowed (RFC 3676) with its paragraphs on one line each."""
    lines: list[str] = []
    flowing = False
    quoted = ""
    for line in text.splitlines():
        marks = re.match(r">*", line)
        quote = marks.group() if marks else ""
        rest = line[len(quote) :].removeprefix(" ")
        if flowing and quote == quoted and rest != "-- ":
            lines[-1] = (lines[-1][:-1] if joined else lines[-1]) + rest
        else:
            lines.append(f"{quote} {rest}" if quote else rest)
        flowing = rest.endswith(" ") and rest != "-- "
        quoted = quote
    return "\n".join(lines)
