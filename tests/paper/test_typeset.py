"""A letter as a PDF: every word on it, in order, tagged, the same each time, with no traces."""

from __future__ import annotations

import datetime as dt
import getpass
import io
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from appealdesk.letters import Letter
from appealdesk.paper import NoSuchLayout, typeset, typeset_all
from tests.paper.samples import (
    BODY,
    HEBREW,
    LETTER,
    ON,
    RUSSIAN,
    changed,
    everything_in,
    text_by_pdfium,
    words_by_pdfium,
    words_by_poppler,
)

OTHER = changed(address=("Leyla Hasanzade", "7 Quarry Lane", "AZERBAIJAN"), title="UA 31/13")


def words(letter: Letter) -> list[str]:
    """Return the words of a letter in the order of the page."""
    return " ".join(
        [
            *letter.from_lines,
            *letter.address,
            letter.dateline,
            letter.subject,
            letter.salutation,
            letter.body,
            letter.closing,
            letter.signature,
            letter.copies_label,
            *letter.copies,
        ]
    ).split()


@pytest.mark.parametrize("letter", [LETTER, RUSSIAN], ids=["English", "Russian"])
def test_two_readers_find_every_word_in_order(letter: Letter, tmp_path: Path) -> None:
    pdf = typeset(letter, ON)
    assert words_by_pdfium(pdf) == words(letter)
    assert words_by_poppler(pdf, tmp_path) == words(letter)


def test_words_that_look_like_markup_come_out_as_they_are() -> None:
    body = '#read("/etc/passwd") $x$ *b* _i `c` @ref <l> = head\n- one // two /* three */ \\ ~ #'
    assert words_by_pdfium(typeset(changed(body=body), ON)) == words(changed(body=body))


def test_the_same_letter_and_date_always_give_the_same_bytes() -> None:
    first = typeset(LETTER, ON)
    typeset(OTHER, ON)
    assert typeset(LETTER, ON) == first


def test_another_date_is_told_in_the_file_and_nothing_else_of_the_time() -> None:
    created = PdfReader(io.BytesIO(typeset(LETTER, dt.date(2014, 12, 31)))).metadata
    assert created is not None
    assert created.creation_date == dt.datetime(2014, 12, 31, 12, tzinfo=dt.UTC)
    assert typeset(LETTER, ON) != typeset(LETTER, dt.date(2014, 12, 31))


@pytest.mark.parametrize(
    ("letter", "language"), [(LETTER, "en"), (RUSSIAN, "ru"), (HEBREW, "he")], ids=str
)
def test_a_screen_reader_finds_language_title_and_structure(letter: Letter, language: str) -> None:
    reader = PdfReader(io.BytesIO(typeset(letter, ON)))
    root: Any = reader.root_object
    assert str(root["/Lang"]) == language
    assert root["/MarkInfo"].get_object()["/Marked"].value is True
    assert root["/ViewerPreferences"].get_object()["/DisplayDocTitle"].value is True
    assert "/K" in root["/StructTreeRoot"].get_object()
    assert reader.metadata is not None
    assert reader.metadata.title == letter.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in everything_in(typeset(letter, ON))


def test_the_subject_is_a_heading_for_screen_readers() -> None:
    outline: list[Any] = PdfReader(io.BytesIO(typeset(LETTER, ON))).outline
    assert [entry.title for entry in outline] == [LETTER.subject]


def test_a_regional_language_keeps_its_region() -> None:
    reader = PdfReader(io.BytesIO(typeset(changed(language="pt-BR"), ON)))
    assert str(reader.root_object["/Lang"]) == "pt-BR"


def test_every_font_travels_in_the_file() -> None:
    reader = PdfReader(io.BytesIO(typeset(LETTER, ON)))
    resources: Any = reader.pages[0]["/Resources"]
    fonts = resources["/Font"]
    assert fonts
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.get_object())


