"""Envelopes: the address where postmen and machines look for it, the sender in the corner."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest

from appealdesk.errors import Trouble
from appealdesk.letters import Posting
from appealdesk.paper import Envelope, Sheets, TooLong, envelope_sheets, envelopes, sheets_pdf
from appealdesk.paper import sheet_images as images_of
from tests.paper.postings import ENDLESS, HEBREW, NINE, SHORT, changed
from tests.paper.samples import ON, PT_PER_MM, place_of, text_by_pdfium

NEAR = 1.0  # mm
SIZES = pytest.mark.parametrize("size", envelopes(), ids=lambda size: size.name)


def _pdf(*postings: Posting, size: str = "dl") -> bytes:
    return sheets_pdf(envelope_sheets(postings, size), ON)


def _ink(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom in mm of everything drawn on a page, as PDFium finds it."""
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page].get_height()
        boxes = [found.get_bounds() for found in document[page].get_objects()]
    return [
        (x / PT_PER_MM, (height - t) / PT_PER_MM, r / PT_PER_MM, (height - b) / PT_PER_MM)
        for x, b, r, t in boxes
    ]


@SIZES
def test_the_sheet_has_the_size_of_the_envelope(size: Envelope) -> None:
    page = pypdf.PdfReader(io.BytesIO(_pdf(SHORT, size=size.name))).pages[0]
    assert float(page.mediabox.width) / PT_PER_MM == pytest.approx(size.width, abs=0.1)
    assert float(page.mediabox.height) / PT_PER_MM == pytest.approx(size.height, abs=0.1)


@SIZES
def test_the_address_begins_where_the_table_says(size: Envelope) -> None:
    pdf = _pdf(SHORT, size=size.name)
    left, top, *_rest = place_of(pdf, "Orhan Velidov")
    assert left == pytest.approx(size.left, abs=NEAR)
    assert top == pytest.approx(size.top, abs=NEAR)


@SIZES
@pytest.mark.parametrize("posting", [SHORT, NINE, HEBREW], ids=["short", "nine lines", "Hebrew"])
def test_stamps_and_the_codes_of_machines_have_their_room(size: Envelope, posting: Posting) -> None:
    for left, top, right, bottom in _ink(_pdf(posting, size=size.name)):
        assert left > 10
        assert right <= size.width - 15 + 0.1
        assert bottom <= size.height - 16 + 0.1
        assert top > 40 or right < size.width - 74


def test_the_sender_stands_in_the_corner_and_the_airmail_mark_below() -> None:
    pdf = _pdf(SHORT)
    left, top, *_rest, bottom = place_of(pdf, "Maud Ekström-Lavoie")
    assert [left, top] == pytest.approx([12, 12], abs=NEAR)
    assert bottom < place_of(pdf, "BELGIUM")[1] < place_of(pdf, "PAR AVION")[1]
    assert place_of(pdf, "BY AIRMAIL")[2] < place_of(pdf, "Orhan")[0]


def test_nothing_stands_where_nothing_shall_show() -> None:
    text = text_by_pdfium(_pdf(changed(back=(), airmail=())))
    assert text.split() == " ".join(SHORT.address).split()


def test_every_line_stands_as_it_was_given() -> None:
    lines = [line.strip() for line in text_by_pdfium(_pdf(NINE)).splitlines()]
    assert [line for line in lines if line in NINE.address] == list(NINE.address)


def test_a_hebrew_address_begins_at_the_right_and_its_country_too() -> None:
    pdf = _pdf(HEBREW)
    assert place_of(pdf, "ISRAEL")[2] == pytest.approx(220 - 15, abs=NEAR)
    assert place_of(pdf, HEBREW.address[0].split()[0])[2] == pytest.approx(220 - 15, abs=NEAR)


def test_an_address_that_cannot_fit_is_refused_by_name() -> None:
    with pytest.raises(TooLong) as told:
        _pdf(SHORT, ENDLESS)
    assert "Tagiyev" in told.value.what
    assert "DL" in told.value.what
    assert told.value.remedy


def test_a_senders_address_that_cannot_fit_is_not_cut_off() -> None:
    with pytest.raises(TooLong):
        _pdf(changed(back=tuple(f"Line {number}" for number in range(30))))


def test_each_letter_has_an_envelope_of_its_own() -> None:
    reader = pypdf.PdfReader(io.BytesIO(_pdf(SHORT, NINE, HEBREW)))
    assert ["AZERBAIJAN" in page.extract_text() for page in reader.pages] == [True, True, False]


def test_a_size_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(Trouble, match="c4") as told:
        envelope_sheets([SHORT], "c4")
    assert "c5" in told.value.remedy


def test_names_of_sizes_are_taken_as_people_write_them() -> None:
    assert envelope_sheets([SHORT], " #10 ") == envelope_sheets([SHORT], "10")
    assert envelope_sheets([SHORT], "C6") == envelope_sheets([SHORT], "c6")


def test_the_picture_is_that_of_the_same_sheet() -> None:
    sheets: Sheets = envelope_sheets([SHORT, NINE], "c6")
    pictures = images_of(sheets, ON, 50)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_hostile_words_in_an_address_are_only_words(hostile_text: str) -> None:
    posting = changed(address=("Office", *hostile_text.splitlines()[:3], "LIMA"))
    try:
        text = text_by_pdfium(_pdf(posting))
    except Trouble:
        return  # too long, or no font has it: said, and nothing made
    assert "LIMA" in text
