"""Garbage is looked for on the window's thread only.

Python's collector runs on whatever thread happens to make an object. On a thread of the runner it
would take Qt's objects apart there, beside the window that uses them, and the program would end.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class Garbage(QObject):
    """Does the collector's work, by the collector's own measure, between two events of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(look)
        timer.start(_EVERY)


def look() -> None:
    """Collect each generation that has grown beyond its threshold."""
    counts = gc.get_count()
    for generation, most in enumerate(gc.get_threshold()):
        if counts[generation] <= most:
            return
        gc.collect(generation)
