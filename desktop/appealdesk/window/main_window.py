"""The main window: its shell, its rooms, and the workbench's audience."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon

from appealdesk import resources
from appealdesk.translation import _
from appealdesk.window.shell import Shell

if TYPE_CHECKING:
    from appealdesk.errors import Trouble
    from appealdesk.letters import Sender
    from appealdesk.library import CaseEntry
    from appealdesk.window.asking import Asking
    from appealdesk.window.brief import Brief
    from appealdesk.window.desk_view import Desk
    from appealdesk.window.documents_in import DocumentsIn
    from appealdesk.window.edits import Edits
    from appealdesk.window.letters_out import LettersOut
    from appealdesk.window.rooms import Rooms
    from appealdesk.window.work_shown import WorkShown
    from appealdesk.workbench import Keeping, Work, Workbench


class MainWindow(Shell):
    """The one window of the program; the audience of its workbench.

    place:     the library file; None keeps everything in memory only
    furnished: False leaves the rooms to `furnish`, so that the window can be shown before them
    ready:     the library has been opened, or it is known why not
    """

    ready = Signal()

    rooms: Rooms
    brief: Brief
    desk: Desk
    shown: WorkShown
    edits: Edits
    documents: DocumentsIn
    out: LettersOut
    bench: Workbench

    def __init__(self, place: Path | None = None, *, furnished: bool = True) -> None:
        super().__init__()
        self._furnished = False
        self._left = False
        if furnished:
            self.furnish(place)

    # life

    def furnish(self, place: Path | None) -> None:
        """Make the rooms: brief, desk, and the workbench with its library at `place`."""
        from appealdesk.window.rooms import Rooms  # noqa: PLC0415

        self.setWindowIcon(QIcon(str(resources.path("icons", "appealdesk.svg"))))
        self.rooms = rooms = Rooms(self, self, place)
        self.brief, self.desk, self.shown = rooms.brief, rooms.desk, rooms.shown
        self.edits, self.documents, self.out = rooms.edits, rooms.documents, rooms.out
        self.bench = rooms.bench
        self.middle.addWidget(rooms.pair)
        self._furnished = True
        self.work_changed(None)

    def start(self, files: Sequence[Path] = ()) -> None:
        """Open the library in the background, and these documents."""
        self.rooms.start(files)

    def ask_as(self, asking: Asking) -> None:
        """Put another in the place of who asks the person: tests answer by themselves."""
        self.rooms.ask_as(asking)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, and ask before words are lost."""
        if self._furnished and not self._left:
            if not self.rooms.may_leave():
                event.ignore()
                return
            self._left = True
            self.rooms.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take documents and text from elsewhere; words of our own go into the letter only."""
        own = event.source() is not None
        if self._furnished and not own and self.documents.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        if self.documents.take(event.mimeData()):
            event.acceptProposedAction()

    # what the workbench tells

    def work_changed(self, work: Work | None) -> None:
        """Show the case on the desk as it now is."""
        self.shown.show_work(work)
        self.middle.setCurrentWidget(self.rooms.pair if work is not None else self.empty)
        self.cases.mark(work.id if work is not None else 0)
        history = self.bench.history if work is not None else None
        self.rooms.general.name_steps(
            history.undoes if history else "", history.redoes if history else ""
        )

    def cases_changed(self, entries: Sequence[CaseEntry]) -> None:
        """List the cases."""
        self.rooms.list_cases(entries)

    def keeping_changed(self, keeping: Keeping, why: Trouble | None) -> None:
        """Say whether what is written is kept."""
        self.rooms.show_keeping(keeping, why)
        self.ready.emit()

    def saved(self, at: dt.datetime) -> None:
        """Say when everything was kept."""
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        self.status.show_saved(_("Saved {time}").format(time=time))

    def sender_changed(self, sender: Sender | None) -> None:
        """Show the letters with the sender."""
        del sender  # the workbench has it, and the letters are made there
        self.shown.refresh()

    def trouble(self, trouble: Trouble) -> None:
        """Tell what went wrong."""
        self.notice.tell(str(trouble), trouble=True)

    def told(self, words: str) -> None:
        """Tell what happened."""
        self.notice.tell(words)

    def busy(self, what: str) -> None:
        """Say what is being done."""
        self.status.show_busy(what)
