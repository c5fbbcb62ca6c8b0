"""The one encrypted file: opened for one process, and closed. Nothing here knows cases."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Final, Protocol

from appealdesk.library.keys import HEADER_LENGTH, Header, Key
from appealdesk.library.telling import (
    NOT_A_DATABASE,
    PAGE,
    code_of,
    damaged,
    in_use,
    misfit,
    newer,
    refused,
    telling,
    unreachable,
)
from appealdesk.translation import _

# How long to wait (s) for a window that is just closing.
PATIENCE: Final = 0.5

# Libraries that are open in this process, by device and file number. To open and close such
# a file a second time, if only to read its header, would silently drop the lock that keeps
# other processes out (a rule of POSIX: https://www.sqlite.org/howtocorrupt.html, section 2.2).
_held: dict[tuple[int, int], Header] = {}


class Connection(Protocol):
    """What we use of a sqlcipher3 connection, whose package has no types."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, statement: str, values: tuple[object, ...] = (), /) -> Any:  # noqa: ANN401
        """Run one statement; return its cursor."""

    def close(self) -> None:
        """Close the connection and give up its lock."""


def is_there(place: Path) -> bool:
    """Return whether there is something at this place; Trouble where one cannot even look."""
    try:
        place.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise unreachable(place, error) from error
    return True


def header(place: Path) -> Header:
    """Return the clear beginning of a library file, after a look at whether it can be one.

    Raises Damaged, Newer, or Trouble where the file cannot be read.
    """
    try:
        found = place.stat()
        held = _held.get((found.st_dev, found.st_ino))
        if held is not None:
            return held
        if not place.is_file():
            raise damaged(place, _("This is not a file, so it cannot be a library."))
        with place.open("rb") as file:
            beginning = Header(file.read(HEADER_LENGTH))
    except OSError as error:
        raise unreachable(place, error) from error
    if found.st_size == 0:
        raise damaged(place, _("The library file is empty: everything in it has been lost."))
    if not beginning.is_ours:
        raise damaged(
            place,
            _("This is not a library of Appeal Desk, or the beginning of it was overwritten."),
        )
    if not beginning.is_known:
        raise newer(place)
    if found.st_size < PAGE:
        raise damaged(place, _("The library file has been cut off: only its beginning is left."))
    return beginning


def address(place: Path) -> str:
    """Return how SQLite is told to open a file, and not to make it where it is missing."""
    return f"{place.absolute().as_uri()}?mode=rw"


def start(place: Path | str, unlocking: str) -> Connection:
    """Return a connection that has been told the key, but has not read anything yet."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    where = place if isinstance(place, str) else address(place)
    connection: Connection = dbapi2.connect(
        where, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True
    )
    # SQLCipher would print its own account of a wrong key to the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if unlocking:
        connection.execute(f'PRAGMA key = "{unlocking}"')
    return connection


def settle(connection: Connection) -> None:
    """Set how the file is locked, written and synced; reads its first page.

    Exclusive: one process at a time, from the first read on, and no shared-memory file beside.
    FULL: every save is on the disk when it returns, at the price of one sync of some
    milliseconds, on the background thread. NORMAL would not sync before the next checkpoint,
    and could lose the last minutes at a power cut.
    https://www.sqlite.org/pragma.html#pragma_synchronous
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: through the drive's own cache as well
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA secure_delete = ON")


def connect(place: Path, key: Key) -> Connection:
    """Open an existing library file, for this process alone.

    Raises Locked, Damaged, InUse, Newer, or Trouble. The file is not changed by any of them.
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    beginning = header(place)
    if number(place) in _held:
        raise in_use(place)
    if key.kind is not beginning.kind:
        raise misfit(key, place)
    with telling(place, _("Nothing was changed.")):
        connection = start(place, key.for_file(beginning))
        try:
            settle(connection)
        except dbapi2.DatabaseError as error:
            if code_of(error) != NOT_A_DATABASE:
                connection.close()
                raise
            bad = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
            # Counted before closing: that moves what a crash left beside the file into it.
            pages = place.stat().st_size // PAGE
            connection.close()
            raise refused(place, key, bad, pages) from error
    _held[number(place)] = beginning
    return connection


def in_memory() -> Connection:
    """Return a database that is never written anywhere."""
    connection = start(":memory:", "")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def release(connection: Connection, place: Path | None) -> None:
    """Close a connection; others may open the file then."""
    try:
        connection.close()
    finally:
        if place is not None:
            with contextlib.suppress(OSError):
                _held.pop(number(place), None)


def number(place: Path) -> tuple[int, int]:
    found = place.stat()
    return found.st_dev, found.st_ino
