"""The desk: whom one writes to, how, and the sheet or its printed page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from appealdesk.translation import _
from appealdesk.window.actions import Actions
from appealdesk.window.chips import Chips
from appealdesk.window.choice import Choice
from appealdesk.window.flow import Flow
from appealdesk.window.page_shape import PageShape, page_shape
from appealdesk.window.page_view import PageView
from appealdesk.window.paper_text import PaperText
from appealdesk.window.segments import Segments
from appealdesk.window.sheet import Sheet
from appealdesk.window.theme import Type, em, set_type

ZOOM_STEP = 1.1
ZOOMS = (0.6, 3.0)
SHEET_SHARE = (
    56  # percent of the desk beside the page: one writes on the sheet, and looks at the page
)


class Desk(QWidget):
    """The right-hand room.

    share: the common text is wanted again for the recipient shown
    shape_changed: the sheet has another size on the screen
    """

    share = Signal()
    shape_changed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._zoom = 1.0
        self._page_zoom = 1.0  # of the page beside the sheet
        self._page = (210.0, 297.0)
        self.chips = Chips(self)
        self.views = Segments((actions.show_write, actions.show_page, actions.show_both), self)
        self.language = Choice("language", _("Language of the letter"), self)
        self.layout_choice = Choice("layout", _("Paper"), self)
        self.identity = Choice("identity", _("How much of you the letter shows"), self)
        self.sheet = Sheet(self)
        self.pages = PageView(self)
        self._own = self._own_text_strip()
        self._scroll = self._scroll_area()
        self._nobody = QLabel(self)
        self._pair = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self._arrange()

    # what is shown

    def show_letter(self, *, sheet: bool, page: bool) -> None:
        """Show the sheet to write on, the printed page, or one beside the other."""
        fresh = sheet and page and not self._side_by_side()
        self._scroll.setVisible(sheet)
        self.pages.setVisible(page)
        self._stack.setCurrentWidget(self._pair)
        if fresh:
            self._pair.setSizes([SHEET_SHARE, 100 - SHEET_SHARE])
        self.fit()

    def show_nobody(self, why: str) -> None:
        """Say why there is no letter."""
        self._nobody.setText(why)
        self._stack.setCurrentWidget(self._nobody)
        self._own.setVisible(False)

    def show_own_text(self, *, own: bool) -> None:
        """Say that the letter shown has a text of its own."""
        self._own.setVisible(own)

    def show_choices(self, *, visible: bool, chips: bool) -> None:
        """Show or hide everything that belongs to a letter."""
        for widget in (self.views, self.language, self.layout_choice, self.identity):
            widget.setVisible(visible)
        self.chips.setVisible(chips)

    def show_cursor(self, part: PaperText) -> None:
        """Scroll the sheet so that the line written on is seen."""
        line = part.cursorRect()
        place = part.viewport().mapTo(self.sheet, line.center())
        self._scroll.ensureVisible(place.x(), place.y(), em(1), line.height() + em(2))

    def to_top(self, *, cursor: bool) -> None:
        """Show the top of the sheet: another letter is on it; `cursor`: with another text."""
        if cursor:
            self.sheet.body.moveCursor(QTextCursor.MoveOperation.Start)
        self._scroll.verticalScrollBar().setValue(0)

    # zoom

    @property
    def zoom(self) -> float:
        """How much larger than fitting the sheet is."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show sheet and page larger or smaller; 1 fits the width."""
        self._zoom = self._page_zoom = _within(zoom)
        self.fit()

    def step_zoom(self, steps: int) -> None:
        """Go so many steps larger (or smaller, below 0)."""
        self._zoom = _within(self._zoom * ZOOM_STEP**steps)
        self._page_zoom = _within(self._page_zoom * ZOOM_STEP**steps)
        self.fit()

    def step_page_zoom(self, steps: int) -> None:
        """Show the page beside the sheet so many steps larger; the sheet stays as it is."""
        self._page_zoom = _within(self._page_zoom * ZOOM_STEP**steps)
        self.fit()

    def set_page(self, size: tuple[float, float]) -> None:
        """Take the size of the paper in mm."""
        self._page = size
        self.fit()

    def shape(self) -> PageShape:
        """Return the measures of the sheet in the room there is."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self._room() - bar - em(1.4)
        text = QFontInfo(QApplication.font()).pixelSize()
        return page_shape(max(room, em(22)), self._zoom, text, self._page)

    def refit_type(self) -> None:
        """Set the sheet anew: the face of the page has been loaded."""
        self.sheet.forget_shape()
        self.fit()

    def fit(self) -> None:
        """Give the sheet the size that the room allows."""
        shape = self.shape()
        self.sheet.set_shape(shape)
        beside = round(self.pages.room() * self._page_zoom)
        self.pages.set_width(beside if self._side_by_side() else shape.width)
        self.shape_changed.emit()

    # what Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheet to the new width."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """The sheet stays readable."""
        return QSize(em(24), em(20))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with the wheel while Ctrl is held."""
        if isinstance(event, QWheelEvent) and self._zoomed_by(watched, event):
            return True
        return super().eventFilter(watched, event)

    # inside

    def _room(self) -> int:
        """How wide the sheet's part of the desk is; before the first layout, the whole desk."""
        if self._side_by_side():
            return self._pair.sizes()[0]
        return max(self._stack.width(), self._scroll.width())

    def _side_by_side(self) -> bool:
        return not (self._scroll.isHidden() or self.pages.isHidden())

    def _zoomed_by(self, watched: QObject, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = 1 if event.angleDelta().y() > 0 else -1
        if watched is self.pages.viewport() and self._side_by_side():
            self.step_page_zoom(steps)
        else:
            self.step_zoom(steps)
        return True

    def _follow(self, part: PaperText) -> None:
        if part.hasFocus():
            self.show_cursor(part)

    def _own_text_strip(self) -> QWidget:
        strip = QWidget(self)
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        words = QLabel(_("This letter has its own text."), strip)
        self.share_button = QPushButton(_("Share the common text again"), strip)
        self.share_button.setObjectName("share_again_button")
        self.share_button.setAccessibleName(self.share_button.text())
        self.share_button.setProperty("plain", "true")
        self.share_button.clicked.connect(self.share)
        row.addWidget(words)
        row.addWidget(self.share_button)
        row.addStretch(1)
        strip.hide()
        return strip

    def _scroll_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("desk_page")
        area.setAccessibleName(_("The sheet"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.sheet)
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.viewport().setObjectName("desk_ground")
        area.viewport().installEventFilter(self)
        for part in self.sheet.texts():
            part.viewport().installEventFilter(self)
            part.cursorPositionChanged.connect(partial(self._follow, part))
        return area

    def _arrange(self) -> None:
        self._nobody.setObjectName("nobody")
        self._nobody.setWordWrap(True)
        set_type(self._nobody, Type.STRONG)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setMargin(em(3))
        self._pair.setObjectName("sheet_and_page")
        self._pair.setChildrenCollapsible(False)
        self._pair.splitterMoved.connect(self.fit)
        self.pages.viewport().installEventFilter(self)
        self.pages.resized.connect(self.fit)
        for part in (self._scroll, self.pages):
            self._pair.addWidget(part)
        self.pages.hide()
        for page in (self._pair, self._nobody):
            self._stack.addWidget(page)
        controls = QWidget(self)
        controls.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = Flow(controls, em(0.5))
        for choice in (self.views, self.language, self.layout_choice, self.identity):
            row.addWidget(choice)
        top = QVBoxLayout()
        top.setContentsMargins(em(1.2), em(0.9), em(1.2), em(0.5))
        top.setSpacing(em(0.5))
        for widget in (self.chips, controls, self._own):
            top.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addWidget(self._stack, 1)


def _within(zoom: float) -> float:
    return min(max(zoom, ZOOMS[0]), ZOOMS[1])
