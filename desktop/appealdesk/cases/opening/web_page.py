"""Web pages to rows: what a person sees of them, without what surrounds the article.

Nothing is fetched, no script is run, no style sheet is followed beyond the plain rules
that hide an element. Pages made by pdf2htmlEX go to pdf2htmlex.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from appealdesk.cases.opening.charsets import decoded, decoded_as
from appealdesk.cases.opening.flow import BULLET, Flow
from appealdesk.cases.opening.formats import without_clipboard_head
from appealdesk.cases.opening.limits import NESTING
from appealdesk.cases.opening.links import address_beside, unveiled
from appealdesk.cases.opening.margins import Margins
from appealdesk.cases.opening.numbering import written
from appealdesk.cases.opening.pdf2htmlex import rows_of_converted
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row
from appealdesk.cases.opening.surroundings import Surroundings, names, text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BLOCKS: Final = names(
    "p h1 h2 h3 h4 h5 h6 blockquote pre textarea hr address section article figure fieldset"
    " ul ol dl details main header footer aside"
)
_LINES: Final = names("div dt dd center form legend figcaption summary body caption")
_PRESERVED: Final = frozenset({"pre", "textarea"})
_OPENING: Final = {
    "br": Flow.line_break,
    "table": Flow.open_table,
    "tr": Flow.open_row,
    "td": Flow.open_cell,
    "th": Flow.open_cell,
}
_CLOSING: Final = {
    "table": Flow.close_table,
    "td": Flow.close_cell,
    "th": Flow.close_cell,
    "li": Flow.end_entry,
}
_LONG: Final = 80  # letters from which a <div> is a paragraph and not a line
_NOTE_SIGN: Final = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?\s*")
_LIST_KINDS: Final = (
    ("lowerLetter", "a", "lower-alpha"),
    ("lowerLetter", "a", "lower-latin"),
    ("upperLetter", "A", "upper-alpha"),
    ("upperLetter", "A", "upper-latin"),
    ("lowerRoman", "i", "lower-roman"),
    ("upperRoman", "I", "upper-roman"),
)
_FRAGMENT: Final = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)
# MHonArc, which kept the mailing lists of the 1990s, says where subject and message stand.
_KEPT_MESSAGE: Final = re.compile(
    r"<!--X-Subject:(.*?)-->.*<!--X-Body-of-Message-->(.*)<!--X-Body-of-Message-End-->", re.DOTALL
)


def text_of_page(data: bytes) -> str:
    """Return the source of a page in the encoding that it declares, or the likeliest."""
    declared = _DECLARED.search(data[:4096])
    return decoded_as(data, declared.group(1).decode("ascii")) if declared else decoded(data)


def rows_of_page(source: str) -> list[Row]:
    """Return the rows of a web page given as text. Raises Refused."""
    kept = _KEPT_MESSAGE.search(source)
    if kept is not None:
        source = f"<h1>{kept.group(1)}</h1>{kept.group(2)}"
    root = _tree(_copied(source))
    if root is None:
        raise Refused(Reason.NO_TEXT)
    if _is_pdf2htmlex(source):
        return rows_of_converted(root)
    rows = _Page(root, Surroundings(root, source), Margins(source)).rows()
    if not rows and next(root.iter("img"), None) is not None:
        raise Refused(Reason.SCANNED)
    return rows


def _copied(source: str) -> str:
    """Return what was copied, of markup from Windows' clipboard (CF_HTML); any other as it is."""
    page = without_clipboard_head(source)
    fragment = _FRAGMENT.search(page) if page != source else None
    return fragment.group(1) if fragment else page


def _is_pdf2htmlex(source: str) -> bool:
    return 'content="pdf2htmlEX"' in source[:4096]


def _tree(source: str) -> _Element | None:
    from lxml import etree  # noqa: PLC0415

    visible = _CONTROLS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", source)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_pis=True,
        remove_comments=True,
        huge_tree=True,  # else what is nested deeper than 256 is lost without a word
    )
    try:
        parser.feed(visible.encode("utf-8"))
        return parser.close()
    except etree.XMLSyntaxError:
        return None


