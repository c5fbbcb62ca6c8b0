"""Words are not cut: in a narrow window, mirrored, in long languages, with large letters."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from typing import Literal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from appealdesk import translation
from appealdesk.window.direction import direction_of
from appealdesk.window.letter_shown import layout_of
from appealdesk.window.main_window import MainWindow
from appealdesk.window.sheet import Shown
from appealdesk.window.theme import em
from appealdesk.workbench import works
from tests.invented import SENDER, a_case
from tests.window.conftest import TODAY, Volunteer


class Longer(gettext.NullTranslations):
    """Another language, whose words are twice as long."""

    def gettext(self, message: str) -> str:
        return f"{message} {message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_catalogue", Longer())


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def cut(window: QWidget) -> list[str]:
    """Return the buttons and labels whose words do not fit."""
    short = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel):
            continue
        words = widget.text()
        if not words or widget.objectName().startswith("qt_"):
            continue
        need = widget.sizeHint()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        high = widget.heightForWidth(widget.width()) if wraps or widget.hasHeightForWidth() else 0
        if high > widget.height() + 1:
            short.append(f"{widget.objectName()} {words!r}: {widget.height()} of {high} high")
        elif isinstance(widget, QPushButton) and need.width() > widget.width() + 1:
            short.append(f"{widget.objectName()} {words!r}: {widget.width()} of {need.width()}")
    return short


def overlapping(window: QWidget) -> list[str]:
    """Return pairs of neighbours in one row of widgets that cover each other."""
    found: list[str] = []
    for parent in (window.findChild(QWidget, "toolbar"), window.findChild(QWidget, "status")):
        assert parent is not None
        children = [
            child
            for child in parent.children()
            if isinstance(child, QAbstractButton) and child.isVisible()
        ]
        found += [
            f"{one.objectName()} and {other.objectName()}"
            for one in children
            for other in children
            if one is not other and one.geometry().intersects(other.geometry())
        ]
    return found


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1360, 880)])
def test_no_words_are_cut(volunteer: Volunteer, width: int, height: int) -> None:
    volunteer.window.resize(width, height)
    QApplication.processEvents()
    assert cut(volunteer.window) == []
    assert overlapping(volunteer.window) == []


@pytest.mark.usefixtures("mirrored")
def test_no_words_are_cut_in_a_mirrored_window(volunteer: Volunteer) -> None:
    window = volunteer.window
    QApplication.processEvents()
    assert cut(window) == []
    cases = window.cases.mapTo(window, window.cases.rect().topLeft())
    desk = window.desk.mapTo(window, window.desk.rect().topLeft())
    assert cases.x() > desk.x(), "the list stands on the right"


@pytest.mark.parametrize("look", ["mirrored", "large"])
@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1360, 880)])
def test_no_words_are_cut_beside_the_page_and_with_all_that_a_letter_can_have(
    volunteer: Volunteer, request: pytest.FixtureRequest, look: str, width: int, height: int
) -> None:
    request.getfixturevalue(look)
    window = volunteer.window
    window.resize(width, height)
    around = works.set_around(volunteer.work, ("Copy of the petition",), "Your letter of 3 May")
    long = "\n\n".join(["A paragraph of usual length. " * 6] * 14)
    written = works.write(works.set_layout(around, "sn-right"), 1, long)
    window.bench.change("everything", written)
    window.actions_.show_both.trigger()
    volunteer.wait()
    QApplication.processEvents()
    assert window.status._page.text().startswith("!")
    assert cut(window.desk) == []
    assert overlapping(window) == []


@pytest.mark.usefixtures("mirrored")
def test_an_english_letter_is_laid_out_as_english_in_a_mirrored_window(
    volunteer: Volunteer,
) -> None:
    sheet = volunteer.window.desk.sheet
    assert sheet.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert sheet.address_block.x() < sheet.width() / 2
    assert sheet.sender_block.geometry().right() > sheet.width() / 2


@pytest.mark.usefixtures("doubled")
def test_no_words_are_cut_in_a_language_twice_as_long(qtbot: QtBot) -> None:
    window = MainWindow(None)
    qtbot.addWidget(window)
    window.shown.today = lambda: TODAY
    window.resize(1360, 880)
    window.show()
    volunteer = Volunteer(window, None)  # type: ignore[arg-type]
    window.start()
    volunteer.wait()
    window.bench.set_sender(SENDER)
    volunteer.put(a_case())
    QApplication.processEvents()
    assert cut(window) == []
    assert overlapping(window) == []
    window.close()


@pytest.mark.usefixtures("large")
def test_everything_grows_with_the_letters_of_the_desktop(qtbot: QtBot) -> None:
    window = MainWindow(None)
    qtbot.addWidget(window)
    window.shown.today = lambda: TODAY
    window.resize(2800, 1700)
    window.show()
    volunteer = Volunteer(window, None)  # type: ignore[arg-type]
    window.start()
    volunteer.wait()
    volunteer.put(a_case())
    QApplication.processEvents()
    assert cut(window) == []
    assert window.desk.sheet.body.font().pixelSize() >= em(1)
    window.close()


def test_a_narrow_window_folds_the_list_away_and_offers_it(volunteer: Volunteer) -> None:
    window = volunteer.window
    assert window.cases.isVisible()
    assert not window.toolbar.cases_button.isVisible()
    window.resize(800, 600)
    QApplication.processEvents()
    assert not window.cases.isVisible()
    window.toolbar.cases_button.click()
    assert window.cases.isVisible()
    window.resize(1360, 880)
    QApplication.processEvents()
    assert window.cases.isVisible()


def test_the_brief_stays_beside_the_letter_however_narrow(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.resize(700, 600)
    QApplication.processEvents()
    assert window.brief.isVisible()
    assert window.brief.width() >= em(19)
    assert window.desk.isVisible()


def test_zoom_makes_the_sheet_larger_and_not_the_print(volunteer: Volunteer) -> None:
    window = volunteer.window
    before = window.desk.sheet.width()
    letter = window.shown.letter()
    window.actions_.zoom_in.trigger()
    assert window.desk.sheet.width() > before
    assert window.shown.letter() == letter
    window.actions_.zoom_fit.trigger()
    assert window.desk.sheet.width() == before


@pytest.mark.parametrize(
    ("layout", "language", "at_right"),
    [
        ("a4", "en", False),
        ("din-5008-b", "en", False),
        ("nf-z-11-001", "en", True),
        ("sn-right", "en", True),
        ("a4", "ar", True),
        ("din-5008-b", "ar", False),
        ("nf-z-11-001", "ar", True),
    ],
)
def test_the_address_stands_on_the_side_of_the_window_and_the_sender_on_the_other(
    volunteer: Volunteer, layout: str, language: str, at_right: bool
) -> None:
    window, sheet = volunteer.window, volunteer.window.desk.sheet
    window.desk.layout_choice.chosen.emit(layout)
    letter = window.shown.letter()
    assert letter is not None
    one = layout_of(layout)
    side: Literal["left", "right", ""] = "right" if one.at_right else "left" if one.windowed else ""
    # No letters are drafted in Arabic yet; the sheet is ready for them.
    foreign = replace(letter, language=language)
    sheet.show_letter(Shown(foreign, letter.body, "", "Dear", "Yours", window=side))
    QApplication.processEvents()
    middle = sheet.width() // 2
    assert (sheet.address_block.geometry().center().x() > middle) is at_right
    assert (sheet.sender_block.geometry().center().x() > middle) is not at_right
    assert sheet.address_at_right is at_right
    assert sheet.rect().contains(sheet.address_block.geometry())


def test_a_letter_longer_than_a_page_makes_the_sheet_longer(volunteer: Volunteer) -> None:
    window, sheet = volunteer.window, volunteer.window.desk.sheet
    assert not sheet.salutation_hint.isVisible()
    page = sheet.height()
    window.bench.change("text", works.write(volunteer.work, 1, "A line of a letter.\n\n" * 80))
    volunteer.wait()
    parts = [sheet.salutation_line, sheet.body, sheet.closing_line, sheet.signature_block]
    tops, feet = [part.y() for part in parts], [part.geometry().bottom() for part in parts]
    assert all(foot < top for foot, top in zip(feet, tops[1:], strict=False))
    assert sheet.height() > page
    assert sheet.height() > feet[-1]


@pytest.mark.usefixtures("mirrored")
def test_the_ends_of_the_switch_are_rounded_in_a_mirrored_window(volunteer: Volunteer) -> None:
    buttons = volunteer.window.desk.views._buttons
    assert [button.property("place") for button in buttons] == ["last", "middle", "first"]
    assert buttons[0].x() > buttons[-1].x()


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Release him;", Qt.LayoutDirection.LeftToRight),
        ("«أطلقوا سراحه»", Qt.LayoutDirection.RightToLeft),
        ("12 שחררו", Qt.LayoutDirection.RightToLeft),
        ("12.", Qt.LayoutDirection.LeftToRight),
        ("", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_words_run_as_their_first_letter_does(words: str, direction: Qt.LayoutDirection) -> None:
    assert direction_of(words) is direction
