"""A private screen: Xvfb on a free display number, for stories and screenshots."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

SIZE = (1280, 800)  # px; a small laptop of today
_START = 20  # s that Xvfb may take on a busy machine


class NoScreen(Exception):  # noqa: N818  (read as a sentence: "raise NoScreen")
    """Xvfb is not installed or does not start."""


@dataclass(frozen=True)
class Screen:
    """A running X server. display: what DISPLAY must hold, such as ":7"."""

    display: str

    def environment(self, base: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return `base` (else this process's environment) set so that a program opens here."""
        environment = dict(os.environ if base is None else base)
        environment.pop("WAYLAND_DISPLAY", None)
        environment.pop("XAUTHORITY", None)
        return environment | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}


def _display_number(pipe: int, server: subprocess.Popen[bytes]) -> str:
    """Read the display number that Xvfb writes once it takes connections."""
    told = b""
    while not told.endswith(b"\n"):
        readable, _, _ = select.select([pipe], [], [], _START)
        part = os.read(pipe, 16) if readable else b""
        if not part:
            raise NoScreen(f"Xvfb did not start (exit status {server.poll()})")
        told += part
    return told.decode("ascii").strip()


@contextmanager
def private_screen(width: int = SIZE[0], height: int = SIZE[1]) -> Iterator[Screen]:
    """Start an X server of its own (width x height px, 24 bit, no TCP) and stop it at the end.

    Raises NoScreen where Xvfb is missing or does not start within 20 s.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise NoScreen("Xvfb is not installed (Debian, Ubuntu: apt-get install xvfb)")
    ours, theirs = os.pipe()
    arguments = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        [program, "-displayfd", str(theirs), *arguments],
        pass_fds=[theirs],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    try:
        yield Screen(":" + _display_number(ours, server))
    finally:
        os.close(ours)
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=_START)
        if server.poll() is None:
            server.kill()
            server.wait()
