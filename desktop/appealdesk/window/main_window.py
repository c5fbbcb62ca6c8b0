"""The main window: three rooms, and the workbench's audience. Only here do the two meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.library import CaseEntry
from appealdesk.translation import _
from appealdesk.window import face
from appealdesk.window.actions import Actions
from appealdesk.window.asking import Asking
from appealdesk.window.brief import Brief
from appealdesk.window.case_list import CaseList
from appealdesk.window.desk_view import Desk
from appealdesk.window.documents_in import DocumentsIn
from appealdesk.window.edits import Edits
from appealdesk.window.empty import Empty
from appealdesk.window.general import General
from appealdesk.window.keeping_banner import KeepingBanner
from appealdesk.window.letter_shown import case_text, screen_language
from appealdesk.window.letters_out import LettersOut
from appealdesk.window.menus import fill_menu_bar, save_menu
from appealdesk.window.notice import Notice
from appealdesk.window.remembering import Remembering
from appealdesk.window.status_line import StatusLine
from appealdesk.window.theme import em, theme
from appealdesk.window.toolbar import Toolbar
from appealdesk.window.work_shown import WorkShown
from appealdesk.workbench import Keeping, Runner, Work, Workbench

FOLD_BELOW = 90  # em: a narrower window has no room for the list of cases beside the rest


class Post(QWidget):
    """Carries calls from the runner's threads to the thread of the window."""

    _came = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._came.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def deliver(self, call: Callable[[], None]) -> None:
        """Have a call made on the window's thread, soon."""
        self._came.emit(call)

    @staticmethod
    def _make(call: Callable[[], None]) -> None:
        call()


