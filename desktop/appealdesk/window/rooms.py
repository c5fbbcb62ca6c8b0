"""Everything behind the empty window: brief, desk, workbench, and what connects them.

Loaded once the window has been painted, so that it can be seen at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSplitter

from appealdesk.errors import Trouble
from appealdesk.library import CaseEntry
from appealdesk.translation import _
from appealdesk.window import face
from appealdesk.window.asking import Asking
from appealdesk.window.brief import Brief
from appealdesk.window.desk_view import Desk
from appealdesk.window.documents_in import DocumentsIn
from appealdesk.window.edits import Edits
from appealdesk.window.general import General
from appealdesk.window.kept_words import said_of
from appealdesk.window.letter_shown import case_text, screen_language
from appealdesk.window.letters_out import LettersOut
from appealdesk.window.remembering import Remembering
from appealdesk.window.shell import Shell
from appealdesk.window.theme import em
from appealdesk.window.work_shown import WorkShown
from appealdesk.workbench import Audience, Keeping, Runner, Workbench

SIDE_BY_SIDE = 125  # em: a narrower window has no room for cases, brief, sheet and page in a row


class Post(QObject):
    """Carries calls from the runner's threads to the thread of the window."""

    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open = True
        self._came.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Deliver nothing any more: the library is closed and the window goes."""
        self._open = False

    def deliver(self, call: Callable[[], None]) -> None:
        """Have a call made on the window's thread, soon."""
        self._came.emit(call)

    def _make(self, call: Callable[[], None]) -> None:
        if self._open:
            call()


