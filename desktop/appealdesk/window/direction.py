"""The direction in which words run, whatever the direction of the screen."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt


def direction_of(words: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one (Unicode bidi, rules P2 and P3)."""
    strong = next(
        (kind for kind in map(unicodedata.bidirectional, words) if kind in {"L", "R", "AL"}), "L"
    )
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft
