"""What the window does for itself: edit actions, zoom, moving about, colours, help."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from appealdesk.translation import _
from appealdesk.window.actions import Actions
from appealdesk.window.brief import Brief
from appealdesk.window.case_list import CaseList
from appealdesk.window.desk_view import Desk
from appealdesk.window.theme import Appearance, theme

Editor = QTextEdit | QLineEdit | QPlainTextEdit


class General(QObject):
    """Connects the actions that need no workbench.

    paste_document: the clipboard should be read as a document
    """

    paste_document = Signal()

    def __init__(
        self, window: QMainWindow, actions: Actions, cases: CaseList, brief: Brief, desk: Desk
    ) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._cases, self._brief, self._desk = cases, brief, desk
        for action, call in (
            (actions.quit, window.close),
            (actions.cut, lambda: self._edit("cut")),
            (actions.copy, lambda: self._edit("copy")),
            (actions.paste, self._paste),
            (actions.find, self._find),
            (actions.next_room, lambda: self._step_room(1)),
            (actions.previous_room, lambda: self._step_room(-1)),
            (actions.zoom_in, lambda: desk.step_zoom(1)),
            (actions.zoom_out, lambda: desk.step_zoom(-1)),
            (actions.zoom_fit, lambda: desk.set_zoom(1.0)),
            (actions.look_desktop, lambda: theme().choose(Appearance.DESKTOP)),
            (actions.look_light, lambda: theme().choose(Appearance.LIGHT)),
            (actions.look_dark, lambda: theme().choose(Appearance.DARK)),
            (actions.keys, self._tell_keys),
            (actions.about, self._about),
        ):
            action.triggered.connect(lambda _checked=False, call=call: call())

    def name_steps(self, undoes: str, redoes: str) -> None:
        """Say in the Edit menu what would be undone and done again; "" for nothing."""
        _name(self._actions.undo, _("&Undo"), undoes)
        _name(self._actions.redo, _("&Redo"), redoes)

    def show_look(self, look: Appearance) -> None:
        """Take the choice of colours that was kept."""
        {
            Appearance.DESKTOP: self._actions.look_desktop,
            Appearance.LIGHT: self._actions.look_light,
            Appearance.DARK: self._actions.look_dark,
        }[look].setChecked(True)
        if theme().appearance is not look:
            theme().choose(look)

    def _edit(self, what: str) -> None:
        widget = QApplication.focusWidget()
        if isinstance(widget, Editor):
            getattr(widget, what)()

    def _paste(self) -> None:
        """Paste into what is written on; elsewhere, read the clipboard as a document."""
        widget = QApplication.focusWidget()
        if isinstance(widget, Editor) and not widget.isReadOnly():
            widget.paste()
        else:
            self.paste_document.emit()

    def _find(self) -> None:
        self._actions.show_cases.setChecked(True)
        self._cases.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._cases.search.selectAll()

    def _step_room(self, step: int) -> None:
        """Put the keyboard into the next room: cases, brief, recipients, sheet."""
        rooms: list[tuple[QWidget, QWidget]] = [
            (self._cases, self._cases.entries),
            (self._brief, self._brief.summary),
            (self._desk.chips, next(iter(self._desk.chips.chips()), self._desk.chips)),
            (self._desk.sheet, self._desk.sheet.body),
        ]
        rooms = [pair for pair in rooms if pair[1].isVisible()]
        if not rooms:
            return
        focus = QApplication.focusWidget()
        inside = (
            at for at, (room, _stop) in enumerate(rooms) if focus and room.isAncestorOf(focus)
        )
        at = next(inside, -1 if step > 0 else 0)
        rooms[(at + step) % len(rooms)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_keys(self) -> None:
        from appealdesk.window.dialogs.keys import show_keys  # noqa: PLC0415

        show_keys(self._window, self._actions.with_keys())

    def _about(self) -> None:
        from appealdesk.window.dialogs.about import show_about  # noqa: PLC0415

        show_about(self._window)


def _name(action: QAction, word: str, label: str) -> None:
    text = _("{do}: {what}").format(do=word, what=label) if label else word
    if action.text() != text:
        action.setText(text)
        action.setEnabled(bool(label))
    elif action.isEnabled() != bool(label):
        action.setEnabled(bool(label))
