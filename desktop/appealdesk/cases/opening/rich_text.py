"""Rich text (.rtf) to rows: a reader of control words. Objects and pictures are passed over.

After the Rich Text Format specification 1.9.1: groups, destinations, \\uN with its
replacement characters, code pages by font.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from appealdesk.cases.opening.flow import BULLET, Flow
from appealdesk.cases.opening.heads import with_heads
from appealdesk.cases.opening.limits import NESTING
from appealdesk.cases.opening.links import address_beside
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row

_TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_PASSED_OVER: Final = frozenset(
    b"fonttbl colortbl stylesheet info pict object headerl footerl"
    b" annotation atnid atnauthor fldinst themedata colorschememapping"
    b" latentstyles datastore listtable listoverridetable revtbl rsidtbl generator xmlnstbl"
    b" filetbl bkmkstart bkmkend nonshppict shprslt sp pntxta pntxtb template objdata".split()
)
_KEPT: Final = frozenset(
    b"shptxt footnote fldinst fldrslt listtext pntext shpinst do dptxbxtext".split()
)
_ASIDE: Final = {  # what is told beside the text, and where it goes
    b"footnote": "notes",
    b"shptxt": "boxes",
    b"dptxbxtext": "boxes",
    b"header": "heads",
    b"headerf": "heads",
    b"headerr": "heads",
    b"footer": "feet",
    b"footerf": "feet",
    b"footerr": "feet",
}
_MAIL_LINK: Final = re.compile(rb'HYPERLINK\s+"?(mailto:[^"\s]+)', re.IGNORECASE)
_WRITTEN: Final = {
    b"tab": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"~": "\u00a0",
    b"_": "-",
    b"-": "",
}
_CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_OWN_BULLET: Final = re.compile("^[\u00b7\u2022\uf0b7\uf0a7o§-]$")
_GAP: Final = 60  # twentieths of a point between paragraphs that the eye sees as a gap


def rows_of_rich_text(data: bytes) -> list[Row]:
    """Return the rows of an .rtf. Raises Refused."""
    return _Reader(data).rows()


@dataclass(frozen=True)
class _Group:
    """What holds inside one pair of braces."""

    passed_over: bool = False
    hidden: bool = False
    mark: bool = False  # the bullet or number of an entry, as it was shown
    fonts: bool = False  # the table of fonts
    font: int = -1  # -1: the document's own
    replaced: int = 1  # characters that stand in for one \u
    instruction: bool = False  # what a field shall show
    link: str = ""  # the target of the link that is shown here
    shown_from: int = 0  # where in the line at hand the link's own text begins


@dataclass
class _Place:
    """One running text, the document's or that of a note or box, and where it stands."""

    flow: Flow = field(default_factory=Flow)
    in_table: bool = False
    leaving: bool = False  # a paragraph after the table has begun
    space: int = 0  # below the paragraph at hand, in twentieths of a point
    space_before: int = 0
    space_above: int = 0  # below the paragraph before
    after_paragraph: bool = False
    listed: bool = False  # the paragraph above is an entry of a list
    boxes: list[Row] = field(default_factory=list)  # text boxes held by the paragraph at hand

    def rows(self) -> list[Row]:
        if self.in_table:
            self.flow.close_table()
        self.put_boxes()
        return self.flow.rows()

    def put_boxes(self) -> None:
        """Write the text boxes below the paragraph that holds them."""
        boxes, self.boxes = self.boxes, []
        self.flow.blocks(boxes)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = _Place()
        self._asides: list[tuple[int, str, _Place]] = []  # open ones: depth, kind, place around
        self._told: dict[str, list[Row]] = {"notes": [], "heads": [], "feet": []}
        self._instruction = bytearray()
        self._group = _Group()
        self._groups: list[_Group] = []
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._usual_font = 0
        self._bytes = bytearray()
        self._high = 0  # the first half of a pair of \u
        self._skip = 0
        self._starred = False
        self._mark: list[str] = []
        self._controls: dict[bytes, Callable[[int | None], None]] = {
            b"par": lambda _value: self._paragraph(),
            b"line": lambda _value: self._break(),
            b"page": lambda _value: self._page(),
            b"sect": lambda _value: self._paragraph(),
            b"cell": lambda _value: self._end_cell(),
            b"row": lambda _value: self._end_row(),
            b"intbl": lambda _value: self._in_cell(),
            b"pard": lambda _value: self._plain_paragraph(),
            b"nestcell": lambda _value: self._paragraph(),
            b"nestrow": lambda _value: self._paragraph(),
            b"column": lambda _value: self._paragraph(),
            b"sa": self._set_space,
            b"sb": self._set_space_before,
            b"ansicpg": self._set_code_page,
            b"mac": lambda _value: self._set_codec("mac_roman"),
            b"pc": lambda _value: self._set_codec("cp437"),
            b"pca": lambda _value: self._set_codec("cp850"),
            b"fldinst": lambda _value: self._change(passed_over=True, instruction=True),
            b"fldrslt": lambda _value: self._begin_link(),
            b"f": lambda value: self._change(font=value or 0),
            b"deff": self._set_usual_font,
            b"fcharset": self._set_charset,
            b"u": self._unicode,
            b"uc": lambda value: self._change(replaced=min(max(value or 0, 0), 9)),
            b"v": lambda value: self._change(hidden=value != 0),
            b"deleted": lambda value: self._change(hidden=value != 0),
            b"strike": lambda value: self._change(hidden=value != 0),
            b"plain": lambda _value: self._change(hidden=False, font=-1),
            b"fonttbl": lambda _value: self._change(passed_over=True, fonts=True),
            b"listtext": lambda _value: self._change(mark=True),
            b"pntext": lambda _value: self._change(mark=True),
        }

    def rows(self) -> list[Row]:
        for word, value, text in self._tokens():
            if word is None:
                if self._groups:  # what stands before or behind the document is no part of it
                    self._raw(text)
            elif word == b"{":
                self._open()
            elif word == b"}":
                self._close()
            else:
                self._control(word, value)
        self._flush()
        if self._groups:
            raise Refused(Reason.DAMAGED)
        return with_heads(
            [*self._at.rows(), *self._told["notes"]], self._told["heads"], self._told["feet"]
        )

    def _tokens(self) -> Iterator[tuple[bytes | None, int | None, bytes]]:
        place = 0
        while place < len(self._data):
            found = _TOKEN.match(self._data, place)
            if found is None:
                return
            place = found.end()
            word, number, code, symbol, brace, text = found.groups()
            if word == b"bin":
                place += max(0, int(number or 0))
            elif word is not None:
                yield word, int(number) if number else None, b""
            elif code is not None:
                yield None, None, bytes.fromhex(code.decode("ascii"))
            elif symbol is not None and symbol in b"{}\\":
                yield None, None, symbol
            elif symbol is not None:
                yield (b"par" if symbol in {b"\r", b"\n"} else symbol), None, b""
            elif brace is not None:
                yield brace, None, b""
            elif text is not None:
                yield None, None, text

    def _open(self) -> None:
        self._flush()
        self._groups.append(self._group)
        if len(self._groups) > NESTING:
            raise Refused(Reason.NESTED)

    def _close(self) -> None:
        self._flush()
        if not self._groups:
            return
        closed, self._group = self._group, self._groups.pop()
        self._starred = False
        self._skip = 0
        if closed.mark and not self._group.mark:
            self._put_mark()
        if closed.link and not self._group.link:
            shown = self._at.flow.recent()[closed.shown_from :]
            self._write(address_beside(closed.link, shown) if shown else "")
        if self._asides and len(self._groups) < self._asides[-1][0]:
            self._end_aside()

    def _begin_aside(self, kind: str) -> None:
        if not self._group.passed_over:
            self._asides.append((len(self._groups), kind, self._at))
            self._at = _Place()
            self._at.flow.page = self._asides[-1][2].flow.page

    def _end_aside(self) -> None:
        _depth, kind, around = self._asides.pop()
        rows, self._at = self._at.rows(), around
        if kind == "boxes":
            around.boxes += [("", around.flow.page), *rows]
        else:
            self._told[kind] += [("", around.flow.page), *rows]

    def _begin_link(self) -> None:
        found = _MAIL_LINK.search(bytes(self._instruction))
        self._instruction.clear()
        if found:
            target = found.group(1).decode("ascii", "replace")
            self._change(link=target, shown_from=len(self._at.flow.recent()))

    def _control(self, word: bytes, value: int | None) -> None:
        if word == b"*":
            self._starred = True
            return
        starred, self._starred = self._starred, False
        if word in _KEPT and starred:
            starred = False
        if starred or word in _PASSED_OVER:
            self._change(passed_over=True)
        if word in _ASIDE:
            self._flush()
            self._begin_aside(_ASIDE[word])
        elif word in self._controls:
            if word not in {b"u", b"uc"}:
                self._flush()
            self._controls[word](value)
        elif word in _WRITTEN:
            self._flush()
            self._write(_WRITTEN[word])

    def _change(self, **changes: bool | int | str) -> None:
        self._group = replace(self._group, **changes)  # type: ignore[arg-type]

    def _raw(self, text: bytes) -> None:
        if self._skip:
            taken = min(self._skip, len(text))
            self._skip -= taken
            text = text[taken:]
        if self._group.instruction:
            self._instruction += text
        elif not self._group.passed_over:
            self._bytes += text

    def _flush(self) -> None:
        if self._bytes:
            font = self._usual_font if self._group.font < 0 else self._group.font
            codec = self._fonts.get(font) or self._codec
            text = self._bytes.decode(codec, "replace")
            self._bytes.clear()
            self._write(text)

    def _write(self, text: str) -> None:
        if self._group.passed_over or self._group.hidden:
            return
        if self._group.mark:
            self._mark.append(text)
            return
        at = self._at
        if text.strip():
            self._leave_table()
        if at.after_paragraph and text.strip():
            if max(at.space_above, at.space_before) >= _GAP or at.listed:
                at.flow.gap()
            at.after_paragraph = at.listed = False
        at.flow.text(text)

    def _put_mark(self) -> None:
        mark = "".join(self._mark).strip()
        self._mark.clear()
        at = self._at
        if mark and not self._group.passed_over:
            if at.after_paragraph and not at.listed:
                at.flow.gap()
            at.after_paragraph = False
            at.listed = True
            at.flow.mark(BULLET if _OWN_BULLET.match(mark) else f"{mark} ")

    def _unicode(self, value: int | None) -> None:
        """Write \\uN; what stands in for it, for old readers, is passed over."""
        self._skip = self._group.replaced
        code = (value or 0) % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if self._bytes:
            skip, self._skip = self._skip, 0
            self._flush()
            self._skip = skip
        if 0xDC00 <= code < 0xE000 and self._high:
            code = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)
        self._high = 0
        self._write("•" if 0xF000 <= code <= 0xF0FF else chr(code))

    def _paragraph(self) -> None:
        if self._group.passed_over:
            return
        self._leave_table()
        at = self._at
        if not at.flow.recent().strip():
            at.flow.gap()
        else:
            at.space_above = at.space
            at.after_paragraph = True
        at.flow.line()
        at.put_boxes()

    def _break(self) -> None:
        if not self._group.passed_over:
            self._at.flow.line_break()

    def _page(self) -> None:
        if not self._group.passed_over:
            self._at.flow.gap()
            self._at.flow.page += 1

    def _end_cell(self) -> None:
        if self._at.in_table and not self._group.passed_over:
            self._at.put_boxes()
            self._at.flow.close_cell()
            self._at.flow.open_cell()
            self._at.after_paragraph = False

    def _end_row(self) -> None:
        if self._at.in_table and not self._group.passed_over:
            self._at.flow.open_row()
            self._at.flow.open_cell()

    def _plain_paragraph(self) -> None:
        """Take \\pard: no settings yet; unless \\intbl follows, the table is over."""
        if self._group.mark:
            return
        self._at.space = self._at.space_before = 0
        self._at.leaving = self._at.in_table

    def _in_cell(self) -> None:
        """Take \\intbl: this paragraph stands in a cell."""
        self._at.leaving = False
        if not self._at.in_table and not self._group.passed_over:
            self._at.flow.open_table()
            self._at.flow.open_row()
            self._at.flow.open_cell()
            self._at.in_table = True
            self._at.after_paragraph = False

    def _leave_table(self) -> None:
        at = self._at
        if at.leaving:
            at.flow.close_table()
            at.in_table = at.leaving = at.after_paragraph = False

    def _set_space(self, value: int | None) -> None:
        self._at.space = value or 0

    def _set_space_before(self, value: int | None) -> None:
        self._at.space_before = value or 0

    def _set_codec(self, name: str) -> None:
        self._codec = name

    def _set_code_page(self, value: int | None) -> None:
        try:
            self._codec = codecs.lookup(f"cp{value}").name
        except LookupError:
            self._codec = "cp1252"

    def _set_usual_font(self, value: int | None) -> None:
        self._usual_font = value or 0

    def _set_charset(self, value: int | None) -> None:
        if self._group.fonts and value in _CHARSETS:
            self._fonts[self._group.font] = _CHARSETS[value]
