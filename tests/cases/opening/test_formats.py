"""Formats are told by what is in a file, and known strangers are named."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.formats import Format, told_by_bytes, told_by_text
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_office import zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xd8\xff\xe0JFIF", Reason.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Reason.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", Reason.IMAGE),
        (OLE + b"\x00" * 500, Reason.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Reason.LOCKED),
        (OLE + "__substg1.0_1000001F".encode("utf-16-le"), Reason.OUTLOOK),
        (zipped({"notes.txt": "x"}), Reason.ARCHIVE),
        (zipped({"xl/workbook.xml": "x"}), Reason.OTHER_OFFICE),
        (zipped({"mimetype": "application/epub+zip"}), Reason.OTHER_OFFICE),
        (b"\x1f\x8b\x08", Reason.ARCHIVE),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00", Reason.IMAGE),
        (b"\x00\x00\x00\x0cjP  \r\n\x87\n", Reason.IMAGE),
        (b"\xffWPC\x10\x00", Reason.OLD_WORD),
        (b"\x31\xbe\x00\x00\x00\xab", Reason.OLD_WORD),
        (zipped({"Index/Document.iwa": "x", "preview.jpg": "x"}), Reason.PAGES),
        (b"\x7fELF\x02", Reason.BINARY),
    ],
)
def test_known_strangers_are_named(data: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        told_by_bytes(data)
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[InternetShortcut]\r\nURL=https://x.example/ua\r\n", Reason.LINK),
        ("<?xml version='1.0'?><plist><dict><key>URL</key></dict></plist>", Reason.LINK),
        ("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", Reason.IMAGE),
        ("<?xml version='1.0'?><?mso-application progid='Word.Document'?><x/>", Reason.OLD_WORD),
    ],
)
def test_strangers_that_are_written_as_text_are_named(text: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        told_by_text(text)
    assert refusal.value.reason is reason


def test_a_bitmap_is_not_told_by_two_letters_alone() -> None:
    assert told_by_bytes(b"BMW drivers of Yerevan\n") is None


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n"])
def test_rich_text_is_known_behind_a_mark_or_blanks(before: bytes) -> None:
    assert told_by_bytes(before + b"{\\rtf1 Dear}") is Format.RTF
    assert list(read(before + b"{\\rtf1 Dear}\x00\x00")[1]) == [("Dear", 1)]


def test_what_dos_put_behind_a_text_is_no_part_of_it() -> None:
    assert list(read(b"Dear Minister\r\n\x1a\x00")[1]) == [("Dear Minister", 1)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("title: Teacher missing\nrecipients:\n- name: Levon\npoints: []\n", Format.CASE_FILE),
        ("# a case\nreference: UA 12/15\ntitle: x\n", Format.CASE_FILE),
        ("Title: Teacher missing\nSummary: She is gone.\n", Format.TEXT),
        ("title: x\nsummary: y\nand a line of text\n", Format.TEXT),
        ("<!-- saved --><!DOCTYPE html><html>", Format.HTML),
        ("<p>a</p>", Format.HTML),
        ("<Levon> wrote:", Format.TEXT),
        ('{"a": 1}', Format.WEB_FORM),
    ],
)
def test_texts_are_told_apart(text: str, form: Format) -> None:
    assert told_by_text(text) is form
