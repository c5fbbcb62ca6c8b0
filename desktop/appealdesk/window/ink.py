"""How the words on the sheet look: places to fill in, bold, italic, lists and quotations."""

from __future__ import annotations

import re

from msgspec.structs import replace
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from appealdesk.letters import BlockKind, TypedLine, pieces, typed_lines
from appealdesk.window.fields import FIELD
from appealdesk.window.text_change import utf16

# What a paragraph must hold somewhere at a line's beginning to be more than a paragraph.
_SIGN = re.compile(r"(?:^|[\n\u2028])\s*(?:[-•>]|[0-9]+\.)")


class Ink(QSyntaxHighlighter):
    """Shows the light notation (letters.marks) as what it means, its signs faint, and fields.

    marks: whether there is a notation: in the body, not in the subject
    """

    def __init__(self, document: QTextDocument, *, marks: bool) -> None:
        super().__init__(document)
        self._marks = marks
        self._field = QTextCharFormat()
        self._faint = QTextCharFormat()
        if marks:
            document.contentsChange.connect(self._show_beside)

    def set_colours(self, ink: str, ground: str, faint: str) -> None:
        """Take the colours of a field, its letters and its ground, and of signs."""
        self._field.setForeground(QColor(ink))
        self._field.setBackground(QColor(ground))
        self._faint.setForeground(QColor(faint))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Show one paragraph (called by Qt)."""
        if self._marks:
            for line in lines_of(self.currentBlock()):
                self._show_line(text, line)
        found = FIELD.globalMatch(text)
        while found.hasNext():
            one = found.next()
            self.setFormat(one.capturedStart(), one.capturedLength(), self._field)

    # inside

    def _show_line(self, text: str, line: TypedLine) -> None:
        begins = line.start + line.begins
        if line.kind is BlockKind.QUOTATION:
            self._show(text, line.start, begins, self._faint)
        for one in pieces(line.text[line.begins :]):
            if one.sign or one.bold or one.italic:
                look = QTextCharFormat(self._faint) if one.sign else QTextCharFormat()
                if one.bold and not one.sign:
                    look.setFontWeight(QFont.Weight.Bold)
                look.setFontItalic(one.italic and not one.sign)
                self._show(text, begins + one.start, begins + one.end, look)

    def _show(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        self.setFormat(utf16(text[:start]), utf16(text[start:end]), look)

    def _show_beside(self, place: int, _taken: int, put: int) -> None:
        """Show the paragraphs beside a change anew: what their signs mean may depend on it."""
        first, last = self.document().findBlock(place), self.document().findBlock(place + put)
        for block in (first.previous(), last.next()):
            if block.isValid() and _SIGN.search(block.text()):
                self.rehighlightBlock(block)


def lines_of(block: QTextBlock) -> tuple[TypedLine, ...]:
    """Return the lines of a paragraph on the sheet; their places are counted in the paragraph."""
    text = block.text()
    if not _SIGN.search(text):
        return typed_lines(text)
    lead = f"{block.previous().text()}\n\n"
    lines = typed_lines(f"{lead}{text}\n\n{block.next().text()}")
    return tuple(
        replace(line, start=line.start - len(lead))
        for line in lines
        if len(lead) <= line.start <= len(lead) + len(text)
    )


def is_quotation(block: QTextBlock) -> bool:
    """Tell whether a paragraph is a quotation, every line of it."""
    return bool(_SIGN.search(block.text())) and all(
        line.kind is BlockKind.QUOTATION for line in lines_of(block) if not line.blank
    )
