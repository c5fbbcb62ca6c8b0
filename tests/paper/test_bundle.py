"""Letters that go together: blank backs for the duplex printer, copies marked as such."""

from __future__ import annotations

import io

import pypdf
import pytest

from appealdesk.letters import Letter
from appealdesk.paper.manuscript import manuscript
from appealdesk.paper.press import LETTER as TEMPLATE
from appealdesk.paper.press import Copy, press
from tests.paper.samples import BODY, LETTER, ON, changed, place_of

TWO_PAGES = changed(body="\n\n".join([BODY] * 8))


def _bundle(*letters: Letter, **how: object) -> bytes:
    return press.sheets(Copy(TEMPLATE, {**manuscript(letters), **how}), ON)[0]


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
