"""The colours of the window: one ink, one soft grey, one accent, one warm warning, and paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

# WCAG 2.2, success criterion 1.4.3: the least contrast of text, and 1.4.11: of signs and edges.
TEXT_CONTRAST = 4.5
SIGN_CONTRAST = 3.0


@dataclass(frozen=True)
class Colours:
    """One set of colours, as "#rrggbb". Everything on the screen takes one of these.

    ink, soft:          text, and text of the second rank
    panel, ground, desk: behind the list and the bars, behind the brief, behind the sheet
    field:              behind text that one types outside the sheet
    line, edge:         a hairline between rooms, and the edge of something to click
    accent, on_accent:  the main action and what is chosen, and text on it
    accent_soft:        behind the chosen line of a list
    warn, warn_ground:  text and ground of what to check
    paper...:           the sheet, which stays paper in the dark
    """

    ink: str
    soft: str
    panel: str
    ground: str
    desk: str
    field: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    warn: str
    warn_ground: str
    paper: str
    paper_ink: str
    paper_soft: str
    paper_accent: str
    paper_hover: str
    paper_warn: str
    paper_warn_ground: str
    shadow: str
    dark: bool = False
    strong: bool = False  # high contrast: edges are drawn in ink


LIGHT = Colours(
    ink="#1f2421",
    soft="#5c605c",
    panel="#fcfbf9",
    ground="#f4f2ee",
    desk="#e4dfd8",
    field="#ffffff",
    line="#dedad3",
    edge="#7c7971",
    accent="#1d6b5b",
    accent_strong="#15574a",
    on_accent="#ffffff",
    accent_soft="#e2ede9",
    warn="#8a4a08",
    warn_ground="#fcefdb",
    paper="#fffefb",
    paper_ink="#1b1b19",
    paper_soft="#62615c",
    paper_accent="#1d6b5b",
    paper_hover="#eef3f0",
    paper_warn="#8a4a08",
    paper_warn_ground="#fbeccf",
    shadow="#b9b2a7",
)

DARK = Colours(
    ink="#edece9",
    soft="#b0b0ac",
    panel="#25282c",
    ground="#1f2125",
    desk="#17181b",
    field="#2d3136",
    line="#383c41",
    edge="#7d8288",
    accent="#82bbaa",
    accent_strong="#9bcdbe",
    on_accent="#10231d",
    accent_soft="#2c3c38",
    warn="#efb067",
    warn_ground="#3b2f1f",
    paper="#f6f3ec",
    paper_ink="#1c1b19",
    paper_soft="#5f5d57",
    paper_accent="#1d6b5b",
    paper_hover="#e9ece4",
    paper_warn="#854607",
    paper_warn_ground="#f6e3c0",
    shadow="#0d0e10",
    dark=True,
)


def of_platform(palette: QPalette) -> Colours:
    """Return the platform's own colours, for people who have asked for high contrast."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name()

    role = QPalette.ColorRole
    ink, ground = name(role.WindowText), name(role.Window)
    text, base = name(role.Text), name(role.Base)
    chosen, on_chosen = name(role.Highlight), name(role.HighlightedText)
    return Colours(
        ink=ink,
        soft=ink,
        panel=ground,
        ground=ground,
        desk=ground,
        field=base,
        line=ink,
        edge=ink,
        accent=chosen,
        accent_strong=chosen,
        on_accent=on_chosen,
        accent_soft=ground,
        warn=ink,
        warn_ground=ground,
        paper=base,
        paper_ink=text,
        paper_soft=text,
        paper_accent=text,
        paper_hover=base,
        paper_warn=text,
        paper_warn_ground=base,
        shadow=ink,
        dark=QColor(ground).lightnessF() < 0.5,
        strong=True,
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
