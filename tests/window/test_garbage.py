"""Garbage is looked for on the window's thread: elsewhere it would end the program."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from appealdesk.window import garbage


class Ring:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    enabled, threshold = gc.isenabled(), gc.get_threshold()
    gc.set_threshold(50, 5, 5)
    yield
    gc.set_threshold(*threshold)
    if enabled:
        gc.enable()
    else:
        gc.disable()


@pytest.mark.usefixtures("_as_it_was")
def test_no_other_thread_looks_for_garbage(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject

    owner = QObject()
    garbage.Garbage(owner)
    threads: set[int] = set()
    gc.callbacks.append(note := lambda _phase, _info: threads.add(threading.get_ident()))
    try:
        work = threading.Thread(target=lambda: [Ring() for _one in range(1000)])
        work.start()
        work.join()
        assert threads == set()
        ring = weakref.ref(Ring())
        qtbot.waitUntil(lambda: ring() is None, timeout=5000)
        assert threads == {threading.get_ident()}
    finally:
        gc.callbacks.remove(note)
        owner.deleteLater()
