"""The printed page as it will be: the same typesetting as the PDF, as pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from appealdesk.errors import Trouble
from appealdesk.translation import _
from appealdesk.window.theme import colours, em, theme

MM_PER_INCH = 25.4


class PageView(QScrollArea):
    """The pages of one letter, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages_page")
        self.setAccessibleName(_("Printed page"))
        self.setWidgetResizable(True)
        self._width = 600
        self._images: tuple[bytes, ...] = ()
        self._pages: list[QLabel] = []
        inside = QWidget(self)
        inside.setObjectName("desk_ground")
        self._rows = QVBoxLayout(inside)
        self._rows.setSpacing(em(1))
        self._rows.setContentsMargins(0, 0, 0, em(1))
        self._trouble = QLabel(inside)
        self._trouble.setObjectName("page_trouble")
        self._trouble.setWordWrap(True)
        self._trouble.setMargin(em(1.5))
        self._trouble.setProperty("warm", "true")
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._trouble.hide()
        self._rows.addWidget(self._trouble)
        self._rows.addStretch(1)
        self.setWidget(inside)
        theme().changed.connect(self._paint_again)

    def set_width(self, pixels: int) -> None:
        """Take the width of a page on the screen."""
        self._width = pixels
        self._paint_again()

    def resolution(self, page_width_mm: float) -> float:
        """Return the pixels per inch at which pages come out sharp here."""
        return self._width * self.devicePixelRatioF() / (page_width_mm / MM_PER_INCH)

    def show_pages(self, images: Sequence[bytes], text: str) -> None:
        """Take the pages as PNG; `text` is the letter, for people who have it read out."""
        self._trouble.hide()
        self._images = tuple(images)
        while len(self._pages) > len(images):
            self._pages.pop().deleteLater()
        while len(self._pages) < len(images):
            self._pages.append(self._page(len(self._pages) + 1))
        for label in self._pages:
            label.setAccessibleDescription(text)
        self._paint_again()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in place why there is no page, such as a character that no font has."""
        self.show_pages((), "")
        self._trouble.setText(str(trouble))
        self._trouble.show()

    def _page(self, number: int) -> QLabel:
        label = QLabel(self.widget())
        label.setObjectName(f"page_{number}")
        label.setAccessibleName(_("Page {number}").format(number=number))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows.insertWidget(self._rows.count() - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
        return label

    def _paint_again(self) -> None:
        ratio = self.devicePixelRatioF()
        for label, image in zip(self._pages, self._images, strict=False):
            pixmap = QPixmap()
            pixmap.loadFromData(image)
            wanted = round(self._width * ratio)
            if pixmap.width() != wanted and not pixmap.isNull():
                pixmap = pixmap.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
            pixmap = _on_paper(pixmap)
            pixmap.setDevicePixelRatio(ratio)
            label.setPixmap(pixmap)


def _on_paper(page: QPixmap) -> QPixmap:
    """Return the page in the tint of our paper, which is a little softer in the dark."""
    if page.isNull():
        return page
    tinted = QPixmap(page)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(tinted.rect(), QColor(colours().paper))
    painter.end()
    return tinted
