"""What can go wrong with the library, so that the window can offer the right next step."""

from __future__ import annotations

from enum import StrEnum

from appealdesk.errors import Trouble


class Reason(StrEnum):
    """Why the library stays locked."""

    NO_KEYRING = "no keyring"  # the system has none that we trust: offer a passphrase
    KEYRING_LOCKED = "keyring locked"  # or it did not answer: offer to try again
    KEY_MISSING = "key missing"  # the keyring has no key for this library
    PASSPHRASE_NEEDED = "passphrase needed"  # noqa: S105
    WRONG_PASSPHRASE = "wrong passphrase"  # noqa: S105
    WRONG_KEY = "wrong key"  # the keyring's key does not fit this file


class Locked(Trouble):
    """The library is there, or may be made, but its key is not to be had. `reason` says why."""

    def __init__(
        self, reason: Reason, what: str, *, place: str = "", kept: str = "", remedy: str = ""
    ) -> None:
        super().__init__(what, place=place, kept=kept, remedy=remedy)
        self.reason = reason


class Damaged(Trouble):
    """The file is no library, or a damaged one. It has been left exactly as it was found."""


class InUse(Trouble):
    """Another window of this program has the library open."""


class Newer(Trouble):
    """The library was written by a newer version of the program."""


class Gone(Trouble):
    """The case asked for is not in the library (any more)."""
