"""The real program on a private screen, used as a person uses it: by mouse and keyboard.

Clicks and key presses go through the X server (xdotool), so that the program gets what it would
get from a person. Only the eyes are ours: `looker.py` tells where a widget is and what it shows.
"""

from __future__ import annotations

import contextlib
import json
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

LOOKER = Path(__file__).with_name("looker.py")
PATIENCE = 30.0  # s; on a busy machine everything takes its time, but nothing takes so long
PAUSE = 0.02  # s between two looks

Found = TypeVar("Found")


class NotSeen(AssertionError):  # noqa: N818  (what happened, as a sentence)
    """What a story waited for did not come."""


def awaited(look: Callable[[], Found | None], what: str, patience: float = PATIENCE) -> Found:
    """Return what `look` finds as soon as it finds something; raise NotSeen when it never does."""
    until = time.monotonic() + patience
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > until:
            raise NotSeen(f"waited {patience:.0f} s in vain for {what}")
        threading.Event().wait(PAUSE)


def missing() -> str:
    """Return why stories cannot be played here, "" where they can."""
    lacking = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]
    return f"{' and '.join(lacking)} not installed" if lacking else ""


class Program:
    """One run of the program.

    arguments:   as on its command line
    environment: with DISPLAY and the folders of the test
    """

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)
        self._errors = Path(environment["HOME"]) / "errors.txt"
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, str(LOOKER), *arguments],
                env=self._environment | {"PYTHONFAULTHANDLER": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )

    # looking

    def look(self, **question: str) -> Any:
        """Return the answer to one question of looker.py."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(question).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise NotSeen(f"the program has ended: {self.errors()}") from None
        ready, _w, _x = select.select([self._process.stdout], [], [], PATIENCE)
        line = self._process.stdout.readline() if ready else b""
        if not line:
            raise NotSeen(f"the program does not answer: {self.errors()}")
        return json.loads(line)

    def widget(self, name: str) -> dict[str, Any] | None:
        """Return where a widget is and what it shows; None where it cannot be seen."""
        found: dict[str, Any] | None = self.look(ask="widget", name=name)
        return found

    def sees(self, name: str, words: str = "", patience: float = PATIENCE) -> dict[str, Any]:
        """Wait until a widget is there and shows these words; return what it shows then."""

        def there() -> dict[str, Any] | None:
            found = self.widget(name)
            return found if found and words in found["text"] else None

        try:
            return awaited(there, f"{name} with {words!r}", patience)
        except NotSeen as not_seen:
            raise NotSeen(f"{not_seen}; it shows {self.widget(name)}. {self.errors()}") from None

    def gone(self, name: str) -> None:
        """Wait until a widget cannot be seen any more."""
        awaited(lambda: self.widget(name) is None, f"{name} to go")

    def press_until_gone(self, key: str, name: str) -> None:
        """Press a key, and again as a person would: the first may only take a suggestion."""
        until = time.monotonic() + PATIENCE
        while self.widget(name) is not None:
            self.press(key)
            with contextlib.suppress(NotSeen):
                awaited(lambda: self.widget(name) is None, f"{name} to go", patience=2.0)
            if time.monotonic() > until:
                raise NotSeen(f"{name} does not go at {key}")

    def text(self, name: str) -> str:
        """Return what a widget shows now."""
        return str(self.sees(name)["text"])

    def errors(self) -> str:
        """Return how the program has ended, if it has, and what it wrote to standard error."""
        status = self._process.poll()
        ended = "" if status is None else f"exit status {status}: "
        return ended + self._errors.read_text(encoding="utf-8", errors="replace").strip()

    # doing

    def click(self, name: str, at: tuple[float, float] = (0.5, 0.5)) -> None:
        """Click on a widget; at: where on it, as shares of its width and height."""
        found = awaited(
            lambda: (one := self.widget(name)) and one["enabled"] and one["place"][3] and one,
            f"{name} to click on",
        )
        left, top, width, height = found["place"]
        across, down = left + width * at[0], top + height * at[1]
        self._front()
        self._xdotool("mousemove", f"{across:.0f}", f"{down:.0f}", "click", "1")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X names them ("ctrl+s", "Return")."""
        self._front()
        self._xdotool("key", "--delay", "5", *keys)

    def type(self, text: str, delay: int = 5) -> None:
        """Type a text; delay: twice the milliseconds between two keys, as xdotool counts."""
        self._front()
        self._xdotool("type", "--delay", str(delay), "--", text)

    def typing(self, text: str, delay: int) -> subprocess.Popen[bytes]:
        """Begin to type a text and return at once. xdotool takes half the delay for each key."""
        self._front()
        return subprocess.Popen(
            ["xdotool", "type", "--delay", str(delay), "--", text], env=self._environment
        )

    def _front(self) -> None:
        """Do what a window manager does: give the keyboard to the newest window."""
        front = awaited(lambda: self.look(ask="front"), "a window")
        window = str(front["window"])
        if self._focused() != window:
            self._xdotool("windowfocus", window)
            awaited(lambda: self._focused() == window, "the keyboard to be the window's")
        awaited(lambda: self.look(ask="front")["active"], "the window to be active")

    def _focused(self) -> str:
        """Return the number of the window that the X server gives key presses to."""
        return self._xdotool("getwindowfocus", "-f")

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            check=True,
            timeout=PATIENCE,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    # ending

    def quit(self) -> int:
        """Close the window as a person does, and return the exit status."""
        self.press("ctrl+q")
        return self._process.wait(timeout=PATIENCE)

    def leave_without_keeping(self) -> None:
        """Close the window where nothing could be kept: the program asks, and lets one go."""
        self.press("ctrl+q")
        self.click("unkept_dialog.leave")
        assert self._process.wait(timeout=PATIENCE) == 0

    def kill(self) -> None:
        """End the program without a warning, as a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(timeout=PATIENCE)

    def end(self) -> None:
        """Make sure that it runs no more."""
        if self._process.poll() is None:
            self.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


def pdf_text(path: Path) -> str:
    """Return the words of a PDF, read by a program that is not ours."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode("utf-8")
