"""Paragraphs of a web page that stand close to each other: lines of an address, not blocks.

Word and LibreOffice make a `<p>` of every line, and say in its style that no space follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from appealdesk.cases.opening.surroundings import style_rules, text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARGIN: Final = re.compile(
    r"(?<![\w-])margin(-top|-bottom)?\s*:\s*([-\d.]+)([a-z]*)(?:\s+[-\w.]+\s+([-\d.]+)([a-z]*))?",
    re.IGNORECASE,
)
_POINTS: Final = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0}
_CLOSE: Final = 3.0  # points of white that the eye does not see as a gap
_LARGE: Final = 12.0
# LibreOffice states the white below every paragraph and means none above, unlike browsers.
_OFFICE: Final = re.compile(r"generator[^>]{1,40}(?:Libre|Open)Office", re.IGNORECASE)
_LONG: Final = 80  # letters from which a paragraph is a block all the same
_OF_CLASS: Final = re.compile(r"(?:p)?\.([\w-]+)", re.IGNORECASE)


class Margins:
    """What the style sheets of one page say about the white around paragraphs."""

    def __init__(self, source: str) -> None:
        self._usual = {"bottom": _LARGE} if _OFFICE.search(source[:4096]) else {}
        self._classes: dict[str, dict[str, float]] = {}
        for selectors, body in style_rules(source):
            stated = _stated(body)
            for selector in selectors.split(",") if stated else ():
                name = _OF_CLASS.fullmatch(selector.strip())
                if name:
                    self._classes.setdefault(name.group(1), {}).update(stated)

    def parts(self, element: _Element) -> tuple[bool, bool]:
        """Tell whether the eye sees a gap above a paragraph, and below it."""
        text = text_in(element).strip()
        if not text or len(text) >= _LONG:
            return True, True
        stated = dict(self._usual)
        for name in element.get("class", "").split():
            stated |= self._classes.get(name, {})
        stated |= _stated(element.get("style", ""))
        if "bottom" not in stated:
            return True, True
        return stated.get("top", 0.0) >= _CLOSE, stated["bottom"] >= _CLOSE


def _stated(style: str) -> dict[str, float]:
    """Return the margins above and below ("top", "bottom") that a style states, in points."""
    stated: dict[str, float] = {}
    for side, value, unit, bottom, bottom_unit in _MARGIN.findall(style):
        points = _in_points(value, unit)
        if side:
            stated[side[1:].lower()] = points
        else:
            stated["top"] = points
            stated["bottom"] = _in_points(bottom, bottom_unit) if bottom else points
    return stated


def _in_points(value: str, unit: str) -> float:
    try:
        return float(value) * _POINTS.get(unit.lower(), 12.0)
    except ValueError:
        return 12.0
