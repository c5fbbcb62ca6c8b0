"""The document as it was read: numbered lines, nothing hidden, a place in it highlighted."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from appealdesk.cases import Document
from appealdesk.translation import _
from appealdesk.window.theme import colours, em, theme

_MARK = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")
_JOINERS = "\u200c\u200d"  # they shape Persian and Indic letters, and show in that


def visible(text: str) -> str:
    """Return the text with control and formatting characters as marks such as ⟨U+202E⟩."""
    if text.isprintable():
        return text
    return "".join(char if _harmless(char) else f"⟨U+{ord(char):04X}⟩" for char in text)


def without_marks(text: str) -> str:
    """Return the text without the marks that stand for hidden characters."""
    return _MARK.sub("", text)


def _harmless(char: str) -> bool:
    return char == "\t" or char in _JOINERS or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}


class SourceView(QPlainTextEdit):
    """A document to read and to select in, never to change.

    selected: the selection has changed
    """

    selected = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceView")
        self.setAccessibleName(_("The document as it was read"))
        # Editable by nobody, but with a caret, so that the keyboard can select.
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._numbers = [line.number for line in document.lines]
        self._shown = (0, -1)
        self._gutter = _Gutter(self)
        self.setPlainText("\n".join(visible(line.text) for line in document.lines))
        self.updateRequest.connect(self._scrolled)
        self.selectionChanged.connect(self.selected)
        theme().changed.connect(self._paint_lines)
        self._make_room()

    # what is shown

    def show_lines(self, first: int, last: int) -> None:
        """Highlight the lines of these numbers and scroll to them; the caret goes to the first."""
        self._shown = (first, last)
        self._paint_lines()
        self._scroll_to_shown()

    def _scroll_to_shown(self) -> None:
        blocks = self._blocks(*self._shown)
        if not blocks:
            return
        end = QTextCursor(blocks[-1])
        self.setTextCursor(end)
        self.ensureCursorVisible()
        self.setTextCursor(QTextCursor(blocks[0]))
        if len(blocks) < self._lines_in_view():
            self.centerCursor()

    def show_nothing(self) -> None:
        """Take the highlight away."""
        self._shown = (0, -1)
        self._paint_lines()

    def shown_lines(self) -> tuple[int, int]:
        """Return the first and last line highlighted; (0, -1) where there is none."""
        return self._shown

    # what is selected

    def selected_text(self) -> str:
        """Return the text selected, line by line, without marks of hidden characters."""
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        return without_marks(text).strip()

    def selected_lines(self) -> tuple[int, int]:
        """Return the numbers of the first and last line selected (or of the caret's line)."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        end = cursor.selectionEnd()
        last = document.findBlock(end).blockNumber()
        if last > first and document.findBlock(end).position() == end:
            last -= 1  # the selection ends before the first letter of that line
        return self._number(first), self._number(last)

    # how it is drawn

    def _number(self, block: int) -> int:
        return self._numbers[block] if 0 <= block < len(self._numbers) else block + 1

    def _blocks(self, first: int, last: int) -> list[QTextBlock]:
        return [
            self.document().findBlockByNumber(at)
            for at, number in enumerate(self._numbers)
            if first <= number <= last
        ]

    def _lines_in_view(self) -> int:
        return max(1, self.viewport().height() // max(1, self.fontMetrics().lineSpacing()))

    def _paint_lines(self) -> None:
        self.viewport().update()
        self._gutter.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the warm ground under the lines shown, over the whole width, then the text."""
        painter = QPainter(self.viewport())
        for block in self._blocks(*self._shown):
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            band = QRect(0, round(box.top()), self.viewport().width(), round(box.height()))
            if band.intersects(event.rect()):
                painter.fillRect(band, QColor(colours().warn_ground))
        painter.end()
        super().paintEvent(event)

    def gutter_width(self) -> int:
        """Return the room that the line numbers take, in pixels."""
        digits = len(str(self._numbers[-1] if self._numbers else 1))
        return self.fontMetrics().horizontalAdvance("9") * max(2, digits) + em(1.2)

    def _make_room(self) -> None:
        width = self.gutter_width()
        right = self.isRightToLeft()
        self.setViewportMargins(0 if right else width, 0, width if right else 0, 0)
        inside = self.contentsRect()
        left = inside.right() - width + 1 if right else inside.left()
        self._gutter.setGeometry(QRect(left, inside.top(), width, inside.height()))

    def _scrolled(self, _rect: QRect, _dy: int) -> None:
        self._gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the text, and the lines shown in sight."""
        super().resizeEvent(event)
        self._make_room()
        if not self.textCursor().hasSelection():
            self._scroll_to_shown()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the numbers when font or direction change."""
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange}
        if event.type() in kinds and hasattr(self, "_gutter"):
            self._make_room()

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Write the numbers of the lines in view, quietly; those highlighted strongly."""
        painter = QPainter(self._gutter)
        palette = colours()
        painter.fillRect(event.rect(), QColor(palette.ground))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        room = self._gutter.width() - em(0.5)
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > event.rect().bottom():
                break
            number = self._number(block.blockNumber())
            shown = self._shown[0] <= number <= self._shown[1]
            painter.setPen(QColor(palette.warn if shown else palette.soft))
            height = self.fontMetrics().lineSpacing()
            painter.drawText(
                QRect(0, round(box.top()), room, height), Qt.AlignmentFlag.AlignRight, str(number)
            )
            block = block.next()
        painter.end()


class _Gutter(QWidget):
    """The strip of line numbers beside the text."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_gutter(event)
