"""Characters that no font has are named; other scripts take the system's fonts."""

from __future__ import annotations

from typing import Any

import pytest

from appealdesk.letters import Letter
from appealdesk.paper import GlyphMissing, fit, preview, typeset
from appealdesk.paper.glyphs import complained_of, line_with, name_of
from tests.paper.samples import LETTER, ON, changed, text_by_pdfium

PRIVATE = "\ue123"  # no font has a shape for it, by definition


def test_a_character_no_font_has_is_named_with_its_line() -> None:
    letter = changed(body=f"First line.\nHere it is: {PRIVATE}, and on.\nLast line.")
    with pytest.raises(GlyphMissing) as trouble:
        typeset(letter, ON)
    assert trouble.value.char == PRIVATE
    assert trouble.value.line == f"Here it is: {PRIVATE}, and on."
    assert "U+E123" in str(trouble.value)
    assert trouble.value.remedy


@pytest.mark.parametrize("make", [lambda one: preview(one, ON, 40), lambda one: fit(one, ON)])
def test_a_picture_and_the_fit_never_hide_a_missing_character(make: object) -> None:
    letter = changed(address=("Office", f"Room {PRIVATE}"))
    assert callable(make)
    with pytest.raises(GlyphMissing):
        make(letter)


def test_half_a_character_is_reported_and_its_line_can_be_printed() -> None:
    with pytest.raises(GlyphMissing) as trouble:
        typeset(changed(subject="Half \ud83d of it"), ON)
    assert "U+D83D" in str(trouble.value)
    str(trouble.value).encode("utf-8")


@pytest.mark.parametrize(
    "words", ["Γεια σας", "Привет, Ґалаґан", "שלום", "Žluťoučký kůň", "Nguyễn Thị", "e\u0301 – “x”"]
)
def test_european_scripts_and_hebrew_need_no_font_of_the_system(words: str) -> None:
    import typst

    asked = []
    original: Any = typst.Fonts

    def watched(*, include_system_fonts: bool) -> object:
        asked.append(include_system_fonts)
        return original(include_system_fonts=include_system_fonts)

    from appealdesk.paper.press import Press

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typst, "Fonts", watched)
        Press().pdf([changed(body=words)], ON)
    assert asked == [False]


def test_arabic_takes_a_font_of_the_system_or_says_that_there_is_none() -> None:
    letter: Letter = changed(language="ar", body="أكتب إليكم بشأن سميرة.")
    try:
        pdf = typeset(letter, ON)
    except GlyphMissing as trouble:
        assert "ARABIC" in str(trouble)  # noqa: PT017  (either is right, by the fonts there are)
    else:
        assert "سميرة" in text_by_pdfium(pdf).replace("\u200f", "")


def test_after_a_letter_with_a_missing_character_the_next_is_set_as_ever() -> None:
    before = typeset(LETTER, ON)
    with pytest.raises(GlyphMissing):
        typeset(changed(body=PRIVATE), ON)
    assert typeset(LETTER, ON) == before


def test_the_complaint_of_the_typesetter_is_understood() -> None:
    said = 'error: PDF/A-2a error: the text `"\\u{7}x"` could not be displayed with font `"A"`'
    assert complained_of(said) == "\x07"
    assert complained_of('the text `"\\""` could not be displayed with any font') == '"'
    assert complained_of("error: something else") == ""


def test_a_long_line_is_cut_short_around_the_character() -> None:
    line = line_with("!", ["before", "a" * 500 + "!" + "b" * 500])
    assert "!" in line
    assert len(line) <= 62
    assert line.startswith("…")
    assert line.endswith("…")


def test_names_are_those_of_unicode() -> None:
    assert name_of("中") == "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D"
    assert name_of(PRIVATE) == "U+E123"
