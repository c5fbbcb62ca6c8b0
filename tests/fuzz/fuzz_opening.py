"""Throw damaged documents of every format at the readers and at the child, for some minutes.

    python -m tests.fuzz.fuzz_opening --minutes 10 [--seed 1] [--keep build/fuzz]

Every document is a valid one that was mutated. It is read in this process, where any
exception but Refused is a finding, as is more than two seconds; and by a child, where a
death, a hang or a garbled answer is one. Findings are written to the folder, named by
format, seed and round; the same seed gives the same documents. What was found and put
right is kept as a test (tests/cases/opening/test_findings.py).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from appealdesk.cases.opening.parent import ReadingChild
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused
from tests.cases.opening.hostile_documents import HOSTILE
from tests.fuzz.valid_documents import VALID

SLOW = 2.0  # seconds
NEVER = {Reason.DIED, Reason.GARBLED, Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY, Reason.NO_CHILD}
WORDS = [
    b"\0", b"\xff\xff\xff\xff", b"<", b">", b"&", b"{", b"}", b"\\", b"\n\n", b"%PDF-", b"\\bin9",
    b"\\u-1?", b"--b", b"=?", b"]]>", b"<table>", b"<tr><td>", b"</w:p>", b"<w:p>", b"obj", b"R",
    b"99999999999", b"-1", b"\xd8\x00", "\u202e".encode(), b"<!DOCTYPE x [", b"\\par", b"\\trowd",
    b"\\intbl", b"\\cell", b"\\row", b"Content-Type: multipart/mixed; boundary=b\n", b"<li>",
    b"<pre>",
]  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the document with a few wounds."""
    wounded = bytearray(data)
    for _wound in range(chance.choice((1, 1, 2, 3, 5, 10, 30))):
        at = chance.randrange(len(wounded) + 1)
        _WOUNDS[chance.randrange(len(_WOUNDS))](wounded, at, chance)
    return bytes(wounded)


def _flip(data: bytearray, at: int, chance: random.Random) -> None:
    if at < len(data):
        data[at] ^= 1 << chance.randrange(8)


def _insert(data: bytearray, at: int, chance: random.Random) -> None:
    data[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 50))


def _remove(data: bytearray, at: int, chance: random.Random) -> None:
    del data[at : at + chance.choice((1, 2, 10, 200))]


def _repeat(data: bytearray, at: int, chance: random.Random) -> None:
    piece = bytes(data[at : at + chance.choice((1, 8, 60, 400))])
    data[at:at] = piece * chance.choice((1, 2, 20))


def _swap(data: bytearray, at: int, chance: random.Random) -> None:
    length = chance.choice((1, 4, 30))
    other = chance.randrange(len(data) + 1)
    piece = bytes(data[at : at + length])
    data[at : at + length] = data[other : other + length]
    data[other : other + length] = piece


def _cut(data: bytearray, at: int, _chance: random.Random) -> None:
    del data[at:]


_WOUNDS: list[Callable[[bytearray, int, random.Random], None]] = [
    _flip, _flip, _insert, _insert, _remove, _repeat, _swap, _cut,
]  # fmt: skip


def mutated_inside(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with one member wounded, and the archive itself whole."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as written:
        chosen = chance.choice(archive.namelist())
        for name in archive.namelist():
            content = archive.read(name)
            written.writestr(name, mutated(content, chance) if name == chosen else content)
    return out.getvalue()


def finding(data: bytes, child: ReadingChild) -> str:
    """Return what is wrong with how a document was taken, "" where nothing is."""
    begun = time.monotonic()
    try:
        list(read(data)[1])
    except Refused:
        pass
    except Exception:  # every other exception is what is looked for
        return "exception\n" + traceback.format_exc()
    if time.monotonic() - begun > SLOW:
        return f"slow: {time.monotonic() - begun:.1f} s"
    reply = child.ask(data)
    if isinstance(reply, Reason) and reply in NEVER:
        return f"child: {reply}"
    return ""


def main() -> int:
    """Fuzz for the time asked for. Returns 1 where something was found."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--minutes", type=float, default=1.0)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    asked = words.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311  (chance, not secrecy)
    light = ("cut", "based on", "unbalanced", "script", "overrides", "macro")
    sources = VALID | {
        name: one.make() for name, one in HOSTILE.items() if any(word in name for word in light)
    }
    names = list(sources)
    rounds: Counter[str] = Counter()
    found = 0
    end = time.monotonic() + asked.minutes * 60
    asked.keep.mkdir(parents=True, exist_ok=True)
    with ReadingChild() as child:
        while time.monotonic() < end:
            name = chance.choice(names)
            source = sources[name]
            inside = source[:2] == b"PK" and name in VALID and chance.random() < 0.8
            data = mutated_inside(source, chance) if inside else mutated(source, chance)
            rounds[name] += 1
            wrong = finding(data, child)
            if wrong:
                found += 1
                kept = asked.keep / f"{name.replace(' ', '-')}-{asked.seed}-{rounds.total()}"
                kept.write_bytes(data)
                print(f"{kept}: {wrong}", flush=True)
    print(f"{rounds.total()} documents, {found} findings, {dict(rounds)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
