"""More documents made to do harm: files in files, things that point at themselves, floods."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Final

from appealdesk.cases.opening.reasons import Reason
from tests.cases.opening.hostile_documents import LETTER, READ, Hostile
from tests.cases.opening.made_office import ODF, W, docx, members_of, odt, p, zipped
from tests.cases.opening.made_pdf import lines, pdf, rewritten, written

_STOPPED: Final = (Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY, Reason.DIED, Reason.TOO_LONG)
_BOMB: Final = b"\0" * 40_000_000


def _of(data: bytes, *ends: str) -> Hostile:
    return Hostile(lambda: data, frozenset(ends))


def _lazily(make: object, *ends: str) -> Hostile:
    return Hostile(make, frozenset(ends))  # type: ignore[arg-type]


def _letter() -> bytes:
    return pdf([lines(LETTER)])


def _docx_that_is_its_own_chunk() -> bytes:
    rels = "<Relationship Id='c' Target='chunk.docx'/>"
    whole = docx("<w:altChunk r:id='c'/>" + p("Dear"), rels=rels)
    return zipped({**members_of(whole), "word/chunk.docx": whole})


def _chunk_bomb() -> bytes:
    rels = "<Relationship Id='c' Target='c.html'/>"
    whole = docx("<w:altChunk r:id='c'/>" * 400 + p("Dear"), rels=rels)
    page = b"<html>" + b"<p>ha ha</p>" * 20_000
    return zipped({**members_of(whole), "word/c.html": page})


def _heads_without_end() -> bytes:
    references = "<w:headerReference w:type='default' r:id='h'/>" * 3_000
    rels = "<Relationship Id='h' Target='document.xml'/>"
    return docx(p("Dear") + f"<w:sectPr>{references}</w:sectPr>", rels=rels)


def _odt_of_notes_in_notes(depth: int) -> bytes:
    return odt("<text:p>a<text:note><text:note-body>" * depth + "<text:p>x</text:p>")


def _mail(kind: str, body: bytes) -> bytes:
    return b"MIME-Version: 1.0\nSubject: x\nContent-Type: %s\n\n%s" % (kind.encode(), body)


def _messages_in_base64(layers: int) -> bytes:
    mail = b"Subject: x\nMIME-Version: 1.0\n\nDear Minister\n"
    for _layer in range(layers):
        coded = base64.encodebytes(mail)
        mail = (
            b"Subject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n"
            b"Content-Transfer-Encoding: base64\n\n" + coded
        )
    return mail


def _attached_bomb() -> bytes:
    bomb = zipped({"word/document.xml": _BOMB})
    part = b"Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n"
    return _mail(
        "multipart/mixed; boundary=b",
        b"--b\n\nsee\n--b\n%s%s\n--b--\n" % (part, base64.encodebytes(bomb)),
    )


def _uuencoded_without_end() -> bytes:
    line = binascii.b2a_uu(b"A" * 45)
    return b"Received: x\nMIME-Version: 1.0\n\n" + (b"begin 644 x\n" + line * 300) * 60


def _packed_stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _pdf_of(stream: bytes, font: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % font,
            4: b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 5 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % box,
            5: stream,
            6: _packed_stream(b"1 beginbfrange <00> <FF> <0000> endbfrange\n" * 400_000),
        }
    )


_TEXT: Final = b"BT /F1 12 Tf 50 700 Td (Dear Minister) Tj ET"
_PLAIN: Final = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_TEXT), _TEXT)


def _strokes(count: int) -> bytes:
    return _pdf_of(_packed_stream(_TEXT + b" 0 0 m 9 9 l S" * count))


def _letters_everywhere(count: int) -> bytes:
    shown = b"".join(
        b"BT /F1 9 Tf %d %d Td (ha) Tj ET " % (n * 37 % 590, n * 91 % 840) for n in range(count)
    )
    return _pdf_of(_packed_stream(shown))


def _big_picture() -> bytes:
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB"
        b" /BitsPerComponent 8 /Filter /FlateDecode /Length 9 >>\nstream\n123456789\nendstream"
    )
    drawn = _TEXT + b" q 590 0 0 840 0 0 cm /I Do Q"
    whole = pdf([[]], extra=[picture])
    whole = rewritten(whole, b"/Resources <<", b"/Resources << /XObject << /I 900 0 R >>")
    old = b"<< /Length 0 >>\nstream\n\nendstream"
    return rewritten(whole, old, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))


def _converted(count: int) -> bytes:
    divs = b"".join(b"<div class='t x%x y%x'>ha</div>" % (n % 99, n) for n in range(count))
    head = b'<html><head><meta name=generator content="pdf2htmlEX"></head><body><div class=pf>'
    return head + divs


FLOODS: Final[dict[str, Hostile]] = {
    # files in files
    "a docx that holds itself": _lazily(_docx_that_is_its_own_chunk, READ),
    "a docx that takes in one page again and again": _lazily(_chunk_bomb, Reason.EXPANDS, *_STOPPED),
    "a docx whose text is its own head": _lazily(_heads_without_end, READ),
    "a mail with a zip bomb": _lazily(_attached_bomb, Reason.ATTACHED),
    "messages in base64 in messages": _lazily(lambda: _messages_in_base64(30), Reason.NESTED),
    "files uuencoded without end": _lazily(_uuencoded_without_end, READ),
    "a mailbox of very many messages": _of(
        b"From a@x.example Fri Jun 13 18:22:51 2008\nSubject: x\nMIME-Version: 1.0\n\nhi\n\n"
        * 40_000,
        READ,
    ),
    "a PDF that is a zip as well": _lazily(
        lambda: _letter() + zipped({"word/document.xml": "<x/>"}), READ
    ),
    "a page that is a PDF as well": _of(b"<html><p>Dear %PDF-1.7</p></html>", READ),
    # PDF
    "a PDF whose letters are named by a bomb": _lazily(
        lambda: _pdf_of(_PLAIN, b"/ToUnicode 6 0 R"), READ, Reason.LETTERS_UNKNOWN, *_STOPPED
    ),
    "a PDF of a million strokes": _lazily(lambda: _strokes(1_000_000), READ, *_STOPPED),
    "a PDF of words thrown everywhere": _lazily(lambda: _letters_everywhere(20_000), READ, *_STOPPED),
    "a PDF with a picture of billions of points": _lazily(_big_picture, READ),
    "a PDF on a sheet without measure": _lazily(
        lambda: _pdf_of(_PLAIN, box=b"-1e38 -1e38 1e38 1e38"), READ, Reason.NO_TEXT, Reason.SCANNED
    ),
    "a PDF on a sheet of nothing": _lazily(
        lambda: _pdf_of(_PLAIN, box=b"0 0 0 0"), READ, Reason.NO_TEXT, Reason.SCANNED
    ),
    "a PDF with letters larger than the world": _lazily(
        lambda: _pdf_of(_PLAIN.replace(b"/F1 12", b"/F1 9e9")), READ, Reason.NO_TEXT, Reason.SCANNED,
        Reason.DAMAGED,
    ),
    # web pages
    "a converted page of very many pieces": _lazily(lambda: _converted(30_000), READ, *_STOPPED),
    "a page of a million marks of lists": _of(b"<html>" + b"<li>" * 300_000 + b"x", READ, Reason.NESTED, *_STOPPED),
    "a page whose style states a million margins": _of(
        b"<html><style>" + b".a{margin:0 1 2 3}" * 200_000 + b"</style><p class=a>Dear</p>", READ
    ),
    "a page of hidden words": _of(
        b"<html><p>Dear</p>" + b"<span hidden>pay</span>" * 50_000 + b"</html>", READ
    ),
    # rich text, OpenDocument
    "rich text of notes in notes": _of(
        b"{\\rtf1 a" + b"{\\footnote b" * 900 + b"}" * 901, READ, Reason.NESTED
    ),
    "rich text of notes in notes without end": _of(b"{\\rtf1" + b"{\\footnote " * 50_000, Reason.NESTED),
    "rich text of a million boxes": _of(
        b"{\\rtf1 " + b"{\\shptxt ha\\par}" * 150_000 + b"\\par}", READ, *_STOPPED
    ),
    "an odt of notes in notes without end": _lazily(lambda: _odt_of_notes_in_notes(2_000), Reason.NESTED),
    "an odt with very many heads": _lazily(
        lambda: zipped(
            {
                **members_of(odt("<text:p>Dear</text:p>")),
                "styles.xml": f"<office:document-styles {ODF}>"
                + "<style:master-page style:name='Standard'><style:header><text:p>ha</text:p>"
                "</style:header></style:master-page>" * 3_000
                + "</office:document-styles>",
            }
        ),
        READ,
    ),
    "a docx with a billion spaces": _of(
        zipped({"word/document.xml": f"<w:document {W}><w:body>{p('a' + ' ' * 900_000 + 'b')}</w:body></w:document>"}),
        READ, Reason.EXPANDS,
    ),
    # text
    "a page for every letter": _of(b"a\f" * 500_000, READ, Reason.TOO_LONG),
    "a flood of invisible letters": _of("\u200b\u2060\u00ad".encode() * 200_000 + b"Dear", READ),
    "a flood of overrides": _of("\u202e".encode() * 100_000 + b"Dear", READ),
    "quoting without end": _of(b"> " * 400_000 + b"Dear", READ),
    "web-form data of a million keys": _of(
        b"{" + b",".join(b'"k%d":"Dear you"' % n for n in range(100_000)) + b"}", READ, *_STOPPED
    ),
}  # fmt: skip
