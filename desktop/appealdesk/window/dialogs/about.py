"""What this program is, whose it is, and what it is built of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

import appealdesk
from appealdesk.translation import _
from appealdesk.window.dialogs.form import label, name_button
from appealdesk.window.theme import Type, em, set_type
from appealdesk.workbench import parts
from appealdesk.workbench.parts import Part

_COLUMNS = 3


def show_about(parent: QWidget | None) -> None:
    """Show version, licence and parts until the person closes it."""
    dialog = AboutDialog(parent)
    dialog.exec()
    dialog.deleteLater()


class AboutDialog(QDialog):
    """Version, licence, promises, and the parts with their licences."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(_("About Appeal Desk"))
        column = QVBoxLayout(self)
        column.addWidget(
            label(_("Appeal Desk {version}").format(version=appealdesk.__version__), "title")
        )
        column.addWidget(label(_("From an urgent action to letters in the post.")))
        column.addWidget(
            label(
                _(
                    "It never uses the network. What you write stays on this computer until you "
                    "print it or hand it to your mail program."
                )
            )
        )
        column.addWidget(
            label(
                _(
                    "Free software under the GNU General Public License, version 3 or later "
                    "(GPL-3.0-or-later), and without any warranty: you may use, study, share and "
                    "change it."
                )
            )
        )
        column.addSpacing(em(0.5))
        heading = label(_("Built of these parts"), "field")
        column.addWidget(heading)
        built_of = parts.parts()
        table, text = _table(built_of), _text()
        heading.setBuddy(table)
        column.addWidget(table, 2)
        words = label(_("Text of the licence"), "field")
        words.setBuddy(text)
        column.addWidget(words)
        column.addWidget(text, 3)
        table.currentCellChanged.connect(partial(_show_licence, text, built_of))
        table.setCurrentCell(0, 0)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        name_button(close, "aboutDialog.close", _("Close"))
        close.setDefault(True)
        set_type(close, Type.STRONG)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        close.setFocus()
        width = em(34)
        self.resize(width, max(em(32), column.totalHeightForWidth(width)))


def _table(built_of: tuple[Part, ...]) -> QTableWidget:
    table = QTableWidget(len(built_of), _COLUMNS)
    table.setObjectName("aboutDialog.parts")
    table.setAccessibleName(_("Parts and their licences"))
    table.setHorizontalHeaderLabels([_("Part"), _("Version"), _("Licence")])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setMinimumHeight(em(10))
    for row, part in enumerate(built_of):
        for column, text in enumerate((part.name, part.version, part.licence)):
            cell = QTableWidgetItem(text)
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, cell)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table


def _text() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setObjectName("aboutDialog.licence")
    text.setAccessibleName(_("Licence of the part chosen"))
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(em(8))
    return text


def _show_licence(text: QPlainTextEdit, built_of: tuple[Part, ...], row: int, *_rest: int) -> None:
    """Read the licence of the row chosen, not before: together they are half a megabyte."""
    text.setPlainText(parts.licence_text(built_of[row]))
