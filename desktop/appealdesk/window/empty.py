"""What stands in the middle while there is no case: a place to drop one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from appealdesk.translation import _
from appealdesk.window.theme import Type, colours, em, set_type


class Empty(QWidget):
    """The invitation, with the three ways to begin."""

    def __init__(
        self, open_it: QAction, paste: QAction, sample: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAccessibleName(_("No case yet"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(_("Drop an urgent action here"), self)
        title.setObjectName("empty_title")
        set_type(title, Type.TITLE)
        words = QLabel(
            _(
                "A PDF, a Word file, a saved web page or e-mail, or plain text. "
                "Appeal Desk reads it and drafts the letters. Nothing leaves this computer."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("soft", "true")
        words.setFixedWidth(em(34))
        words.setMinimumHeight(words.heightForWidth(em(34)))
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(0.7))
        buttons.addStretch(1)
        for action, text, main in (
            (open_it, _("Open a document"), "true"),
            (paste, _("Paste what I have copied"), "false"),
            (sample, _("Try the sample"), "false"),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"empty_{action.objectName()}")
            button.setAccessibleName(text)
            button.setProperty("main", main)
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setSpacing(em(1))
        rows.addStretch(2)
        rows.addWidget(title)
        rows.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addSpacing(em(0.6))
        rows.addLayout(buttons)
        rows.addStretch(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of the place to drop on."""
        super().paintEvent(event)
        look = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(look.edge), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        room = em(2)
        painter.drawRoundedRect(self.rect().adjusted(room, room, -room, -room), em(1), em(1))
        painter.end()
