"""The parent's side: a child process that is started, asked, and stopped when it must be.

The parent never looks into a document. It sends bytes, waits no longer than the limit,
and checks the shape of the answer. Whatever the child does, the parent goes on.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TypeAlias

import msgspec

from appealdesk.cases.opening.frames import read_frame, write_frame
from appealdesk.cases.opening.limits import LINES, REPLY_BYTES, SECONDS, TEXT_BYTES
from appealdesk.cases.opening.reasons import Reason

Meanwhile: TypeAlias = Callable[[], None]

_CHILD_SWITCH = "--read-child"
_DOCUMENTS_PER_CHILD = 200  # then a fresh one, so that nothing can pile up in it

_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1));"
    " from appealdesk.__main__ import main; sys.exit(main())"
)


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a child may answer, and nothing else."""

    format: str = ""
    lines: list[tuple[str, int]] = []
    refused: str = ""


class ReadingChild:
    """One child process. Use it in a `with` block; ask it for one document after another."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def ask(self, data: bytes, meanwhile: Meanwhile | None = None) -> Reply | Reason:
        """Return the child's answer to one document, or why there is none.

        meanwhile: what is done here while the child is at work.
        """
        try:
            process = self._ready()
        except OSError:
            return Reason.NO_CHILD
        assert process.stdin is not None  # noqa: S101  (both are pipes)
        assert process.stdout is not None  # noqa: S101
        late = threading.Event()
        clock = threading.Timer(self._seconds, _end_late, (process, late))
        clock.daemon = True
        clock.start()
        try:
            answer = _exchange(process.stdin, process.stdout, data, meanwhile)
        except ValueError:
            answer = b""
        finally:
            clock.cancel()
        if answer is None or late.is_set():
            return self._died(process, late=late.is_set())
        reply = _checked(answer)
        if not isinstance(reply, Reply):
            self.stop()
        return reply

    def stop(self) -> None:
        """End the child, at once."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)
            process.wait()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if stream is not None:
                        stream.close()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._asked >= _DOCUMENTS_PER_CHILD:
            self.stop()
        if self._process is None:
            self._process = _started()
            self._asked = 0
        self._asked += 1
        return self._process

    def _died(self, process: subprocess.Popen[bytes], *, late: bool) -> Reason:
        self.stop()
        too_slow = late or (sys.platform != "win32" and process.returncode == -signal.SIGXCPU)
        return Reason.TOO_SLOW if too_slow else Reason.DIED


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        cwd=os.path.abspath(os.sep),  # noqa: PTH100  (the root: no folder is kept busy)
        close_fds=True,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        # The program for terminals: on Windows the one with a window has no standard streams.
        own = Path(sys.executable)
        return [str(own.with_name(f"appealdesk{own.suffix}")), _CHILD_SWITCH]
    root = Path(__file__).resolve().parents[3]
    start = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START]
    return [*start, str(root), _CHILD_SWITCH]


def _environment() -> dict[str, str]:
    """Return next to nothing: a child needs no names, no folders, no secrets."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def _exchange(
    stdin: IO[bytes], stdout: IO[bytes], data: bytes, meanwhile: Meanwhile | None
) -> bytes | None:
    # A child that died while it was sent to may still have answered: read in any case.
    with contextlib.suppress(OSError):
        write_frame(stdin, data)
    if meanwhile is not None:
        meanwhile()
    return read_frame(stdout, REPLY_BYTES)


def _checked(answer: bytes) -> Reply | Reason:
    """Return an answer that keeps to the rules, or the reason why it cannot be used."""
    try:
        reply = msgspec.json.decode(answer, type=Reply)
        if reply.refused:
            return Reason(reply.refused)
    except (ValueError, RecursionError):
        return Reason.GARBLED
    size = sum(len(text) for text, _page in reply.lines)
    if not reply.lines or size > TEXT_BYTES or len(reply.lines) > LINES:
        return Reason.GARBLED
    if any("\n" in text or "\r" in text or page < 1 for text, page in reply.lines):
        return Reason.GARBLED
    return reply


def _end_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
