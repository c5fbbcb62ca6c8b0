"""The window: three rooms, connected with the workbench. Only here do the two meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

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
from appealdesk.window.keeping_banner import KeepingBanner
from appealdesk.window.letter_shown import case_text, screen_language
from appealdesk.window.letters_out import FOLDER, LettersOut
from appealdesk.window.menus import fill_menu_bar, save_menu
from appealdesk.window.notice import Notice
from appealdesk.window.status_line import StatusLine
from appealdesk.window.theme import Appearance, em, theme
from appealdesk.window.work_shown import WorkShown
from appealdesk.workbench import Keeping, Runner, Work, Workbench

GEOMETRY = "window 1"  # the setting; the number changes when its form does
_NARROW = 78  # em: below this width the list of cases folds away


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
        self.setWindowTitle("Appeal Desk")
        self.setAcceptDrops(True)
        theme()
        self._narrow = False
        self._keeping: tuple[Keeping, Trouble | None] = (Keeping.OPENING, None)
        self._language = screen_language()
        self.actions_ = Actions(self)
        self._make_rooms()
        self._make_parts_meet()
        self._arrange()
        self._post = Post(self)
        self._runner = Runner(self._post.deliver)
        self.bench = Workbench(self, self._runner, place)
        for part in (self.shown, self.edits, self.documents, self.out):
            part.use(self.bench)
        self._connect()
        self.work_changed(None)
        self.resize(em(85), em(55))

    # life

    def start(self, files: Sequence[Path] = ()) -> None:
        """Open the library in the background, and these documents."""
        self.bench.start()
        self.documents.open(files)
        self._runner.run("face", face.find_face, self._face_found, self.trouble)

    def showEvent(self, event: QShowEvent) -> None:
        """Fold the list of cases away where there is little room."""
        super().showEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, and ask before words are lost."""
        if not self._may_leave():
            event.ignore()
            return
        self.bench.save_setting(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
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
        self._middle.setCurrentWidget(self._rooms if work is not None else self.empty)
        self.cases.mark(work.id if work is not None else 0)
        history = self.bench.history if work is not None else None
        self._name_step(self.actions_.undo, _("&Undo"), history.undoes if history else "")
        self._name_step(self.actions_.redo, _("&Redo"), history.redoes if history else "")

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
            self.bench.setting(GEOMETRY, self._restore_geometry)
            self.bench.setting(FOLDER, self._take_folder)
        else:
            self.status.show_saved(_("Not kept yet"))
        self.ready.emit()

    def saved(self, at: dt.datetime) -> None:
        """Say when everything was kept."""
        self.status.show_saved(_("Saved {time}").format(time=f"{at:%H:%M}"))

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take documents and text from elsewhere."""
        if self.documents.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        if self.documents.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the brief and the desk the room when the window becomes narrow."""
        super().resizeEvent(event)
        self._fold()

    # how it is put together

    def _make_rooms(self) -> None:
        actions = self.actions_
        self.asking = Asking(self)
        self.notice = Notice(self)
        self.keeping = KeepingBanner(self)
        self.cases = CaseList(self)
        self.brief = Brief(self)
        self.desk = Desk(actions, self)
        self.empty = Empty(actions.open_document, actions.paste_document, actions.try_sample, self)
        self.status = StatusLine(self)

    def _make_parts_meet(self) -> None:
        actions = self.actions_
        self.shown = WorkShown(self.brief, self.desk, self.status, actions, self._language)
        self.edits = Edits(self.brief, self.desk, self.shown, actions, self.notice, self.asking)
        self.documents = DocumentsIn(self, actions, self.notice, self.asking)
        self.out = LettersOut(self, actions, self.shown, self.edits, self.notice)

    def _arrange(self) -> None:
        fill_menu_bar(self.menuBar(), self.actions_)
        self._rooms = QSplitter(Qt.Orientation.Horizontal, self)
        self._rooms.setObjectName("rooms")
        self._rooms.setChildrenCollapsible(False)
        self._rooms.addWidget(self.brief)
        self._rooms.addWidget(self.desk)
        self._rooms.setStretchFactor(0, 0)
        self._rooms.setStretchFactor(1, 1)
        self._rooms.setSizes([em(29), em(56)])
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self._rooms)
        self._outer = QSplitter(Qt.Orientation.Horizontal, self)
        self._outer.setObjectName("outer_rooms")
        self._outer.setChildrenCollapsible(False)
        self._outer.addWidget(self.cases)
        self._outer.addWidget(self._middle)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        for splitter in (self._rooms, self._outer):
            splitter.setHandleWidth(1)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self._toolbar(), self.keeping, self.notice):
            rows.addWidget(part)
        rows.addWidget(self._outer, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)

    def _toolbar(self) -> QWidget:
        actions = self.actions_
        bar = QWidget(self)
        bar.setObjectName("toolbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(em(0.9), em(0.55), em(0.9), em(0.55))
        row.setSpacing(em(0.5))
        for action, words in (
            (actions.open_document, _("Open document")),
            (actions.new_letter, _("New letter")),
        ):
            row.addWidget(_button(action, words, bar))
        row.addStretch(1)
        for action, words in (
            (actions.print_letters, _("Print")),
            (actions.send_mail, _("Send by e-mail")),
        ):
            row.addWidget(_button(action, words, bar))
        self.save_button = _button(actions.save_letters, "", bar)
        self.save_button.setProperty("main", "true")
        more = QToolButton(bar)
        more.setObjectName("save_more")
        more.setAccessibleName(_("Other ways to save"))
        more.setToolTip(_("Other ways to save"))
        more.setArrowType(Qt.ArrowType.DownArrow)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(save_menu(self.menuBar(), actions))
        row.addWidget(self.save_button)
        row.addWidget(more)
        return bar

    def _connect(self) -> None:
        actions, bench = self.actions_, self.bench
        self.cases.chosen.connect(bench.show_case)
        self.cases.searched.connect(bench.search)
        self.cases.removing.connect(self.documents.remove)
        self.cases.menu.connect(self._case_menu)
        self.keeping.passphrase.connect(self.ask_passphrase)
        self.status.asks.connect(self.brief.focus_asks)
        self.status.page.connect(actions.show_page.trigger)
        self.status.field.connect(self.edits.next_field)
        for action, call in (
            (actions.remove_case, self._remove_case),
            (actions.quit, self.close),
            (actions.undo, self._undo),
            (actions.redo, self._redo),
            (actions.cut, lambda: self._in_editor("cut")),
            (actions.copy, lambda: self._in_editor("copy")),
            (actions.paste, lambda: self._in_editor("paste")),
            (actions.find, self._find),
            (actions.passphrase, self.ask_passphrase),
            (actions.show_write, self.shown.show_view),
            (actions.show_page, self.shown.show_view),
            (actions.show_cases, self._show_cases),
            (actions.next_room, lambda: self._step_room(1)),
            (actions.previous_room, lambda: self._step_room(-1)),
            (actions.zoom_in, lambda: self.desk.step_zoom(1)),
            (actions.zoom_out, lambda: self.desk.step_zoom(-1)),
            (actions.zoom_fit, lambda: self.desk.set_zoom(1.0)),
            (actions.look_desktop, lambda: theme().choose(Appearance.DESKTOP)),
            (actions.look_light, lambda: theme().choose(Appearance.LIGHT)),
            (actions.look_dark, lambda: theme().choose(Appearance.DARK)),
            (actions.keys, self._tell_keys),
            (actions.about, self._about),
        ):
            action.triggered.connect(lambda _checked=False, call=call: call())
        actions.show_cases.setChecked(True)
        actions.passphrase.setEnabled(False)

    # small things

    def _name_step(self, action: QAction, word: str, label: str) -> None:
        action.setEnabled(bool(label))
        action.setText(f"{word}: {label}" if label else word)

    def _undo(self) -> None:
        if self.bench.work is not None:
            self.bench.undo()

    def _redo(self) -> None:
        if self.bench.work is not None:
            self.bench.redo()

    def _in_editor(self, what: str) -> None:
        call = getattr(QApplication.focusWidget(), what, None)
        if callable(call):
            call()
        elif what == "paste":
            self.documents.paste()

    def _find(self) -> None:
        self.actions_.show_cases.setChecked(True)
        self._show_cases()
        self.cases.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cases.search.selectAll()

    def _show_cases(self) -> None:
        self.cases.setVisible(self.actions_.show_cases.isChecked())

    def _fold(self) -> None:
        narrow = self.width() < em(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.actions_.show_cases.setChecked(not narrow)
            self._show_cases()

    def _step_room(self, step: int) -> None:
        rooms: list[QWidget] = [self.cases.entries, self.brief.summary, self.desk.sheet.body]
        rooms = [room for room in rooms if room.isVisible()]
        if not rooms:
            return
        focus = QApplication.focusWidget()
        parents: tuple[QWidget, ...] = (self.cases, self.brief, self.desk)
        at = next(
            (
                number
                for number, room in enumerate(rooms)
                if focus is not None
                and any(p.isAncestorOf(room) and p.isAncestorOf(focus) for p in parents)
            ),
            -1 if step > 0 else 0,
        )
        rooms[(at + step) % len(rooms)].setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _tell_keys(self) -> None:
        from appealdesk.window.dialogs.keys import show_keys  # noqa: PLC0415

        show_keys(self, self.actions_.with_keys())

    def _about(self) -> None:
        from appealdesk.window.dialogs.about import show_about  # noqa: PLC0415

        show_about(self)

    def _restore_geometry(self, kept: str | None) -> None:
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def _take_folder(self, kept: str | None) -> None:
        if kept:
            self.out.last_folder = Path(kept)


def _button(action: QAction, words: str, parent: QWidget) -> QPushButton:
    """Return a button that does what an action does, and is switched on and off with it."""
    button = QPushButton(words, parent)
    button.setObjectName(f"{action.objectName()}_button")
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        text = words or action.text().replace("&", "").rstrip("…")
        button.setText(text)
        button.setAccessibleName(text)
        keys = action.shortcut().toString()
        button.setToolTip(f"{text} ({keys})" if keys else text)

    action.changed.connect(follow)
    follow()
    return button
