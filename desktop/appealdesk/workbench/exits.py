"""The exits of the desk: letters as pages to look at, as files, on the printer, in the mail client."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.paper import Sheets, sheet_images
from appealdesk.translation import _
from appealdesk.workbench import sending
from appealdesk.workbench.progress import Progress
from appealdesk.workbench.runner import Runner
from appealdesk.workbench.sending import HandedOver, Proof
from appealdesk.workbench.work import Work

# The lanes of the runner: what waits for what.
PAGES = "pages"
EXPORT = "export"

T = TypeVar("T")


class OnTheDesk(Protocol):
    """What the exits need to know: the case on the desk and whose letters they are."""

    @property
    def work(self) -> Work | None:
        """The case on the desk."""

    sender: Sender | None


class Exits:
    """Every way a letter leaves the desk. Slow work goes to the runner; `done` or `failed` is called.

    busy: is told what is being made, and "" when it is made
    """

    def __init__(self, desk: OnTheDesk, runner: Runner, busy: Callable[[str], None]) -> None:
        self._desk = desk
        self._runner = runner
        self._busy = busy

    # to look at

    def proof(
        self,
        number: int,
        on: dt.date,
        pixels_per_inch: float,
        done: Callable[[Proof], None],
        failed: Callable[[Trouble], None],
        *,
        only: Collection[int],
    ) -> None:
        """Typeset that recipient's letter and draw `only` those pages.

        Only the newest of quick successive calls is made, and nothing of it here: not even the
        letter is composed on the way of a key press.
        """
        work, sender = self._work(), self._desk.sender
        self._runner.run(
            PAGES,
            lambda: sending.proof(work, number, sender, on, pixels_per_inch, only=only),
            done,
            failed,
            newest="proof",
        )

    def window_sheet(
        self,
        layout: str,
        language: str,
        on: dt.date,
        done: Callable[[tuple[bytes, ...]], None],
        failed: Callable[[Trouble], None],
        *,
        pixels_per_inch: float,
    ) -> None:
        """Make the sheet to hold against an envelope; `language` is that of the screen."""
        self._export(
            lambda: sending.window_sheet(layout, language, on, pixels_per_inch), done, failed
        )

    def sheet_pictures(
        self,
        make: Callable[[Work, Sender | None], Sheets],
        on: dt.date,
        pixels_per_inch: float,
        done: Callable[[tuple[bytes, ...]], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Set what `make` returns, to look at; only the newest of quick successive calls is made.

        make: one of the functions of sheets, its other arguments filled in
        """
        work, sender = self._work(), self._desk.sender
        self._runner.run(
            PAGES,
            lambda: sheet_images(make(work, sender), on, pixels_per_inch),
            done,
            failed,
            newest="sheets",
        )

    # to send

    def progress(self, told: Callable[[int, int], None]) -> Progress:
        """Return a Progress for save_letters(); `told(done, of)` is called as results are."""
        return self._runner.progress(told)

    def save_letters(
        self,
        numbers: Sequence[int],
        on: dt.date,
        folder: Path,
        done: Callable[[tuple[Path, ...]], None],
        failed: Callable[[Trouble], None],
        *,
        formats: Sequence[str] = ("pdf",),
        progress: Progress | None = None,
    ) -> None:
        """Write these letters into a folder, one file each and format; see sending.save_letters."""
        work, sender = self._work(), self._desk.sender
        self._export(
            lambda: sending.save_letters(
                work, numbers, sender, on, folder, formats=formats, progress=progress
            ),
            done,
            failed,
        )

    def save_together(
        self,
        numbers: Sequence[int],
        on: dt.date,
        path: Path,
        done: Callable[[Path], None],
        failed: Callable[[Trouble], None],
        *,
        cover: bool = False,
        duplex: bool = False,
    ) -> None:
        """Write these letters into one PDF, for the printer; see sheets.pile."""
        work, sender = self._work(), self._desk.sender
        self._export(
            lambda: sending.save_together(
                work, numbers, sender, on, path, cover=cover, duplex=duplex
            ),
            done,
            failed,
        )

    def save_sheets(
        self,
        make: Callable[[Work, Sender | None], Sheets],
        on: dt.date,
        path: Path,
        done: Callable[[Path], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Write what `make` returns into one PDF, which replaces a file of that name.

        make: one of the functions of sheets, its other arguments filled in
        """
        work, sender = self._work(), self._desk.sender
        self._export(
            lambda: sending.save_sheets(make(work, sender), on, path, replace=True), done, failed
        )

    def sheets_to_print(
        self,
        make: Callable[[Work, Sender | None], Sheets],
        on: dt.date,
        pixels_per_inch: float,
        done: Callable[[tuple[bytes, ...]], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Return the pages of what `make` returns as PNG images, for the printer."""
        work, sender = self._work(), self._desk.sender
        self._export(lambda: sheet_images(make(work, sender), on, pixels_per_inch), done, failed)

    def hand_over(
        self,
        number: int,
        on: dt.date,
        done: Callable[[HandedOver], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Open that recipient's letter as a draft in the system mail client."""
        work, sender = self._work(), self._desk.sender
        self._export(lambda: sending.hand_over(work, number, sender, on), done, failed)

    def empty_outbox(self, failed: Callable[[Trouble], None]) -> None:
        """Remove the messages that were handed to the mail client in an earlier run."""
        self._runner.run(EXPORT, sending.empty_outbox, lambda _none: None, failed)

    # inside

    def _work(self) -> Work:
        work = self._desk.work
        if work is None:
            raise LookupError("no case is on the desk")
        return work

    def _export(
        self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[Trouble], None]
    ) -> None:
        def finished(result: T) -> None:
            self._busy("")
            done(result)

        def stopped(trouble: Trouble) -> None:
            self._busy("")
            failed(trouble)

        self._busy(_("Making the letters"))
        self._runner.run(EXPORT, call, finished, stopped)
