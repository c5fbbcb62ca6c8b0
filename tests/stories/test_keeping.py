"""What is written is kept: through a kill, behind a passphrase, in the system keyring."""

from __future__ import annotations

import random

import pytest

from appealdesk.workbench import places
from tests.stories.conftest import Begin
from tests.stories.typist import (
    FIELD,
    PASSPHRASE,
    give_passphrase,
    kill_while_typing,
    make_library,
    unlock,
)

pytestmark = [pytest.mark.story]

LAST_SECOND = 1.0  # s; the design promises that no more is lost
OWN = "I teach at a school in Ghent. "


def test_a_program_killed_while_one_types_loses_at_most_the_last_second(begin: Begin) -> None:
    make_library(begin)
    chance = random.Random(20)  # noqa: S311  (moments, not secrets)
    for _time in range(3):
        loss = kill_while_typing(begin, chance)
        assert loss.seconds <= LAST_SECOND, loss


def test_a_passphrase_is_chosen_and_opens_the_library_again(begin: Begin) -> None:
    make_library(begin)
    program = unlock(begin)
    program.click(FIELD)
    program.press("ctrl+Home")
    program.type(OWN)
    program.sees(FIELD, OWN)
    assert program.quit() == 0
    again = unlock(begin)
    assert OWN in again.text(FIELD)
    assert again.quit() == 0
    content = places.library_file().read_bytes()
    assert OWN.encode() not in content
    assert PASSPHRASE.encode() not in content


def test_a_wrong_passphrase_is_told_and_can_be_tried_again(begin: Begin) -> None:
    content = make_library(begin).read_bytes()
    program = begin()
    program.click("keeping_button")
    give_passphrase(program, "seven grey geese")
    program.sees("keeping_words", "passphrase")
    assert places.library_file().read_bytes() == content
    program.click("keeping_button")
    give_passphrase(program, PASSPHRASE)
    program.sees(FIELD)
    program.gone("keeping")
    assert program.quit() == 0


def test_with_a_keyring_everything_is_there_again_without_a_question(
    begin: Begin, keyring: dict[str, str]
) -> None:
    program = begin(places.samples()[1], **keyring)
    program.sees(FIELD)
    program.click(FIELD)
    program.press("ctrl+Home")
    program.type(OWN)
    program.sees(FIELD, OWN)
    assert program.quit() == 0
    again = begin(**keyring)
    again.sees(FIELD, OWN)
    assert again.widget("keeping") is None
    assert again.quit() == 0
