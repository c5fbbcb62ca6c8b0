"""A window with a letter of one page or of five on its desk, and somebody who types into it."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from appealdesk.window.application import application
from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import places, works

SENTENCE = "I have thought about this for a long time, and I write to you because it matters. "
LETTERS = {"one page": 0, "five pages": 48}  # paragraphs of five sentences put below the draft


def say_load() -> None:
    """Print how busy the machine is with other things: they are measured as well."""
    if hasattr(os, "getloadavg"):
        print(f"  load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def open_desk(paragraphs: int) -> MainWindow:
    """Return the real window, its library in memory, sheet and page side by side, cursor set."""
    application()
    window = MainWindow(None)
    window.resize(1360, 880)
    window.show()
    window.start([places.samples()[0]])
    while window.bench.work is None or window.bench.work.id < 0:
        wait(20)
    work = window.bench.work
    text = "\n\n".join([work.draft.body, *[SENTENCE * 5] * paragraphs])
    window.bench.change("text", works.write(work, window.shown.number, text))
    window.actions_.show_both.trigger()
    body = window.desk.sheet.body
    body.setFocus()
    middle = text.index(" ", len(text) // 2)
    body.choose(middle, middle)
    wait(2500)
    return window


def wait(milliseconds: float) -> None:
    """Let the window live for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(max(0, round(milliseconds)), loop.quit)
    loop.exec()


def press(window: MainWindow, count: int) -> tuple[float, float]:
    """Press the next key, a new paragraph now and then.

    Returns the ms until it is painted, and those of them that the window's thread was at work: the
    rest it waited for the background, or for others on the machine.
    """
    body = window.desk.sheet.body
    begun, busy = time.perf_counter(), time.thread_time()
    if count % 97 == 96:
        QTest.keyClick(body, Qt.Key.Key_Return)
    else:
        QTest.keyClicks(body, SENTENCE[count % len(SENTENCE)])
    QApplication.sendPostedEvents()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - busy) * 1000


def report(what: str, taken: Sequence[float], budget: tuple[int, float] | None = None) -> None:
    """Print the 50th, 95th and 99th percentile; budget: (which percentile, ms)."""
    cuts = statistics.quantiles(taken, n=100)
    line = ", ".join(f"{cuts[at - 1]:.1f} ms {at}th" for at in (50, 95, 99))
    if budget is not None:
        at, limit = budget
        line += f"    budget {limit:.0f} ms at the {at}th" + "  OVER" * (cuts[at - 1] > limit)
    print(f"  {what:<25} {line}")
