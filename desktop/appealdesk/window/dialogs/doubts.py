"""The doubts of a case, one after another, each beside its place in the document."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from appealdesk.cases import Doubt, Source
from appealdesk.letters import Sender
from appealdesk.translation import _
from appealdesk.window.dialogs import one_field
from appealdesk.window.dialogs.doubt_card import DoubtCard
from appealdesk.window.dialogs.fill_row import FillRow
from appealdesk.window.dialogs.form import Scroll, label, name_button, room_for
from appealdesk.window.source_view import SourceView
from appealdesk.window.theme import Type, em, set_type
from appealdesk.workbench import Work, works


class DoubtsDialog(QDialog):
    """One doubt at a time: what was read, why to look, the place in the document, an answer.

    changed(Work): a doubt has been settled or a field filled; the work as it then is
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None, work: Work, sender: Sender | None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtsDialog")
        self.setWindowTitle(_("Check what was read"))
        self._work = work
        self._sender = sender
        self._doubts: tuple[tuple[int, Doubt], ...] = works.open_doubts(work)
        self._at = 0
        self._source = SourceView(work.document)
        self._fill = FillRow(self._source)
        self._progress = label("", "soft", "doubtsDialog.progress")
        self._card = DoubtCard()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._answers())
        split.addWidget(self._beside())
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        self._card.accepted.connect(self._accept_reading)
        self._card.corrected.connect(self._correct)
        self._card.absent.connect(self._not_there)
        self._fill.filled.connect(self._filled)
        self._fill.set_work(work, sender)
        self._add_keys()
        available = self.screen().availableGeometry()
        self.resize(
            min(em(76), available.width() * 9 // 10), min(em(46), available.height() * 9 // 10)
        )
        self._show()

    def work(self) -> Work:
        """Return the work with everything that has been settled so far."""
        return self._work

    # what it is made of

    def _answers(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(em(0.4), 0, em(0.4), 0)
        column.addWidget(self._progress)
        column.addWidget(Scroll(self._card), 1)
        row = QHBoxLayout()
        self._back = _button("doubtsDialog.previous", _("Previous"))
        self._next = _button("doubtsDialog.next", _("Next"))
        self._close = _button("doubtsDialog.close", _("Close"))
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        self._close.clicked.connect(self.accept)
        row.addWidget(self._back)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._close)
        column.addLayout(row)
        return side

    def _beside(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(em(0.4), 0, em(0.4), 0)
        name = self._work.document.name or _("The document")
        heading = label(_("{document}, as it was read").format(document=name), "field")
        heading.setBuddy(self._source)
        self._where = label("", "soft", "doubtsDialog.where")
        column.addWidget(heading)
        column.addWidget(self._where)
        column.addWidget(self._source, 1)
        column.addWidget(self._fill)
        return side

    def _add_keys(self) -> None:
        for keys, step in (("Alt+Down", 1), ("Ctrl+PgDown", 1), ("Alt+Up", -1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._go(step))
        self._next.setToolTip(_("Next doubt (Alt+Down)"))
        self._back.setToolTip(_("Previous doubt (Alt+Up)"))

    # what is shown

    def _open(self) -> list[int]:
        left = works.open_doubts(self._work)
        return [at for at, one in enumerate(self._doubts) if one in left]

    def _show(self) -> None:
        total, left = len(self._doubts), self._open()
        if not total or self._at >= total:
            self._show_end(bool(left))
            return
        number, doubt = self._doubts[self._at]
        text = _("{number} of {total}").format(number=self._at + 1, total=total)
        settled = self._at not in left
        self._progress.setText(_("{progress}, settled").format(progress=text) if settled else text)
        self._card.show_doubt(self._work, number, doubt, settled=settled)
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(True)
        self._show_place(number, doubt)
        self._card.focus()

    def _show_end(self, some_left: bool) -> None:
        self._at = len(self._doubts)
        self._progress.setText("")
        self._card.show_end(some_left=some_left)
        self._where.setText("")
        self._source.show_nothing()
        self._back.setEnabled(bool(self._doubts))
        self._next.setEnabled(False)
        self._close.setText(_("Back to the letter"))
        self._close.setAccessibleName(self._close.text())
        set_type(self._close, Type.STRONG)
        self._close.setMinimumWidth(room_for(self._close))
        self._close.setDefault(True)
        self._close.setFocus()

    def _show_place(self, number: int, doubt: Doubt) -> None:
        place = doubt.source or self._known_place(number, doubt.field)
        if place is None:
            self._source.show_nothing()
            self._where.setText(_("No line of the document belongs to this."))
            return
        self._source.show_lines(place.line, place.last)
        if place.line == place.last:
            self._where.setText(_("Line {line}").format(line=place.line))
        else:
            self._where.setText(
                _("Lines {first} to {last}").format(first=place.line, last=place.last)
            )

    def _known_place(self, number: int, field: str) -> Source | None:
        whole = works.recipient(self._work, number) if number else self._work.case
        return whole.sources.get(field)

    # what is done

    def _go(self, step: int) -> None:
        self._at = max(0, min(len(self._doubts), self._at + step))
        self._show()

    def _accept_reading(self) -> None:
        number, doubt = self._doubts[self._at]
        self._take(works.confirm(self._work, number, doubt))

    def _correct(self, new: one_field.Value) -> None:
        number, doubt = self._doubts[self._at]
        try:
            self._take(one_field.put(self._work, self._sender, number, doubt.field, new))
        except ValueError as wrong:
            self._card.tell(str(wrong))

    def _not_there(self) -> None:
        number, doubt = self._doubts[self._at]
        self._take(one_field.put_nothing(self._work, self._sender, number, doubt.field))

    def _filled(self, work: Work) -> None:
        at = self._at
        self._take(work, move=False)
        if at < len(self._doubts) and at not in self._open():
            self._to_next_open()
        self._show()

    def _take(self, work: Work, *, move: bool = True) -> None:
        self._work = work
        self._fill.set_work(work, self._sender)
        self.changed.emit(work)
        if move:
            self._to_next_open()
            self._show()

    def _to_next_open(self) -> None:
        left = self._open()
        after = [at for at in left if at > self._at]
        self._at = (after or left or [len(self._doubts)])[0]


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    name_button(button, name, text)
    return button
