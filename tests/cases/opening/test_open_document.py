"""An OpenDocument text is read as it shows itself."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_office import ODF, flat, members_of, odt, zipped

STYLES = (
    "<style:style style:name='Body'><style:paragraph-properties "
    "fo:margin-bottom='0.25cm'/></style:style>"
    "<style:style style:name='Own' style:parent-style-name='Body'/>"
    "<style:style style:name='Gone'><style:text-properties text:display='none'/></style:style>"
    "<text:list-style style:name='L1'><text:list-level-style-bullet "
    "text:level='1'/></text:list-style>"
    "<text:list-style style:name='L2'><text:list-level-style-number text:level='1'"
    " style:num-format='1' style:num-suffix='.'/></text:list-style>"
)


def texts(data: bytes | str) -> list[str]:
    form, rows = read(data if isinstance(data, bytes) else data.encode())
    assert form is Format.ODT
    return [text for text, _page in rows]


def test_margins_and_empty_paragraphs_part_blocks() -> None:
    body = (
        "<text:p>Minister</text:p><text:p>Levon<text:line-break/>Yerevan</text:p><text:p/>"
        "<text:p text:style-name='Own'>One.</text:p><text:p text:style-name='Own'>Two.</text:p>"
    )
    assert texts(odt(body, STYLES)) == ["Minister", "Levon", "Yerevan", "", "One.", "", "Two."]


def test_lists_get_their_marks_back() -> None:
    entry = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = (
        "<text:p>Please write:</text:p>"
        f"<text:list text:style-name='L1'>{entry.format('urging')}"
        f"{entry.format('calling')}</text:list>"
        f""
        f""
        f"<text:list text:style-name='L2'>{entry.format('first')}"
        f"{entry.format('second')}</text:list>"
        f""
        f""
    )
    assert texts(odt(body, STYLES)) == [
        "Please write:",
        "",
        "• urging",
        "• calling",
        "",
        "1. first",
        "2. second",
    ]


def test_hidden_and_deleted_text_and_comments_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Seen<text:span text:style-name='Gone'> not seen</text:span>"
        "<office:annotation><text:p>comment</text:p></office:annotation>"
        "<text:s text:c='3'/>too</text:p>"
    )
    assert texts(odt(body, STYLES)) == ["Seen too"]


def test_tables_frames_notes_and_links() -> None:
    cell = "<table:table-cell><text:p>{}</text:p><text:p>{}</text:p></table:table-cell>"
    body = (
        f"<table:table><table:table-row>{cell.format('Minister', 'Levon')}"
        f"{cell.format('Prosecutor', 'Marta')}</table:table-row></table:table>"
        "<text:p>See<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note</text:p></text:note-body></text:note> here, "
        "<text:a xlink:href='mailto:a@x.example'>write</text:a></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>In the box</text:p>"
        "</draw:text-box></draw:frame></text:p>"
    )
    assert texts(odt(body)) == [
        "Minister",
        "Levon",
        "",
        "Prosecutor",
        "Marta",
        "",
        "See here, write (a@x.example)",
        "",
        "In the box",
        "",
        "A note",
    ]


def test_a_flat_file_is_read_too() -> None:
    assert texts(flat("<text:p>Dear Minister,</text:p>")) == ["Dear Minister,"]


def test_a_locked_document_says_so() -> None:
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": b"\x8a\x11\x90",
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
    }
    with pytest.raises(Refused) as refusal:
        read(zipped(members))
    assert refusal.value.reason is Reason.LOCKED


def test_heads_and_feet_of_the_pages_in_use_are_said_once() -> None:
    def master(name: str, head: str) -> str:
        return (
            f"<style:master-page style:name='{name}'><style:header><text:p>{head}</text:p>"
            "</style:header><style:footer><text:p>Page <text:page-number>1</text:page-number>"
            "</text:p><text:p>Write to us</text:p></style:footer></style:master-page>"
        )

    styles = "<style:style style:name='P1' style:master-page-name='First'/>"
    body = "<text:p text:style-name='P1'>Seen</text:p>"
    data = odt(body, styles)
    pages = (
        f"<office:document-styles {ODF}><office:master-styles>"
        + master("Standard", "UA: 12/15")
        + master("First", "Index: EUR 54/955/2015")
        + master("Envelope", "Never used")
        + "</office:master-styles></office:document-styles>"
    )
    assert texts(zipped({**members_of(data), "styles.xml": pages})) == [
        "UA: 12/15",
        "Index: EUR 54/955/2015",
        "",
        "Seen",
        "",
        "Write to us",
    ]


def test_a_note_leaves_the_space_around_its_paragraph_as_it_is() -> None:
    note = "<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note>"
    body = f"<text:p text:style-name='Own'>One{note}.</text:p><text:p text:style-name='Own'>Two</text:p>"
    assert texts(odt(body, STYLES)) == ["One.", "", "Two", "", "Note"]


def test_a_style_that_begins_a_page_is_counted() -> None:
    style = (
        "<style:style style:name='New'><style:paragraph-properties fo:break-before='page'/>"
        "</style:style>"
    )
    body = "<text:p>One</text:p><text:p text:style-name='New'>Two</text:p>"
    _form, rows = read(odt(body, style))
    assert list(rows) == [("One", 1), ("", 2), ("Two", 2)]


def test_a_text_locked_as_a_whole_says_so() -> None:
    locked = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "encrypted-package": b"\x01\x02",
            "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
        }
    )
    with pytest.raises(Refused) as refusal:
        read(locked)
    assert refusal.value.reason is Reason.LOCKED
