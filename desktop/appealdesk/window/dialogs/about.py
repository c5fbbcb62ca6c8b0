"""What this program is, whose it is, and what it is built of."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt
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

import appealdesk
from appealdesk.translation import _
from appealdesk.window.dialogs.form import label, name_button
from appealdesk.window.theme import Type, em, set_type

# Distribution, name, and licence (SPDX) as each part states it in its own papers.
PARTS: tuple[tuple[str, str, str], ...] = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0-only OR GPL-3.0-only"),
    ("typst", "Typst", "Apache-2.0"),
    ("sqlcipher3", "SQLCipher", "BSD-3-Clause AND Zlib"),
    ("Jinja2", "Jinja", "BSD-3-Clause"),
    ("PyYAML", "PyYAML", "MIT"),
    ("keyring", "keyring", "MIT"),
    ("pypdfium2", "PDFium", "BSD-3-Clause AND Apache-2.0"),
    ("lxml", "lxml", "BSD-3-Clause"),
    ("charset-normalizer", "charset-normalizer", "MIT"),
    ("Babel", "Babel", "BSD-3-Clause"),
    ("Pillow", "Pillow", "MIT-CMU"),
    ("platformdirs", "platformdirs", "MIT"),
    ("msgspec", "msgspec", "BSD-3-Clause"),
    ("rapidfuzz", "RapidFuzz", "MIT"),
)


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
        table = _table()
        heading.setBuddy(table)
        column.addWidget(table, 1)
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


def _table() -> QTableWidget:
    table = QTableWidget(len(PARTS), 3)
    table.setObjectName("aboutDialog.parts")
    table.setAccessibleName(_("Parts and their licences"))
    table.setHorizontalHeaderLabels([_("Part"), _("Version"), _("Licence")])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setMinimumHeight(em(10))
    for row, (distribution, name, licence) in enumerate(PARTS):
        for column, text in enumerate((name, _version(distribution), licence)):
            cell = QTableWidgetItem(text)
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, cell)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:  # an installer may bring the part without its papers
        return ""
