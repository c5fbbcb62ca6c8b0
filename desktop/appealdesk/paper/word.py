"""Letters as a Word document, for those who must edit them elsewhere (python-docx)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from appealdesk.letters import Letter
from appealdesk.paper.manuscript import tongue
from appealdesk.paper.outline import Paragraph, Style, outline
from appealdesk.paper.packing import packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as Made

_FONT = "Times New Roman"  # on nearly every computer, or with a font of the same measures
# Parts of the library's own template that tell of its maker and nothing of the letter.
_LEFT_OUT = ("/thumbnail", "/extended-properties", "/customXml")


def docx(letters: Sequence[Letter], on: dt.date) -> bytes:
    """Return letters as one .docx, each on pages of its own; the same ones give the same bytes.

    Real styles named after what they hold, the language, a title, the address block. Nothing in
    the file tells who wrote it, where, with what or when, beyond the letter's own date (`on`).
    """
    import docx as library  # noqa: PLC0415

    document = library.Document()
    _describe(document, letters[0], on)
    _set_page(document, letters[0])
    styles = {style: _style(document, style) for style in Style}
    for number, letter in enumerate(letters):
        for at, paragraph in enumerate(outline(letter)):
            made = _add(document, paragraph, styles[paragraph.style], letter.language)
            made.paragraph_format.page_break_before = (number > 0 and at == 0) or None
    made_of = io.BytesIO()
    document.save(made_of)
    return packed(made_of.getvalue(), on)


def _describe(document: Document, letter: Letter, on: dt.date) -> None:
    for links in (document.part.package.rels, document.part.rels):
        for name in [name for name, link in links.items() if link.reltype.endswith(_LEFT_OUT)]:
            del links[name]
    about = document.core_properties
    noon = dt.datetime(on.year, on.month, on.day, 12)  # noqa: DTZ001  (the library takes no zone)
    about.title, about.language = letter.title, letter.language
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = noon
    about.revision = 1


def _set_page(document: Document, letter: Letter) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    from appealdesk.paper.layouts import layout  # noqa: PLC0415

    sheet = layout(letter.layout)
    (section,) = document.sections
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)


def _style(document: Document, style: Style) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    look = style.value
    made: ParagraphStyle = document.styles.add_style(look.title, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.font.name, made.font.size, made.font.bold = _FONT, Pt(11), look.bold or None
    shape = made.paragraph_format
    shape.space_before, shape.space_after = Mm(look.before), Mm(look.after)
    shape.left_indent, shape.first_line_indent = Mm(look.indent), Mm(look.first)
    shape.line_spacing = 1.1
    shape.keep_with_next = look.keep or None
    return made


def _add(document: Document, paragraph: Paragraph, style: ParagraphStyle, language: str) -> Made:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    rtl = tongue(language)["rtl"]
    made = document.add_paragraph(style=style)
    if paragraph.rtl:
        bidi: Any = OxmlElement("w:bidi")
        made._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  (the library has no name for it)
            bidi, "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
            "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:rPr",
        )  # fmt: skip
    if paragraph.right != paragraph.rtl:
        # To Word "right" is the far side: the left of a paragraph that runs from the right.
        made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if paragraph.close:
        made.paragraph_format.space_before = 0
    for number, line in enumerate(paragraph.lines):
        if number:
            made.add_run().add_break()
        for span in line:
            run = made.add_run(span.text)
            run.bold, run.italic = span.bold or None, span.italic or None
            run.font.rtl = paragraph.rtl or None
            if paragraph.rtl == rtl:  # a line that runs another way is in another language
                spoken = OxmlElement("w:lang")
                spoken.set(qn("w:bidi" if rtl else "w:val"), language)
                run._r.get_or_add_rPr().append(spoken)  # noqa: SLF001
    return made
