"""Fifty kills at random moments while somebody types in the real program: lost, and damaged.

Use: python -m tests.benchmarks.kills [KILLS]
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from pathlib import Path

from tests.stories.driver import NotSeen, Program, missing
from tests.stories.typist import PASSPHRASE, Loss, kill_while_typing, make_library
from tests.xvfb import private_screen

KILLS = 50


def main() -> int:
    """Kill, open again, compare, and print what it cost; 1 where more than a second was lost."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    if why := missing():
        print(f"not measured: {why}")
        return 0
    with tempfile.TemporaryDirectory() as folder, private_screen() as screen:
        home = Path(folder)
        os.environ |= screen.environment() | {
            "HOME": folder,
            "APPEALDESK_HOME": str(home / "appealdesk"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        losses, damaged = _kill(kills)
        sound = _sound(home)
    _tell(losses, damaged, sound=sound)
    return 1 if damaged or not sound or max(loss.seconds for loss in losses) > 1 else 0


def _kill(kills: int) -> tuple[list[Loss], list[str]]:
    running: list[Program] = []

    def begin(*arguments: str | Path) -> Program:
        running.append(Program([str(one) for one in arguments], os.environ))
        return running[-1]

    chance = random.Random()  # noqa: S311  (moments, not secrets)
    losses, damaged = [], []
    try:
        make_library(begin)
        for _kill in range(kills):
            try:
                losses.append(kill_while_typing(begin, chance))
            except (AssertionError, NotSeen) as found:
                damaged.append(str(found))
    finally:
        for program in running:
            program.end()
    return losses, damaged


def _sound(home: Path) -> bool:
    """Check every page and every table of the library after all of that."""
    from appealdesk.library import Key, Library

    library = Library.open(
        home / "appealdesk" / "library.appealdesk", Key.of_passphrase(PASSPHRASE)
    )
    try:
        library.check()
    finally:
        library.close()
    return True


def _tell(losses: list[Loss], damaged: list[str], *, sound: bool) -> None:
    print(f"kills while typing:          {len(losses) + len(damaged)}")
    print(f"damaged:                     {len(damaged)}")
    for found in damaged:
        print(f"  {found}")
    print(f"library checked afterwards:  {'sound' if sound else 'NOT SOUND'}")
    if losses:
        seconds = [loss.seconds for loss in losses]
        characters = [loss.characters for loss in losses]
        print(f"lost, median:                {statistics.median(seconds):.2f} s")
        print(f"lost, most:                  {max(seconds):.2f} s, {max(characters)} characters")
        print(f"nothing lost in:             {sum(not one for one in characters)} kills")


if __name__ == "__main__":
    sys.exit(main())
