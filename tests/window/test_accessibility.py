"""The main window for people who do not see it, or do not use a mouse, in each of its states."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from appealdesk.errors import Trouble
from appealdesk.workbench import Keeping, works
from tests.invented import a_case
from tests.window.conftest import Volunteer

USED = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)
# Parts of Qt's own composite widgets, which it names itself or hides from screen readers.
QTS_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def empty(volunteer: Volunteer) -> None:
    volunteer.window.actions_.remove_case.trigger()
    volunteer.wait()


def at_work(_volunteer: Volunteer) -> None:
    """Leave the case on the desk."""


def on_the_page(volunteer: Volunteer) -> None:
    volunteer.window.actions_.show_page.trigger()
    volunteer.wait()


def side_by_side(volunteer: Volunteer) -> None:
    bench = volunteer.window.bench
    around = works.set_around(volunteer.work, ("Copy of the petition",), "Your letter of 3 May")
    bench.change("around", works.set_layout(around, "sn-right"))
    volunteer.window.actions_.show_both.trigger()
    volunteer.wait()


def everything_unfolded(volunteer: Volunteer) -> None:
    brief = volunteer.window.brief
    case = replace(a_case(), background="He has written since 2009.", links=("www.example.org",))
    volunteer.put(case)
    for section in (brief.story, brief.more, brief.origin):
        section.button.setChecked(True)


def stopped(volunteer: Volunteer) -> None:
    volunteer.put(replace(a_case(), stop=True))


def in_trouble(volunteer: Volunteer) -> None:
    volunteer.window.trouble(Trouble("The file is damaged."))
    volunteer.window.rooms.show_keeping(Keeping.NEW_PASSPHRASE, None)


def specially(volunteer: Volunteer) -> None:
    volunteer.window.actions_.write_specially.trigger()


STATES: list[Callable[[Volunteer], None]] = [
    empty,
    at_work,
    on_the_page,
    side_by_side,
    everything_unfolded,
    stopped,
    in_trouble,
    specially,
]


def _of_qt(widget: QWidget) -> bool:
    parent = widget.parent()
    if parent is None:
        return False
    return isinstance(parent, QLineEdit) or parent.objectName().startswith(QTS_OWN)


def used(volunteer: Volunteer) -> list[QWidget]:
    """Return the visible widgets that a person can use."""
    return [
        widget
        for widget in volunteer.window.findChildren(QWidget)
        if isinstance(widget, USED)
        and widget.isVisible()
        and not widget.objectName().startswith(QTS_OWN)
        and not _of_qt(widget)
    ]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_widget_one_can_use_says_what_it_is(
    volunteer: Volunteer, state: Callable[[Volunteer], None]
) -> None:
    state(volunteer)
    silent = []
    for widget in used(volunteer):
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name).strip():
            silent.append(f"{type(widget).__name__} {widget.objectName()}")
    assert used(volunteer)
    assert silent == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_widget_one_can_use_has_a_name_of_its_own(
    volunteer: Volunteer, state: Callable[[Volunteer], None]
) -> None:
    state(volunteer)
    names = [widget.objectName() for widget in used(volunteer)]
    assert "" not in names
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_tab_key_comes_to_everything_and_back(
    volunteer: Volunteer, state: Callable[[Volunteer], None]
) -> None:
    state(volunteer)
    reachable = {
        widget.objectName()
        for widget in used(volunteer)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    }
    seen = []
    widget: QWidget = volunteer.window.toolbar.main_button
    for _step in range(500):
        widget = widget.nextInFocusChain() or widget
        if widget is volunteer.window.toolbar.main_button:
            break
        if widget.isVisible() and widget.isEnabled():
            seen.append(widget.objectName())
    assert reachable - set(seen) <= {"save_letters_button"}


def test_the_tab_key_goes_through_the_sheet_from_the_top(volunteer: Volunteer) -> None:
    sheet = volunteer.window.desk.sheet
    order = [
        sheet.sender_block,
        sheet.address_block,
        sheet.date_block,
        sheet.subject_line,
        sheet.salutation_line,
        sheet.body,
        sheet.closing_line,
    ]
    chain = []
    widget: QWidget = sheet.sender_block
    for _step in range(500):
        if widget in order:
            chain.append(widget)
        widget = widget.nextInFocusChain() or widget
    assert chain[: len(order)] == order


def test_no_two_actions_have_the_same_key(volunteer: Volunteer) -> None:
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for action in volunteer.window.actions_.every
        for key in action.shortcuts()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_every_action_is_in_a_menu(volunteer: Volunteer) -> None:
    window = volunteer.window
    in_menus = {
        action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    }
    assert [a.objectName() for a in window.actions_.every if a not in in_menus] == []


def test_every_menu_has_a_letter_of_its_own(volunteer: Volunteer) -> None:
    letters = [
        action.text()[action.text().index("&") + 1].lower()
        for action in volunteer.window.menuBar().actions()
    ]
    assert sorted(letters) == sorted(set(letters))


def test_f6_goes_from_room_to_room(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.activateWindow()
    window.cases.entries.setFocus()
    rooms = []
    for _press in range(4):
        window.actions_.next_room.trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        rooms.append(focus.objectName())
    assert rooms == ["brief_summary", "chip_1", "sheet_body", "case_entries"]


def test_a_case_is_read_out_with_what_presses(volunteer: Volunteer) -> None:
    entries = volunteer.window.cases.entries
    words = entries.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Samir Quliyev" in words
    assert "19 days left" in words
    assert "2 to check" in words


def test_the_printed_page_is_there_to_be_read_out(volunteer: Volunteer) -> None:
    on_the_page(volunteer)
    (page,) = volunteer.window.desk.pages._pages
    assert "Dear Minister" in page.accessibleDescription()
