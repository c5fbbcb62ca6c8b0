"""Where the program keeps things on this computer. One place to ask, so a portable copy is easy."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from appealdesk import resources


def home() -> Path:
    """Return the folder of everything the program keeps.

    APPEALDESK_HOME, or the folder "appealdesk-files" beside a portable copy of the program,
    or the platform's own place for an application's data.
    """
    chosen = os.environ.get("APPEALDESK_HOME")
    if chosen:
        return Path(chosen)
    beside = Path(sys.executable).resolve().parent / "appealdesk-files"
    if getattr(sys, "frozen", False) and beside.is_dir():
        return beside
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("appealdesk", appauthor=False)


def library_file() -> Path:
    """Return the path of the library file, whether or not it exists yet."""
    return home() / "library.appealdesk"


def outbox() -> Path:
    """Return the folder for messages handed to the mail client; emptied at the next start."""
    return home() / "outbox"


def samples() -> tuple[Path, ...]:
    """Return the sample urgent actions that come with the program, the main one first."""
    return tuple(sorted(resources.path("samples").glob("*.txt")))


def documents() -> Path:
    """Return the folder to offer first for saving letters."""
    from platformdirs import user_documents_path  # noqa: PLC0415

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()
