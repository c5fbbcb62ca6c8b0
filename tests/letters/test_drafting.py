"""The first draft of a case's letters."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from appealdesk.cases import Case, Part, Person, Point, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import (
    Identity,
    Sender,
    compose,
    first_draft,
    identity_shown,
    letter_languages,
)
from appealdesk.letters.fields import fields_in
from tests.invented import SENDER, a_case

replace = msgspec.structs.replace
OWN = "Add a sentence of your own: who you are, or why this touches you."


def paragraphs(case: Case) -> list[str]:
    return first_draft(case, None).body.split("\n\n")


def test_a_draft_says_who_it_is_about_makes_every_ask_and_ends_courteously() -> None:
    about, own, *asks, end = paragraphs(a_case())
    assert about == (
        "I am writing to you about Samir Quliyev. On 4 March journalist Samir Quliyev was taken "
        "from his home in Baku."
    )
    assert fields_in(own) == (OWN,)
    assert asks == [
        "I urge you to release Samir Quliyev immediately.",
        "I call on you to ensure that he has access to a lawyer of his choice.",
        "I wish to express my concern that he may be ill-treated.",
    ]
    assert end.startswith("Thank you")
    assert "hear from you" in end


def test_a_lead_that_begins_with_the_name_is_not_introduced_by_it_again() -> None:
    case = replace(a_case(), summary="Samir Quliyev was taken away.")
    assert paragraphs(case)[0] == (
        "I wish to draw your attention to the following case. Samir Quliyev was taken away."
    )


def test_a_draft_without_prompts_leaves_no_field_that_is_not_needed() -> None:
    assert fields_in(first_draft(a_case(), None, prompts=False).body) == ()


def test_all_targets_and_copies_are_ticked_but_nobody_else() -> None:
    draft = first_draft(a_case(), SENDER)
    assert draft.recipients == (1, 2, 3)
    assert draft.shown == 1
    assert draft.asks == (0, 1, 2)


def test_layout_comes_from_the_sender() -> None:
    sender = Sender(name="Jo Hale", layout="letter", identity=Identity.TOWN)
    assert first_draft(a_case(), sender).layout == "letter"


def test_a_draft_made_before_the_sender_is_known_shows_no_more_than_the_sender_wants() -> None:
    draft = first_draft(a_case(), None)
    sender = Sender(name="Jo Hale", address=("3 Mill Lane", "Ambridge"), identity=Identity.INITIALS)
    letter = compose(a_case(), a_case().recipients[0], sender, draft, dt.date(2025, 3, 10))
    shown = " ".join((*letter.from_lines, letter.signature))
    assert "Hale" not in shown
    assert "Mill Lane" not in shown


def test_the_level_chosen_for_a_case_holds_for_it_alone() -> None:
    sender = Sender(name="Jo Hale", identity=Identity.INITIALS)
    draft = first_draft(a_case(), sender)
    assert identity_shown(draft, sender) is Identity.INITIALS
    assert identity_shown(replace(draft, identity=Identity.TOWN), sender) is Identity.TOWN


def test_the_draft_holds_nothing_of_the_sender() -> None:
    draft = first_draft(a_case(), SENDER)
    assert "Maud" not in repr(draft)
    assert "Bruxelles" not in repr(draft)


def test_the_cover_note_encloses_the_appeal_and_asks_nothing_else() -> None:
    note = first_draft(a_case(), None).note
    assert note.startswith("For your information, I enclose a copy of a letter about Samir Quliyev")
    assert "release" not in note


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Ana Ruiz", "Luz Ruiz"), "about Ana Ruiz and Luz Ruiz."),
        (("Ana Ruiz", "Luz Ruiz", "Eva Paz"), "about Ana Ruiz, Luz Ruiz and Eva Paz."),
        (tuple("ABCDEFG"), "about A, B, C, D and others."),
    ],
)
def test_several_persons_are_named_as_a_list(names: tuple[str, ...], said: str) -> None:
    case = Case(persons=tuple(Person(name=name) for name in names), summary="They were arrested.")
    assert said in paragraphs(case)[0]


def test_a_case_without_names_is_introduced_without_them() -> None:
    case = Case(summary="Forty villagers were driven from their homes")
    assert paragraphs(case)[0] == (
        "I wish to draw your attention to the following case. "
        "Forty villagers were driven from their homes."
    )


def test_the_beginning_of_the_story_stands_in_for_a_lead_up_to_a_whole_sentence() -> None:
    story = "Ana Ruiz was arrested by Capt. Luz. " + "She was then held in a cellar. " * 40
    about = paragraphs(Case(situation=f"{story}\n\nMore."))[0]
    assert about.endswith("held in a cellar.")
    assert 400 < len(about) < 800
    assert "More" not in paragraphs(Case(situation="Short.\n\nMore."))[0]


def test_what_the_case_does_not_say_is_left_to_the_volunteer() -> None:
    body = first_draft(Case(), None).body
    assert fields_in(body) == (
        "Say in a sentence or two who this letter is about and what happened.",
        OWN,
        "Say here what you ask for.",
    )


def test_a_model_letter_is_taken_as_it_is() -> None:
    model = "I write about Ana Ruiz.\nShe is a nurse.\n\nPlease free her."
    case = replace(a_case(), model_letter=f"{model}\n")
    assert first_draft(case, None, prompts=False).body == model
    with_prompt = first_draft(case, None).body
    assert with_prompt.startswith(f"{model}\n\n")
    assert fields_in(with_prompt) == (OWN,)


def test_what_a_model_letter_leaves_to_the_writer_is_a_field() -> None:
    model = "As a [your profession], I read that “[t]he trial” [sic] is near."
    body = first_draft(replace(a_case(), model_letter=model), None, prompts=False).body
    assert fields_in(body) == ("your profession",)
    assert "“[t]he trial” [sic]" in body


def test_a_stopped_action_gets_no_appeals() -> None:
    with pytest.raises(Trouble, match="stopped"):
        first_draft(replace(a_case(), stop=True), SENDER)


def test_a_language_without_skeletons_is_refused() -> None:
    with pytest.raises(Trouble, match="no letters in this language"):
        first_draft(a_case(), None, language="xx")


def test_english_is_among_the_languages() -> None:
    assert "en" in letter_languages()


def test_the_documents_own_language_is_chosen_where_it_may_be_used() -> None:
    french = replace(SENDER, language="fr")
    assert first_draft(a_case(), french).language == "en"  # the asks are English
    assert first_draft(replace(a_case(), languages=(), own_language=False), french).language == "en"


def test_a_document_in_a_language_we_lack_is_answered_in_english_to_be_translated() -> None:
    case = Case(
        language="xx",
        summary="Ipsu lorema.",
        points=(Point(text="Dolora!"),),
        recipients=(Recipient(number=4, part=Part.COPY),),
    )
    draft = first_draft(case, None, prompts=False)
    assert draft.language == "en"
    assert fields_in(draft.body) == ("Put into English: Ipsu lorema.", "Put into English: Dolora!")
    assert draft.shown == 4
