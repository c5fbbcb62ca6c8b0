"""Coverage-guided fuzzing of every reader, one after the other, with Atheris (libFuzzer).

Atheris is no dependency of the project. In an environment of its own:

    python3.11 -m venv build/atheris
    build/atheris/bin/pip install atheris -e .
    build/atheris/bin/python -m tests.fuzz.guided --minutes 10 [READER ...] [--seeds FOLDER]
    build/atheris/bin/python -m tests.fuzz.guided --again FILE...   # look at findings once more

Each reader has its minutes in a process of its own. Inputs that reach new code are kept in
build/fuzz/READER and are where the next run goes on. Any exception but a refusal, an answer
that the parent would not take, and more than two seconds of processor time is a finding: it
goes to build/fuzz/findings/READER-..., and fuzzing goes on. What was found and put right is
kept as a test (tests/cases/opening/test_findings.py).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import re
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
KEPT = CHECKOUT / "build" / "fuzz"
FINDINGS = KEPT / "findings"
SLOW = 2.0  # seconds of processor time; instrumented code takes some four times as long
INSTRUMENTED = 4.0
LARGEST = {"grammar": 5_000, "layout": 4_000}  # bytes; of the others 20,000


class Watched:
    """One reader under fire: what it raises and how long it takes becomes a finding."""

    def __init__(self, name: str, reader: Callable[[bytes], None], slow: float) -> None:
        self._name = name
        self._reader = reader
        self._slow = slow
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """Read one document; write down what is wrong with that."""
        wrong = self.wrong_with(data)
        places = re.sub(r"0x\w+|[\d.]+ s", "", "".join(wrong.splitlines(keepends=True)[-3:]))
        if not wrong or places in self._known:
            return
        self._known.add(places)
        FINDINGS.mkdir(parents=True, exist_ok=True)
        path = FINDINGS / f"{self._name}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        print(f"\nFINDING {path}: {wrong}", file=sys.stderr, flush=True)

    def wrong_with(self, data: bytes) -> str:
        """Return what is wrong with how a document is read, "" where nothing is."""
        begun = time.process_time()
        try:
            self._reader(data)
        except Exception:  # every exception is what is looked for
            return traceback.format_exc()
        taken = time.process_time() - begun
        return f"slow: {taken:.1f} s" if taken > self._slow else ""


def fuzz(name: str, seconds: int, seeds: list[str]) -> None:
    """Fuzz one reader in this process, which ends with it."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["appealdesk", "email"]):
        from tests.fuzz.readers import READERS, dictionary_of, seeds_of
    folder = KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(name):
        (folder / f"seed-{hashlib.sha256(seed).hexdigest()[:12]}").write_bytes(seed)
    words = KEPT / f"{name}.dictionary"
    words.write_text("".join(_entry(word) for word in dictionary_of(name)), encoding="ascii")
    watched = Watched(name, READERS[name], SLOW * INSTRUMENTED)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LARGEST.get(name, 20_000)}",
        "-timeout=60",
        "-rss_limit_mb=1500",
        f"-dict={words}",
        f"-artifact_prefix={FINDINGS}/{name}-",
        "-print_final_stats=1",
        "-reload=0",
    ]
    FINDINGS.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *options, str(folder), *seeds], watched)
    atheris.Fuzz()


def _entry(word: bytes) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'


def again(paths: list[Path]) -> int:
    """Read findings once more, not instrumented. Returns 1 where one still is one."""
    from tests.fuzz.readers import READERS

    left = 0
    for path in paths:
        name = path.name.split("-")[0]
        wrong = Watched(name, READERS[name], SLOW).wrong_with(path.read_bytes())
        print(f"{path.name}: {wrong or 'put right'}")
        left += bool(wrong)
    return 1 if left else 0


def main() -> int:
    """Fuzz the readers asked for, one after the other. Returns 1 where something was found."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("readers", nargs="*")
    words.add_argument("--minutes", type=float, default=1.0, help="for each reader")
    words.add_argument("--seeds", type=Path, action="append", default=[], help="more documents")
    words.add_argument("--again", type=Path, nargs="+", default=[])
    words.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.again:
        return again(asked.again)
    seeds = [str(folder) for folder in asked.seeds]
    if asked.here:
        fuzz(asked.readers[0], round(asked.minutes * 60), seeds)
        return 0
    from tests.fuzz.readers import READERS

    before = set(FINDINGS.glob("*"))
    for name in asked.readers or READERS:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", "tests.fuzz.guided", name, "--here"]
        command += ["--minutes", str(asked.minutes)]
        command += [part for folder in seeds for part in ("--seeds", folder)]
        done = subprocess.run(command, cwd=CHECKOUT, stderr=subprocess.PIPE, check=False)
        print(_told(done.stderr.decode("utf-8", "replace")), flush=True)
    found = sorted(path.name for path in set(FINDINGS.glob("*")) - before)
    print(f"{len(found)} findings {found}")
    return 1 if found else 0


def _told(log: str) -> str:
    """Return what matters of libFuzzer's report: findings, errors, and how many executions."""
    kept: list[str] = []
    in_finding = False
    for line in log.splitlines():
        in_finding = line.startswith("FINDING") or (in_finding and not line.startswith("#"))
        if in_finding or line.startswith(("==", "Done", "stat::number", "stat::peak")):
            kept.append(line)
    return "\n".join(kept)


if __name__ == "__main__":
    sys.exit(main())
