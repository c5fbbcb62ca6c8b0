"""One valid urgent action (about an invented person) in every format: what is mutated."""

from __future__ import annotations

import json
from email.message import EmailMessage
from typing import Final

from tests.cases.opening.made_office import docx, odt, p
from tests.cases.opening.made_pdf import hebrew_pdf, lines, pdf

HEAD: Final = ["UA: 12/15 Index: EUR 54/955/2015 Armenia", "URGENT ACTION", "TEACHER MISSING"]
PROSE: Final = [
    "The schoolteacher Amina Torosyan was taken from her house on 4 March and has not",
    "been seen since. Her brother asked for her at two police stations – “nobody here”.",
]
ASKS: Final = ["Urging the authorities to say where she is;", "Calling on them to free her."]
LEFT: Final = ["Minister of Justice", "Levon Sarkisyan", "Yerevan", "Fax: +374 10 555 017"]
RIGHT: Final = ["Prosecutor General", "Marta Hakobian", "Yerevan", "Email: m@gp.example.org"]
TEXT: Final = "\n".join(
    [*HEAD, "", *PROSE, "", *(f"- {ask}" for ask in ASKS), "", *LEFT, "", *RIGHT]
)


def _pdf() -> bytes:
    first = [*lines([*HEAD, "", *PROSE, "", *ASKS, "APPEALS TO:"])]
    first += [*lines(LEFT, top=560), *lines(RIGHT, left=320, top=560), (60.0, 30.0, HEAD[0] + " 1")]
    second = [*lines(["ADDITIONAL INFORMATION", *PROSE]), (60.0, 30.0, HEAD[0] + " 2")]
    return pdf([first, second])


def _docx() -> bytes:
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    cells = "".join(f"<w:tc>{''.join(map(p, cell))}</w:tc>" for cell in (LEFT, RIGHT))
    body = "".join(map(p, [*HEAD, " ".join(PROSE)]))
    body += "".join(p(ask, number) for ask in ASKS) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    return docx(
        body,
        styles="<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after='200'/></w:pPr>"
        "</w:pPrDefault></w:docDefaults>",
        numbering="<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
        "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>",
        footnotes=f"<w:footnote w:id='2'>{p('A note')}</w:footnote>",
    )


def _odt() -> bytes:
    cells = "".join(
        "<table:table-cell>"
        + "".join(f"<text:p>{line}</text:p>" for line in cell)
        + "</table:table-cell>"
        for cell in (LEFT, RIGHT)
    )
    entries = "".join(f"<text:list-item><text:p>{ask}</text:p></text:list-item>" for ask in ASKS)
    body = "".join(f"<text:p text:style-name='B'>{line}</text:p>" for line in [*HEAD, *PROSE])
    body += f"<text:list>{entries}</text:list><table:table><table:table-row>{cells}"
    body += (
        "</table:table-row></table:table><text:p>a<text:s text:c='3'/>b<text:line-break/>c</text:p>"
    )
    margin = "<style:paragraph-properties fo:margin-bottom='0.3cm'/>"
    return odt(body, f"<style:style style:name='B'>{margin}</style:style>")


def _rtf() -> bytes:
    parts = [
        line.replace("–", "\\endash ").replace("“", "\\'93").replace("”", "\\u8221?")
        for line in PROSE
    ]
    asks = "".join(f"{{\\listtext\\'b7\\tab}}{ask}\\par " for ask in ASKS)
    cells = "".join("\\par ".join(cell) + "\\cell " for cell in (LEFT, RIGHT))
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}{\\info x}"
        + "\\par ".join([*HEAD, *parts])
        + f"\\par {asks}\\trowd\\pard\\intbl {cells}\\row\\pard End {{\\f1 \\'cc\\'ee}}\\par}}"
    ).encode("ascii")


def _page() -> bytes:
    cells = "".join(f"<td>{'<br>'.join(cell)}</td>" for cell in (LEFT, RIGHT))
    asks = "".join(f"<li>{ask}</li>" for ask in ASKS)
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><style>.h{display:none}</style>"
        "</head><body>"
        f"<nav><a href='/'>Home</a></nav><h1>{HEAD[2]}</h1><p>{'</p><p>'.join([*HEAD, *PROSE])}</p>"
        f"<ul>{asks}</ul><p class=h>x</p><table><tr>{cells}</tr></table><pre>a\n b</pre>"
        "<a href='mailto:a@x.example'>mail</a><footer>Foot</footer></body></html>"
    ).encode()


def _mail() -> bytes:
    mail = EmailMessage()
    mail["From"] = "network@example.org"
    mail["Subject"] = "Más información: Amina"
    mail.set_content(TEXT, cte="quoted-printable")
    mail.add_alternative(_page().decode(), subtype="html", cte="base64")
    mail.add_attachment(_rtf(), maintype="application", subtype="rtf", filename="a.rtf")
    return bytes(mail)


def _form() -> bytes:
    return json.dumps(
        {"title": HEAD[2], "letter": [{"value": "Dear\nMinister,"}], "to": {"mail": "a@x.example"}}
    ).encode()


VALID: Final[dict[str, bytes]] = {
    "text": TEXT.encode(),
    "text of Windows": TEXT.encode("cp1252"),
    "text of Unix in UTF-16": TEXT.encode("utf-16"),
    "pdf": _pdf(),
    "pdf from the right": hebrew_pdf([lines(["LAMED", "14/9554/2022 CBA", "a@x.example :FED"])]),
    "docx": _docx(),
    "odt": _odt(),
    "rtf": _rtf(),
    "page": _page(),
    "mail": _mail(),
    "form": _form(),
    "case file": b"title: Teacher missing\nreference: UA 12/15\nrecipients:\n- name: Levon\n",
}
