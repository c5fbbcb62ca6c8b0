"""What holds for every dialog: names for screen readers, order of tabs, room for long words."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from appealdesk import letters, translation
from appealdesk.cases import Case
from appealdesk.window.dialogs.about import AboutDialog
from appealdesk.window.dialogs.around import AroundDialog
from appealdesk.window.dialogs.beside_letters import BesideLetters
from appealdesk.window.dialogs.case_details import CaseDialog
from appealdesk.window.dialogs.doubts import DoubtsDialog
from appealdesk.window.dialogs.form import Form
from appealdesk.window.dialogs.passphrase import PassphraseDialog
from appealdesk.window.dialogs.print_preview import PrintPreview
from appealdesk.window.dialogs.recipient import RecipientDialog
from appealdesk.window.dialogs.sender import SenderDialog
from appealdesk.window.dialogs.together import Together, TogetherDialog
from appealdesk.workbench import SheetKind, SheetsWanted, Work
from tests.invented import OMBUDSMAN, SENDER, a_case, a_document
from tests.window.conftest import a_blank_page, a_signature


def _doubts() -> DoubtsDialog:
    case = a_case()
    draft = letters.first_draft(case, SENDER)
    return DoubtsDialog(None, Work(id=1, document=a_document(), case=case, draft=draft), SENDER)


LABELS = SheetsWanted(kind=SheetKind.LABELS, labels="")
DIALOGS: dict[str, Callable[[], QDialog]] = {
    "around": lambda: AroundDialog(None, ("Copy of the petition",), "Your letter of 3 May 2026"),
    "sender": lambda: SenderDialog(None, None),
    "sender with a signature": lambda: SenderDialog(
        None, replace(SENDER, signature_image=a_signature(), signed=True)
    ),
    "recipient": lambda: RecipientDialog(None, OMBUDSMAN),
    "new recipient": lambda: RecipientDialog(None, None),
    "case": lambda: CaseDialog(None, Case()),
    "new passphrase": lambda: PassphraseDialog(None, True, "There is no keyring."),
    "passphrase": lambda: PassphraseDialog(None, False, "There is no keyring."),
    "doubts": _doubts,
    "about": lambda: AboutDialog(None),
    "together": lambda: TogetherDialog(None, Together()),
    "beside letters": lambda: BesideLetters(
        None, [(1, "Minister"), (2, "Envoy")], [1], LABELS, lambda _kind: {1, 2}
    ),
    "print preview": lambda: PrintPreview(None, [a_blank_page()]),
}
each = pytest.mark.parametrize("name", DIALOGS)
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


class Doubled(gettext.NullTranslations):
    """Every text twice: longer than any translation."""

    def gettext(self, message: str) -> str:
        return f"{message} {message}"


@pytest.fixture
def long_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_catalogue", Doubled())


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def opened(name: str, qtbot: QtBot) -> QDialog:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    return dialog


def _used(dialog: QDialog) -> list[QWidget]:
    """Return the widgets that one can get at by Tab, seen or scrolled out of sight."""
    return [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisibleTo(dialog)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, (*INTERACTIVE, QAbstractScrollArea))
        and not widget.objectName().startswith("qt_")
    ]


@each
def test_everything_one_can_use_has_both_names(opened: QDialog) -> None:
    used = _used(opened)
    assert used
    nameless = [
        f"{type(one).__name__} {one.objectName()!r}"
        for one in used
        if not one.objectName() or not one.accessibleName()
    ]
    assert nameless == []


@each
def test_no_two_have_the_same_object_name(opened: QDialog) -> None:
    names = [one.objectName() for one in _used(opened)]
    assert len(names) == len(set(names))


@each
def test_it_has_a_title_and_one_main_button(opened: QDialog) -> None:
    assert opened.windowTitle()
    defaults = [one for one in opened.findChildren(QPushButton) if one.isDefault()]
    assert len(defaults) == 1


@each
def test_every_field_label_belongs_to_a_field(opened: QDialog) -> None:
    labels = opened.findChildren(QLabel)
    owned = [label.buddy() for label in labels if label.buddy() is not None]
    fields = [one for one in _used(opened) if not isinstance(one, QAbstractButton)]
    lonely = [
        one.objectName()
        for one in fields
        if not any(buddy is one or _within(one, buddy) for buddy in owned)
    ]
    assert lonely == []


def _within(one: QWidget, buddy: QWidget) -> bool:
    return buddy.isAncestorOf(one)


@each
def test_tab_goes_to_everything_and_comes_back(opened: QDialog) -> None:
    start = opened.focusWidget()
    assert start is not None
    met = {start}
    for _step in range(100):
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
        now = opened.focusWidget()
        if now is start:
            break
        met.add(now)
    assert opened.focusWidget() is start
    missed = [
        one.objectName()
        for one in _used(opened)
        if one.isEnabled() and one not in met and not _inner(one)
    ]
    assert [name for name in missed if "identity" not in name] == []  # arrows choose among those


def _inner(one: QWidget) -> bool:
    """Tell whether a widget is the line inside an editor, which has the focus for it."""
    return isinstance(one.parent(), QComboBox | QAbstractSpinBox)


NO_FORMS = {"doubts", "about", "print preview", "beside letters"}


@pytest.mark.parametrize("name", [name for name in DIALOGS if name not in NO_FORMS])
def test_the_fields_come_before_the_buttons(opened: QDialog) -> None:
    assert isinstance(opened, Form)
    opened.main.setFocus()
    names = []
    for _step in range(3):
        names.append(opened.focusWidget().objectName())
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
    name = opened.objectName()
    assert names == [f"{name}.accept", f"{name}.cancel", f"{name}.{next(iter(opened._fields))}"]


@each
def test_escape_closes_it_without_an_answer(opened: QDialog) -> None:
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert opened.result() == QDialog.DialogCode.Rejected.value


@each
@pytest.mark.usefixtures("long_words")
def test_words_twice_as_long_have_room(name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert _cut(dialog) == []


def _cut(dialog: QDialog) -> list[str]:
    """Return the buttons and labels that have less room than their words need."""
    found = []
    for one in dialog.findChildren(QWidget):
        if not one.isVisibleTo(dialog):
            continue
        if isinstance(one, QPushButton) and one.text():
            need = one.fontMetrics().horizontalAdvance(one.text())
            if one.width() < need:
                found.append(f"button {one.text()!r}: {one.width()} px of {need}")
        if isinstance(one, QLabel) and one.wordWrap() and one.text():
            need = one.heightForWidth(one.width())
            if one.height() < need:
                found.append(f"label {one.text()!r}: {one.height()} px of {need}")
    return found


@each
@pytest.mark.usefixtures("right_to_left")
def test_it_is_mirrored_where_one_reads_from_the_right(opened: QDialog) -> None:
    widest = max(
        (one for one in opened.findChildren(QLabel) if one.isVisible()), key=lambda one: one.width()
    )
    assert widest.isRightToLeft()
    buttons = [one for one in opened.findChildren(QPushButton) if one.isVisibleTo(opened)]
    main = next(one for one in buttons if one.isDefault())
    if len(buttons) > 1 and opened.objectName() != "doubtsDialog":
        assert main.mapTo(opened, main.rect().center()).x() < opened.width() // 2
