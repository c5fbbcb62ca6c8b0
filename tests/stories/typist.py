"""Somebody who types on and on, and the program killed in the middle of it: what is lost?"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from appealdesk.workbench import places
from tests.stories.driver import Program, awaited

PASSPHRASE = "seven grey herons"  # noqa: S105
FIELD = "sheet_body"
PACE = 0.08  # s between two keys: a quick typist
WORDS = "we ask that he is freed and may see his doctor and his wife every week of the year "
Begin = Callable[..., Program]


@dataclass(frozen=True)
class Loss:
    """What a kill cost.

    after:      seconds of typing before the kill
    characters: seen in the window before the kill and not there afterwards
    seconds:    the age of the oldest of them at the kill; 0.0 where nothing was lost
    """

    after: float
    characters: int
    seconds: float


def make_library(begin: Begin) -> Path:
    """Choose a passphrase for a new library, put the sample into it, and leave."""
    program = begin(places.samples()[0])
    program.sees("chip_1")
    program.click("keeping_button")
    program.sees("passphraseDialog.first")
    program.type(PASSPHRASE)
    program.press("Tab")
    program.type(PASSPHRASE)
    program.press("Return")
    program.gone("keeping")
    program.sees("saved", "Saved")
    assert program.quit() == 0
    return places.library_file()


def unlock(begin: Begin) -> Program:
    """Start the program and give the passphrase; return it with the last case on the desk."""
    program = begin()
    program.click("keeping_button")
    give_passphrase(program, PASSPHRASE)
    program.sees(FIELD)
    return program


def give_passphrase(program: Program, passphrase: str) -> None:
    """Type the passphrase into the dialog that asks for it."""
    program.sees("passphraseDialog.first")
    program.type(passphrase)
    program.sees("passphraseDialog.first", passphrase)
    program.press("Return")


def kill_while_typing(begin: Begin, chance: random.Random) -> Loss:
    """Type, kill the program at some moment, open it again, and compare."""
    program = unlock(begin)
    program.press("ctrl+1")
    program.click(FIELD)
    program.press("ctrl+End")
    before = program.text(FIELD)
    after = chance.uniform(0.2, 4.0)
    keys = program.typing((WORDS * 2)[: round((after + 1) / PACE)], delay=round(PACE * 2000))
    awaited(lambda: program.text(FIELD) != before, "the first letter")
    begun = time.monotonic()
    end = begun + after
    seen: list[tuple[float, str]] = []
    while time.monotonic() < end:
        seen.append((time.monotonic(), program.text(FIELD)))
        threading.Event().wait(0.01)
    killed = time.monotonic()
    program.kill()
    keys.wait()  # killed as well, it would leave a key held down
    again = unlock(begin)
    kept = again.text(FIELD)
    again.end()
    return _loss(before, kept, seen, killed - begun, killed)


def _loss(
    before: str, kept: str, seen: list[tuple[float, str]], after: float, killed: float
) -> Loss:
    last = seen[-1][1] if seen else before
    assert kept.startswith(before), "a text from before the typing is damaged"
    assert last.startswith(kept) or kept.startswith(last), "what was kept is not what was typed"
    missing = [moment for moment, text in seen if len(text) > len(kept)]
    return Loss(
        after=after,
        characters=max(0, len(last) - len(kept)),
        seconds=killed - missing[0] if missing else 0.0,
    )
