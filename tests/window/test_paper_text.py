"""What one writes on the sheet with: like a word processor, without its formatting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from appealdesk.window.page_shape import page_shape, paper_font
from appealdesk.window.paper_block import PaperBlock
from appealdesk.window.paper_text import Inks, PaperText

FIELD = "⟦a sentence of your own⟧"


@pytest.fixture
def editors(qtbot: QtBot) -> Iterator[tuple[PaperText, PaperText]]:
    """Return a body and a one-line text on a widget that is shown."""
    window = QWidget()
    window.setObjectName("paper")
    qtbot.addWidget(window)
    body, line = PaperText(window), PaperText(window, one_line=True)
    shape = page_shape(600, 1.0, 13)
    rows = QVBoxLayout(window)
    for editor in (line, body):
        editor.set_typeface(paper_font(shape), shape.pitch, shape.between)
        rows.addWidget(editor)
    window.resize(600, 600)
    window.show()
    qtbot.waitExposed(window)
    yield body, line
    window.close()


def at(editor: PaperText, place: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


def test_return_makes_a_paragraph(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    QTest.keyClicks(body, "One.")
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "Two.")
    assert body.text() == "One.\n\nTwo."


def test_shift_return_makes_a_line(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    QTest.keyClicks(body, "One,")
    QTest.keyClick(body, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(body, "two.")
    assert body.text() == "One,\ntwo."


def test_return_in_the_subject_goes_on_to_the_next_part(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, line = editors
    line.setFocus()
    QTest.keyClicks(line, "Samir Quliyev")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Samir Quliyev"
    assert body.hasFocus()


def test_every_key_is_told_and_nothing_is_told_twice(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    told: list[str] = []
    body.written.connect(told.append)
    QTest.keyClicks(body, "Yes")
    assert told == ["Y", "Ye", "Yes"]


def test_a_text_from_outside_is_not_told_as_written(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    told: list[str] = []
    body.written.connect(told.append)
    body.set_text("From elsewhere.")
    assert told == []
    assert body.text() == "From elsewhere."


def test_the_cursor_stays_when_words_before_it_change(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text("First.\n\nSecond.\n\nThird.")
    at(body, body.document().toPlainText().index("Third") + 2)
    body.set_text("First.\n\nAn ask was put in.\n\nSecond.\n\nThird.")
    rest = body.textCursor()
    rest.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert rest.selectedText() == "ird."


def test_a_place_to_fill_in_is_selected_whole_by_a_click_and_typing_fills_it(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text(f"I write to you. {FIELD} I urge you.")
    at(body, body.text().index(FIELD) + 5)
    place = body.cursorRect().center()
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert body.textCursor().selectedText() == FIELD
    QTest.keyClicks(body, "I am a nurse.")
    assert body.text() == "I write to you. I am a nurse. I urge you."


def test_the_next_place_to_fill_in_begins_again_at_the_top(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text("⟦one⟧ and ⟦two⟧")
    found = []
    for _press in range(3):
        assert body.select_next_field()
        found.append(body.textCursor().selectedText())
    assert found == ["⟦one⟧", "⟦two⟧", "⟦one⟧"]


def test_without_a_place_to_fill_in_nothing_is_selected(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text("Every word is written.")
    assert not body.select_next_field()


def test_each_paragraph_runs_in_the_direction_of_its_letters(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text("Dear Minister.\n\nسيدي الوزير، أكتب إليكم.")
    first = body.document().firstBlock()
    right_to_left = Qt.LayoutDirection.RightToLeft
    assert first.textDirection() is Qt.LayoutDirection.LeftToRight
    assert first.next().textDirection() is right_to_left


def test_pasted_text_leaves_its_looks_behind(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    pasted = QMimeData()
    pasted.setHtml("<p><b>Bold</b> words</p>")
    pasted.setText("Bold words\r\n\r\nin two paragraphs\n")
    body.insertFromMimeData(pasted)
    assert body.text() == "Bold words\n\nin two paragraphs"
    assert "font-weight:7" not in body.document().toHtml()


def test_pasted_lines_become_one_in_the_subject(editors: tuple[PaperText, PaperText]) -> None:
    _body, line = editors
    pasted = QMimeData()
    pasted.setText("Samir Quliyev\n  UA 31/25\n")
    line.insertFromMimeData(pasted)
    assert line.text() == "Samir Quliyev UA 31/25"


def test_copied_paragraphs_keep_their_blank_line(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    body.set_text("One.\n\nTwo.")
    body.selectAll()
    body.copy()
    assert QApplication.clipboard().text() == "One.\n\nTwo."


def test_words_of_the_case_are_set_apart_by_spaces(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text("He was taken.Nobody knows.")
    at(body, len("He was taken."))
    body.insert_words(" On 4 March five men came. ")
    assert body.text() == "He was taken. On 4 March five men came. Nobody knows."


def test_the_editor_leaves_undo_to_the_window(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    assert not body.isUndoRedoEnabled()
    QTest.keyClicks(body, "word")
    QTest.keySequence(body, QKeySequence(QKeySequence.StandardKey.Undo))
    assert body.text() == "word"


def test_the_editor_is_as_high_as_its_text(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    body.set_text("One line.")
    low = body.height()
    body.set_text("\n\n".join(["A paragraph of the letter."] * 12))
    assert body.height() > 8 * low
    assert body.verticalScrollBar().maximum() == 0


def test_odd_and_hostile_text_is_held_as_it_is(
    editors: tuple[PaperText, PaperText], hostile_text: str
) -> None:
    body, _line = editors
    text = hostile_text.replace("\x00", "").replace("\r", "")
    told: list[str] = []
    body.written.connect(told.append)
    body.set_text(text)
    body.set_text("")
    body.set_text(text)
    assert body.text() == text
    assert told == []


def test_a_long_line_of_an_address_is_broken_and_every_row_has_room(qtbot: QtBot) -> None:
    shape = page_shape(400, 1.0, 13)
    block = PaperBlock("sheet_copies")
    qtbot.addWidget(block)
    widest = shape.width - 2 * shape.side
    block.set_typeface(paper_font(shape), shape.pitch, widest)
    block.show_lines(("Ministry", "Department for Complaints and Appeals " * 4), "Copies", "")
    assert len(block._rows()) >= 3
    assert block.sizeHint().height() >= len(block._rows()) * shape.pitch
    assert block.sizeHint().width() <= widest + 2 * block._room() + 2
    measure = block._measure()
    assert all(measure.horizontalAdvance(row) <= widest for row in block._rows())


def test_a_file_dropped_on_the_letter_is_not_written_into_it(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    words, file = QMimeData(), QMimeData()
    words.setText("He was taken.")
    file.setUrls([QUrl("file:///home/somebody/ua.pdf")])
    file.setText("file:///home/somebody/ua.pdf")
    assert body.canInsertFromMimeData(words)
    assert not body.canInsertFromMimeData(file)


def face(editor: PaperText, words: str) -> tuple[bool, bool, str]:
    """Return whether words on the sheet are shown bold and italic, and their colour."""
    block = editor.document().firstBlock()
    while words not in block.text():
        block = block.next()
    at = block.text().index(words)
    for one in block.layout().formats():
        if one.start <= at < one.start + one.length:
            colour = (
                one.format.foreground().color().name()
                if one.format.foreground().style() is not Qt.BrushStyle.NoBrush
                else ""
            )
            return one.format.fontWeight() > 600, one.format.fontItalic(), colour
    return False, False, ""


def test_bold_and_italic_are_shown_and_their_signs_are_faint(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, line = editors
    faint = Inks("#000000", "#8a4a08", "#fbeccf", "#62615c", "#1d6b5b", "#ffffff")
    body.set_ink(faint)
    body.set_text("Please **let her** go _now_.\n\n2 * 3 * 4, file_name_x")
    assert face(body, "let her") == (True, False, "")
    assert face(body, "now") == (False, True, "")
    assert face(body, "**") == (False, False, "#62615c")
    assert face(body, "file_name") == (False, False, "")
    line.set_text("**Urgent**")
    assert face(line, "Urgent") == (False, False, "")


def test_faces_stand_where_they_should_after_letters_outside_the_first_plane(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_text("🕯🕯 **light**")
    (signs, light, _end) = body.document().firstBlock().layout().formats()
    assert (signs.start, signs.length) == (5, 2)
    assert (light.start, light.length) == (7, 5)


def test_a_quotation_is_set_in_and_out_again(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    body.set_text("He wrote:\n\n> Everyone has rights.")
    last = body.document().lastBlock()
    assert last.blockFormat().leftMargin() > 10
    at(body, last.position())
    QTest.keyClick(body, Qt.Key.Key_Delete)
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert body.document().lastBlock().blockFormat().leftMargin() == 0
    assert body.text() == "He wrote:\n\nEveryone has rights."


def test_what_a_sign_means_may_depend_on_the_paragraph_below(
    editors: tuple[PaperText, PaperText],
) -> None:
    body, _line = editors
    body.set_ink(Inks("#000000", "#8a4a08", "#fbeccf", "#62615c", "#1d6b5b", "#ffffff"))
    body.set_text("> 5 percent\n\nx")
    assert face(body, ">") == (False, False, "")
    at(body, body.document().lastBlock().position())
    QTest.keyClicks(body, "> ")
    assert face(body, ">") == (False, False, "#62615c")


@pytest.mark.parametrize(
    ("begun", "goes_on"),
    [("- one", "- one\n- two"), ("• one", "• one\n• two"), ("> one", "> one\n> two"),
     ("1. a\n2. b", "1. a\n2. b\n3. two"), ("one", "one\n\ntwo"), ("- 5 degrees", "- 5 degrees\n\ntwo")],
)  # fmt: skip
def test_return_goes_on_with_a_list(
    editors: tuple[PaperText, PaperText], begun: str, goes_on: str
) -> None:
    body, _line = editors
    body.set_text(begun)
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "two")
    assert body.text() == goes_on


def test_return_on_an_empty_point_ends_the_list(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    body.set_text("- one")
    body.moveCursor(QTextCursor.MoveOperation.End)
    for _press in range(2):
        QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "Thank you.")
    assert body.text() == "- one\n\nThank you."


def test_what_is_chosen_is_counted_in_the_text(editors: tuple[PaperText, PaperText]) -> None:
    body, _line = editors
    body.set_text("🕯 One.\n\nTwo.\nThree.")
    for words in ("One.", "Two.", "Three.", "Two.\nThree."):
        start = body.text().index(words)
        body.choose(start, start + len(words))
        assert body.chosen() == (start, start + len(words))
        assert body.textCursor().selectedText().replace("\u2028", "\n") == words
