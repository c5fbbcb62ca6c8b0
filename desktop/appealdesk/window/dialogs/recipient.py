"""Somebody to write to, added or set right by hand."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from appealdesk.cases import Part, Recipient
from appealdesk.translation import _
from appealdesk.window.dialogs import names
from appealdesk.window.dialogs.editors import (
    ChoiceEditor,
    Editor,
    LinesEditor,
    SearchEditor,
    TextEditor,
)
from appealdesk.window.dialogs.form import Form, ask, name_button
from appealdesk.window.dialogs.pasted import proposal
from appealdesk.window.dialogs.words import why


def ask_recipient(
    parent: QWidget | None, recipient: Recipient | None, *, embassy_of: str = ""
) -> Recipient | None:
    """Ask for a new recipient, or let one be set right; None when it was put off.

    embassy_of: for a new recipient, the country (ISO 3166-1 alpha-2) whose embassy it is
    """
    return ask(RecipientDialog(parent, recipient, embassy_of=embassy_of), RecipientDialog.answer)


class RecipientDialog(Form):
    """Part, name, office, address, numbers and salutation of one recipient."""

    def __init__(
        self, parent: QWidget | None, recipient: Recipient | None, *, embassy_of: str = ""
    ) -> None:
        embassy = bool(embassy_of) or (recipient is not None and recipient.embassy)
        super().__init__(parent, "recipientDialog", *_titles(recipient, embassy=embassy))
        self._known = recipient or _new(embassy_of)
        if recipient is None:
            self._add_paste()
        self._add_fields()
        self._show(self._known)
        for doubt in self._known.doubts:
            if doubt.field in self._editors:
                self.tell(doubt.field, why(doubt))
        self._editors["role" if embassy_of else "name"].setFocus()

    def _add_paste(self) -> None:
        self._pasted = LinesEditor(lines=3)
        self.add(
            "pasted",
            _("Paste a whole address here (if you have one)"),
            self._pasted,
            _("Its lines are proposed for the fields below. Please check each of them."),
        )
        button = QPushButton(_("Put its lines below"))
        name_button(button, "recipientDialog.spread", button.text())
        button.setEnabled(False)
        self._pasted.changed.connect(lambda: button.setEnabled(bool(self._pasted.value())))
        button.clicked.connect(self._spread)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _spread(self) -> None:
        self._show(proposal(self._pasted.value(), self.answer()))
        self._editors["name"].setFocus()

    def _add_fields(self) -> None:
        parts = {Part.TARGET.value: _("A letter"), Part.COPY.value: _("A copy, with a short note")}
        if self._known.part is Part.OTHER:
            parts[Part.OTHER.value] = _("Nothing: this address is only mentioned")
        self._editors: dict[str, Editor] = {
            "part": ChoiceEditor(parts),
            "name": TextEditor(),
            "role": TextEditor(),
            "address": LinesEditor(lines=5),
            "country": SearchEditor(names.countries()),
            "salutation": TextEditor(),
            "email": LinesEditor(lines=2),
            "fax": LinesEditor(lines=2),
            "phone": LinesEditor(lines=2),
        }
        titles = {
            "part": _("What goes there"),
            "name": _("Name"),
            "role": _("Office"),
            "address": _("Address, as the urgent action prints it"),
            "country": _("Country"),
            "salutation": _("Salutation, such as “Dear Minister”"),
            "email": _("E-mail"),
            "fax": _("Fax"),
            "phone": _("Phone"),
        }
        hints = {
            "country": _("It is printed in capitals on the last line, not for letters at home."),
            "salutation": _("Empty: one that fits the office."),
        }
        for name, editor in self._editors.items():
            self.add(name, titles[name], editor, hints.get(name, ""))

    def _show(self, recipient: Recipient) -> None:
        for name, editor in self._editors.items():
            editor.set_value(getattr(recipient, name))

    def problems(self) -> dict[str, str]:
        """Return what is missing: somebody to write to, and a country that exists."""
        wrong: dict[str, str] = {}
        one = self.answer()
        if not one.name and not one.role:
            wrong["name"] = _("Please give a name or an office, so that the letter has a reader.")
        if problem := self._editors["country"].problem():
            wrong["country"] = problem
        for address in one.email:
            if "@" not in address.strip("@") or " " in address:
                wrong["email"] = _("“{typed}” does not look like an e-mail address.").format(
                    typed=address
                )
        return wrong

    def answer(self) -> Recipient:
        """Return the recipient as the fields stand."""
        values = {name: editor.value() for name, editor in self._editors.items()}
        return replace(self._known, **values | {"part": Part(str(values["part"]))})


def _titles(recipient: Recipient | None, *, embassy: bool) -> tuple[str, str]:
    if recipient is not None:
        return _("Correct this recipient"), _("Keep the correction")
    if embassy:
        return _("Add the embassy"), _("Add the embassy")
    return _("Add a recipient"), _("Add this recipient")


def _new(embassy_of: str) -> Recipient:
    if not embassy_of:
        return Recipient(number=0)
    country = names.countries().get(embassy_of, embassy_of)
    return Recipient(
        number=0,
        part=Part.COPY,
        role=_("Embassy of {country}").format(country=country),
        country=names.here(),
        embassy=True,
    )
