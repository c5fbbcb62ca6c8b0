"""The face of the PDF on the sheet: lent by the typesetter, so that no font file is shipped."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from appealdesk import paper

NAMES = ("Libertinus Serif", "Libertinus Serif Bold")


def find_face() -> tuple[bytes, ...]:
    """Return the fonts of the sheet, as far as the typesetter has them; for the background."""
    fonts = (paper.embedded_font(name) for name in NAMES)
    return tuple(font for font in fonts if font is not None)


def use_face(fonts: tuple[bytes, ...]) -> None:
    """Make the fonts known to Qt; on the window's thread."""
    for font in fonts:
        QFontDatabase.addApplicationFontFromData(QByteArray(font))
