"""One letter, every word of it."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from appealdesk.cases import Case, Part, Person, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import Draft, LetterKind, compose, first_draft, unfilled
from tests.invented import MINISTER, OMBUDSMAN, PRISONER, PROSECUTOR, SENDER, a_case

replace = msgspec.structs.replace
DAY = dt.date(2026, 11, 24)
DRAFT = first_draft(a_case(), SENDER)


def test_a_target_gets_the_appeal() -> None:
    letter = compose(a_case(), MINISTER, SENDER, DRAFT, DAY)
    assert letter.kind is LetterKind.APPEAL
    assert (letter.recipient, letter.language, letter.layout) == (1, "en", "a4")
    assert letter.address == (
        "Orhan Velidov",
        "Minister of Internal Affairs",
        "12 Fountain Street",
        "370001 Baku",
        "AZERBAIJAN",
    )
    assert (letter.salutation, letter.closing) == ("Dear Minister,", "Yours sincerely,")
    assert letter.body == DRAFT.body
    assert letter.subject == "Samir Quliyev (UA 31/25)"
    assert letter.copies_label == "Copies:"
    assert letter.copies == ("Rauf Tagiyev, Commissioner for Human Rights",)


def test_a_copy_gets_a_note_that_names_those_written_to() -> None:
    letter = compose(a_case(), OMBUDSMAN, SENDER, DRAFT, DAY)
    assert letter.kind is LetterKind.COVER_NOTE
    assert (
        "addressed to Orhan Velidov (Minister of Internal Affairs) and Leyla Hasanzade "
        "(Prosecutor General)." in letter.body
    )
    assert letter.copies == ()
    assert letter.copies_label == ""


def test_the_note_names_only_those_who_are_ticked() -> None:
    only = replace(DRAFT, recipients=(2, 3))
    body = compose(a_case(), OMBUDSMAN, SENDER, only, DAY).body
    assert "addressed to Leyla Hasanzade (Prosecutor General)." in body
    nobody = replace(DRAFT, recipients=(3,))
    body = compose(a_case(), OMBUDSMAN, SENDER, nobody, DAY).body
    assert "addressed to the authorities concerned." in body


def test_copies_that_are_not_ticked_are_not_listed() -> None:
    alone = replace(DRAFT, recipients=(1,))
    letter = compose(a_case(), MINISTER, SENDER, alone, DAY)
    assert (letter.copies, letter.copies_label) == ((), "")


def test_a_text_written_specially_for_one_goes_to_that_one_alone() -> None:
    special = replace(DRAFT, own={2: "Only for you."})
    assert compose(a_case(), PROSECUTOR, SENDER, special, DAY).body == "Only for you."
    assert compose(a_case(), MINISTER, SENDER, special, DAY).body == DRAFT.body


def test_the_drafts_date_and_subject_come_first() -> None:
    dated = replace(DRAFT, date=dt.date(2012, 12, 10), subject="Freedom")
    letter = compose(a_case(), MINISTER, SENDER, dated, DAY)
    assert (letter.dateline, letter.subject) == ("Bruxelles, 10 December 2012", "Freedom")
    assert compose(a_case(), MINISTER, SENDER, replace(DRAFT, subject=""), DAY).subject == ""


@pytest.mark.parametrize(
    ("names", "title", "reference", "subject"),
    [
        (("Ana Ruiz",), "", "", "Ana Ruiz"),
        (("Ana Ruiz", "Luz Sol"), "", "UA 1/26", "Ana Ruiz and Luz Sol (UA 1/26)"),
        (("Ana Ruiz", "Luz Sol", "Eva Paz"), "", "UA 1/26", "Ana Ruiz and others (UA 1/26)"),
        ((), "Villagers driven out", "UA 1/26", "Villagers driven out (UA 1/26)"),
        ((), "Villagers driven out (UA 1/26)", "UA 1/26", "Villagers driven out (UA 1/26)"),
        ((), "Long " * 30, "UA 1/26", "UA 1/26"),
        ((), "", "", ""),
    ],
)
def test_the_subject_names_the_person_and_the_reference(
    names: tuple[str, ...], title: str, reference: str, subject: str
) -> None:
    case = Case(
        persons=tuple(Person(name=name) for name in names), title=title, reference=reference
    )
    letter = compose(case, Recipient(number=1), None, Draft(), DAY)
    assert letter.subject == subject
    assert letter.title == (subject or "Letter")


def test_the_title_of_the_document_never_names_the_sender_nor_the_volunteers_subject() -> None:
    letter = compose(a_case(), MINISTER, SENDER, replace(DRAFT, subject="From Maud"), DAY)
    assert letter.title == "Samir Quliyev (UA 31/25)"


def test_an_address_given_for_something_else_gets_no_letter() -> None:
    with pytest.raises(Trouble, match="No letter goes to Samir Quliyev"):
        compose(a_case(), PRISONER, SENDER, DRAFT, DAY)


def test_an_ambassador_who_is_a_target_gets_the_appeal() -> None:
    embassy = Recipient(number=9, part=Part.TARGET, embassy=True, address=("1 High Street",))
    assert compose(a_case(), embassy, SENDER, DRAFT, DAY).kind is LetterKind.APPEAL


def test_every_unfilled_field_is_found_wherever_it_stands() -> None:
    letter = compose(
        a_case(),
        replace(MINISTER, address=("⟦street⟧",)),
        SENDER,
        replace(
            DRAFT,
            body="Half ⟦a field\n\nand another ⟦one⟧, and {recipent}.",
            subject="⟦subject⟧",
            closings={1: "⟦closing⟧"},
        ),
        DAY,
    )
    assert unfilled(letter) == (
        "street", "subject", "a field\n\nand another", "one", "closing", "recipent",
    )  # fmt: skip


def test_a_finished_letter_has_no_unfilled_field() -> None:
    finished = first_draft(a_case(), SENDER, prompts=False)
    for recipient in (MINISTER, OMBUDSMAN):
        assert unfilled(compose(a_case(), recipient, SENDER, finished, DAY)) == ()


def test_enclosures_and_the_reference_go_with_the_appeal() -> None:
    draft = replace(DRAFT, enclosures=("A petition", " "), reference="Your letter of 3 May 2026")
    letter = compose(a_case(), MINISTER, SENDER, draft, DAY)
    assert (letter.enclosures_label, letter.enclosures) == ("Enclosures:", ("A petition",))
    assert letter.reference == "Your letter of 3 May 2026"
    note = compose(a_case(), OMBUDSMAN, SENDER, draft, DAY)
    assert (note.enclosures, note.reference) == ((), "")
    assert compose(a_case(), MINISTER, SENDER, DRAFT, DAY).enclosures_label == ""


def test_a_letter_that_goes_abroad_is_marked_for_the_air() -> None:
    assert "PAR AVION" in compose(a_case(), MINISTER, SENDER, DRAFT, DAY).special_mail
    at_home = replace(SENDER, country="AZ")
    nowhere = replace(SENDER, country="")
    for sender in (at_home, nowhere, None):
        assert compose(a_case(), MINISTER, sender, DRAFT, DAY).special_mail == ""


def test_a_letter_that_the_post_cannot_carry_has_no_airmail_mark() -> None:
    by_fax = replace(MINISTER, address=())
    assert compose(a_case(), by_fax, SENDER, DRAFT, DAY).special_mail == ""
