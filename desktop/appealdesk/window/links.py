"""The links of a case: shown with where they lead, never opened without asking."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import Type, em, set_type


class Links(QWidget):
    """Web addresses as text.

    follow: the person wants to open this one
    """

    follow = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, em(0.8), 0, 0)
        self._rows.setSpacing(em(0.1))
        heading = QLabel(_("Links in the document"), self)
        heading.setProperty("soft", "true")
        set_type(heading, Type.HEADING)
        self._rows.addWidget(heading)
        self.hide()

    def show_links(self, links: Sequence[str]) -> None:
        """Take the addresses."""
        if tuple(links) == self._links:
            return
        self._links = tuple(links)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(at, link) for at, link in enumerate(links)]
        self.setVisible(bool(links))

    def _button(self, at: int, link: str) -> QPushButton:
        button = QPushButton(domain(link), self)
        button.setObjectName(f"link_{at}")
        button.setAccessibleName(_("Link to {domain}").format(domain=domain(link)))
        button.setToolTip(link)
        button.setProperty("plain", "true")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.follow.emit(link))
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return button


def domain(link: str) -> str:
    """Return the host that a link leads to, as it is registered ("xn--..." stays visible)."""
    try:
        host = urlsplit(link if "//" in link else f"//{link}").hostname or ""
    except ValueError:
        host = ""
    try:
        return host.encode("idna").decode("ascii") if host else link[:80]
    except UnicodeError:
        return host
