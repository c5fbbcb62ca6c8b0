"""What a person is told when the library cannot be opened, read or written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from appealdesk.errors import Trouble
from appealdesk.library.keys import Key, Kind
from appealdesk.library.trouble import Damaged, InUse, Locked, Newer, Reason
from appealdesk.translation import _

# SQLCipher 4 encrypts and authenticates pages of this size.
PAGE: Final = 4096

# https://www.sqlite.org/rescode.html
# Mistakes of ours, such as wrong SQL or a closed library: not for a person to mend.
_OURS = frozenset({0, 1, 19, 20, 21, 25})
_BUSY, _LOCKED, _CORRUPT, _FULL, NOT_A_DATABASE = 5, 6, 11, 13, 26


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


def in_use(place: Path) -> InUse:
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


def misfit(key: Key, place: Path) -> Locked:
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


def refused(place: Path, key: Key, bad: int, pages: int) -> Trouble:
    """Tell a wrong key from a damaged beginning, after SQLCipher has refused the first page.

    Every page carries a seal made with the key (HMAC-SHA512). With the wrong key no seal fits;
    with the right one at least some pages do.

    bad: the number of pages whose seal does not fit, of so many `pages` in the file
    """
    if bad < pages:
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


def code_of(error: Exception) -> int:
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
        code = code_of(error)
        if code in _OURS:
            raise
        if code in {_BUSY, _LOCKED}:
            raise in_use(where) from error
        if code in {_CORRUPT, NOT_A_DATABASE}:
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
