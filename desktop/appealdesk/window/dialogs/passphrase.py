"""The passphrase of the library, where the system keeps no keys."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from appealdesk.translation import _
from appealdesk.window.dialogs.editors import TextEditor
from appealdesk.window.dialogs.form import Form, ask

SHORTEST = 8  # characters; the library's key derivation makes each guess slow besides


def ask_passphrase(parent: QWidget | None, new: bool, why: str) -> str | None:
    """Ask for the passphrase (a new one: twice); None when the question was put off.

    why: the sentence that says what happened ("This computer keeps no keys ...")
    """
    return ask(PassphraseDialog(parent, new, why), PassphraseDialog.answer)


class PassphraseDialog(Form):
    """One passphrase, or a new one typed twice; it can be shown."""

    def __init__(self, parent: QWidget | None, new: bool, why: str) -> None:
        super().__init__(
            parent,
            "passphraseDialog",
            _("Choose a passphrase") if new else _("Your passphrase"),
            _("Use this passphrase") if new else _("Open my library"),
            why,
        )
        self._new = new
        self._first = _secret()
        self._again = _secret()
        if new:
            hint = _(
                "Four or five words that belong together only for you are good. Write it down and "
                "keep it in a safe place: nobody can find it out for you, and without it "
                "your cases and letters cannot be opened again."
            )
            self.add("first", _("A passphrase for your cases and letters"), self._first, hint)
            self.add("again", _("The same once more"), self._again)
        else:
            self.add("first", _("The passphrase that you chose"), self._first)
        show = QCheckBox(_("Show what I type"))
        show.setObjectName("passphraseDialog.show")
        show.setAccessibleName(show.text())
        show.toggled.connect(self._show)
        self.column.addWidget(show)
        self.column.addStretch(1)

    def _show(self, on: bool) -> None:
        mode = TextEditor.EchoMode.Normal if on else TextEditor.EchoMode.Password
        self._first.setEchoMode(mode)
        self._again.setEchoMode(mode)

    def problems(self) -> dict[str, str]:
        """Return what is wrong: empty, too short, or not the same twice."""
        typed = self._first.text()
        if not typed:
            return {"first": _("Please type the passphrase.")}
        if self._new and len(typed) < SHORTEST:
            return {
                "first": _("Please take at least {count} characters.").format(count=SHORTEST),
            }
        if self._new and typed != self._again.text():
            return {"again": _("This is not the same as above. Please type it once more.")}
        return {}

    def answer(self) -> str:
        """Return what was typed, blanks and all."""
        return self._first.text()


def _secret() -> TextEditor:
    editor = TextEditor()
    editor.setEchoMode(TextEditor.EchoMode.Password)
    return editor