class MainWindow(QMainWindow):
    """The one window of the program; the audience of its workbench.

    place: the library file; None keeps everything in memory only
    ready: the library has been opened, or it is known why not
    """

    ready = Signal()

    def __init__(self, place: Path | None) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAccessibleName("Appeal Desk")
        self.setWindowTitle("Appeal Desk")
        self.setAcceptDrops(True)
        theme()
        self._left = False
        self._narrow = False
        self._keeping: tuple[Keeping, Trouble | None] = (Keeping.OPENING, None)
        self._language = screen_language()
        self.actions_ = Actions(self)
        self.asking = Asking(self)
        fill_menu_bar(self.menuBar(), self.actions_)
        self._make_rooms()
        self._arrange()
        self._make_parts()
        self._post = Post(self)
        self._runner = Runner(self._post.deliver)
        self.bench = Workbench(self, self._runner, place)
        for part in (self.shown, self.edits, self.documents, self.out, self.remembering):
            part.use(self.bench)
        self._connect()
        self.work_changed(None)
        self.resize(self.sizeHint())

    # life

    def start(self, files: Sequence[Path] = ()) -> None:
        """Open the library in the background, and these documents."""
        self.bench.start()
        self.documents.open(files)
        self._runner.run("face", face.find_face, self._face_found, self.trouble)

    def ask_as(self, asking: Asking) -> None:
        """Put another in the place of who asks the person: tests answer by themselves."""
        self.asking = self.edits.asking = self.documents.asking = asking

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, and ask before words are lost."""
        if not self._left and not self._may_leave():
            event.ignore()
            return
        if not self._left:
            self._left = True
            self.remembering.keep()
            self.bench.close()
        super().closeEvent(event)

    def _may_leave(self) -> bool:
        keeping, _why = self._keeping
        if keeping is Keeping.OPEN or self.bench.work is None:
            return True
        answer = self.asking.leaving_unkept()
        if answer == "keep":
            self.ask_passphrase()
        return answer == "leave"

    def _face_found(self, fonts: tuple[bytes, ...]) -> None:
        face.use_face(fonts)
        self.desk.refit_type()

    # what the workbench tells

    def work_changed(self, work: Work | None) -> None:
        """Show the case on the desk as it now is."""
        self.shown.show_work(work)
        self.middle.setCurrentWidget(self.pair if work is not None else self.empty)
        self.cases.mark(work.id if work is not None else 0)
        history = self.bench.history if work is not None else None
        self.general.name_steps(
            history.undoes if history else "", history.redoes if history else ""
        )

    def cases_changed(self, entries: Sequence[CaseEntry]) -> None:
        """List the cases."""
        today = self.shown.today()
        self.cases.show_cases([case_text(one, today, self._language) for one in entries])

    def keeping_changed(self, keeping: Keeping, why: Trouble | None) -> None:
        """Say whether what is written is kept."""
        self._keeping = (keeping, why)
        self.keeping.show_keeping(keeping, why)
        waits = keeping in {Keeping.NEW_PASSPHRASE, Keeping.PASSPHRASE}
        self.actions_.passphrase.setEnabled(waits)
        if keeping is Keeping.OPEN:
            self.remembering.restore(self.documents, self.out, self.general.show_look)
        else:
            self.status.show_saved(_("Not kept yet"))
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

    def busy(self, what: str) -> None:
        """Say what is being done."""
        self.status.show_busy(what)

    # what a person does with the window itself

    def ask_passphrase(self) -> None:
        """Ask for the passphrase of the library, or for a new one."""
        keeping, why = self._keeping
        answer = self.asking.passphrase(
            new=keeping is Keeping.NEW_PASSPHRASE, why=str(why) if why else ""
        )
        if answer:
            self.bench.unlock(answer)

    def sizeHint(self) -> QSize:
        """Return a size that three rooms like, within the screen."""
        return QSize(em(105), em(68)).boundedTo(self.screen().availableSize())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take documents and text from elsewhere; words of our own go into the letter only."""
        if event.source() is None and self.documents.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        if self.documents.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the brief and the desk the room when the window becomes narrow."""
        super().resizeEvent(event)
        narrow = self.width() < em(FOLD_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.actions_.show_cases.setChecked(not narrow)
            self.toolbar.offer_cases(narrow=narrow)

    # how it is put together

    def _make_rooms(self) -> None:
        actions = self.actions_
        self.toolbar = Toolbar(actions, save_menu(self.menuBar(), actions), self)
        self.save_button = self.toolbar.main_button
        self.keeping = KeepingBanner(self)
        self.cases = CaseList(self)
        self.brief = Brief(self)
        self.desk = Desk(actions, self)
        self.empty = Empty(actions.open_document, actions.paste_document, actions.try_sample, self)
        self.notice = Notice(self)
        self.status = StatusLine(self)
        self.rooms = QSplitter(Qt.Orientation.Horizontal, self)
        self.pair = QSplitter(Qt.Orientation.Horizontal, self)
        self.middle = QStackedWidget(self)

    def _arrange(self) -> None:
        for splitter, name in ((self.rooms, "rooms"), (self.pair, "brief_and_desk")):
            splitter.setObjectName(name)
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.pair.addWidget(self.brief)
        self.pair.addWidget(self.desk)
        self.pair.setSizes([em(33), em(54)])
        self.pair.setStretchFactor(0, 2)
        self.pair.setStretchFactor(1, 3)
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.pair)
        self.rooms.addWidget(self.cases)
        self.rooms.addWidget(self.middle)
        self.rooms.setSizes([em(19), em(86)])
        self.rooms.setStretchFactor(1, 1)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        parts: tuple[QWidget, ...] = (
            self.toolbar,
            self.keeping,
            self.rooms,
            self.notice,
            self.status,
        )
        for part in parts:
            rows.addWidget(part, 1 if part is self.rooms else 0)
        self.setCentralWidget(whole)

    def _make_parts(self) -> None:
        actions = self.actions_
        self.shown = WorkShown(self.brief, self.desk, self.status, actions, self._language)
        self.edits = Edits(self.brief, self.desk, self.shown, actions, self.notice, self.asking)
        self.documents = DocumentsIn(self, actions, self.notice, self.asking)
        self.out = LettersOut(self, actions, self.shown, self.edits, self.notice)
        self.remembering = Remembering(self, (self.rooms, self.pair))
        self.general = General(self, actions, self.cases, self.brief, self.desk)

    def _connect(self) -> None:
        actions, bench = self.actions_, self.bench
        self.cases.chosen.connect(self._show_case)
        self.cases.searched.connect(bench.search)
        self.cases.removing.connect(self.documents.remove)
        self.cases.menu.connect(self._case_menu)
        self.keeping.passphrase.connect(self.ask_passphrase)
        self.status.asks.connect(self.brief.focus_asks)
        self.status.page.connect(actions.show_page.trigger)
        self.status.field.connect(self.edits.next_field)
        self.general.paste_document.connect(self.documents.paste)
        actions.show_cases.toggled.connect(self.cases.setVisible)
        for action, call in (
            (actions.remove_case, self._remove_case),
            (actions.undo, self._undo),
            (actions.redo, self._redo),
            (actions.passphrase, self.ask_passphrase),
            (actions.show_write, self.shown.show_view),
            (actions.show_page, self.shown.show_view),
        ):
            action.triggered.connect(lambda _checked=False, call=call: call())
        actions.show_cases.setChecked(True)
        self.toolbar.offer_cases(narrow=False)
        self.cases.entries.setFocus()
        actions.passphrase.setEnabled(False)

    # small things

    def _show_case(self, number: int) -> None:
        # Later: the list must not change while it still tells of its own choice.
        QTimer.singleShot(0, self, partial(self.bench.show_case, number))

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
        menu = QMenu(self)
        menu.setObjectName("case_menu")
        menu.addAction(_("Remove this case")).triggered.connect(
            lambda: self.documents.remove(number)
        )
        menu.exec(place)
        menu.deleteLater()
