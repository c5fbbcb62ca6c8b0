"""The short name of a recipient."""

from __future__ import annotations

import pytest

from appealdesk.cases import Recipient
from appealdesk.letters import short_name
from appealdesk.letters.names import SHORT


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Aleksei Ivanovich Vorontsov-Dashkov", "Vorontsov-Dashkov"),
        ("Nguyen Van Tam", "Nguyen Van Tam"),
        ("His Excellency Mr Ilya Petrov", "Ilya Petrov"),
        ("H.E. General", "General"),
        ("Dr. Juana Inés Ramírez de la Cruz", "de la Cruz"),
        ("Bonifacio Cristobal Alcantara III", "Alcantara III"),
        ("Lieutenant General Hashim Osman al-Bedri", "Hashim Osman al-Bedri"),
    ],
)
def test_a_name_is_shortened_to_what_people_say(name: str, short: str) -> None:
    assert short_name(Recipient(number=1, name=name, role="Minister")) == short


def test_an_office_is_cut_at_a_word() -> None:
    role = "Chairman of the Human Rights Committee"
    assert short_name(Recipient(number=1, role=role)) == "Chairman of the Human…"
    assert short_name(Recipient(number=1, role="Minister of Justice")) == "Minister of Justice"
    assert len(short_name(Recipient(number=1, role="x" * 99))) == SHORT


def test_the_address_stands_in_where_there_is_no_name() -> None:
    assert short_name(Recipient(number=1, address=("Embassy", "1 Elm Row"))) == "Embassy"
    assert short_name(Recipient(number=1, email=("a@b.example",))) == "a@b.example"
    assert short_name(Recipient(number=1)) == ""
