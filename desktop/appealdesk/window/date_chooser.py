"""A small calendar below the date of the letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QPushButton, QVBoxLayout, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import em


class DateChooser(QFrame):
    """A calendar, and a button for the day on which the letters are made."""

    def __init__(
        self, parent: QWidget, date: dt.date, chosen: Callable[[dt.date | None], None]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("date_chooser")
        self.setAccessibleName(_("Date of the letter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(QLocale().textDirection())
        self._chosen = chosen
        self.calendar = QCalendarWidget(self)
        self.calendar.setObjectName("calendar")
        self.calendar.setAccessibleName(_("Date of the letter"))
        self.calendar.setSelectedDate(QDate(date.year, date.month, date.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        self.today_button = QPushButton(_("The day I make the letters"), self)
        self.today_button.setObjectName("date_of_making")
        self.today_button.setAccessibleName(self.today_button.text())
        self.today_button.clicked.connect(self._take_none)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(em(0.7), em(0.7), em(0.7), em(0.7))
        rows.addWidget(self.calendar)
        rows.addWidget(self.today_button)

    def _take(self, date: QDate) -> None:
        self._end(dt.date(date.year(), date.month(), date.day()))

    def _take_none(self) -> None:
        self._end(None)

    def _end(self, date: dt.date | None) -> None:
        self.close()
        self._chosen(date)


def choose_date(below: QWidget, date: dt.date, chosen: Callable[[dt.date | None], None]) -> None:
    """Show the calendar below a widget; `chosen` gets the date, None for the day of making."""
    popup = DateChooser(below.window(), date, chosen)
    popup.adjustSize()
    place = below.mapToGlobal(QPoint(0, below.height()))
    screen = below.screen().availableGeometry()
    place.setX(max(screen.left(), min(place.x(), screen.right() - popup.width())))
    place.setY(max(screen.top(), min(place.y(), screen.bottom() - popup.height())))
    popup.move(place)
    popup.show()
    popup.calendar.setFocus()
