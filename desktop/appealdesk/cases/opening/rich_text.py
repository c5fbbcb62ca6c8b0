"""Rich text (.rtf) to rows: a reader of control words. Objects and pictures are passed over.

After the Rich Text Format specification 1.9.1: groups, destinations, \\uN with its
replacement characters, code pages by font.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from appealdesk.cases.opening.flow import BULLET, Flow
from appealdesk.cases.opening.limits import NESTING
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row

_TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_PASSED_OVER: Final = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl"
    b" footerr footerf annotation atnid atnauthor fldinst themedata colorschememapping"
    b" latentstyles datastore listtable listoverridetable revtbl rsidtbl generator xmlnstbl"
    b" filetbl bkmkstart bkmkend nonshppict shpinst pntxta pntxtb template objdata".split()
)
_KEPT: Final = frozenset({b"shptxt", b"footnote", b"fldrslt", b"listtext", b"pntext", b"shpinst"})
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


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._flow = Flow()
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
        self._in_table = False
        self._leaving = False  # a paragraph after the table has begun
        self._space = self._space_above = 0
        self._after_paragraph = False
        self._listed = False  # the paragraph above is an entry of a list
        self._controls: dict[bytes, Callable[[int | None], None]] = {
            b"par": lambda _value: self._paragraph(),
            b"line": lambda _value: self._break(),
            b"page": lambda _value: self._page(),
            b"sect": lambda _value: self._paragraph(),
            b"cell": lambda _value: self._end_cell(),
            b"row": lambda _value: self._end_row(),
            b"intbl": lambda _value: self._in_cell(),
            b"pard": lambda _value: self._plain_paragraph(),
            b"sa": self._set_space,
            b"ansicpg": self._set_code_page,
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
        if self._in_table:
            self._flow.close_table()
        return self._flow.rows()

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
        mark = self._group.mark
        self._group = self._groups.pop()
        self._starred = False
        self._skip = 0
        if mark and not self._group.mark:
            self._put_mark()

    def _control(self, word: bytes, value: int | None) -> None:
        if word == b"*":
            self._starred = True
            return
        starred, self._starred = self._starred, False
        if word in _KEPT and starred:
            starred = False
        if starred or word in _PASSED_OVER:
            self._change(passed_over=True)
        if word in self._controls:
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
        if not self._group.passed_over:
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
        if text.strip():
            self._leave_table()
        if self._after_paragraph and text.strip():
            if self._space_above >= _GAP or self._listed:
                self._flow.gap()
            self._after_paragraph = self._listed = False
        self._flow.text(text)

    def _put_mark(self) -> None:
        mark = "".join(self._mark).strip()
        self._mark.clear()
        if mark and not self._group.passed_over:
            if self._after_paragraph and not self._listed:
                self._flow.gap()
            self._after_paragraph = False
            self._listed = True
            self._flow.mark(BULLET if _OWN_BULLET.match(mark) else f"{mark} ")

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
        if not self._flow.recent().strip():
            self._flow.gap()
        else:
            self._space_above = self._space
            self._after_paragraph = True
        self._flow.line()

    def _break(self) -> None:
        if not self._group.passed_over:
            self._flow.line_break()

    def _page(self) -> None:
        if not self._group.passed_over:
            self._flow.gap()
            self._flow.page += 1

    def _end_cell(self) -> None:
        if self._in_table and not self._group.passed_over:
            self._flow.close_cell()
            self._flow.open_cell()
            self._after_paragraph = False

    def _end_row(self) -> None:
        if self._in_table and not self._group.passed_over:
            self._flow.open_row()
            self._flow.open_cell()

    def _plain_paragraph(self) -> None:
        """Take \\pard: no settings yet; unless \\intbl follows, the table is over."""
        self._space = 0
        self._leaving = self._in_table

    def _in_cell(self) -> None:
        """Take \\intbl: this paragraph stands in a cell."""
        self._leaving = False
        if not self._in_table and not self._group.passed_over:
            self._flow.open_table()
            self._flow.open_row()
            self._flow.open_cell()
            self._in_table = True
            self._after_paragraph = False

    def _leave_table(self) -> None:
        if self._leaving:
            self._flow.close_table()
            self._in_table = self._leaving = self._after_paragraph = False

    def _set_space(self, value: int | None) -> None:
        self._space = value or 0

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
