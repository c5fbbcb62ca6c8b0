"""Every layout, read back with PDFium: what stands where the standard has it, within a millimetre.

The table is that of the standards as KOMA-Script measures them; it is written here anew, not read
from measures.yaml.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest
import yaml

from appealdesk import resources
from appealdesk.paper import AddressTooLong, Layout, layouts, typeset, typeset_all
from tests.paper.samples import (
    HEBREW,
    LETTER,
    ON,
    RUSSIAN,
    changed,
    place_of,
    strokes,
    text_by_pdfium,
)

NEAR = 1.0  # mm


class Table(NamedTuple):
    """The measures of one layout in mm: the address field, its text, the marks, the margins."""

    field: tuple[float, float, float, float]  # left, top, width, height
    text: float  # left edge of the address
    back: float | None  # bottom of the line that gives the sender
    reference: float  # top of the line with the date
    folds: tuple[float, float]
    hole: float | None
    left: float
    right: float  # right margin


TABLE = {
    "din-5008-a": Table((20, 27, 85, 45), 25, 32, 80.5, (87, 192), 148.5, 25, 20),
    "din-5008-b": Table((20, 45, 85, 45), 25, 50, 98.5, (105, 210), 148.5, 25, 20),
    "sn-right": Table((112, 45, 90, 45), 118, 50, 98.5, (105, 210), 148.5, 25, 20),
    "sn-left": Table((20, 35.5, 100, 45), 25, 40.5, 89, (105, 210), 148.5, 25, 20),
    "nf-z-11-001": Table((100, 35, 100, 45), 110, 40, 99, (99, 198), None, 20, 20),
    "uk-dl": Table((15, 51.5, 90, 35), 25, None, 99, (99, 198), None, 25, 25),
    "us-10": Table((17.5, 55.6, 114.3, 28.6), 25.4, None, 87.3, (95.3, 187.3), None, 25.4, 25.4),
    "us-double": Table((14.3, 55.6, 92.1, 28.6), 20.6, None, 87.3, (95.3, 187.3), None, 25.4, 25.4),
}
MAIL = changed(special_mail="PAR AVION / AIR MAIL")
LETTERS = {
    "Latin": MAIL,
    "Cyrillic": changed(RUSSIAN, special_mail=MAIL.special_mail),
    "Hebrew": changed(HEBREW, special_mail=MAIL.special_mail),
}
windows = pytest.mark.parametrize("name", TABLE)
every_layout = pytest.mark.parametrize("row", layouts(), ids=lambda row: row.name)
scripts = pytest.mark.parametrize("script", LETTERS)


def width_of(name: str) -> float:
    return next(row.width for row in layouts() if row.name == name)


def test_the_table_has_every_layout_with_a_window() -> None:
    assert {row.name for row in layouts() if row.windowed} == set(TABLE)


def test_every_layout_has_measures_and_a_source_for_them() -> None:
    rows = yaml.safe_load(resources.text("layouts", "measures.yaml"))["layouts"]
    assert list(rows) == [row.name for row in layouts()]
    assert all(len(row["source"]) > 40 for row in rows.values())


@windows
@scripts
def test_the_whole_address_stands_in_the_field(name: str, script: str) -> None:
    letter = changed(LETTERS[script], layout=name, from_lines=("נועה",), copies=())
    pdf = typeset(letter, ON)
    left, top, width, height = TABLE[name].field
    for line in (letter.special_mail, *letter.address):
        # PDFium reads the words of a line in a Hebrew page the other way round.
        first, last = place_of(pdf, line.split()[0]), place_of(pdf, line.split()[-1])
        assert first[0] == pytest.approx(TABLE[name].text, abs=NEAR)
        assert left <= first[0] < last[2] <= left + width
        assert top <= min(first[1], last[1]) < max(first[3], last[3]) <= top + height


@windows
def test_a_short_address_stands_in_the_middle_or_at_the_top_of_its_zone(name: str) -> None:
    pdf = typeset(changed(layout=name, special_mail=""), ON)
    table = TABLE[name]
    first, last = place_of(pdf, "Orhan Velidov"), place_of(pdf, "AZERBAIJAN")
    top = table.back or table.field[1]
    if name.startswith("din"):
        # The zone for postal marks and the sender's line take 17.7 mm.
        assert first[1] == pytest.approx(table.field[1] + 17.7, abs=NEAR)
    else:
        middle = (top + table.field[1] + table.field[3]) / 2
        assert (first[1] + last[3]) / 2 == pytest.approx(middle, abs=NEAR)


@windows
@scripts
def test_the_line_that_gives_the_sender_stands_at_the_top_of_the_field(
    name: str, script: str
) -> None:
    letter = changed(LETTERS[script], layout=name)
    pdf = typeset(letter, ON)
    table = TABLE[name]
    rules = [stroke for stroke in strokes(pdf) if stroke[2] - stroke[0] > 20]
    if table.back is None:
        assert rules == []
        return
    ((left, top, right, _bottom),) = rules
    assert left == pytest.approx(table.text, abs=NEAR)
    assert right < table.field[0] + table.field[2]
    assert top == pytest.approx(table.back, abs=NEAR)
    assert text_by_pdfium(pdf).count("Bruxelles") >= 2
    small = place_of(pdf, "\N{MIDDLE DOT}")
    assert table.back - 5 < small[1] < small[3] < table.back


@windows
def test_no_line_gives_a_sender_who_gives_nothing(name: str) -> None:
    pdf = typeset(changed(layout=name, from_lines=(), signature="", dateline="5 May"), ON)
    assert [stroke for stroke in strokes(pdf) if stroke[2] - stroke[0] > 20] == []
    assert "Bruxelles" not in text_by_pdfium(pdf).replace("Embassy of Azerbaijan, Bruxelles", "")


@windows
@scripts
def test_fold_and_hole_marks_stand_at_the_left_edge(name: str, script: str) -> None:
    table = TABLE[name]
    marks = [s for s in strokes(typeset(changed(LETTERS[script], layout=name), ON)) if s[2] < 12]
    assert all(3 < left < right < 10 for left, _top, right, _bottom in marks)
    lengths = {round((top + bottom) / 2, 1): right - left for left, top, right, bottom in marks}
    wanted = sorted([*table.folds, *([table.hole] if table.hole else [])])
    assert sorted(lengths) == pytest.approx(wanted, abs=NEAR)
    if table.hole:
        assert max(lengths, key=lambda at: lengths[at]) == pytest.approx(table.hole, abs=NEAR)


@windows
def test_the_date_stands_in_the_reference_line_and_the_text_between_the_margins(name: str) -> None:
    table = TABLE[name]
    pdf = typeset(changed(layout=name, reference="Your letter of 3 May"), ON)
    date, reference = place_of(pdf, LETTER.dateline), place_of(pdf, "Your letter of")
    for place in (date, reference):
        assert place[1] == pytest.approx(table.reference, abs=NEAR)
    assert date[2] == pytest.approx(width_of(name) - table.right, abs=NEAR)
    assert reference[0] == pytest.approx(table.left, abs=NEAR)
    assert place_of(pdf, "Dear Minister")[0] == pytest.approx(table.left, abs=NEAR)
    assert place_of(pdf, "I am writing to you")[1] > table.reference + 15


@windows
def test_the_letterhead_never_touches_the_address_field(name: str) -> None:
    lines = ("Marthe-Alexandrine Vandenbroucke-Dumonceau", "Letter Circle of the Old Harbour",
             "12 Rue des Tilleuls", "Boîte 7", "1000 Bruxelles", "BELGIUM")  # fmt: skip
    pdf = typeset(changed(layout=name, from_lines=lines, signature=""), ON)
    left, top, width, _height = TABLE[name].field
    for line in ("Marthe-Alexandrine", "BELGIUM"):
        place = place_of(pdf, line)
        beside = place[2] < left or place[0] > left + width
        assert beside or place[3] < top
    assert place_of(pdf, "BELGIUM")[3] < TABLE[name].reference


def test_in_a_double_window_the_sender_stands_in_a_window_of_their_own() -> None:
    lines = (*LETTER.from_lines, "BELGIUM")
    pdf = typeset(changed(layout="us-double", from_lines=lines, signature=""), ON)
    for line in lines:
        left, top, right, bottom = place_of(pdf, line)
        # KOMA-Script: 1/8 in from the left, 7/16 in from the top, 3 1/2 by 7/8 in.
        assert 3.2 <= left < right <= 3.2 + 88.9
        assert 11.1 <= top < bottom <= 11.1 + 22.2


@windows
@pytest.mark.parametrize("count", [1, 7, 9])
def test_a_long_address_shrinks_within_the_field(name: str, count: int) -> None:
    lines = tuple(f"Line number {number} of the address" for number in range(1, count + 1))
    pdf = typeset(changed(MAIL, layout=name, address=lines), ON)
    _left, top, _width, height = TABLE[name].field
    places = [place_of(pdf, line) for line in lines]
    assert all(top <= place[1] < place[3] <= top + height for place in places)
    assert all(a[3] <= b[3] for a, b in itertools.pairwise(places))


@windows
def test_an_address_that_no_window_shows_is_refused_with_its_recipient(name: str) -> None:
    lines = ("Orhan Velidov", *(f"Line {number}" for number in range(1, 16)))
    with pytest.raises(AddressTooLong, match="Orhan Velidov") as trouble:
        typeset(changed(layout=name, address=lines), ON)
    assert "plain layout" in trouble.value.remedy
    assert typeset(changed(layout="a4", address=lines), ON)


def test_in_a_batch_the_recipient_whose_address_is_too_long_is_named() -> None:
    long = changed(layout="uk-dl", address=("Leyla Hasanzade", *["Line"] * 15))
    short = changed(layout="uk-dl")
    with pytest.raises(AddressTooLong, match="Leyla Hasanzade"):
        typeset_all([short] * 30 + [long], ON)


@every_layout
def test_in_a_batch_everything_stands_where_it_stands_in_a_letter_alone(row: Layout) -> None:
    letter = changed(MAIL, layout=row.name)
    alone, batch = typeset(letter, ON), typeset_all([letter] * 2, ON)
    for line in ("Orhan Velidov", "12 Fountain Street", "AZERBAIJAN", "Dear Minister", "Copies"):
        for page in (0, 1):
            assert place_of(batch, line, page) == pytest.approx(place_of(alone, line), abs=0.05)


@every_layout
def test_the_second_page_says_whose_letter_it_is(row: Layout) -> None:
    pdf = typeset(changed(layout=row.name, body="\n\n".join([LETTER.body] * 6)), ON)
    name, date = place_of(pdf, "Orhan Velidov", 1), place_of(pdf, LETTER.dateline, 1)
    assert name[3] < 25
    assert name[1] == pytest.approx(date[1], abs=NEAR)
    assert date[2] > name[2]
    assert place_of(pdf, "2 / 2", 1)[1] > row.height - 25
    assert len([s for s in strokes(pdf, 1) if s[2] < 12]) == 0
