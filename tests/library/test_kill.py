"""Killed at any moment, the library loses no word that it said was saved, and is never damaged."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document
from appealdesk.letters import Draft
from appealdesk.library import Key, Library

KILLS = 24

# Saves drafts without end; says each number once it is kept. Long and short by turns, so that
# pages are taken and freed, and the log of changes is folded into the file again and again.
WRITER = """
    import sys
    from pathlib import Path
    from appealdesk.letters import Draft
    from appealdesk.library import Key, Library

    library = Library.open(Path(sys.argv[1]), Key(raw=bytes.fromhex(sys.argv[2])))
    count = int(sys.argv[3])
    while True:
        count += 1
        library.save_draft(1, Draft(body=f"{count} " * (count % 7 * 400 + 1)))
        print(count, flush=True)
"""


def _write_and_be_killed(place: Path, key: Key, since: int, after: int) -> int:
    """Start the writer, kill it once it has acknowledged `after` drafts; return the last one."""
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(place), key.for_keyring()]
    with subprocess.Popen([*command, str(since)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(after):
            assert writer.stdout.readline(), "the writer ended by itself"
        writer.kill()
        said = writer.stdout.read().splitlines(keepends=True)
    whole = [line for line in said if line.endswith("\n")]
    return int(whole[-1]) if whole else since + after


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_draft_that_was_acknowledged_survives_every_kill(
    place: Path, key: Key, document: Document
) -> None:
    library = Library.open(place, key)
    number = library.add(document, Case(title="Lecturer"), Draft(body="0 "))
    library.close()
    chance = random.Random()  # noqa: S311  (another moment in every run; said when it fails)
    count = 0
    for kill in range(KILLS):
        after = chance.randrange(1, 60)
        said = _write_and_be_killed(place, key, count, after)
        library = Library.open(place, key)
        library.check()
        words = library.load(number)[2].body.split()
        found = library.search(words[0])
        library.close()
        count = int(words[0])
        context = f"kill {kill} after {after} drafts"
        assert count in {said, said + 1}, context
        assert words == [str(count)] * (count % 7 * 400 + 1), context
        assert [entry.id for entry in found] == [number], context
    assert count > KILLS
