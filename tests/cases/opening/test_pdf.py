"""A PDF is read as a person reads its pages: columns, heads and feet, page numbers."""

from __future__ import annotations

import re

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.hidden import PICTURE
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_pdf import Put, lines, pdf, rewritten, stream_of

PROSE = [
    "The schoolteacher Amina Torosyan was taken from her house on the morning of 4 March",
    "and has not been seen since. Her brother asked for her at two police stations.",
]


def texts(data: bytes) -> list[str]:
    form, rows = read(data)
    assert form is Format.PDF
    return [text for text, _page in rows]


def refused(data: bytes) -> Reason:
    with pytest.raises(Refused) as refusal:
        read(data)
    return refusal.value.reason


def test_lines_come_from_the_top_and_a_wide_step_parts_blocks() -> None:
    page = lines([*PROSE, "", "APPEALS TO:", "Minister of Justice"])
    assert texts(pdf([list(reversed(page))])) == [*PROSE, "", "APPEALS TO:", "Minister of Justice"]


def test_two_columns_of_addresses_are_read_one_after_the_other() -> None:
    left = [
        "Minister of Justice",
        "Levon Sarkisyan",
        "12 Abovian Street",
        "Yerevan",
        "Fax: +374 10 555 017",
    ]
    right = [
        "Prosecutor General",
        "Marta Hakobian",
        "5 Vazgen Street",
        "Email: office@gp.example.org",
    ]
    page = [
        *lines([*PROSE, "PLEASE SEND APPEALS TO:"]),
        *lines(left, top=730),
        *lines(right, left=320, top=730),
        *lines(
            ["Please check with your section office if sending appeals after the above date."],
            top=630,
        ),
    ]
    assert texts(pdf([page])) == [
        *PROSE,
        "PLEASE SEND APPEALS TO:",
        "",
        *left,
        "",
        *right,
        "",
        "Please check with your section office if sending appeals after the above date.",
    ]


def test_labels_beside_their_values_stay_on_their_line() -> None:
    page = [
        *lines(["Name:", "Gender:", "Deadline:"]),
        *lines(["Amina Torosyan", "f", "5 May 2015"], left=200),
    ]
    assert texts(pdf([page])) == ["Name:\tAmina Torosyan", "Gender:\tf", "Deadline:\t5 May 2015"]


def test_heads_are_said_once_and_page_numbers_not_at_all() -> None:
    pages = [
        [
            (60.0, 810.0, "AI Index: EUR 54/955/2015"),
            *lines([f"Page {word} says this."]),
            (300.0, 30.0, number),
        ]
        for word, number in (("one", "1"), ("two", "2"), ("three", "3"))
    ]
    assert texts(pdf(pages)) == [
        "AI Index: EUR 54/955/2015",
        "",
        "Page one says this.",
        "",
        "Page two says this.",
        "",
        "Page three says this.",
    ]


def test_a_foot_that_says_something_of_its_own_is_kept_at_the_end() -> None:
    pages = [
        [*lines([f"Text {n}."]), (60.0, 30.0, f"UA: 12/15 Index: EUR 54/955/2015 {n}")]
        for n in "12"
    ]
    assert texts(pdf(pages))[-1] == "UA: 12/15 Index: EUR 54/955/2015"
    assert texts(pdf(pages)).count("UA: 12/15 Index: EUR 54/955/2015") == 1


def test_a_sentence_goes_on_over_the_end_of_the_page() -> None:
    assert texts(pdf([lines(PROSE[:1]), lines(PROSE[1:])])) == PROSE


def test_pages_are_numbered() -> None:
    _form, rows = read(pdf([lines(["Alpha."]), lines(["Beta."])]))
    assert list(rows) == [("Alpha.", 1), ("", 2), ("Beta.", 2)]


def test_text_off_the_page_is_not_read() -> None:
    assert texts(
        pdf([[*lines(["Seen."]), (60.0, 2000.0, "Not seen."), (-900.0, 400.0, "Nor this.")]])
    ) == ["Seen."]


def with_pictures(pages: list[list[Put]], *scanned: int, height: int = 700) -> bytes:
    """Return a PDF of which some pages (counted from 0) show a picture as well."""
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
    )
    whole = pdf(pages, extra=[image])
    for index in scanned:
        content = stream_of(pages[index])
        drawn = content + b" q 500 0 0 %d 40 40 cm /I Do Q" % height
        old = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        new = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
        at = whole.index(b"%d 0 obj" % (11 + 2 * index))
        whole = whole[:at] + whole[at:].replace(old, new, 1)
    return rewritten(whole, b"/Resources <<", b"/Resources << /XObject << /I 900 0 R >>")


def test_a_scanned_pdf_says_so() -> None:
    assert refused(with_pictures([[]], 0)) is Reason.SCANNED


def test_a_scanned_page_among_pages_of_text_is_told() -> None:
    pages = [lines(PROSE), [], lines(["The end."])]
    form, rows = read(with_pictures(pages, 1))
    assert form is Format.PDF
    assert list(rows) == [
        *((line, 1) for line in PROSE),
        ("", 2),
        (PICTURE, 2),
        ("", 2),
        ("The end.", 3),
    ]


def test_a_scan_under_a_typed_head_is_told_as_well() -> None:
    assert texts(with_pictures([lines(PROSE), lines(["Annex"])], 1))[-3:] == [PICTURE, "", "Annex"]


def test_a_photograph_beside_text_is_no_scanned_page() -> None:
    assert PICTURE not in texts(with_pictures([lines(PROSE * 3), lines(["Annex"])], 0))
    assert PICTURE not in texts(with_pictures([lines(PROSE), lines(["Annex"])], 1, height=100))


def test_a_page_of_drawn_letters_is_told() -> None:
    outlines = b"".join(b"%d 700 m %d 710 l S " % (n, n) for n in range(60, 460))
    data = pdf([lines(PROSE), []])
    assert PICTURE in texts(
        rewritten(
            data,
            b"<< /Length 0 >>\nstream\n",
            b"<< /Length %d >>\nstream\n%s" % (len(outlines), outlines),
        )
    )


def test_an_empty_page_holds_no_words() -> None:
    assert refused(pdf([[]])) is Reason.NO_TEXT


def test_rubbish_after_a_pdf_head_is_damaged() -> None:
    assert refused(b"%PDF-1.7\n" + b"rubbish " * 50) is Reason.DAMAGED


@pytest.mark.parametrize("raised", [b"703", b"705"])
def test_the_raised_number_of_a_note_does_not_become_part_of_a_year(raised: bytes) -> None:
    small = b"BT /F1 7 Tf 1 0 0 1 125 %s Tm (1) Tj ET" % raised
    data = rewritten(
        pdf([[(60.0, 700.0, "16 April 2015")]]), b" ET\nendstream", b" ET %s\nendstream" % small
    )
    assert texts(re.sub(rb"/Length \d+", b"/Length 108", data)) == ["16 April 2015 1"]
