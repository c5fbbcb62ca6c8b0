"""The document as it was read: its own line numbers, nothing hidden, a place highlighted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from appealdesk.cases import Document, Line
from appealdesk.window.source_view import SourceView, visible
from appealdesk.window.theme import colours


def _document(*texts: str, first: int = 1) -> Document:
    lines = tuple(Line(number=at, text=text) for at, text in enumerate(texts, start=first))
    return Document(name="ua.txt", format="text", lines=lines)


def _view(qtbot: QtBot, document: Document) -> SourceView:
    view = SourceView(document)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def _select(view: SourceView, start: int, end: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def test_lines_far_down_are_scrolled_to(qtbot: QtBot) -> None:
    view = _view(qtbot, _document(*(f"line {number}" for number in range(1, 501))))
    view.show_lines(400, 402)
    assert view.shown_lines() == (400, 402)
    first = view.firstVisibleBlock().blockNumber() + 1
    assert 372 < first <= 400
    assert view.textCursor().blockNumber() == 399


def test_lines_shown_before_the_window_is_there_are_in_sight_afterwards(qtbot: QtBot) -> None:
    view = SourceView(_document(*(f"line {number}" for number in range(1, 501))))
    qtbot.addWidget(view)
    view.show_lines(400, 400)
    view.resize(400, 300)
    view.show()
    first = view.firstVisibleBlock().blockNumber() + 1
    assert 372 < first <= 400


def test_the_highlight_is_seen_over_the_whole_width(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("one", "two", "three"))

    def warm_rows() -> int:
        image = view.viewport().grab().toImage()
        column = image.width() - 3
        return sum(
            image.pixelColor(column, row).name() == colours().warn_ground
            for row in range(image.height())
        )

    assert warm_rows() == 0
    view.show_lines(2, 3)
    assert warm_rows() >= 2 * view.fontMetrics().height()
    view.show_nothing()
    assert warm_rows() == 0


def test_lines_that_the_document_does_not_have_are_no_trouble(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("one"))
    view.show_lines(7, 9)
    assert view.textCursor().position() == 0


def test_an_empty_document_is_shown(qtbot: QtBot) -> None:
    view = _view(qtbot, Document(name="", format="text", lines=()))
    view.show_lines(1, 1)
    assert view.selected_text() == ""


def test_the_lines_selected_are_told_by_their_own_numbers(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("alpha", "beta", "gamma", first=11))
    _select(view, 1, 8)  # "lpha", "be"
    assert view.selected_lines() == (11, 12)
    assert view.selected_text() == "lpha\nbe"


def test_a_selection_that_ends_before_a_line_does_not_take_that_line(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("alpha", "beta"))
    _select(view, 0, 6)
    assert view.selected_lines() == (1, 1)


def test_the_keyboard_selects(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("alpha beta"))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "alpha beta"


def test_nothing_in_it_can_be_changed(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("alpha"))
    view.setFocus()
    QTest.keyClicks(view, "x")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.toPlainText() == "alpha"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("a\u00adb", "a⟨U+00AD⟩b"),
        ("a\tb", "a\tb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("plain", "plain"),
    ],
)
def test_hidden_characters_are_shown_and_joiners_obeyed(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_marked_words_come_without_hidden_characters(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("Dear\u202e Minister"))
    view.selectAll()
    assert view.selected_text() == "Dear Minister"


def test_hostile_text_is_shown_and_selected(qtbot: QtBot, hostile_text: str) -> None:
    view = _view(qtbot, _document(*hostile_text.splitlines()))
    view.selectAll()
    view.show_lines(1, 1)
    assert view.grab().width() == 400


@pytest.mark.usefixtures("qapp")
def test_the_numbers_stand_on_the_other_side_in_a_right_to_left_window(qtbot: QtBot) -> None:
    view = _view(qtbot, _document("one"))
    left = view.viewportMargins().left()
    assert left > 0
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert (view.viewportMargins().left(), view.viewportMargins().right()) == (0, left)
