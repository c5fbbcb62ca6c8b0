"""The row below the document: "The marked words are the [deadline] of [the case]"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from appealdesk.cases import Part, Source
from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.translation import _
from appealdesk.window.dialogs.editors import ChoiceEditor
from appealdesk.window.dialogs.filling import fields_to_fill, fill
from appealdesk.window.dialogs.form import label, name_button
from appealdesk.window.dialogs.words import who
from appealdesk.window.source_view import SourceView
from appealdesk.workbench import Work


class FillRow(QWidget):
    """Puts the words marked in the document into a field of the case or of a recipient.

    filled(Work): the work with the field filled
    """

    filled = Signal(object)

    def __init__(self, source: SourceView) -> None:
        super().__init__()
        self._source = source
        self._work: Work | None = None
        self._sender: Sender | None = None
        self._of = ChoiceEditor({})
        self._field = ChoiceEditor({})
        self._put = QPushButton(_("Put them there"))
        self._of.setObjectName("doubtsDialog.fillOf")
        self._of.setAccessibleName(_("Whose field the marked words are"))
        self._field.setObjectName("doubtsDialog.fillField")
        self._field.setAccessibleName(_("What the marked words are"))
        name_button(self._put, "doubtsDialog.fill", self._put.text())
        self._told = label("", "soft", "doubtsDialog.fillTold")
        first = label(_("The words you have marked are the"))
        first.setBuddy(self._field)
        of = label(_("of"))
        of.setBuddy(self._of)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(first, 0, 0, 1, 4)
        grid.addWidget(self._field, 1, 0)
        grid.addWidget(of, 1, 1)
        grid.addWidget(self._of, 1, 2)
        grid.addWidget(self._put, 1, 3)
        grid.addWidget(self._told, 2, 0, 1, 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        QWidget.setTabOrder(self._field, self._of)
        QWidget.setTabOrder(self._of, self._put)
        self._of.changed.connect(self._offer_fields)
        self._put.clicked.connect(self._fill)
        source.selected.connect(self._follow)
        self._follow()

    def set_work(self, work: Work, sender: Sender | None) -> None:
        """Offer the fields of this work."""
        self._work, self._sender = work, sender
        chosen = self._of.value()
        self._of.blockSignals(True)
        self._of.clear()
        self._of.addItem(_("the case"), "0")
        for one in work.case.recipients:
            if one.part is not Part.OTHER:
                self._of.addItem(who(one), str(one.number))
        self._of.set_value(chosen)
        self._of.blockSignals(False)
        self._offer_fields()

    def _offer_fields(self) -> None:
        chosen = self._field.value()
        self._field.clear()
        for field, words in fields_to_fill(int(self._of.value())).items():
            self._field.addItem(words, field)
        self._field.set_value(chosen)

    def _follow(self) -> None:
        marked = bool(self._source.selected_text())
        self._put.setEnabled(marked)
        self._told.setText(
            ""
            if marked
            else _("Mark words in the document, by mouse or with Shift and the arrows.")
        )

    def _fill(self) -> None:
        text = self._source.selected_text()
        if self._work is None or not text:
            return
        first, last = self._source.selected_lines()
        field, number = self._field.value(), int(self._of.value())
        try:
            work = fill(
                self._work,
                self._sender,
                number,
                field,
                text=text,
                source=Source(line=first, last=last),
            )
        except (Trouble, ValueError) as trouble:
            self._told.setText(str(trouble))
            return
        self.filled.emit(work)
        self._told.setText(_("Done: {field}.").format(field=self._field.currentText()))
