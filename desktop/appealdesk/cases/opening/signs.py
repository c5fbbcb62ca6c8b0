"""Signs by which a text is known to hold an urgent action, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from appealdesk.cases.opening.rows import Row

# Each sign counts once, with its weight. A text that only announces an attachment has few.
_SIGNS: Final = (
    (re.compile(r"\b(?:UA|AU|FI|EXTRA|MA)\W{0,4}\d{1,3}[/.]\d{2}\b"), 2),
    (re.compile(r"\b[A-Z]{3} ?\d{2}/\d{2,5}/(?:\d{4}|\d{2})\b"), 2),
    (
        re.compile(
            r"salutation|anrede|formule d.appel|tratamiento|обращение|formula d.appello",
            re.IGNORECASE,
        ),
        2,
    ),
    (
        re.compile(
            r"\bappeals? to\b|llamamientos a|appelle an|appels à|apelos a|appelli a", re.IGNORECASE
        ),
        2,
    ),
    (re.compile(r"copies to|copias a|kopien an|copies à|cópias para|копии", re.IGNORECASE), 1),
    (re.compile(r"(?m)^.{0,20}\b(?:fax|факс|فاكس)\b", re.IGNORECASE), 1),
    (
        re.compile(
            r"(?m)^.{0,20}(?:e-?mail|correo|courriel|почта|البريد).{0,12}\S+@", re.IGNORECASE
        ),
        1,
    ),
    (
        re.compile(
            r"\b(?:urging|calling (?:on|for)|urge you|call on you|pidiendo|instando)\b",
            re.IGNORECASE,
        ),
        1,
    ),
    (
        re.compile(
            r"\b(?:dear|sehr geehrter?|estimad[oa]|monsieur le|exmo|уважаемый)\b", re.IGNORECASE
        ),
        1,
    ),
)
HELD: Final = 4  # the strength from which a text is an urgent action, and not its announcement
WHOLE: Final = 7  # the strength from which it is surely a whole one


def strength(rows: Sequence[Row]) -> int:
    """Return how much rows look like an urgent action: 0 for not at all, to some 13."""
    text = "\n".join(text for text, _page in rows)
    return sum(weight for sign, weight in _SIGNS if sign.search(text))


def words(rows: Sequence[Row]) -> int:
    """Return how many words rows hold."""
    return sum(len(text.split()) for text, _page in rows)
