"""Letters as an OpenDocument text (ISO/IEC 26300), written out here: a letter needs little of it.

docs/decisions/office-documents.md says why no library does it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from appealdesk.letters import Letter, Span
from appealdesk.paper.layouts import layout
from appealdesk.paper.manuscript import tongue
from appealdesk.paper.outline import Paragraph, Style, outline
from appealdesk.paper.packing import pack

_KIND = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FACES = {(True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


def odt(letters: Sequence[Letter], on: dt.date) -> bytes:
    """Return letters as one .odt, each on pages of its own; the same ones give the same bytes.

    Real styles named after what they hold, the language, a title, the address block. Nothing in
    the file tells who wrote it, where, with what or when, beyond the letter's own date (`on`).
    """
    parts = {
        "mimetype": _KIND,
        "META-INF/manifest.xml": _MANIFEST,
        "meta.xml": _meta(letters[0], on),
        "styles.xml": _styles(letters[0]),
        "content.xml": _content(letters),
    }
    return pack({name: text.encode() for name, text in parts.items()}, on, stored="mimetype")


_MANIFEST = (
    f"{_HEAD}<manifest:manifest"
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    + "</manifest:manifest>"
)


def _meta(letter: Letter, on: dt.date) -> str:
    noon = f"{on.isoformat()}T12:00:00"
    return (
        f'{_HEAD}<office:document-meta {_SPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{_escaped(letter.title)}</dc:title><dc:date>{noon}</dc:date>"
        f"<dc:language>{_escaped(letter.language)}</dc:language>"
        f"<meta:creation-date>{noon}</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )


def _styles(letter: Letter) -> str:
    spoken, sheet = tongue(letter.language), layout(letter.layout)
    region = f' fo:country="{spoken["region"]}"' if spoken["region"] else ""
    way = "rl-tb" if spoken["rtl"] else "lr-tb"
    return (
        f'{_HEAD}<office:document-styles {_SPACES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="paragraph">'
        f'<style:paragraph-properties style:writing-mode="{way}" fo:line-height="115%"'
        ' fo:orphans="2" fo:widows="2"/><style:text-properties fo:font-family="Liberation Serif"'
        f' fo:font-size="11pt" fo:language="{spoken["language"]}"{region}/></style:default-style>'
        + "".join(map(_style, Style))
        + "</office:styles><office:automatic-styles>"
        f'<style:page-layout style:name="Page"><style:page-layout-properties'
        f' fo:page-width="{sheet.width}mm" fo:page-height="{sheet.height}mm" fo:margin-left="25mm"'
        ' fo:margin-right="25mm" fo:margin-top="22mm" fo:margin-bottom="22mm"'
        f' style:writing-mode="{way}"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard"'
        ' style:page-layout-name="Page"/></office:master-styles></office:document-styles>'
    )


def _style(style: Style) -> str:
    look = style.value
    keep = ' fo:keep-with-next="always"' * look.keep
    bold = '<style:text-properties fo:font-weight="bold"/>' * look.bold
    return (
        f'<style:style style:name="{_escaped(style.name)}" style:display-name="{_escaped(look.title)}"'
        ' style:family="paragraph"><style:paragraph-properties'
        f' fo:margin-top="{look.before}mm" fo:margin-bottom="{look.after}mm"'
        f' fo:margin-left="{look.indent}mm" fo:text-indent="{look.first}mm"{keep}>'
        '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>'
        f"</style:paragraph-properties>{bold}</style:style>"
    )


def _content(letters: Sequence[Letter]) -> str:
    paragraphs = [
        (one, number > 0 and at == 0)
        for number, letter in enumerate(letters)
        for at, one in enumerate(outline(letter))
    ]
    ways = {_way(one, new=new): _automatic(one, new=new) for one, new in paragraphs}
    return (
        f'{_HEAD}<office:document-content {_SPACES} office:version="1.3"><office:automatic-styles>'
        + "".join(ways.values())
        + "".join(_face(name, bold=bold, italic=italic) for (bold, italic), name in _FACES.items())
        + "</office:automatic-styles><office:body><office:text>"
        + "".join(_paragraph(one, new=new) for one, new in paragraphs)
        + "</office:text></office:body></office:document-content>"
    )


def _way(paragraph: Paragraph, *, new: bool) -> str:
    """The name of the style of such a paragraph: which way it runs, where it stands."""
    runs, side = ("rtl" if paragraph.rtl else "ltr"), ("right" if paragraph.right else "left")
    return f"{paragraph.style.name}.{runs}.{side}{'.close' * paragraph.close}{'.new' * new}"


def _automatic(paragraph: Paragraph, *, new: bool) -> str:
    room = ' fo:margin-top="0mm"' * paragraph.close + ' fo:break-before="page"' * new
    return (
        f'<style:style style:name="{_way(paragraph, new=new)}" style:family="paragraph"'
        f' style:parent-style-name="{paragraph.style.name}"><style:paragraph-properties'
        f' style:writing-mode="{"rl-tb" if paragraph.rtl else "lr-tb"}"'
        f' fo:text-align="{"right" if paragraph.right else "left"}"{room}/></style:style>'
    )


def _face(name: str, bold: bool, italic: bool) -> str:
    looks = ' fo:font-weight="bold"' * bold + ' fo:font-style="italic"' * italic
    return (
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties{looks}/></style:style>"
    )


def _paragraph(paragraph: Paragraph, *, new: bool) -> str:
    lines = ("".join(map(_span, line)) for line in paragraph.lines)
    return f'<text:p text:style-name="{_way(paragraph, new=new)}">{"<text:line-break/>".join(lines)}</text:p>'


def _span(span: Span) -> str:
    """Return the words of one face; readers run spaces together unless they are counted."""
    text = _escaped(span.text).replace("\t", "<text:tab/>")
    text = re.sub(" ( +)", lambda more: f' <text:s text:c="{len(more.group(1))}"/>', text)
    name = _FACES.get((span.bold, span.italic))
    return f'<text:span text:style-name="{name}">{text}</text:span>' if name else text


def _escaped(text: str) -> str:
    """Return a text as it may stand in XML, between tags and in an attribute."""
    from html import escape  # noqa: PLC0415

    return escape(text)
