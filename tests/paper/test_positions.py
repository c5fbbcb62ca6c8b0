"""Where things stand on the sheet, read back with PDFium, within a millimetre."""

from __future__ import annotations

import pytest

from appealdesk.paper import layouts, typeset
from tests.paper.samples import HEBREW, LETTER, ON, PT_PER_MM, changed, place_of

NEAR = 1.0  # mm


@pytest.mark.parametrize(
    ("layout", "side", "address_top"), [("a4", 25.0, 48.0), ("us-letter", 25.4, 44.0)]
)
def test_plain_layouts_keep_their_margins(layout: str, side: float, address_top: float) -> None:
    (width,) = [row.width for row in layouts() if row.name == layout]
    pdf = typeset(changed(layout=layout), ON)
    left, top, _right, _bottom = place_of(pdf, "Orhan Velidov")
    assert left == pytest.approx(side, abs=NEAR)
    assert top == pytest.approx(address_top, abs=NEAR)
    assert place_of(pdf, "Marthe Vandenbroucke")[2] == pytest.approx(width - side, abs=NEAR)
    assert place_of(pdf, LETTER.dateline)[2] == pytest.approx(width - side, abs=NEAR)
    assert place_of(pdf, "Dear Minister")[0] == pytest.approx(side, abs=NEAR)


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)
def test_the_sheet_has_the_size_its_layout_says(layout: object) -> None:
    import pypdfium2

    row = next(found for found in layouts() if found == layout)
    with pypdfium2.PdfDocument(typeset(changed(layout=row.name), ON)) as document:
        width, height = document.get_page_size(0)
    assert width / PT_PER_MM == pytest.approx(row.width, abs=0.1)
    assert height / PT_PER_MM == pytest.approx(row.height, abs=0.1)


def test_there_is_room_for_a_signature() -> None:
    pdf = typeset(LETTER, ON)
    closing = place_of(pdf, "Yours sincerely")[3]
    # The name stands twice on the page: in the letterhead and under the signature.
    below = place_of(typeset(changed(signature="M. V."), ON), "M. V.")[1]
    assert 18 < below - closing < 26


def test_a_short_letterhead_does_not_move_the_address() -> None:
    with_head = place_of(typeset(LETTER, ON), "Orhan Velidov")[1]
    without = place_of(typeset(changed(from_lines=()), ON), "Orhan Velidov")[1]
    assert with_head == pytest.approx(without, abs=0.1)


def test_a_long_letterhead_never_runs_into_the_address() -> None:
    lines = tuple(f"Line {number} of the letterhead" for number in range(1, 13))
    pdf = typeset(changed(from_lines=lines), ON)
    assert place_of(pdf, "Orhan Velidov")[1] > place_of(pdf, lines[-1])[3] + 5


def test_a_hebrew_letter_begins_at_the_right_and_its_letterhead_stands_left() -> None:
    pdf = typeset(HEBREW, ON)
    assert place_of(pdf, "AZERBAIJAN")[2] == pytest.approx(210 - 25, abs=NEAR)
    assert place_of(pdf, "1000")[0] == pytest.approx(25, abs=NEAR)


def test_a_paragraph_in_latin_letters_runs_from_the_left_in_a_hebrew_letter() -> None:
    body = f"{HEBREW.body}\n\nShe taught at the school in Qarabulaq."
    # One word: PDFium hands out words of a right-to-left page in the order of that page.
    assert place_of(typeset(changed(HEBREW, body=body), ON), "She")[0] == pytest.approx(
        25, abs=NEAR
    )


def test_a_telephone_number_in_a_hebrew_line_reads_from_its_beginning() -> None:
    pdf = typeset(changed(HEBREW, body=f"{HEBREW.body} +32 2 555 01 02"), ON)
    assert place_of(pdf, "+32")[0] < place_of(pdf, "555")[0]
