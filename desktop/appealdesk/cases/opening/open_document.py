"""OpenDocument texts (.odt, .fodt) to rows: text, lists, tables, frames and notes.

Left out: deleted and hidden text, comments, macros, pictures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from appealdesk.cases.opening.archive import Archive
from appealdesk.cases.opening.flow import Flow
from appealdesk.cases.opening.heads import with_heads
from appealdesk.cases.opening.links import address_beside
from appealdesk.cases.opening.numbering import Counts, Level
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row
from appealdesk.cases.opening.xml_events import Attributes, walk

_SPACE_MM: Final = 1.0  # between paragraphs; more is seen as a gap
_MM: Final = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}
_CHAIN: Final = 12
_REPEATS: Final = 200  # blanks and empty cells that one element may stand for
_SKIPPED: Final = frozenset(
    {
        "text:tracked-changes",
        "text:note-citation",
        "office:annotation",
        "office:forms",
        "text:hidden-text",
        "text:sequence-decls",
        "text:bibliography-configuration",
        "table:covered-table-cell",
        "office:binary-data",
    }
)
_MASTER_PAGE: Final = re.compile(rb"""style:master-page-name=["']([^"']{1,200})["']""")
_KINDS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_TABLE_PARTS: Final = {
    "table:table": Flow.open_table,
    "table:table-row": Flow.open_row,
    "table:table-cell": Flow.open_cell,
}
_TABLE_ENDS: Final = {"table:table": Flow.close_table, "table:table-cell": Flow.close_cell}


def rows_of_open_document(data: bytes) -> list[Row]:
    """Return the rows of an .odt, or of a flat .fodt. Raises Refused."""
    story = _Story(_Styles())
    if data[:2] != b"PK":
        story.read(data)
        heads, feet = _heads(data, data)
        return with_heads(story.rows(), heads, feet)
    archive = Archive(data)
    if b"manifest:encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise Refused(Reason.LOCKED)
    styles = archive.read("styles.xml")
    text = archive.read("content.xml")
    if text is None:
        raise Refused(Reason.DAMAGED)
    if styles is not None:
        story.read_styles(styles)
    story.read(text)
    heads, feet = _heads(styles or b"", text)
    return with_heads(story.rows(), heads, feet)


def _heads(styles: bytes, text: bytes) -> tuple[list[Row], list[Row]]:
    """Return the heads and feet of the pages that the text uses."""
    used = {name.decode("utf-8", "replace") for name in _MASTER_PAGE.findall(text)}
    told = []
    for part in ("style:header", "style:footer"):
        story = _Story(_Styles(), part, frozenset(used | {"Standard"}))
        if styles:
            story.read(styles)
        told.append(story.rows())
    return told[0], told[1]


@dataclass
class _Style:
    base: str = ""
    before: float | None = None  # mm
    after: float | None = None
    hidden: bool = False
    new_page: bool = False


class _Styles:
    """The paragraph, text and list styles of a document."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._at = ""
        self._list = ""

    def levels(self, name: str) -> dict[int, Level]:
        """Return the levels of a list style."""
        return self._lists.get(name, {})

    def margins(self, name: str) -> tuple[float, float]:
        """Return the space before and after a paragraph of a style, in mm."""
        before = after = None
        for _step in range(_CHAIN):
            style = self._styles.get(name)
            if style is None:
                break
            before = style.before if before is None else before
            after = style.after if after is None else after
            name = style.base
        return before or 0.0, after or 0.0

    def is_hidden(self, name: str) -> bool:
        """Tell whether text of a style is not shown, or is struck out."""
        style = self._styles.get(name)
        return style is not None and style.hidden

    def begins_page(self, name: str) -> bool:
        """Tell whether a paragraph of a style begins a page."""
        style = self._styles.get(name)
        return style is not None and style.new_page

    def started(self, name: str, attributes: Attributes) -> None:
        """Take what one element says about styles."""
        if name == "style:style":
            self._at = attributes.get("style:name", "")
            self._styles[self._at] = _Style(attributes.get("style:parent-style-name", ""))
        elif name == "style:paragraph-properties" and self._at in self._styles:
            style = self._styles[self._at]
            whole = _millimetres(attributes.get("fo:margin"))
            style.before = _millimetres(attributes.get("fo:margin-top"), whole)
            style.after = _millimetres(attributes.get("fo:margin-bottom"), whole)
            style.new_page = attributes.get("fo:break-before") == "page"
        elif name == "style:text-properties" and self._at in self._styles:
            struck = attributes.get("style:text-line-through-style", "none") != "none"
            hidden = attributes.get("text:display") == "none"
            self._styles[self._at].hidden = struck or hidden
        elif name == "text:list-style":
            self._list = attributes.get("style:name", "")
            self._lists[self._list] = {}
        elif name.startswith("text:list-level-style") and self._list:
            self._level(name, attributes)

    def _level(self, name: str, attributes: Attributes) -> None:
        depth = _whole(attributes.get("text:level"), 1) - 1
        kind = _KINDS.get(attributes.get("style:num-format", ""), "none")
        if not name.endswith("number"):
            kind = "bullet"
        before = attributes.get("style:num-prefix", "")
        after = attributes.get("style:num-suffix", "")
        start = _whole(attributes.get("text:start-value"), 1)
        self._lists[self._list][depth] = Level(kind, f"{before}%{depth + 1}{after}", start)


