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
        self._pages: list[_Page] = []
        inside = QWidget(self)
        inside.setObjectName("desk_ground")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        if pixels != self._width:
            self._width = pixels
            self._paint_again()

    def room(self) -> int:
        """Return how wide a page may be here, in pixels, beside a scroll bar."""
        return max(em(8), self.width() - self.verticalScrollBar().sizeHint().width() - em(1))

    def resolution(self, page_width_mm: float) -> float:
        """Return the pixels per inch at which pages come out sharp here."""
        return self._width * self.devicePixelRatioF() / (page_width_mm / MM_PER_INCH)

    def show_pages(self, images: Sequence[bytes], text: str) -> None:
        """Take the pages as PNG; `text` is the letter, for people who have it read out."""
        self._trouble.hide()
        while len(self._pages) > len(images):
            self._pages.pop().deleteLater()
        while len(self._pages) < len(images):
            self._pages.append(self._page(len(self._pages) + 1))
        for page, image in zip(self._pages, images, strict=True):
            page.setAccessibleDescription(text)
            page.show_image(image, self._width)

    def images(self) -> tuple[bytes, ...]:
        """Return the pages shown, as PNG."""
        return tuple(page.image for page in self._pages)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in place why there is no page, such as a character that no font has."""
        self.show_pages((), "")
        self._trouble.setText(str(trouble))
        self._trouble.show()

    def _page(self, number: int) -> _Page:
        page = _Page(number, self.widget())
        self._rows.insertWidget(self._rows.count() - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        return page

    def _paint_again(self) -> None:
        for page in self._pages:
            page.paint_again(self._width)


class _Page(QLabel):
    """One page. A page that has not changed costs nothing when its neighbours do."""

    def __init__(self, number: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page_{number}")
        self.setAccessibleName(_("Page {number}").format(number=number))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image = b""
        self._width = 0

    def show_image(self, image: bytes, width: int) -> None:
        """Take the page as PNG and its width on the screen in pixels."""
        if image != self.image or width != self._width:
            self.image = image
            self.paint_again(width)

    def paint_again(self, width: int) -> None:
        """Paint the page at another width, or in other colours."""
        self._width = width
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap()
        pixmap.loadFromData(self.image)
        wanted = round(width * ratio)
        if pixmap.width() != wanted and not pixmap.isNull():
            pixmap = pixmap.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        pixmap = _on_paper(pixmap)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


def _on_paper(page: QPixmap) -> QPixmap:
    """Return the page in the tint of our paper, which is a little softer in the dark."""
    if page.isNull():
        return page
    tinted = QPixmap(page)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(tinted.rect(), QColor(colours().paper))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QColor(colours().shadow))
    painter.drawRect(tinted.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return tinted
