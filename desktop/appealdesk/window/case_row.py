"""How one case is painted in the list: three lines, the last in the warm colour when it presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from appealdesk.window.theme import Type, colours, em, typeface

if TYPE_CHECKING:
    from appealdesk.window.case_view import CaseText

_LINE = 1.32  # the distance of lines, in heights of the text


class CaseRow(QStyledItemDelegate):
    """Paints a case."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of three lines."""
        del option, index
        return QSize(em(12), 3 * _pitch() + em(1.3))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground where the case is chosen, and its words."""
        row: CaseText = index.data(Qt.ItemDataRole.UserRole)
        look = colours()
        state: QStyle.StateFlag = option.state
        place: QRect = option.rect.adjusted(0, 1, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, state)
        inner = place.adjusted(em(0.8), em(0.55), -em(0.6), -em(0.5))
        line = QRect(inner.left(), inner.top(), inner.width(), _pitch())
        for words, font, colour in (
            (row.person, typeface(Type.STRONG), look.ink),
            (row.about, typeface(Type.SMALL), look.soft),
            (
                row.state,
                _state_font(pressing=row.pressing),
                look.warn if row.pressing else look.soft,
            ),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, cut
            )
            line.translate(0, _pitch())
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        look = colours()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or pointed):
            return
        edge = look.accent if focused or (chosen and look.strong) else None
        painter.setPen(QPen(QColor(edge), 2) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent_soft if chosen else look.ground))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), em(0.5), em(0.5))


def _state_font(*, pressing: bool) -> QFont:
    font = typeface(Type.SMALL)
    if pressing:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _pitch() -> int:
    return round(QFontMetrics(typeface(Type.STRONG)).height() * _LINE)
