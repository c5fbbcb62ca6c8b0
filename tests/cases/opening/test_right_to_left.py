"""Arabic and Hebrew lines of a PDF come out in the order in which they were written."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.pieces import Letter
from appealdesk.cases.opening.reading import read as opened
from appealdesk.cases.opening.right_to_left import is_right_to_left, pieces_from_the_right
from tests.cases.opening.made_pdf import hebrew_pdf


def drawn(seen: str, bottom: float = 700) -> list[Letter]:
    """Return letters as they stand on paper, `seen` given from left to right."""
    return [
        Letter(text, 50 + 6 * place, bottom, 56 + 6 * place, bottom + 12, place)
        for place, text in enumerate(seen)
    ]


def read(letters: list[Letter]) -> list[str]:
    return [piece.text for piece in pieces_from_the_right(letters)]


def hebrew(capitals: str) -> str:
    return "".join(chr(0x5D0 + ord(c) - 65) if c.isalpha() else c for c in capitals)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("שלום עולם", "םלוע םולש"),
        ("פקס: +972 2 555 0142", "0142 555 2 972+ :סקפ"),
        ("מייל: levon@moj.example.org", "levon@moj.example.org :ליימ"),
        ("מסמך MDE 14/9554/2022 ישראל", "לארשי MDE 14/9554/2022 ךמסמ"),
        ("תיק 26/22 כאן", "ןאכ 26/22 קית"),
    ],
)
def test_words_from_the_right_and_numbers_from_the_left(written: str, seen: str) -> None:
    assert read(drawn(seen)) == [written]


def test_the_letters_of_a_ligature_come_in_their_order() -> None:
    letters = drawn("א")
    pair = [Letter(text, 44, 700, 50, 712, 5 + place) for place, text in enumerate("בג")]
    assert read([*letters, *pair]) == ["אגב"]


def test_vowel_signs_stay_with_their_letter_and_are_said_once() -> None:
    marks = [Letter("\u05b7", 57, 700, 59, 712, 9), Letter("\u05b7", 57, 700, 59, 712, 10)]
    assert read([*drawn("אב"), *marks]) == ["ב\u05b7א"]


def test_mirrored_brackets_open_before_they_close() -> None:
    assert read(drawn("(ב) א")) == ["א (ב)"]
    assert read(drawn(")ב( א")) == ["א (ב)"]


def test_lines_come_from_the_top_and_wide_gaps_part_columns() -> None:
    right = [Letter("א", 300, 700, 306, 712, 0)]
    assert read([*drawn("ב", 650), *drawn("ג"), *right]) == ["א", "ג", "ב"]


def test_a_page_from_right_to_left_is_read_whole() -> None:
    puts = [(400.0, 700.0, "14/9554/2022 CBA"), (400.0, 680.0, "levon@moj.example.org :FED")]
    _form, rows = opened(hebrew_pdf([[*puts, (400.0, 660.0, "GHI JKL MNO")]]))
    assert [text for text, _page in rows] == [
        "אבג 14/9554/2022",
        "דהו: levon@moj.example.org",
        hebrew("ONM LKJ IHG"),
    ]


def test_a_page_runs_as_most_of_its_letters_do() -> None:
    assert is_right_to_left(drawn("אבג abcd"))
    assert not is_right_to_left(drawn("אב abcd"))


def test_a_latin_line_between_others_is_read_from_the_left() -> None:
    assert read([*drawn("Ministry of Justice.", 650), *drawn("אב")]) == [
        "בא",
        "Ministry of Justice.",
    ]
