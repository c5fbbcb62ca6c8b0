"""Whether what is written is kept, said plainly at the top while it is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from appealdesk.errors import Trouble
from appealdesk.translation import _
from appealdesk.window.theme import em
from appealdesk.workbench import Keeping


class KeepingBanner(QFrame):
    """Not a dialog: one can write all the same.

    passphrase: the passphrase should be asked for
    """

    passphrase = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keeping")
        self.setAccessibleName(_("Keeping your work"))
        self.words = QLabel(self)
        self.words.setObjectName("keeping_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("warm", "true")
        self.button = QPushButton(self)
        self.button.setObjectName("keeping_button")
        self.button.clicked.connect(self.passphrase)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(1.4), em(0.6), em(1.2), em(0.6))
        row.setSpacing(em(1))
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_keeping(self, keeping: Keeping, why: Trouble | None) -> None:
        """Take the state of the library; nothing is shown while all is well."""
        words, button = _said(keeping, why)
        self.words.setText(words)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))


def _said(keeping: Keeping, why: Trouble | None) -> tuple[str, str]:
    reason = str(why) if why else ""
    if keeping is Keeping.NEW_PASSPHRASE:
        words = _(
            "Nothing is kept yet: this computer has no place for the key. "
            "With a passphrase your cases and letters are kept, encrypted."
        )
        return reason or words, _("Choose a passphrase")
    if keeping is Keeping.PASSPHRASE:
        return reason or _("Your cases are locked with your passphrase."), _("Enter it")
    if keeping is Keeping.UNUSABLE:
        kept = _("What you write now is not kept. You can still save letters as PDF.")
        return f"{reason} {kept}".strip(), ""
    return "", ""
