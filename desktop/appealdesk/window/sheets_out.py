"""Envelopes, labels, slips and faxes leave the desk: seen, saved, printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from appealdesk import letters
from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.paper import Sheets
from appealdesk.translation import _
from appealdesk.window.dialogs.beside_letters import BesideLetters
from appealdesk.window.letter_shown import written_to
from appealdesk.window.work_shown import WorkShown
from appealdesk.workbench import SheetKind, SheetsWanted, Work, Workbench, export, wanted, works

WANTED = "sheets wanted"  # the setting
_INCH = 110.0  # pixels: sharp enough for a page in a dialog


class SheetsOut(QObject):
    """Has what goes with the letters made: for its dialog, as a file, on paper."""

    def __init__(self, parent: QWidget, bench: Workbench, shown: WorkShown) -> None:
        super().__init__(parent)
        self._window, self._bench, self._shown = parent, bench, shown

    def dialog(self, kept: str | None) -> BesideLetters:
        """Return the dialog for the case on the desk, its choices those of last time (a setting)."""
        work = self._bench.work
        assert work is not None, "no case on the desk"  # noqa: S101
        ticked = [one.number for one in works.ticked(work)]
        choice = wanted.kept(kept or "")
        people = [(one.number, letters.short_name(one)) for one in written_to(work.case)]
        numbers = [number for number, _name in people]
        dialog = BesideLetters(
            self._window, people, ticked, choice, lambda kind: wanted.reached(kind, work, numbers)
        )
        dialog.changed.connect(lambda changed: self._show(dialog, changed))
        self._show(dialog, dialog.wanted())
        return dialog

    def keep(self, choice: SheetsWanted) -> None:
        """Keep the choices for the next time."""
        self._bench.save_setting(WANTED, wanted.to_keep(choice))

    def name(self, choice: SheetsWanted) -> str:
        """Return a name for the file: the case, for a fax whom it goes to, and what it is."""
        work = self._bench.work
        assert work is not None, "no case on the desk"  # noqa: S101
        stem = export.case_stem(work.case)
        if choice.kind is SheetKind.FAX and choice.numbers:
            stem = export.file_stem(work.case, works.recipient(work, choice.numbers[0]))
        what = {
            SheetKind.ENVELOPES: _("envelopes"),
            SheetKind.LABELS: _("labels"),
            SheetKind.SLIPS: _("address slips"),
            SheetKind.FAX: _("fax"),
        }[choice.kind]
        return " - ".join(part for part in (stem, what) if part) + ".pdf"

    def save_as(
        self,
        choice: SheetsWanted,
        path: Path,
        done: Callable[[Path], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Save what is wanted as one PDF."""
        today = self._shown.today()
        self._bench.exits.save_sheets(maker(choice, today), today, path, done, failed)

    # inside

    def _show(self, dialog: BesideLetters, choice: SheetsWanted) -> None:
        def came(pages: tuple[bytes, ...]) -> None:
            if dialog.wanted() == choice:
                dialog.show_pages(pages)

        def failed(trouble: Trouble) -> None:
            if dialog.wanted() == choice:
                dialog.show_trouble(trouble)

        today = self._shown.today()
        self._bench.exits.sheet_pictures(maker(choice, today), today, _INCH, came, failed)


def maker(choice: SheetsWanted, on: dt.date) -> Callable[[Work, Sender | None], Sheets]:
    """Return what makes the sheets of a choice, for the exits."""
    return lambda work, sender: wanted.made(choice, work, sender, on)
