"""Word documents (.docx) to rows: text, lists, tables, text boxes and notes.

Left out: deleted and hidden text, comments, field codes, macros,
pictures, and everything that is not in the archive itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from appealdesk.cases.opening.archive import Archive
from appealdesk.cases.opening.flow import Flow
from appealdesk.cases.opening.heads import with_heads
from appealdesk.cases.opening.links import address_beside
from appealdesk.cases.opening.numbering import Counts
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row
from appealdesk.cases.opening.word_styles import (
    OFF,
    Lists,
    Setting,
    Styles,
    link_targets,
    with_property,
)
from appealdesk.cases.opening.xml_events import Attributes, walk

_MAIN: Final = re.compile(r"word/document\d*\.xml")
_SPACE: Final = 60  # twentieths of a point between paragraphs that the eye sees as a gap
_SKIPPED: Final = frozenset(
    {
        "w:del",
        "w:moveFrom",
        "w:instrText",
        "w:delText",
        "mc:Fallback",
        "w:rt",
        "w:sdtPr",
        "w:object",
        "w:pPrChange",
        "w:rPrChange",
    }
)
_WRITTEN: Final = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:sym": "•",
}
_TABLE_PARTS: Final = {"w:tbl": Flow.open_table, "w:tr": Flow.open_row, "w:tc": Flow.open_cell}
_TABLE_ENDS: Final = {"w:tbl": Flow.close_table, "w:tc": Flow.close_cell}


def rows_of_word(data: bytes) -> list[Row]:
    """Return the rows of a .docx. Raises Refused."""
    archive = Archive(data)
    part = next((name for name in archive.names() if _MAIN.fullmatch(name)), None)
    text = archive.read(part) if part else None
    if part is None or text is None:
        raise Refused(Reason.DAMAGED)
    styles, lists, targets = (
        Styles().read(archive),
        Lists().read(archive),
        link_targets(archive, part),
    )
    story = _Story(styles, lists, targets)
    story.read(text)
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        note = archive.read(notes)
        if note is not None:
            story.read(note)
    rows = story.rows()
    for chunk in story.chunks:
        rows += _chunk(archive.read(f"word/{chunk}" if chunk[:1] != "/" else chunk[1:]) or b"")
    told: dict[str, list[Row]] = {"w:headerReference": [], "w:footerReference": []}
    for kind, target in story.references:
        name = target.removeprefix("/word/").removeprefix("/")
        beside = archive.read(f"word/{name}")
        if beside is not None:
            head = _Story(styles, lists, link_targets(archive, f"word/{name}"))
            head.read(beside)
            told[kind] += head.rows()
    if not rows and any(name.startswith("word/media/") for name in archive.names()):
        raise Refused(Reason.SCANNED)
    return with_heads(rows, told["w:headerReference"], told["w:footerReference"])


def _chunk(data: bytes) -> list[Row]:
    """Return the rows of a page or text that stands in the archive as it is; no file in a file."""
    from appealdesk.cases.opening.reading import read  # noqa: PLC0415

    if not data or data[:2] == b"PK":
        return []
    return [("", 1), *read(data)[1]]


@dataclass
class _Paragraph:
    style: str = ""
    own: Setting = field(default_factory=Setting)
    text: list[str] = field(default_factory=list)
    boxes: list[list[Row]] = field(default_factory=list)  # text boxes anchored in it


class _Story:
    """The text of one document, written down as its XML goes by."""

    def __init__(self, styles: Styles, lists: Lists, targets: dict[str, str]) -> None:
        self._styles = styles
        self._lists = lists
        self._targets = targets
        self._counts = Counts()
        self._flows = [Flow()]
        self._open: list[_Paragraph] = []
        self._last: Setting | None = None  # of the paragraph above, in the same place
        self._last_style = ""
        self._last_listed = False  # it was an entry of a list
        self._skipping = 0
        self._in_properties = 0  # inside w:pPr
        self._in_run_properties = 0
        self._hidden = False
        self._in_text = False
        self._codes: list[bool] = []  # open fields: True while inside the code
        self._links: list[tuple[str, int]] = []
        self._breaks_known = False
        self._first_page: list[tuple[str, str]] = []
        self.chunks: list[str] = []  # parts in other formats
        self.references: list[tuple[str, str]] = []  # heads and feet of pages: kind, part

    def read(self, data: bytes) -> None:
        """Write down one part: the text, or its notes."""
        self._breaks_known = b"lastRenderedPageBreak" in data
        self._flows[0].gap()
        self._last = None
        walk(data, self._started, self._ended, self._characters)

    def rows(self) -> list[Row]:
        return self._flows[0].rows()

    def _started(self, name: str, attributes: Attributes) -> None:
        if self._skipping or name in _SKIPPED or _is_separator(name, attributes):
            self._skipping += 1
        elif name in {"w:headerReference", "w:footerReference", "w:titlePg"}:
            self._refer(name, attributes)
        elif self._in_properties or self._in_run_properties:
            self._property(name, attributes)
        elif name == "w:p":
            self._open.append(_Paragraph())
        elif name == "w:pPr":
            self._in_properties = 1
        elif name == "w:rPr":
            self._in_run_properties = 1
        elif name in _TABLE_PARTS:
            _TABLE_PARTS[name](self._flows[-1])
            self._last = None
        elif name == "w:altChunk":
            self.chunks.append(self._targets.get(attributes.get("r:id", ""), ""))
        elif name == "w:txbxContent":
            self._flows.append(Flow())
            self._flows[-1].page = self._flows[0].page
            self._last = None
        else:
            self._in_run(name, attributes)

    def _refer(self, name: str, attributes: Attributes) -> None:
        """Note the head or foot of pages; those of even pages say the same as the others.

        A first page has its own only where `w:titlePg`, which comes last, says so.
        """
        self._in_properties += bool(self._in_properties)
        found = (name, self._targets.get(attributes.get("r:id", ""), ""))
        if attributes.get("w:type") == "first":
            self._first_page.append(found)
        elif name == "w:titlePg" and attributes.get("w:val", "1") not in OFF:
            self.references = [*self._first_page, *self.references]
        elif attributes.get("w:type") == "default" and found not in self.references:
            self.references.append(found)

    def _property(self, name: str, attributes: Attributes) -> None:
        """Take a property of the paragraph or the run at hand; properties nest."""
        if self._in_run_properties:
            self._in_run_properties += 1
            if name in {"w:vanish", "w:strike", "w:dstrike"}:
                self._hidden = attributes.get("w:val", "1") not in OFF
            return
        self._in_properties += 1
        if not self._open:
            return
        paragraph = self._open[-1]
        if name == "w:pStyle":
            paragraph.style = attributes.get("w:val", "")
        elif name == "w:pageBreakBefore" and not self._breaks_known:
            self._flows[0].page += 1
        else:
            paragraph.own = with_property(paragraph.own, name, attributes)

    def _in_run(self, name: str, attributes: Attributes) -> None:
        if name == "w:r":
            self._hidden = False
        elif name == "w:t":
            self._in_text = True
        elif name == "w:br":
            self._break(attributes.get("w:type", ""))
        elif name == "w:lastRenderedPageBreak":
            self._flows[0].page += 1
        elif name == "w:fldChar":
            self._field(attributes.get("w:fldCharType", ""))
        elif name == "w:hyperlink":
            target = self._targets.get(attributes.get("r:id", ""), "")
            self._links.append((target, len(self._open[-1].text) if self._open else 0))
        elif name in _WRITTEN:
            self._write(_WRITTEN[name])

    def _break(self, kind: str) -> None:
        self._write("\f" if kind == "page" and not self._breaks_known else "\n")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _characters(self, text: str) -> None:
        if self._in_text and not self._skipping:
            self._write(text.replace("\n", " "))

    def _write(self, text: str) -> None:
        if self._open and not self._hidden and not any(self._codes):
            self._open[-1].text.append(text)

    def _ended(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif self._in_run_properties:
            self._in_run_properties -= 1
        elif self._in_properties:
            self._in_properties -= 1
        elif name == "w:t":
            self._in_text = False
        elif name == "w:p" and self._open:
            self._end_paragraph(self._open.pop())
        elif name == "w:hyperlink" and self._links:
            self._end_link(*self._links.pop())
        elif name in _TABLE_ENDS:
            _TABLE_ENDS[name](self._flows[-1])
            self._last = None
        elif name == "w:txbxContent" and len(self._flows) > 1:
            rows = self._flows.pop().rows()
            if self._open:
                self._open[-1].boxes.append(rows)

    def _end_link(self, target: str, start: int) -> None:
        if self._open:
            shown = "".join(self._open[-1].text[start:])
            self._write(address_beside(target, shown))

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        flow = self._flows[-1]
        setting = self._styles.of(paragraph.style, paragraph.own)
        text = "".join(paragraph.text)
        if text.strip():
            mark = self._mark(setting)
            self._part(flow, setting, paragraph.style, listed=bool(mark))
            if mark:
                flow.mark(mark)
            for index, line in enumerate(text.replace("\f", "\n\f").split("\n")):
                if index:
                    flow.line_break()
                self._flows[0].page += line.startswith("\f")
                flow.text(line)
            flow.line()
            self._last, self._last_style = setting, paragraph.style
            self._last_listed = bool(mark)
        else:
            self._flows[0].page += text.count("\f")
            flow.gap()
        for rows in paragraph.boxes:
            flow.blocks(rows)
        if paragraph.boxes:
            self._last = None

    def _mark(self, setting: Setting) -> str:
        levels = self._lists.levels(setting.number) if setting.number else None
        if setting.number is None or levels is None:
            return ""
        return self._counts.mark(setting.number, setting.depth or 0, levels)

    def _part(self, flow: Flow, setting: Setting, style: str, *, listed: bool) -> None:
        """Leave an empty row where the eye sees one between this paragraph and the last."""
        last = self._last
        if last is None or (listed and self._last_listed):
            return
        close = last.close and setting.close and style == self._last_style
        if listed != self._last_listed or (
            not close and max(last.after or 0, setting.before or 0) >= _SPACE
        ):
            flow.gap()


def _is_separator(name: str, attributes: Attributes) -> bool:
    return name in {"w:footnote", "w:endnote"} and "w:type" in attributes
