"""A new library file: it appears complete, or not at all; nothing is overwritten."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from appealdesk.errors import Trouble
from appealdesk.library.keys import Header, Key
from appealdesk.library.sealed import Connection, address, connect, is_there, release, settle, start
from appealdesk.library.telling import damaged, in_use, telling, unreachable
from appealdesk.translation import _


def make(place: Path, key: Key, fill: Callable[[Connection], None]) -> None:
    """Make a new library file, readable by this person alone.

    fill: makes the tables
    Raises Damaged where a file's last changes lie there without it, InUse where another
    process is faster, or Trouble.
    """

    def write(new: Path, unlocking: str) -> None:
        connection = start(new, unlocking)
        try:
            settle(connection)
            fill(connection)
        finally:
            connection.close()

    if is_there(place.with_name(place.name + "-wal")):
        raise damaged(
            place, _("The library file is gone, but its last changes are still beside it.")
        )
    _appear(place, key, write)


def copy(connection: Connection, place: Path, key: Key) -> None:
    """Write all that an open library holds into a new file, which has a key of its own.

    Raises Trouble where there is a file already, or it cannot be written.
    """

    def write(new: Path, unlocking: str) -> None:
        connection.execute("ATTACH ? AS copy KEY ?", (address(new), unlocking))
        try:
            connection.execute("SELECT sqlcipher_export('copy')").fetchall()
            for number in ("application_id", "user_version"):
                value = connection.execute(f"PRAGMA main.{number}").fetchone()[0]
                connection.execute(f"PRAGMA copy.{number} = {value}")
        finally:
            connection.execute("DETACH copy")

    if is_there(place):
        raise Trouble(
            _("There is a file of this name already."),
            place=str(place),
            kept=_("Nothing was changed."),
            remedy=_("Choose another name or another folder."),
        )
    _appear(place, key, write)
    release(connect(place, key), place)


def _appear(place: Path, key: Key, write: Callable[[Path, str], None]) -> None:
    """Let a file be written under a passing name, and give it its own when it is whole."""
    beginning = key.header or Header.fresh(key.kind)
    new = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            with telling(new.parent, _("Nothing was changed.")):
                write(new, key.for_file(beginning))
            _publish(new, place)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise unreachable(place, error) from error


def _publish(new: Path, place: Path) -> None:
    """Give the finished file its name, unless another process was faster."""
    try:
        place.hardlink_to(new)
    except FileExistsError as error:
        raise in_use(place) from error
    except OSError:  # a file system without links
        if place.exists():
            raise in_use(place) from None
        new.rename(place)
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """Have the new name written to the disk, where the system has a way to ask for it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
