"""The points of an urgent action become sentences of a letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases import Case, Part, Person, Point, Recipient
from appealdesk.letters import ask_sentences
from appealdesk.letters.fields import fields_in

TWO = (Recipient(number=1, role="Minister of Justice"), Recipient(number=2, role="Governor"))


def sentence(point: str, *, line: str = "", recipients: tuple[Recipient, ...] = TWO) -> str:
    case = Case(points=(Point(text=point),), points_to=line, recipients=recipients)
    return ask_sentences(case, "en")[0]


@pytest.mark.parametrize(
    ("point", "said"),
    [
        (
            "Urging the Tavrian authorities to promptly and impartially investigate his abduction;",
            "I urge the Tavrian authorities to promptly and impartially investigate his abduction.",
        ),
        (
            "Expressing concern for the life of Ana Ruiz who, sent back, faces torture",
            "I wish to express my concern for the life of Ana Ruiz who, sent back, faces torture.",
        ),
        (
            "expressing grave concern that she is ill,",
            "I wish to express my grave concern that she is ill.",
        ),
        ("Expressing the hope that she is well.", "I wish to express the hope that she is well."),
        ("Expressing your dismay at the verdict;", "I wish to express my dismay at the verdict."),
        ("Calling on the Governor to free her; and", "I call on the Governor to free her."),
        ("Calling for her release", "I call for her release."),
        ("Reminding the government of its duty;", "I wish to remind the government of its duty."),
        ("Demanding an inquiry;", "I demand an inquiry."),
        ("Asking why she is held;", "I ask why she is held."),
        ("Requesting that she be freed;", "I request that she be freed."),
        ("Insisting that she be freed;", "I insist that she be freed."),
        ("Welcoming the release of two women;", "I welcome the release of two women."),
        ("Noting that she is 17;", "I note that she is 17."),
        ("Acknowledging the steps taken;", "I acknowledge the steps taken."),
        ("Seeking assurances that she is safe;", "I seek assurances that she is safe."),
        ("Stating that torture is a crime;", "I wish to state that torture is a crime."),
        ("Appealing to the Governor for mercy;", "I appeal to the Governor for mercy."),
        ("Pointing out that she is a nurse;", "I wish to point out that she is a nurse."),
        ("Stressing that she is a nurse;", "I wish to stress that she is a nurse."),
        ("Strongly urging the Governor to act;", "I strongly urge the Governor to act."),
        ("To release Ana Ruiz;", "I ask you to release Ana Ruiz."),
        ("Release Ana Ruiz at once", "I ask you to release Ana Ruiz at once."),
        (
            "Immediately and unconditionally release her;",
            "I ask you to immediately and unconditionally release her.",
        ),
        ("Ensure that she sees a doctor;", "I ask you to ensure that she sees a doctor."),
        ("Do not deport Ana Ruiz;", "I ask you not to deport Ana Ruiz."),
        ("not to take part in it", "I ask you not to take part in it."),
        ("An immediate inquiry into the fire;", "I call for an immediate inquiry into the fire."),
        ("That she be freed;", "I ask that she be freed."),
        ("Urge the Governor to free her;", "I urge the Governor to free her."),
        ("Please let her go.", "Please let her go."),
        ("The authorities must let her go;", "The authorities must let her go."),
        ("UN visits;", "I ask for the following: UN visits."),
        ("Deprecating the verdict;", "I am writing to you deprecating the verdict."),
        ("Asking: where is she?", "I ask: where is she?"),
        ("Asking about “the fire.”", "I ask about “the fire.”"),
    ],
)
def test_a_point_becomes_a_sentence_in_the_first_person(point: str, said: str) -> None:
    assert sentence(point) == said


@pytest.mark.parametrize(
    ("point", "said"),
    [
        (
            "Expressing serious concern for her health and urging that she see a doctor;",
            "I wish to express my serious concern for her health and urge that she see a doctor.",
        ),
        (
            "recognising the duty of the state to keep order, but calling on the mayor to relent;",
            "I recognise the duty of the state to keep order, but call on the mayor to relent.",
        ),
        (
            "in view of these injuries, expressing concern for him, and calling for orders;",
            "In view of these injuries, I wish to express my concern for him, and call for orders.",
        ),
        ("Calling for a truce; urging talks;", "I call for a truce; I urge talks."),
        (
            "Asking that she be freed, noting that she is 17;",
            "I ask that she be freed, noting that she is 17.",
        ),
        ("Calling for a truce. Urging talks;", "I call for a truce. I urge talks."),
    ],
)
def test_openings_joined_in_one_point_are_all_turned(point: str, said: str) -> None:
    assert sentence(point) == said


def test_an_opening_that_may_belong_to_somebody_else_is_left_as_it_is() -> None:
    point = "Expressing concern about police stopping people and asking for papers;"
    assert sentence(point) == (
        "I am writing to you expressing concern about police stopping people and asking for papers."
    )


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("Urging the authorities to free her;", "I urge you to free her."),
        ("Calling on them to free her;", "I call on you to free her."),
        ("Reminding them of the law;", "I wish to remind you of the law."),
        # "Their" would be taken for somebody else's after "you".
        ("Urging them to end their raids;", "I urge the authorities to end their raids."),
        (
            "Urging the authorities to say where they are;",
            "I urge the authorities to say where they are.",
        ),
        ("Welcoming the authorities’ decision;", "I welcome the authorities’ decision."),
        ("Calling for them to be freed;", "I call for them to be freed."),
    ],
)
def test_the_authorities_without_a_name_are_the_reader_where_that_means_the_same(
    point: str, said: str
) -> None:
    assert sentence(point) == said


@pytest.mark.parametrize(
    "mission",
    [
        Recipient(number=3, role="Ambassador"),
        Recipient(number=3, address=("Embassy of Tavria", "1 High Street")),
        Recipient(number=3, embassy=True),
    ],
)
def test_an_embassy_is_not_taken_for_the_authorities(mission: Recipient) -> None:
    said = sentence("Urging them to free her;", recipients=(*TWO, mission))
    assert said == "I urge the authorities to free her."


def test_him_is_the_reader_only_when_one_person_is_written_to() -> None:
    assert sentence("Asking him to act;", recipients=TWO[:1]) == "I ask you to act."
    assert sentence("Asking him to act;", recipients=TWO) == "I ask him to act."
    copy = Recipient(number=2, part=Part.COPY)
    assert sentence("Asking him to act;", recipients=(TWO[0], copy)) == "I ask you to act."


@pytest.mark.parametrize(
    ("line", "point", "said"),
    [
        ("Please write, urging them to:", "release Ana Ruiz;", "I urge you to release Ana Ruiz."),
        ("Please write, urging them to:", "to release Ana;", "I urge you to release Ana."),
        (
            "Please write, urging them to:",
            "end their raids;",
            "I urge the authorities to end their raids.",
        ),
        ("Write to the Governor asking her to", "vacate it", "I ask her to vacate it."),
        ("Please write calling for:", "The release of Ana;", "I call for the release of Ana."),
        ("Please write, urging them to:", "Calling for peace;", "I call for peace."),
        ("Please write, urging them to:", "the release of Ana;", "I call for the release of Ana."),
        (
            "Please write at once in English:",
            "The release of Ana;",
            "I call for the release of Ana.",
        ),
    ],
)
def test_a_point_may_go_on_from_the_line_before_the_points(
    line: str, point: str, said: str
) -> None:
    assert sentence(point, line=line) == said


def test_a_point_about_the_volunteer_is_left_to_the_volunteer() -> None:
    said = sentence("Stating that you are a nurse;")
    assert fields_in(said) == ("Say this in your own words: Stating that you are a nurse",)


def test_a_point_in_another_language_is_a_field_that_holds_it() -> None:
    case = Case(language="fr", points=(Point(text="demandez sa libération ;"),))
    (said,) = ask_sentences(case, "en")
    assert fields_in(said) == ("Put into English: demandez sa libération ;",)


def test_an_empty_point_is_a_field() -> None:
    assert fields_in(sentence(" ; ")) == ("Say here what you ask for.",)


def test_a_name_is_never_taken_for_a_verb() -> None:
    case = Case(
        persons=(Person(name="Grace Okoro"),),
        points_to="Write, urging them to:",
        points=(Point(text="Grace Okoro’s release"),),
    )
    assert ask_sentences(case, "en") == ("I ask for the following: Grace Okoro’s release.",)


OPENINGS = st.sampled_from(
    [
        "Urging the Tavrian authorities to", "Calling on the Governor to", "Expressing concern for",
        "Reminding the government of", "calling for", "Noting that", "Release", "To free", "An",
        "That", "The", "Do not", "Unheard-of", "In view of this, urging", "Welcoming", "", "Please",
    ]
)  # fmt: skip
WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "and urging",
                "and calling for",
                ", noting that",
                "Ana Ruiz’s",
                "their",
                "police",
                "(a)",
            ]
        ),
        st.text(st.characters(categories=["L", "N", "Po"]), min_size=1, max_size=9),
    ),
    min_size=1,
    max_size=12,
)
ENDS = st.sampled_from(["", ";", ".", "; and", ",", "?"])
TURNED = re.compile(r"(?i)^(urging|calling|expressing|reminding|noting|welcoming|do)$")


@given(OPENINGS, WORDS, ENDS, st.sampled_from(["", "Write, urging them to:", "Write calling for:"]))
def test_no_word_of_a_point_is_lost(opening: str, words: list[str], end: str, line: str) -> None:
    point = f"{opening} {' '.join(words)}{end}"
    said = sentence(point, line=line)
    there = {word.casefold() for word in re.findall(r"\w+", said)}
    for word in re.findall(r"\w{3,}", point):
        assert TURNED.match(word) or word == "and" or word.casefold() in there, (point, said)


@given(OPENINGS, WORDS, ENDS)
def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop(
    opening: str, words: list[str], end: str
) -> None:
    said = sentence(f"{opening} {' '.join(words)}{end}")
    assert said == said.strip()
    assert "\n" not in said
    assert said[0] == said[0].upper()
    assert said.rstrip("\"'”’»)]⟧").endswith((".", "!", "?", "…")) or said.endswith("⟧")
