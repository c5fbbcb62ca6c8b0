"""How long letters take to set: one of one page, one of five, and a thousand.

Run `python -m tests.benchmarks.typesetting [LETTERS]`. For one letter: with a word more each time,
as while typing; the PDF alone, and with the fit, the places of all lines and the picture of one
page, which is what the live page needs. For many: all in one PDF, and one file each, every one in a
process of its own, with its most memory.
Budget: design, section 6 (1,000 letters in 8 s and under 400 MB; a page within 100 ms).
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import msgspec

from appealdesk.letters import Letter, compose, first_draft
from tests.invented import MINISTER, SENDER, a_case

ON = dt.date(2026, 11, 25)
INCH = 110.0  # pixels: a page that fills the desk on a usual screen
KEYS = 60


def letter(layout: str = "din-5008-b") -> Letter:
    """Return the first draft of an appeal, its recipient abroad."""
    draft = first_draft(a_case(), SENDER, prompts=False)
    return msgspec.structs.replace(compose(a_case(), MINISTER, SENDER, draft, ON), layout=layout)


def five_pages() -> Letter:
    """Return the same with a body that fills five pages."""
    one = letter()
    return msgspec.structs.replace(one, body="\n\n".join([one.body] * 20))


def main() -> None:
    """Print what single letters take here, and what many take in processes of their own."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else 1000
    for name, one in (("one page", letter()), ("five pages", five_pages())):
        _single(name, one)
    for how in ("together", "each"):
        subprocess.run(
            [sys.executable, "-m", __spec__.name, "--child", how, str(count)], check=True
        )


def _single(name: str, one: Letter) -> None:
    from appealdesk import paper

    begun = time.perf_counter()
    pages = paper.fit(one, ON).pages
    first = (time.perf_counter() - begun) * 1000

    def shown(number: int) -> object:
        return paper.preview(_grown(one, number), ON, INCH, only=(pages,))

    def set_only(number: int) -> object:
        return paper.typeset(_grown(one, number), ON)

    for what, make in (("PDF", set_only), ("PDF, fit, places and picture", shown)):
        taken = [_ms(make, number) for number in range(KEYS)]
        cuts = statistics.quantiles([whole for whole, _busy in taken], n=20)
        busy = statistics.median(busy for _whole, busy in taken)
        print(
            f"{name}: {what:<29} {cuts[9]:6.1f} ms median, {cuts[18]:6.1f} ms 95th percentile"
            f" ({busy:.1f} ms of processor)"
        )
    print(f"{name}: the first of all {first:16.1f} ms")


def _grown(one: Letter, number: int) -> Letter:
    return msgspec.structs.replace(one, body=one.body + " word" * number)


def _ms(make: Callable[[int], object], number: int) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor: other work on the machine is in the first."""
    begun, busy = time.perf_counter(), time.process_time()
    make(number)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - busy) * 1000


def child(how: str, count: int) -> None:
    """Set many letters, each with a body and an address of its own; print seconds and memory."""
    import resource

    begun = time.perf_counter()
    from appealdesk import paper

    both = letter("a4"), letter("din-5008-b")
    letters = [
        msgspec.structs.replace(
            one,
            address=(f"Recipient {number}", *one.address[1:]),
            body=f"{one.body} This is letter {number}.",
        )
        for number in range(count)
        for one in [both[number % 2]]
    ]
    if how == "together":
        size = len(paper.typeset_all(letters, ON))
    else:
        size = sum(len(paper.typeset(one, ON)) for one in letters)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} letters {how:<9} {time.perf_counter() - begun:5.1f} s"
        f" ({time.process_time():.1f} s of processor), {most:.0f} MB at most,"
        f" {size / 1e6:.1f} MB of PDF"
    )


if __name__ == "__main__":
    main()