class _Page:
    """One walk through the tree, without recursion: nesting costs a page nothing."""

    def __init__(self, root: _Element, around: Surroundings, margins: Margins) -> None:
        self._root = root
        self._around = around
        self._flow = Flow()
        self._margins = margins
        self._numbers: list[tuple[int, str] | None] = []  # the next number of each open list
        self._preserved = 0

    def rows(self) -> list[Row]:
        heading = self._around.title()
        if heading:
            self._flow.text(heading)
            self._flow.gap()
        stack: list[tuple[_Element, bool]] = [(self._root, False)]
        depth = 0
        while stack:
            element, closing = stack.pop()
            if closing:
                depth -= 1
                self._close(element)
                self._tail(element)
                continue
            if self._around.is_left_out(element):
                self._tail(element)
                continue
            if self._is_told_otherwise(element):
                self._tail(element)
                continue
            depth += 1
            if depth > NESTING:
                raise Refused(Reason.NESTED)
            self._open(element)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        return self._flow.rows()

    def _is_told_otherwise(self, element: _Element) -> bool:
        """Write what an element stands for where its text is not it; tell whether so."""
        veiled = element.get("data-cfemail")
        if veiled:
            self._flow.text(unveiled(veiled))
        elif element.tag == "sup" and _is_note_sign(element):
            return True
        elif "mso-list:ignore" in element.get("style", "").replace(" ", "").lower():
            mark = " ".join(text_in(element).split())  # the bullet or number that Word shows
            self._flow.mark(f"{mark} " if mark[:-1].isalnum() else BULLET)
        else:
            return False
        return True

    def _set_high(self, element: _Element) -> None:
        """Keep a number that is set high apart from the number before it: no year becomes 20151."""
        if self._flow.recent()[-1:].isdigit() and text_in(element).strip()[:1].isdigit():
            self._flow.text(" ")

    def _tail(self, element: _Element) -> None:
        if element is not self._root and element.tail:
            self._text(element.tail)

    def _text(self, text: str) -> None:
        if self._preserved:
            self._flow.verbatim(text.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            self._flow.text(text.replace("\t", " "))

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag in _OPENING:
            _OPENING[tag](self._flow)
        elif tag == "li":
            self._flow.mark(self._list_mark())
        elif tag == "q":
            self._flow.text("“")
        elif tag == "sup":
            self._set_high(element)
        elif tag == "p" and not self._margins.parts(element)[0]:
            self._flow.line()
        else:
            self._part(element)
        if tag in {"ul", "ol"}:
            first = (_first_number(element), _list_kind(element))
            self._numbers.append(first if tag == "ol" else None)
        self._preserved += tag in _PRESERVED
        text = element.text
        if text:
            self._text(text.removeprefix("\n") if tag in _PRESERVED else text)

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag in _CLOSING:
            _CLOSING[tag](self._flow)
        elif tag == "a":
            self._flow.text(address_beside(element.get("href", ""), text_in(element)))
        elif tag == "q":
            self._flow.text("”")
        if tag in {"ul", "ol"} and self._numbers:
            self._numbers.pop()
        if tag == "p" and not self._margins.parts(element)[1]:
            self._flow.line()
        else:
            self._part(element)
        self._preserved -= tag in _PRESERVED

    def _part(self, element: _Element) -> None:
        """Part what came before from what follows, as the element asks for."""
        if element.tag in _BLOCKS or (element.tag == "div" and _is_long(element)):
            self._flow.gap()
        elif element.tag in _LINES:
            self._flow.line()

    def _list_mark(self) -> str:
        counted = self._numbers[-1] if self._numbers else None
        if counted is None:
            return BULLET
        number, kind = counted
        self._numbers[-1] = (number + 1, kind)
        return f"{written(number, kind)}. "


def _is_long(element: _Element) -> bool:
    own = len((element.text or "").strip())
    own += sum(len((child.tail or "").strip()) for child in element)
    return own >= _LONG


def _is_note_sign(element: _Element) -> bool:
    """Tell the sign of a note, which leads to it, from a number that is set high."""
    if not _NOTE_SIGN.fullmatch(text_in(element)):
        return False
    around = element.getparent()
    links = [*element.iter("a"), *([around] if around is not None and around.tag == "a" else [])]
    return any("#" in link.get("href", "") for link in links)


def _list_kind(element: _Element) -> str:
    style = element.get("style", "").lower()
    for kind, sign, name in _LIST_KINDS:
        if element.get("type") == sign or name in style:
            return kind
    return "decimal"


def _first_number(element: _Element) -> int:
    start = element.get("start", "1").strip()
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
