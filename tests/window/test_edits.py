"""Everything done on the desk is one step, and undo takes it back exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from appealdesk.cases import Part, Recipient
from appealdesk.letters import Identity
from appealdesk.workbench import works
from tests.invented import MINISTER, SENDER, a_case
from tests.window.conftest import TODAY, Volunteer

SITE = "AA BB"


def write(volunteer: Volunteer) -> None:
    volunteer.window.desk.sheet.body.setFocus()
    QTest.keyClicks(volunteer.window.desk.sheet.body, "Yes. ")


def salute(volunteer: Volunteer) -> None:
    volunteer.window.desk.sheet.salutation_line.selectAll()
    QTest.keyClicks(volunteer.window.desk.sheet.salutation_line, "Dear Mr Velidov,")


def close(volunteer: Volunteer) -> None:
    volunteer.window.desk.sheet.closing_line.selectAll()
    QTest.keyClicks(volunteer.window.desk.sheet.closing_line, "With respect,")


def name_subject(volunteer: Volunteer) -> None:
    volunteer.window.desk.sheet.subject_line.selectAll()
    QTest.keyClicks(volunteer.window.desk.sheet.subject_line, "About Samir Quliyev")


def empty_subject(volunteer: Volunteer) -> None:
    volunteer.window.desk.sheet.subject_line.selectAll()
    QTest.keyClick(volunteer.window.desk.sheet.subject_line, Qt.Key.Key_Backspace)


def leave_ask(volunteer: Volunteer) -> None:
    volunteer.window.brief.tick_boxes()[1].click()


def leave_recipient(volunteer: Volunteer) -> None:
    QTest.keyClick(volunteer.window.desk.chips.chips()[1], Qt.Key.Key_Space)


def choose_language(volunteer: Volunteer) -> None:
    other = next(code for code in ("fr", "de", "es", "en") if code != volunteer.work.draft.language)
    volunteer.window.edits.set_language(other)


def choose_layout(volunteer: Volunteer) -> None:
    volunteer.window.desk.layout_choice.chosen.emit("us-letter")


def set_around(volunteer: Volunteer) -> None:
    volunteer.answers.what_around = (
        ("Copy of the petition", "Two postcards"),
        "Your letter of 3 May",
    )
    volunteer.window.actions_.around.trigger()


def choose_identity(volunteer: Volunteer) -> None:
    volunteer.window.desk.identity.chosen.emit(Identity.INITIALS.value)


def choose_date(volunteer: Volunteer) -> None:
    bench, work = volunteer.window.bench, volunteer.work
    bench.change("the date", works.set_date(work, dt.date(2025, 4, 2)))


def write_specially(volunteer: Volunteer) -> None:
    volunteer.window.actions_.write_specially.trigger()


def add_recipient(volunteer: Volunteer) -> None:
    volunteer.answers.new_recipient = Recipient(number=0, name="Ana Ruiz", part=Part.TARGET)
    volunteer.window.desk.chips.add_button.click()


def add_embassy(volunteer: Volunteer) -> None:
    volunteer.answers.new_recipient = Recipient(
        number=0, name="Embassy of Azerbaijan", part=Part.COPY, embassy=True, country="BE"
    )
    volunteer.window.desk.chips.embassy_button.click()


def correct_recipient(volunteer: Volunteer) -> None:
    volunteer.answers.new_recipient = replace(MINISTER, name="Orhan Velidov-Aliyev")
    volunteer.window.desk.sheet.address_block.click()


def remove_recipient(volunteer: Volunteer) -> None:
    volunteer.window.actions_.remove_recipient.trigger()


def settle_doubt(volunteer: Volunteer) -> None:
    volunteer.answers.settled = lambda work: works.confirm(work, *works.open_doubts(work)[0])
    volunteer.window.brief.check_button.click()


def correct_case(volunteer: Volunteer) -> None:
    volunteer.answers.new_case = replace(volunteer.work.case, title="Another title")
    volunteer.window.actions_.case_details.trigger()


def insert_fact(volunteer: Volunteer) -> None:
    volunteer.window.brief.summary.insert.emit("On 4 March he was taken.")


def _toggle(volunteer: Volunteer, action: str) -> None:
    body = volunteer.window.desk.sheet.body
    body.choose(0, len("I am writing"))
    getattr(volunteer.window.actions_, action).trigger()


def make_bold(volunteer: Volunteer) -> None:
    _toggle(volunteer, "bold")
    assert volunteer.work.draft.body.startswith("**")


def make_italic(volunteer: Volunteer) -> None:
    _toggle(volunteer, "italic")
    assert volunteer.work.draft.body.startswith("_")


def make_list(volunteer: Volunteer) -> None:
    _toggle(volunteer, "as_list")
    assert volunteer.work.draft.body.startswith("• ")


def make_quotation(volunteer: Volunteer) -> None:
    _toggle(volunteer, "as_quotation")
    assert volunteer.work.draft.body.startswith("> ")


STEPS: list[Callable[[Volunteer], None]] = [
    write,
    salute,
    close,
    name_subject,
    empty_subject,
    leave_ask,
    leave_recipient,
    choose_layout,
    set_around,
    choose_identity,
    choose_date,
    write_specially,
    add_recipient,
    add_embassy,
    correct_recipient,
    remove_recipient,
    settle_doubt,
    correct_case,
    insert_fact,
    make_bold,
    make_italic,
    make_list,
    make_quotation,
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_each_step_can_be_taken_back_and_done_again(
    volunteer: Volunteer, step: Callable[[Volunteer], None]
) -> None:
    window, before = volunteer.window, volunteer.work
    step(volunteer)
    after = volunteer.work
    assert after != before, "the step does something"
    assert window.actions_.undo.isEnabled()
    window.actions_.undo.trigger()
    assert volunteer.work == before
    assert window.desk.sheet.body.text() == works.text_on_sheet(before, window.shown.number)
    window.actions_.redo.trigger()
    assert volunteer.work == after
    assert window.desk.sheet.body.text() == works.text_on_sheet(after, window.shown.number)


def test_the_edit_menu_names_what_undo_takes_back(volunteer: Volunteer) -> None:
    assert not volunteer.window.actions_.undo.isEnabled()
    leave_recipient(volunteer)
    assert "leaving a recipient out" in volunteer.window.actions_.undo.text()


def test_the_sheet_follows_what_is_taken_back(volunteer: Volunteer) -> None:
    sheet = volunteer.window.desk.sheet
    ours = sheet.salutation_line.text()
    salute(volunteer)
    volunteer.window.actions_.undo.trigger()
    assert sheet.salutation_line.text() == ours


def test_a_greeting_emptied_and_left_becomes_ours_again(volunteer: Volunteer) -> None:
    sheet = volunteer.window.desk.sheet
    ours = sheet.salutation_line.text()
    sheet.salutation_line.setFocus()
    salute(volunteer)
    sheet.salutation_line.selectAll()
    QTest.keyClick(sheet.salutation_line, Qt.Key.Key_Delete)
    sheet.body.setFocus()
    assert sheet.salutation_line.text() == ours


def test_a_text_of_its_own_leaves_the_others_alone(volunteer: Volunteer) -> None:
    window = volunteer.window
    shared = volunteer.work.draft.body
    write_specially(volunteer)
    write(volunteer)
    window.edits.show_letter(2)
    assert window.desk.sheet.body.text() == shared
    window.edits.show_letter(1)
    assert window.desk.sheet.body.text() == f"Yes. {shared}"
    window.desk.share_button.click()
    assert window.desk.sheet.body.text() == shared
    assert "common text again" in window.notice.words()


def test_the_common_text_is_written_for_all_targets(volunteer: Volunteer) -> None:
    write(volunteer)
    volunteer.window.edits.show_letter(2)
    assert volunteer.window.desk.sheet.body.text().startswith("Yes. ")


def test_a_cover_note_names_those_written_to_and_follows_the_ticks(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.edits.show_letter(3)
    assert "Leyla Hasanzade" in window.desk.sheet.body.text()
    QTest.keyClicks(window.desk.sheet.body, "Sir, ")
    leave_recipient(volunteer)
    note = window.desk.sheet.body.text()
    assert note.startswith("Sir, ")
    assert "Leyla Hasanzade" not in note
    assert "Orhan Velidov" in note


def test_an_ask_in_ones_own_words_is_not_taken_out(volunteer: Volunteer) -> None:
    window = volunteer.window
    body = volunteer.work.draft.body
    rewritten = body.replace("release Samir Quliyev immediately", "free Samir Quliyev immediately")
    assert rewritten != body
    window.bench.change("typing", works.write(volunteer.work, 1, rewritten))
    window.brief.tick_boxes()[0].click()
    assert volunteer.work.draft.body == rewritten
    assert "own words" in window.notice.words()
    assert window.brief.tick_boxes()[0].isChecked()


def test_a_letter_left_out_is_not_counted_on_the_main_button(volunteer: Volunteer) -> None:
    assert volunteer.window.save_button.text() == "Save 3 letters as PDF"
    leave_recipient(volunteer)
    assert volunteer.window.save_button.text() == "Save 2 letters as PDF"


def test_the_greeting_that_is_ours_is_marked_until_it_is_the_volunteers(
    volunteer: Volunteer,
) -> None:
    window = volunteer.window
    assert not window.desk.sheet.salutation_hint.isVisible()
    window.edits.show_letter(3)
    assert window.desk.sheet.salutation_hint.isVisible()
    salute(volunteer)
    assert not window.desk.sheet.salutation_hint.isVisible()


def test_another_language_drafts_anew_and_says_that_nothing_is_lost(volunteer: Volunteer) -> None:
    window = volunteer.window
    write(volunteer)
    written = volunteer.work.draft.body
    if len(window.desk.language._filled) < 2:
        pytest.skip("letters can be written in one language only")
    choose_language(volunteer)
    assert volunteer.work.draft.body != written
    window.notice.offers()[0].click()
    assert volunteer.work.draft.body == written


def test_words_of_the_case_go_where_the_cursor_is(volunteer: Volunteer) -> None:
    window = volunteer.window
    summary = window.brief.summary
    summary.setFocus()
    cursor = summary.textCursor()
    cursor.setPosition(3)
    summary.setTextCursor(cursor)
    window.actions_.insert.trigger()
    assert volunteer.work.draft.body.startswith(a_case().summary)
    assert window.desk.sheet.body.hasFocus()


def test_the_senders_level_is_taken_over_with_the_first_details(bare: Volunteer) -> None:
    assert bare.answers.who is not None
    bare.answers.who = replace(bare.answers.who, identity=Identity.INITIALS)
    bare.put(a_case())
    bare.window.desk.sheet.sender_block.click()
    assert "M" in bare.window.desk.sheet.sender_block.lines()[0]
    assert "Maud" not in " ".join(bare.window.desk.sheet.sender_block.lines())


def test_the_letter_can_be_copied_whole(volunteer: Volunteer, qtbot: object) -> None:
    volunteer.window.actions_.copy_text.trigger()
    text = QApplication.clipboard().text()
    assert "Dear Minister" in text
    assert "release Samir Quliyev" in text
    del qtbot


def test_words_made_bold_stay_chosen_and_go_back_with_the_same_key(volunteer: Volunteer) -> None:
    before, body = volunteer.work.draft.body, volunteer.window.desk.sheet.body
    body.setFocus()
    body.choose(0, 4)
    words = body.textCursor().selectedText()
    QTest.keyClick(body, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert volunteer.work.draft.body == f"**{words}**{before[4:]}"
    assert body.textCursor().selectedText() == words
    QTest.keyClick(body, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert volunteer.work.draft.body == before


def test_without_words_to_make_bold_it_says_what_to_do(volunteer: Volunteer) -> None:
    write_all(volunteer, "")
    volunteer.window.actions_.bold.trigger()
    assert "choose words" in volunteer.window.notice.words()
    assert volunteer.work.draft.body == ""


def test_a_command_for_the_text_leaves_the_page_beside_the_sheet(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.actions_.show_both.trigger()
    window.actions_.bold.trigger()
    window.edits.next_field()
    assert window.actions_.show_both.isChecked()
    window.actions_.show_page.trigger()
    window.actions_.bold.trigger()
    assert window.actions_.show_write.isChecked()


def test_the_menu_on_the_text_offers_bold_and_lists_and_no_undo_of_its_own(
    volunteer: Volunteer,
) -> None:
    menu = volunteer.window.desk.sheet.body.edit_menu()
    offered = [action.text().replace("&", "") for action in menu.actions()]
    assert offered[-4:] == ["Bold", "Italic", "List", "Quotation"]
    assert not any("Undo" in words for words in offered)
    menu.deleteLater()


def write_all(volunteer: Volunteer, text: str) -> None:
    volunteer.window.bench.change("typing", works.write(volunteer.work, 1, text))


def test_enclosures_and_reference_stand_on_the_sheet_and_are_changed_there(
    volunteer: Volunteer,
) -> None:
    sheet = volunteer.window.desk.sheet
    assert not sheet.enclosures_block.isVisible()
    assert not sheet.reference_block.isVisible()
    set_around(volunteer)
    assert sheet.enclosures_block.lines()[1:] == ("Copy of the petition", "Two postcards")
    assert sheet.reference_block.lines() == ("Your letter of 3 May",)
    volunteer.answers.what_around = ((), "")
    sheet.enclosures_block.click()
    assert volunteer.answers.asked[-1] == "around 2 Your letter of 3 May"
    assert not sheet.enclosures_block.isVisible()
    assert not sheet.reference_block.isVisible()
    volunteer.answers.what_around = None
    volunteer.window.actions_.around.trigger()
    assert volunteer.work.draft.enclosures == ()


def test_the_paper_chosen_on_the_desk_is_that_of_the_next_case(volunteer: Volunteer) -> None:
    volunteer.window.desk.layout_choice.chosen.emit("din-5008-b")
    assert volunteer.window.bench.sender == replace(SENDER, layout="din-5008-b")
    volunteer.put(replace(a_case(), title="Another case"))
    assert volunteer.work.draft.layout == "din-5008-b"
    assert "Germany" in volunteer.window.desk.layout_choice.currentText()


def test_a_link_is_opened_only_after_asking(
    volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    from PySide6.QtGui import QDesktopServices

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    volunteer.put(replace(a_case(), links=("www.example.org/news", "javascript:alert(1)")))
    volunteer.window.edits.follow("www.example.org/news")
    assert (volunteer.answers.asked[-1], opened) == ("follow www.example.org", [])
    volunteer.answers.opens = True
    volunteer.window.edits.follow("www.example.org/news")
    volunteer.window.edits.follow("file:///etc/passwd")
    assert opened == ["https://www.example.org/news"]


def test_today_is_the_day_the_window_says(volunteer: Volunteer) -> None:
    letter = volunteer.window.shown.letter()
    assert letter is not None
    assert str(TODAY.year) in letter.dateline
