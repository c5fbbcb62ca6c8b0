"""Documents made to do harm, and documents that harm came to. Written by code, never stored.

Each has the reasons with which it may be refused; READ stands for being read rightly.
"""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Final, NamedTuple

from appealdesk.cases.opening.reasons import Reason
from tests.cases.opening.made_office import ODF, W, docx, flat, odt, p, zipped
from tests.cases.opening.made_pdf import lines, pdf, stream_of, written

READ: Final = "read"
LETTER: Final = ["Dear Minister,", "", "please release Amina Torosyan.", "Yours sincerely"]


class Hostile(NamedTuple):
    make: Callable[[], bytes]
    ends: frozenset[str]


def _of(make: Callable[[], bytes], *ends: str) -> Hostile:
    return Hostile(make, frozenset(ends))


def _letter_pdf() -> bytes:
    return pdf([lines(LETTER)])


def _letter_docx() -> bytes:
    return docx("".join(p(line) for line in LETTER))


def _letter_odt() -> bytes:
    return odt("".join(f"<text:p>{line}</text:p>" for line in LETTER))


def _letter_rtf() -> bytes:
    return b"{\\rtf1\\ansi " + b"\\par ".join(line.encode() for line in LETTER) + b"}"


def _letter_page() -> bytes:
    return (
        "<html><body>" + "".join(f"<p>{line}</p>" for line in LETTER) + "</body></html>"
    ).encode()


def _letter_mail() -> bytes:
    body = base64.encodebytes("\n".join(LETTER).encode())
    return b"Subject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + body


def _cut(make: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: make()[: len(make()) * 2 // 3]


def _entities(name: str, levels: int = 9) -> str:
    declared = "".join(
        f"<!ENTITY e{level} '{f'&e{level - 1};' * 10}'>" for level in range(1, levels + 1)
    )
    return f"<!DOCTYPE {name} [<!ENTITY e0 'ha'>{declared}]><{name}>&e{levels};</{name}>"


def _page_tree(kids: str, count: int) -> bytes:
    return pdf([lines(LETTER)]).replace(
        b"/Kids [10 0 R] /Count 1", f"/Kids [{kids}] /Count {count}".encode()
    )


def _many_pages(count: int) -> bytes:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (10 + n) for n in range(count)), count),
        3: b"<< /Length 9 >>\nstream\nBT ET q Q\nendstream",
    }
    for n in range(count):
        objects[10 + n] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R >>"
    return written(objects)


def _packed_pdf(times: int) -> bytes:
    """Return a PDF whose page unpacks to very much text, packed twice."""
    content = zlib.compress(zlib.compress(stream_of([(50, 700, "ha " * 30)]) * times, 9), 9)
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            4: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>",
            5: b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream"
            % (len(content), content),
        }
    )


def _many_members(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(f"word/document{number}.xml", b"")
    return out.getvalue()


def _overlapping() -> bytes:
    """Return a .docx whose directory points many names at the same packed bytes."""
    whole = zipped({"word/document.xml": f"<w:document {W}><w:body/></w:document>"})
    at = whole.rindex(b"PK\x01\x02")
    end = whole.rindex(b"PK\x05\x06")
    entry = whole[at:end]
    tail = bytearray(whole[end:])
    tail[8:12] = (1000).to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * 1000).to_bytes(4, "little")
    return whole[:at] + entry * 1000 + bytes(tail)


