"""What a letter shows of its sender."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.letters import Identity, Letter, Sender, compose, first_draft
from appealdesk.letters.identity import initials
from tests.invented import MINISTER, OMBUDSMAN, SENDER, a_case

DAY = dt.date(2026, 11, 24)


def letter(sender: Sender | None, identity: Identity) -> Letter:
    draft = msgspec.structs.replace(first_draft(a_case(), sender), identity=identity)
    return compose(a_case(), MINISTER, sender, draft, DAY)


def test_the_full_identity_shows_name_address_and_country_abroad() -> None:
    said = letter(SENDER, Identity.FULL)
    assert said.from_lines == (
        "Maud Ekström-Lavoie", "12 Rue des Tilleuls", "1000 Bruxelles", "BELGIUM",
    )  # fmt: skip
    assert (said.signature, said.dateline) == ("Maud Ekström-Lavoie", "Bruxelles, 24 November 2026")


def test_the_senders_country_is_left_out_at_home() -> None:
    at_home = msgspec.structs.replace(SENDER, country="AZ")
    assert letter(at_home, Identity.FULL).from_lines[-1] == "1000 Bruxelles"


def test_the_organisation_stands_below_the_name() -> None:
    member = msgspec.structs.replace(SENDER, organisation="Letter Circle")
    assert letter(member, Identity.FULL).from_lines[:2] == ("Maud Ekström-Lavoie", "Letter Circle")
    assert "Letter Circle" not in repr(letter(member, Identity.TOWN))


def test_the_town_identity_shows_name_and_town() -> None:
    said = letter(SENDER, Identity.TOWN)
    assert said.from_lines == ("Maud Ekström-Lavoie", "1000 Bruxelles")
    assert said.signature == "Maud Ekström-Lavoie"


def test_the_initials_identity_shows_initials_and_town() -> None:
    said = letter(SENDER, Identity.INITIALS)
    assert said.from_lines == ("M. E. L.", "1000 Bruxelles")
    assert (said.signature, said.dateline) == ("M. E. L.", "Bruxelles, 24 November 2026")


@pytest.mark.parametrize("sender", [SENDER, None])
def test_nothing_shows_when_nothing_should(sender: Sender | None) -> None:
    said = letter(sender, Identity.NONE)
    assert (said.from_lines, said.signature, said.dateline) == ((), "", "24 November 2026")


def test_an_address_in_one_line_never_shows_its_street() -> None:
    in_one = Sender(name="Jo Hale", address=("12 Rue des Tilleuls, 1000 Bruxelles",))
    assert letter(in_one, Identity.TOWN).from_lines == ("Jo Hale", "1000 Bruxelles")
    without_comma = Sender(name="Jo Hale", address=("12 Rue des Tilleuls",))
    assert letter(without_comma, Identity.TOWN).from_lines == ("Jo Hale",)
    with_place = msgspec.structs.replace(without_comma, place="Bruxelles")
    assert letter(with_place, Identity.TOWN).from_lines == ("Jo Hale", "Bruxelles")


def test_the_date_is_written_as_in_the_senders_country_unless_nothing_may_show() -> None:
    american = msgspec.structs.replace(SENDER, country="US", place="Dayton")
    assert letter(american, Identity.FULL).dateline == "Dayton, November 24, 2026"
    assert letter(american, Identity.NONE).dateline == "24 November 2026"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Jo Hale", "J. H."),
        ("Marie-Claire de la Tour", "M. C. T."),
        ("jo hale", "J. H."),
        ("Élise O’Brien", "É. O."),
        ("Анна Шевченко", "А. Ш."),
        ("李明", ""),
        ("김 민수", ""),
        ("", ""),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


WORD = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=3, max_size=9)


@given(
    name=st.lists(WORD, min_size=1, max_size=3),
    street=st.lists(WORD, min_size=1, max_size=3),
    town=WORD,
    hidden=st.tuples(WORD, WORD, WORD),
    identity=st.sampled_from([Identity.TOWN, Identity.INITIALS, Identity.NONE]),
    copy=st.booleans(),
)
def test_nothing_of_the_sender_shows_beyond_the_identity_level(
    *,
    name: list[str],
    street: list[str],
    town: str,
    hidden: tuple[str, str, str],
    identity: Identity,
    copy: bool,
) -> None:
    def marked(words: list[str]) -> list[str]:
        return [f"Q{word}q" for word in words]  # so that no word of the case is among them

    email, phone, organisation = marked(list(hidden))
    sender = Sender(
        name=" ".join(marked(name)),
        address=(" ".join(marked(street)), f"Q{town}q"),
        country="BE",
        email=email,
        phone=phone,
        organisation=organisation,
        place=f"Q{town}q",
    )
    draft = msgspec.structs.replace(first_draft(a_case(), sender), identity=identity)
    said = repr(compose(a_case(), OMBUDSMAN if copy else MINISTER, sender, draft, DAY))
    secret = [*marked(street), *hidden, email, phone, organisation]
    if identity is not Identity.TOWN:
        secret += marked(name)
    if identity is Identity.NONE:
        secret.append(f"Q{town}q")
    allowed = {f"Q{town}q"} if identity is not Identity.NONE else set()
    allowed |= set(marked(name)) if identity is Identity.TOWN else set()
    for word in secret:
        shown = said
        for fine in allowed:
            shown = shown.replace(fine, "")
        if word.startswith("Q"):
            assert word not in shown, word


@pytest.mark.parametrize(
    ("identity", "shows"),
    [(Identity.FULL, True), (Identity.TOWN, True), (Identity.INITIALS, False), (Identity.NONE, False)],
)  # fmt: skip
def test_a_scanned_signature_shows_only_above_the_whole_name(
    identity: Identity, shows: bool
) -> None:
    signed = msgspec.structs.replace(SENDER, signature_image=b"picture", signed=True)
    assert letter(signed, identity).signature_image == (b"picture" if shows else b"")
    kept = msgspec.structs.replace(signed, signed=False)
    assert letter(kept, identity).signature_image == b"", "only when the writer says so"
