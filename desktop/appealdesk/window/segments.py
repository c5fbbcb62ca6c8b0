"""Buttons side by side of which one is pressed: Write | Printed page | Side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
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
        self._buttons: list[QToolButton] = []
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setObjectName(f"{action.objectName()}_button")
            button.setProperty("segment", "true")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            button.setText(action.text().replace("&", ""))
            row.addWidget(button)
            self._buttons.append(button)
        self._round()

    def changeEvent(self, event: QEvent) -> None:
        """Round the other ends when the window is mirrored."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._round()

    def _round(self) -> None:
        places = ["first", *["middle"] * (len(self._buttons) - 2), "last"]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            places.reverse()
        for button, place in zip(self._buttons, places, strict=True):
            button.setProperty("place", place)
            button.style().polish(button)
