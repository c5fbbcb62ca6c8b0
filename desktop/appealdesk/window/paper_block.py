"""A part of the sheet that is not typed but clicked: sender, address, date, copies."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from appealdesk.window.direction import direction_of
from appealdesk.window.theme import colours

ROOM = 0.3  # of the line distance: between the text and the edge that shows on pointing


class PaperBlock(QAbstractButton):
    """Lines of text as the page has them; a click opens what they come from.

    invites: what stands there while there are no lines ("Add your name and address")
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines: tuple[str, ...] = ()
        self._invites = ""
        self._at_end = at_end
        self._pitch = 0.0
        self._widest = 10_000
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[str, ...], name: str, tip: str, invites: str = "") -> None:
        """Take the lines, the accessible name, what a click does, and the invitation."""
        self._lines, self._invites = lines, invites
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(lines) or invites)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[str, ...]:
        """Return the lines as shown."""
        return self._lines

    def set_typeface(self, font: QFont, pitch: float, widest: int) -> None:
        """Take the font, the distance of lines and the room for the longest, in pixels."""
        self._pitch, self._widest = pitch, widest
        self.setFont(font)
        self.updateGeometry()

    def set_at_end(self, *, at_end: bool) -> None:
        """Let lines end below each other, or begin so."""
        self._at_end = at_end
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the lines with a little room around them."""
        rows = self._rows()
        width = max((self._measure().horizontalAdvance(row) for row in rows), default=0.0)
        return QSize(round(width) + 2 * self._room() + 2, round(len(rows) * self._pitch) + 4)

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; an edge when pointed at or focused."""
        del event
        look = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inviting = not self._lines
        box = self.rect().adjusted(1, 1, -2, -2)
        if inviting or self.hasFocus() or self.underMouse():
            pen = QPen(QColor(look.paper_warn if inviting else look.paper_accent))
            pen.setWidthF(2.0 if self.hasFocus() else 1.0)
            if inviting and not self.hasFocus():
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(QColor(look.paper_warn_ground if inviting else look.paper_hover))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(look.paper_warn if inviting else look.paper_ink))
        painter.setFont(self.font())
        self._paint_rows(painter)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the edge."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the edge away."""
        self.update()
        super().leaveEvent(event)

    def _paint_rows(self, painter: QPainter) -> None:
        room = self._room()
        ends = self._at_end != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        for at, row in enumerate(self._rows()):
            top = round(at * self._pitch) + 2
            place = QRect(room, top, self.width() - 2 * room, round(self._pitch))
            side = Qt.AlignmentFlag.AlignRight if ends else Qt.AlignmentFlag.AlignLeft
            # Each line runs as its own letters do, whatever the direction of the screen.
            painter.setLayoutDirection(direction_of(row))
            absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, side | absolute, row)

    def _rows(self) -> list[str]:
        measure = self._measure()
        lines = self._lines or (self._invites,)
        return [row for line in lines for row in _broken(line, measure, self._widest)]

    def _measure(self) -> QFontMetricsF:
        return QFontMetricsF(self.font())

    def _room(self) -> int:
        return round(self._pitch * ROOM)


def _broken(line: str, measure: QFontMetricsF, width: float) -> list[str]:
    """Break a line at spaces so that each row fits; a single long word stays whole."""
    rows, row = [], ""
    for word in line.split(" "):
        longer = f"{row} {word}" if row else word
        if row and measure.horizontalAdvance(longer) > width:
            rows.append(row)
            row = word
        else:
            row = longer
    return [*rows, row]
