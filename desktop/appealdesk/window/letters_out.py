"""The ways letters leave the desk: PDF, text, the printer, the mail client."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from appealdesk import cases, letters
from appealdesk.errors import Trouble
from appealdesk.letters import Identity
from appealdesk.translation import _
from appealdesk.window.asking import Asking
from appealdesk.window.edits import Edits
from appealdesk.window.letter_shown import saved_words
from appealdesk.window.shell import Shell
from appealdesk.window.work_shown import WorkShown
from appealdesk.workbench import (
    HandedOver,
    Keeping,
    Progress,
    SheetsWanted,
    Unwritable,
    Work,
    Workbench,
    export,
    places,
    works,
)

if TYPE_CHECKING:
    from appealdesk.window.printing import Printing
    from appealdesk.window.sheets_out import SheetsOut

FOLDER = "folder of letters"  # the setting


class LettersOut(QObject):
    """Asks what has to be asked before a letter leaves, and lets it leave."""

    def __init__(
        self,
        parent: Shell,
        shown: WorkShown,
        edits: Edits,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._shown, self._edits = shown, edits
        self._notice, self._status = parent.notice, parent.status
        actions = parent.actions_
        self._bench: Workbench | None = None
        self.last_folder: Path | None = None
        self._progress: Progress | None = None  # of what is being saved
        self._status.stop.connect(self._stop)
        self.together = (True, False)  # cover sheet, blank backs: as chosen last
        self.checked: set[int] = set()  # cases for which "go on all the same" was said
        for action, call in (
            (actions.save_letters, lambda: self.save(self._ticked())),
            (actions.save_this, lambda: self.save([self._shown.number])),
            (actions.save_together, self.save_together),
            (actions.save_word, lambda: self.save(self._ticked(), "docx")),
            (actions.save_odt, lambda: self.save(self._ticked(), "odt")),
            (actions.save_text, lambda: self.save(self._ticked(), "txt")),
            (actions.beside_letters, self.beside_letters),
            (actions.preview, self.preview),
            (actions.print_letters, self.print_letters),
            (actions.send_mail, self.send),
        ):
            action.triggered.connect(lambda _checked=False, call=call: call())

    @property
    def asking(self) -> Asking:
        """Who asks the person."""
        return self._edits.asking

    def use(self, bench: Workbench) -> None:
        """Take the workbench."""
        self._bench = bench

    def save(self, numbers: Sequence[int], form: str = "pdf") -> None:
        """Save letters into a folder, one file each."""
        if not self._ready(numbers):
            return
        folder = self.asking.folder(self._folder())
        if folder is None:
            return
        self._keep_folder(folder)
        bench, _work = self._now()

        def done(files: tuple[Path, ...]) -> None:
            self._told(saved_words(len(files), folder), folder)

        def failed(trouble: Trouble) -> None:
            self._failed(trouble, lambda: self.save(numbers, form))

        self._progress = bench.exits.progress(self._status.show_progress)
        bench.exits.save_letters(
            numbers,
            self._shown.today(),
            folder,
            done,
            failed,
            formats=(form,),
            progress=self._progress,
        )

    def save_together(self) -> None:
        """Save all letters in one PDF, for the printer."""
        numbers = self._ticked()
        if not self._ready(numbers):
            return
        from appealdesk.window.dialogs.together import Together  # noqa: PLC0415

        how = self.asking.together(Together(*self.together))
        if how is None:
            return
        self.together = (how.cover, how.duplex)
        bench, work = self._now()
        name = " - ".join(part for part in (export.case_stem(work.case), _("letters")) if part)
        path = self.asking.pdf(self._folder() / f"{name}.pdf")
        if path is None:
            return
        self._keep_folder(path.parent)

        def done(file: Path) -> None:
            self._told(_("Saved as {name}").format(name=file.name), file.parent)

        bench.exits.save_together(
            numbers,
            self._shown.today(),
            path,
            done,
            lambda trouble: self._failed(trouble, self.save_together),
            cover=how.cover,
            duplex=how.duplex,
        )

    def print_letters(self) -> None:
        """Print the letters, as sharp as the printer can."""
        numbers = self._ticked()
        if self._ready(numbers):
            self._printing().ask(numbers, self._shown.today())

    def preview(self) -> None:
        """Show all pages as they will be printed."""
        numbers = self._ticked()
        if self._ready(numbers):
            self._printing().preview(numbers, self._shown.today())

    def beside_letters(self) -> None:
        """Show envelopes, labels, slips and faxes, to be saved and printed."""
        if self._bench is None or self._bench.work is None:
            return
        if not (self._sender_known() and self._doubts_seen() and self._in_time()):
            return
        from appealdesk.window.sheets_out import WANTED  # noqa: PLC0415

        if self._bench.keeping is Keeping.OPEN:
            self._bench.setting(WANTED, self._show_beside)
        else:
            self._show_beside(None)

    def send(self) -> None:
        """Open the letter shown as a draft in the mail client."""
        number = self._shown.number
        if not self._ready([number]):
            return
        bench, work = self._now()
        to = works.recipient(work, number)

        def done(handed: HandedOver) -> None:
            QApplication.clipboard().setText(handed.text)
            words = _("The letter is open in your mail program. Please press send there.")
            if not to.email:
                words = _(
                    "The letter is open in your mail program. This recipient has no e-mail "
                    "address in the document: please add one there."
                )
            if handed.file is None:
                words += " " + _("The PDF is not attached: save it and attach it there.")
            self._notice.tell(words)

        def failed(trouble: Trouble) -> None:
            letter = self._shown.letter()
            if letter is not None:
                from appealdesk.window.work_shown import copy_to_clipboard  # noqa: PLC0415

                copy_to_clipboard(letter)
            self._failed(trouble)

        bench.exits.hand_over(number, self._shown.today(), done, failed)

    def _show_beside(self, kept: str | None) -> None:
        from appealdesk.window.sheets_out import SheetsOut, maker  # noqa: PLC0415

        out = SheetsOut(self._window, self._now()[0], self._shown)
        dialog = out.dialog(kept)
        dialog.save.connect(lambda wanted: self._save_sheets(out, wanted))
        dialog.print.connect(
            lambda wanted: self._printing().ask_for_sheets(
                maker(wanted, self._shown.today()), self._shown.today()
            )
        )
        self.asking.beside_letters(dialog)
        out.keep(dialog.wanted())
        dialog.deleteLater()
        out.deleteLater()

    def _save_sheets(self, out: SheetsOut, wanted: SheetsWanted) -> None:
        path = self.asking.pdf(self._folder() / out.name(wanted))
        if path is None:
            return
        self._keep_folder(path.parent)

        def done(file: Path) -> None:
            self._told(_("Saved as {name}").format(name=file.name), file.parent)

        out.save_as(wanted, path, done, self._failed)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    # before anything leaves

    def _ready(self, numbers: Sequence[int]) -> bool:
        """Ask for the sender, tell doubts and the deadline, and have places filled in."""
        if self._bench is None or self._bench.work is None or not numbers:
            return False
        return (
            self._sender_known()
            and self._doubts_seen()
            and self._in_time()
            and self._filled(numbers)
        )

    def _sender_known(self) -> bool:
        bench, work = self._now()
        if letters.identity_shown(work.draft, bench.sender) is Identity.NONE:
            return True
        if bench.sender is None:
            self._edits.edit_sender()
        return bench.sender is not None

    def _doubts_seen(self) -> bool:
        _bench, work = self._now()
        doubts = works.open_doubts(work)
        if not doubts or work.id in self.checked:
            return True
        answer = self.asking.unchecked(len(doubts), cases.describe(doubts[0][1]))
        if answer == "check":
            self._edits.check()
            return not works.open_doubts(self._now()[1])
        if answer == "anyway":
            self.checked.add(work.id)
        return answer == "anyway"

    def _in_time(self) -> bool:
        _bench, work = self._now()
        deadline = work.case.deadline
        if deadline is None or deadline >= self._shown.today():
            return True
        return self.asking.expired(deadline)

    def _filled(self, numbers: Sequence[int]) -> bool:
        bench, work = self._now()
        fields = [field for _number, field in self._shown.unfilled(numbers)]
        if not fields:
            return True
        answer = self.asking.fill_first(fields)
        if answer == "write":
            self._edits.next_field()
        if answer == "leave out":
            bench.change(_("leaving places out"), works.leave_out_fields(work))
            return True
        return False

    # inside

    def _printing(self) -> Printing:
        from appealdesk.window.printing import Printing  # noqa: PLC0415

        return Printing(self._window, self._now()[0], self._notice)

    def _now(self) -> tuple[Workbench, Work]:
        assert self._bench is not None, "no workbench"  # noqa: S101
        work = self._bench.work
        assert work is not None, "no case on the desk"  # noqa: S101
        return self._bench, work

    def _ticked(self) -> list[int]:
        if self._bench is None or self._bench.work is None:
            return []
        return [one.number for one in works.ticked(self._bench.work)]

    def _folder(self) -> Path:
        last = self.last_folder
        return last if last is not None and last.is_dir() else places.documents()

    def _keep_folder(self, folder: Path) -> None:
        self.last_folder = folder
        if self._bench is not None:
            self._bench.save_setting(FOLDER, str(folder))

    def _told(self, words: str, folder: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self._notice.tell(words, (_("Show folder"), show))

    def _failed(self, trouble: Trouble, again: Callable[[], None] | None = None) -> None:
        if again is not None and isinstance(trouble, Unwritable):
            self._notice.tell(str(trouble), (_("Choose another folder"), again), trouble=True)
        else:
            self._notice.tell(str(trouble), trouble=True)
