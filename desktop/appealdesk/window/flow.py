"""A layout that sets widgets in rows, like words, and begins a new row where one is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets side by side in reading direction, wrapped at the width there is."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a part (called by addWidget)."""
        self._parts.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one part."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one part out."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow place makes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows in that width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        sizes = [part.sizeHint() for part in self._visible()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest part."""
        size = QSize()
        for part in self._visible():
            size = size.expandedTo(part.minimumSize())
        return size

    def setGeometry(self, place: QRect) -> None:
        """Move the parts into their rows."""
        super().setGeometry(place)
        self._place(place, move=True)

    def _visible(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _place(self, place: QRect, *, move: bool) -> int:
        row: list[QLayoutItem] = []
        top, used = place.top(), 0
        for part in self._visible():
            width = part.sizeHint().width()
            if row and used + width > place.width():
                top += self._set(row, place, top, move=move) + self._gap
                row, used = [], 0
            row.append(part)
            used += width + self._gap
        if row:
            top += self._set(row, place, top, move=move)
        return top - place.top()

    def _set(self, row: list[QLayoutItem], place: QRect, top: int, *, move: bool) -> int:
        height = max(part.sizeHint().height() for part in row)
        if move:
            parent = self.parentWidget()
            mirrored = parent is not None and parent.layoutDirection().name == "RightToLeft"
            left = place.left()
            for part in row:
                size = part.sizeHint()
                size.setWidth(min(size.width(), place.width()))
                across = left
                if mirrored:
                    across = place.right() - (left - place.left()) - size.width() + 1
                part.setGeometry(QRect(QPoint(across, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap
        return height
