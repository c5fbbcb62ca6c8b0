"""Small editors for one value each: a line, lines, paragraphs, a date, a country, a yes or no."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from appealdesk.translation import _
from appealdesk.window.theme import em

_PADDING = 0.8  # em above and below the text together; the style sheet has 0.35 on each side


class TextEditor(QLineEdit):
    """One line of text."""

    changed = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setCursorPosition(0)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """Return what was typed, without blanks around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setCursorPosition(0)

    def problem(self) -> str:
        """Return what is wrong with what was typed; a line cannot be wrong."""
        return ""


class _Block(QPlainTextEdit):
    """A small field of several lines: Tab goes on to the next field."""

    changed = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the number of lines asked for."""
        margins = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        height = self._lines * self.fontMetrics().lineSpacing() + margins + em(_PADDING)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Never less high than asked for."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def problem(self) -> str:
        """Return what is wrong with what was typed; text cannot be wrong."""
        return ""


class LinesEditor(_Block):
    """Several short texts, one a line."""

    def __init__(self, values: tuple[str, ...] = (), lines: int = 4) -> None:
        super().__init__(lines)
        self.set_value(values)

    def value(self) -> tuple[str, ...]:
        """Return the lines that hold something, without blanks around them."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def set_value(self, values: tuple[str, ...]) -> None:
        """Show these lines."""
        self.setPlainText("\n".join(values))


class ParagraphsEditor(_Block):
    """A longer text; paragraphs are separated by an empty line."""

    def __init__(self, text: str = "", lines: int = 8) -> None:
        super().__init__(lines)
        self.set_value(text)

    def value(self) -> str:
        """Return the text, without blanks around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)


class YesNoEditor(QCheckBox):
    """One statement that is true or not."""

    changed = Signal()

    def __init__(self, statement: str) -> None:
        super().__init__(statement)
        self.toggled.connect(self.changed)

    def value(self) -> bool:
        """Return whether the statement is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick the statement or not."""
        self.setChecked(value)

    def problem(self) -> str:
        """Return what is wrong; a tick cannot be wrong."""
        return ""


class DateEditor(QWidget):
    """A date, or none: a tick says whether there is one. Picking a date ticks it."""

    changed = Signal()

    def __init__(self, statement: str, date: dt.date | None = None) -> None:
        super().__init__()
        self.tick = QCheckBox(statement)
        self.date = QDateEdit(QDate.currentDate())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setLocale(QLocale())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addWidget(self.date, 1)
        self.setFocusProxy(self.tick)
        self.set_value(date)
        self.tick.toggled.connect(self._toggled)
        self.date.dateChanged.connect(self.changed)

    def _toggled(self, on: bool) -> None:
        self.date.setEnabled(on)
        self.changed.emit()

    def setObjectName(self, name: str) -> None:
        """Name the parts after the whole."""
        super().setObjectName(name)
        self.tick.setObjectName(f"{name}.tick")
        self.date.setObjectName(f"{name}.date")

    def setAccessibleName(self, name: str) -> None:
        """Let both parts be read aloud with the field's name."""
        super().setAccessibleName(name)
        self.tick.setAccessibleName(self.tick.text())
        self.date.setAccessibleName(name)

    def value(self) -> dt.date | None:
        """Return the date, or None where the tick says that there is none."""
        if not self.tick.isChecked():
            return None
        chosen = self.date.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())

    def set_value(self, date: dt.date | None) -> None:
        """Show a date, or none."""
        self.tick.setChecked(date is not None)
        self.date.setEnabled(date is not None)
        if date is not None:
            self.date.setDate(QDate(date.year, date.month, date.day))

    def problem(self) -> str:
        """Return what is wrong; the editor takes dates only."""
        return ""


class ChoiceEditor(QComboBox):
    """One of a few values, shown by their names."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str], value: str = "") -> None:
        super().__init__()
        for code, name in names.items():
            self.addItem(name, code)
        self.set_value(value)
        self.currentIndexChanged.connect(self.changed)

    def value(self) -> str:
        """Return the value chosen."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not among them chooses the first."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def problem(self) -> str:
        """Return what is wrong; one of the values is always chosen."""
        return ""


class SearchEditor(QComboBox):
    """One of many values, such as a country: found by typing a part of its name.

    names: value -> the name shown, in the order shown
    """

    changed = Signal()

    def __init__(self, names: Mapping[str, str], value: str = "") -> None:
        super().__init__()
        self._names = dict(names)
        self._codes = {name.casefold(): code for code, name in self._names.items()}
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code, name in self._names.items():
            self.addItem(name, code)
        self._complete()
        self.set_value(value)
        self.editTextChanged.connect(self.changed)

    def _complete(self) -> None:
        model = QStandardItemModel(self)
        for name in self._names.values():
            model.appendRow(QStandardItem(name))
        found = QSortFilterProxyModel(self)
        found.setSourceModel(model)
        completer = QCompleter(found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def setObjectName(self, name: str) -> None:
        """Name the line inside after the whole."""
        super().setObjectName(name)
        if line := self.lineEdit():
            line.setObjectName(f"{name}.line")

    def setAccessibleName(self, name: str) -> None:
        """Let the line inside be read aloud with the field's name."""
        super().setAccessibleName(name)
        if line := self.lineEdit():
            line.setAccessibleName(name)

    def value(self) -> str:
        """Return the value whose name stands in the line, or "" where it is none of them."""
        typed = self.currentText().strip().casefold()
        if typed in self._codes:
            return self._codes[typed]
        begun = [code for name, code in self._codes.items() if typed and name.startswith(typed)]
        return begun[0] if len(begun) == 1 else ""

    def set_value(self, value: str) -> None:
        """Show a value by its name; one that is not among them leaves the line empty."""
        self.setCurrentIndex(self.findData(value))
        self.setEditText(self._names.get(value, ""))

    def problem(self) -> str:
        """Return what is wrong: a name that is none of those in the list."""
        if self.currentText().strip() and not self.value():
            return _("“{typed}” is not in the list. Please choose one of the names.").format(
                typed=self.currentText().strip()
            )
        return ""


Editor = (
    TextEditor
    | LinesEditor
    | ParagraphsEditor
    | YesNoEditor
    | DateEditor
    | ChoiceEditor
    | SearchEditor
)
