"""What comes with a message: files, messages in messages, mailboxes, sealed parts."""

from __future__ import annotations

import base64
import binascii
from email.message import EmailMessage

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.hidden import UNREAD
from appealdesk.cases.opening.mail_text import without_uuencoded
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_office import docx, p
from tests.cases.opening.test_mail import ACTION, message, texts

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
WINMAIL = b"\x78\x9f\x3e\x22" + bytes(300)
LAST = "Salutation: Dear Minister"


def with_file(text: str, content: bytes, kind: str = "application/octet-stream") -> EmailMessage:
    mail = message(text)
    main, sub = kind.split("/")
    mail.add_attachment(content, maintype=main, subtype=sub, filename="f")
    return mail


def refused(mail: EmailMessage | bytes) -> Reason:
    with pytest.raises(Refused) as refusal:
        read(bytes(mail))
    return refusal.value.reason


def test_a_fuller_attachment_takes_the_place_of_a_body_that_says_some_of_it() -> None:
    announced = "UA 12/15 (EUR 54/955/2015) is attached. Best wishes\n"
    document = docx("".join(p(line) for line in ACTION.splitlines()))
    assert "Salutation: Dear Minister" in texts(with_file(announced, document))


@pytest.mark.parametrize("content", [OLD_WORD, b"PK\x05\x06" + bytes(20), b"\xff\xd8\xff" * 20_000])
def test_a_message_that_only_announces_what_cannot_be_read_is_refused(content: bytes) -> None:
    assert refused(with_file("Please act on the attached.\n", content)) is Reason.ATTACHED


def test_the_package_of_outlook_is_named() -> None:
    assert refused(WINMAIL) is Reason.WINMAIL
    assert refused(with_file("See attached.\n", WINMAIL, "application/ms-tnef")) is Reason.WINMAIL


def test_an_attachment_beside_a_long_message_that_cannot_be_read_is_told() -> None:
    story = "Our group met and spoke of this and that, and here is what was said. " * 6
    assert texts(with_file(story, OLD_WORD))[-1] == UNREAD
    assert UNREAD not in texts(with_file(ACTION, OLD_WORD))


def test_the_picture_in_a_signature_and_the_seal_are_nobody_s_document() -> None:
    mail = with_file("Please write to the minister.\n", b"\x89PNG\r\n\x1a\n" + bytes(900))
    mail.add_attachment(b"\x30\x82", maintype="application", subtype="pkcs7-signature")
    mail.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="x-vcard")
    assert texts(mail)[-1] == "Please write to the minister."


def test_a_message_attached_as_a_plain_file_is_read() -> None:
    inner = bytes(message(ACTION, subject="Inner"))
    lines = texts(with_file("See below.\n", inner))
    assert "Inner" in lines
    assert lines[-1] == LAST


@pytest.mark.parametrize("crlf", [b"\n", b"\r\n"])
def test_a_forwarded_message_in_base64_is_read(crlf: bytes) -> None:
    inner = base64.encodebytes(bytes(message(ACTION, subject="Inner")))
    raw = (
        b"Subject: fw\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
        b"--B\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n%s\n--B--\n"
    ) % inner
    assert texts(raw.replace(b"\n", crlf))[-1] == LAST


def test_a_sealed_message_says_that_it_is_locked() -> None:
    sealed = message("-----BEGIN PGP MESSAGE-----\n\nhQEMA0000\n-----END PGP MESSAGE-----\n")
    assert refused(sealed) is Reason.LOCKED
    raw = (
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=B\n\n--B\n"
        b"Content-Type: application/pgp-encrypted\n\nVersion: 1\n--B\n\nhQEMA0000\n--B--\n"
    )
    assert refused(raw) is Reason.LOCKED


def uuencoded(content: bytes) -> str:
    lines = (binascii.b2a_uu(content[at : at + 45]).decode() for at in range(0, len(content), 45))
    return f"begin 644 ua.docx\n{''.join(lines)}`\nend\n"


def test_a_file_that_was_uuencoded_into_the_text_is_found() -> None:
    document = docx("".join(p(line) for line in ACTION.splitlines()))
    assert without_uuencoded(f"Hi\n{uuencoded(document)}Bye") == ("Hi\n\nBye", [document])
    mail = message(f"Dear all, see below.\n\n{uuencoded(document)}")
    assert LAST in texts(mail)


def test_words_that_begin_and_end_are_no_file() -> None:
    text = "begin 644 times\nAND NEVER\nend\n"
    assert without_uuencoded("begin again\nend") == ("begin again\nend", [])
    assert without_uuencoded(text) == (text, [])


def test_of_a_mailbox_the_message_that_is_the_action_is_read_and_the_others_are_told() -> None:
    box = b"From a@x.example Fri Jun 13 18:22:51 2008\n" + bytes(message("Hello\n", "Hi"))
    box += b"\nFrom b@x.example Fri Jun 13 19:00:00 2008\n" + bytes(message(ACTION, "Amina"))
    lines = texts(box)
    assert lines[0] == "Amina"
    assert lines[-3:] == [LAST, "", UNREAD]


def test_a_message_kept_by_apple_mail_is_read_without_its_property_list() -> None:
    mail = bytes(message(ACTION))
    kept = b"%d     \n%s<?xml version='1.0'?><plist></plist>" % (len(mail), mail)
    assert read(kept)[0] is Format.MAIL
    assert texts(kept)[-1] == LAST
