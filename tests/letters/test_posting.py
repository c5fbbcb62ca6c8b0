"""What stands on the outside of a letter."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from appealdesk.errors import Trouble
from appealdesk.letters import Draft, Identity, compose, posting
from tests.invented import MINISTER, PRISONER, SENDER, a_case
from tests.paper.samples import ON

CASE = a_case()


def test_the_envelope_bears_the_address_of_the_letter() -> None:
    found = posting(CASE, MINISTER, SENDER, Draft())
    letter = compose(CASE, MINISTER, SENDER, Draft(), ON)
    assert found.address == letter.address
    assert found.back == letter.from_lines


@pytest.mark.parametrize("identity", list(Identity))
def test_the_outside_shows_no_more_of_the_sender_than_the_letter(identity: Identity) -> None:
    draft = Draft(identity=identity)
    assert (
        posting(CASE, MINISTER, SENDER, draft).back
        == compose(CASE, MINISTER, SENDER, draft, ON).from_lines
    )


def test_mail_abroad_is_marked_in_french_and_in_the_language_of_the_senders_post() -> None:
    german = replace(SENDER, language="de")
    assert posting(CASE, MINISTER, german, Draft()).airmail == ("PAR AVION", "LUFTPOST")
    french = replace(SENDER, language="fr")
    assert posting(CASE, MINISTER, french, Draft()).airmail == ("PAR AVION",)


def test_the_mark_does_not_tell_the_language_of_a_sender_who_stays_unknown() -> None:
    german = replace(SENDER, language="de")
    draft = Draft(identity=Identity.NONE)
    assert posting(CASE, MINISTER, german, draft).airmail == ("PAR AVION", "AIR MAIL")


def test_mail_within_the_country_or_to_nowhere_known_is_not_marked() -> None:
    assert posting(CASE, MINISTER, replace(SENDER, country="AZ"), Draft()).airmail == ()
    assert posting(CASE, MINISTER, None, Draft()).airmail == ()
    nowhere = replace(CASE, country="")
    assert posting(nowhere, replace(MINISTER, country=""), SENDER, Draft()).airmail == ()
    assert posting(CASE, replace(MINISTER, embassy=True), SENDER, Draft()).airmail == ()


@pytest.mark.parametrize("recipient", [replace(MINISTER, address=()), PRISONER])
def test_whom_the_post_cannot_find_has_no_envelope(recipient: object) -> None:
    assert isinstance(recipient, type(MINISTER))
    with pytest.raises(Trouble, match=recipient.name):
        posting(CASE, recipient, SENDER, Draft())
