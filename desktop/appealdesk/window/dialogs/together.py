"""How all letters of a case go into one PDF: a cover sheet before them, blank backs between them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from appealdesk.translation import _
from appealdesk.window.dialogs.editors import YesNoEditor
from appealdesk.window.dialogs.form import Form, ask


class Together(NamedTuple):
    """What the one PDF has beside the letters.

    cover:  a sheet that lists whom they go to, with boxes to tick
    duplex: blank backs, for a printer that prints on both sides
    """

    cover: bool = True
    duplex: bool = False


def ask_together(parent: QWidget | None, first: Together) -> Together | None:
    """Ask what the one PDF shall have; None when the person would rather not."""
    return ask(TogetherDialog(parent, first), TogetherDialog.answer)


class TogetherDialog(Form):
    """Two statements to tick."""

    def __init__(self, parent: QWidget | None, first: Together) -> None:
        super().__init__(
            parent,
            "togetherDialog",
            _("All letters in one PDF"),
            _("Choose where to save it"),
            _("For the printer: the letters one after another, copies with their cover notes."),
        )
        self._cover = YesNoEditor(_("A cover sheet first"))
        self._duplex = YesNoEditor(_("Every letter on a sheet of its own"))
        for editor, value in ((self._cover, first.cover), (self._duplex, first.duplex)):
            editor.set_value(value)
        self.add(
            "cover",
            _("List"),
            self._cover,
            _("It says whom you write to, how, and by when, with boxes to tick."),
        )
        self.add(
            "duplex",
            _("Printing on both sides"),
            self._duplex,
            _("Leaves backs blank, so that no letter begins on the back of another."),
        )
        self.column.addStretch(1)

    def answer(self) -> Together:
        """Return what is ticked."""
        return Together(self._cover.value(), self._duplex.value())
