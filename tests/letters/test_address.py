"""The recipient's address block."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases import Case, Recipient
from appealdesk.letters import Draft, Identity, Sender, compose
from appealdesk.letters.address import is_country

DAY = dt.date(2026, 11, 24)


def block(
    recipient: Recipient, sender: Sender | None = None, identity: Identity = Identity.FULL
) -> tuple[str, ...]:
    return compose(Case(), recipient, sender, Draft(identity=identity), DAY).address


def sender(country: str, language: str = "") -> Sender:
    return Sender(name="Jo Hale", country=country, language=language)


GOVERNOR = Recipient(
    number=1,
    name="Ilya Petrov",
    role="Governor",
    address=("ul. B.Polianka, d.1/3,", "107031 Moscow", "Russian Federation"),
    country="RU",
)


@pytest.mark.parametrize(
    ("writer", "last"),
    [
        (None, "RUSSIA"),
        (sender("GB"), "RUSSIA"),
        (sender("BE", "fr"), "RUSSIE"),
        (sender("DE"), "RUSSLAND"),
        (sender("", "es"), "RUSIA"),
        (sender("TR"), "RUSYA"),
        (sender("XX", "zz"), "RUSSIA"),
    ],
)
def test_the_country_stands_last_in_capitals_as_the_senders_post_reads_it(
    writer: Sender | None, last: str
) -> None:
    assert block(GOVERNOR, writer) == (
        "Ilya Petrov", "Governor", "ul. B.Polianka, d.1/3,", "107031 Moscow", last,
    )  # fmt: skip


def test_the_country_is_named_in_english_when_nothing_may_show_of_the_sender() -> None:
    assert block(GOVERNOR, sender("BE", "fr"), Identity.NONE)[-1] == "RUSSIA"


def test_the_country_is_left_out_within_the_senders_country() -> None:
    assert block(GOVERNOR, sender("RU"))[-1] == "107031 Moscow"


def test_a_country_that_the_address_does_not_name_is_not_invented() -> None:
    recipient = Recipient(number=1, address=("1 High Street", "Ulaanbaatar"), country="MN")
    assert block(recipient, sender("GB")) == ("1 High Street", "Ulaanbaatar")


@pytest.mark.parametrize("line", ["Tegucigalpa, Honduras", "Tegucigalpa, HONDURAS."])
def test_a_country_behind_the_last_comma_moves_to_its_own_line(line: str) -> None:
    recipient = Recipient(number=1, address=("Calle 4", line), country="HN")
    assert block(recipient) == ("Calle 4", "Tegucigalpa", "HONDURAS")
    assert block(recipient, sender("HN")) == ("Calle 4", "Tegucigalpa")


@pytest.mark.parametrize("above", ["Republic of Kenya", "Kenya"])
def test_a_country_further_up_stays_there_and_is_named_again_below(above: str) -> None:
    recipient = Recipient(number=1, address=(above, "Nairobi"), country="KE")
    assert block(recipient, sender("GB")) == (above, "Nairobi", "KENYA")


@pytest.mark.parametrize(
    "address",
    [
        ("c/o Embassy of the State of Eritrea", "1955 Elm Avenue", "Washington DC 20009"),
        ("Embassy of", "Eritrea", "London W8 5VK"),
        ("Ambassade d’Érythrée", "Eritrea", "75016 Paris"),
    ],
)
def test_the_country_that_an_embassy_stands_for_is_not_where_the_letter_goes(
    address: tuple[str, ...],
) -> None:
    recipient = Recipient(number=1, address=address, country="ER")
    assert block(recipient, sender("GB")) == address


def test_a_country_that_nobody_knows_stays_as_it_is_printed() -> None:
    recipient = Recipient(number=1, address=("Calle 4", "Ruritania"), country="QX")
    assert block(recipient) == ("Calle 4", "Ruritania")


def test_no_line_stands_twice() -> None:
    recipient = Recipient(
        number=1, name="Governor", role="GOVERNOR", address=("Governor", "1 High Street")
    )
    assert block(recipient) == ("Governor", "1 High Street")


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Russian Federation", "RU"),
        ("RUSSIE", "RU"),
        ("Россия", "RU"),
        ("Viet Nam", "VN"),
        ("Socialist Republic of Vietnam", "VN"),
        ("P.R. China", "CN"),
        ("People’s Republic of China", "CN"),
        ("Kingdom of Saudi Arabia.", "SA"),
        ("Islamic Republic of Iran", "IR"),
        ("Republic of the Philippines", "PH"),
        ("MEXICO", "MX"),
        ("México", "MX"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("U.S.A.", "US"),
        ("UK", "GB"),
        ("Côte d’Ivoire", "CI"),
        ("Lao People's Democratic Republic", "LA"),
        ("Arab Republic of Egypt", "EG"),
        ("جمهورية العراق", "IQ"),
    ],
)
def test_a_line_that_is_a_country_is_known(line: str, country: str) -> None:
    assert is_country(line, country)


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Embassy of Eritrea", "ER"),
        ("Embassy of the State of Eritrea", "ER"),
        ("Xinjiang Uyghur Autonomous Region", "CN"),
        ("Tegucigalpa, Honduras", "HN"),
        ("Mexico City", "MX"),
        ("Republic", "IR"),
        ("Prison No. 3", "RU"),
        ("", "RU"),
        ("Russian Federation", "MN"),
    ],
)
def test_a_line_that_holds_something_else_is_no_country(line: str, country: str) -> None:
    assert not is_country(line, country)


LINE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(
    str.strip
)


@given(st.lists(LINE, unique_by=str.casefold), st.sampled_from(["", "RU", "US", "qq"]))
def test_address_lines_are_kept_verbatim_and_in_order(lines: list[str], country: str) -> None:
    recipient = Recipient(number=1, address=tuple(lines), country=country)
    shown = list(block(recipient, sender("GB")))
    assert shown[: len(lines) - 1] == lines[:-1]
    assert shown[len(lines) - 1 :] == lines[-1:] or country
