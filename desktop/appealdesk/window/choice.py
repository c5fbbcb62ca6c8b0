"""A quiet choice: text with a small arrow, opening a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from appealdesk.window.theme import colours, em


class Choice(QComboBox):
    """A combo box without a frame.

    chosen: the key of what the person chose
    """

    chosen = Signal(str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._filled: tuple[tuple[str, str], ...] = ()
        self.activated.connect(lambda _index: self.chosen.emit(self.currentData()))

    def offer(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Take what there is to choose, as (key, words), and what is chosen."""
        if tuple(choices) != self._filled:
            self._filled = tuple(choices)
            self.clear()
            for key, words in choices:
                self.addItem(words, key)
        self.setCurrentIndex(self.findData(chosen))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the chosen words with the arrow."""
        measure = self.fontMetrics()
        width = measure.horizontalAdvance(self.currentText()) + em(2.1)
        return QSize(width, measure.height() + em(0.7))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the desk; it must not change a letter's language by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the arrow."""
        del event
        look = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(box, em(0.4), em(0.4))
        elif self.underMouse():
            painter.setPen(QPen(QColor(look.edge), 1))
            painter.drawRoundedRect(box, em(0.4), em(0.4))
        painter.setPen(QColor(look.ink))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.rect().adjusted(em(0.5), 0, -em(0.5), 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.currentText()
        )
        across = em(0.95) if mirrored else self.width() - em(0.95)
        painter.setPen(QPen(QColor(look.soft), 1.5))
        middle, half = self.height() / 2 + 1, em(0.25)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(across - half, middle - half / 2),
                    QPointF(across, middle + half / 2),
                    QPointF(across + half, middle - half / 2),
                ]
            )
        )
        painter.end()
