"""A key press waits for nothing: no letter is composed, no page set, nothing kept, in its way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from appealdesk import letters, paper
from appealdesk.workbench import works
from tests.window.conftest import Volunteer

PARTS = ("body", "salutation_line", "closing_line", "subject_line")


class Refusing:
    """Does what it stands for, but not on the thread of the window."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self._call = call

    def __call__(self, *arguments: object, **named: object) -> Any:
        if threading.current_thread() is threading.main_thread():
            raise AssertionError("slow work while somebody types")
        return self._call(*arguments, **named)


@pytest.fixture
def _nothing_slow(volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first letter typed into a greeting may compose: it is then no longer ours.
    for part in PARTS:
        QTest.keyClicks(getattr(volunteer.window.desk.sheet, part), "A")
    for module, name in (
        (letters, "compose"),
        (letters, "asks_made"),
        (letters, "ask_sentences"),
        (letters, "unfilled"),
        (works, "asks_made"),
        (paper, "preview"),
        (paper, "typeset"),
    ):
        monkeypatch.setattr(module, name, Refusing(getattr(module, name)))
    shown = volunteer.window.shown
    for timer in (shown._recount, shown.page._refit, shown.page._follow):
        monkeypatch.setattr(timer, "start", lambda: None)
        timer.stop()


@pytest.mark.usefixtures("_nothing_slow")
@pytest.mark.parametrize("part", PARTS)
def test_nothing_slow_is_called_by_a_key_press(volunteer: Volunteer, part: str) -> None:
    editor = getattr(volunteer.window.desk.sheet, part)
    QTest.keyClicks(editor, "I am a nurse.")
    assert "I am a nurse." in editor.text()


@pytest.mark.usefixtures("_nothing_slow")
@pytest.mark.parametrize("part", PARTS)
def test_nothing_slow_is_called_while_the_page_beside_the_sheet_follows(
    volunteer: Volunteer, part: str
) -> None:
    window = volunteer.window
    window.actions_.show_both.trigger()
    volunteer.wait()
    before = window.desk.pages.images()
    QTest.keyClicks(getattr(window.desk.sheet, part), "I am a nurse.")
    volunteer.wait()
    assert window.desk.pages.images() != before


@pytest.mark.usefixtures("_nothing_slow")
def test_nothing_slow_is_called_when_typing_is_taken_back(volunteer: Volunteer) -> None:
    before = volunteer.window.desk.sheet.body.text()
    QTest.keyClicks(volunteer.window.desk.sheet.body, "more")
    volunteer.window.actions_.undo.trigger()
    assert volunteer.window.desk.sheet.body.text() != before + "more"


def test_the_counts_come_a_moment_later(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.bench.change("typing", works.write(volunteer.work, 1, "Nothing is asked any more."))
    assert window.shown._recount.isActive()
    window.shown._recount.timeout.emit()
    QApplication.processEvents()
    assert not any(box.isChecked() for box in window.brief.tick_boxes())
    asks = window.status.findChild(QPushButton, "status_asks")
    assert asks is not None
    assert asks.text().startswith("! 0 of 3")
