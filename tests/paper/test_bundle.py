"""Letters that go together: blank backs for the duplex printer, copies marked as such."""

from __future__ import annotations

import ctypes
import io

import msgspec
import pypdf
import pypdfium2
import pytest

from appealdesk.letters import FaxHead, Letter
from appealdesk.paper import Cover, CoverRow, fax_pages, sheets_pdf, together
from tests.paper.samples import BODY, LETTER, ON, changed, place_of

TWO_PAGES = changed(body="\n\n".join([BODY] * 8))


COVER = Cover(
    language="en",
    title="UA 31/25 Samir Quliyev",
    lines=("Post before 20 April 2025",),
    columns=("", "To", "How", "Sent on"),
    letters=(
        CoverRow(to=("Orhan Velidov", "Minister"), ways=("By post", "By fax: 00 994 12 555 01 01")),
        CoverRow(to=("Leyla Hasanzade",), ways=("By post",)),
    ),
)
FAX = FaxHead(
    title="Fax",
    rows=(
        ("To:", ("Orhan Velidov", "Minister")),
        ("Fax:", ("00 994 12 555 01 01",)),
        ("Subject:", ("",)),
    ),
    pages_label="Pages:",
)


def _bundle(*letters: Letter, cover: Cover | None = None, duplex: bool = False) -> bytes:
    return sheets_pdf(together(letters, cover, duplex=duplex), ON)


def _pages(pdf: bytes) -> list[str]:
    return [page.extract_text().strip() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_for_a_duplex_printer_every_letter_begins_on_the_front_of_a_sheet() -> None:
    pages = _pages(_bundle(LETTER, TWO_PAGES, LETTER, duplex=True))
    assert [bool(text) for text in pages] == [True, False, True, True, True]
    assert "1 / 2" in pages[2]
    assert "2 / 2" in pages[3]


def test_otherwise_no_sheet_is_left_blank() -> None:
    assert all(_pages(_bundle(LETTER, TWO_PAGES, LETTER)))


def test_a_copy_says_that_it_is_one_above_everything_else() -> None:
    pdf = _bundle(changed(mark="Copy"))
    _left, top, _right, bottom = place_of(pdf, "Copy")
    assert 8 < top < bottom < place_of(pdf, LETTER.from_lines[0])[1]


def test_a_mark_moves_nothing() -> None:
    marked = _bundle(changed(mark="Copy"))
    plain = _bundle(LETTER)
    for words in ("Orhan Velidov", "Yours sincerely"):
        assert place_of(marked, words) == pytest.approx(place_of(plain, words))


def test_a_cover_sheet_goes_before_the_letters_and_names_them_all() -> None:
    pages = _pages(_bundle(LETTER, LETTER, cover=COVER))
    assert len(pages) == 3
    for words in (COVER.title, "Orhan Velidov", "Leyla Hasanzade", "By fax: 00 994 12 555 01 01"):
        assert words in pages[0]
    assert "Dear Minister" in pages[1]


def test_with_a_cover_sheet_too_every_letter_has_a_sheet_of_its_own() -> None:
    pages = _pages(_bundle(TWO_PAGES, LETTER, cover=COVER, duplex=True))
    assert [bool(text) for text in pages] == [True, False, True, True, True]
    assert "2 / 2" in pages[3]


def test_a_cover_sheet_of_a_hundred_letters_goes_on_to_the_next_page() -> None:
    rows = tuple(CoverRow(to=(f"Office {n}",), ways=("By post",)) for n in range(1, 101))
    cover = msgspec.structs.replace(COVER, letters=rows)
    pages = _pages(_bundle(LETTER, cover=cover))
    assert all(f"Office {number}" in " ".join(pages[:-1]) for number in range(1, 101))


@pytest.mark.parametrize(("letter", "count"), [(LETTER, "2"), (TWO_PAGES, "4")])
def test_a_fax_says_how_many_pages_it_has(letter: Letter, count: str) -> None:
    pages = _pages(sheets_pdf(fax_pages(FAX, letter), ON))
    assert len(pages) == int(count)
    assert pages[0].split("Pages:")[1].strip() == count
    assert "Subject" not in pages[0]  # there was none


def test_the_letter_of_a_fax_is_set_larger() -> None:
    fax = sheets_pdf(fax_pages(FAX, LETTER), ON)
    left, _top, right, _bottom = place_of(fax, "Yours sincerely", page=1)
    usual = place_of(_bundle(LETTER), "Yours sincerely")
    assert right - left == pytest.approx((usual[2] - usual[0]) * 1.2, rel=0.02)


def test_a_fax_is_black_on_white_and_has_no_hairlines() -> None:
    """At 204 x 196 points an inch, the fine mode of group 3, nothing is grey and no rule is lost."""
    with pypdfium2.PdfDocument(sheets_pdf(fax_pages(FAX, LETTER), ON)) as document:
        drawn = [found for page in document for found in page.get_objects()]
        for found in drawn:
            shade = [ctypes.c_uint() for _channel in range(4)]
            assert pypdfium2.raw.FPDFPageObj_GetFillColor(found, *map(ctypes.byref, shade))
            assert [channel.value for channel in shade] == [0, 0, 0, 255]
        rules = [found for found in drawn if found.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
        thickness = ctypes.c_float()
        for rule in rules:
            assert pypdfium2.raw.FPDFPageObj_GetStrokeWidth(rule, ctypes.byref(thickness))
            assert thickness.value >= 1
        assert len(rules) == 2


def test_nothing_to_put_together_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no letters"):
        together([])
