"""A bar that tells what has happened and what can be done about it; never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import em

Offer = tuple[str, Callable[[], None]]

_READING = 70  # milliseconds a character: 14 a second, a slow reader's pace
_LEAST = 9000  # milliseconds


class Notice(QFrame):
    """One message at a time. Troubles stay until dismissed; successes go when they were read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(_("Message"))
        self._words = QLabel(self)
        self._words.setObjectName("notice_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offers: list[QPushButton] = []
        self._close = QPushButton(_("Close"), self)
        self._close.setObjectName("notice_close")
        self._close.setAccessibleName(_("Close this message"))
        self._close.setProperty("plain", "true")
        self._close.setProperty("quiet", "true")
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(em(1.1), em(0.5), em(0.7), em(0.5))
        self._row.setSpacing(em(0.6))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self.hide()

    def tell(self, words: str, *offers: Offer, trouble: bool = False) -> None:
        """Show a message with what can be done: ("Undo", call)."""
        self.setProperty("trouble", "true" if trouble else "false")
        self._words.setProperty("warm", "true" if trouble else "false")
        for widget in (self, self._words):
            widget.style().polish(widget)
        self._words.setText(words)
        for button in self._offers:
            button.hide()
            button.deleteLater()
        self._offers = [self._button(at, offer) for at, offer in enumerate(offers)]
        self.setAccessibleDescription(words)
        self.show()
        self.raise_()
        self._announce()
        self._timer.stop()
        if not trouble:
            self._timer.start(max(_LEAST, _READING * len(words)))

    def _announce(self) -> None:
        """Have the message read out, where somebody listens to the screen."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def words(self) -> str:
        """Return the message as shown, "" when there is none."""
        return self._words.text() if not self.isHidden() else ""

    def offers(self) -> tuple[QPushButton, ...]:
        """Return the buttons of the message."""
        return tuple(self._offers)

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.hide()

    def leaveEvent(self, event: QEvent) -> None:
        """Give the message its time again after somebody pointed at it."""
        super().leaveEvent(event)
        if not self._timer.isActive() and self.property("trouble") == "false":
            self._timer.start(_LEAST)

    def _time_is_up(self) -> None:
        busy = self.underMouse() or any(button.hasFocus() for button in self._offers)
        if not busy and not self._close.hasFocus():
            self.hide()
        elif not self.underMouse():
            self._timer.start(_LEAST)

    def _button(self, at: int, offer: Offer) -> QPushButton:
        text, call = offer
        button = QPushButton(text, self)
        button.setObjectName(f"notice_offer_{at}")
        button.setAccessibleName(text)

        def do() -> None:
            self.dismiss()
            call()

        button.clicked.connect(do)
        self._row.insertWidget(self._row.count() - 1, button)
        return button
