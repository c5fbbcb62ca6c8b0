"""Calls that wait a moment for more of the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(parent: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    """Return a timer that makes the call once, so long after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
