"""The one encrypted file: made, opened, and its troubles told apart. Nothing here knows cases."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

from appealdesk.errors import Trouble
from appealdesk.library.keys import HEADER_LENGTH, Header, Key, Kind
from appealdesk.library.trouble import Damaged, InUse, Locked, Newer, Reason
from appealdesk.translation import _

# SQLCipher 4 encrypts and authenticates pages of this size.
PAGE: Final = 4096
# How long to wait (s) for a window that is just closing.
PATIENCE: Final = 0.5

# https://www.sqlite.org/rescode.html
# Mistakes of ours, such as wrong SQL or a closed library: not for a person to mend.
_OURS = frozenset({0, 1, 19, 20, 21, 25})
_BUSY, _LOCKED, _CORRUPT, _FULL, _NOT_A_DATABASE = 5, 6, 11, 13, 26

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


def damaged(place: Path, what: str) -> Damaged:
    return Damaged(
        what,
        place=str(place),
        kept=_("The file has been left exactly as it is."),
        remedy=_(
            "Put back a copy from your backup, or move this file away and start a new library."
        ),
    )


def unreachable(place: Path, error: OSError) -> Trouble:
    return Trouble(
        _("The library cannot be opened: {reason}.").format(
            reason=error.strerror or _("no access")
        ),
        place=str(place),
        kept=_("Nothing was changed."),
        remedy=_("Check that you may read and write in this folder, and that the disk is there."),
    )


def _in_use(place: Path) -> InUse:
    return InUse(
        _("Your library is open in another window of Appeal Desk."),
        place=str(place),
        kept=_("Nothing was changed."),
        remedy=_("Go on in that window, or close it and try again."),
    )


def newer(place: Path) -> Newer:
    return Newer(
        _("This library was written by a newer version of Appeal Desk."),
        place=str(place),
        kept=_("Nothing was changed."),
        remedy=_("Install the newer version on this computer and open it with that."),
    )


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


def _misfit(key: Key, place: Path) -> Locked:
    """Return the trouble of a key of the wrong kind."""
    if key.kind is Kind.KEYRING:
        return Locked(
            Reason.PASSPHRASE_NEEDED,
            _("This library is opened with a passphrase."),
            place=str(place),
        )
    return Locked(
        Reason.WRONG_KEY,
        _("This library has its key in the system keyring: a passphrase does not open it."),
        place=str(place),
        kept=_("Nothing was changed."),
    )


def _refused(place: Path, key: Key, bad: int) -> Trouble:
    """Tell a wrong key from a damaged beginning, after SQLCipher has refused the first page.

    Every page carries a seal made with the key (HMAC-SHA512). With the wrong key no seal fits;
    with the right one at least some pages do.

    bad: the number of pages whose seal does not fit
    """
    if bad < place.stat().st_size // PAGE:
        return damaged(place, _("The beginning of the library file is damaged."))
    if key.kind is Kind.PASSPHRASE:
        return Locked(
            Reason.WRONG_PASSPHRASE,
            _("This passphrase does not open the library."),
            place=str(place),
            kept=_("Nothing was changed."),
            remedy=_(
                "Try again: capital letters count. If you are sure of the passphrase, "
                "the whole file is damaged: put back a copy from your backup."
            ),
        )
    return Locked(
        Reason.WRONG_KEY,
        _("The key in the system keyring does not open this library."),
        place=str(place),
        kept=_("Nothing was changed."),
        remedy=_(
            "Either the key was made for another library or the whole file is damaged: "
            "put back a copy from your backup."
        ),
    )


def _code(error: Exception) -> int:
    """Return SQLite's primary result code; 0 where the error has none."""
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


@contextlib.contextmanager
def telling(place: Path | None, kept: str = "") -> Iterator[None]:
    """Turn the database's errors inside the block into troubles a person can read.

    place: the library file; None for one in memory
    kept:  what is safe if writing fails
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    where = place or Path()
    try:
        yield
    except dbapi2.DatabaseError as error:
        code = _code(error)
        if code in _OURS:
            raise
        if code in {_BUSY, _LOCKED}:
            raise _in_use(where) from error
        if code in {_CORRUPT, _NOT_A_DATABASE}:
            raise damaged(where, _("The library file is damaged.")) from error
        what = (
            _("There is no room left on the disk, so this could not be saved.")
            if code == _FULL
            else _("The library could not be written.")
        )
        remedy = (
            _("Make room on the disk, then try again.")
            if code == _FULL
            else _("Check that the disk is there, has room, and lets you write; then try again.")
        )
        raise Trouble(
            what,
            place=str(place) if place else "",
            kept=kept or _("Everything saved before is still there."),
            remedy=remedy,
        ) from error


def _start(place: Path | str, unlocking: str) -> Connection:
    """Return a connection that has been told the key, but has not read anything yet."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    address = place if isinstance(place, str) else f"{place.absolute().as_uri()}?mode=rw"
    connection: Connection = dbapi2.connect(
        address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True
    )
    # SQLCipher would print its own account of a wrong key to the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if unlocking:
        connection.execute(f'PRAGMA key = "{unlocking}"')
    return connection


def _settle(connection: Connection) -> None:
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
    if _number(place) in _held:
        raise _in_use(place)
    if key.kind is not beginning.kind:
        raise _misfit(key, place)
    with telling(place, _("Nothing was changed.")):
        connection = _start(place, key.for_file(beginning))
        try:
            _settle(connection)
        except dbapi2.DatabaseError as error:
            if _code(error) != _NOT_A_DATABASE:
                connection.close()
                raise
            bad = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
            connection.close()
            raise _refused(place, key, bad) from error
    _held[_number(place)] = beginning
    return connection


def in_memory() -> Connection:
    """Return a database that is never written anywhere."""
    connection = _start(":memory:", "")
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
                _held.pop(_number(place), None)


def _number(place: Path) -> tuple[int, int]:
    found = place.stat()
    return found.st_dev, found.st_ino


def make(place: Path, key: Key, fill: Callable[[Connection], None]) -> None:
    """Make a new library file, readable by this person alone; it appears complete or not at all.

    fill: makes the tables
    Raises Damaged where a file's unsaved part lies there without it, or Trouble.
    """
    if is_there(place.with_name(place.name + "-wal")):
        raise damaged(
            place, _("The library file is gone, but its last changes are still beside it.")
        )
    new = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _fill(new, key, fill)
            _publish(new, place)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise unreachable(place, error) from error


def _fill(new: Path, key: Key, fill: Callable[[Connection], None]) -> None:
    beginning = key.header or Header.fresh(key.kind)
    with telling(new.parent, _("Nothing was changed.")):
        connection = _start(new, key.for_file(beginning))
        try:
            _settle(connection)
            fill(connection)
        finally:
            connection.close()


def _publish(new: Path, place: Path) -> None:
    """Give the finished file its name, unless another process was faster."""
    try:
        place.hardlink_to(new)
    except FileExistsError as error:
        raise _in_use(place) from error
    except OSError:  # a file system without links
        if place.exists():
            raise _in_use(place) from None
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
