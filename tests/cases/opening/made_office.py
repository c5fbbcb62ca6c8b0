"""Word and OpenDocument files made for the tests, as small as they can be."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
ODF = " ".join(
    f'xmlns:{short}="{OASIS}{full}:1.0"'
    for short, full in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, content, stored)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Return a .docx with the body; parts: styles, numbering, footnotes, rels (their XML)."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W} {R} {MC}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in parts.items():
        if name == "rels":
            members["word/_rels/document.xml.rels"] = f"<Relationships>{inner}</Relationships>"
        else:
            members[f"word/{name}.xml"] = f"<w:{name} {W}>{inner}</w:{name}>"
    return zipped(members)


def p(text: str, properties: str = "") -> str:
    """Return a paragraph; a newline is a soft line break."""
    runs = "<w:br/>".join(f"<w:t xml:space='preserve'>{line}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{runs}</w:r></w:p>"


def odt(body: str, styles: str = "") -> bytes:
    """Return an .odt with the body; styles: the XML of its automatic styles."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": flat(body, styles, "document-content"),
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def flat(body: str, styles: str = "", root: str = "document") -> str:
    return (
        f"<office:{root} {ODF} xmlns:xlink='http://www.w3.org/1999/xlink'>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


def members_of(data: bytes) -> dict[str, str | bytes]:
    """Return the members of an archive, to be made another one of."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
