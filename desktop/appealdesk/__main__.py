"""The way in: the window, or the same workbench from a terminal."""

from __future__ import annotations

import gc
import os
import sys

# Words that begin a command line; anything else is a document to open in the window.
COMMANDS = {"read", "write", "-h", "--help", "--version"}


def main() -> int:
    """Run the program with the arguments of this process and return its exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--read-child"]:
        return _read_child()
    if arguments and arguments[0] in COMMANDS:
        gc.set_threshold(200_000, 20, 100)  # most of what a command makes it keeps to its end
        from appealdesk import cli  # noqa: PLC0415

        try:
            return cli.run(arguments)
        finally:
            gc.freeze()  # all of it goes now: no last search for cycles among it
    if arguments == ["--smoke"]:
        from appealdesk.window import run_smoke  # noqa: PLC0415

        return run_smoke()
    from pathlib import Path  # noqa: PLC0415

    from appealdesk.window import open_window  # noqa: PLC0415

    return open_window([Path(argument) for argument in arguments])


def _read_child() -> int:
    """Be the process that opens documents (cases/opening/parent.py starts it).

    It takes the readers alone: rooms that stand in for `cases` keep the grammar and its data out.
    """
    from types import ModuleType  # noqa: PLC0415

    here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  (no pathlib: 3 ms)
    for name in ("cases", "cases.opening"):
        room = ModuleType(f"appealdesk.{name}")
        room.__path__ = [os.path.join(here, *name.split("."))]  # noqa: PTH118
        sys.modules[room.__name__] = room
    from appealdesk.cases.opening.child import child_main  # noqa: PLC0415

    return child_main()


if __name__ == "__main__":
    sys.exit(main())
