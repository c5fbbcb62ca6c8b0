"""The sheet of paper on the desk: the letter as it will look, and one writes on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from appealdesk.letters import Letter
from appealdesk.translation import _
from appealdesk.window.page_shape import PageShape, paper_font
from appealdesk.window.paper_block import ROOM, PaperBlock
from appealdesk.window.paper_text import Inks, PaperText
from appealdesk.window.theme import colours, theme

FAR = 0.56  # of the lines: how far in the address stands where the window is on the other side


@dataclass(frozen=True)
class Shown:
    """What the sheet shows: the letter, the texts in the editors, and what is to check.

    salutation_ours: the urgent action gives no salutation, this one is a neutral one of ours
    window: the side of the envelope's window, where the address stands; "" without a window
    """

    letter: Letter
    text: str
    subject: str
    salutation: str
    closing: str
    salutation_ours: bool = False
    window: Literal["left", "right", ""] = ""


class Sheet(QWidget):
    """A letter on paper.

    written, subject, salutation, closing: the words, each time they change
    sender_clicked, address_clicked, date_clicked, around_clicked, copies_clicked: what to correct
    """

    written = Signal(str)
    subject = Signal(str)
    salutation = Signal(str)
    closing = Signal(str)
    sender_clicked = Signal()
    address_clicked = Signal()
    date_clicked = Signal()
    around_clicked = Signal()
    copies_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(_("The letter"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.sender_block = PaperBlock("sheet_sender", self, at_end=True)
        self.address_block = PaperBlock("sheet_address", self)
        self.reference_block = PaperBlock("sheet_reference", self)
        self.date_block = PaperBlock("sheet_date", self, at_end=True)
        self.subject_line = self._line("sheet_subject", _("Subject"))
        self.salutation_line = self._line("sheet_salutation", _("Salutation"))
        self.salutation_hint = QLabel(self)
        self.body = PaperText(self)
        self.body.setObjectName("sheet_body")
        self.body.setAccessibleName(_("Text of the letter"))
        self.closing_line = self._line("sheet_closing", _("Closing"))
        self.signature_block = PaperBlock("sheet_signature", self)
        self.enclosures_block = PaperBlock("sheet_enclosures", self)
        self.copies_block = PaperBlock("sheet_copies", self)
        self._shape: PageShape | None = None
        self._unsure = False
        self._far = False  # the address stands at the end of the line, the sender at its start
        self._beside_address = QSpacerItem(0, 0)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._set_rows()
        self._connect()
        theme().changed.connect(self._dress)
        self._dress()

    def show_letter(self, shown: Shown) -> None:
        """Take a letter; texts that are as they were keep their cursor."""
        letter = shown.letter
        self._turn(letter.language)
        self._put_address(shown.window)
        self.sender_block.show_lines(
            letter.from_lines,
            _("Sender"),
            _("Change your name and address"),
            _("Add your name and address"),
        )
        self.address_block.show_lines(
            letter.address,
            _("Recipient’s address"),
            _("Correct this recipient"),
            _("Add the address"),
        )
        self.date_block.show_lines(
            (letter.dateline,) if letter.dateline else (),
            _("Place and date"),
            _("Choose the date"),
            _("Choose the date"),
        )
        self.subject_line.set_text(shown.subject)
        self.salutation_line.set_text(shown.salutation)
        self.show_unsure(unsure=shown.salutation_ours)
        self.body.set_text(shown.text)
        self.closing_line.set_text(shown.closing)
        self.signature_block.show_lines(
            (letter.signature,) if letter.signature else (),
            _("Name below the signature"),
            _("Change your name and address"),
            _("Your name"),
        )
        around = _("Change the enclosures and the reference line")
        self.reference_block.show_lines(
            tuple(letter.reference.splitlines()), _("Reference"), around
        )
        self.reference_block.setVisible(bool(letter.reference))
        enclosed = (letter.enclosures_label, *letter.enclosures) if letter.enclosures else ()
        self.enclosures_block.show_lines(enclosed, _("Enclosures"), around)
        self.enclosures_block.setVisible(bool(enclosed))
        copies = (letter.copies_label, *letter.copies) if letter.copies else ()
        self.copies_block.show_lines(copies, _("Copies"), _("Choose who gets a copy"))
        self.copies_block.setVisible(bool(copies))

    def show_unsure(self, *, unsure: bool) -> None:
        """Mark the salutation as one to check, or as right."""
        if unsure != self._unsure:
            self._unsure = unsure
            self.salutation_hint.setVisible(unsure)
            self._ink(self.salutation_line, unsure=unsure)

    def set_shape(self, shape: PageShape) -> None:
        """Take the size of the page on the screen."""
        if shape == self._shape:
            return
        self._shape = shape
        self.setFixedWidth(shape.width)
        self.updateGeometry()
        plain, strong = paper_font(shape), paper_font(shape, strong=True)
        figures = paper_font(shape, figures=True)
        lines = shape.width - 2 * shape.side
        for block in (
            *(self.sender_block, self.reference_block),
            *(self.enclosures_block, self.copies_block),
        ):
            block.set_typeface(figures, shape.pitch, lines)
        self._set_address(shape)
        for block in (self.date_block, self.signature_block):
            block.set_typeface(plain, shape.pitch, lines)
        for line in (self.salutation_line, self.closing_line, self.body):
            line.set_typeface(plain, shape.pitch, shape.between)
        self.subject_line.set_typeface(strong, shape.pitch, shape.between)
        hint = self.salutation_hint.font()
        hint.setPixelSize(max(1, round(shape.text * 0.8)))
        self.salutation_hint.setFont(hint)
        self._set_room(shape)

    @property
    def address_at_right(self) -> bool:
        """Whether the address stands on the right-hand side."""
        return self._far != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def forget_shape(self) -> None:
        """Set everything anew the next time a shape is given."""
        self._shape = None

    def minimumSizeHint(self) -> QSize:
        """Return room for a page, or for all of a letter that is longer."""
        page = QSize(0, self._shape.height if self._shape is not None else 0)
        return super().minimumSizeHint().expandedTo(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper."""
        del event
        look = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.paper))
        painter.setPen(QPen(QColor(look.shadow), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for line in self.texts():
            if line.hasFocus():
                self._paint_place(painter, line)
        painter.end()

    def texts(self) -> tuple[PaperText, ...]:
        """Return the parts that one writes on, from the top."""
        return (self.subject_line, self.salutation_line, self.body, self.closing_line)

    # inside

    def _paint_place(self, painter: QPainter, line: PaperText) -> None:
        """Paint a rule beside the part that has the keyboard."""
        place = line.geometry()
        across = place.left() - 3
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = place.right() + 1
        painter.fillRect(across, place.top(), 3, place.height(), QColor(colours().paper_accent))

    def _line(self, name: str, label: str) -> PaperText:
        line = PaperText(self, one_line=True)
        line.setObjectName(name)
        line.setAccessibleName(label)
        return line

    def _set_rows(self) -> None:
        end, start = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        self.salutation_hint.setText(
            _("Not in the document. Please check, or write another greeting.")
        )
        self.salutation_hint.setObjectName("salutation_hint")
        self.salutation_hint.setWordWrap(True)
        self.salutation_hint.hide()
        rows = self._rows
        rows.addWidget(self.sender_block, 0, end)
        rows.addSpacing(0)
        addressed = QHBoxLayout()
        addressed.addItem(self._beside_address)
        addressed.addWidget(self.address_block)
        addressed.addStretch(1)
        rows.addLayout(addressed)
        rows.addSpacing(0)
        dated = QHBoxLayout()
        dated.addWidget(self.reference_block)
        dated.addStretch(1)
        dated.addWidget(self.date_block)
        rows.addLayout(dated)
        rows.addSpacing(0)
        rows.addWidget(self.subject_line)
        rows.addSpacing(0)
        rows.addWidget(self.salutation_line)
        rows.addWidget(self.salutation_hint)
        rows.addSpacing(0)
        rows.addWidget(self.body)
        rows.addSpacing(0)
        rows.addWidget(self.closing_line)
        rows.addSpacing(0)
        rows.addWidget(self.signature_block, 0, start)
        rows.addSpacing(0)
        rows.addWidget(self.enclosures_block, 0, start)
        rows.addWidget(self.copies_block, 0, start)
        rows.addStretch(1)

    def _set_room(self, shape: PageShape) -> None:
        """Put the distances of letter.typ between the rows, in order."""
        rows = self._rows
        room = round(shape.pitch * ROOM)  # blocks that can be clicked have an edge outside the text
        side = shape.side - room
        rows.setContentsMargins(side, shape.mm(20), side, shape.mm(20))
        self.salutation_hint.setContentsMargins(room, 0, room, 0)
        for line in self.texts():
            line.set_room(room)
        distances = iter(
            (
                shape.mm(11),
                shape.mm(7),
                shape.mm(5),
                shape.mm(4),
                round(shape.between),
                round(shape.between + shape.text * 0.4),
                shape.mm(18),
                shape.mm(6),
            )
        )
        for at in range(rows.count()):
            part = rows.itemAt(at)
            spacer = part.spacerItem() if part is not None else None
            if spacer is not None and at < rows.count() - 1:
                spacer.changeSize(0, next(distances))
        rows.invalidate()

    def _connect(self) -> None:
        self.body.written.connect(self.written)
        self.subject_line.written.connect(self.subject)
        for line, signal in (
            (self.salutation_line, self.salutation),
            (self.closing_line, self.closing),
        ):
            line.written.connect(lambda text, tell=signal: text.strip() and tell.emit(text))
            line.left.connect(lambda line=line, tell=signal: line.text().strip() or tell.emit(""))
        for line in self.texts():
            line.entered.connect(self.update)
            line.left.connect(self.update)
        self.sender_block.clicked.connect(self.sender_clicked)
        self.signature_block.clicked.connect(self.sender_clicked)
        self.address_block.clicked.connect(self.address_clicked)
        self.date_block.clicked.connect(self.date_clicked)
        self.reference_block.clicked.connect(self.around_clicked)
        self.enclosures_block.clicked.connect(self.around_clicked)
        self.copies_block.clicked.connect(self.copies_clicked)

    def _put_address(self, window: str) -> None:
        """Put the address on the side of the window, and the sender on the other.

        The window does not move for a letter that runs from the right.
        """
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        far = bool(window) and (window == "right") != from_right
        if far != self._far:
            self._far = far
            side = Qt.AlignmentFlag.AlignLeft if far else Qt.AlignmentFlag.AlignRight
            self._rows.setAlignment(self.sender_block, side)
            self.sender_block.set_at_end(at_end=not far)
            if self._shape is not None:
                self._set_address(self._shape)

    def _set_address(self, shape: PageShape) -> None:
        lines = shape.width - 2 * shape.side
        beside = round(lines * FAR) if self._far else 0
        self._beside_address.changeSize(beside, 0)
        self.address_block.set_typeface(
            paper_font(shape, figures=True), shape.pitch, lines - beside
        )
        self._rows.invalidate()

    def _turn(self, language: str) -> None:
        """Lay the letter out in the direction of its language, whatever the window's is."""
        direction = QLocale(language).textDirection()
        if self.layoutDirection() != direction:
            self.setLayoutDirection(direction)

    def _dress(self) -> None:
        look = colours()
        for line in self.texts():
            self._ink(line, unsure=self._unsure and line is self.salutation_line)
        hint = self.salutation_hint.palette()
        hint.setColor(self.salutation_hint.foregroundRole(), QColor(look.paper_warn))
        self.salutation_hint.setPalette(hint)
        self.update()

    def _ink(self, line: PaperText, *, unsure: bool = False) -> None:
        look = colours()
        line.set_ink(
            Inks(
                text=look.paper_warn if unsure else look.paper_ink,
                field=look.paper_warn,
                field_ground=look.paper_warn_ground,
                sign=look.paper_soft,
                chosen=look.paper_accent,
                on_chosen="#ffffff" if not look.strong else look.paper,
            )
        )
