"""Whatever stands in a letter: it is set, or its character is named; nothing else happens."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealdesk import resources
from appealdesk.paper import GlyphMissing, LayoutBroken, typeset
from appealdesk.paper.manuscript import manuscript
from appealdesk.paper.press import Press
from appealdesk.paper.rows import runs_rtl
from tests.paper.samples import LETTER, ON, changed, words_by_pdfium


def test_odd_text_is_set_or_its_character_named(hostile_text: str) -> None:
    odd = hostile_text[:3000]
    letter = changed(
        body=odd,
        subject=odd[:200],
        address=(odd[:100], "AZERBAIJAN"),
        title=odd,
        signature=odd[:50],
    )
    try:
        pdf = typeset(letter, ON)
    except GlyphMissing as trouble:
        assert trouble.char in odd  # noqa: PT017  (one of two good ends)
    else:
        assert pdf.startswith(b"%PDF-1.7")
        assert "AZERBAIJAN" in words_by_pdfium(pdf)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), max_size=80))
def test_any_words_are_set_or_named(words: str) -> None:
    try:
        pdf = typeset(changed(body=words), ON)
    except GlyphMissing as trouble:
        assert trouble.char in words  # noqa: PT017
    else:
        assert pdf.startswith(b"%PDF-1.7")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_word_of_a_body_is_lost_on_the_way_to_the_typesetter(body: str) -> None:
    handed = manuscript([changed(body=body)])["letters"][0]["body"]
    json.dumps(handed)

    def bare(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    passages = [passage for block in handed for passage in block["passages"]]
    numbers = sum(len(str(passage["number"])) for passage in passages if passage["number"])
    words = "".join(_words(row) for passage in passages for row in passage["rows"])
    assert len(bare(words)) + numbers == len(bare(body))
    if not numbers:
        assert bare(words) == bare(body)


def _words(row: dict[str, Any]) -> str:
    return row.get("text") or "".join(span["text"] for span in row["spans"])


@pytest.mark.parametrize(
    "language", ["", "x", "english", "de_CH", "zh-Hant-TW", "../..", "ÄÖ", "ar"]
)
def test_a_language_that_is_none_never_stops_a_letter(language: str) -> None:
    assert typeset(changed(language=language), ON)


@pytest.mark.parametrize(
    ("line", "rtl"),
    [
        ("شارع 12", True),
        ("12 شارع", True),
        ("12 Rue", False),
        ("+32 2 555 01 01", False),
        ("...", True),
        ("", True),
    ],
)
def test_the_first_letter_of_a_line_says_which_way_it_runs(line: str, rtl: bool) -> None:
    assert runs_rtl(line, otherwise=True) is rtl


def test_no_layout_of_ours_asks_for_a_package() -> None:
    for path in resources.path("layouts").iterdir():
        if path.suffix == ".typ":
            assert "@" not in path.read_text(encoding="utf-8")


def test_a_layout_that_asks_for_a_package_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _layouts_of_ones_own(tmp_path, monkeypatch)
    own.write_text('#import "@preview/letter:1.0.0": x', encoding="utf-8")
    with pytest.raises(LayoutBroken, match="asks for a package"):
        Press().pdf([LETTER], ON)


def test_a_mistake_in_a_layout_is_named_with_its_place_and_without_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _layouts_of_ones_own(tmp_path, monkeypatch)
    own.write_text("#let a = 1\n#let b = (\n", encoding="utf-8")
    with pytest.raises(LayoutBroken) as trouble:
        Press().pdf([LETTER], ON)
    assert trouble.value.place == "letter.typ, line 2, column 10"
    assert str(tmp_path) not in str(trouble.value)


def test_a_layout_cannot_read_files_outside_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _layouts_of_ones_own(tmp_path, monkeypatch)
    (own.parents[1] / "secret.txt").write_text("the secret", encoding="utf-8")
    own.write_text('#read("../secret.txt")', encoding="utf-8")
    with pytest.raises(LayoutBroken) as trouble:
        Press().pdf([LETTER], ON)
    assert str(tmp_path) not in str(trouble.value)


def _layouts_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a letter.typ that the press takes instead of ours."""
    own = tmp_path / "resources" / "layouts"
    own.mkdir(parents=True)
    monkeypatch.setattr(resources, "folder", lambda: own.parent)
    return own / "letter.typ"
