"""What we need of Qt for Python itself, so that another version is taken with open eyes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Signal


class Speaker(QObject):
    said = Signal(str)


@pytest.mark.usefixtures("qapp")
def test_a_signal_takes_nothing_from_python() -> None:
    """PySide6 6.12.0 loses a reference to True at each emit; after some 600 Python 3.11 dies."""
    speaker = Speaker()
    before = sys.getrefcount(True)
    for _turn in range(200):
        speaker.said.emit("a key was pressed")
    assert abs(sys.getrefcount(True) - before) < 100


def test_the_window_loads_without_qt_for_python_reading_every_source() -> None:
    program = """
import inspect
from appealdesk.window import load_quickly
load_quickly()
read = []
inspect.getsource = lambda module: read.append(module.__name__) or ""
import colorsys, appealdesk.window.main_window
print(read)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
