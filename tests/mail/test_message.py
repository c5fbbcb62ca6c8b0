"""A letter as an .eml draft: what it carries, and what it must not."""

from __future__ import annotations

import email
import getpass
import socket
from email.message import EmailMessage
from email.policy import SMTP

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.letters import Letter, LetterKind
from appealdesk.mail import BadAddress, message

TO = "minister@mia.example"
PDF = b"%PDF-1.7 not really \x00\xff\r\n\n"
LETTER = Letter(
    kind=LetterKind.APPEAL,
    language="en",
    layout="a4",
    recipient=1,
    from_lines=("Marthe Vandenbroucke", "12 Rue des Tilleuls"),
    address=("Orhan Velidov", "Minister of Internal Affairs", "AZERBAIJAN"),
    dateline="Bruxelles, 5 February 2013",
    subject="Samira Aldenova (UA 31/13)",
    salutation="Dear Minister,",
    body="I am writing to you about Samira Aldenova, a teacher. " * 3 + "\n\nPlease reply — soon.",
    closing="Yours sincerely,",
    signature="Marthe Vandenbroucke",
    title="UA 31/13 Samira Aldenova",
)


def changed(**fields: object) -> Letter:
    """Return the letter with other words in some places."""
    return msgspec.structs.replace(LETTER, **fields)


def read(raw: bytes) -> EmailMessage:
    """Return the draft as a mail client would take it apart."""
    parsed = email.message_from_bytes(raw, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    assert not parsed.defects
    return parsed


def text(raw: bytes) -> str:
    """Return the text of a draft."""
    part = read(raw).get_body()
    assert part is not None
    return str(part.get_content())


def test_a_draft_carries_recipient_subject_text_and_pdf() -> None:
    raw = message(LETTER, to=[TO], attachments=[("UA 31-13.pdf", PDF)])
    draft = read(raw)
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == TO
    assert draft["Subject"] == LETTER.subject
    assert LETTER.body.split("\n\n")[0].strip() in text(raw).replace("\r\n", "\n")
    assert "Please reply — soon." in text(raw)
    (pdf,) = draft.iter_attachments()
    assert pdf.get_content_type() == "application/pdf"
    assert pdf.get_filename() == "UA 31-13.pdf"
    assert pdf.get_content() == PDF


def test_a_paragraph_is_one_line_for_the_client_to_wrap() -> None:
    lines = text(message(LETTER, to=[TO])).splitlines()
    assert LETTER.body.split("\n\n")[0].strip() in lines


def test_a_draft_says_nothing_of_who_made_it_when_where_or_with_what() -> None:
    raw = message(LETTER, to=[TO], attachments=[("a.pdf", PDF)])
    draft = read(raw)
    assert set(draft.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    for trace in (socket.gethostname(), f"{getpass.getuser()}@", "/home/", "python"):
        assert trace.encode().lower() not in raw.lower()


def test_the_sender_is_in_it_only_as_far_as_the_letter_names_them() -> None:
    unsigned = changed(from_lines=(), signature="")
    assert b"Vandenbroucke" in message(LETTER, to=[TO])
    assert b"Vandenbroucke" not in message(unsigned, to=[TO])


def test_the_same_letter_always_gives_the_same_bytes() -> None:
    files = [("a.pdf", PDF)]
    first = message(LETTER, to=[TO], attachments=files)
    assert message(LETTER, to=[TO], attachments=files) == first
    assert message(LETTER, to=[TO], attachments=[("a.pdf", PDF + b"x")]) != first


def test_every_line_ends_as_mail_wants_it() -> None:
    raw = message(changed(body="Не видел.\n\n" * 300), to=[TO], attachments=[("a.pdf", PDF)])
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    raw.decode("ascii")


@pytest.mark.parametrize(
    "name",
    ["Исмон, “a”; b=c.pdf", "a" * 200 + ".pdf", "ü'%20.pdf", "中文 (1).pdf"],
    ids=["Cyrillic", "long", "quotes", "Chinese"],
)
def test_attachments_keep_their_names(name: str) -> None:
    (part,) = read(message(LETTER, to=[TO], attachments=[(name, PDF)])).iter_attachments()
    assert part.get_filename() == name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("/home/somebody/letter.pdf", "letter.pdf"),
        ("C:\\Users\\somebody\\letter.pdf", "letter.pdf"),
        ("letter\u202efdp.exe", "letterfdp.exe"),
        ("a\r\nBcc: x@y.example.pdf", "aBcc: x@y.example.pdf"),
        ("", "letter.pdf"),
    ],
)
def test_a_name_brings_no_folder_and_no_disguise_along(name: str, kept: str) -> None:
    (part,) = read(message(LETTER, to=[TO], attachments=[(name, PDF)])).iter_attachments()
    assert part.get_filename() == kept


@pytest.mark.parametrize(
    ("fields", "subject"),
    [
        ({"subject": ""}, "UA 31/13 Samira Aldenova"),
        (
            {"subject": " \n\t", "title": ""},
            "I am writing to you about Samira Aldenova, a teacher.",
        ),
        ({"subject": "", "title": "", "body": ""}, "Letter"),
        ({"subject": "Самира\r\nBcc: a@b.example"}, "Самира Bcc: a@b.example"),
    ],
)
def test_the_subject_is_never_empty_and_one_line(fields: dict[str, str], subject: str) -> None:
    draft = read(message(changed(**fields), to=[TO]))
    assert draft["Subject"].startswith(subject)
    assert "Bcc" not in draft


def test_several_addresses_stand_in_one_line_none_twice() -> None:
    draft = read(message(LETTER, to=[TO, "office@mia.example", f" {TO} "]))
    assert draft["To"] == f"{TO}, office@mia.example"


def test_without_an_address_the_line_is_left_to_the_volunteer() -> None:
    assert "To" not in read(message(LETTER, to=[]))


def test_a_domain_in_another_script_is_written_as_mail_servers_know_it() -> None:
    assert read(message(LETTER, to=["post@почта.example"]))["To"] == "post@xn--80a1acny.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "minister",
        "minister@",
        "@mia.example",
        "minister@localhost",
        "a b@mia.example",
        "a@b@mia.example",
        "a@mia.example, b@mia.example",
        "Minister <a@mia.example>",
        "a@mia.example\r\nBcc: b@mia.example",
        "a@mia.example\n",
        "a@mia..example",
        "a@-mia.example",
        "министр@mia.example",
        "a@mia.example?bcc=b@mia.example",
        "a" * 250 + "@mia.example",
    ],
)
def test_what_is_no_address_is_refused_by_name(address: str) -> None:
    if address.strip() == "a@mia.example":
        assert read(message(LETTER, to=[address]))["To"] == "a@mia.example"
        return
    with pytest.raises(BadAddress) as trouble:
        message(LETTER, to=[address])
    assert " ".join(address.split())[:80] in str(trouble.value)
    assert trouble.value.remedy


def test_odd_text_never_breaks_a_draft(hostile_text: str) -> None:
    odd = hostile_text[:2000]
    raw = message(changed(body=odd, subject=odd, title=odd), to=[TO], attachments=[(odd, PDF)])
    draft = read(raw)
    assert set(draft.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert draft["Subject"].strip()
    (part,) = draft.iter_attachments()
    assert part.get_content() == PDF


@given(st.text(), st.text(max_size=100))
def test_no_words_can_add_a_line_to_the_head(body: str, subject: str) -> None:
    draft = read(message(changed(body=body, subject=subject), to=[TO]))
    assert draft["To"] == TO
    assert set(draft.keys()) <= {
        "X-Unsent",
        "To",
        "Subject",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    }
