"""Unfilled fields in an editor: marked, found, and selected whole."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

FIELD = QRegularExpression("\u27e6[^\u27e6\u27e7]*\u27e7")


class FieldMarks(QSyntaxHighlighter):
    """Marks what is still to be written, such as ⟦your own sentence⟧."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = QTextCharFormat()

    def set_colours(self, ink: str, ground: str) -> None:
        """Take the colours of a field."""
        self._look.setForeground(QColor(ink))
        self._look.setBackground(QColor(ground))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark the fields of one paragraph (called by Qt)."""
        found = FIELD.globalMatch(text)
        while found.hasNext():
            one = found.next()
            self.setFormat(one.capturedStart(), one.capturedLength(), self._look)


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
