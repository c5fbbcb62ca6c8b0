"""How long whole commands take, from the start of the process to its end.

- `read` of one text file, of a PDF, and of a folder of 500 documents of eight formats: seconds,
  each, and the most memory that the command or a child of it held;
- `write` of a case's three letters, beside LibreOffice headless converting one letter, where it
  is installed: by the clock and of processors, the two in turn. Budget (design.md): a third of that.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.opening import median_ms
from tests.cases.opening.made_office import docx, p
from tests.fuzz.valid_documents import VALID

FOLDER_OF = 500
TURNS = 9
KINDS = ("text", "text of Windows", "pdf", "docx", "odt", "rtf", "page", "mail")
CHECKOUT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "appealdesk"]
ACTION = """URGENT ACTION
TEACHER MISSING

The schoolteacher Amina Torosyan was taken from her house in Gyumri on the morning of 4 March
and has not been seen since. Her brother asked for her at two police stations.

Please write immediately:
- Urging the authorities to say where Amina Torosyan is.

PLEASE SEND APPEALS BEFORE 16 APRIL 2015 TO:
Minister of Justice
Levon Sarkisyan
12 Abovian Street
0010 Yerevan
Armenia
Salutation: Dear Minister

Prosecutor General
Marta Hakobian
5 Vazgen Street
0010 Yerevan
Armenia
Salutation: Dear Prosecutor General

Head of Police
Armen Petrosyan
130 Nalbandyan Street
0025 Yerevan
Armenia
Salutation: Dear Sir
"""


def run(*arguments: str) -> None:
    """Run the program with arguments; what it prints goes nowhere."""
    subprocess.run([*COMMAND, *arguments], check=True, capture_output=True)


class Cost(NamedTuple):
    """What one command cost, its children included: seconds by the clock, and of processors."""

    seconds: float
    processor: float


def cost(command: list[str]) -> Cost:
    """Run a command and return what it cost."""
    begun, before = time.perf_counter(), processor_seconds()
    subprocess.run(command, check=True, capture_output=True)
    return Cost(time.perf_counter() - begun, processor_seconds() - before)


def processor_seconds() -> float:
    """Return what all processes that this one has waited for cost so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


MEASURED = """
import resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measured(*arguments: str) -> tuple[float, float]:
    """Return seconds, and the most megabytes that the command or one child of it held."""
    command = [sys.executable, "-c", MEASURED, *COMMAND, *arguments]
    seconds, kilobytes = subprocess.check_output(command, text=True).split()
    return float(seconds), float(kilobytes) / 1024


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["APPEALDESK_HOME"] = made
        for name in ("text", "pdf"):
            path = folder / f"one.{name}"
            path.write_bytes(VALID[name])
            one = median_ms(partial(run, "read", str(path)))
            print(f"read of one file ({name:4})     {one:6.0f} ms")
        bare = median_ms(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
        print(f"Python that does nothing    {bare:6.0f} ms")
        print_folder(folder)
        print_write(folder)


def print_folder(folder: Path) -> None:
    """Print what reading a folder of documents costs."""
    paths = [folder / f"{number}.ua" for number in range(FOLDER_OF)]
    for number, path in enumerate(paths):
        path.write_bytes(VALID[KINDS[number % len(KINDS)]])
    seconds, most = measured("read", *map(str, paths))
    each = seconds * 1000 / FOLDER_OF
    print(
        f"read of {FOLDER_OF} documents       {seconds:6.1f} s, {each:.1f} ms each, {most:.0f} MB"
    )


def print_write(folder: Path) -> None:
    """Print what three letters cost, beside LibreOffice and one letter, the two in turn."""
    action = folder / "action.txt"
    action.write_text(ACTION, encoding="utf-8")
    sender = CHECKOUT / "resources" / "samples" / "sender.yaml"
    out = folder / "letters"
    write = [*COMMAND, "write", str(action), "--out", str(out), "--sender", str(sender)]
    office = shutil.which("soffice")
    letter = folder / "letter.docx"
    letter.write_bytes(docx("".join(map(p, ACTION.splitlines()))))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = [str(office), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    turns = [
        (cost(write), cost([*convert, str(letter)]) if office else None)
        for _turn in range(TURNS + 1)
    ][1:]
    written = len(set(out.glob("*.pdf")))
    if written < 3:
        raise SystemExit(f"only {written} letters were written")
    ours = [one for one, _office in turns]
    theirs = [one for _ours, one in turns if one is not None]
    print_costs("write of three letters", ours)
    if not theirs:
        print("LibreOffice is not installed: nothing to compare with")
        return
    print_costs("LibreOffice, one letter", theirs)
    for of in ("seconds", "processor"):
        mine, its = ([getattr(one, of) for one in all_of] for all_of in (ours, theirs))
        middle, least = (number(mine) / number(its) for number in (statistics.median, min))
        print(f"ours / LibreOffice, {of:9} {middle:6.2f}  {least:.2f} at best    budget 0.33")


def print_costs(what: str, costs: list[Cost]) -> None:
    """Print the medians and the least of what a command cost."""
    seconds, processor = zip(*costs, strict=True)
    print(
        f"{what:27} {statistics.median(seconds) * 1000:6.0f} ms, {min(seconds) * 1000:.0f} at best;"
        f" of processors {statistics.median(processor) * 1000:.0f}, {min(processor) * 1000:.0f}"
    )


if __name__ == "__main__":
    main()
