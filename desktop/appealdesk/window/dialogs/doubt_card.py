"""One doubt: the field, why to look, what was read (to change in place), and the answers."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from appealdesk.cases import Doubt
from appealdesk.translation import _
from appealdesk.window.dialogs import one_field
from appealdesk.window.dialogs.editors import Editor
from appealdesk.window.dialogs.form import label, name_button, room_for
from appealdesk.window.dialogs.words import field_in_words, why
from appealdesk.window.theme import Type, em, set_type
from appealdesk.workbench import Work, works


class DoubtCard(QWidget):
    """Shows one doubt and takes the answer; what Enter does is the filled button.

    accepted: what was read is right; corrected(value): this is right instead;
    absent: the document does not say it
    """

    accepted = Signal()
    corrected = Signal(object)
    absent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(em(24))
        self._editor: Editor | None = None
        self._read: one_field.Value = None
        self._settled = False
        self._title = label("", "title", "doubtsDialog.field")
        self._why = label("", "problem", "doubtsDialog.why")
        self._quote = label("", "soft", "doubtsDialog.quote")
        self._label = label("", "field")
        self._room = QVBoxLayout()
        self._problem = label("", "problem", "doubtsDialog.problem")
        self.right = _answer("doubtsDialog.right", _("It is right"))
        self.correct = _answer("doubtsDialog.correct", _("Use my correction"))
        self.missing = _answer("doubtsDialog.missing", _("Not in the document"))
        self.right.clicked.connect(self.accepted)
        self.correct.clicked.connect(self._give)
        self.missing.clicked.connect(self.absent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.5))
        for part in (self._title, self._why, self._quote, self._label):
            column.addWidget(part)
        column.addLayout(self._room)
        column.addWidget(self._problem)
        for button in (self.right, self.correct, self.missing):
            column.addWidget(button)
        column.addStretch(1)

    # what is shown

    def show_doubt(self, work: Work, number: int, doubt: Doubt, *, settled: bool) -> None:
        """Show a doubt of the case (number 0) or of a recipient."""
        recipient = works.recipient(work, number) if number else None
        self._settled = settled
        self._title.setText(field_in_words(doubt.field, recipient))
        self._why.setText(_("You have settled this.") if settled else why(replace(doubt, quote="")))
        self._say(self._quote, _("It says: “{words}”").format(words=doubt.quote), doubt.quote)
        self.tell("")
        self._put_editor(one_field.editor(work, number, doubt.field), work, number, doubt.field)
        nothing = one_field.empty(work, number, doubt.field)
        fixed = self._editor is None
        self.right.setVisible(not nothing or fixed)
        self.correct.setVisible(not fixed)
        self.correct.setText(_("Use this") if nothing else _("Use my correction"))
        self.correct.setAccessibleName(self.correct.text())
        self.missing.setVisible(True)
        self.right.setEnabled(not settled)
        self._follow()

    def show_end(self, *, some_left: bool) -> None:
        """Say that this was the last."""
        self._put_editor(None, None, 0, "")
        self._label.hide()
        if some_left:
            self._title.setText(_("That was the last one"))
            self._why.setText(_("Some are not settled yet. They stay marked beside the letter."))
        else:
            self._title.setText(_("Everything is settled"))
            self._why.setText("")
        self._why.setVisible(some_left)
        self._quote.hide()
        self.tell("")
        for button in (self.right, self.correct, self.missing):
            button.hide()

    def tell(self, problem: str) -> None:
        """Say what is wrong with the correction; "" takes it away."""
        self._say(self._problem, problem, problem)

    def focus(self) -> None:
        """Put the focus where the answer is: on the value where one is missing, else on yes."""
        if self.right.isVisibleTo(self) and self.right.isEnabled():
            self.right.setFocus()
        elif self._editor is not None:
            self._editor.setFocus()
        else:
            self.missing.setFocus()

    # how it works inside

    def _put_editor(
        self, editor: Editor | None, work: Work | None, number: int, field: str
    ) -> None:
        while (old := self._room.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self._editor = editor
        self._label.setVisible(True)
        self._why.setVisible(True)
        if work is None:
            return
        shown = one_field.in_words(work, number, field)
        words = (
            _("What was read (you can correct it here)")
            if shown
            else _("Nothing was read. If you know it:")
        )
        if editor is None:
            words = _("What was read")
            plain = label(shown or _("Nothing"), "", "doubtsDialog.read")
            self._room.addWidget(plain)
        else:
            editor.setObjectName("doubtsDialog.value")
            editor.setAccessibleName(words)
            self._label.setBuddy(editor)
            self._read = editor.value()
            editor.changed.connect(self._follow)
            self._room.addWidget(editor)
            editor.show()  # at once, or it cannot take the focus yet
            QWidget.setTabOrder(editor, self.right)
        self._label.setText(words)

    def _follow(self) -> None:
        """Make the answer that fits what stands in the editor the one that Enter gives."""
        changed = self._editor is not None and self._editor.value() != self._read
        self.correct.setEnabled(changed)
        self.right.setEnabled(not changed and not self._settled)
        self.missing.setEnabled(not changed)
        main = self.missing
        if changed:
            main = self.correct
        elif self.right.isVisibleTo(self):
            main = self.right
        main.setDefault(True)

    def _give(self) -> None:
        if self._editor is None:
            return
        problem = self._editor.problem()
        self.tell(problem)
        if not problem:
            self.corrected.emit(self._editor.value())

    @staticmethod
    def _say(where: QWidget, text: str, shown: str) -> None:
        where.setText(text)  # type: ignore[attr-defined]
        where.setVisible(bool(shown))


def _answer(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    name_button(button, name, text)
    set_type(button, Type.STRONG)
    button.setMinimumWidth(room_for(button))
    return button
