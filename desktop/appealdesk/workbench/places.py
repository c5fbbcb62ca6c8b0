"""Where the program keeps things on this computer. One place to ask, so a portable copy is easy."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from appealdesk import resources

PORTABLE = "appealdesk-files"
"""The folder beside the packaged program that makes it a portable copy, and holds its files."""


def is_portable() -> bool:
    """Tell whether this is a portable copy: it keeps nothing in the home folder or the keyring."""
    return getattr(sys, "frozen", False) and _beside().is_dir()


def _beside() -> Path:
    return Path(sys.executable).resolve().parent / PORTABLE


def home() -> Path:
    """Return the folder of everything the program keeps.

    APPEALDESK_HOME, or the folder beside a portable copy, or the platform's own place for an
    application's data.
    """
    chosen = os.environ.get("APPEALDESK_HOME")
    if chosen:
        return Path(chosen)
    if is_portable():
        return _beside()
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
