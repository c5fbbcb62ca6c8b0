"""How long from the start of the process to a window one can use, beside a bare Qt window.

Run `python -m tests.benchmarks.start_up [TIMES]`. The two are started in turn, and the first pair
does not count. The bare window has two text editors and imports nothing of ours. "Usable": the
first picture has been painted and the events that were waiting have been dealt with.
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

WATCH = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False

def done():
    sys.stdout.write("usable\\n")
    sys.stdout.flush()
    os._exit(0)

def go(app, window, central):
    global watch
    watch = Watch()
    central.installEventFilter(watch)
    window.show()
    app.exec()
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
go(app, window, middle.widget(1).viewport())
"""
)

OURS = (
    WATCH
    + """
from appealdesk.window.application import application
from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import places
app = application()
window = MainWindow(places.library_file())
QTimer.singleShot(0, window, lambda: window.start())
go(app, window, window.empty)
"""
)


def started(program: str, home: str) -> float:
    """Return the seconds from starting a process to its window being usable."""
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "APPEALDESK_HOME": home}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program],
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
    bare, ours = [], []
    with tempfile.TemporaryDirectory(prefix="appealdesk-") as home:
        for turn in range(times + 1):
            pair = started(BARE, home), started(OURS, home)
            if turn:
                bare.append(pair[0])
                ours.append(pair[1])
    middle = statistics.median(bare), statistics.median(ours)
    print(f"bare window      {middle[0] * 1000:6.0f} ms (median of {times})")
    print(f"Appeal Desk      {middle[1] * 1000:6.0f} ms")
    print(f"ratio            {middle[1] / middle[0]:6.2f}    budget {BUDGET}")


if __name__ == "__main__":
    main()
