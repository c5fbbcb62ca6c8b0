"""A short letter as a mailto: link (RFC 6068)."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.mail import LONGEST_LINK, BadAddress, mailto
from tests.mail.test_message import LETTER, TO, changed


def test_a_short_letter_is_a_link_with_subject_and_text() -> None:
    link = mailto(LETTER, [TO])
    assert link is not None
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", TO)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert fields["subject"] == [LETTER.subject]
    (body,) = fields["body"]
    assert body.startswith("Dear Minister,\r\n\r\nI am writing to you")
    assert "\n" not in body.replace("\r\n", "")


def test_a_link_is_measured_as_it_is_handed_over() -> None:
    words = "о" * 280  # 280 characters on the page, 1,680 in a link
    assert mailto(changed(body=words), [TO]) is None
    short = mailto(changed(body=words[:100]), [TO])
    assert short is not None
    assert len(short) <= LONGEST_LINK


def test_several_addresses_are_parted_by_commas() -> None:
    link = mailto(LETTER, [TO, "a+b%c@mia.example"])
    assert link is not None
    assert link.startswith(f"mailto:{TO},a%2Bb%25c@mia.example?")


def test_an_address_cannot_add_a_field() -> None:
    for address in ("a@mia.example?bcc=b@mia.example", "a@mia.example&cc=b@mia.example"):
        with pytest.raises(BadAddress):
            mailto(LETTER, [address])
    link = mailto(LETTER, ["a?bcc=b&cc=c@mia.example"])  # odd, and allowed
    assert link is not None
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
    assert unquote(urlsplit(link).path) == "a?bcc=b&cc=c@mia.example"


@given(st.text(max_size=150), st.text(max_size=60))
def test_no_words_can_add_a_field(body: str, subject: str) -> None:
    link = mailto(changed(body=body, subject=subject), [TO])
    if link is None:
        return
    assert link.isascii()
    assert not set(link) & set(' "<>\r\n\t')
    assert link.count("?") == 1
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
