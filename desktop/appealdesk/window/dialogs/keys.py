"""The keys of the program, as a table one can read through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from appealdesk.translation import _
from appealdesk.window.dialogs.form import name_button
from appealdesk.window.theme import em


def show_keys(parent: QWidget | None, keys: Sequence[tuple[str, str]]) -> None:
    """Show what each key does: (the words, the key), until the person closes it."""
    dialog = KeysDialog(parent, keys)
    dialog.exec()
    dialog.deleteLater()


class KeysDialog(QDialog):
    """Everything that can be done from the keyboard."""

    def __init__(self, parent: QWidget | None, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(_("Keyboard"))
        table = QTableWidget(len(keys), 2, self)
        table.setObjectName("keys_table")
        table.setAccessibleName(_("What each key does"))
        table.setHorizontalHeaderLabels([_("To do this"), _("press")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, texts in enumerate(keys):
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        name_button(buttons.button(QDialogButtonBox.StandardButton.Close), "keys_close", _("Close"))
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(table)
        rows.addWidget(buttons)
        self.resize(em(34), em(36))
