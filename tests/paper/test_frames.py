"""The sheet to hold against an envelope."""

from __future__ import annotations

import pytest

from appealdesk.paper import NoSuchLayout, NoWindow, layouts, sheets_pdf, window_sheet
from tests.paper.samples import ON, place_of, strokes, text_by_pdfium
from tests.paper.test_layouts import NEAR, TABLE


def sheet(name: str, language: str = "en") -> bytes:
    return sheets_pdf(window_sheet(name, language), ON)


def frames(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height of the frames on the sheet."""
    return [(s[0], s[1], s[2] - s[0], s[3] - s[1]) for s in strokes(pdf) if s[3] - s[1] > 10]


@pytest.mark.parametrize("name", TABLE)
def test_the_frame_is_that_of_the_window(name: str) -> None:
    pdf = sheet(name)
    assert any(frame == pytest.approx(TABLE[name].field, abs=NEAR) for frame in frames(pdf))
    left, top, width, height = TABLE[name].field
    for line in ("Name of the recipient", "COUNTRY"):
        place = place_of(pdf, line)
        assert left < place[0] < place[2] < left + width
        assert top < place[1] < place[3] < top + height


@pytest.mark.parametrize("name", TABLE)
def test_the_sheet_shows_the_folds_and_a_line_to_measure(name: str) -> None:
    lines = [s for s in strokes(sheet(name)) if s[3] - s[1] < 1]
    folds = sorted((s[1] + s[3]) / 2 for s in lines if s[2] - s[0] > 200)
    assert folds == pytest.approx(list(TABLE[name].folds), abs=NEAR)
    assert any(s[2] - s[0] == pytest.approx(100, abs=NEAR) for s in lines)
    assert "100 mm" in text_by_pdfium(sheet(name))


def test_a_double_window_has_two_frames() -> None:
    assert len(frames(sheet("us-double"))) == 2


def test_measures_are_written_as_the_reader_writes_them() -> None:
    assert "51.5 mm" in text_by_pdfium(sheet("uk-dl"))
    assert "51,5 mm" in text_by_pdfium(sheet("uk-dl", "de"))


def test_a_layout_without_a_window_has_no_frame() -> None:
    plain = [row.name for row in layouts() if not row.windowed]
    assert plain == ["a4", "us-letter"]
    for name in plain:
        with pytest.raises(NoWindow, match="without a window"):
            sheet(name)
    with pytest.raises(NoSuchLayout):
        sheet("papyrus")
