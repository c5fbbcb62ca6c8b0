"""A letter as plain text."""

from __future__ import annotations

import datetime as dt
import unicodedata

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.letters import body_for_mail, compose, first_draft, plain_text
from tests.invented import MINISTER, SENDER, a_case

DRAFT = first_draft(a_case(), SENDER, prompts=False)
LETTER = compose(a_case(), MINISTER, SENDER, DRAFT, dt.date(2026, 11, 24))


def test_the_whole_letter_stands_in_the_order_of_the_page() -> None:
    text = plain_text(LETTER)
    parts = [
        "Maud Ekström-Lavoie\n12 Rue des Tilleuls\n1000 Bruxelles\nBELGIUM\n\n",
        "Orhan Velidov\n",
        "AZERBAIJAN\n\n",
        "Bruxelles, 24 November 2026\n\n",
        "Samir Quliyev (UA 31/25)\n\n",
        "Dear Minister,\n\n",
        "I am writing to you",
        "Yours sincerely,\nMaud Ekström-Lavoie\n\n",
        "Copies:\nRauf Tagiyev, Commissioner for Human Rights\n",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.startswith(parts[0])
    assert text.endswith(parts[-1])


def test_reference_and_enclosures_are_said_in_plain_text_too() -> None:
    more = msgspec.structs.replace(
        LETTER,
        reference="Your letter of 3 May",
        enclosures_label="Enclosures:",
        enclosures=("A list",),
    )
    text = plain_text(more)
    assert "24 November 2026\n\nYour letter of 3 May\n\nSamir" in text
    assert "\n\nEnclosures:\nA list\n\nCopies:" in text


def test_the_text_of_a_mail_begins_with_the_salutation() -> None:
    assert body_for_mail(LETTER).startswith("Dear Minister,\n\n")
    assert plain_text(LETTER).endswith(body_for_mail(LETTER))


def test_paragraphs_are_wrapped_and_addresses_are_not() -> None:
    long = msgspec.structs.replace(LETTER, address=("x" * 100, "y z " * 30))
    text = plain_text(long, width=40)
    assert "x" * 100 in text
    assert "y z " * 29 in text
    assert all(len(line) <= 40 for line in body_for_mail(LETTER, width=40).splitlines()[:-2])


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters=">"),
        min_size=1,
    )
)
def test_no_word_of_the_body_is_broken_or_lost(word: str) -> None:
    body = f"{word} and {word * 9}\n\nline one\nline two"
    text = body_for_mail(msgspec.structs.replace(LETTER, body=body), width=20)
    assert "".join(body.split()) in "".join(text.split())
    if not any(unicodedata.east_asian_width(char) == "W" for char in word):
        assert set(body.split()) <= set(text.split())
    assert "line one\nline two" in text
