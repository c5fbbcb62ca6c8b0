"""How the parent and the child talk: four bytes of length, then that many bytes."""

from __future__ import annotations

import struct
from typing import IO

_HEAD = struct.Struct(">I")


def write_frame(stream: IO[bytes], content: bytes) -> None:
    """Send one frame. Raises OSError where the other side is gone."""
    stream.write(_HEAD.pack(len(content)))
    stream.write(content)
    stream.flush()


def read_frame(stream: IO[bytes], most: int) -> bytes | None:
    """Return the next frame, or None where the stream ends before or within it.

    Raises ValueError for a frame that says it is longer than `most` bytes.
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    (length,) = _HEAD.unpack(head)
    if length > most:
        raise ValueError(length)
    content = stream.read(length)
    return content if len(content) == length else None
