"""Formats are told by what is in a file, and known strangers are named."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.formats import Format, told_by_bytes, told_by_text
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
        (b"\x7fELF\x02", Reason.BINARY),
    ],
)
def test_known_strangers_are_named(data: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        told_by_bytes(data)
    assert refusal.value.reason is reason


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
