"""A thousand letters in one batch, beside LibreOffice converting the same thousand.

Run `python -m tests.benchmarks.batch [LETTERS]`. Ours: a process of its own that drafts a case with
so many targets and writes the letters through the workbench: as one PDF, as one PDF with a cover
sheet, and as a file each. LibreOffice: one process that converts the same letters, which we wrote as DOCX,
to PDF files. Seconds are those of the whole process, by the clock and of the processor (a busy
machine stretches the former only); memory is the most it held at one time (Linux).
Budget: design, section 6 (8 s and 400 MB for a thousand).
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from appealdesk import letters
from appealdesk.cases import Recipient
from appealdesk.workbench import Work, sending
from tests.invented import MINISTER, SENDER, a_case, a_document

DAY = dt.date(2025, 3, 10)
SECONDS, MEGABYTES = 8.0, 400.0


class Figures(NamedTuple):
    """What a process took."""

    seconds: float
    processor: float
    megabytes: float


def main() -> None:
    """Measure each way once, LibreOffice last."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = _ours("together", count, folder / "together")
        _print("one PDF", count, ours)
        _print("the same with a cover sheet", count, _ours("cover", count, folder / "cover"))
        _print("a file each", count, _ours("each", count, folder / "each"))
        print(f"budget                       {SECONDS:6.1f} s  {MEGABYTES:6.0f} MB  for 1000")
        theirs = _libreoffice(count, folder)
        if theirs is None:
            print("LibreOffice is not installed: nothing to compare with")
            return
        _print("LibreOffice, a file each", count, theirs)
        print(
            f"ours takes {ours.seconds / theirs.seconds:.2f} of the time,"
            f" {ours.processor / theirs.processor:.2f} of the processor's"
            f" and {ours.megabytes / theirs.megabytes:.2f} of the memory"
        )


def a_batch(count: int) -> Work:
    """Return the invented case with so many targets, every letter ticked."""
    targets = tuple(_office(number) for number in range(1, count + 1))
    case = replace(a_case(), recipients=targets)
    draft = letters.first_draft(case, SENDER, prompts=False)
    return Work(id=1, document=a_document(), case=case, draft=draft)


def _office(number: int) -> Recipient:
    return replace(MINISTER, number=number, name=f"Office {number}", email=())


def write(way: str, count: int, folder: Path) -> None:
    """Write the batch in one of the ways; runs in a process of its own."""
    work, numbers = a_batch(count), tuple(range(1, count + 1))
    if way in {"together", "cover"}:
        path, cover = folder / "all.pdf", way == "cover"
        sending.save_together(work, numbers, SENDER, DAY, path, cover=cover)
    else:
        formats = ("docx",) if way == "docx" else ("pdf",)
        sending.save_letters(work, numbers, SENDER, DAY, folder, formats=formats)


def _ours(way: str, count: int, folder: Path) -> Figures:
    code = "import sys; from pathlib import Path; from tests.benchmarks.batch import write;"
    code += "write(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))"
    return _run([sys.executable, "-c", code, way, str(count), str(folder)])


def _libreoffice(count: int, folder: Path) -> Figures | None:
    program = shutil.which("soffice")
    if program is None:
        return None
    write("docx", count, folder / "docx")
    files = sorted(str(file) for file in (folder / "docx").iterdir())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run([program, profile, "--headless", "--terminate_after_init"])  # not its first start ever
    out = folder / "converted"
    return _run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *files]
    )


def _run(command: list[str]) -> Figures:
    """Run a process; the figures are its own and its children's."""
    begun, used = time.perf_counter(), _processor()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, _resident(process.pid))
        time.sleep(0.02)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return Figures(time.perf_counter() - begun, _processor() - used, most)


def _processor() -> float:
    """Return the processor's seconds that all processes took that have ended."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def _resident(process: int) -> float:
    """Return the megabytes that a process and its children hold now (Linux)."""
    total = 0.0
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
        total = int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                total += _resident(int(child))
    except OSError:  # it has just ended
        pass
    return total


def _print(what: str, count: int, taken: Figures) -> None:
    print(
        f"{what:28} {taken.seconds:6.1f} s  {taken.processor:6.1f} s processor"
        f"  {taken.megabytes:6.0f} MB  for {count}",
        flush=True,
    )


if __name__ == "__main__":
    main()