def test_the_file_says_nothing_of_the_computer_or_the_person_at_it(home: Path) -> None:
    inside = everything_in(typeset(LETTER, ON)).lower()
    assert b"samira" in inside
    for trace in (str(home), str(Path.home()), str(Path.cwd()), "/home/", socket.gethostname()):
        assert trace.lower().encode() not in inside
    # A name as short as "root" may be in a word of the format: /StructTreeRoot.
    assert f"({getpass.getuser()})".encode() not in inside
    metadata = PdfReader(io.BytesIO(typeset(LETTER, ON))).metadata
    assert metadata is not None
    assert metadata.author is None
    assert metadata.producer is None or "Typst" in metadata.producer


def test_a_sender_who_gives_nothing_leaves_nothing() -> None:
    bare = changed(from_lines=(), signature="", dateline="5 February 2013", copies=())
    inside = everything_in(typeset(bare, ON))
    assert b"Vandenbroucke" not in inside
    assert b"Bruxelles" not in inside
    assert words_by_pdfium(typeset(bare, ON))[0] == "Orhan"


def test_a_letter_of_a_body_alone_is_still_a_letter() -> None:
    bare = Letter(kind=LETTER.kind, language="en", layout="a4", recipient=1, body=BODY)
    assert words_by_pdfium(typeset(bare, ON)) == BODY.split()
    metadata = PdfReader(io.BytesIO(typeset(bare, ON))).metadata
    assert metadata is not None
    assert metadata.title == "Letter"


def test_an_empty_letter_gives_an_empty_page() -> None:
    empty = Letter(kind=LETTER.kind, language="", layout="a4", recipient=1)
    assert words_by_pdfium(typeset(empty, ON)) == []


def test_line_breaks_inside_a_paragraph_are_kept() -> None:
    lines = text_by_pdfium(typeset(changed(body="Ask for:\n1. a lawyer\n2. a doctor"), ON))
    assert {"Ask for:", "1. a lawyer", "2. a doctor"} <= set(lines.splitlines())


def test_a_word_without_end_stays_on_the_sheet() -> None:
    word = "W" * 300
    pdf = typeset(changed(body=word, address=("M" * 90,)), ON)
    assert text_by_pdfium(pdf).replace("\n", "").replace("\r", "").count("W") == 300
    with_width = PdfReader(io.BytesIO(pdf)).pages[0].mediabox.width
    from tests.paper.samples import PT_PER_MM, place_of

    right = place_of(pdf, "W" * 10)[2]
    assert right < float(with_width) / PT_PER_MM - 20


def test_a_layout_that_is_not_there_is_named() -> None:
    with pytest.raises(NoSuchLayout, match="papyrus") as trouble:
        typeset(changed(layout="papyrus"), ON)
    assert "us-letter" in trouble.value.remedy


def test_all_letters_in_one_file_follow_each_other_with_a_bookmark_each(tmp_path: Path) -> None:
    pdf = typeset_all([LETTER, OTHER, RUSSIAN], ON)
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 3
    names = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert names == ["Orhan Velidov", "Leyla Hasanzade", "Orhan Velidov"]
    assert words_by_poppler(pdf, tmp_path) == words(LETTER) + words(OTHER) + words(RUSSIAN)


def test_letters_on_different_sheets_keep_their_sheets_in_one_file() -> None:
    reader = PdfReader(io.BytesIO(typeset_all([LETTER, changed(layout="us-letter")], ON)))
    assert [round(float(page.mediabox.height)) for page in reader.pages] == [842, 792]


def test_no_letters_make_no_file() -> None:
    with pytest.raises(ValueError, match="no letters"):
        typeset_all([], ON)


def test_letters_set_at_the_same_time_are_what_they_are_one_after_another() -> None:
    several = [changed(subject=f"Letter {number}") for number in range(8)]
    alone = [typeset(one, ON) for one in several]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda one: typeset(one, ON), several)) == alone
