"""The printed page beside the sheet: clicked, followed, looked at closely, and how full it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from appealdesk.paper import Cut, Fit, Part, Picture, Place, Preview
from appealdesk.window.letter_shown import fit_words
from appealdesk.window.page_places import offset_at, place_at, place_of
from appealdesk.window.page_view import PageView
from appealdesk.workbench import works
from tests.window.conftest import Volunteer

SENTENCE = "I have thought about this for a long time, and I write because it matters. "
LONG = "\n\n".join(f"Paragraph {number}. {SENTENCE * 5}".strip() for number in range(55))


def write(volunteer: Volunteer, text: str) -> None:
    volunteer.window.bench.change("text", works.write(volunteer.work, 1, text))


def beside(volunteer: Volunteer, text: str = "") -> None:
    """Show the page beside the sheet, with a text on both."""
    volunteer.window.resize(1500, 900)
    if text:
        write(volunteer, text)
    volunteer.window.actions_.show_both.trigger()
    QApplication.processEvents()
    volunteer.wait()


def click(volunteer: Volunteer, place: Place, share: float = 0.0) -> None:
    """Click on a line of the page, at a share of its width."""
    pages = volunteer.window.desk.pages
    page = pages._pages[place.page - 1]
    scale = page.width() / 210
    point = QPointF(place.left + share * place.width + 1, place.top + 2) * scale
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=point.toPoint())


def place(volunteer: Volunteer, part: Part, at: int = 0) -> Place:
    return [one for one in volunteer.window.shown.page._places if one.part is part][at]


class TestClicks:
    @pytest.mark.parametrize(
        ("part", "name"),
        [
            (Part.SUBJECT, "sheet_subject"),
            (Part.SALUTATION, "sheet_salutation"),
            (Part.BODY, "sheet_body"),
            (Part.CLOSING, "sheet_closing"),
        ],
    )
    def test_a_click_in_the_page_lands_in_the_text(
        self, volunteer: Volunteer, part: Part, name: str
    ) -> None:
        beside(volunteer)
        click(volunteer, place(volunteer, part))
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == name

    def test_it_lands_in_the_paragraph_and_near_the_word(self, volunteer: Volunteer) -> None:
        beside(volunteer, "First words.\n\nHere is the one that stands there and nothing else.")
        second = place(volunteer, Part.BODY, 1)
        click(volunteer, second)
        body = volunteer.window.desk.sheet.body
        assert body.chosen() == (14, 14)
        click(volunteer, second, share=0.99)
        assert body.chosen()[0] == body.text().rindex("else")

    def test_blank_lines_before_the_text_do_not_count(self, volunteer: Volunteer) -> None:
        beside(volunteer, "\n\nFirst words.\n\nThe last.")
        click(volunteer, place(volunteer, Part.BODY, 1))
        body = volunteer.window.desk.sheet.body
        assert body.text()[body.chosen()[0] :] == "The last."

    @pytest.mark.parametrize("layout", ["a4", "din-5008-b", "nf-z-11-001"])
    def test_the_head_asks_what_the_sheet_asks(self, volunteer: Volunteer, layout: str) -> None:
        volunteer.window.desk.layout_choice.chosen.emit(layout)
        beside(volunteer)
        first = place(volunteer, Part.SUBJECT)
        points = {"recipient 1": (0.1, 60.0), "sender": (0.9, 25.0)}
        if layout.startswith("nf"):
            points = {"recipient 1": (0.9, 60.0), "sender": (0.1, 25.0)}
        for question, (share, top) in points.items():
            shifted = Place(
                part=first.part,
                start=0,
                end=0,
                page=1,
                left=first.left,
                top=top,
                width=first.width,
                height=4,
            )
            click(volunteer, shifted, share)
            assert volunteer.answers.asked[-1] == question

    def test_a_click_in_the_page_alone_goes_to_the_sheet(self, volunteer: Volunteer) -> None:
        volunteer.window.actions_.show_page.trigger()
        QApplication.processEvents()
        volunteer.wait()
        click(volunteer, place(volunteer, Part.BODY))
        assert volunteer.window.actions_.show_write.isChecked()
        assert volunteer.window.desk.sheet.body.hasFocus()

    def test_a_click_in_the_margin_below_does_nothing(self, volunteer: Volunteer) -> None:
        beside(volunteer)
        volunteer.window.cases.entries.setFocus()
        asked = list(volunteer.answers.asked)
        page = volunteer.window.desk.pages._pages[0]
        QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(80, page.height() - 10))
        assert volunteer.answers.asked == asked
        assert not volunteer.window.desk.sheet.body.hasFocus()


class TestLongLetter:
    def test_only_pages_in_sight_are_drawn_and_others_when_they_come_into_sight(
        self, volunteer: Volunteer
    ) -> None:
        beside(volunteer, LONG)
        pages = volunteer.window.desk.pages
        assert len(pages._pages) >= 5
        assert [page.picture is not None for page in pages._pages][-1] is False
        bar = pages.verticalScrollBar()
        bar.setValue(bar.maximum())
        volunteer.wait()
        assert pages._pages[-1].picture is not None
        assert pages._pages[2].picture is None

    def test_the_page_follows_the_paragraph_being_written(
        self, volunteer: Volunteer, qtbot: QtBot
    ) -> None:
        beside(volunteer, LONG)
        window = volunteer.window
        pages, body = window.desk.pages, window.desk.sheet.body
        at = body.text().index("Paragraph 50")
        body.setFocus()
        body.choose(at, at)
        QTest.keyClicks(body, "And ")
        qtbot.waitUntil(lambda: pages.verticalScrollBar().value() > 0)
        volunteer.wait()
        written = place_of(window.shown.page._places, Part.BODY, body.chosen()[0])
        assert written is not None
        assert written.page > 1
        assert written.page in pages.in_sight()
        assert pages._pages[written.page - 1].fresh

    def test_a_page_that_shows_the_words_is_left_where_it_is(self, volunteer: Volunteer) -> None:
        beside(volunteer, LONG)
        body = volunteer.window.desk.sheet.body
        body.setFocus()
        body.choose(5, 5)
        QTest.keyClicks(body, "And ")
        volunteer.wait()
        volunteer.window.shown.page._follow.timeout.emit()
        assert volunteer.window.desk.pages.verticalScrollBar().value() == 0

    def test_the_gauge_names_the_paragraph_to_cut_and_leads_to_it(
        self, volunteer: Volunteer
    ) -> None:
        body = "\n\n".join([*["A paragraph of usual length. " * 6] * 12, "The long one. " * 60])
        write(volunteer, body)
        volunteer.window.shown.page.fit()
        volunteer.wait()
        gauge = volunteer.window.status._page
        assert gauge.text().startswith("! 2 pages")
        assert "The long one. The…" in gauge.text()
        gauge.click()
        chosen = volunteer.window.desk.sheet.body
        assert chosen.textCursor().selectedText().startswith("The long one.")
        assert chosen.hasFocus()

    def test_the_gauge_shows_the_page_when_there_is_nothing_to_cut(
        self, volunteer: Volunteer
    ) -> None:
        volunteer.window.shown.page.fit()
        volunteer.wait()
        volunteer.window.status._page.click()
        assert volunteer.window.actions_.show_page.isChecked()


def turn_wheel(widget: QWidget, steps: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_makes_the_page_larger_and_leaves_the_sheet(volunteer: Volunteer) -> None:
    beside(volunteer)
    desk = volunteer.window.desk
    page, sheet = desk.pages._pages[0].width(), desk.sheet.width()
    turn_wheel(desk.pages.viewport(), 1)
    assert desk.pages._pages[0].width() == pytest.approx(page * 1.1, abs=2)
    assert desk.sheet.width() == sheet
    volunteer.window.actions_.zoom_in.trigger()
    assert desk.pages._pages[0].width() == pytest.approx(page * 1.21, abs=3)
    assert desk.sheet.width() > sheet
    volunteer.window.actions_.zoom_fit.trigger()
    assert (desk.pages._pages[0].width(), desk.sheet.width()) == (page, sheet)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_no_row_of_the_picture_is_lost(qtbot: QtBot, more: int) -> None:
    """The renderer rounds the height of a page otherwise than we do; the words stay whole."""
    pages = PageView()
    qtbot.addWidget(pages)
    pages.set_width(160)
    high = round(160 * 297 / 210) + more
    striped = b"".join((b"\0" if row % 2 else b"\xff") * 3 * 160 for row in range(high))
    picture = Picture(number=1, width=160, height=high, pixels=striped)
    pages.show_preview(Preview(pictures=(picture,), fit=ONE, places=()), "")
    shown = pages._pages[0].grab().toImage()
    light = [shown.pixelColor(80, row).lightness() > 128 for row in range(1, high - 2)]
    assert light == [row % 2 == 0 for row in range(1, high - 2)]


ONE = Fit(pages=1, spare=3, over=0, left=3, size=11.0, tightened=False)
CUT = Cut(start=0, end=9, words="I have thought about this for a long…", enough=True)


@pytest.mark.parametrize(
    ("fit", "words", "good"),
    [
        (ONE, "One page, 3 lines to spare", True),
        (Fit(pages=2, spare=0, over=5, left=9, size=11.0, tightened=False, cut=CUT),
         "2 pages, 5 lines too many for one; fits without “I have thought about…”", False),
        (Fit(pages=3, spare=0, over=60, left=9, size=11.0, tightened=False,
             cut=Cut(start=0, end=9, words="In short", enough=False)),
         "3 pages, 60 lines too many for one; longest: “In short”", False),
    ],
)  # fmt: skip
def test_the_gauge_in_words(fit: Fit, words: str, good: bool) -> None:
    assert fit_words(fit) == (words, good)


def a_place(start: int, end: int, page: int, top: float, height: float) -> Place:
    return Place(
        part=Part.BODY, start=start, end=end, page=page, left=25, top=top, width=160, height=height
    )


def test_a_point_between_two_paragraphs_belongs_to_the_nearer_one() -> None:
    one, two = a_place(0, 50, 1, 100, 10), a_place(52, 90, 1, 113, 10)
    assert place_at((one, two), 1, 30, 111) is one
    assert place_at((one, two), 1, 30, 112.5) is two
    assert place_at((one, two), 1, 30, 140) is None
    assert place_at((one, two), 2, 30, 105) is None
    assert place_at((), 1, 30, 105) is None


def test_a_place_in_a_paragraph_on_two_pages_is_found_on_the_right_one() -> None:
    torn = (a_place(0, 100, 1, 250, 20), a_place(0, 100, 2, 22, 20))
    assert place_of(torn, Part.BODY, 10) is torn[0]
    assert place_of(torn, Part.BODY, 90) is torn[1]
    assert place_of(torn, Part.BODY, 100) is torn[1]
    assert place_of(torn, Part.BODY, 101) is None


def test_a_word_is_found_by_its_row_and_how_far_it_is_across() -> None:
    words = "one two three four five six seven eight"
    two_rows = a_place(0, len(words), 1, 100, 9.8)
    assert offset_at(two_rows, words, 11.0, 26, 101) == 0
    assert words[offset_at(two_rows, words, 11.0, 184, 108) :] == "eight"
    assert words[offset_at(two_rows, words, 11.0, 26, 108) :].startswith("five")
    hebrew = "אחת שתיים שלוש"
    row = a_place(0, len(hebrew), 1, 100, 4.9)
    assert offset_at(row, hebrew, 11.0, 184, 101) == 0
    assert hebrew[offset_at(row, hebrew, 11.0, 26, 101) :] == "שלוש"
