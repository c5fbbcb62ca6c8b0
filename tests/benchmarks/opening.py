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
from pathlib import Path

from appealdesk import cases
from appealdesk.cases.opening import reading
from tests.fuzz.valid_documents import VALID

ROUNDS = 15
BUDGET_MS = 20


def median_ms(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of a job in milliseconds; the first time does not count."""
    times = []
    for _round in range(rounds + 1):
        begun = time.perf_counter()
        job()
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:]) * 1000


def opened_here(data: bytes) -> None:
    """Open a document in this process, without a child."""
    list(reading.read(data)[1])


def main() -> None:
    """Print the figures."""
    print("open, ms                  in process   by a fresh child")
    for name, data in VALID.items():
        here = median_ms(lambda data=data: opened_here(data))  # type: ignore[misc]
        fresh = median_ms(lambda data=data: cases.open_bytes(data, "x"))  # type: ignore[misc]
        print(f"{name:24} {here:11.1f} {fresh:18.1f}")
    text = cases.open_bytes(VALID["text"], "x")
    pdf = cases.open_bytes(VALID["pdf"], "x")

    def read_text() -> None:
        opened_here(VALID["text"])
        cases.read(text)

    def read_pdf() -> None:
        opened_here(VALID["pdf"])
        cases.read(pdf)

    print(f"\ntext opened and read in process   {median_ms(read_text):6.1f} ms  budget {BUDGET_MS}")
    print(f"two-page PDF opened and read      {median_ms(read_pdf):6.1f} ms")
    if shutil.which("pdftotext"):
        with tempfile.TemporaryDirectory() as made:
            path = Path(made) / "ua.pdf"
            path.write_bytes(VALID["pdf"])
            command = ["pdftotext", "-layout", str(path), "-"]
            beside = median_ms(lambda: subprocess.run(command, capture_output=True, check=True))
        print(f"pdftotext on that PDF             {beside:6.1f} ms  (whole process)")


if __name__ == "__main__":
    main()
