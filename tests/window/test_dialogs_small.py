"""Passphrase, case details, questions before letters leave, and about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import appealdesk
from appealdesk.cases import Case
from appealdesk.window.dialogs import about
from appealdesk.window.dialogs.case_details import CaseDialog, ask_case
from appealdesk.window.dialogs.exporting import confirm_expired, fill_first
from appealdesk.window.dialogs.passphrase import PassphraseDialog, ask_passphrase
from appealdesk.workbench import parts
from tests.invented import a_case

WHY = "This computer keeps no keys."


def answer_with(press: Callable[[QWidget], None]) -> None:
    """Have the next dialog answered as soon as it stands there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, look)
        else:
            press(dialog)

    QTimer.singleShot(0, look)


def key(which: Qt.Key) -> Callable[[QWidget], None]:
    return lambda dialog: QTest.keyClick(dialog, which)


def click(name: str) -> Callable[[QWidget], None]:
    def press(dialog: QWidget) -> None:
        button = dialog.findChild(QWidget, name)
        assert isinstance(button, QWidget)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


def _line(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def _words(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return "" if found.isHidden() else found.text()


# the passphrase


def _passphrase(qtbot: QtBot, *, new: bool) -> PassphraseDialog:
    dialog = PassphraseDialog(None, new, WHY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_passphrase_is_hidden_until_it_is_to_be_shown(qtbot: QtBot) -> None:
    dialog = _passphrase(qtbot, new=True)
    first = _line(dialog, "passphraseDialog.first")
    assert first.echoMode() is QLineEdit.EchoMode.Password
    show = dialog.findChild(QCheckBox, "passphraseDialog.show")
    assert isinstance(show, QCheckBox)
    show.click()
    assert first.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(
    ("first", "again", "field"),
    [("", "", "first"), ("short", "short", "first"), ("four words of mine", "four", "again")],
)
def test_a_new_passphrase_must_be_long_enough_and_the_same_twice(
    qtbot: QtBot, first: str, again: str, field: str
) -> None:
    dialog = _passphrase(qtbot, new=True)
    _line(dialog, "passphraseDialog.first").setText(first)
    _line(dialog, "passphraseDialog.again").setText(again)
    dialog.accept()
    assert dialog.isVisible()
    assert _words(dialog, f"passphraseDialog.{field}.problem")


def test_an_old_passphrase_is_taken_as_it_is_blanks_and_all(qtbot: QtBot) -> None:
    dialog = _passphrase(qtbot, new=False)
    _line(dialog, "passphraseDialog.first").setText(" x ")
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.answer() == " x "


def test_a_new_passphrase_comes_with_a_warning_that_it_cannot_be_found_again(
    qtbot: QtBot,
) -> None:
    told = {label.text() for label in _passphrase(qtbot, new=True).findChildren(QLabel)}
    assert any("cannot be opened again" in text for text in told)
    assert WHY in told


@pytest.mark.usefixtures("qapp")
def test_escape_puts_the_passphrase_off() -> None:
    answer_with(key(Qt.Key.Key_Escape))
    assert ask_passphrase(None, new=False, why=WHY) is None


@pytest.mark.usefixtures("qapp")
def test_enter_gives_the_passphrase() -> None:

    def type_it(dialog: QWidget) -> None:
        field = dialog.findChild(QLineEdit, "passphraseDialog.first")
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, "correct horse")
        QTest.keyClick(field, Qt.Key.Key_Return)

    answer_with(type_it)
    assert ask_passphrase(None, new=False, why=WHY) == "correct horse"


# the case


def _case(qtbot: QtBot, case: Case) -> CaseDialog:
    dialog = CaseDialog(None, case)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_case_not_touched_stays_the_same(qtbot: QtBot) -> None:
    case = a_case()
    dialog = _case(qtbot, case)
    dialog.accept()
    assert dialog.answer() == case


def test_a_changed_ask_leaves_the_others_as_they_were(qtbot: QtBot) -> None:
    case = a_case()
    dialog = _case(qtbot, case)
    asks = dialog.findChild(QPlainTextEdit, "caseDialog.points")
    assert isinstance(asks, QPlainTextEdit)
    asks.appendPlainText("Asking for a doctor.")
    points = dialog.answer().points
    assert points[:-1] == case.points
    assert points[-1].text == "Asking for a doctor."


def test_a_case_needs_something_to_be_known_by(qtbot: QtBot) -> None:
    dialog = _case(qtbot, Case())
    dialog.accept()
    assert dialog.isVisible()
    assert _words(dialog, "caseDialog.persons.problem")


def test_a_name_alone_makes_the_title(qtbot: QtBot) -> None:
    dialog = _case(qtbot, Case())
    persons = dialog.findChild(QPlainTextEdit, "caseDialog.persons")
    assert isinstance(persons, QPlainTextEdit)
    persons.setPlainText("Samir Quliyev\nLeyla Aliyeva")
    made = dialog.answer()
    assert made.title == "Samir Quliyev, Leyla Aliyeva"
    assert [person.name for person in made.persons] == ["Samir Quliyev", "Leyla Aliyeva"]
    assert made.deadline is None


def test_the_deadline_can_be_taken_away(qtbot: QtBot) -> None:
    dialog = _case(qtbot, a_case())
    tick = dialog.findChild(QCheckBox, "caseDialog.deadline.tick")
    assert isinstance(tick, QCheckBox)
    tick.click()
    assert dialog.answer().deadline is None


def test_enter_in_a_field_of_several_lines_does_not_close(qtbot: QtBot) -> None:
    dialog = _case(qtbot, a_case())
    asks = dialog.findChild(QPlainTextEdit, "caseDialog.points")
    assert isinstance(asks, QPlainTextEdit)
    QTest.keyClick(asks, Qt.Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.usefixtures("qapp")
def test_escape_leaves_the_case_alone() -> None:
    answer_with(key(Qt.Key.Key_Escape))
    assert ask_case(None, a_case()) is None


# before letters leave


@pytest.mark.parametrize("which", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.usefixtures("qapp")
def test_after_the_deadline_the_easy_answer_sends_nothing(which: Qt.Key) -> None:
    answer_with(key(which))
    assert confirm_expired(None, dt.date(2025, 4, 20)) is False


@pytest.mark.usefixtures("qapp")
def test_after_the_deadline_letters_go_only_when_one_says_so() -> None:
    told: list[str] = []

    def go_on(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        click("expiredDialog.anyway")(dialog)

    answer_with(go_on)
    assert confirm_expired(None, dt.date(2025, 4, 20)) is True
    assert "20 April 2025" in told[0]


@pytest.mark.parametrize(
    ("press", "answer"),
    [
        (key(Qt.Key.Key_Return), "write"),
        (key(Qt.Key.Key_Escape), "cancel"),
        (click("fillFirstDialog.leave out"), "leave out"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_places_not_filled_in_are_shown_first(
    press: Callable[[QWidget], None], answer: str
) -> None:
    answer_with(press)
    assert fill_first(None, ["your own sentence", "date of arrest"]) == answer


@pytest.mark.usefixtures("qapp")
def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    told: list[QLabel] = []

    def look(dialog: QWidget) -> None:
        told.extend(dialog.findChildren(QLabel))
        assert all(one.textFormat() is Qt.TextFormat.PlainText for one in told)
        key(Qt.Key.Key_Escape)(dialog)

    answer_with(look)
    assert fill_first(None, ["<b>your</b> own <img src='x'>"]) == "cancel"
    assert told


# about


def test_about_names_version_licence_and_every_part(qtbot: QtBot) -> None:
    dialog = about.AboutDialog(None)
    qtbot.addWidget(dialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert appealdesk.__version__ in told
    assert "GPL-3.0-or-later" in told
    table = dialog.findChild(QTableWidget, "aboutDialog.parts")
    assert isinstance(table, QTableWidget)
    assert table.rowCount() == len(parts.parts())


def test_about_shows_the_licence_of_the_part_chosen(qtbot: QtBot) -> None:
    dialog = about.AboutDialog(None)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget, "aboutDialog.parts")
    text = dialog.findChild(QPlainTextEdit, "aboutDialog.licence")
    assert isinstance(table, QTableWidget)
    assert isinstance(text, QPlainTextEdit)
    assert "GNU GENERAL PUBLIC LICENSE" in text.toPlainText()
    (row,) = (at for at in range(table.rowCount()) if _cell(table, at) == "shiboken6")
    table.setCurrentCell(row, 0)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text.toPlainText()


def _cell(table: QTableWidget, row: int) -> str:
    cell = table.item(row, 0)
    return cell.text() if cell else ""
