"""The parts of the window, each by itself: chips, tick boxes, notices, the list, the banner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from appealdesk.cases import Case
from appealdesk.window.brief_text import BriefText, sentence_at
from appealdesk.window.case_words import joined, long_date, time_left, update_words, who
from appealdesk.window.chips import Chips, ChipText
from appealdesk.window.choice import Choice
from appealdesk.window.date_chooser import DateChooser
from appealdesk.window.keeping_banner import KeepingBanner
from appealdesk.window.kept_words import said_of
from appealdesk.window.links import domain
from appealdesk.window.notice import Notice
from appealdesk.window.page_shape import PageShape, page_shape
from appealdesk.window.tick_box import TickBox
from appealdesk.workbench import Keeping

PEOPLE = (
    ChipText(number=1, short="Velidov", whole="Orhan Velidov", copy=False, ticked=True),
    ChipText(number=2, short="Hasanzade", whole="Leyla Hasanzade", copy=False, ticked=True),
    ChipText(number=3, short="Tagiyev", whole="Rauf Tagiyev", copy=True, ticked=False),
)


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    made = Chips()
    qtbot.addWidget(made)
    made.resize(700, 60)
    made.show_recipients(PEOPLE, 1, embassy_asked=False)
    made.show()
    return made


class TestChips:
    def test_the_arrow_keys_go_from_letter_to_letter(self, chips: Chips) -> None:
        asked: list[int] = []
        chips.asked.connect(asked.append)
        chips.chips()[0].setFocus()
        QTest.keyClick(chips.chips()[0], Qt.Key.Key_Right)
        QTest.keyClick(chips.chips()[1], Qt.Key.Key_Right)
        QTest.keyClick(chips.chips()[2], Qt.Key.Key_Right)
        assert asked == [2, 3, 1]

    def test_in_a_mirrored_window_the_arrow_keys_go_the_other_way(self, chips: Chips) -> None:
        asked: list[int] = []
        chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chips.asked.connect(asked.append)
        chips.chips()[0].setFocus()
        QTest.keyClick(chips.chips()[0], Qt.Key.Key_Left)
        assert asked == [2]

    def test_space_leaves_out_and_takes_in(self, chips: Chips) -> None:
        ticked: list[tuple[int, bool]] = []
        chips.ticked.connect(lambda number, on: ticked.append((number, on)))
        QTest.keyClick(chips.chips()[0], Qt.Key.Key_Space)
        QTest.keyClick(chips.chips()[2], Qt.Key.Key_Space)
        assert ticked == [(1, False), (3, True)]

    @pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
    def test_a_click_on_the_tick_ticks_and_on_the_name_shows(
        self, chips: Chips, direction: Qt.LayoutDirection
    ) -> None:
        ticked: list[int] = []
        asked: list[int] = []
        chips.setLayoutDirection(direction)
        chips.ticked.connect(lambda number, _on: ticked.append(number))
        chips.asked.connect(asked.append)
        chip = chips.chips()[1]
        ends = [QPoint(12, chip.height() // 2), QPoint(chip.width() - 12, chip.height() // 2)]
        if direction is Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=ends[0])
        assert (ticked, asked) == ([2], [])
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=ends[1])
        assert (ticked, asked) == ([2], [2])

    def test_a_screen_reader_hears_whom_the_letter_is_for(self, chips: Chips) -> None:
        names = [chip.accessibleName() for chip in chips.chips()]
        assert names == [
            "Letter to Orhan Velidov",
            "Letter to Leyla Hasanzade",
            "Copy to Rauf Tagiyev",
        ]

    def test_the_row_is_wrapped_where_it_is_narrow(self, chips: Chips) -> None:
        chips.resize(250, 300)
        rows = {chip.geometry().top() for chip in chips.chips()}
        assert len(rows) > 1
        assert all(chip.geometry().right() <= 250 for chip in chips.chips())

    def test_the_keyboard_stays_on_a_recipient_when_another_is_added(self, chips: Chips) -> None:
        chips.activateWindow()
        chips.chips()[1].setFocus()
        new = ChipText(number=9, short="Ruiz", whole="Ana Ruiz", copy=False, ticked=True)
        chips.show_recipients((*PEOPLE[:2], new, PEOPLE[2]), 9, embassy_asked=False)
        assert [chip.text() for chip in chips.chips()][2] == "Ruiz"
        assert chips.chips()[1].hasFocus()


def test_a_long_ask_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    box = TickBox("ask_0", "Urging the authorities to release him immediately. " * 6)
    qtbot.addWidget(box)
    assert box.heightForWidth(200) > 2 * box.heightForWidth(600)


def test_an_ask_asks_before_it_changes(qtbot: QtBot) -> None:
    box = TickBox("ask_0", "Release him")
    qtbot.addWidget(box)
    wanted: list[bool] = []
    box.wanted.connect(wanted.append)
    box.click()
    assert wanted == [True]
    assert not box.isChecked(), "the letter decides"


class TestNotice:
    @pytest.fixture
    def notice(self, qtbot: QtBot) -> Iterator[Notice]:
        window = QWidget()
        window.setObjectName("window")
        qtbot.addWidget(window)
        letter = QLineEdit(window)  # where the keyboard is while messages come
        made = Notice(window)
        made.move(40, 40)
        window.show()
        letter.setFocus()
        yield made
        window.close()

    def test_what_can_be_done_is_a_button_and_done_once(self, notice: Notice) -> None:
        done: list[str] = []
        notice.tell("The case was removed.", ("Undo", lambda: done.append("undone")))
        (offer,) = notice.offers()
        offer.click()
        assert done == ["undone"]
        assert notice.words() == ""

    def test_a_success_goes_by_itself_but_not_before_it_can_be_read(self, notice: Notice) -> None:
        notice.tell("Saved. " * 40)
        assert notice._timer.isActive()
        assert notice._timer.interval() >= 9000
        notice._timer.timeout.emit()
        assert notice.words() == ""

    def test_a_trouble_stays_until_it_is_dismissed(self, notice: Notice) -> None:
        notice.tell("The file is damaged.", trouble=True)
        assert not notice._timer.isActive()
        notice._close.click()
        assert notice.words() == ""

    def test_a_new_message_takes_the_place_of_the_old(self, notice: Notice) -> None:
        notice.tell("One", ("Undo", lambda: None))
        notice.tell("Two")
        assert (notice.words(), notice.offers()) == ("Two", ())

    def test_markup_in_a_message_is_shown_as_it_is(self, notice: Notice) -> None:
        notice.tell("<b>file</b>.txt was not read", trouble=True)
        assert notice.words() == "<b>file</b>.txt was not read"
        assert notice._words.textFormat() is Qt.TextFormat.PlainText


class TestKeeping:
    @pytest.mark.parametrize(
        ("keeping", "button"),
        [
            (Keeping.NEW_PASSPHRASE, "Choose a passphrase"),
            (Keeping.PASSPHRASE, "Enter it"),
            (Keeping.UNUSABLE, ""),
        ],
    )
    def test_it_is_said_plainly_what_is_not_kept(
        self, qtbot: QtBot, keeping: Keeping, button: str
    ) -> None:
        banner = KeepingBanner()
        qtbot.addWidget(banner)
        words, offered = said_of(keeping, None)
        banner.say(words, offered)
        assert words
        assert offered == button

    @pytest.mark.parametrize("keeping", [Keeping.OPEN, Keeping.OPENING])
    def test_nothing_is_said_while_all_is_well(self, keeping: Keeping) -> None:
        assert said_of(keeping, None) == ("", "")


class TestWords:
    today = dt.date(2025, 4, 1)

    @pytest.mark.parametrize(
        ("days", "words", "pressing"),
        [
            (-1, "the deadline has passed", True),
            (0, "due today", True),
            (1, "1 day left", True),
            (7, "7 days left", True),
            (8, "8 days left", False),
        ],
    )
    def test_time_left_presses_in_the_last_week(
        self, days: int, words: str, *, pressing: bool
    ) -> None:
        assert time_left(self.today + dt.timedelta(days), self.today) == (words, pressing)

    @pytest.mark.parametrize(
        ("language", "date"),
        [
            ("en_GB", "20 April 2025"),
            ("en_US", "April 20, 2025"),
            ("de_DE", "20. April 2025"),
            ("fr_FR", "20 avril 2025"),
        ],
    )
    def test_dates_are_written_as_the_desktop_writes_them_without_the_day_of_the_week(
        self, qtbot: QtBot, language: str, date: str
    ) -> None:
        del qtbot
        before = QLocale()
        QLocale.setDefault(QLocale(language))
        try:
            assert long_date(dt.date(2025, 4, 20)) == date
        finally:
            QLocale.setDefault(before)

    def test_a_case_is_named_by_its_people(self) -> None:
        assert who((), "") == "Untitled case"
        assert who((), "Villagers of Loei") == "Villagers of Loei"
        assert who(("A",), "") == "A"
        assert who(("A", "B"), "") == "A and B"
        assert who(("A", "B", "C"), "") == "A and 2 others"

    def test_updates_are_counted_in_words(self) -> None:
        assert update_words(Case()) == ""
        assert update_words(Case(is_update=True)) == "update"
        assert update_words(Case(is_update=True, update=2)) == "second update"
        assert update_words(Case(is_update=True, update=9)) == "update 9"
        assert update_words(Case(stop=True)) == "stop action"
        assert joined("UA 1", "", "Iran") == "UA 1 · Iran"


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.example.org/a/b?c", "www.example.org"),
        ("www.example.org", "www.example.org"),
        ("https://exаmple.org", "xn--exmple-4nf.org"),
        ("https://user:pass@bad.example@good.example/", "good.example"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_a_link_shows_the_host_it_really_leads_to(link: str, host: str) -> None:
    assert domain(link) == host


class TestBriefText:
    @pytest.fixture
    def passage(self, qtbot: QtBot) -> BriefText:
        made = BriefText("brief_summary", "Summary")
        qtbot.addWidget(made)
        made.resize(300, 200)
        made.show_text("He was taken\non 4 March. Nobody knows where he is.\n\nHis wife asked.")
        made.show()
        return made

    def test_lines_of_the_document_become_paragraphs(self, passage: BriefText) -> None:
        assert passage.toPlainText() == (
            "He was taken on 4 March. Nobody knows where he is.\nHis wife asked."
        )

    def test_a_sentence_is_taken_whole(self, passage: BriefText) -> None:
        cursor = passage.textCursor()
        for place in (25, 30, 49):
            cursor.setPosition(place)
            assert sentence_at(cursor) == "Nobody knows where he is."
        cursor.setPosition(0)
        assert sentence_at(cursor) == "He was taken on 4 March."

    def test_selected_words_are_offered_for_the_letter(
        self, passage: BriefText, qtbot: QtBot
    ) -> None:
        offer = passage._offer
        assert not offer.isVisible()
        passage.selectAll()
        assert offer.isVisible()
        with qtbot.waitSignal(passage.insert) as told:
            offer.click()
        assert told.args == [
            "He was taken on 4 March. Nobody knows where he is.\n\nHis wife asked."
        ]

    def test_it_cannot_be_written_on(self, passage: BriefText) -> None:
        before = passage.toPlainText()
        QTest.keyClicks(passage, "x")
        assert passage.toPlainText() == before


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    choice = Choice("language", "Language")
    qtbot.addWidget(choice)
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.offer((("en", "English"), ("fr", "Français")), "en")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert chosen == ["fr"] or choice.currentData() == "en"


def test_the_calendar_gives_the_day_or_the_day_of_making(qtbot: QtBot) -> None:
    window = QWidget()
    window.setObjectName("window")
    qtbot.addWidget(window)
    days: list[dt.date | None] = []
    for press in ("day", "making"):
        chooser = DateChooser(window, dt.date(2025, 4, 1), days.append)
        if press == "day":
            chooser.calendar.clicked.emit(QDate(2025, 4, 9))
        else:
            chooser.today_button.click()
    assert days == [dt.date(2025, 4, 9), None]


class TestPageShape:
    def test_a_wide_desk_has_the_margins_of_the_page(self) -> None:
        shape = page_shape(2000, 1.0, 13)
        assert shape.side / shape.scale == pytest.approx(25, abs=0.2)
        assert shape.height / shape.width == pytest.approx(297 / 210, abs=0.01)

    def test_a_narrow_desk_takes_room_from_the_margins_before_the_letters(self) -> None:
        wide, narrow = page_shape(2000, 1.0, 13), page_shape(720, 1.0, 13)
        assert narrow.text == pytest.approx(wide.text, rel=0.05)
        assert narrow.side < wide.side

    @pytest.mark.parametrize("room", [400, 560, 720, 1400])
    @pytest.mark.parametrize("zoom", [0.6, 1.0, 2.5])
    def test_lines_break_as_on_the_page_at_every_size(self, room: int, zoom: float) -> None:
        shape: PageShape = page_shape(room, zoom, 13)
        letters_a_line = (shape.width - 2 * shape.side) / shape.text
        assert letters_a_line == pytest.approx(160 / (11 * 25.4 / 72), rel=0.02)

    def test_larger_desktop_text_makes_larger_letters(self) -> None:
        assert page_shape(3000, 1.0, 26).text == pytest.approx(2 * page_shape(3000, 1.0, 13).text)
