"""Which asks a body makes; putting one in and taking one out."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from appealdesk.letters import asks_made, drop_ask, make_ask

INQUIRY = "I urge you to carry out a prompt inquiry into the fire at the house of Ana Ruiz."
GUARDS = "I call on you to provide Ana Ruiz and her family with effective protection."
LETTER = "I wish to express my concern that the complaint of Ana Ruiz has not been answered."
ASKS = (INQUIRY, GUARDS, LETTER)
OPENING = "I am writing to you about Ana Ruiz. There was a fire at her house."
END = "Thank you for your attention."


def body(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_an_ask_that_stands_there_word_for_word_is_made() -> None:
    assert asks_made(body(OPENING, GUARDS, END), ASKS) == (False, True, False)


def test_an_ask_is_made_when_its_lines_are_broken_elsewhere() -> None:
    assert asks_made(GUARDS.replace("provide Ana", "provide\nAna"), ASKS)[1]


def test_an_ask_that_the_volunteer_has_polished_still_counts() -> None:
    polished = (
        "Would you please carry out, without delay, a prompt inquiry into the fire at her house?"
    )
    assert asks_made(body(OPENING, polished, END), ASKS) == (True, False, False)


def test_the_story_of_the_case_is_not_taken_for_an_ask() -> None:
    assert asks_made(body(OPENING, END), ASKS) == (False, False, False)


def test_one_ask_is_not_taken_for_another_like_it() -> None:
    twins = (
        "I urge you to free Ana Ruiz immediately.",
        "I urge you to free Ana and Luz immediately.",
    )
    assert asks_made(twins[0], twins) == (True, False)


def test_an_ask_scattered_over_paragraphs_is_not_made() -> None:
    scattered = body("A prompt start.", "An inquiry was held.", "The fire is out.", "My house.")
    assert asks_made(scattered, ASKS) == (False, False, False)


def test_no_asks_are_no_trouble() -> None:
    assert asks_made("Dear all", ()) == ()


def test_an_ask_goes_after_the_nearest_earlier_one() -> None:
    assert make_ask(body(OPENING, INQUIRY, END), LETTER, ASKS) == body(
        OPENING, INQUIRY, LETTER, END
    )
    assert make_ask(body(OPENING, INQUIRY, LETTER, END), GUARDS, ASKS) == body(
        OPENING, INQUIRY, GUARDS, LETTER, END
    )


def test_an_ask_goes_before_the_later_one_where_none_is_earlier() -> None:
    assert make_ask(body(OPENING, LETTER, END), INQUIRY, ASKS) == body(
        OPENING, INQUIRY, LETTER, END
    )


def test_an_ask_goes_before_the_last_paragraph_where_there_is_no_other() -> None:
    assert make_ask(body(OPENING, END), GUARDS, ASKS) == body(OPENING, GUARDS, END)


def test_an_ask_goes_after_a_polished_earlier_one() -> None:
    polished = "Please see to a prompt inquiry into the fire at the house of Ana Ruiz."
    assert make_ask(body(OPENING, polished, END), GUARDS, ASKS) == body(
        OPENING, polished, GUARDS, END
    )


def test_an_ask_goes_after_a_lone_opening_and_into_an_empty_body() -> None:
    assert make_ask(OPENING, GUARDS, ASKS) == body(OPENING, GUARDS)
    assert make_ask("", GUARDS, ASKS) == GUARDS


def test_an_ask_that_is_made_is_not_made_twice() -> None:
    assert make_ask(body(OPENING, GUARDS), GUARDS, ASKS) == body(OPENING, GUARDS)


def test_an_ask_is_taken_out_with_its_blank_line() -> None:
    assert drop_ask(body(OPENING, GUARDS, END), GUARDS) == body(OPENING, END)
    assert drop_ask(body(GUARDS, END), GUARDS) == END
    assert drop_ask(body(OPENING, GUARDS), GUARDS) == OPENING
    assert drop_ask(GUARDS, GUARDS) == ""


def test_an_ask_is_taken_out_of_the_middle_of_a_paragraph() -> None:
    assert drop_ask(f"One thing. {GUARDS} Another.", GUARDS) == "One thing. Another."


def test_what_the_volunteer_has_changed_is_never_taken_out() -> None:
    assert drop_ask(body(OPENING, GUARDS.replace("effective", "real"), END), GUARDS) is None
    assert drop_ask(f"He said:{GUARDS}", GUARDS) is None


PARAGRAPH = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Z"]), min_size=1)
BREAK = st.sampled_from(["\n\n", "\n\n\n", "\n \n", "\n"])


@given(
    st.lists(st.one_of(PARAGRAPH, st.sampled_from([*ASKS, OPENING])), min_size=1, max_size=6),
    st.lists(BREAK, min_size=6, max_size=6),
    st.sampled_from(ASKS),
)
def test_taking_out_what_was_put_in_gives_the_earlier_body(
    paragraphs: list[str], breaks: list[str], ask: str
) -> None:
    earlier = "".join(a + b for a, b in zip(paragraphs, breaks, strict=False)).rstrip("\n ")
    assume(asks_made(earlier, (ask,)) == (False,))
    later = make_ask(earlier, ask, ASKS)
    assert asks_made(later, ASKS)[ASKS.index(ask)]
    assert drop_ask(later, ask) == earlier
