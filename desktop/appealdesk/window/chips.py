"""The recipients as chips in a row: a click shows the letter, the tick leaves it out or in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from appealdesk.translation import _
from appealdesk.window.flow import Flow
from appealdesk.window.theme import colours, em


@dataclass(frozen=True)
class ChipText:
    """One recipient as a chip: its number, short name, whole name, and whether it is a copy."""

    number: int
    short: str
    whole: str
    copy: bool
    ticked: bool
    doubtful: bool = False


class Chip(QAbstractButton):
    """One recipient. Checked: a letter is made. `shown`: its letter is on the desk.

    asked: its letter should be shown
    ticked: the person has left it out or taken it in
    menu: a menu is asked for at this place of the screen
    """

    asked = Signal(int)
    ticked = Signal(int, bool)
    menu = Signal(int, QPoint)

    def __init__(self, text: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text_shown = text
        self.shown = False
        self.setObjectName(f"chip_{text.number}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.take(text, shown=False)

    def take(self, text: ChipText, *, shown: bool) -> None:
        """Take the state of the recipient."""
        self.text_shown, self.shown = text, shown
        self.setText(text.short)
        self.setChecked(text.ticked)
        name = _("Copy to {name}") if text.copy else _("Letter to {name}")
        self.setAccessibleName(name.format(name=text.whole))
        state = _("on the desk") if shown else _("Return shows this letter")
        self.setAccessibleDescription(state)
        tick = _("ticked: a letter is made") if text.ticked else _("not ticked: no letter is made")
        self.setToolTip(f"{text.whole}\n{tick}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the name with its tick."""
        measure = QFontMetrics(self._font())
        width = self._tick_width() + measure.horizontalAdvance(self.text()) + em(0.9)
        return QSize(width, measure.height() + em(0.75))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle on the tick, show the letter elsewhere."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        across = event.position().x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = self.width() - across
        if across <= self._tick_width():
            self._toggle()
        else:
            self.asked.emit(self.text_shown.number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Everything is done on pressing."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space toggles, Return shows; arrows are the row's."""
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.asked.emit(self.text_shown.number)
        elif event.key() == Qt.Key.Key_Menu:
            self.menu.emit(self.text_shown.number, self.mapToGlobal(self.rect().bottomLeft()))
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of this recipient."""
        self.menu.emit(self.text_shown.number, event.globalPos())

    def nextCheckState(self) -> None:
        """A press by other means (a screen reader's) toggles as well."""
        self.ticked.emit(self.text_shown.number, not self.isChecked())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip: filled while its letter is on the desk."""
        del event
        look = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.accent if self.shown else look.panel
        ink = look.on_accent if self.shown else (look.ink if self.isChecked() else look.soft)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(look.accent if self.shown else look.edge), 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.on_accent if self.shown else look.accent), 2))
            inner = box.adjusted(2.5, 2.5, -2.5, -2.5) if self.shown else box
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        self._paint_tick(painter, ink)
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        words = self.rect().adjusted(self._tick_width(), 0, -em(0.4), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = self.rect().adjusted(em(0.4), 0, -self._tick_width(), 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text()
        )
        painter.end()

    def _font(self) -> QFont:
        font = self.font()
        font.setBold(self.shown)
        return font

    def _tick_width(self) -> int:
        return em(2.15)

    def _toggle(self) -> None:
        self.ticked.emit(self.text_shown.number, not self.isChecked())

    def _paint_tick(self, painter: QPainter, ink: str) -> None:
        size = em(0.95)
        left = em(0.75)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - size
        box = QRectF(left, (self.height() - size) / 2, size, size)
        paint_tick_box(painter, box, ink, ticked=self.isChecked())


def paint_tick_box(painter: QPainter, box: QRectF, ink: str, *, ticked: bool) -> None:
    """Paint a box with or without its tick, in one ink."""
    pen = QPen(QColor(ink), max(1.2, box.width() / 10))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
    if ticked:
        painter.drawPath(tick_path(box))


def tick_path(box: QRectF) -> QPainterPath:
    """Return the stroke of a tick inside a box."""
    path = QPainterPath()
    path.moveTo(box.left() + box.width() * 0.22, box.top() + box.height() * 0.54)
    path.lineTo(box.left() + box.width() * 0.42, box.top() + box.height() * 0.74)
    path.lineTo(box.left() + box.width() * 0.80, box.top() + box.height() * 0.28)
    return path


class Chips(QWidget):
    """All recipients: those written to, then those who get a copy, then two buttons to add.

    asked, ticked, menu: as of a chip
    add, embassy: a recipient or an embassy should be added
    """

    asked = Signal(int)
    ticked = Signal(int, bool)
    menu = Signal(int, QPoint)
    add = Signal()
    embassy = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setAccessibleName(_("Recipients"))
        self._chips: list[Chip] = []
        self._numbers: tuple[tuple[int, bool], ...] = ()
        self._row = Flow(self, em(0.45))
        self._to = QLabel(_("To"), self)
        self._copy = QLabel(_("Copy"), self)
        for label in (self._to, self._copy):
            label.setProperty("soft", "true")
        self.add_button = self._button("add_recipient_button", _("+ Add"), _("Add a recipient"))
        self.embassy_button = self._button(
            "add_embassy_button", _("+ Embassy"), _("Add an embassy")
        )
        self.add_button.clicked.connect(self.add)
        self.embassy_button.clicked.connect(self.embassy)

    def show_recipients(
        self, texts: Sequence[ChipText], shown: int, *, embassy_asked: bool
    ) -> None:
        """Take the recipients; `embassy_asked`: the case asks for copies to embassies."""
        numbers = tuple((text.number, text.copy) for text in texts)
        if numbers != self._numbers:
            self._numbers = numbers
            self._build(texts)
        for chip, text in zip(self._chips, texts, strict=True):
            chip.take(text, shown=text.number == shown)
        self.embassy_button.setToolTip(
            _("The urgent action asks for a copy to your country’s embassy of that state")
            if embassy_asked
            else _("Add an embassy")
        )

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips in order."""
        return tuple(self._chips)

    def focus_shown(self) -> None:
        """Put the keyboard on the chip of the letter shown."""
        for chip in self._chips:
            if chip.shown:
                chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Ask for the letter so many chips further on."""
        at = next((i for i, chip in enumerate(self._chips) if chip.shown), 0)
        if self._chips:
            chip = self._chips[(at + by) % len(self._chips)]
            self.asked.emit(chip.text_shown.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the chips with the arrow keys; the letter moved to is shown."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        by = steps.get(Qt.Key(event.key()), 0)
        if mirrored and event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            by = -by
        at = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        if by and at >= 0:
            chip = self._chips[(at + by) % len(self._chips)]
            chip.setFocus(Qt.FocusReason.TabFocusReason)
            chip.asked.emit(chip.text_shown.number)
        else:
            super().keyPressEvent(event)

    def _build(self, texts: Sequence[ChipText]) -> None:
        focused = next((c.text_shown.number for c in self._chips if c.hasFocus()), None)
        while self._row.takeAt(0) is not None:
            pass
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text) for text in texts]
        self._row.addWidget(self._to)
        for chip in self._chips:
            if chip.text_shown.copy and self._row.indexOf(self._copy) < 0:
                self._row.addWidget(self._copy)
            self._row.addWidget(chip)
            if chip.text_shown.number == focused:
                chip.setFocus()
        self._to.setVisible(any(not text.copy for text in texts))
        self._copy.setVisible(any(text.copy for text in texts))
        self._row.addWidget(self.add_button)
        self._row.addWidget(self.embassy_button)
        before: QWidget | None = None
        for widget in (*self._chips, self.add_button, self.embassy_button):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def _chip(self, text: ChipText) -> Chip:
        chip = Chip(text, self)
        chip.asked.connect(self.asked)
        chip.ticked.connect(self.ticked)
        chip.menu.connect(self.menu)
        chip.show()
        return chip

    def _button(self, name: str, text: str, label: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setProperty("plain", "true")
        return button
