"""The head of a fax, and numbers as one dials them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from appealdesk.errors import Trouble
from appealdesk.letters import Draft, Identity, dialled, fax_head, letter_languages
from tests.invented import MINISTER, PROSECUTOR, SENDER, a_case
from tests.paper.samples import ON


@pytest.mark.parametrize(
    ("number", "country", "home", "dial"),
    [
        ("+7 499 555 01 77", "RU", "BE", "00 7 499 555-01-77"),
        ("+7 499 555 01 77", "RU", "US", "011 7 499 555-01-77"),
        ("+7 499 555 01 77", "RU", "JP", "010 7 499 555-01-77"),
        ("+7 499 555 01 77", "RU", "AU", "0011 7 499 555-01-77"),
        ("8 (499) 555-01-77", "RU", "GB", "00 7 499 555-01-77"),
        ("00 39 06 6988 1234", "IT", "US", "011 39 06 6988 1234"),
        ("+32 2 555 01 23", "BE", "BE", "02 555 01 23"),
        ("+7 499 555 01 77", "RU", "", "+7 499 555-01-77"),
    ],
)
def test_a_number_is_given_as_one_dials_it_at_home(
    number: str, country: str, home: str, dial: str
) -> None:
    assert dialled(number, country, home) == dial


@pytest.mark.parametrize(
    "number",
    [
        "+39 06 6988 1234 / 35",
        "+20 2 2393 1234 (unreliable)",
        "+7 499 555 01 77, ask for the fax",
        "011 52 55 5555 0101 0000 00",
        "1234",
        "not known",
        "",
    ],
)
def test_what_is_not_plainly_one_number_stays_as_it_was(number: str) -> None:
    assert dialled(number, "IT", "BE") == number


@given(st.text("+0123456789 ()-./x", max_size=30), st.sampled_from(["", "RU", "IT", "US", "AR"]))
def test_no_digit_of_a_number_is_lost(number: str, country: str) -> None:
    dialled_number = dialled(number, country, "")
    digits = "".join(char for char in number if char.isdigit()).lstrip("0")
    # A trunk prefix ("8" in Russia) is of no use abroad; the subscriber's digits all are.
    assert digits[-6:] in "".join(char for char in dialled_number if char.isdigit())


def test_a_fax_tells_who_it_is_for_and_from() -> None:
    head = fax_head(a_case(), MINISTER, SENDER, Draft(), ON)
    rows = dict(head.rows)
    assert rows["To:"] == ("Orhan Velidov", "Minister of Internal Affairs")
    assert rows["Fax:"] == ("00 994 12 555 01 01",)
    assert rows["From:"][0] == SENDER.name


def test_a_fax_shows_nothing_of_a_sender_who_stays_unknown() -> None:
    head = fax_head(a_case(), MINISTER, SENDER, Draft(identity=Identity.NONE), ON)
    shown = str(head)
    assert "+994 12 555 01 01" in shown  # not even how one dials at home
    assert not any(word in shown for word in ("Ekström", "Bruxelles", "Tilleuls", "BELGIUM"))


def test_who_has_no_fax_gets_none() -> None:
    with pytest.raises(Trouble, match="Hasanzade"):
        fax_head(a_case(), PROSECUTOR, SENDER, Draft(), ON)


@pytest.mark.parametrize("language", letter_languages())
def test_the_sheet_is_in_the_language_of_the_letter(language: str) -> None:
    minister = replace(MINISTER, salutation="")
    head = fax_head(a_case(), minister, SENDER, Draft(language=language), ON)
    assert all(label.endswith(":") for label, _lines in head.rows)
