"""The measures of the sheet on the screen, from those of the page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

# As resources/layouts/letter.typ sets a letter: 11 pt, lines 1.28 em apart, 0.62 em between
# paragraphs, in Libertinus Serif with old-style figures in running text.
TEXT_PT = 11.0
PITCH_EM = 1.28
BETWEEN_EM = 0.62
MM_PER_PT = 25.4 / 72
FACES = ["Libertinus Serif", "Noto Serif", "DejaVu Serif", "Times New Roman"]

_SIDE_MM = 25.0  # measures.yaml, side margins of the plain layouts
_LEAST_SIDE_MM = 11.0  # on the screen a narrow desk takes room from the margins first
_EASY_EM = 1.2  # text on the sheet this much larger than the desktop's own is easy to read


@dataclass(frozen=True)
class PageShape:
    """One page on the screen.

    scale:  pixels per millimetre
    width, height, side: of the sheet and its side margin, in pixels
    """

    scale: float
    width: int
    height: int
    side: int

    @property
    def text(self) -> float:
        """The size of the text in pixels."""
        return TEXT_PT * MM_PER_PT * self.scale

    @property
    def pitch(self) -> float:
        """The distance from line to line in pixels."""
        return self.text * PITCH_EM

    @property
    def between(self) -> float:
        """The space between paragraphs in pixels."""
        return self.text * BETWEEN_EM

    def mm(self, count: float) -> int:
        """Return millimetres of the page in pixels."""
        return round(count * self.scale)


def page_shape(
    room: int, zoom: float, desktop_text: float, page: tuple[float, float] = (210.0, 297.0)
) -> PageShape:
    """Return the shape of the sheet for a desk.

    room:         pixels from side to side that the sheet may take at zoom 1
    desktop_text: size of the desktop's own text in pixels
    page:         width and height of the page in mm

    The lines break as on the page at every size: the text's width keeps its proportion to the
    letters, and only the margins are narrower where there is little room.
    """
    width_mm, height_mm = page
    lines_mm = width_mm - 2 * _SIDE_MM
    easy = desktop_text * _EASY_EM / (TEXT_PT * MM_PER_PT)
    scale = min(easy, room / (lines_mm + 2 * _LEAST_SIDE_MM))
    side_mm = min(_SIDE_MM, (room / scale - lines_mm) / 2)
    scale *= zoom
    return PageShape(
        scale=scale,
        width=round((lines_mm + 2 * side_mm) * scale),
        height=round(height_mm * scale),
        side=round(side_mm * scale),
    )


def paper_font(shape: PageShape, *, strong: bool = False, figures: bool = False) -> QFont:
    """Return the face of the page; `figures`: lining figures, as addresses have."""
    font = QFont()
    font.setFamilies(FACES)
    font.setPixelSize(max(1, round(shape.text)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        font.setWeight(QFont.Weight.Bold)
    if not figures:
        font.setFeature(QFont.Tag("onum"), 1)
    return font
