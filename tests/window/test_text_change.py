"""The letter's text and the editor's text are the same words, and a change is the smallest one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from appealdesk.window.text_change import difference, from_raw, to_raw, utf16

WORDS = st.text(alphabet=st.sampled_from("ab \n\U0001f58bאж"), max_size=40)


@given(WORDS)
def test_a_text_comes_back_from_the_editor_as_it_was(text: str) -> None:
    assert from_raw(to_raw(text)) == text


def test_a_blank_line_makes_a_paragraph_and_a_line_break_does_not() -> None:
    assert to_raw("One.\n\nTwo,\nthree.") == "One.\u2029Two,\u2028three."


@given(WORDS, WORDS)
def test_the_difference_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    start, taken, put = difference(old, new)
    units = old.encode("utf-16-le")
    made = units[: 2 * start] + put.encode("utf-16-le") + units[2 * (start + taken) :]
    assert made.decode("utf-16-le") == new


@given(WORDS)
def test_nothing_is_touched_where_nothing_has_changed(text: str) -> None:
    _start, taken, put = difference(text, text)
    assert (taken, put) == (0, "")


def test_a_word_put_in_touches_nothing_else() -> None:
    assert difference("I am a nurse.", "I am an old nurse.") == (6, 0, "n old")


def test_a_character_outside_the_plane_counts_twice_as_qt_counts_it() -> None:
    assert utf16("a\U0001f58b") == 3
