"""How long documents take to open and to read: in process, by a child, and a folder of them.

Budget (design.md): a text urgent action read in 20 ms in process. Beside it: `pdftotext`, a
whole process, on a PDF of the same case, where it is installed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from textwrap import wrap

from appealdesk import cases
from appealdesk.cases import Document, Line
from appealdesk.cases.opening import reading
from tests.cases.opening import made_pdf
from tests.fuzz.valid_documents import VALID

FIXTURE = Path(__file__).resolve().parents[1] / "cases" / "fixtures" / "english-2009.txt"
ROUNDS = 15
BUDGET_MS = 20


def median_ms(
    job: Callable[[], object],
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Return the median time of a job in milliseconds; the first time does not count."""
    times = []
    for _round in range(rounds + 1):
        begun = clock()
        job()
        times.append(clock() - begun)
    return statistics.median(times[1:]) * 1000


def here_ms(job: Callable[[], object]) -> float:
    """Return the median processor time in this process, whatever else the machine does."""
    return median_ms(job, clock=time.process_time)


def opened_here(data: bytes) -> None:
    """Open a document in this process, without a child."""
    list(reading.read(data)[1])


def taken(data: bytes) -> None:
    """Open a document in this process and read its case."""
    form, rows = reading.read(data)
    lines = tuple(
        Line(number=number, text=row, page=page) for number, (row, page) in enumerate(rows, start=1)
    )
    cases.read(Document(name="x", format=form.value, lines=lines))


def as_pdf(text: str) -> bytes:
    """Return a text on two pages, as it was wrapped."""
    wrapped = [part for line in text.splitlines() for part in wrap(line, 95) or [""]]
    half = len(wrapped) // 2
    return made_pdf.pdf([made_pdf.lines(wrapped[:half]), made_pdf.lines(wrapped[half:])])


def main() -> None:
    """Print the figures."""
    print("open, ms                  in process   by a fresh child")
    for name, data in VALID.items():
        here = here_ms(lambda data=data: opened_here(data))  # type: ignore[misc]
        fresh = median_ms(lambda data=data: cases.open_bytes(data, "x"))  # type: ignore[misc]
        print(f"{name:24} {here:11.1f} {fresh:18.1f}")
    text = FIXTURE.read_bytes()
    pdf = as_pdf(text.decode("utf-8"))
    cases.prepare()
    print(
        f"\ntext opened and read in process  {here_ms(partial(taken, text)):6.1f} ms  budget {BUDGET_MS}"
    )
    print(f"the same as a two-page PDF        {here_ms(partial(taken, pdf)):6.1f} ms")
    print(f"  of which opening               {here_ms(partial(opened_here, pdf)):6.1f} ms")
    if shutil.which("pdftotext"):
        with tempfile.TemporaryDirectory() as made:
            path = Path(made) / "ua.pdf"
            path.write_bytes(pdf)
            command = ["pdftotext", "-layout", str(path), "-"]
            beside = median_ms(lambda: subprocess.run(command, capture_output=True, check=True))
        print(f"pdftotext on that PDF            {beside:6.1f} ms  (whole process)")


if __name__ == "__main__":
    main()
