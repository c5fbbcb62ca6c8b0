"""The list of cases: whom each is about, where, and what presses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from appealdesk.translation import _
from appealdesk.window.case_row import CaseRow
from appealdesk.window.theme import em

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class CaseText:
    """One case in the list: its number, whom it is about, where it is from, and its state."""

    number: int
    person: str
    about: str
    state: str
    pressing: bool
    stop: bool = False
    deadline: dt.date | None = None


class CaseModel(QAbstractListModel):
    """The cases in the order of the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[CaseText, ...] = ()

    def take(self, rows: Sequence[CaseText]) -> None:
        """Take the rows; those that are the same in the same order keep their selection."""
        if [row.number for row in rows] == [row.number for row in self._rows]:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Return how many cases there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  (Qt's signature)
        """Return a case for the painter, and its words for a screen reader."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.person
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return ", ".join(part for part in (row.person, row.about, row.state) if part)
        return None

    def row_of(self, number: int) -> int:
        """Return the row of a case, -1 where it is not listed."""
        return next((at for at, row in enumerate(self._rows) if row.number == number), -1)

    def number_at(self, index: Index) -> int:
        """Return the number of the case in a row."""
        return self._rows[index.row()].number


class CaseView(QListView):
    """The rows. `removing`: Delete was pressed on a case."""

    removing = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; the window offers to take it back."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removing.emit()
        else:
            super().keyPressEvent(event)


class CaseList(QWidget):
    """The left-hand room.

    chosen: this case should be on the desk
    searched: cases with these words should be listed
    removing: this case should be removed
    menu: a menu for this case is asked for at this place of the screen
    """

    chosen = Signal(int)
    searched = Signal(str)
    removing = Signal(int)
    menu = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cases")
        self.setAccessibleName(_("Cases"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setPlaceholderText(_("Search cases and letters"))
        self.search.setAccessibleName(_("Search cases and letters"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.searched)
        self._model = CaseModel(self)
        self.entries = CaseView(self)
        self.entries.setObjectName("case_entries")
        self.entries.setAccessibleName(_("Cases"))
        self.entries.setModel(self._model)
        self.entries.setItemDelegate(CaseRow(self.entries))
        self.entries.setUniformItemSizes(True)
        self.entries.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.entries.customContextMenuRequested.connect(self._ask_menu)
        self.entries.selectionModel().currentChanged.connect(self._choose)
        self.entries.removing.connect(self._ask_removal)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("no_cases")
        self._nothing.setProperty("soft", "true")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._showing = 0
        rows = QVBoxLayout(self)
        rows.setContentsMargins(em(0.8), em(0.9), em(0.8), em(0.6))
        rows.setSpacing(em(0.8))
        rows.addWidget(self.search)
        rows.addWidget(self._nothing)
        rows.addWidget(self.entries, 1)
        self._say_nothing(0)

    def show_cases(self, rows: Sequence[CaseText]) -> None:
        """Take the cases to list."""
        self._model.take(rows)
        self._say_nothing(len(rows))
        self.mark(self._showing)

    def mark(self, number: int) -> None:
        """Mark the case on the desk (0: none) without asking for it again."""
        self._showing = number
        row = self._model.row_of(number)
        chosen = self.entries.selectionModel()
        chosen.blockSignals(True)
        self.entries.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        chosen.blockSignals(False)
        self.entries.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for a name and a reference."""
        return QSize(em(18), em(40))

    def minimumSizeHint(self) -> QSize:
        """It folds away as a whole rather than become too narrow."""
        return QSize(em(13), em(12))

    def _choose(self, current: Index, _before: Index) -> None:
        if current.isValid():
            number = self._model.number_at(current)
            if number != self._showing:
                self._showing = number
                self.chosen.emit(number)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.entries.indexAt(place)
        if index.isValid():
            number = self._model.number_at(index)
            self.menu.emit(number, self.entries.viewport().mapToGlobal(place))

    def _ask_removal(self) -> None:
        index = self.entries.currentIndex()
        if index.isValid():
            self.removing.emit(self._model.number_at(index))

    def _say_nothing(self, count: int) -> None:
        searching = bool(self.search.text().strip())
        self._nothing.setText(
            _("No case holds these words.") if searching else _("Your cases will stand here.")
        )
        self._nothing.setVisible(count == 0)
