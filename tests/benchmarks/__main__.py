"""Runs every benchmark of this folder, or those named: `python -m tests.benchmarks [NAME...]`.

A benchmark is a module with a `main()` that prints its figures. Each runs in a process of its own,
one after the other, so that none measures what another has loaded. The exit status is 1 where one
failed, 2 where a name is unknown.
"""

from __future__ import annotations

import compileall
import platform
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CHECKOUT = FOLDER.parents[1]


def names() -> list[str]:
    """Return the names of the benchmarks there are."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))


def run(name: str) -> bool:
    """Run one benchmark, its figures going to our output; return whether it ended well."""
    print(f"\n== {name}", flush=True)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}"], cwd=CHECKOUT, check=False
    )
    print(f"   ({time.perf_counter() - started:.1f} s in all)", flush=True)
    return done.returncode == 0


def main(asked: list[str]) -> int:
    """Run the benchmarks asked for, all if none is; return the exit status."""
    known = names()
    unknown = [name for name in asked if name not in known]
    if unknown:
        print(f"No benchmark {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    # As an installed program has it; the environment may forbid Python to keep its bytecode.
    compileall.compile_dir(CHECKOUT / "desktop", quiet=1)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    failed = [name for name in asked or known if not run(name)]
    if failed:
        print(f"\nFailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
