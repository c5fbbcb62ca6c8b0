"""What stays together on a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.paper.ties import tied

_TIE = "~"


def shown(text: str, language: str = "en") -> str:
    """The text with a tilde for each space that does not break."""
    return tied(text, language).replace("\u00a0", _TIE)


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("for M. V. Aldenova today", "for M.~V.~Aldenova today", "en"),
        ("on 14 January 2026 he", "on 14~January~2026 he", "en"),
        ("On January 14, 2026", "On January~14, 2026", "en"),
        ("am 14. Januar 2026", "am 14.~Januar~2026", "de"),
        ("le 1er février 2026", "le 1er~février~2026", "fr"),
        ("el 14 de enero de 2026", "el 14~de enero de 2026", "es"),
        ("14 января 2026 г. его", "14~января~2026~г. его", "ru"),
        ("он был в Минске", "он был в~Минске", "ru"),
        ("see UA 12/26 and EUR 46/001/2026", "see UA~12/26 and EUR~46/001/2026", "en"),
        ("Dr Velidov and Mrs. Ali", "Dr~Velidov and Mrs.~Ali", "en"),
        ("under Article 5 of it", "under Article~5 of it", "en"),
        ("Pourquoi ? « Rien »", "Pourquoi~? «~Rien~»", "fr"),
        ("10 000 people, 5 %", "10~000 people, 5~%", "en"),
        ("He was there. We were not.", "He was there. We were not.", "en"),
        ("I was 14 and 3 of us", "I was 14 and 3 of us", "en"),
        ("vitamin C. Then he", "vitamin C.~Then he", "en"),  # one tie too many does no harm
    ],
)
def test_ties(text: str, expected: str, language: str) -> None:
    assert shown(text, language) == expected


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "ru", "xx", "", "pl"]))
def test_no_character_but_a_space_is_changed(text: str, language: str) -> None:
    made = tied(text, language)
    assert len(made) == len(text)
    assert all(a == b or (a, b) == (" ", "\u00a0") for a, b in zip(text, made, strict=True))
