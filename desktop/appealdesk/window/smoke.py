"""`appealdesk --smoke`: the real window, a sample case, a PDF and a mail draft, and the time."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.window.application import application
from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import places, works

_PATIENCE = 30.0  # seconds for each step
_SENDER = Sender(name="Ada Sample", address=("1 Sample Street", "1000 Sampleton"), country="BE")


class _StepError(Exception):
    """A step did not come to its end."""


def run_smoke() -> int:
    """Go through the main job once, in memory, and print what took how long; 0 when all is well."""
    begun = time.perf_counter()
    application()
    window = MainWindow(None)
    try:
        with tempfile.TemporaryDirectory(prefix="appealdesk-") as folder:
            _go_through(window, Path(folder), begun)
    except _StepError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    finally:
        window.close()
    print("all is well")
    return 0


def _go_through(window: MainWindow, folder: Path, begun: float) -> None:
    window.show()
    _tell("window shown", begun)
    moment = time.perf_counter()
    window.start([places.samples()[0]])
    bench = window.bench
    _wait("the sample case", lambda: bench.work is not None and bench.work.id > 0)
    _tell("library opened, sample read and drafted", moment)
    moment = time.perf_counter()
    bench.set_sender(_SENDER)
    work = bench.work
    assert work is not None, "waited for it above"  # noqa: S101
    bench.change("fields", works.leave_out_fields(work))
    files: list[Path] = []
    troubles: list[Trouble] = []
    bench.exits.save_letters(
        [works.ticked(work)[0].number],
        window.shown.today(),
        folder,
        files.extend,
        troubles.append,
        formats=("pdf", "eml"),
    )
    _wait("PDF and mail draft", lambda: bool(files or troubles))
    if troubles:
        raise _StepError(str(troubles[0]))
    _tell("PDF and mail draft made", moment)
    if not all(file.stat().st_size for file in files):
        raise _StepError("an empty file was made")


def _wait(what: str, come: Callable[[], bool]) -> None:
    """Let the window live until something has come."""
    loop = QEventLoop()
    deadline = time.monotonic() + _PATIENCE

    def look() -> None:
        if come() or time.monotonic() > deadline:
            loop.quit()

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(5)
    loop.exec()
    if not come():
        raise _StepError(f"{what} did not come within {_PATIENCE:.0f} s")


def _tell(what: str, since: float) -> None:
    print(f"{what}: {(time.perf_counter() - since) * 1000:.0f} ms")
