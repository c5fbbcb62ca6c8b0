"""Qt's own complaints fail a test, and windows do not outlive the test that opened them."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def test_the_garbage_collector_rests_while_qt_works(qtbot: QtBot) -> None:
    del qtbot
    assert not gc.isenabled()


def test_the_garbage_collector_works_in_other_tests() -> None:
    assert gc.isenabled()


def test_the_application_is_british_and_offscreen(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert QLocale().name() == "en_GB"


@pytest.mark.parametrize("turn", ["first", "second"])
def test_hidden_windows_are_gone_when_the_next_test_begins(qapp: QApplication, turn: str) -> None:
    assert [w for w in qapp.topLevelWidgets() if w.property("turn")] == []
    widget = QWidget()
    widget.setProperty("turn", turn)
    assert widget in qapp.topLevelWidgets()
