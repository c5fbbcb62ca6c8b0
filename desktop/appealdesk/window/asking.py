"""Every question the window puts to a person, in one replaceable place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QFileDialog, QWidget

from appealdesk.cases import Case, Recipient
from appealdesk.letters import Sender
from appealdesk.translation import _, ngettext
from appealdesk.workbench import Work

if TYPE_CHECKING:
    from appealdesk.window.dialogs.beside_letters import BesideLetters
    from appealdesk.window.dialogs.together import Together


class Asking:
    """Asks by dialogs, which are loaded when first needed. Tests put their answers in instead."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def documents(self, folder: Path) -> tuple[Path, ...]:
        """Ask which documents to open."""
        every = _("All files (*)")
        known = _("Documents ({patterns})").format(
            patterns="*.pdf *.docx *.doc *.odt *.rtf *.html *.htm *.eml *.txt *.yaml"
        )
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._parent, _("Open an urgent action"), str(folder), f"{known};;{every}"
        )
        return tuple(Path(name) for name in chosen)

    def folder(self, start: Path) -> Path | None:
        """Ask for the folder to save letters in."""
        chosen = QFileDialog.getExistingDirectory(
            self._parent, _("Choose a folder for the letters"), str(start)
        )
        return Path(chosen) if chosen else None

    def pdf(self, start: Path) -> Path | None:
        """Ask for the name of one PDF."""
        chosen, _filter = QFileDialog.getSaveFileName(
            self._parent, _("Save as PDF"), str(start), _("PDF (*.pdf)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def together(self, first: Together) -> Together | None:
        """Ask what all letters in one PDF shall have beside them."""
        from appealdesk.window.dialogs.together import ask_together  # noqa: PLC0415

        return ask_together(self._parent, first)

    def beside_letters(self, dialog: BesideLetters) -> None:
        """Show what goes with the letters until the person closes it."""
        dialog.exec()

    def sender(self, sender: Sender | None) -> Sender | None:
        """Ask for the sender's details; None when the person would rather not."""
        from appealdesk.window.dialogs.sender import ask_sender  # noqa: PLC0415

        return ask_sender(self._parent, sender)

    def around(
        self, enclosures: tuple[str, ...], reference: str
    ) -> tuple[tuple[str, ...], str] | None:
        """Ask for the enclosures and the reference line of a case's letters."""
        from appealdesk.window.dialogs.around import ask_around  # noqa: PLC0415

        return ask_around(self._parent, enclosures, reference)

    def recipient(self, recipient: Recipient | None, embassy_of: str = "") -> Recipient | None:
        """Ask for a recipient, or have one corrected."""
        from appealdesk.window.dialogs.recipient import ask_recipient  # noqa: PLC0415

        return ask_recipient(self._parent, recipient, embassy_of=embassy_of)

    def case(self, case: Case) -> Case | None:
        """Ask for the details of a case, or have them corrected."""
        from appealdesk.window.dialogs.case_details import ask_case  # noqa: PLC0415

        return ask_case(self._parent, case)

    def doubts(self, work: Work, sender: Sender | None, changed: Callable[[Work], None]) -> None:
        """Go through what is to check; `changed` is called after each thing settled."""
        from appealdesk.window.dialogs.doubts import DoubtsDialog  # noqa: PLC0415

        dialog = DoubtsDialog(self._parent, work, sender)
        dialog.changed.connect(changed)
        dialog.exec()
        dialog.deleteLater()

    def passphrase(self, *, new: bool, why: str) -> str | None:
        """Ask for the passphrase, twice when it is new."""
        from appealdesk.window.dialogs.passphrase import ask_passphrase  # noqa: PLC0415

        return ask_passphrase(self._parent, new, why)

    def expired(self, deadline: dt.date) -> bool:
        """Ask whether letters are wanted though the deadline has passed."""
        from appealdesk.window.dialogs.exporting import confirm_expired  # noqa: PLC0415

        return confirm_expired(self._parent, deadline)

    def fill_first(self, fields: Sequence[str]) -> Literal["write", "leave out", "cancel"]:
        """Ask what to do with places that are not filled in."""
        from appealdesk.window.dialogs.exporting import fill_first  # noqa: PLC0415

        return fill_first(self._parent, fields)

    def unchecked(self, count: int, first: str) -> str:
        """Ask whether to save though something is not checked: "check", "anyway" or "cancel"."""
        title = ngettext(
            "{count} thing is not checked yet", "{count} things are not checked yet", count
        )
        return self._question(
            "unchecked_dialog",
            title.format(count=count),
            _("{first} A wrong address or ask can do harm.").format(first=first),
            {
                "check": _("Check now"),
                "anyway": _("Go on all the same"),
                "cancel": _("Cancel"),
            },
            ("check", "cancel"),
        )

    def leaving_unkept(self) -> str:
        """Ask before words are lost: "keep" (choose a passphrase), "leave" or "stay"."""
        return self._question(
            "unkept_dialog",
            _("Your letters are not kept yet"),
            _("If you leave now, what you have written is gone. Letters saved as PDF stay."),
            {
                "keep": _("Keep them with a passphrase"),
                "leave": _("Leave without keeping"),
                "stay": _("Stay"),
            },
            ("stay", "stay"),
        )

    def follow(self, address: str, host: str) -> bool:
        """Ask whether a web page should be opened in the browser."""
        answer = self._question(
            "follow_dialog",
            _("Open {host} in your browser?").format(host=host),
            _("{address}\n\nThe page can see that somebody opened it.").format(address=address),
            {"open": _("Open it"), "stay": _("Do not open")},
            ("stay", "stay"),
        )
        return answer == "open"

    def _question(
        self, name: str, title: str, text: str, answers: dict[str, str], keys: tuple[str, str]
    ) -> str:
        from appealdesk.window.dialogs.question import question  # noqa: PLC0415

        safe, leave = keys
        return question(self._parent, name, title, text, answers, safe=safe, leave=leave)
