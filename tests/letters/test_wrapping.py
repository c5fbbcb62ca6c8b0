"""Plain text wrapped at a column: in any script, nothing lost, quotations and lists in line."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from appealdesk.letters.wrapping import columns, wrapped

WIDTHS = st.integers(min_value=10, max_value=80)


@given(
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cc", "Cs", "Zl", "Zp"])),
    WIDTHS,
)
def test_no_character_is_lost_or_added_but_for_line_ends(text: str, width: int) -> None:
    assert _shown(wrapped(text, width)) == _shown(text)


def _shown(text: str) -> str:
    """A text without spaces, and without the sign that a quotation repeats."""
    return "".join(char for char in text if not char.isspace() and char != ">")


@given(st.lists(st.text("abcdeé", min_size=1, max_size=9), min_size=1, max_size=60), WIDTHS)
def test_no_line_is_wider_than_the_column_when_its_words_are_not(
    words: list[str], width: int
) -> None:
    lines = wrapped(" ".join(words), width).split("\n")
    assert all(columns(line) <= width for line in lines)
    assert " ".join(lines).split() == words
    # and none is broken before it must be
    for line, following in pairwise(lines):
        assert columns(line) + 1 + columns(following.split(" ")[0]) > width


@given(st.text("一二三我们请求", min_size=1, max_size=200), WIDTHS)
def test_chinese_is_wrapped_by_its_width_without_spaces(text: str, width: int) -> None:
    lines = wrapped(text, width).split("\n")
    assert "".join(lines) == text
    assert all(columns(line) in {width, width - width % 2} for line in lines[:-1])


def test_two_columns_for_a_chinese_character_none_for_an_accent() -> None:
    assert (columns("中文"), columns("e\u0301"), columns("ab")) == (4, 1, 2)


def test_no_line_begins_with_a_chinese_full_stop() -> None:
    text = "我们敦促当局立即释放她。" * 10
    lines = wrapped(text, 22).split("\n")
    assert len(lines) > 5
    assert not any(line.startswith("。") for line in lines)


def test_a_link_stays_whole() -> None:
    link = "https://example.example/" + "a" * 100
    assert wrapped(f"See {link} for more", 40).split("\n")[1] == link


def test_a_quotation_stays_a_quotation_on_every_line() -> None:
    lines = wrapped("> " + "They came at night and took her away. " * 5, 40).split("\n")
    assert len(lines) > 3
    assert all(line.startswith("> ") for line in lines)


def test_the_words_of_a_list_stand_in_line() -> None:
    lines = wrapped("- " + "release her without conditions " * 5, 40).split("\n")
    assert [line[:2] for line in lines] == ["- "] + ["  "] * (len(lines) - 1)
    numbered = wrapped("12. " + "release her without conditions " * 5, 40).split("\n")
    assert numbered[1].startswith("    r")


def test_what_must_not_be_parted_is_not() -> None:
    assert "5\u00a0March" in wrapped("word " * 7 + "5\u00a0March", 36)
