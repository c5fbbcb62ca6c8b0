"""Whether what is written is kept, said plainly at the top while it is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import em


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

    def say(self, words: str, button: str) -> None:
        """Show these words, and a button where something can be done; "" takes the banner away."""
        self.words.setText(words)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))
