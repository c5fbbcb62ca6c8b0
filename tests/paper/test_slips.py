"""Address slips for people who write by hand."""

from __future__ import annotations

import io

import pypdf
import pytest

from appealdesk.paper import Sheets, Slip, TooLong, sheets_pdf, slip_pages
from tests.paper.postings import ENDLESS, NINE, SHORT
from tests.paper.samples import ON, place_of, text_by_pdfium

SLIP = Slip(
    posting=SHORT,
    about="UA 31/25 Samir Quliyev",
    notes=(("Begin with:", "Dear Minister,"), ("Post before:", "20 April 2025"), ("Fax:", "")),
)


def _sheets(*slips: Slip, paper: str = "a4") -> Sheets:
    return slip_pages(slips, paper, "en")


def test_a_slip_says_what_a_writer_needs_and_nothing_of_any_sender() -> None:
    text = text_by_pdfium(sheets_pdf(_sheets(SLIP), ON))
    for words in ("UA 31/25", "Orhan Velidov", "AZERBAIJAN", "Begin with: Dear Minister,"):
        assert words in text
    assert "Ekström" not in text
    assert "Fax" not in text  # what is not known leaves no empty line


@pytest.mark.parametrize(
    ("paper", "width", "height"), [("a4", 210, 297), ("us-letter", 215.9, 279.4)]
)
def test_eight_slips_stand_on_a_sheet_each_in_its_own_field(
    paper: str, width: float, height: float
) -> None:
    names = [f"Recipient{number}." for number in range(1, 10)]
    slips = [
        Slip(posting=SHORT.__class__(name=name, language="en", address=(name, "Lima")), about="UA")
        for name in names
    ]
    pdf = sheets_pdf(_sheets(*slips, paper=paper), ON)
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 2
    for at, name in enumerate(names[:8]):
        row, column = divmod(at, 2)
        left, top, right, bottom = place_of(pdf, name)
        assert column * width / 2 + 9 < left < right < (column + 1) * width / 2 - 9
        assert row * height / 4 + 9 < top < bottom < (row + 1) * height / 4 - 9


def test_nine_lines_have_room() -> None:
    assert "P.O. Box 1234" in text_by_pdfium(
        sheets_pdf(_sheets(Slip(posting=NINE, about="UA")), ON)
    )


def test_an_address_that_cannot_fit_is_refused_by_name() -> None:
    with pytest.raises(TooLong, match="Tagiyev"):
        sheets_pdf(_sheets(SLIP, Slip(posting=ENDLESS, about="UA")), ON)
