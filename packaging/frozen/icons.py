"""Draws the icon of the program in the forms that each platform wants, from the one SVG.

Use: python icons.py FOLDER     (with PySide6; no screen needed)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICON = Path(__file__).resolve().parents[2] / "resources/icons/appealdesk.svg"
SIZES = {"appealdesk.png": 128, "appealdesk.ico": 256, "appealdesk.icns": 512}  # px


def main() -> int:
    """Draw them all; return the exit status."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    drawing = QSvgRenderer(str(ICON))
    for name, size in SIZES.items():
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        if not image.save(str(folder / name)):
            print(f"{name} could not be written", file=sys.stderr)
            return 1
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
