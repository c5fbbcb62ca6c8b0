"""The way in: the window, or the same workbench from a terminal."""

from __future__ import annotations

import sys

# Words that begin a command line; anything else is a document to open in the window.
COMMANDS = {"read", "write", "-h", "--help", "--version"}


def main() -> int:
    """Run the program with the arguments of this process and return its exit status."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--read-child"]:
        from appealdesk.cases.opening import child_main  # noqa: PLC0415

        return child_main()
    if arguments and arguments[0] in COMMANDS:
        from appealdesk import cli  # noqa: PLC0415

        return cli.run(arguments)
    if arguments == ["--smoke"]:
        from appealdesk.window import run_smoke  # noqa: PLC0415

        return run_smoke()
    from pathlib import Path  # noqa: PLC0415

    from appealdesk.window import open_window  # noqa: PLC0415

    return open_window([Path(argument) for argument in arguments])


if __name__ == "__main__":
    sys.exit(main())
