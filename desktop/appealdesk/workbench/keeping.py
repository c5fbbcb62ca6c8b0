"""The library as the workbench uses it: opened in the background, saved as one types."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from appealdesk import library
from appealdesk.errors import Trouble
from appealdesk.library import Library
from appealdesk.workbench import places
from appealdesk.workbench.runner import Runner

T = TypeVar("T")

LANE = "library"
SAVE_WITHIN = 0.3  # seconds: so much typing at most is lost when the machine dies


class Keeping(StrEnum):
    """Whether the program can keep what is written.

    NEW_PASSPHRASE: no library yet, and no keyring (or a portable copy): one is to be chosen
    PASSPHRASE:     the library that is there waits for its passphrase
    UNUSABLE:       damaged, in use by another window, or from a newer version
    """

    OPENING = "opening"
    OPEN = "open"
    NEW_PASSPHRASE = "new passphrase"  # noqa: S105
    PASSPHRASE = "passphrase"  # noqa: S105
    UNUSABLE = "unusable"


class Keeper:
    """Opens the library and runs everything asked of it in one lane, in order.

    place: the library file; None keeps everything in memory and writes nothing
    """

    def __init__(
        self,
        runner: Runner,
        place: Path | None,
        changed: Callable[[Keeping, Trouble | None], None],
    ) -> None:
        self._runner = runner
        self._place = place
        self._changed = changed
        self._library: Library | None = None
        self.keeping = Keeping.OPENING

    def start(self) -> None:
        """Open the library with the key from the keyring; tells `changed` how that went."""
        self._runner.run(LANE, self._open, self._opened, self._not_opened)

    def unlock(self, passphrase: str) -> None:
        """Open (or make) the library with a passphrase; tells `changed` how that went."""
        self._runner.run(LANE, lambda: self._open_with(passphrase), self._opened, self._not_opened)

    def run(
        self,
        call: Callable[[Library], T],
        done: Callable[[T], None],
        failed: Callable[[Trouble], None],
        *,
        newest: str = "",
        within: float = 0.0,
    ) -> None:
        """Ask something of the library. Only once it is open."""
        self._runner.run(
            LANE, lambda: call(self._use()), done, failed, newest=newest, within=within
        )

    def close(self) -> None:
        """Close the file. The runner must have finished."""
        if self._library is not None:
            with contextlib.closing(self._library):
                self._library = None

    def _use(self) -> Library:
        assert self._library is not None, "asked of the library before it was open"  # noqa: S101
        return self._library

    def _open(self) -> Keeping:
        if self._place is None:
            self._library = library.memory()
            return Keeping.OPEN
        if library.needs_passphrase(self._place):
            return Keeping.PASSPHRASE
        if places.is_portable() and not self._place.exists():
            return Keeping.NEW_PASSPHRASE  # a keyring stays behind when the copy goes elsewhere
        try:
            key = library.find_key(self._place)
        except library.Locked as locked:
            if locked.reason is not library.Reason.NO_KEYRING or self._place.exists():
                raise
            return Keeping.NEW_PASSPHRASE
        self._library = Library.open(self._place, key)
        return Keeping.OPEN

    def _open_with(self, passphrase: str) -> Keeping:
        assert self._place is not None, "nothing to unlock in memory"  # noqa: S101
        self._library = Library.open(self._place, library.Key.of_passphrase(passphrase))
        return Keeping.OPEN

    def _opened(self, keeping: Keeping) -> None:
        self.keeping = keeping
        self._changed(keeping, None)

    def _not_opened(self, trouble: Trouble) -> None:
        waits = isinstance(trouble, library.Locked) and self.keeping in {
            Keeping.PASSPHRASE,
            Keeping.NEW_PASSPHRASE,
        }
        if not waits:  # a wrong passphrase can be tried again
            self.keeping = Keeping.UNUSABLE
        self._changed(self.keeping, trouble)
