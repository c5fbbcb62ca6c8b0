"""Labels: each address on its own label, begun at any of them, on any sheet one can describe."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import msgspec
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealdesk.letters import Posting
from appealdesk.paper import (
    BadLabels,
    LabelSheet,
    TooLong,
    label_pages,
    label_sheet,
    label_sheets,
    own_label_sheet,
    sheets_pdf,
)
from tests.paper.postings import ENDLESS, HEBREW, NINE, SHORT, changed
from tests.paper.samples import ON, place_of, places_of, text_by_pdfium

NEAR = 1.0  # mm
NAMES = pytest.mark.parametrize("name", list(label_sheets()))
OWN = """
paper: a4
rows: 4
columns: 2
width: 90
height: 60
left: 10
top: 20
across: 95
down: 62
"""


def _numbered(count: int) -> list[Posting]:
    return [changed(address=(f"No{number}.", "Lima")) for number in range(1, count + 1)]


def _pdf(postings: list[Posting], sheet: LabelSheet, **how: Any) -> bytes:
    return sheets_pdf(label_pages(postings, sheet, **how), ON)


@NAMES
def test_each_address_stands_on_its_own_label(name: str) -> None:
    sheet = label_sheet(name)
    pdf = _pdf(_numbered(sheet.many), sheet)
    for number in (1, 2, sheet.columns + 1, sheet.many):
        row, column = divmod(number - 1, sheet.columns)
        left, top, right, bottom = place_of(pdf, f"No{number}.")
        x, y = sheet.left + column * sheet.across, sheet.top + row * sheet.down
        assert left == pytest.approx(x + 5, abs=NEAR)
        assert right < x + sheet.width
        # "Lima" stands below it: the two lines lie about the middle of the label.
        middle = (top + places_of(pdf, "Lima")[number - 1][3]) / 2
        assert middle == pytest.approx(y + sheet.height / 2, abs=NEAR)
        assert y < top < bottom < y + sheet.height


@NAMES
def test_the_labels_fill_one_sheet_and_go_on_to_the_next(name: str) -> None:
    sheet = label_sheet(name)
    reader = pypdf.PdfReader(io.BytesIO(_pdf(_numbered(sheet.many + 1), sheet)))
    assert len(reader.pages) == 2
    assert f"No{sheet.many + 1}." in reader.pages[1].extract_text()


def test_the_first_labels_may_be_used_up_already() -> None:
    sheet = label_sheet("l7160")
    pdf = _pdf(_numbered(2), sheet, start=sheet.many)
    last = place_of(pdf, "No1.")
    assert last[0] == pytest.approx(sheet.left + 2 * sheet.across + 5, abs=NEAR)
    assert last[1] > sheet.top + 6 * sheet.down
    assert place_of(pdf, "No2.", page=1)[0] == pytest.approx(sheet.left + 5, abs=NEAR)


def test_several_labels_can_be_made_for_each_address() -> None:
    words = text_by_pdfium(_pdf(_numbered(2), label_sheet("5163"), copies=3)).split()
    assert [word for word in words if word.startswith("No")] == ["No1."] * 3 + ["No2."] * 3


def test_nine_lines_shrink_onto_a_label_of_the_usual_size() -> None:
    text = text_by_pdfium(_pdf([NINE], label_sheet("l7163")))
    assert text.split() == " ".join(NINE.address).split()


@NAMES
def test_an_address_that_cannot_fit_is_refused_by_name(name: str) -> None:
    with pytest.raises(TooLong, match="Tagiyev"):
        _pdf([SHORT, ENDLESS], label_sheet(name))


def test_a_hebrew_address_runs_from_the_right_of_its_label() -> None:
    sheet = label_sheet("l7163")
    assert place_of(_pdf([HEBREW], sheet), "ISRAEL")[2] == pytest.approx(
        sheet.left + sheet.width - 5, abs=NEAR
    )


def test_a_sheet_of_ones_own_is_printed_to_its_figures() -> None:
    sheet = own_label_sheet(OWN, "ours.yaml")
    left, top, *_rest = place_of(_pdf(_numbered(4), sheet), "No4.")
    assert left == pytest.approx(10 + 95 + 5, abs=NEAR)
    assert 20 + 62 < top < 20 + 62 + 60


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"paper": "a3"}, "a4"),
        ({"rows": 0}, "rows"),
        ({"columns": 3}, "beyond the paper"),
        ({"down": 50}, "over each other"),
        ({"across": 80}, "over each other"),
        ({"height": -5}, "length"),
        ({"width": float("nan")}, "length"),
        ({"left": float("nan")}, "beyond the paper"),
        ({"top": 200}, "beyond the paper"),
        ({"width": 8, "across": 8}, "room"),
    ],
)
def test_a_sheet_that_cannot_be_is_told_why(change: dict[str, Any], why: str) -> None:
    sheet = msgspec.structs.replace(own_label_sheet(OWN, ""), **change)
    with pytest.raises(BadLabels, match=why):
        label_pages([SHORT], sheet)


@pytest.mark.parametrize(
    "text", ["", "rows: [", "rows: many", f"{OWN}colour: red", OWN.replace("left: 10\n", ""), "[1]"]
)
def test_a_description_with_a_mistake_names_the_file(text: str) -> None:
    with pytest.raises(BadLabels) as told:
        own_label_sheet(text, "ours.yaml")
    assert told.value.place.startswith("ours.yaml")


@given(st.text(max_size=200))
def test_any_text_is_a_sheet_of_labels_or_is_refused(text: str) -> None:
    with contextlib.suppress(BadLabels):
        assert own_label_sheet(text, "ours.yaml").many


@pytest.mark.parametrize(("start", "copies"), [(0, 1), (22, 1), (1, 0), (1, 1000)])
def test_labels_that_are_not_there_are_not_printed_on(start: int, copies: int) -> None:
    with pytest.raises(BadLabels):
        label_pages([SHORT], label_sheet("l7160"), start=start, copies=copies)


def test_labels_nobody_sells_are_told_with_those_there_are() -> None:
    with pytest.raises(BadLabels) as told:
        label_sheet("l9999")
    assert "l7160" in told.value.remedy


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text("abcdefgh ", min_size=1, max_size=60), min_size=1, max_size=14))
def test_no_word_of_an_address_is_lost(lines: list[str]) -> None:
    posting = changed(address=("Office", *lines))
    try:
        text = text_by_pdfium(_pdf([posting], label_sheet("l7163")))
    except TooLong:
        return
    assert "".join(text.replace("\u200b", "").split()) == "".join(" ".join(posting.address).split())
