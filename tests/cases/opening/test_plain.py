"""Lines of plain text are numbered as an editor numbers them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases.opening.plain import rows_of_text


def lines(text: str) -> list[str]:
    return [row[0] for row in rows_of_text(text)]


def test_the_line_ends_of_every_system_count_once() -> None:
    assert lines("a\nb\r\nc\rd\n") == ["a", "b", "c", "d"]


def test_empty_lines_and_blanks_at_the_margin_stay() -> None:
    assert lines("\n\n  Fax: 1\t\n\nend") == ["", "", "  Fax: 1\t", "", "end"]


def test_a_form_feed_begins_the_next_page() -> None:
    rows = list(rows_of_text("one\n\ftwo\nthree\f\nfour"))
    assert rows == [("one", 1), ("two", 2), ("three", 3), ("four", 3)]


@given(st.text(st.sampled_from("ab \t\n"), max_size=60))
def test_nothing_is_lost_between_the_lines(text: str) -> None:
    assert "\n".join(lines(text)) == text.removesuffix("\n")
