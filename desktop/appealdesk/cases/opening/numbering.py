"""The marks of list entries: "• " for every kind of bullet, counted numbers for the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from appealdesk.cases.opening.flow import BULLET

_LEVEL: Final = re.compile(r"%(\d)")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class Level:
    """How the entries of one level are marked, in the words of Word ("decimal", "%1.")."""

    kind: str = "bullet"
    pattern: str = ""
    start: int = 1


@dataclass
class Counts:
    """Where each list stands."""

    _at: dict[str, dict[int, int]] = field(default_factory=dict)

    def mark(self, name: str, depth: int, levels: dict[int, Level]) -> str:
        """Return the mark of the next entry of a list at a depth (0: outermost)."""
        level = levels.get(depth, Level())
        counts = self._at.setdefault(name, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.kind == "none":
            return ""
        if level.kind == "bullet" or not _LEVEL.search(level.pattern):
            return BULLET

        def counted(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            shown = levels.get(at, level)
            return written(counts.get(at, shown.start), shown.kind)

        return _LEVEL.sub(counted, level.pattern).strip() + " "


def written(number: int, kind: str) -> str:
    """Return a number as a list shows it; kind in the words of Word ("lowerLetter")."""
    if kind in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 5 + 1)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if kind == "upperRoman" else roman
    return str(number)
