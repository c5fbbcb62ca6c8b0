"""Unfilled fields in an editor, such as ⟦your own sentence⟧: found, and selected whole."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCursor, QTextDocument

FIELD = QRegularExpression("\u27e6[^\u27e6\u27e7]*\u27e7")


def field_around(cursor: QTextCursor) -> QTextCursor | None:
    """Return a cursor that selects the field in which this cursor stands, or None."""
    block = cursor.block()
    place = cursor.position() - block.position()
    found = FIELD.globalMatch(block.text())
    while found.hasNext():
        one = found.next()
        if one.capturedStart() < place < one.capturedEnd():
            return _selecting(cursor, block.position() + one.capturedStart(), one.capturedLength())
    return None


def next_field(document: QTextDocument, cursor: QTextCursor) -> QTextCursor | None:
    """Return a cursor that selects the next field after this one, from the top at the end."""
    found = document.find(FIELD, cursor)
    if found.isNull():
        found = document.find(FIELD, 0)
    return None if found.isNull() else found


def _selecting(cursor: QTextCursor, start: int, length: int) -> QTextCursor:
    chosen = QTextCursor(cursor.document())
    chosen.setPosition(start)
    chosen.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return chosen
