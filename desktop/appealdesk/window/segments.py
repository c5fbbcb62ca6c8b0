"""Two buttons side by side of which one is pressed: Write | Page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from appealdesk.translation import _


class Segments(QWidget):
    """A choice between views, by exclusive actions that the View menu has too."""

    def __init__(self, actions: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views")
        self.setAccessibleName(_("View of the letter"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, action in enumerate(actions):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setObjectName(f"{action.objectName()}_button")
            button.setProperty("segment", "true")
            button.setProperty("place", "first" if at == 0 else "last")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            button.setText(action.text().replace("&", ""))
            row.addWidget(button)