class _Story:
    """The text of one document, written down as its XML goes by; or its heads, or its feet."""

    def __init__(
        self, styles: _Styles, part: str = "office:text", pages: frozenset[str] = frozenset()
    ) -> None:
        self._styles = styles
        self._part = part
        self._pages = pages  # the names of the master pages whose heads or feet are read
        self._page_read = not pages
        self._flow = Flow()
        self._aside: list[tuple[Flow, float | None]] = []  # what is around an open note
        self._breaks_known = False
        self._notes: list[list[Row]] = []
        self._counts = Counts()
        self._in_text = False
        self._paragraphs = 0
        self._skipping = 0
        self._spans: list[bool] = []  # open spans: True where hidden
        self._lists: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._after: float | None = None  # mm below the paragraph above

    def read_styles(self, data: bytes) -> None:
        walk(data, self._styles.started, lambda _name: None)

    def read(self, data: bytes) -> None:
        self._breaks_known = b"text:soft-page-break" in data
        walk(data, self._started, self._ended, self._characters)

    def rows(self) -> list[Row]:
        for note in self._notes:
            self._flow.gap()
            for text, _page in note:
                self._flow.text(text)
                self._flow.line()
        return self._flow.rows()

    def _started(self, name: str, attributes: Attributes) -> None:
        if name == "style:master-page" and self._pages:
            self._page_read = attributes.get("style:name") in self._pages
        elif name == self._part and self._page_read:
            self._in_text = True
        elif not self._in_text:
            self._styles.started(name, attributes)
        elif self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name in {"text:p", "text:h"}:
            self._begin_paragraph(attributes)
        elif name in _TABLE_PARTS:
            _TABLE_PARTS[name](self._flow)
            self._after = None
        elif name.startswith("text:list"):
            self._begin_list(name, attributes)
        elif name == "text:note":
            self._aside.append((self._flow, self._after))
            self._flow = Flow()
        elif name == "draw:text-box":
            self._flow.gap()
        else:
            self._in_paragraph(name, attributes)

    def _begin_paragraph(self, attributes: Attributes) -> None:
        before, after = self._styles.margins(attributes.get("text:style-name", ""))
        if self._paragraphs:  # a frame inside a paragraph
            self._flow.line()
        elif self._after is not None and max(before, self._after) > _SPACE_MM and not self._lists:
            self._flow.gap()
        self._after = after
        self._paragraphs += 1
        if self._styles.begins_page(attributes.get("text:style-name", "")):
            self._flow.gap()
            self._flow.page += not self._breaks_known
        self._spans.append(self._styles.is_hidden(attributes.get("text:style-name", "")))

    def _begin_list(self, name: str, attributes: Attributes) -> None:
        if name == "text:list":
            style = attributes.get("text:style-name", self._lists[-1] if self._lists else "")
            if not self._lists:
                self._flow.gap()
            self._lists.append(style)
        elif name == "text:list-item" and self._lists:
            style = self._lists[-1]
            depth = len(self._lists) - 1
            mark = self._counts.mark(style, depth, self._styles.levels(style))
            if mark:
                self._flow.mark(mark)

    def _in_paragraph(self, name: str, attributes: Attributes) -> None:
        if name == "text:span":
            self._spans.append(self._styles.is_hidden(attributes.get("text:style-name", "")))
        elif name == "text:line-break":
            self._flow.line_break()
        elif name == "text:tab":
            self._write("\t")
        elif name == "text:s":
            self._write(" " * min(_whole(attributes.get("text:c"), 1), _REPEATS))
        elif name == "text:soft-page-break":
            self._flow.page += 1
        elif name == "text:a":
            self._links.append((attributes.get("xlink:href", ""), len(self._flow.recent())))

    def _characters(self, text: str) -> None:
        if self._in_text and self._paragraphs and not self._skipping:
            self._write(text.replace("\n", " "))

    def _write(self, text: str) -> None:
        if not any(self._spans):
            self._flow.text(text)

    def _ended(self, name: str) -> None:
        if not self._in_text:
            return
        if self._skipping:
            self._skipping -= 1
        elif name == self._part:
            self._in_text = False
        elif name in {"text:p", "text:h"}:
            self._end_paragraph()
        elif name == "text:span" and self._spans:
            self._spans.pop()
        elif name in _TABLE_ENDS:
            _TABLE_ENDS[name](self._flow)
            self._after = None
        elif name == "text:a" and self._links:
            target, start = self._links.pop()
            self._write(address_beside(target, self._flow.recent()[start:]))
        elif name == "text:note" and self._aside:
            self._notes.append(self._flow.rows())
            self._flow, self._after = self._aside.pop()
        else:
            self._end_block(name)

    def _end_paragraph(self) -> None:
        self._paragraphs = max(0, self._paragraphs - 1)
        if self._spans:
            self._spans.pop()
        if self._flow.recent().strip():
            self._flow.line()
        elif not self._paragraphs and not self._lists:
            self._flow.gap()

    def _end_block(self, name: str) -> None:
        if name == "text:list" and self._lists:
            self._lists.pop()
            if not self._lists:
                self._flow.gap()
        elif name == "text:list-item":
            self._flow.end_entry()
        elif name == "draw:text-box":
            self._flow.gap()


def _millimetres(length: str | None, otherwise: float | None = None) -> float | None:
    if not length:
        return otherwise
    try:
        return float(length[:-2]) * _MM[length[-2:]]
    except (KeyError, ValueError):
        return otherwise


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
