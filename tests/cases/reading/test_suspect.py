"""Values whose letters or lines look damaged, mixed up or forged. All invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealdesk.cases import Case, Document, Doubtful, Line, Recipient, describe, read

BLOCK = """
Please write immediately in English:

- urging the authorities to release Mary Chileshe-Banda;
- asking for an inquiry.

PLEASE SEND APPEALS BEFORE 17 JUNE 2014 TO:

Minister of Justice
Chanda Mulwila
12 Kaunda Road
Lusaka
Zambia
Email: minister@justice.example
Salutation: Dear Minister
"""


def read_with(old: str, new: str) -> tuple[Case, Recipient]:
    assert old in BLOCK
    text = BLOCK.replace(old, new).strip()
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.split("\n"), 1))
    (case,) = read(Document(name="case.txt", format="text", lines=lines))
    return case, case.recipients[0]


def of(recipient: Recipient, field: str) -> set[Doubtful]:
    return {doubt.problem for doubt in recipient.doubts if doubt.field == field}


def test_a_plain_block_raises_no_doubt() -> None:
    case, minister = read_with("Lusaka", "Lusaka")
    assert (case.doubts, minister.doubts) == ((), ())


@pytest.mark.parametrize(
    "damaged",
    ["Chanda Mul\ufffdila", "Chanda Mul?ila", "Chanda _ulwila", "JosÃ© Mulwila", "Zo_l Mulwila"],
)
def test_a_letter_that_a_conversion_lost_is_a_doubt(damaged: str) -> None:
    _, minister = read_with("Chanda Mulwila", damaged)
    (doubt,) = [one for one in minister.doubts if one.problem is Doubtful.LOST_LETTERS]
    assert doubt.field in {"name", "address"}  # a damaged name may not be known as one
    assert doubt.source is not None
    assert damaged in doubt.quote
    assert "lost" in describe(doubt)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("minister@justice.example", "minister@justi\u0441e.example", "email"),  # Cyrillic es
        ("minister@justice.example", "minister@xn--jstice-4ya.example", "email"),
        ("Chanda Mulwila", "Ch\u0430nda Mulwila", "name"),  # Cyrillic a
        ("12 Kaunda Road", "12 K\u03b1unda Road", "address"),  # Greek alpha
    ],
)
def test_look_alike_letters_are_a_doubt(old: str, new: str, field: str) -> None:
    _, minister = read_with(old, new)
    assert Doubtful.MIXED_ALPHABETS in of(minister, field)


def test_a_link_with_look_alike_letters_is_a_doubt() -> None:
    case, _ = read_with("Zambia\n", "Zambia\nhttp://www.\u0430mnesty.example\n")
    assert Doubtful.MIXED_ALPHABETS in {one.problem for one in case.doubts if one.field == "links"}


def test_names_in_another_alphabet_are_no_doubt() -> None:
    _, minister = read_with("Chanda Mulwila", "Чанда Мулвила (Chanda Mulwila)")
    assert Doubtful.MIXED_ALPHABETS not in of(minister, "name")


@pytest.mark.parametrize(
    ("old", "field"),
    [("12 Kaunda Road", "address"), ("minister@justice.example", "email")],
)
def test_hidden_characters_that_were_shown_are_a_doubt(old: str, field: str) -> None:
    _, minister = read_with(old, f"{old[:4]}⟨U+202E⟩{old[4:]}")
    assert Doubtful.HIDDEN_CHARACTERS in of(minister, field)


def test_two_addresses_read_across_are_a_doubt() -> None:
    _, minister = read_with(
        "12 Kaunda Road\nLusaka\nZambia",
        "12 Kaunda Road          PO Box 1165\nLusaka                  Ndola\nZambia",
    )
    assert Doubtful.INTERLEAVED in of(minister, "address")


def test_two_countries_in_one_address_are_a_doubt() -> None:
    _, minister = read_with("Lusaka\nZambia", "Lusaka\nMalawi\nZambia")
    assert Doubtful.INTERLEAVED in of(minister, "address")


def test_a_line_with_two_postcodes_may_be_two_addresses() -> None:
    _, minister = read_with(
        "12 Kaunda Road\nLusaka", "12 Kaunda Road 10101 15 Freedom Way 50100 Ndola"
    )
    assert Doubtful.INTERLEAVED in of(minister, "address")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_no_text_in_an_address_makes_reading_raise(odd: list[str]) -> None:
    text = BLOCK.replace("12 Kaunda Road", "\n".join(odd))
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.split("\n"), 1))
    for case in read(Document(name="case.txt", format="text", lines=lines)):
        for doubt in (*case.doubts, *(one for entry in case.recipients for one in entry.doubts)):
            assert describe(doubt)
