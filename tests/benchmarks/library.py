"""How long the library takes: opening, saving a draft, searching among many cases.

Run `python -m tests.benchmarks.library [CASES]` from the checkout; prints figures, writes only
into a temporary folder. Budgets: design, section 6.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from appealdesk.cases import Case, Document, Line, Person, Point, Recipient
from appealdesk.letters import Draft
from appealdesk.library import Key, Library

SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "to",
    "sha",
    "vi",
    "der",
    "an",
    "os",
    "ul",
    "bek",
    "ti",
    "ya",
    "mor",
]


def _word(chance: random.Random) -> str:
    # Two to four of 15 syllables, the early ones more often: a few words are common, most are rare.
    count = chance.choice((2, 3, 3, 4))
    return "".join(SYLLABLES[int(15 * chance.random() ** 1.5)] for _ in range(count))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count))


def _one(chance: random.Random, number: int) -> tuple[Document, Case, Draft]:
    text = _words(chance, 350)
    document = Document(name=f"{number}.txt", format="text", lines=(Line(number=1, text=text),))
    person = f"{_word(chance).title()} {_word(chance).title()}"
    case = Case(
        reference=f"UA {number % 300}/{number % 40:02}",
        title=f"{person} held: {_words(chance, 3)}",
        persons=(Person(name=person),),
        deadline=dt.date(2024, 1, 1),
        summary=_words(chance, 40),
        background=text,
        points=tuple(Point(text=_words(chance, 20)) for _ in range(4)),
        recipients=tuple(
            Recipient(
                number=each,
                name=_words(chance, 2).title(),
                role=_words(chance, 3),
                address=(_words(chance, 2), _words(chance, 1).title()),
            )
            for each in range(1, 4)
        ),
    )
    return document, case, Draft(recipients=(1, 2), body=_words(chance, 200))


def _timed(what: Callable[[], object]) -> float:
    begin = time.perf_counter()
    what()
    return (time.perf_counter() - begin) * 1000


def _print(name: str, times: list[float]) -> None:
    high = statistics.quantiles(times, n=20)[-1]
    print(
        f"{name:44} median {statistics.median(times):8.2f} ms   p95 {high:8.2f} ms   n {len(times)}"
    )


def _opening(place: Path, key: Key) -> list[float]:
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        library = Library.open(place, key)
        times.append((time.perf_counter() - begin) * 1000)
        library.close()
    return times


def _imports() -> list[float]:
    code = "import time; t = time.perf_counter(); import sqlcipher3; print(time.perf_counter() - t)"
    return [
        1000
        * float(
            subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
        )
        for _ in range(10)
    ]


def _measure(library: Library, chance: random.Random, count: int) -> None:
    drafts = [_words(chance, 400) for _ in range(50)]
    _print(
        "save a draft of 400 words",
        [
            _timed(partial(library.save_draft, 1 + len(text) * 7 % count, Draft(body=text)))
            for text in drafts
        ],
    )
    searches = {
        "search: a whole word": [_word(chance) for _ in range(100)],
        "search: two words": [_words(chance, 2) for _ in range(100)],
        "search: a name and a reference": [f"{_word(chance)} UA {n % 300}/" for n in range(100)],
        "search: one letter": list("klmrtsvdaouby") * 4,
        "search: two letters": [_word(chance)[:2] for _ in range(60)],
        "search: letter by letter": [
            word[:end] for word in (_word(chance) for _ in range(25)) for end in range(1, len(word))
        ],
    }
    every: list[float] = []
    for name, texts in searches.items():
        times = [_timed(partial(library.search, text)) for text in texts]
        _print(name, times)
        every += times
    _print("search: all of these", every)
    _print("the whole list", [_timed(library.cases) for _ in range(10)])


def main() -> None:
    """Print the figures for a small library and for a large one."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    chance = random.Random(4)  # noqa: S311
    _print("import sqlcipher3", _imports())
    with tempfile.TemporaryDirectory() as folder:
        place, key = Path(folder) / "library", Key.fresh()
        library = Library.open(place, key)
        for number in range(20):
            library.add(*_one(chance, number))
        library.close()
        _print("open 20 cases, key from the keyring", _opening(place, key))
        library = Library.open(place, key)
        _measure(library, chance, 20)
        begin = time.perf_counter()
        for number in range(20, count):
            library.add(*_one(chance, number))
        print(f"adding {count} cases took {time.perf_counter() - begin:.1f} s")
        library.close()
        print(f"file: {place.stat().st_size / 1e6:.0f} MB")
        _print(f"open {count} cases", _opening(place, key))
        library = Library.open(place, key)
        _measure(library, chance, count)
        library.close()


if __name__ == "__main__":
    main()
