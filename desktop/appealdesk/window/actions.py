"""Everything a person can do, with its words and its keys, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from appealdesk.translation import _

Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True)
class _Row:
    name: str
    text: str
    keys: Keys = None
    tip: str = ""
    checkable: bool = False


def _file_rows() -> tuple[_Row, ...]:
    standard = QKeySequence.StandardKey
    return (
        _Row("open_document", _("&Open document…"), standard.Open),
        _Row("paste_document", _("Open what you have &copied"), "Ctrl+Shift+V"),
        _Row("new_letter", _("&New letter…"), standard.New, _("A case that you type yourself")),
        _Row("try_sample", _("Open the &sample")),
        _Row("remove_case", _("&Remove this case")),
        _Row("save_letters", _("&Save letters as PDF…"), standard.Save),
        _Row("save_this", _("Only &this letter…")),
        _Row("save_together", _("All in one &PDF for the printer…"), "Ctrl+Shift+S"),
        _Row("save_word", _("As &Word documents…")),
        _Row("save_odt", _("As &LibreOffice documents…")),
        _Row("save_text", _("As plain te&xt…")),
        _Row("beside_letters", _("&Envelopes, labels, slips, fax…"), "Ctrl+Shift+E"),
        _Row("preview", _("Print pre&view…"), "Ctrl+Shift+P"),
        _Row("print_letters", _("&Print…"), standard.Print),
        _Row("send_mail", _("Send by e-&mail"), "Ctrl+E", _("Opens a draft; you press send")),
        _Row("quit", _("&Quit"), "Ctrl+Q"),
    )


def _edit_rows() -> tuple[_Row, ...]:
    standard = QKeySequence.StandardKey
    return (
        _Row("undo", _("&Undo"), standard.Undo),
        _Row("redo", _("&Redo"), standard.Redo),
        _Row("cut", _("Cu&t"), standard.Cut),
        _Row("copy", _("&Copy"), standard.Copy),
        _Row("paste", _("&Paste"), standard.Paste),
        _Row("find", _("&Find a case"), standard.Find),
        _Row("case_details", _("Correct the c&ase…")),
        _Row("sender_details", _("&Your name and address…")),
        _Row("passphrase", _("Choose a pass&phrase…")),
    )


def _letter_rows() -> tuple[_Row, ...]:
    return (
        _Row("check", _("&Check what is not sure…"), "Ctrl+K"),
        _Row("next_field", _("Next place to &fill in"), "Ctrl+J"),
        _Row("insert", _("&Insert the chosen words of the case"), "Ctrl+Shift+I"),
        _Row("bold", _("&Bold"), "Ctrl+B"),
        _Row("italic", _("I&talic"), "Ctrl+I"),
        _Row("as_list", _("&List"), "Ctrl+Shift+L", _("Make the chosen lines a list")),
        _Row(
            "as_quotation", _("&Quotation"), "Ctrl+Shift+B", _("Make the chosen lines a quotation")
        ),
        _Row("next_letter", _("&Next letter"), "Ctrl+PgDown"),
        _Row("previous_letter", _("&Previous letter"), "Ctrl+PgUp"),
        _Row("add_recipient", _("&Add a recipient…"), "Ctrl+Shift+N"),
        _Row("add_embassy", _("Add an &embassy…")),
        _Row("correct_recipient", _("C&orrect this recipient…")),
        _Row("remove_recipient", _("&Remove this recipient")),
        _Row("write_specially", _("Write something &special for this one")),
        _Row("share_again", _("&Share the common text again")),
        _Row("around", _("&Enclosures and reference…")),
        _Row(
            "hold_window",
            _("&Hold against your envelope…"),
            tip=_("A sheet to print that shows where the window must be"),
        ),
        _Row("copy_text", _("Copy the &whole letter")),
    )


def _view_rows() -> tuple[_Row, ...]:
    standard = QKeySequence.StandardKey
    return (
        _Row("show_write", _("&Write"), "Ctrl+1", checkable=True),
        _Row("show_page", _("Printed &page"), "Ctrl+2", checkable=True),
        _Row("show_both", _("Side &by side"), "Ctrl+3", checkable=True),
        _Row("show_cases", _("List of &cases"), "F9", checkable=True),
        _Row("next_room", _("&Next part of the window"), "F6"),
        _Row("previous_room", _("P&revious part of the window"), "Shift+F6"),
        _Row("zoom_in", _("&Larger"), standard.ZoomIn),
        _Row("zoom_out", _("&Smaller"), standard.ZoomOut),
        _Row("zoom_fit", _("&Fit the width"), "Ctrl+0"),
        _Row("look_desktop", _("As on the &desktop"), checkable=True),
        _Row("look_light", _("L&ight"), checkable=True),
        _Row("look_dark", _("D&ark"), checkable=True),
        _Row("keys", _("&Keyboard"), "F1"),
        _Row("about", _("&About Appeal Desk")),
    )


class Actions(QObject):
    """All actions of the window, by name: `actions.undo`.

    Those of `on_letter` and `on_case` make sense only with a letter or a case on the desk.
    """

    on_letter = (
        *("save_this", "print_letters", "send_mail", "show_write", "show_page", "show_both"),
        *("next_field", "bold", "italic", "as_list", "as_quotation"),
        *("insert", "next_letter", "previous_letter", "correct_recipient", "remove_recipient"),
        *(
            "write_specially",
            "share_again",
            "around",
            "copy_text",
            "zoom_in",
            "zoom_out",
            "zoom_fit",
        ),
        *(
            "save_letters",
            "save_together",
            "save_text",
            "preview",
            "beside_letters",
            "save_word",
            "save_odt",
        ),
    )
    on_case = ("remove_case", "case_details", "check", "add_recipient", "add_embassy")

    open_document: QAction
    paste_document: QAction
    new_letter: QAction
    try_sample: QAction
    remove_case: QAction
    save_letters: QAction
    save_this: QAction
    save_together: QAction
    save_word: QAction
    save_odt: QAction
    save_text: QAction
    beside_letters: QAction
    preview: QAction
    print_letters: QAction
    send_mail: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    cut: QAction
    copy: QAction
    paste: QAction
    find: QAction
    case_details: QAction
    sender_details: QAction
    passphrase: QAction
    check: QAction
    next_field: QAction
    insert: QAction
    bold: QAction
    italic: QAction
    as_list: QAction
    as_quotation: QAction
    next_letter: QAction
    previous_letter: QAction
    add_recipient: QAction
    add_embassy: QAction
    correct_recipient: QAction
    remove_recipient: QAction
    write_specially: QAction
    share_again: QAction
    around: QAction
    hold_window: QAction
    copy_text: QAction
    show_write: QAction
    show_page: QAction
    show_both: QAction
    show_cases: QAction
    next_room: QAction
    previous_room: QAction
    zoom_in: QAction
    zoom_out: QAction
    zoom_fit: QAction
    look_desktop: QAction
    look_light: QAction
    look_dark: QAction
    keys: QAction
    about: QAction

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.every: list[QAction] = []
        for row in (*_file_rows(), *_edit_rows(), *_letter_rows(), *_view_rows()):
            self._make(row)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._group("show_write", "show_page", "show_both")
        self._group("look_desktop", "look_light", "look_dark")
        self.show_write.setChecked(True)
        self.look_desktop.setChecked(True)

    def _make(self, row: _Row) -> None:
        action = QAction(row.text, self)
        action.setObjectName(row.name)
        action.setCheckable(row.checkable)
        if row.keys is not None:
            action.setShortcut(QKeySequence(row.keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if row.tip:
            action.setToolTip(row.tip)
            action.setStatusTip(row.tip)
        setattr(self, row.name, action)
        self.every.append(action)

    def _group(self, *names: str) -> None:
        group = QActionGroup(self)
        for name in names:
            group.addAction(getattr(self, name))

    def allow(self, *, case: bool, letter: bool) -> None:
        """Switch on what makes sense with a case, and with a letter, on the desk."""
        for name in self.on_case:
            getattr(self, name).setEnabled(case)
        for name in self.on_letter:
            getattr(self, name).setEnabled(letter)

    def with_keys(self) -> tuple[tuple[str, str], ...]:
        """Return what each key does: (the words, the key as this desktop writes it)."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(
            (action.text().replace("&", "").rstrip("…"), action.shortcut().toString(native))
            for action in self.every
            if not action.shortcut().isEmpty()
        )