class Rooms(QObject):
    """Brief and desk with everything that moves them, for one window.

    audience: who is told of changes: the window
    place:    the library file; None keeps everything in memory only
    """

    def __init__(self, window: Shell, audience: Audience, place: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._keeping: tuple[Keeping, Trouble | None] = (Keeping.OPENING, None)
        self._language = screen_language()
        self._folded = False  # the list of cases, to make room for the page beside the sheet
        actions, notice = window.actions_, window.notice
        window.cases.furnish()
        window.cases.entries.setFocus()
        self.asking = Asking(window)
        self.brief, self.desk = Brief(window), Desk(actions, window)
        self.pair = self._beside_each_other()
        self.shown = WorkShown(self.brief, self.desk, window.status, actions, self._language)
        self.edits = Edits(self.brief, self.desk, self.shown, actions, notice, self.asking)
        self.documents = DocumentsIn(window, actions, notice, self.asking)
        self.out = LettersOut(window, self.shown, self.edits)
        self.remembering = Remembering(window, (window.outer, self.pair))
        self.general = General(window, actions, window.cases, self.brief, self.desk)
        self._post = Post(self)
        self.runner = Runner(self._post.deliver)
        self.bench = Workbench(audience, self.runner, place)
        for part in (self.shown, self.edits, self.documents, self.out, self.remembering):
            part.use(self.bench)
        self._connect()

    def start(self, files: Sequence[Path]) -> None:
        """Open the library in the background, these documents, and the face of the page."""
        self.bench.start()
        self.documents.open(files)
        self.runner.run("face", face.find_face, self._face_found, self._window_trouble)

    def ask_as(self, asking: Asking) -> None:
        """Put another in the place of who asks the person."""
        self.asking = self.edits.asking = self.documents.asking = asking

    def show_keeping(self, keeping: Keeping, why: Trouble | None) -> None:
        """Say whether what is written is kept, and put the window back as it was."""
        self._keeping = (keeping, why)
        words, button = said_of(keeping, why)
        self._window.keeping.say(words, button)
        waits = keeping in {Keeping.NEW_PASSPHRASE, Keeping.PASSPHRASE}
        self._window.actions_.passphrase.setEnabled(waits)
        self._window.status.show_saved("" if keeping is Keeping.OPEN else _("Not kept yet"))
        if keeping is Keeping.OPEN:
            self.remembering.restore(self.documents, self.out, self.general.show_look)

    def list_cases(self, entries: Sequence[CaseEntry]) -> None:
        """List the cases."""
        today = self.shown.today()
        self._window.cases.show_cases([case_text(one, today, self._language) for one in entries])

    def ask_passphrase(self) -> None:
        """Ask for the passphrase of the library, or for a new one."""
        keeping, why = self._keeping
        answer = self.asking.passphrase(
            new=keeping is Keeping.NEW_PASSPHRASE, why=str(why) if why else ""
        )
        if answer:
            self.bench.unlock(answer)

    def may_leave(self) -> bool:
        """Ask before words are lost; True when the window may close."""
        keeping, _why = self._keeping
        if keeping is Keeping.OPEN or self.bench.work is None:
            return True
        answer = self.asking.leaving_unkept()
        if answer == "keep":
            self.ask_passphrase()
        return answer == "leave"

    def close(self) -> None:
        """Keep how the window is and let go of the library."""
        self.remembering.keep()
        self.bench.close()
        self._post.close()

    # inside

    def _beside_each_other(self) -> QSplitter:
        pair = QSplitter(Qt.Orientation.Horizontal, self._window)
        pair.setObjectName("brief_and_desk")
        pair.setChildrenCollapsible(False)
        pair.setHandleWidth(1)
        pair.addWidget(self.brief)
        pair.addWidget(self.desk)
        pair.setSizes([em(33), em(54)])
        pair.setStretchFactor(0, 2)
        pair.setStretchFactor(1, 3)
        return pair

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_
        window.cases.chosen.connect(self._show_case)
        actions.show_both.toggled.connect(self._make_room)
        window.cases.searched.connect(self.bench.search)
        window.cases.removing.connect(self.documents.remove)
        window.cases.menu.connect(self._case_menu)
        window.keeping.passphrase.connect(self.ask_passphrase)
        window.status.asks.connect(self.brief.focus_asks)
        window.status.page.connect(self._show_page)
        window.status.field.connect(self.edits.next_field)
        self.general.paste_document.connect(self.documents.paste)
        for action, call in (
            (actions.remove_case, self._remove_case),
            (actions.undo, self._undo),
            (actions.redo, self._redo),
            (actions.passphrase, self.ask_passphrase),
            (actions.show_write, self.shown.show_view),
            (actions.show_page, self.shown.show_view),
            (actions.show_both, self.shown.show_view),
        ):
            action.triggered.connect(lambda _checked=False, call=call: call())

    def _make_room(self, side_by_side: bool) -> None:
        """Fold the list of cases away where sheet and page have too little room beside it."""
        cases = self._window.actions_.show_cases
        if side_by_side and self._window.width() < em(SIDE_BY_SIDE) and cases.isChecked():
            brief = self.pair.sizes()[0]
            cases.setChecked(False)
            self._folded = True
            self.pair.setSizes([brief, self._window.width() - brief])
        elif not side_by_side and self._folded:
            cases.setChecked(True)
            self._folded = False

    def _face_found(self, fonts: tuple[bytes, ...]) -> None:
        face.use_face(fonts)
        self.desk.refit_type()

    def _window_trouble(self, trouble: Trouble) -> None:
        self._window.notice.tell(str(trouble), trouble=True)

    def _show_case(self, number: int) -> None:
        # Later: the list must not change while it still tells of its own choice.
        QTimer.singleShot(0, self, partial(self.bench.show_case, number))

    def _show_page(self) -> None:
        """Go to the paragraph that makes the letter too long, or show the page."""
        if not self.shown.page.go_to_cut():
            self._window.actions_.show_page.trigger()

    def _undo(self) -> None:
        if self.bench.work is not None:
            self.bench.undo()

    def _redo(self) -> None:
        if self.bench.work is not None:
            self.bench.redo()

    def _remove_case(self) -> None:
        if self.bench.work is not None:
            self.documents.remove(self.bench.work.id)

    def _case_menu(self, number: int, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("case_menu")
        menu.addAction(_("Remove this case")).triggered.connect(
            lambda: self.documents.remove(number)
        )
        menu.exec(place)
        menu.deleteLater()
