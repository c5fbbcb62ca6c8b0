"""The cases as rows, and the keys that work on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from appealdesk.translation import _
from appealdesk.window.case_row import CaseRow

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

    def __init__(self, model: CaseModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("case_entries")
        self.setAccessibleName(_("Cases"))
        self.setModel(model)
        self.setItemDelegate(CaseRow(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; the window offers to take it back."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removing.emit()
        else:
            super().keyPressEvent(event)
