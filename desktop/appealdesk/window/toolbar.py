"""The row at the top: how a case comes in on one side, how letters leave on the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from appealdesk.translation import _
from appealdesk.window.actions import Actions
from appealdesk.window.theme import em


class Toolbar(QWidget):
    """Quiet buttons and the one filled main action."""

    def __init__(self, actions: Actions, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAccessibleName(_("Main actions"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._save = actions.save_letters
        self.cases_button = self._button(actions.show_cases, _("Cases"))
        self.cases_button.setCheckable(True)
        actions.show_cases.toggled.connect(self._cases_shown)
        self.main_button = self._button(actions.save_letters, actions.save_letters.text())
        self.main_button.setProperty("main", "true")
        actions.save_letters.changed.connect(self._rename)
        self.more_button = QPushButton(_("More") + " \N{BLACK DOWN-POINTING SMALL TRIANGLE}", self)
        self.more_button.setObjectName("more_button")
        self.more_button.setAccessibleName(_("Other ways to save"))
        self.more_button.setMenu(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(1), em(0.7), em(1), em(0.7))
        row.setSpacing(em(0.5))
        row.addWidget(self.cases_button)
        row.addWidget(self._button(actions.open_document, _("Open document")))
        row.addWidget(self._button(actions.new_letter, _("New letter")))
        row.addStretch(1)
        row.addWidget(self._button(actions.print_letters, _("Print")))
        row.addWidget(self._button(actions.send_mail, _("Send by e-mail")))
        row.addWidget(self.more_button)
        row.addWidget(self.main_button)
        actions.save_together.changed.connect(
            lambda: self.more_button.setEnabled(actions.save_together.isEnabled())
        )
        self._rename()

    def _button(self, action: QAction, text: str) -> QPushButton:
        button = QPushButton(text.replace("&", ""), self)
        button.setObjectName(f"{action.objectName()}_button")
        button.setAccessibleName(text.replace("&", ""))
        button.setEnabled(action.isEnabled())
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString()
        tip = action.toolTip().replace("&", "").rstrip("…")
        button.setToolTip(f"{tip} ({key})" if key else tip)
        return button

    def _cases_shown(self, shown: bool) -> None:
        """Offer the list of cases only where there is no room for it."""
        self.cases_button.setChecked(shown)
        if not shown:
            self.cases_button.show()

    def offer_cases(self, *, narrow: bool) -> None:
        """Show the button for the list of cases in a narrow window."""
        self.cases_button.setVisible(narrow or not self.cases_button.isChecked())

    def _rename(self) -> None:
        words = self._save.text().replace("&", "").rstrip("…")
        if words != self.main_button.text():
            self.main_button.setText(words)
            self.main_button.setAccessibleName(words)
