"""Why a document cannot be opened. The child answers with a reason, never with a sentence.

What a person reads is made in the parent (unreadable.py), so that no document can put
words of its own into an error.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """One kind of hindrance."""

    MISSING = "missing"
    FOLDER = "folder"
    NOT_ALLOWED = "not allowed"
    NOT_A_FILE = "not a file"
    EMPTY = "empty"
    TOO_BIG = "too big"
    TOO_LONG = "too long"
    TOO_MANY_PAGES = "too many pages"
    NO_TEXT = "no text"
    IMAGE = "image"
    SCANNED = "scanned"
    LETTERS_UNKNOWN = "letters unknown"
    BINARY = "binary"
    OLD_WORD = "old Word"
    OUTLOOK = "Outlook"
    WINMAIL = "winmail.dat"
    ATTACHED = "attached"
    PAGES = "Pages"
    LINK = "link"
    LOCKED = "locked"
    ARCHIVE = "archive"
    OTHER_OFFICE = "other office"
    DAMAGED = "damaged"
    CHARSET = "charset"
    NESTED = "nested"
    EXPANDS = "expands"
    ENTITIES = "entities"
    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"
    DIED = "died"
    GARBLED = "garbled"
    NO_CHILD = "no child"


class Refused(Exception):  # noqa: N818  (it is the document that is refused; nothing has failed)
    """Raised by a format reader in the child for a document it will not or cannot read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
