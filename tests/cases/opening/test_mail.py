"""An e-mail gives its subject and body, or the attachment that is the document."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.made_office import docx, p
from tests.cases.opening.made_pdf import pdf

ACTION = (
    "UA 12/15 Index: EUR 54/955/2015\n\nPlease write immediately, urging the release of Amina.\n\n"
    "APPEALS TO:\nMinister of Justice\nLevon Sarkisyan\nFax: +374 10 555 017\n"
    "Salutation: Dear Minister\n"
)


def texts(message: EmailMessage | bytes) -> list[str]:
    form, rows = read(message if isinstance(message, bytes) else bytes(message))
    assert form is Format.MAIL
    return [text for text, _page in rows]


def message(text: str = "", subject: str = "Case of Amina") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "network@example.org"
    mail["To"] = "writers@example.org"
    mail["Subject"] = subject
    if text:
        mail.set_content(text)
    return mail


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_subject_and_body_are_decoded(coding: str, charset: str) -> None:
    mail = message(subject="Fwd: [AU] Más información")
    mail.set_content("Señor Muñoz\n\nIbagué – " + "x" * 90 + "\n", charset=charset, cte=coding)
    assert texts(mail) == ["Más información", "", "Señor Muñoz", "", "Ibagué – " + "x" * 90]


def test_a_subject_that_the_body_begins_with_is_not_said_twice() -> None:
    assert texts(message("Case of Amina\n\nText\n")) == ["Case of Amina", "", "Text"]


def test_of_alternatives_the_web_page_is_taken_unless_it_is_a_stub() -> None:
    mail = message("Plain words of\nthe letter\n")
    mail.add_alternative("<p>Rich words of the letter</p>", subtype="html")
    assert texts(mail)[-1] == "Rich words of the letter"
    mail = message(ACTION)
    mail.add_alternative("<p>See text</p>", subtype="html")
    assert texts(mail)[-1] == "Salutation: Dear Minister"


def test_quoting_stays_for_the_grammar() -> None:
    assert texts(message("> Dear\n>> Minister\n"))[2:] == ["> Dear", ">> Minister"]


def test_flowed_text_gets_its_paragraphs_back() -> None:
    raw = (
        b"From: a@x.example\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        b"One \r\nparagraph.\r\n Stuffed\r\n> quoted \r\n> goes on\r\n-- \r\nName\r\n"
    )
    assert texts(raw) == ["One paragraph.", "Stuffed", "> quoted goes on", "-- ", "Name"]


def test_an_attachment_that_is_the_document_takes_the_place_of_the_body() -> None:
    mail = message("Dear friends, please find the case attached.\n")
    mail.add_attachment(b"GIF89a", maintype="image", subtype="gif")
    mail.add_attachment(
        docx("".join(p(line) for line in ACTION.splitlines())),
        maintype="application",
        subtype="octet-stream",
        filename="case.doc",
    )
    lines = texts(mail)
    assert lines[0] == "UA 12/15 Index: EUR 54/955/2015"
    assert "Salutation: Dear Minister" in lines
    assert not any("friends" in line for line in lines)


def test_an_attachment_is_left_alone_where_the_body_is_the_document() -> None:
    mail = message(ACTION)
    mail.add_attachment(
        pdf([[(60.0, 700.0, "Statutes of the network")]]), maintype="application", subtype="pdf"
    )
    assert "Salutation: Dear Minister" in texts(mail)
    assert not any("Statutes" in line for line in texts(mail))


def test_a_message_in_a_message_is_read_with_its_subject() -> None:
    mail = message("See below.\n")
    mail.add_attachment(message(ACTION, subject="Urgent action for Amina"))
    lines = texts(mail)
    assert "Urgent action for Amina" in lines
    assert "Salutation: Dear Minister" in lines


def test_a_mailbox_of_one_message_is_that_message() -> None:
    box = b"From a@x.example Fri Jun 13 18:22:51 2008\n"
    box += bytes(message("First\n\n>From here on\n"))
    assert texts(box) == ["Case of Amina", "", "First", "", "From here on"]


def test_text_with_headers_that_a_person_typed_is_no_mail() -> None:
    assert (
        read(b"From: the section\nTo: all writers\nSubject: Amina\n\nDear all\n")[0] is Format.TEXT
    )


def test_mail_with_pictures_only_says_why() -> None:
    mail = message()
    mail.add_attachment(b"\x89PNG\r\n\x1a\n0", maintype="image", subtype="png")
    with pytest.raises(Refused) as refusal:
        read(bytes(mail))
    assert refusal.value.reason is Reason.IMAGE


def test_parts_in_parts_without_end_are_refused() -> None:
    mail = message("Deep\n")
    for _layer in range(40):
        outer = message()
        outer.add_attachment(mail)
        mail = outer
    with pytest.raises(Refused) as refusal:
        read(bytes(mail))
    assert refusal.value.reason is Reason.NESTED


@settings(max_examples=150)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_every_text_that_is_sent_arrives(text: str) -> None:
    mail = message(f"Dear {text}\n", subject="S")
    sent = " ".join(f"Dear {text}".split())
    arrived = " ".join(" ".join(texts(mail)).split())
    assert arrived == f"S {sent}".strip()


@given(st.binary(max_size=400))
def test_any_bytes_after_a_mail_head_are_read_or_refused(rest: bytes) -> None:
    head = b"Received: by x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    try:
        read(head + b"--b\n" + rest)
    except Refused:
        return
