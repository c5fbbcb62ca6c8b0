"""The process that opens documents: bytes in, rows or a reason out, inside its limits.

It reads frames (frames.py) from standard input until that ends, and answers each with
one frame of JSON: {"format": ..., "lines": [[text, page], ...]} or {"refused": reason}.
It knows neither the name nor the place of a document.
"""

from __future__ import annotations

import gc
import json
import os
from typing import BinaryIO

from appealdesk.cases.opening.confinement import confine, start_clock
from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.frames import read_frame, write_frame
from appealdesk.cases.opening.hidden import made_visible
from appealdesk.cases.opening.limits import INPUT_BYTES
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row, within_limits


def child_main() -> int:
    """Answer documents until standard input ends. Returns the exit status."""
    gc.set_threshold(50_000, 20, 100)  # while it starts there is nothing to collect
    source, answers = _streams()
    confine()
    while True:
        try:
            data = read_frame(source, INPUT_BYTES)
        except (ValueError, MemoryError):
            return 1
        if data is None:
            return 0
        start_clock()
        try:
            write_frame(answers, answer(data))
        except OSError:
            return 1


def answer(data: bytes) -> bytes:
    """Return the answer to one document. Whatever goes wrong becomes a reason, not a traceback."""
    said: dict[str, object]
    try:
        form, lines = _visible_lines(data)
        said = {"format": form.value, "lines": lines}
    except Refused as refusal:
        said = {"refused": refusal.reason.value}
    except MemoryError:
        said = {"refused": Reason.TOO_MUCH_MEMORY.value}
    except Exception:  # a reader met what its author did not foresee
        said = {"refused": Reason.DAMAGED.value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _visible_lines(data: bytes) -> tuple[Format, list[Row]]:
    form, rows = read(data)
    lines = [(made_visible(text), page) for text, page in within_limits(rows)]
    if not any(text.strip() for text, _page in lines):
        raise Refused(Reason.NO_TEXT)
    return form, list(within_limits(lines))


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Return input and output; what a library may print goes nowhere."""
    source = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    return source, answers
