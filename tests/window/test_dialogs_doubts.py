"""Doubts settled one after another: right, corrected, or not in the document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from appealdesk import letters
from appealdesk.cases import Case, Document, Doubt, Doubtful, Line, Source
from appealdesk.window.dialogs.doubts import DoubtsDialog
from appealdesk.window.source_view import SourceView
from appealdesk.workbench import Work, works
from tests.invented import OMBUDSMAN, SENDER, a_case

TEXTS = (
    "URGENT ACTION",
    "Journalist held without contact: Samir Quliyev",
    "Please send appeals before 20 April 2025",
    "Rauf Tagiyev",
    "Commissioner for Human Rights",
    "Salutation: Dear Commissioner",
)
DOCUMENT = Document(
    name="ua-31-25.txt",
    format="text",
    lines=tuple(Line(number=at, text=text) for at, text in enumerate(TEXTS, start=1)),
)
PAST = Doubt(field="deadline", problem=Doubtful.PAST, source=Source(line=3, last=3))
REFERRED = Doubt(field="deadline", problem=Doubtful.REFERRED_TO, source=Source(line=3, last=3))
Open = Callable[[Case], DoubtsDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(case: Case) -> DoubtsDialog:
        draft = letters.first_draft(case, SENDER)
        dialog = DoubtsDialog(None, Work(id=1, document=DOCUMENT, case=case, draft=draft), SENDER)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitActive(dialog)
        return dialog

    return make


def words(dialog: DoubtsDialog, name: str) -> str:
    found = dialog.findChild(QLabel, f"doubtsDialog.{name}")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisibleTo(dialog) else ""


def button(dialog: DoubtsDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, f"doubtsDialog.{name}")
    assert isinstance(found, QPushButton)
    return found


def open_fields(dialog: DoubtsDialog) -> list[str]:
    return [doubt.field for _number, doubt in works.open_doubts(dialog.work())]


def test_each_doubt_comes_with_its_field_its_reason_and_its_place(opened: Open) -> None:
    dialog = opened(a_case())
    assert words(dialog, "progress") == "1 of 2"
    assert words(dialog, "field") == "Deadline"
    assert "past" in words(dialog, "why")
    button(dialog, "next").click()
    assert words(dialog, "progress") == "2 of 2"
    assert words(dialog, "field") == f"Salutation of {OMBUDSMAN.name}"


def test_the_place_in_the_document_is_highlighted(opened: Open) -> None:
    dialog = opened(replace(a_case(), doubts=(PAST,)))
    view = dialog.findChild(SourceView)
    assert isinstance(view, SourceView)
    assert view.shown_lines() == (3, 3)
    assert words(dialog, "where") == "Line 3"


def test_what_is_right_is_confirmed_and_the_next_doubt_comes(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(a_case())
    with qtbot.waitSignal(dialog.changed) as told:
        button(dialog, "right").click()
    assert told.args == [dialog.work()]
    assert open_fields(dialog) == ["salutation"]
    assert "deadline" in dialog.work().case.checked
    assert dialog.work().case.deadline == a_case().deadline
    assert words(dialog, "progress") == "2 of 2"


def test_a_corrected_date_is_taken(opened: Open) -> None:
    dialog = opened(a_case())
    date = dialog.findChild(QDateEdit, "doubtsDialog.value.date")
    assert isinstance(date, QDateEdit)
    assert not button(dialog, "correct").isEnabled()
    date.setDate(QDate(2025, 5, 20))
    assert not button(dialog, "right").isEnabled()
    button(dialog, "correct").click()
    assert dialog.work().case.deadline == dt.date(2025, 5, 20)
    assert open_fields(dialog) == ["salutation"]


def test_a_missing_date_can_be_given(opened: Open) -> None:
    dialog = opened(replace(a_case(), deadline=None, doubts=(REFERRED,)))
    assert not button(dialog, "right").isVisible()
    tick = dialog.findChild(QCheckBox, "doubtsDialog.value.tick")
    date = dialog.findChild(QDateEdit, "doubtsDialog.value.date")
    assert isinstance(tick, QCheckBox)
    assert isinstance(date, QDateEdit)
    tick.click()
    date.setDate(QDate(2025, 4, 20))
    button(dialog, "correct").click()
    assert dialog.work().case.deadline == dt.date(2025, 4, 20)


def test_what_is_not_in_the_document_is_left_empty(opened: Open) -> None:
    dialog = opened(replace(a_case(), deadline=None, doubts=(REFERRED,)))
    button(dialog, "missing").click()
    assert dialog.work().case.deadline is None
    assert open_fields(dialog) == ["salutation"]


def test_a_value_that_the_document_does_not_have_is_taken_out(opened: Open) -> None:
    dialog = opened(a_case())
    button(dialog, "missing").click()
    assert dialog.work().case.deadline is None
    assert "deadline" in dialog.work().case.checked


def test_a_salutation_typed_for_a_recipient_is_theirs(opened: Open) -> None:
    dialog = opened(replace(a_case(), doubts=()))
    field = dialog.findChild(QLineEdit, "doubtsDialog.value")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Dear Commissioner")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert works.recipient(dialog.work(), OMBUDSMAN.number).salutation == "Dear Commissioner"
    assert open_fields(dialog) == []


def test_a_list_is_corrected_line_by_line(opened: Open) -> None:
    unclear = Doubt(field="points", problem=Doubtful.UNCLEAR_END)
    case = replace(a_case(), doubts=(unclear,))
    dialog = opened(case)
    field = dialog.findChild(QPlainTextEdit, "doubtsDialog.value")
    assert isinstance(field, QPlainTextEdit)
    field.appendPlainText("Asking for a doctor.")
    button(dialog, "correct").click()
    assert dialog.work().case.points[:3] == case.points
    assert dialog.work().case.points[3].text == "Asking for a doctor."


def test_all_doubts_about_a_corrected_field_are_settled_at_once(opened: Open) -> None:
    dialog = opened(replace(a_case(), doubts=(PAST, REFERRED)))
    date = dialog.findChild(QDateEdit, "doubtsDialog.value.date")
    assert isinstance(date, QDateEdit)
    date.setDate(QDate(2025, 5, 20))
    button(dialog, "correct").click()
    assert open_fields(dialog) == ["salutation"]


def test_at_the_end_one_goes_back_to_the_letter(opened: Open) -> None:
    dialog = opened(a_case())
    button(dialog, "right").click()
    button(dialog, "missing").click()
    assert words(dialog, "field") == "Everything is settled"
    assert button(dialog, "close").text() == "Back to the letter"
    assert button(dialog, "close").isDefault()


def test_doubts_passed_over_stay_open(opened: Open) -> None:
    dialog = opened(a_case())
    button(dialog, "next").click()
    button(dialog, "next").click()
    assert words(dialog, "field") == "That was the last one"
    button(dialog, "previous").click()
    assert words(dialog, "progress") == "2 of 2"
    assert len(open_fields(dialog)) == 2


def test_a_settled_doubt_can_be_looked_at_again(opened: Open) -> None:
    dialog = opened(a_case())
    button(dialog, "right").click()
    button(dialog, "previous").click()
    assert words(dialog, "progress") == "1 of 2, settled"
    assert not button(dialog, "right").isEnabled()


def test_the_keyboard_alone_settles_everything(opened: Open) -> None:
    dialog = opened(a_case())
    assert dialog.focusWidget() is button(dialog, "right")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(dialog.focusWidget(), QLineEdit)
    QTest.keyClicks(dialog.focusWidget(), "Dear Commissioner")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert open_fields(dialog) == []
    assert dialog.focusWidget() is button(dialog, "close")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_words_marked_in_the_document_fill_a_field(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(replace(a_case(), deadline=None, doubts=(REFERRED,)))
    view = dialog.findChild(SourceView)
    assert isinstance(view, SourceView)
    fill = button(dialog, "fill")
    assert not fill.isEnabled()
    view.show_lines(3, 3)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    field = dialog.findChild(QComboBox, "doubtsDialog.fillField")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("deadline"))
    with qtbot.waitSignal(dialog.changed):
        fill.click()
    case = dialog.work().case
    assert case.deadline == dt.date(2025, 4, 20)
    assert case.sources["deadline"] == Source(line=3, last=3)
    assert open_fields(dialog) == ["salutation"]
    assert words(dialog, "progress") == "2 of 2"


def test_words_that_are_no_date_are_not_taken_for_one(opened: Open) -> None:
    dialog = opened(a_case())
    view = dialog.findChild(SourceView)
    assert isinstance(view, SourceView)
    view.show_lines(1, 1)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    field = dialog.findChild(QComboBox, "doubtsDialog.fillField")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("deadline"))
    button(dialog, "fill").click()
    assert "no date" in words(dialog, "fillTold")
    assert dialog.work().case == a_case()


def test_a_case_without_doubts_says_so(opened: Open) -> None:
    recipients = tuple(replace(one, doubts=()) for one in a_case().recipients)
    dialog = opened(replace(a_case(), doubts=(), recipients=recipients))
    assert words(dialog, "field") == "Everything is settled"
    assert not button(dialog, "previous").isEnabled()
