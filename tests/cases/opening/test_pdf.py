"""A PDF is read as a person reads its pages: columns, heads and feet, page numbers."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_pdf import lines, pdf, written

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


def test_a_scanned_pdf_says_so() -> None:
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
    )
    content = b"q 500 0 0 700 40 40 cm /I Do Q"
    data = written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /XObject << /I 4 0 R >> >> >>",
            4: image,
            5: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        }
    )
    assert refused(data) is Reason.SCANNED


def test_an_empty_page_holds_no_words() -> None:
    assert refused(pdf([[]])) is Reason.NO_TEXT


def test_rubbish_after_a_pdf_head_is_damaged() -> None:
    assert refused(b"%PDF-1.7\n" + b"rubbish " * 50) is Reason.DAMAGED
