"""The body on paper: lists, quotations, faces, links, and lines that break where they should."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from appealdesk.letters import Letter, blocks
from appealdesk.paper import GlyphMissing, Part, layouts, preview, typeset
from tests.paper.samples import (
    HEBREW,
    LETTER,
    ON,
    RUSSIAN,
    changed,
    place_of,
    text_by_pdfium,
    words_by_pdfium,
    words_by_poppler,
)

BODY = """\
I ask you to:
- tell **her family** where she is;
- let her see a _lawyer_ of her own choosing.

The Declaration says:

> Everyone has the right to life.

3. Thank you.
4. Please reply to https://reply.letters.example/here."""
RICH = changed(
    body=BODY,
    special_mail="PAR AVION / AIR MAIL",
    reference="Your letter of 3 May",
    enclosures_label="Enclosures:",
    enclosures=("A petition",),
)


def tags(pdf: bytes) -> list[str]:
    """The structure of a PDF, in reading order."""
    root: Any = PdfReader(io.BytesIO(pdf)).root_object
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]).lstrip("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(root["/StructTreeRoot"]["/K"])
    return found


def fonts_of(pdf: bytes) -> set[str]:
    resources: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    return {str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()}


@pytest.mark.parametrize("layout", [row.name for row in layouts()])
@pytest.mark.parametrize("letter", [RICH, changed(RUSSIAN, body="Прошу Вас:\n1. ответить;\n2. помочь.")],
                         ids=["English", "Russian"])  # fmt: skip
def test_two_readers_find_the_same_words_on_every_layout(
    letter: Letter, layout: str, tmp_path: Path
) -> None:
    pdf = typeset(changed(letter, layout=layout), ON)
    found = words_by_pdfium(pdf)
    assert sorted(found) == sorted(words_by_poppler(pdf, tmp_path))
    body = [
        word for block in blocks(letter.body) for row in block.rows for word in row.text.split()
    ]
    for word in (*" ".join((*letter.address, letter.dateline, letter.closing)).split(), *body):
        assert word in found


def test_a_list_is_a_list_for_screen_readers_and_a_quotation_a_quotation() -> None:
    found = tags(typeset(RICH, ON))
    assert found.count("L") == 2
    assert found.count("LI") == 4
    assert found.count("LBody") == 4
    assert "BlockQuote" in found
    assert "Link" in found


def test_signs_are_set_as_what_they_mean() -> None:
    words = text_by_pdfium(typeset(RICH, ON))
    assert "**" not in words
    assert "_" not in words
    assert "– tell her family" in words
    assert "3. Thank you." in words
    assert "> Everyone" not in words


def test_bold_and_italic_have_faces_of_their_own() -> None:
    plain = {name.split("+")[1] for name in fonts_of(typeset(LETTER, ON))}
    rich = {name.split("+")[1] for name in fonts_of(typeset(RICH, ON))}
    assert any("Italic" in name for name in rich - plain)
    assert any("Bold" in name for name in rich)


def test_points_and_quotations_are_set_in() -> None:
    pdf = typeset(RICH, ON)
    margin = place_of(pdf, "I ask you to")[0]
    assert place_of(pdf, "tell her family")[0] > margin + 2
    assert place_of(pdf, "Everyone has")[0] > margin + 4
    assert place_of(pdf, "The Declaration")[0] == pytest.approx(margin, abs=0.5)


def test_a_link_is_shown_as_it_is_and_leads_there() -> None:
    page = PdfReader(io.BytesIO(typeset(RICH, ON))).pages[0]
    annotations: Any = page["/Annots"]
    (link,) = (one.get_object() for one in annotations)
    assert link["/A"]["/URI"] == "https://reply.letters.example/here"
    assert "https://reply.letters.example/here." in text_by_pdfium(typeset(RICH, ON))


def test_long_words_are_hyphenated_in_the_language_of_the_letter() -> None:
    german = changed(language="de", body="Wir bitten um " + "Menschenrechtsverteidigerinnen " * 40)
    words = text_by_pdfium(typeset(german, ON))
    assert "\x02" in words  # PDFium's sign for a hyphen at the end of a line
    assert "\x02" not in text_by_pdfium(typeset(changed(german, language="xx"), ON))


def test_a_name_is_never_broken() -> None:
    words = text_by_pdfium(typeset(changed(body="Shahrizoda " * 120), ON))
    assert words.count("Shahrizoda") == 120


def test_a_latin_line_in_a_hebrew_letter_runs_from_its_own_side() -> None:
    pdf = typeset(changed(HEBREW, body=HEBREW.body + "\n\nSamira, 12 Fountain Road"), ON)
    first, last = place_of(pdf, "Samira"), place_of(pdf, "Road")
    assert first[0] == pytest.approx(25, abs=1)
    assert first[2] < last[0] < 80


@pytest.mark.parametrize("extra", range(8))
def test_no_line_stands_alone_at_the_end_or_the_beginning_of_a_page(extra: int) -> None:
    sentence = "This sentence is here to fill a line and a little more than that. "
    body = "\n\n".join([*["Short."] * extra, *[sentence * 6] * 14])
    places = preview(changed(body=body), ON, 40, only=()).places
    parts: dict[int, list[float]] = {}
    for place in places:
        if place.part is Part.BODY:
            parts.setdefault(place.start, []).append(place.height)
    torn = [heights for heights in parts.values() if len(heights) > 1]
    two_lines = 2 * 11 * 25.4 / 72  # mm, without the space between them
    assert all(height > two_lines for heights in torn for height in heights)


def test_chinese_takes_a_font_of_the_system_or_says_that_there_is_none() -> None:
    letter = changed(language="zh", body="我写信给您是为了萨米拉的事。\n- 她是教师")
    try:
        pdf = typeset(letter, ON)
    except GlyphMissing as trouble:
        assert "CJK" in str(trouble)  # noqa: PT017  (either is right, by the fonts there are)
    else:
        assert "萨米拉" in text_by_pdfium(pdf)
