"""Text on the sheet that one writes on: paragraphs, fields to fill in, the light notation."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from appealdesk.letters import next_sign
from appealdesk.window.fields import field_around, next_field
from appealdesk.window.ink import Ink, is_quotation, lines_of
from appealdesk.window.text_change import (
    BLOCK,
    BREAK,
    difference,
    from_raw,
    index_of,
    to_raw,
    utf16,
)

QUOTED_EM = 1.6  # words.typ sets quotations in by so much on both sides


@dataclass(frozen=True)
class Inks:
    """The colours of a text: its letters, unfilled fields, signs, and what is selected."""

    text: str
    field: str
    field_ground: str
    sign: str
    chosen: str
    on_chosen: str


class PaperText(QTextEdit):
    """An editor that looks like ink on paper and is as high as its text.

    Its text has paragraphs separated by a blank line; a paragraph is one block here, set with
    the distance that the page has. Undo belongs to the workbench, not to this editor.

    written: the text has been changed by the person at the keyboard
    entered: the keyboard has come here
    left:    the keyboard has moved elsewhere
    """

    written = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self._filling = False
        self._text = ""
        self._pitch = 0.0
        self._between = 0.0
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        document = self.document()
        document.setDocumentMargin(0)
        document.documentLayout().documentSizeChanged.connect(self._grow)
        document.contentsChanged.connect(self._changed)
        self._ink = Ink(document, marks=not one_line)

    # what the sheet calls

    def text(self) -> str:
        """Return the text: paragraphs separated by a blank line."""
        return self._text

    def set_text(self, text: str) -> None:
        """Take a text from outside, as the smallest change, so that the cursor stays."""
        if text == self._text:
            return
        self._filling = True
        try:
            raw = to_raw(text)
            start, old, new = difference(self.document().toRawText(), raw)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + old, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new)
            self._text = text
            self._set_paragraphs()
        finally:
            self._filling = False

    def set_ink(self, ink: Inks) -> None:
        """Take the colours."""
        colours = self.palette()
        role = QPalette.ColorRole
        for one, colour in (
            (role.Text, ink.text),
            (role.WindowText, ink.text),
            (role.Highlight, ink.chosen),
            (role.HighlightedText, ink.on_chosen),
            (role.PlaceholderText, ink.field),
        ):
            colours.setColor(one, QColor(colour))
        colours.setColor(role.Base, Qt.GlobalColor.transparent)
        self.setPalette(colours)
        self._ink.set_colours(ink.field, ink.field_ground, ink.sign)

    def set_typeface(self, font: QFont, pitch: float, between: float) -> None:
        """Take the font, the distance of lines and the space between paragraphs, in pixels."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._pitch, self._between = pitch, between
        self._filling = True
        try:
            self._set_paragraphs()
        finally:
            self._filling = False

    def set_room(self, pixels: int) -> None:
        """Keep so much free on both sides, as the blocks of the sheet do for their edges."""
        self.setViewportMargins(pixels, 0, pixels, 0)

    def insert_words(self, words: str) -> None:
        """Put words of the case where the cursor is, with a space on each side where needed."""
        cursor = self.textCursor()
        before = self._neighbour(cursor, QTextCursor.MoveOperation.PreviousCharacter)
        after = self._neighbour(cursor, QTextCursor.MoveOperation.NextCharacter)
        lead = " " if before.strip() and before not in "(“«\"'" else ""
        trail = " " if after.isalnum() else ""
        cursor.insertText(lead + to_raw(words.strip()) + trail)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def chosen(self) -> tuple[int, int]:
        """Return what is selected: it is text()[start:end]; both are the cursor where nothing is."""
        cursor, raw = self.textCursor(), self.document().toRawText()
        start, end = (
            len(from_raw(raw[: index_of(raw, place)]))
            for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return start, end

    def choose(self, start: int, end: int) -> None:
        """Select text()[start:end], or put the cursor there where both are the same."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(to_raw(self._text[:start])))
        cursor.setPosition(utf16(to_raw(self._text[:end])), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def select_next_field(self) -> bool:
        """Select the next unfilled field after the cursor, from the top again at the end."""
        found = next_field(self.document(), self.textCursor())
        if found is None:
            return False
        self.setTextCursor(found)
        return True

    def edit_menu(self) -> QMenu:
        """Return Qt's menu without its switched-off undo, and with the actions of this text."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # undo, redo and the line below them
            menu.removeAction(action)
        if self.actions():
            menu.addSeparator()
            menu.addActions(self.actions())
        return menu

    # what Qt calls

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's own actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on to the next part of the letter from a single line, and on with a list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._one_line:
                self.focusNextChild()
                return
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if not shift and self._go_on_with_list():
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select an unfilled field whole when it is clicked, so that typing fills it."""
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if event.button() == Qt.MouseButton.LeftButton and not cursor.hasSelection():
            found = field_around(cursor)
            if found is not None:
                self.setTextCursor(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of what can be done with the text."""
        menu = self.edit_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard has gone; the selection does not stay behind."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the height of the text: it never scrolls inside itself."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._height())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text with a blank line between paragraphs."""
        copied = QMimeData()
        copied.setText(from_raw(self.textCursor().selectedText()))
        return copied

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words only: a file dropped on the letter is a document to open."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text; a blank line makes a paragraph."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if self._one_line:
            text = " ".join(text.split())
        self.textCursor().insertText(to_raw(text.strip("\n")))

    # inside

    def _changed(self) -> None:
        if self._filling:
            return
        raw = self.document().toRawText()
        text = from_raw(raw)
        if text == self._text:
            return
        self._text = text
        self._set_in(self.textCursor().block())
        self.written.emit(text)

    def _go_on_with_list(self) -> bool:
        """Begin the next point of the list that the cursor is in, or end the list; True if so."""
        cursor = self.textCursor()
        block = cursor.block()
        place = index_of(block.text(), cursor.positionInBlock())
        lines = [line for line in lines_of(block) if line.start <= place]
        if cursor.hasSelection() or not lines:
            return False
        line, above = lines[-1], lines[-2] if len(lines) > 1 else None
        if above is not None and line.text.strip() == next_sign(above).strip() != "":
            cursor.setPosition(block.position() + utf16(block.text()[: line.start - 1]))
            cursor.setPosition(
                cursor.position() + utf16(BREAK + line.text), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(BLOCK)
        elif place >= line.start + line.begins and next_sign(line):
            cursor.insertText(BREAK + next_sign(line))
        else:
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _set_paragraphs(self) -> None:
        """Give every paragraph the line distance and the space below that the page has."""
        shape = QTextBlockFormat()
        shape.setLineHeight(self._pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setBottomMargin(0.0 if self._one_line else self._between)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        block = self.document().firstBlock()
        while block.isValid() and not self._one_line:
            self._set_in(block)
            block = block.next()

    def _set_in(self, block: QTextBlock) -> None:
        """Set a quotation in on both sides, and what is none any more out again."""
        margin = QUOTED_EM * self.font().pixelSize() if is_quotation(block) else 0.0
        if block.blockFormat().leftMargin() != margin and not self._one_line:
            shape = QTextBlockFormat()
            shape.setLeftMargin(margin)
            shape.setRightMargin(margin)
            QTextCursor(block).mergeBlockFormat(shape)

    def _grow(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        return max(round(self.document().size().height()), round(self._pitch)) + 1

    def _neighbour(self, cursor: QTextCursor, where: QTextCursor.MoveOperation) -> str:
        beside = QTextCursor(cursor)
        side = cursor.selectionStart()
        if where is QTextCursor.MoveOperation.NextCharacter:
            side = cursor.selectionEnd()
        beside.setPosition(side)
        beside.movePosition(where, QTextCursor.MoveMode.KeepAnchor)
        return beside.selectedText()
