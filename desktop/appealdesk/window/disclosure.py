"""A section that is folded until one wants it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import colours, em


class DisclosureButton(QAbstractButton):
    """The line with the arrow."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the words with the arrow."""
        measure = self.fontMetrics()
        width = measure.horizontalAdvance(self.text()) + em(2.4)
        return QSize(width, measure.height() + em(0.7))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint arrow and words."""
        del event
        look = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = self.height() / 2
        across = self.width() - em(0.7) if mirrored else em(0.7)
        painter.setPen(QPen(QColor(look.soft), 1.6))
        painter.drawPolyline(self._arrow(across, middle, -1 if mirrored else 1))
        painter.setPen(QColor(look.ink if self.isChecked() or self.underMouse() else look.soft))
        words = self.rect().adjusted(em(1.5), 0, 0, 0)
        if mirrored:
            words = self.rect().adjusted(0, 0, -em(1.5), 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text()
        )
        painter.end()

    def _arrow(self, across: float, middle: float, way: int) -> QPolygonF:
        half = em(0.27)
        points: tuple[tuple[float, float], ...]
        if self.isChecked():
            points = ((-half, -half / 2), (0, half / 2), (half, -half / 2))
        else:
            points = ((-half / 2 * way, -half), (half / 2 * way, 0), (-half / 2 * way, half))
        return QPolygonF([QPointF(across + x, middle + y) for x, y in points])


class Disclosure(QWidget):
    """A heading that shows or hides what is below it."""

    def __init__(self, name: str, text: str, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.inside = inside
        self.button = DisclosureButton(name, text, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(em(0.3))
        rows.addWidget(self.button)
        rows.addWidget(inside)
        inside.hide()
        self.button.setAccessibleDescription(_("folded"))
        self.button.toggled.connect(self._unfold)

    def _unfold(self, unfolded: bool) -> None:
        self.inside.setVisible(unfolded)
        self.button.setAccessibleDescription(_("open") if unfolded else _("folded"))
