"""What a careful writer wants to know: asks made, pages, places to fill in, saved."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from appealdesk.translation import _, ngettext
from appealdesk.window.theme import em


class StatusLine(QWidget):
    """The line at the foot of the window.

    asks, page, field: the words about them were clicked
    stop: what is being done shall be stopped
    """

    asks = Signal()
    page = Signal()
    field = Signal()
    stop = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAccessibleName(_("State of the letter"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._asks = self._part("status_asks", _("Go to the asks"))
        self._page = self._part(
            "status_page", _("Show the printed page, or the paragraph that makes it too long")
        )
        self._field = self._part("status_fields", _("Go to the next place to fill in"))
        self._asks.clicked.connect(self.asks)
        self._page.clicked.connect(self.page)
        self._field.clicked.connect(self.field)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("progress")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(em(5), em(0.5))
        self._stop = self._part("status_stop", _("Stop: no file is written"))
        self._stop.setText(_("Stop"))
        self._stop.setAccessibleName(_("Stop"))
        self._stop.clicked.connect(self.stop)
        self._busy = QLabel(self)
        self._busy.setObjectName("busy")
        self._saved = QLabel(self)
        self._saved.setObjectName("saved")
        for label in (self._busy, self._saved):
            label.setProperty("soft", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(em(0.8), em(0.2), em(1.2), em(0.2))
        row.setSpacing(em(0.6))
        for widget in (self._asks, self._page, self._field):
            row.addWidget(widget)
        row.addStretch(1)
        for part in (self._progress, self._busy, self._stop, self._saved):
            row.addWidget(part)
        self.show_busy("")
        self.show_letter(visible=False)

    def show_letter(self, *, visible: bool) -> None:
        """Show or hide what belongs to a letter."""
        for button in (self._asks, self._page, self._field):
            button.setVisible(visible and bool(button.text()))

    def show_asks(self, made: int, count: int) -> None:
        """Say how many asks the letter makes."""
        words = ngettext("{made} of {count} ask made", "{made} of {count} asks made", count).format(
            made=made, count=count
        )
        self._say(self._asks, words if count else "", good=made == count)

    def show_fit(self, words: str, *, good: bool) -> None:
        """Say how full the page is."""
        self._say(self._page, words, good=good)

    def forget(self) -> None:
        """Say nothing of the page and of places until they are known of this letter."""
        for button in (self._page, self._field):
            self._say(button, "", good=True)

    def show_fields(self, unfilled: int) -> None:
        """Say how many places wait for words."""
        words = ngettext("{count} place to fill in", "{count} places to fill in", unfilled).format(
            count=unfilled
        )
        self._say(self._field, words if unfilled else _("Every place filled in"), good=not unfilled)

    def show_busy(self, words: str) -> None:
        """Say what is being done; "" when nothing is."""
        self._busy.setText(words)
        self._busy.setVisible(bool(words))
        self._progress.setVisible(bool(words))
        self._progress.setRange(0, 0)
        self._stop.hide()
        self._progress.setAccessibleName(words or _("Nothing is being done"))

    def show_progress(self, done: int, of: int) -> None:
        """Say how far it is, and that it can be stopped."""
        if not self._busy.isHidden():
            self._progress.setRange(0, of)
            self._progress.setValue(done)
            self._stop.setVisible(of > 1)

    def show_saved(self, words: str) -> None:
        """Say when everything was last kept."""
        self._saved.setText(words)

    def minimumSizeHint(self) -> QSize:
        """What does not fit is cut at the end, never the window made wider."""
        return QSize(em(10), self._asks.sizeHint().height() + em(0.4))

    def _part(self, name: str, tip: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAccessibleDescription(tip)
        button.setToolTip(tip)
        button.setProperty("plain", "true")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _say(self, button: QPushButton, words: str, *, good: bool) -> None:
        sign = "✓" if good else "!"
        button.setText(f"{sign} {words}" if words else "")
        button.setAccessibleName(words or _("Nothing to say"))
        button.setVisible(bool(words))
        warm = "false" if good else "true"
        if button.property("warm") != warm:
            button.setProperty("warm", warm)
            button.style().polish(button)
