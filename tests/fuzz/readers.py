"""The readers as the fuzzers call them: bytes in; whatever is raised is a finding.

For formats that are archives the bytes stand for what is inside: parts with a line of
their name between them, so that a mutation is not lost on a checksum.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterable
from typing import Final

from appealdesk.cases.casefile import dump_case_file, load_case_file
from appealdesk.cases.model import Case, Document, Line
from appealdesk.cases.opening import reading as opening
from appealdesk.cases.opening.charsets import decoded, decoded_as
from appealdesk.cases.opening.formats import Format, told_by_text
from appealdesk.cases.opening.hidden import made_visible
from appealdesk.cases.opening.layout import rows_of_pages
from appealdesk.cases.opening.mail import rows_of_mail
from appealdesk.cases.opening.open_document import rows_of_open_document
from appealdesk.cases.opening.parent import Reply, _checked
from appealdesk.cases.opening.pdf import rows_of_pdf
from appealdesk.cases.opening.pieces import Letter, Piece
from appealdesk.cases.opening.plain import rows_of_text
from appealdesk.cases.opening.reasons import Refused
from appealdesk.cases.opening.rich_text import rows_of_rich_text
from appealdesk.cases.opening.right_to_left import pieces_from_the_right
from appealdesk.cases.opening.rows import Row, within_limits
from appealdesk.cases.opening.web_form import rows_of_form
from appealdesk.cases.opening.web_page import rows_of_page, text_of_page
from appealdesk.cases.opening.word import rows_of_word
from appealdesk.cases.reading import read as read_case
from appealdesk.cases.records import as_record
from appealdesk.errors import Trouble
from tests.fuzz.valid_documents import VALID

_PART: Final = b"\n%%%%"
_LONGEST: Final = 4_000  # letters of a drawn page


def _taken(rows: Iterable[Row]) -> None:
    """Send rows the way of the child's answer; raise where the parent would not take them."""
    lines = [(made_visible(text), page) for text, page in within_limits(rows)]
    if any(text.strip() for text, _page in lines):
        answer = json.dumps({"format": "x", "lines": lines}, ensure_ascii=False).encode()
        assert isinstance(_checked(answer), Reply), "the parent would not take this answer"


def _opened(reader: Callable[[bytes], Iterable[Row]]) -> Callable[[bytes], None]:
    def opened(data: bytes) -> None:
        try:
            _taken(reader(data))
        except Refused:
            return

    return opened


def _text(data: bytes) -> Iterable[Row]:
    name, _end, rest = data.partition(b"\n")
    for text in (decoded(data), decoded_as(rest, name.decode("latin-1"))):
        told_by_text(text)
        yield from rows_of_text(text)


def _any(data: bytes) -> Iterable[Row]:
    return opening.read(data)[1]


def _page(data: bytes) -> Iterable[Row]:
    return rows_of_page(text_of_page(data))


def _form(data: bytes) -> Iterable[Row]:
    return rows_of_form(data.decode("utf-8", "replace")) or []


def _archived(reader: Callable[[bytes], Iterable[Row]]) -> Callable[[bytes], Iterable[Row]]:
    def archived(data: bytes) -> Iterable[Row]:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            written: set[str] = set()
            for part in data.split(_PART)[1:]:
                raw, _end, content = part.partition(b"\n")
                name = raw[:60].decode("latin-1").split("\0")[0]
                if name and name not in written:
                    written.add(name)
                    archive.writestr(name, content)
        return reader(out.getvalue())

    return archived