def _lying_size() -> bytes:
    """Return a .docx that says of a member that it unpacks to ten bytes."""
    whole = bytearray(zipped({"word/document.xml": b" " * 3_000_000}))
    at = whole.rindex(b"PK\x01\x02")
    whole[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(whole)


def _matryoshka(layers: int) -> bytes:
    mail = _letter_mail()
    for layer in range(layers):
        boundary = b"b%d" % layer
        mail = (
            b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=%s\n\n"
            b"--%s\nContent-Type: message/rfc822\n\n%s\n--%s--\n"
            % (boundary, boundary, mail, boundary)
        )
    return mail


def _many_parts(count: int) -> bytes:
    head = b"MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\n\npart\n" * count + b"--b--\n"


def _mail(kind: str, body: bytes) -> bytes:
    return f"MIME-Version: 1.0\nSubject: x\nContent-Type: {kind}\n\n".encode() + body


def _table(rows: int, cells: int) -> bytes:
    row = "<tr>" + "<td>ha</td>" * cells + "</tr>"
    return f"<html><body><table>{row * rows}</table></body></html>".encode()


def _scripted_pdf() -> bytes:
    script = b"<< /S /JavaScript /JS (app.alert\\(1\\);while\\(true\\){}) >>"
    attached = b"<< /Type /EmbeddedFile /Length 4 >>\nstream\nMZ\x90\x00\nendstream"
    names = b"/OpenAction 900 0 R /Names << /EmbeddedFiles << /Names [(x.exe) 902 0 R] >> >>"
    listed = b"<< /Type /Filespec /F (x.exe) /EF << /F 901 0 R >> >>"
    return pdf([lines(LETTER)], extra=[script, attached, listed], catalogue=names)


def _launching_pdf() -> bytes:
    launch = b"<< /S /Launch /F (/bin/sh) >>"
    far = b"<< /S /URI /URI (http://tracker.example/seen) >>"
    return pdf(
        [lines(LETTER)], extra=[launch, far], catalogue=b"/OpenAction 900 0 R /AA << /WC 901 0 R >>"
    )


def _form_cycle() -> bytes:
    """Return a PDF whose drawing draws itself."""
    inner = b"q /X Do Q"
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            4: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            b" /Resources << /XObject << /X 6 0 R >> >> >>",
            5: b"<< /Length 9 >>\nstream\nq /X Do Q\nendstream",
            6: b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %d"
            b" /Resources << /XObject << /X 6 0 R >> >> >>\nstream\n%s\nendstream"
            % (len(inner), inner),
        }
    )


_HUGE_LINE: Final = "word " * 200_000
_DEEP: Final = 60_000

