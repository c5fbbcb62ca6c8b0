"""How readers of formats with layout write down what they meet: text, lines, blocks, tables.

Shared by web pages, Word, OpenDocument and rich text. A paragraph or a visual line
becomes one row, an empty row stands between blocks, an entry of a list begins with its
mark ("• ", "1. ").
"""

from __future__ import annotations

from appealdesk.cases.opening.limits import LINES
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row, squeezed
from appealdesk.cases.opening.tables import Cell, rows_of_table

BULLET = "• "


class Flow:
    """The document as it is written down so far. `rows()` ends it."""

    def __init__(self) -> None:
        self._sink: list[Row] = []
        self._outer: list[list[Row]] = []  # the rows around each open cell
        self._tables: list[list[list[Cell]]] = []
        self._depths: list[int] = []  # how many cells were open where each table began
        self._line: list[str] = []
        self._mark = ""
        self._gap = False
        self._verbatim = False
        self._count = 0
        self.page = 1

    def text(self, text: str) -> None:
        """Add text to the line at hand. Line ends in it are blanks."""
        self._line.append(text)

    def verbatim(self, text: str) -> None:
        """Add text whose blanks and line ends are kept, as in `<pre>`."""
        first, *others = text.split("\n")
        self._line.append(first)
        for line in others:
            self._verbatim = True
            self._finish(even_empty=True)
            self._line.append(line)
        self._verbatim = True

    def line(self) -> None:
        """End the line at hand; nothing where it is empty."""
        self._finish(even_empty=False)

    def line_break(self) -> None:
        """End the line at hand; a second break in a row leaves an empty line."""
        if not self._pending():
            self.gap()
        self._finish(even_empty=False)

    def gap(self) -> None:
        """End the line at hand, and leave an empty row before whatever comes next.

        Not between the mark of an entry and its text.
        """
        self._finish(even_empty=False)
        self._gap = self._gap or not self._mark

    def mark(self, mark: str) -> None:
        """Begin an entry of a list with its mark."""
        self._finish(even_empty=False)
        self._mark = mark

    def end_entry(self) -> None:
        """End an entry of a list: the next one follows without an empty row."""
        self._finish(even_empty=False)
        self._mark = ""
        self._gap = False

    def blocks(self, rows: list[Row]) -> None:
        """Write rows that are whole already, as blocks of their own: a text box, a note."""
        if not rows:
            return
        self.gap()
        for text, _page in rows:
            if text:
                self.text(text)
                self.line()
            else:
                self.gap()
        self.gap()

    def open_table(self) -> None:
        """Begin a table (also one inside a cell)."""
        self._finish(even_empty=False)
        self._tables.append([])
        self._depths.append(len(self._outer))

    def open_row(self) -> None:
        """Begin a row of the table at hand."""
        self._close_cells()
        if self._tables:
            self._tables[-1].append([])

    def open_cell(self) -> None:
        """Begin a cell of the row at hand."""
        self._close_cells()
        if self._tables:
            if not self._tables[-1]:
                self._tables[-1].append([])
            self._outer.append(self._sink)
            self._sink = []
            self._gap = False

    def close_cell(self) -> None:
        """End the cell at hand."""
        self._close_cells()

    def close_table(self) -> None:
        """End the table at hand and write its rows where it began."""
        if not self._tables:
            return
        self._close_cells()
        table = self._tables.pop()
        self._depths.pop()
        rows = rows_of_table(table)
        if rows:
            self.gap()
            for row in rows:
                self._write(row[0], row[1])
            self._gap = True

    def rows(self) -> list[Row]:
        """End everything that is open, and return all rows."""
        while self._tables:
            self.close_table()
        self._finish(even_empty=False)
        return self._sink

    def recent(self) -> str:
        """Return the text of the line at hand."""
        return "".join(self._line)

    def _close_cells(self) -> None:
        self._finish(even_empty=False)
        self._mark = ""
        while self._depths and len(self._outer) > self._depths[-1]:
            self._tables[-1][-1].append(self._sink)
            self._sink = self._outer.pop()
            self._gap = False

    def _pending(self) -> bool:
        return any(piece.strip() for piece in self._line)

    def _finish(self, *, even_empty: bool) -> None:
        text = "".join(self._line)
        self._line.clear()
        text = text.rstrip() if self._verbatim else squeezed(text)
        self._verbatim = False
        if text.strip() or even_empty:
            self._write(self._mark + text if text.strip() else "", self.page)
            if text.strip():
                self._mark = ""

    def _write(self, text: str, page: int) -> None:
        if self._gap and self._sink and self._sink[-1][0]:
            self._sink.append(("", page))
        self._gap = False
        self._sink.append((text, page))
        self._count += 1
        if self._count > 2 * LINES:
            raise Refused(Reason.TOO_LONG)
