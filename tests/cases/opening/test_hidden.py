"""Characters that a reader does not see are shown or dropped, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases.opening.hidden import MARK, made_visible


def test_a_bidirectional_override_is_shown() -> None:
    assert made_visible("pay to \u202egpj.exe") == "pay to ⟨U+202E⟩gpj.exe"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x9d", "\ud800", "\U000e0041", "\x7f"])
def test_control_characters_and_the_like_are_shown(character: str) -> None:
    shown = made_visible(f"a{character}b")
    assert shown == f"a⟨U+{ord(character):04X}⟩b"
    assert MARK.search(shown)


def test_marks_for_the_typesetter_go_without_a_trace() -> None:
    assert made_visible("Menschen\u00adrechts\u200bkomitee\ufeff") == "Menschenrechtskomitee"


def test_blanks_of_every_width_become_blanks_and_tabs_stay() -> None:
    assert made_visible("Fax:\u00a0+49\u2009228\t1") == "Fax: +49 228\t1"


def test_hyphens_and_bullets_become_what_is_seen() -> None:
    assert made_visible("Menschen\u00ad ") == "Menschen-"
    assert made_visible("555\u2011017") == "555-017"
    assert made_visible("\uf0b7 Urging") == "• Urging"


def test_embeddings_are_honest_in_arabic_and_shown_elsewhere() -> None:
    assert made_visible("\u202bبغداد\u202c 26/22\u200f") == "بغداد 26/22"
    assert made_visible("call \u202b12-34\u202c") == "call ⟨U+202B⟩12-34⟨U+202C⟩"


def test_joiners_stay_where_they_shape_letters() -> None:
    assert made_visible("می\u200cخواهم") == "می\u200cخواهم"
    assert made_visible("min\u200cister") == "minister"


@given(st.text(max_size=80))
def test_nothing_that_steers_a_terminal_or_a_line_survives(text: str) -> None:
    shown = made_visible(text.replace("\n", "").replace("\r", ""))
    kinds = {unicodedata.category(character) for character in shown if character != "\t"}
    assert "Cc" not in kinds
    assert "Cs" not in kinds
    assert not set(shown) & set("\u202d\u202e")
    assert made_visible(shown) == shown
