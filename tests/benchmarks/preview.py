"""How long from a key press to the printed page on the screen.

Run `python -m tests.benchmarks.preview [KEYS]`. The window is the real one with its library in
memory. Measured from the key press to the picture handed to the painter: the change, composing,
typesetting, the picture of the page, and its way back from the background. The program itself
waits until the typing pauses before it sets the page; that pause is not counted.
Budget: design, section 6 (100 ms at the 95th percentile).
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

from appealdesk.errors import Trouble
from appealdesk.window.application import application
from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import Pages, places

BUDGET = 100.0  # milliseconds
INCH = 110.0  # pixels: a page that fills the desk on a usual screen
WORDS = "I have driven a bus for eleven years, and I know what a threat does to a family. "


def main() -> None:
    """Press keys, wait for each page, and print percentiles."""
    keys = int(sys.argv[1]) if sys.argv[1:] else 200
    application()
    window = MainWindow(None)
    window.resize(1360, 880)
    window.show()
    window.start([places.samples()[0]])
    while window.bench.work is None or window.bench.work.id < 0:
        _wait(20)
    window.edits.next_field()
    _wait(1500)
    window.shown._refit.setInterval(60_000)  # only our own pages are measured
    taken = [_once(window, WORDS[count % len(WORDS)]) for count in range(keys)]
    cuts = statistics.quantiles(taken, n=100)
    print(f"key to page preview   {cuts[49]:5.1f} ms median, {cuts[98]:.1f} ms 99th percentile")
    print(f"95th percentile       {cuts[94]:5.1f} ms    budget {BUDGET:.0f} ms")
    window.close()


def _once(window: MainWindow, key: str) -> float:
    """Press one key and return the milliseconds until its page is shown."""
    loop = QEventLoop()

    def came(pages: Pages) -> None:
        window.desk.pages.show_pages(pages.images, "")
        loop.quit()

    def failed(trouble: Trouble) -> None:
        raise trouble

    begun = time.perf_counter()
    QTest.keyClicks(window.desk.sheet.body, key)
    window.bench.exits.pages(window.shown.number, window.shown.today(), INCH, came, failed)
    loop.exec()
    return (time.perf_counter() - begun) * 1000


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
