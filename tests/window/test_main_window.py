"""A volunteer at the window: from the sample to letters, by the widgets they would use."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import places, works
from tests.invented import SENDER

WAIT = 20_000  # milliseconds


class Answers:
    """Stands for the person where the window would ask with a dialog."""

    def __init__(self, folder: Path) -> None:
        self.to_folder = folder

    def folder(self, _start: Path) -> Path:
        return self.to_folder

    def unchecked(self, _count: int, _first: str) -> str:
        return "anyway"

    def fill_first(self, _fields: object) -> str:
        return "leave out"

    def expired(self, _deadline: object) -> bool:
        return True

    def leaving_unkept(self) -> str:
        return "leave"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(None)
    qtbot.addWidget(window)
    window.edits.asking = Answers(tmp_path / "letters")  # type: ignore[assignment]
    window.show()
    window.start([places.samples()[0]])
    qtbot.waitUntil(
        lambda: window.bench.work is not None and window.bench.work.id > 0, timeout=WAIT
    )
    window.bench.set_sender(SENDER)
    yield window
    window.close()


def now(window: MainWindow) -> works.Work:
    work = window.bench.work
    assert work is not None
    return work


def test_the_sample_is_on_the_desk_with_its_brief_and_its_letter(window: MainWindow) -> None:
    assert window.brief.title.text()
    assert len(window.brief.tick_boxes()) == len(now(window).case.points)
    assert all(box.isChecked() for box in window.brief.tick_boxes())
    assert now(window).case.recipients[0].salutation in window.desk.sheet.salutation_line.text()
    assert "3 letters" in window.save_button.text()


def test_what_is_typed_is_in_the_letter_and_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    before = now(window).draft.body
    window.edits.next_field()
    qtbot.keyClicks(window.desk.sheet.body, "I am a nurse in Bruges.")
    assert "I am a nurse in Bruges." in now(window).draft.body
    assert "⟦" not in now(window).draft.body
    window.actions_.undo.trigger()
    assert now(window).draft.body == before
    window.actions_.redo.trigger()
    assert "I am a nurse in Bruges." in now(window).draft.body


def test_an_ask_is_taken_out_and_put_back_by_its_tick(window: MainWindow, qtbot: QtBot) -> None:
    before = now(window).draft.body
    box = window.brief.tick_boxes()[1]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert len(now(window).draft.body) < len(before)
    qtbot.waitUntil(lambda: not window.brief.tick_boxes()[1].isChecked(), timeout=WAIT)
    qtbot.mouseClick(window.brief.tick_boxes()[1], Qt.MouseButton.LeftButton)
    assert now(window).draft.body == before


def test_a_recipient_left_out_gets_no_letter(window: MainWindow) -> None:
    window.edits.tick_recipient(2, False)
    assert "2 letters" in window.save_button.text()
    assert [one.number for one in works.ticked(now(window))] == [1, 3]


def test_the_letters_are_saved_and_say_what_they_should(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.edits.next_field()
    qtbot.keyClicks(window.desk.sheet.body, "I am a nurse in Bruges.")
    window.actions_.save_letters.trigger()
    folder = tmp_path / "letters"
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) == 3, timeout=WAIT)
    first = max(folder.glob("*.pdf"))
    told = subprocess.run(
        ["pdftotext", "-layout", str(first), "-"], capture_output=True, text=True, check=True
    ).stdout
    case = now(window).case
    recipient = next(one for one in case.recipients if one.name.split()[-1] in first.name)
    assert recipient.name in told
    for line in recipient.address[:-1]:
        assert line in told
    assert recipient.address[-1].upper() in told
    assert SENDER.name in told
    assert SENDER.email not in told
    qtbot.waitUntil(lambda: "3 letters saved" in window.notice.words(), timeout=WAIT)


def test_every_widget_one_can_use_has_a_name_for_screen_readers(window: MainWindow) -> None:
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert unnamed == []


def test_every_widget_one_can_use_has_an_object_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not widget.objectName()
    ]
    assert nameless == []


def test_a_key_press_sets_no_page_and_makes_no_letter(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: bool(window.status.findChildren(QWidget)), timeout=WAIT)
    made: list[int] = []
    monkeypatch.setattr(
        type(window.bench), "letter", lambda _bench, number, _on: made.append(number)
    )
    qtbot.keyClick(window.desk.sheet.body, "x")
    assert made == []
    monkeypatch.undo()
