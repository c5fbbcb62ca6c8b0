"""Unfilled fields: what the volunteer still has to write, between ⟦ and ⟧."""

from __future__ import annotations

import re

from appealdesk.letters.model import Letter

OPEN, CLOSE = "\u27e6", "\u27e7"
_FIELD = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}?|{CLOSE}")
# A mark such as "{recipients}" that was mistyped, so that nothing was put in for it.
_MARK = re.compile(r"\{([^\W\d_][^{}\n]{0,40})\}")


def field(text: str) -> str:
    """Return a text as an unfilled field."""
    inside = text.replace(OPEN, "").replace(CLOSE, "")
    return f"{OPEN}{inside}{CLOSE}"


def fields_in(text: str) -> tuple[str, ...]:
    """Return the unfilled fields of a text, without brackets; half a field counts as well."""
    return tuple((found.group(1) or "").strip() for found in _FIELD.finditer(text))


def without_fields(text: str) -> str:
    """Return a text with its unfilled fields taken out."""
    return _FIELD.sub("", text)


def unfilled(letter: Letter) -> tuple[str, ...]:
    """Return the texts of the unfilled fields anywhere in a letter, in reading order."""
    parts = (*letter.texts, letter.title)
    marks = tuple(mark.group(1) for mark in _MARK.finditer(letter.body))
    return (*(found for part in parts for found in fields_in(part)), *marks)
