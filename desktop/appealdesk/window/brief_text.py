"""A passage of the case: read, selected, and put into the letter by a click, a key or a drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QTextEdit, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import em

_LINE_HEIGHT = 128  # per cent


class BriefText(QTextEdit):
    """A passage that is as high as its text.

    insert: these words should go into the letter
    """

    insert = Signal(str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._offer = self._offer_button()
        self.selectionChanged.connect(self._place_offer)

    def show_text(self, text: str) -> None:
        """Take the passage; blank lines separate its paragraphs."""
        paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
        shown = "\n".join(part for part in paragraphs if part)
        if shown == self.toPlainText():
            return
        self.setPlainText(shown)
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setBottomMargin(em(0.55))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self._offer.hide()

    def chosen_words(self) -> str:
        """Return what is selected, or the sentence in which the cursor stands."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return cursor.selectedText().replace("\u2029", "\n\n").strip()
        return sentence_at(cursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to insert the selection, or the sentence under the pointer."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor = self.cursorForPosition(event.pos())
            self.setTextCursor(cursor)
        menu = self.createStandardContextMenu()
        insert = QAction(_("Insert into the letter"), menu)
        insert.triggered.connect(self._insert)
        menu.insertAction(menu.actions()[0], insert)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the offer away when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self._offer.hide()

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(em(24), self._height())

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(em(10), self._height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the desktop's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _insert(self) -> None:
        words = self.chosen_words()
        self._offer.hide()
        if words:
            self.insert.emit(words)

    def _offer_button(self) -> QPushButton:
        button = QPushButton(_("Insert into the letter"), self)
        button.setObjectName(f"{self.objectName()}_insert")
        button.setAccessibleName(button.text())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._insert)
        button.hide()
        return button

    def _place_offer(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            self._offer.hide()
            return
        end = self.cursorRect(cursor)
        size = self._offer.sizeHint()
        top = end.bottom() + em(0.2)
        if top + size.height() > self.height():
            top = max(0, end.top() - size.height() - em(0.2))
        left = min(max(0, end.left() - size.width() // 2), max(0, self.width() - size.width()))
        self._offer.setGeometry(left, top, size.width(), size.height())
        self._offer.show()

    def _grow(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        return round(self.document().size().height()) + 2


def sentence_at(cursor: QTextCursor) -> str:
    """Return the sentence in which the cursor stands."""
    text = cursor.block().text()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    finder.setPosition(min(cursor.positionInBlock(), len(text)))
    start = finder.position() if finder.isAtBoundary() else finder.toPreviousBoundary()
    finder.setPosition(max(start, 0))
    end = finder.toNextBoundary()
    return text[max(start, 0) : end if end > 0 else len(text)].strip()
