"""Everything can be read in both themes."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from appealdesk.window.colours import (
    DARK,
    LIGHT,
    SIGN_CONTRAST,
    TEXT_CONTRAST,
    Colours,
    contrast,
    of_platform,
)
from appealdesk.window.style import style_sheet

GROUNDS = ("panel", "ground", "field", "accent_soft")
TEXTS = [
    *[(ink, ground) for ink in ("ink", "soft", "accent") for ground in (*GROUNDS, "desk")],
    *[("warn", ground) for ground in ("panel", "ground", "warn_ground", "accent_soft")],
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("soft", "line"),
    ("paper_ink", "paper"),
    ("paper_ink", "paper_hover"),
    ("paper_soft", "paper"),
    ("paper_accent", "paper"),
    ("paper_warn", "paper"),
    ("paper_warn", "paper_warn_ground"),
]
SIGNS = [
    *[("edge", ground) for ground in ("panel", "ground", "field", "desk")],
    *[("accent", ground) for ground in ("panel", "ground", "desk")],
    ("paper_accent", "paper"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_stands_out_from_its_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= TEXT_CONTRAST


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_edges_and_focus_can_be_seen(colours: Colours, sign: str, ground: str) -> None:
    assert contrast(getattr(colours, sign), getattr(colours, ground)) >= SIGN_CONTRAST


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


def test_a_desktop_with_high_contrast_keeps_its_own_colours() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    colours = of_platform(palette)
    assert (colours.ink, colours.soft, colours.line) == ("#ffff00",) * 3
    assert colours.dark
    assert colours.strong


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_place_without_a_colour_and_no_size_of_text(
    colours: Colours,
) -> None:
    sheet = style_sheet(colours)
    assert "$" not in sheet
    assert "font-size" not in sheet
    pixels = re.findall(r"(\d+)px", sheet)
    assert set(pixels) <= {"1", "2"}, "only hairlines and focus are in pixels"
