"""What stands around the text of a case's letters: the reference line and the enclosures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from appealdesk.translation import _
from appealdesk.window.dialogs.editors import LinesEditor, TextEditor
from appealdesk.window.dialogs.form import Form, ask

Around = tuple[tuple[str, ...], str]


def ask_around(
    parent: QWidget | None, enclosures: tuple[str, ...], reference: str
) -> Around | None:
    """Ask for the enclosures and the reference line; None when the question was put off."""
    return ask(AroundDialog(parent, enclosures, reference), AroundDialog.answer)


class AroundDialog(Form):
    """Two fields, for all letters of the case."""

    def __init__(self, parent: QWidget | None, enclosures: tuple[str, ...], reference: str) -> None:
        super().__init__(
            parent,
            "aroundDialog",
            _("Enclosures and reference"),
            _("Put them on the letters"),
            _("They stand on every letter of this case, but not on the notes with copies."),
        )
        self._enclosures = LinesEditor(enclosures, lines=4)
        self._reference = TextEditor(reference)
        self.add(
            "enclosures",
            _("What you put into the envelope with the letter, one a line"),
            self._enclosures,
            _("For example: Copy of the petition. Nothing is enclosed: leave it empty."),
        )
        self.add(
            "reference",
            _("Reference line beside the date"),
            self._reference,
            _("For example: Your letter of 3 May 2026. Most letters have none."),
        )
        self.column.addStretch(1)

    def answer(self) -> Around:
        """Return the enclosures and the reference line."""
        return self._enclosures.value(), self._reference.value()
