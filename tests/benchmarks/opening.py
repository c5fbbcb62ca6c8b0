"""How long documents take to open: by a fresh child, by a warm one, and within it.

Budget (design.md): a text urgent action in 20 ms in process. Beside it: `pdftotext` on
the same PDF, where it is installed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from appealdesk.cases import open_bytes, open_files
from appealdesk.cases.opening.reading import read
from tests.fuzz.valid_documents import VALID

ROUNDS = 15
FOLDER_OF = 500


def median_ms(job: Callable[[], object]) -> float:
    """Return the median time of a job in milliseconds."""
    times = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        job()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def read_all(data: bytes) -> None:
    """Read a document in this process."""
    list(read(data)[1])


def main() -> None:
    """Print the figures."""
    for name, data in VALID.items():
        warm = median_ms(lambda data=data: read_all(data))  # type: ignore[misc]
        fresh = median_ms(lambda data=data: open_bytes(data, "x"))  # type: ignore[misc]
        print(f"{name:24} {warm:7.1f} ms in process  {fresh:7.1f} ms by a fresh child")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for kind in ("text", "pdf"):
            paths = [folder / f"{number}.{kind}" for number in range(FOLDER_OF)]
            for path in paths:
                path.write_bytes(VALID[kind])
            begun = time.perf_counter()
            opened = sum(1 for _document in open_files(paths))
            print(
                f"{opened} documents ({kind}) by a warm child: {time.perf_counter() - begun:.2f} s"
            )
        if shutil.which("pdftotext"):
            command = ["pdftotext", "-layout", str(folder / "0.pdf"), "-"]
            beside = median_ms(lambda: subprocess.run(command, capture_output=True, check=True))
            print(f"pdftotext on the same PDF: {beside:.1f} ms")


if __name__ == "__main__":
    main()
