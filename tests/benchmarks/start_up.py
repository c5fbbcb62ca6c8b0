"""How long from the start of the process to a window one can use, beside a bare Qt window.

Run `python -m tests.benchmarks.start_up [TIMES]`. The two are started in turn, and the first pair
does not count. The bare window has two text editors and imports nothing of ours. "Shown": the
whole window has been painted and answers. "Furnished": brief, desk and workbench are there as
well and the library has been opened, which happens behind the painted window.
Budget: design, section 6 (1.3 times the bare window).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

BUDGET = 1.3

# A posted event of high priority comes right after the picture, before anything else that waits.
WATCH = """
import os, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            found = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, found, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event):
        done()
        return True

def done():
    sys.stdout.write("usable\\n")
    sys.stdout.flush()
    os._exit(0)

watch = Watch()
"""

BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter
app = QApplication([])
window, middle = QMainWindow(), QSplitter()
middle.addWidget(QPlainTextEdit())
middle.addWidget(QPlainTextEdit())
window.setCentralWidget(middle)
window.resize(1180, 760)
middle.widget(1).viewport().installEventFilter(watch)
window.show()
app.exec()
"""
)

OURS = (
    WATCH
    + """
from appealdesk.window import load_quickly
load_quickly()  # as open_window does
from appealdesk.window.application import application, show_first
app = application()
window = show_first([])
if sys.argv[1:] == ["furnished"]:
    window.ready.connect(done)
else:
    window.status.installEventFilter(watch)
app.exec()
"""
)


def started(program: str, home: str, *until: str) -> float:
    """Return the seconds from starting a process to its window being usable."""
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "APPEALDESK_HOME": home}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *until],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - begun
    if line != b"usable\n":
        raise SystemExit("the window did not come")
    return taken


def main() -> None:
    """Start both in turn and print medians and their ratio."""
    times = int(sys.argv[1]) if sys.argv[1:] else 9
    rows: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory(prefix="appealdesk-") as home:
        for turn in range(times + 1):
            row = started(BARE, home), started(OURS, home), started(OURS, home, "furnished")
            rows += [row] if turn else []
    bare, shown, furnished = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"bare window              {bare * 1000:6.0f} ms (median of {times})")
    print(f"Appeal Desk, shown       {shown * 1000:6.0f} ms")
    print(f"Appeal Desk, furnished   {furnished * 1000:6.0f} ms")
    print(f"shown / bare             {shown / bare:6.2f}    budget {BUDGET}")


if __name__ == "__main__":
    main()