HOSTILE: Final[dict[str, Hostile]] = {
    # archives and XML
    "a zip bomb": _of(lambda: zipped({"word/document.xml": b"\0" * 40_000_000}), Reason.EXPANDS),
    "a zip bomb in a styles part": _of(
        lambda: zipped({"word/document.xml": "<x/>", "word/styles.xml": b" " * 40_000_000}),
        Reason.EXPANDS,
    ),
    "a zip of very many members": _of(lambda: _many_members(5_000), Reason.EXPANDS),
    "a zip of overlapping members": _of(_overlapping, READ, Reason.DAMAGED, Reason.NO_TEXT),
    "a zip that lies about a size": _of(_lying_size, Reason.DAMAGED, Reason.EXPANDS),
    "a zip cut short": _of(_cut(_letter_docx), Reason.DAMAGED, Reason.ARCHIVE),
    "an entity bomb in a docx": _of(
        lambda: zipped({"word/document.xml": _entities("document")}), Reason.ENTITIES
    ),
    "an entity bomb in an odt": _of(
        lambda: zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": _entities("x")}
        ),
        Reason.ENTITIES,
    ),
    "an entity that reads a file": _of(
        lambda: zipped(
            {
                "word/document.xml": "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><x>&f;</x>"
            }
        ),
        Reason.ENTITIES,
    ),
    "entities in a web page": _of(lambda: _entities("html").encode(), READ, Reason.NO_TEXT),
    "entities in a flat odt": _of(
        lambda: (
            flat("<text:p>&e;</text:p>")
            .replace("<office", "<!DOCTYPE a [<!ENTITY e 'x'>]><office", 1)
            .encode()
        ),
        Reason.ENTITIES,
    ),
    "XML nested without end": _of(
        lambda: zipped({"word/document.xml": f"<w:document {W}>" + "<w:p>" * _DEEP}), Reason.NESTED
    ),
    "an odt of very many blanks": _of(
        lambda: odt("<text:p>a" + "<text:s text:c='99999'/>" * 2000 + "b</text:p>"),
        READ,
        Reason.TOO_LONG,
    ),
    "an odt with a table of a billion cells": _of(
        lambda: odt(
            "<table:table><table:table-row table:number-rows-repeated='1000000'><table:table-cell"
            " table:number-columns-repeated='1000'><text:p>ha</text:p></table:table-cell>"
            "</table:table-row></table:table>"
        ),
        READ,
    ),
    "an odt cut short": _of(_cut(_letter_odt), Reason.DAMAGED, Reason.ARCHIVE),
    "a docx with a macro": _of(
        lambda: zipped(
            {
                "word/document.xml": f"<w:document {W}><w:body>{p('Dear')}</w:body></w:document>",
                "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()",
            }
        ),
        READ,
    ),
    "a docx with far links and pictures": _of(
        lambda: docx(
            p("Dear"),
            rels="<Relationship Id='r1' TargetMode='External' Target='http://tracker.example/t.dotm'/>",
        ),
        READ,
    ),
    "a docx with styles based on each other": _of(
        lambda: docx(
            p("Dear", "<w:pStyle w:val='A'/>"),
            styles="<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style>"
            "<w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>",
        ),
        READ,
    ),
    "a docx with unbalanced parts": _of(
        lambda: docx("<w:tc><w:p/></w:tc></w:tbl></w:body>".join(["", p("x")])), Reason.DAMAGED
    ),
    # PDF
    "a PDF with scripts and a file inside": _of(_scripted_pdf, READ),
    "a PDF that wants to start a program": _of(_launching_pdf, READ),
    "a PDF of 10,000 pages": _of(lambda: _many_pages(10_000), Reason.TOO_MANY_PAGES),
    "a PDF that says it has a billion pages": _of(
        lambda: _page_tree("10 0 R", 1_000_000_000),
        READ,
        Reason.TOO_MANY_PAGES,
        Reason.DAMAGED,
        Reason.NO_TEXT,
    ),
    "a PDF whose page tree is a circle": _of(
        lambda: _page_tree("2 0 R 2 0 R", 2), Reason.NO_TEXT, Reason.DAMAGED, Reason.TOO_MANY_PAGES
    ),
    "a PDF that draws itself": _of(_form_cycle, Reason.SCANNED, Reason.NO_TEXT),
    "a PDF with a broken cross-reference table": _of(
        lambda: _letter_pdf().replace(b"startxref\n", b"startxref\n9"), READ, Reason.DAMAGED
    ),
    "a PDF whose table points at itself": _of(
        lambda: _letter_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 0"), READ, Reason.DAMAGED
    ),
    "a PDF cut short": _of(_cut(_letter_pdf), READ, Reason.DAMAGED, Reason.NO_TEXT),
    "a PDF of rubbish": _of(lambda: b"%PDF-1.4\n" + b"\xff\x00<</" * 20_000, Reason.DAMAGED),
    "a PDF packed twice": _of(
        lambda: _packed_pdf(200_000),
        READ,
        Reason.TOO_SLOW,
        Reason.TOO_MUCH_MEMORY,
        Reason.DIED,
        Reason.NO_TEXT,
    ),
    "a PDF locked by a key": _of(
        lambda: _letter_pdf().replace(
            b"/Root 1 0 R",
            b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
            + b"41" * 32
            + b"> /U <"
            + b"42" * 32
            + b"> >>",
        ),
        Reason.LOCKED,
    ),
    # web pages
    "a page nested without end": _of(lambda: b"<html>" + b"<div>" * _DEEP + b"x", Reason.NESTED),
    "a page with tags never closed": _of(lambda: b"<html><b><i><p>Dear" + b"<b>" * 500, READ),
    "a gigantic table": _of(lambda: _table(2_000, 60), READ, Reason.TOO_LONG),
    "tables in tables": _of(
        lambda: b"<html>" + b"<table><tr><td>ha" * 300 + b"</table>" * 300, READ, Reason.NESTED
    ),
    "a page of scripts and far things": _of(
        lambda: (
            b"<html><script src=http://t.example></script><iframe src=file:///etc/passwd></iframe>"
            b"<img src=x onerror=alert(1)><link rel=import href=http://t.example><p>Dear</p></html>"
        ),
        READ,
    ),
    "a page of a million attributes": _of(
        lambda: b"<html><p " + b"a=b " * 300_000 + b">Dear</p>", READ
    ),
    "an endless comment": _of(lambda: b"<html><p>Dear</p><!--" + b"-" * 3_000_000, READ),
    "a page cut in a tag": _of(lambda: _letter_page()[:-12], READ),
    "styles that never end": _of(
        lambda: b"<html><style>" + b"@media{a{" * 100_000 + b"</style><p>x</p>", READ
    ),
    # e-mail
    "MIME nested without end": _of(lambda: _matryoshka(60), Reason.NESTED),
    "MIME nested beyond the stack": _of(lambda: _matryoshka(400), Reason.NESTED, Reason.DAMAGED),
    "a mail of very many parts": _of(lambda: _many_parts(5_000), Reason.NESTED),
    "a mail with an unknown encoding": _of(
        lambda: _mail("text/plain; charset=klingon", b"Dear Minister"), READ
    ),
    "a mail with a charset that is no charset": _of(
        lambda: _mail("text/plain; charset=zlib_codec", b"Dear Minister"), READ
    ),
    "a mail whose boundary never comes": _of(
        lambda: _mail("multipart/mixed; boundary=never", b"Dear Minister"), READ, Reason.NO_TEXT
    ),
    "a mail cut in its base64": _of(lambda: _letter_mail()[:-20], READ),
    "a header that goes on for ever": _of(
        lambda: b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?=\n " * 50_000 + b"\n\nDear", READ
    ),
    # rich text
    "rich text nested without end": _of(lambda: b"{\\rtf1" + b"{" * _DEEP, Reason.NESTED),
    "rich text that claims binary data": _of(
        lambda: b"{\\rtf1\\bin2000000000 Dear}", Reason.DAMAGED, Reason.NO_TEXT
    ),
    "rich text cut short": _of(_cut(_letter_rtf), Reason.DAMAGED),
    "rich text with an object": _of(
        lambda: b"{\\rtf1{\\object\\objupdate{\\*\\objdata 0105000002000000}}Dear}", READ
    ),
    # text
    "null bytes": _of(lambda: b"Dear\0Minister\n" * 50, Reason.BINARY, READ),
    "lone surrogates": _of(lambda: "Dear \ud83d Minister é".encode("utf-8", "surrogatepass"), READ),
    "overlong UTF-8": _of(lambda: b"Dear \xc0\xaf\xe0\x80\xaf Minister", READ, Reason.CHARSET),
    "UTF-16 cut in a letter": _of(lambda: "Dear Minister".encode("utf-16")[:-1], READ),
    "an overlong line": _of(_HUGE_LINE.encode, READ),
    "more lines than anybody reads": _of(lambda: b"\n" * 3_000_000 + b"x", Reason.TOO_LONG),
    "a text of overrides": _of("pay \u202eegdab\u202c now\u0007\x1b[2J".encode, READ),
    "letters that carry a thousand marks": _of(
        lambda: ("e" + "\u0301" * 1000).encode() * 100, READ
    ),
    "JSON nested without end": _of(lambda: b"[" * _DEEP + b"]" * _DEEP, Reason.NESTED),
    "JSON of one giant number": _of(lambda: b'{"n": ' + b"9" * 100_000 + b"}", READ),
    "YAML of aliases": _of(lambda: b"title: &a [x, x]\nrecipients: [*a, *a]\npoints: *a\n", READ),
    "a picture that says it is a text": _of(
        lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, Reason.IMAGE
    ),
    "a gzip bomb": _of(lambda: b"\x1f\x8b\x08" + zlib.compress(b"\0" * 9_000_000), Reason.ARCHIVE),
    "an ODF name in another zip": _of(
        lambda: zipped({"content.xml": f"<x {ODF}/>", "META-INF/manifest.xml": "<x/>"}),
        Reason.NO_TEXT,
    ),
}
