"""A Word document is read as it shows itself: lists, tables, text boxes, notes."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_office import W, docx, members_of, p, zipped

SPACED = (
    "<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after='200'/></w:pPr></w:pPrDefault>"
    "</w:docDefaults><w:style w:type='paragraph' w:styleId='ListBullet'><w:pPr><w:numPr>"
    "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
)
NUMBERING = (
    "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl>"
    "</w:abstractNum><w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:start w:val='3'/>"
    "<w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%1)'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
)


def texts(data: bytes) -> list[str]:
    form, rows = read(data)
    assert form is Format.DOCX
    return [text for text, _page in rows]


def test_space_between_paragraphs_becomes_an_empty_line() -> None:
    tight = "<w:spacing w:after='0'/>"
    body = p("Minister", tight) + p("Levon", tight) + p("Yerevan") + p("Prosecutor\nMarta")
    assert texts(docx(body, styles=SPACED)) == [
        "Minister",
        "Levon",
        "Yerevan",
        "",
        "Prosecutor",
        "Marta",
    ]


def test_an_empty_paragraph_becomes_an_empty_line() -> None:
    assert texts(docx(p("a") + p("b") + "<w:p/>" + p("c"))) == ["a", "b", "", "c"]


def test_real_lists_get_their_marks_back() -> None:
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr>"
    body = p("Please write:") + p("urging", "<w:pStyle w:val='ListBullet'/>") * 2
    body += p("third", number) + p("fourth", number)
    assert texts(docx(body, styles=SPACED, numbering=NUMBERING)) == [
        "Please write:",
        "",
        "• urging",
        "• urging",
        "(c) third",
        "(d) fourth",
    ]


def test_deleted_hidden_and_struck_text_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>"
        "old</w:delText><w:t>old</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> text</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        "PAGE</w:instrText><w:t>code</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t> 12</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    assert texts(docx(body)) == ["The new text 12"]


def test_text_boxes_come_once_and_after_the_paragraph_they_hang_on() -> None:
    box = "<w:txbxContent>" + p("In the box") + "</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice>"
        + box
        + "</mc:Choice><mc:Fallback>"
        + box
        + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around</w:t></w:r></w:p>"
        + p("After")
    )
    assert texts(docx(body)) == ["Around", "", "In the box", "", "After"]


def test_address_tables_become_blocks() -> None:
    cells = f"<w:tc>{p('Minister')}{p('Levon')}</w:tc><w:tc>{p('Prosecutor')}{p('Marta')}</w:tc>"
    assert texts(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == [
        "Minister",
        "Levon",
        "",
        "Prosecutor",
        "Marta",
    ]


def test_notes_stand_at_the_end_and_their_separators_nowhere() -> None:
    notes = f"<w:footnote w:type='separator'>{p('---')}</w:footnote>"
    notes += f"<w:footnote w:id='2'>{p('A note')}</w:footnote>"
    assert texts(docx(p("Text"), footnotes=notes)) == ["Text", "", "A note"]


def test_a_mail_link_gives_the_address_that_its_text_lacks() -> None:
    body = "<w:p><w:hyperlink r:id='r1'><w:r><w:t>Write to him</w:t></w:r></w:hyperlink></w:p>"
    rels = "<Relationship Id='r1' Target='mailto:levon@moj.example.org'/>"
    assert texts(docx(body, rels=rels)) == ["Write to him (levon@moj.example.org)"]


def test_pages_are_counted_by_their_breaks() -> None:
    body = p("one") + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + p("two")
    _form, rows = read(docx(body))
    assert [row for row in rows if row[0]] == [("one", 1), ("two", 2)]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", Reason.ENTITIES),
        ("<!DOCTYPE x SYSTEM 'file:///etc/hostname'><x/>", Reason.ENTITIES),
        ("<x>" * 5000, Reason.NESTED),
        ("<x><y></x>", Reason.DAMAGED),
        ("", Reason.DAMAGED),
    ],
)
def test_odd_xml_is_refused(document: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        read(zipped({"word/document.xml": document}))
    assert refusal.value.reason is reason


def test_a_member_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        read(zipped({"word/document.xml": b" " * 30_000_000}))
    assert refusal.value.reason is Reason.EXPANDS


def with_heads(body: str, section: str, **parts: str) -> bytes:
    """Return a .docx with heads and feet: the name of each part -> its body."""
    names = list(parts)
    rels = "".join(f"<Relationship Id='{name}' Target='{name}.xml'/>" for name in names)
    data = docx(f"{body}<w:sectPr>{section}</w:sectPr>", rels=rels)
    members = members_of(data)
    for name, inner in parts.items():
        members[f"word/{name}.xml"] = f"<w:hdr {W}>{inner}</w:hdr>"
    return zipped(members)


HEADS = (
    "<w:headerReference w:type='default' r:id='h'/><w:headerReference w:type='even' r:id='e'/>"
    "<w:headerReference w:type='first' r:id='f'/><w:footerReference w:type='default' r:id='foot'/>"
)
PARTS = {
    "h": p("UA: 12/15") + p("Seen"),
    "e": p("On even pages"),
    "f": p("Index: EUR 54/955/2015"),
    "foot": p("Page 1 of 2") + p("Write to us"),
}


def test_heads_and_feet_are_said_once_and_page_numbers_not_at_all() -> None:
    assert texts(with_heads(p("Seen"), HEADS, **PARTS)) == [
        "UA: 12/15",
        "",
        "Seen",
        "",
        "Write to us",
    ]


def test_the_first_page_has_a_head_of_its_own_where_the_section_says_so() -> None:
    assert texts(with_heads(p("Seen"), HEADS + "<w:titlePg/>", **PARTS))[:2] == [
        "Index: EUR 54/955/2015",
        "UA: 12/15",
    ]


def test_a_page_break_in_a_paragraph_counts_from_where_it_stands() -> None:
    broken = "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:br w:type='page'/></w:r></w:p>"
    _form, rows = read(
        docx(broken + p("Two") + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + p("Three"))
    )
    assert [row for row in rows if row[0]] == [("One", 1), ("Two", 2), ("Three", 3)]


def test_a_page_put_into_the_file_as_it_is_is_read() -> None:
    data = docx("<w:altChunk r:id='c'/>", rels="<Relationship Id='c' Target='/word/c.html'/>")
    whole = zipped({**members_of(data), "word/c.html": "<html><p>Dear Minister,</p></html>"})
    assert texts(whole) == ["Dear Minister,"]


def test_a_document_of_pictures_alone_says_so() -> None:
    whole = zipped({**members_of(docx("<w:p/>")), "word/media/scan.png": b"\x89PNG"})
    with pytest.raises(Refused) as refusal:
        read(whole)
    assert refusal.value.reason is Reason.SCANNED
