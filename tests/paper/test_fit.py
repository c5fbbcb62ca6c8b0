"""How full a page is, and the quiet means that keep a letter on one page."""

from __future__ import annotations

import pytest

from appealdesk.letters import Letter
from appealdesk.paper import fit, layouts, preview, typeset, typeset_all
from tests.paper.samples import LETTER, ON, changed, place_of, text_by_pdfium

LINE = "One short line."


def with_lines(count: int) -> Letter:
    """Return the letter with so many lines more, one paragraph of them."""
    return changed(body=LETTER.body + "\n\n" + "\n".join([LINE] * count))


def test_a_short_letter_has_lines_to_spare() -> None:
    full = fit(LETTER, ON)
    assert (full.pages, full.over, full.size, full.tightened) == (1, 0, 11, False)
    assert full.spare > 3


def test_the_lines_to_spare_are_really_there() -> None:
    # One line goes for the gap of the new paragraph.
    spare = fit(LETTER, ON).spare
    filled = fit(with_lines(spare - 1), ON)
    assert (filled.pages, filled.tightened) == (1, False)
    assert fit(with_lines(spare + 1), ON).tightened


def test_spacing_gives_way_before_size_and_size_never_below_ten() -> None:
    seen = []
    for count in range(1, 60):
        full = fit(with_lines(count), ON)
        if full.pages > 1:
            break
        seen.append((full.size, full.tightened))
    assert [size for size, _ in seen] == sorted((size for size, _ in seen), reverse=True)
    assert (11, True) in seen
    assert (10, True) in seen
    assert {size for size, _ in seen} == {11, 10.5, 10}


def test_what_is_too_much_for_one_page_is_counted_and_the_second_page_set_at_ease() -> None:
    count = next(count for count in range(60) if fit(with_lines(count), ON).pages > 1)
    full = fit(with_lines(count + 4), ON)
    assert (full.pages, full.spare, full.size, full.tightened) == (2, 0, 11, False)
    assert full.over == fit(with_lines(count), ON).over + 4
    assert fit(with_lines(count + 4 - full.over), ON).pages == 1


def test_pages_are_numbered_only_when_there_are_several() -> None:
    assert "1 / 1" not in text_by_pdfium(typeset(LETTER, ON))
    long = typeset(with_lines(60), ON)
    assert "1 / 2" in text_by_pdfium(long)
    assert "2 / 2" in text_by_pdfium(long)


def test_the_signature_never_stands_alone_on_a_page() -> None:
    first = next(count for count in range(60) if fit(with_lines(count), ON).pages > 1)
    for count in range(first, first + 8):
        one = changed(
            body="\n\n".join(
                [LETTER.body, *[LINE] * count, "The last words stay with the closing."]
            )
        )
        pages = fit(one, ON).pages
        pdf = typeset(one, ON)
        assert place_of(pdf, "The last words", pages - 1)
        assert place_of(pdf, "Yours sincerely", pages - 1)


def test_the_fit_is_the_same_after_a_picture_of_another_letter() -> None:
    expected = fit(LETTER, ON)
    preview(with_lines(60), ON, 40)
    assert fit(LETTER, ON) == expected
    preview(LETTER, ON, 40)
    assert fit(LETTER, ON) == expected


def test_there_is_a_picture_of_every_page() -> None:
    pictures = [page.png() for page in preview(with_lines(60), ON, 50).pictures]
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.startswith(b"\x89PNG\r\n")
        # IHDR: width and height follow the signature and the chunk's head.
        assert int.from_bytes(picture[16:20], "big") == pytest.approx(210 / 25.4 * 50, abs=1)


def test_in_one_file_each_letter_counts_its_own_pages() -> None:
    words = text_by_pdfium(typeset_all([with_lines(60), LETTER, with_lines(60)], ON))
    assert words.count("1 / 2") == words.count("2 / 2") == 2
    assert words.count(" / ") == 4


FILL = "\n\n".join([LETTER.body] * 3)


def test_the_shortest_paragraph_that_is_enough_is_named_to_be_cut() -> None:
    short, enough, long = (LINE * count for count in (2, 40, 90))
    letter = changed(body=f"{FILL}\n\n{enough}\n\n{short}\n\n{long}")
    found = fit(letter, ON).cut
    assert found is not None
    assert found.enough
    assert letter.body[found.start : found.end] == enough
    assert found.words.startswith("One short line.")
    without = letter.body[: found.start] + letter.body[found.end :]
    assert fit(changed(body=without), ON).pages == 1


def test_where_no_paragraph_is_enough_the_longest_is_named() -> None:
    letter = changed(body="\n\n".join([LINE * 60, LINE * 70, LINE * 50, FILL]))
    found = fit(letter, ON).cut
    assert found is not None
    assert not found.enough
    assert letter.body[found.start : found.end] == LINE * 70


def test_nothing_is_named_to_be_cut_from_a_letter_that_fits() -> None:
    assert fit(LETTER, ON).cut is None
    assert fit(Letter(kind=LETTER.kind, language="en", layout="a4", recipient=1), ON).cut is None


@pytest.mark.parametrize("layout", [row.name for row in layouts()])
def test_every_layout_tightens_before_it_takes_a_second_page(layout: str) -> None:
    fits = [fit(changed(with_lines(count), layout=layout), ON) for count in range(4, 34, 3)]
    pages = [one.pages for one in fits]
    assert pages == sorted(pages)
    assert any(one.tightened and one.pages == 1 for one in fits)
    assert any(one.pages == 2 and one.over > 0 for one in fits)
    assert all((one.over > 0) == (one.pages > 1) for one in fits)


def test_in_a_large_batch_every_letter_is_set_as_it_is_alone() -> None:
    several = [with_lines(count) for count in (0, 14, 18, 60)] * 6
    words = text_by_pdfium(typeset_all(several, ON))
    alone = [text_by_pdfium(typeset(one, ON)) for one in several[:4]]
    assert words.split() == "\n".join(alone * 6).split()
    batch = typeset_all(several, ON)
    at = 0
    for one in several:
        assert place_of(batch, "Yours sincerely", at + fit(one, ON).pages - 1) == pytest.approx(
            place_of(typeset(one, ON), "Yours sincerely", fit(one, ON).pages - 1), abs=0.05
        )
        at += fit(one, ON).pages
