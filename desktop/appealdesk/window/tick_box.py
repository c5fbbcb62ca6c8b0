"""A tick box whose words may take several lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from appealdesk.window.chips import tick_path
from appealdesk.window.direction import direction_of
from appealdesk.window.theme import colours, em


class TickBox(QCheckBox):
    """One ask, in the document's own words.

    wanted: the person has ticked or unticked it; the box itself follows what the letter says
    """

    wanted = Signal(bool)

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """Ask instead of changing."""
        self.wanted.emit(not self.isChecked())

    def hasHeightForWidth(self) -> bool:
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words in that width."""
        return self._words_height(width) + em(0.5)

    def sizeHint(self) -> QSize:
        """Return a size for about forty letters a line."""
        width = em(26)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(em(12), em(1.8))

    def hitButton(self, place: object) -> bool:
        """The words can be clicked as well as the box."""
        del place
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        del event
        look = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = em(1.25)
        left = self.width() - size - 3 if mirrored else 3
        box = QRectF(left, em(0.25) + 1, size, size)
        painter.setPen(QPen(QColor(look.accent if self.isChecked() else look.edge), 1.4))
        painter.setBrush(QColor(look.accent if self.isChecked() else look.field))
        painter.drawRoundedRect(box, em(0.25), em(0.25))
        if self.isChecked():
            pen = QPen(QColor(look.on_accent), max(1.6, size / 8))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(tick_path(box))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(look.ink))
        # The asks are in the document's language, which may run against the screen's.
        painter.setLayoutDirection(direction_of(self.text()))
        painter.drawText(self._words_place(), self._flags(), self.text())
        painter.end()

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading)

    def _words_place(self) -> QRect:
        indent = em(2.1)
        place = self.rect().adjusted(indent, em(0.25), -em(0.3), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place = self.rect().adjusted(em(0.3), em(0.25), -indent, 0)
        return place

    def _words_height(self, width: int) -> int:
        room = QRect(0, 0, max(width - em(2.4), em(6)), 100000)
        return max(
            self.fontMetrics().boundingRect(room, self._flags(), self.text()).height(), em(1.25)
        )
