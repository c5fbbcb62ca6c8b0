"""The printed page as it will be: the same typesetting as the PDF, as pictures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from appealdesk.errors import Trouble
from appealdesk.paper import Picture, Place, Preview
from appealdesk.translation import _
from appealdesk.window.theme import colours, em, theme

MM_PER_INCH = 25.4


class PageView(QScrollArea):
    """The pages of one letter, one below the other. Only those in sight need to be drawn.

    wanted:  a page came into sight that shows an older state of the letter, or nothing yet
    pointed: a click: number of the page, mm from its left and from its top
    resized: there is more or less room
    """

    wanted = Signal()
    resized = Signal()
    pointed = Signal(int, float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages_page")
        self.setAccessibleName(_("Printed page"))
        self.setWidgetResizable(True)
        self._width = 600
        self._paper = (210.0, 297.0)
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
        self.verticalScrollBar().valueChanged.connect(self._look_for_old_pages)
        theme().changed.connect(inside.update)

    def set_width(self, pixels: int) -> None:
        """Take the width of a page on the screen."""
        if pixels != self._width:
            self._width = pixels
            self._size_pages()

    def set_paper(self, size: tuple[float, float]) -> None:
        """Take the size of the paper in mm."""
        if size != self._paper:
            self._paper = size
            self._size_pages()

    def room(self) -> int:
        """Return how wide a page may be here, in pixels, beside a scroll bar."""
        return max(em(8), self.width() - self.verticalScrollBar().sizeHint().width() - em(1))

    def resolution(self) -> float:
        """Return the pixels per inch at which pages come out sharp here."""
        return self._width * self.devicePixelRatioF() / (self._paper[0] / MM_PER_INCH)

    def in_sight(self) -> frozenset[int]:
        """Return the numbers of the pages that show; the first while there are none."""
        high, low = -self._size().height(), self.viewport().height()
        shown = {page.number for page in self._pages if high < self._top_of(page) < low}
        return frozenset(shown or {1})

    def show_preview(self, preview: Preview, text: str) -> None:
        """Take the pages; `text` is the letter, for people who have it read out."""
        self._trouble.hide()
        self._count_pages(preview.fit.pages)
        drawn = {picture.number: picture for picture in preview.pictures}
        for page in self._pages:
            page.setAccessibleDescription(text)
            page.show_picture(drawn.get(page.number))
        self._look_for_old_pages()

    def images(self) -> tuple[bytes, ...]:
        """Return the pages drawn, as PNG."""
        return tuple(page.picture.png() for page in self._pages if page.picture is not None)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in place why there is no page, such as a character that no font has."""
        self._count_pages(0)
        self._trouble.setText(str(trouble))
        self._trouble.show()

    def show_place(self, place: Place) -> None:
        """Scroll to a line where nothing of it is in sight."""
        if place.page > len(self._pages):
            return
        page = self._pages[place.page - 1]
        scale = self._width / self._paper[0]
        top = self._top_of(page) + place.top * scale
        height = min(place.height * scale, self.viewport().height() / 2)
        if top + height > self.viewport().height() or top < 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(top - self.viewport().height() / 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another room."""
        super().resizeEvent(event)
        self.resized.emit()

    # inside

    def _count_pages(self, count: int) -> None:
        while len(self._pages) > count:
            self._pages.pop().deleteLater()
        while len(self._pages) < count:
            page = _Page(len(self._pages) + 1, self.widget())
            page.setFixedSize(self._size())
            page.clicked.connect(self._clicked)
            self._rows.insertWidget(self._rows.count() - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)

    def _size(self) -> QSize:
        return QSize(self._width, round(self._width * self._paper[1] / self._paper[0]))

    def _size_pages(self) -> None:
        for page in self._pages:
            page.setFixedSize(self._size())

    def _top_of(self, page: _Page) -> int:
        """How far below the top of what is seen a page begins; known before Qt has laid it out."""
        above = (page.number - 1) * (self._size().height() + self._rows.spacing())
        return above - self.verticalScrollBar().value()

    def _look_for_old_pages(self) -> None:
        seen = self.in_sight()
        if any(page.number in seen and not page.fresh for page in self._pages):
            self.wanted.emit()

    def _clicked(self, number: int, at: QPointF) -> None:
        scale = self._paper[0] / self._width
        self.pointed.emit(number, at.x() * scale, at.y() * scale)


class _Page(QWidget):
    """One page, in the tint of our paper, which is a little softer in the dark.

    clicked: number of the page, and the place in it
    """

    clicked = Signal(int, QPointF)

    def __init__(self, number: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.number = number
        self.setObjectName(f"page_{number}")
        self.setAccessibleName(_("Page {number}").format(number=number))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.picture: Picture | None = None
        self.fresh = False

    def show_picture(self, picture: Picture | None) -> None:
        """Take the page as it now is; None: it was not drawn, and may have changed."""
        self.fresh = picture is not None
        if picture is not None and picture != self.picture:
            self.picture = picture
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the page was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self.number, event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, larger or smaller while its picture is still of another size."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if self.picture is not None:
            one = self.picture
            image = QImage(
                one.pixels, one.width, one.height, 3 * one.width, QImage.Format.Format_RGB888
            )
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._place(one), image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(self.rect(), QColor(colours().paper))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(colours().shadow))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _place(self, picture: Picture) -> QRectF:
        """Where the picture goes: one that is as wide as the page dot for dot, any other scaled.

        A page drawn for this width may be a row higher than we are. Squeezed into our height it
        would lose that row, in the middle of a line of text.
        """
        ratio = self.devicePixelRatioF()
        if picture.width != round(self.width() * ratio):
            return QRectF(self.rect())
        return QRectF(0, 0, picture.width / ratio, picture.height / ratio)