def _in_parts(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(
            _PART + name.encode() + b"\n" + archive.read(name) for name in archive.namelist()
        )


def _drawn(data: bytes) -> Iterable[Row]:
    """Take bytes for letters at places on two pages, and read these pages."""
    pages: list[list[Letter]] = [[], []]
    size = struct.calcsize("<HHHBB")
    for index in range(min(len(data) // size, _LONGEST)):
        code, left, bottom, width, look = struct.unpack_from("<HHHBB", data, index * size)
        text = chr(code) if not 0xD800 <= code < 0xE000 else " "
        place = (float(left % 600), float(bottom % 850))
        box = (place[0] + width / 8, place[1] + look % 32)
        pages[look >> 7].append(Letter(text, *place, *box, index))
    from_the_right = [pieces_from_the_right(page) for page in pages]
    yield from rows_of_pages(from_the_right)
    yield from rows_of_pages(
        [
            [Piece(i.text, i.left, i.bottom, i.right, i.top, i.top - i.bottom) for i in page]
            for page in pages
        ]
    )


def _case_file(data: bytes) -> None:
    try:
        case = load_case_file(data.decode("utf-8", "replace"), "x.yaml")
    except Trouble:
        return
    assert load_case_file(dump_case_file(case), "x.yaml") == case


def _grammar(data: bytes) -> None:
    rows = rows_of_text(data.decode("utf-8", "replace"))
    lines = tuple(
        Line(number=number, text=made_visible(text), page=page)
        for number, (text, page) in enumerate(rows, start=1)
    )
    for case in read_case(Document(name="x", format=Format.TEXT.value, lines=lines)):
        json.dumps(as_record("x", case))


READERS: Final[dict[str, Callable[[bytes], None]]] = {
    "text": _opened(_text),
    "html": _opened(_page),
    "pdf": _opened(rows_of_pdf),
    "layout": _opened(_drawn),
    "docx": _opened(_archived(rows_of_word)),
    "odt": _opened(_archived(rows_of_open_document)),
    "rtf": _opened(rows_of_rich_text),
    "mail": _opened(rows_of_mail),
    "form": _opened(_form),
    "casefile": _case_file,
    "grammar": _grammar,
    "any": _opened(_any),
}

_SEEDS: Final = {
    "text": ["text", "text of Windows", "text of Unix in UTF-16"],
    "html": ["page"],
    "pdf": ["pdf", "pdf from the right"],
    "rtf": ["rtf"],
    "mail": ["mail"],
    "form": ["form"],
    "casefile": ["case file"],
    "grammar": ["text"],
    "any": list(VALID),
}
_WORDS: Final = {
    "html": "<table> <tr> <td> <li> <ol> <ul> <div> <p> <br> <pre> </table> </td> <style> style= "
    "class= hidden display:none data-cfemail= href=mailto: <script> <!-- --> charset= &#x202e; "
    "StartFragment: Version:0.9 <title> <h1> <q> pdf2htmlEX <nav> <form> <textarea>",
    "pdf": "obj endobj stream endstream BT ET Tj TJ Tf Tm Td /Page /Pages /Kids /Count /Font "
    "/ToUnicode /XObject /Subtype /Form /Image /Rotate 90 /Encrypt /Filter /FlateDecode xref "
    "trailer startxref /Prev /Annots /MediaBox /Resources /Contents",
    "docx": "<w:p> </w:p> <w:r> <w:t> </w:t> <w:tbl> <w:tr> <w:tc> <w:br/> <w:tab/> <w:del> "
    "<w:ins> <w:vanish/> <w:pPr> <w:rPr> <w:numPr> <w:ilvl <w:numId w:val= <w:fldChar "
    "w:fldCharType= <w:hyperlink <w:txbxContent> <mc:Fallback> <w:footnote <!DOCTYPE",
    "odt": "<text:p> </text:p> <text:span> <text:list> <text:list-item> <text:s text:c= "
    "<text:tab/> <text:note> <text:a <table:table> <table:table-row> <table:table-cell> "
    "<draw:text-box> <text:soft-page-break/> text:style-name= <office:annotation> <!DOCTYPE",
    "rtf": "{ } \\par \\line \\cell \\row \\intbl \\trowd \\pard \\u8364? \\'e9 \\uc2 \\bin9 \\* "
    "\\listtext \\pntext \\fonttbl \\fcharset204 \\f1 \\ansicpg1251 \\deleted \\v \\footnote "
    "\\shptxt \\fldrslt \\page \\sect \\u-10179? \\upr \\ud",
    "mail": "Content-Type: text/plain text/html multipart/mixed multipart/alternative "
    "message/rfc822 boundary= charset= format=flowed delsp=yes Content-Transfer-Encoding: base64 "
    "quoted-printable Subject: =?utf-8?q? ?= =20 =\n --b --b-- From Content-Disposition: "
    "attachment filename= begin 644 uu x-uuencode",
    "form": '{ } [ ] " : , \\u0041 \\ud800 true null 1e999 <p> mail@x.example title address',
    "casefile": "recipients: points: title: deadline: issued: &a *a !! !!binary | > - ? : ' \" "
    "2012-03-01 doubts: sources: {} [] persons: name: part: target true 0x1f 1:20 .inf %YAML ---",
    "grammar": "APPEALS Salutation: Fax: Email: TO: COPIES Dear PLEASE WRITE IMMEDIATELY BEFORE "
    "UA: Index: Tel: @ +44 / • - 1. 2. Minister of 31 March 2012 http:// Estimado Sehr geehrter "
    "c/o and ; : ( ) \n\n additional information",
}


def seeds_of(name: str) -> list[bytes]:
    """Return the documents that fuzzing of a reader begins with."""
    if name in {"docx", "odt"}:
        return [_in_parts(VALID[name])]
    if name == "layout":
        text = VALID["text"].decode()
        return [
            b"".join(
                struct.pack("<HHHBB", ord(letter) % 65536, 40 + 6 * column, 800 - 13 * row, 48, 10)
                for row, line in enumerate(text.splitlines())
                for column, letter in enumerate(line)
            )
        ]
    if name == "casefile":
        full = dump_case_file(Case(reference="UA 12/15", title="Teacher missing"))
        return [VALID["case file"], full.encode()]
    return [VALID[kind] for kind in _SEEDS[name]]


def dictionary_of(name: str) -> list[bytes]:
    """Return the words that mutations of a format are made of."""
    return [word.encode() for word in _WORDS.get(name, "\\0 \\xff").split(" ")]
