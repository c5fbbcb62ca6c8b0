"""The list of cases: whom each is about, where, and what presses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import em

if TYPE_CHECKING:
    from appealdesk.window.case_view import CaseModel, CaseText, CaseView, Index


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

    entries: CaseView
    _model: CaseModel

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
        rows.addStretch(1)
        self._rows = rows

    def furnish(self) -> None:
        """Make the rows; the window is seen before them."""
        from appealdesk.window.case_view import CaseModel, CaseView  # noqa: PLC0415

        self._model = CaseModel(self)
        self.entries = CaseView(self._model, self)
        self.entries.customContextMenuRequested.connect(self._ask_menu)
        self.entries.selectionModel().currentChanged.connect(self._choose)
        self.entries.removing.connect(self._ask_removal)
        self._rows.insertWidget(self._rows.count() - 1, self.entries, 1000)
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
        self.entries.setCurrentIndex(self._model.index(row))
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
