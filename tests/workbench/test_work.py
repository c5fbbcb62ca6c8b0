"""What a person does to a case on the desk, one step at a time; nothing is lost on the way."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from appealdesk import letters
from appealdesk.cases import Part, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import Identity
from appealdesk.workbench import Work, works
from tests.invented import MINISTER, OMBUDSMAN, PROSECUTOR, SENDER, a_case, a_document

EMBASSY = Recipient(
    number=0,
    part=Part.COPY,
    role="Embassy of Azerbaijan",
    address=("1 Legation Square", "1000 Bruxelles"),
    embassy=True,
)


@pytest.fixture
def work() -> Work:
    draft = letters.first_draft(a_case(), SENDER)
    return Work(id=1, document=a_document(), case=a_case(), draft=draft)


def test_ticked_recipients_come_targets_first(work: Work) -> None:
    assert [one.number for one in works.ticked(work)] == [1, 2, 3]


def test_a_recipient_is_left_out_and_taken_in_again(work: Work) -> None:
    without = works.tick_recipient(work, 2, on=False)
    assert [one.number for one in works.ticked(without)] == [1, 3]
    assert works.tick_recipient(without, 2, on=True) == work


def test_the_text_is_shared_by_the_targets_and_not_by_the_copy(work: Work) -> None:
    written = works.write(work, 1, "One text.")
    assert works.text_for(written, 2) == "One text."
    assert works.text_for(written, 3) == work.draft.note


def test_the_note_is_shared_by_the_copies(work: Work) -> None:
    assert works.text_for(works.write(work, 3, "For your information."), 1) == work.draft.body


def test_something_special_stays_with_one_recipient(work: Work) -> None:
    special = works.write(works.write_specially(work, 2), 2, "Only to you.")
    assert works.text_for(special, 2) == "Only to you."
    assert works.text_for(special, 1) == work.draft.body
    assert works.text_for(works.share_again(special, 2), 2) == work.draft.body


def test_every_ask_is_made_in_the_first_draft(work: Work) -> None:
    assert works.asks_made(work, 1) == (True, True, True)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_an_ask_is_left_out_and_put_back_in_its_place(work: Work, index: int) -> None:
    without = works.tick_ask(work, index, on=False)
    assert works.asks_made(without, 1)[index] is False
    assert sum(works.asks_made(without, 1)) == 2
    assert works.tick_ask(without, index, on=True).draft.body == work.draft.body


def test_an_ask_is_left_out_of_special_texts_too(work: Work) -> None:
    special = works.write_specially(work, 2)
    assert works.asks_made(works.tick_ask(special, 0, on=False), 2)[0] is False


def test_an_ask_in_the_volunteers_own_words_is_not_taken_away(work: Work) -> None:
    sentence = letters.ask_sentences(work.case, "en")[0]
    polished = sentence.replace("immediately", "immediately and without conditions")
    body = work.draft.body.replace(sentence, polished)
    own = works.write(work, 1, body)
    assert works.asks_made(own, 1)[0] is True
    with pytest.raises(Trouble) as told:
        works.tick_ask(own, 0, on=False)
    assert "delete" in told.value.remedy


def test_an_added_recipient_gets_a_number_a_tick_and_the_desk(work: Work) -> None:
    more = works.add_recipient(work, EMBASSY)
    assert more.draft.shown == 5
    assert works.recipient(more, 5).role == "Embassy of Azerbaijan"
    assert 5 in more.draft.recipients
    assert "role" in works.recipient(more, 5).checked


def test_a_removed_recipient_takes_only_its_own_text_along(work: Work) -> None:
    special = works.write(works.write_specially(work, 2), 2, "Only to you.")
    less = works.remove_recipient(works.show(special, 2), 2)
    assert less.draft.own == {}
    assert less.draft.shown == 0
    assert less.draft.body == work.draft.body
    with pytest.raises(KeyError):
        works.recipient(less, 2)


def test_a_number_is_not_given_twice_while_a_later_one_is_there(work: Work) -> None:
    again = works.add_recipient(works.remove_recipient(work, 2), EMBASSY)
    assert [one.number for one in again.case.recipients] == [1, 3, 4, 5]


def test_setting_a_recipient_right_settles_the_doubt(work: Work) -> None:
    right = replace(OMBUDSMAN, salutation="Dear Commissioner")
    settled = works.correct_recipient(work, right)
    assert works.recipient(settled, 3).doubts == ()
    assert works.recipient(settled, 3).checked == ("salutation",)
    assert [number for number, _doubt in works.open_doubts(settled)] == [0]


def test_a_confirmed_doubt_is_kept_as_checked(work: Work) -> None:
    (zero, deadline), (three, salutation) = works.open_doubts(work)
    settled = works.confirm(works.confirm(work, zero, deadline), three, salutation)
    assert works.open_doubts(settled) == ()
    assert settled.case.checked == ("deadline",)
    assert works.recipient(settled, 3).checked == ("salutation",)


def test_doubts_about_an_address_to_which_no_appeal_goes_do_not_ring(work: Work) -> None:
    doubtful = replace(works.recipient(work, 4), doubts=OMBUDSMAN.doubts)
    case = replace(work.case, recipients=(MINISTER, PROSECUTOR, OMBUDSMAN, doubtful))
    assert works.open_doubts(replace(work, case=case)) == works.open_doubts(work)


def test_a_corrected_case_makes_an_untouched_draft_anew(work: Work) -> None:
    right = replace(work.case, summary="On 5 March journalist Samir Quliyev was taken from home.")
    corrected = works.correct(work, right, SENDER)
    assert "5 March" in corrected.draft.body
    assert corrected.case.checked == ("summary",)


def test_a_corrected_case_leaves_what_the_volunteer_wrote(work: Work) -> None:
    written = works.write(work, 1, work.draft.body + "\n\nI am a nurse.")
    right = replace(work.case, summary="On 5 March journalist Samir Quliyev was taken from home.")
    assert works.correct(written, right, SENDER).draft.body == written.draft.body


def test_a_corrected_deadline_is_no_longer_in_doubt(work: Work) -> None:
    right = replace(work.case, deadline=dt.date(2025, 4, 22))
    assert works.correct(work, right, SENDER).case.doubts == ()


def test_the_letter_is_dated_as_chosen_or_on_the_day(work: Work) -> None:
    day = dt.date(2025, 3, 10)
    assert "10 March 2025" in works.letter(work, 1, SENDER, day).dateline
    chosen = works.set_date(work, dt.date(2025, 3, 12))
    assert "12 March 2025" in works.letter(chosen, 1, SENDER, day).dateline


def test_a_salutation_of_ones_own_is_used_until_it_is_emptied(work: Work) -> None:
    own = works.set_salutation(work, 1, "Your Excellency,")
    day = dt.date(2025, 3, 10)
    assert works.letter(own, 1, SENDER, day).salutation == "Your Excellency,"
    back = works.set_salutation(own, 1, " ")
    assert works.letter(back, 1, SENDER, day).salutation == "Dear Minister,"


def test_identity_and_layout_hold_for_every_letter_of_the_case(work: Work) -> None:
    chosen = works.set_layout(works.set_identity(work, Identity.INITIALS), "us-letter")
    for number in (1, 2, 3):
        letter = works.letter(chosen, number, SENDER, dt.date(2025, 3, 10))
        assert letter.layout == "us-letter"
        assert "Tilleuls" not in "".join(letter.from_lines)


@given(text=st.text(), number=st.sampled_from([1, 2, 3]))
def test_any_text_written_is_the_text_kept(text: str, number: int) -> None:
    draft = letters.first_draft(a_case(), SENDER)
    work = Work(id=1, document=a_document(), case=a_case(), draft=draft)
    assert works.text_for(works.write(work, number, text), number) == text
