"""Who writes: asked for kindly the first time it is needed, and where it goes is said plainly."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from appealdesk import letters
from appealdesk.cases import Case, Recipient
from appealdesk.letters import Draft, Identity, Sender
from appealdesk.paper import layouts
from appealdesk.translation import _
from appealdesk.window.dialogs import names
from appealdesk.window.dialogs.editors import (
    ChoiceEditor,
    LinesEditor,
    SearchEditor,
    TextEditor,
)
from appealdesk.window.dialogs.form import Form, ask, label
from appealdesk.window.dialogs.signature import SignatureEditor
from appealdesk.window.theme import em


def ask_sender(parent: QWidget | None, sender: Sender | None) -> Sender | None:
    """Ask for the writer's details and return them; None when the question was put off."""
    return ask(SenderDialog(parent, sender), SenderDialog.answer)


def identities() -> dict[Identity, tuple[str, str]]:
    """Return what each identity level is called, and what it means for the writer."""
    return {
        Identity.FULL: (
            _("My name and my address"),
            _("The authorities can answer you. They also learn where you live."),
        ),
        Identity.TOWN: (
            _("My name and my town"),
            _("They learn who you are, but not your street. An answer cannot reach you."),
        ),
        Identity.INITIALS: (
            _("My initials and my town"),
            _("Enough to show that a person wrote, and from where."),
        ),
        Identity.NONE: (
            _("Nothing about me"),
            _("No name and no town, not even beside the date."),
        ),
    }


class SenderDialog(Form):
    """Name, address, country, town, organisation, how much of it letters show, their paper."""

    def __init__(self, parent: QWidget | None, sender: Sender | None) -> None:
        super().__init__(
            parent,
            "senderDialog",
            _("Your details"),
            _("Keep my details"),
            _(
                "They are kept on this computer only, in your encrypted Appeal Desk library. "
                "Nobody sees them but those you write to, and they see only what you choose below."
            ),
        )
        self._known = sender or Sender(name="", country=names.here())
        self._place_typed = bool(self._known.place)
        known = self._known
        self._name = TextEditor(known.name)
        self._organisation = TextEditor(known.organisation)
        self._address = LinesEditor(known.address, lines=4)
        self._country = SearchEditor(names.countries(), known.country)
        self._place = TextEditor(known.place)
        self.add("name", _("Your name"), self._name)
        self.add(
            "organisation",
            _("Your group or organisation (if you write for one)"),
            self._organisation,
        )
        self.add("address", _("Your address, the town on the last line"), self._address)
        self.add("country", _("Your country"), self._country)
        self.add("place", _("The town beside the date (empty: the date alone)"), self._place)
        self._layout_choice = ChoiceEditor(
            {one.name: one.title for one in layouts()}, known.layout or Draft().layout
        )
        self._signature = SignatureEditor(known.signature_image, signed=known.signed)
        self._add_identity()
        self._add_page()
        self._follow()

    def _add_identity(self) -> None:
        self.column.addSpacing(em(0.6))
        self.column.addWidget(label(_("What your letters show of you"), "field"))
        self._levels = QButtonGroup(self)
        for at, (level, (title, meaning)) in enumerate(identities().items()):
            button = QRadioButton(title)
            button.setObjectName(f"senderDialog.identity.{level.value}")
            button.setAccessibleName(title)
            button.setAccessibleDescription(meaning)
            button.setChecked(level is self._known.identity)
            self._levels.addButton(button, at)
            self.column.addWidget(button)
            explained = label(meaning, "soft")
            explained.setIndent(em(1.4))
            self.column.addWidget(explained)
        self.column.addWidget(
            label(_("You can choose differently for each case, above its letter."), "soft")
        )
        self.column.addSpacing(em(0.4))
        self.column.addWidget(label(_("Your letters will show:"), "field"))
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        self._preview = label("", "paper", "senderDialog.preview")
        self._preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QVBoxLayout(frame)
        inside.addWidget(self._preview)
        self.column.addWidget(frame)

    def _add_page(self) -> None:
        """Ask for what letters look like beside what they show."""
        self.add(
            "layout",
            _("The paper and envelope of your letters"),
            self._layout_choice,
            _("For new cases; each case can have another."),
        )
        self.add(
            "signature",
            _("Your scanned signature (if you do not sign by hand)"),
            self._signature,
            _("Kept with your details. Letters that show no full name never carry it."),
        )
        self._signature.trouble.connect(lambda words: self.tell("signature", words))

    def _follow(self) -> None:
        for editor in (self._name, self._organisation, self._country):
            editor.changed.connect(self._show_preview)
        self._address.changed.connect(self._address_changed)
        self._place.textEdited.connect(self._typed_place)
        self._place.changed.connect(self._show_preview)
        self._levels.idToggled.connect(self._show_preview)
        self._show_preview()

    def _typed_place(self) -> None:
        self._place_typed = True

    def _address_changed(self) -> None:
        if not self._place_typed:
            lines = self._address.value()
            self._place.set_value(town_of(lines[-1]) if len(lines) > 1 else "")
        self._show_preview()

    def _show_preview(self) -> None:
        shown = shown_of(self.answer())
        self._preview.setText("\n".join(shown) or _("Only the date, and room to sign."))

    def problems(self) -> dict[str, str]:
        """Return what is missing or wrong: the level chosen decides what is needed."""
        wrong: dict[str, str] = {}
        sender = self.answer()
        if sender.identity is not Identity.NONE and not sender.name:
            wrong["name"] = _("Please give your name, or choose “Nothing about me” below.")
        if sender.identity is Identity.FULL and not sender.address:
            wrong["address"] = _("Please give your address, or choose to show less of you below.")
        if self._country.problem():
            wrong["country"] = self._country.problem()
        elif sender.identity is not Identity.NONE and not sender.country:
            wrong["country"] = _(
                "Please choose your country: letters abroad carry it, letters at home do not."
            )
        return wrong

    def answer(self) -> Sender:
        """Return the details as they stand in the fields."""
        image, signed = self._signature.value()
        layout = self._layout_choice.value()
        return replace(
            self._known,
            layout=layout if layout != Draft().layout else self._known.layout and layout,
            signature_image=image,
            signed=signed,
            name=self._name.value(),
            organisation=self._organisation.value(),
            address=self._address.value(),
            country=self._country.value(),
            place=self._place.value(),
            identity=tuple(identities())[self._levels.checkedId()],
        )


def town_of(line: str) -> str:
    """Return the town of an address line without its postcode: a proposal for the dateline.

    Words that hold a digit go, and so does what stands after a comma ("Leeds, West Yorkshire").
    """
    words = line.split(",", maxsplit=1)[0].split()
    return " ".join(word for word in words if not any(char.isdigit() for char in word))


def shown_of(sender: Sender) -> tuple[str, ...]:
    """Return the lines that a letter at the sender's identity level shows of them."""
    draft = Draft(identity=sender.identity)
    today = dt.datetime.now().astimezone().date()
    letter = letters.compose(Case(), Recipient(number=1), sender, draft, today)
    if sender.identity is Identity.NONE:
        return letter.from_lines
    return tuple(part for part in (*letter.from_lines, letter.dateline, letter.signature) if part)
