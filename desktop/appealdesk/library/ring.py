"""The system keyring, where the key of a library is kept when the system has one we trust."""

from __future__ import annotations

import importlib
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from appealdesk.library import sealed
from appealdesk.library.keys import KEY_LENGTH, Header, Key, Kind
from appealdesk.library.trouble import Locked, Reason
from appealdesk.translation import _

SERVICE: Final = "Appeal Desk"

# What a person sets PYTHON_KEYRING_BACKEND to who wants no keyring used.
REFUSED: Final = "keyring.backends.fail.Keyring"

# How long (s) a keyring may take to say that it is there, and to answer: the second may
# include a person who types the keyring's own password.
DETECTION: Final = 10.0
ANSWER: Final = 120.0

# Chosen by name and platform: `keyring` itself would find plain-text files as well, and in a
# packaged program nothing at all (its list is in package metadata, which packagers drop).
_TRUSTED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "": (
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    ),
}

T = TypeVar("T")


def _within(seconds: float, ask: Callable[[], T]) -> T:
    """Return what `ask` returns, or raise TimeoutError: a keyring can wait for ever."""
    answer: list[T] = []
    trouble: list[BaseException] = []

    def run() -> None:
        try:
            answer.append(ask())
        except BaseException as error:  # handed on below
            trouble.append(error)

    # A daemon thread, so that a prompt nobody answers does not keep the program from ending.
    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if trouble:
        raise trouble[0]
    if not answer:
        raise TimeoutError
    return answer[0]


def _rings() -> list[Any]:
    """Return the keyrings of this system that are trusted and there."""
    if os.environ.get("PYTHON_KEYRING_BACKEND") == REFUSED:
        return []
    found = []
    for module, name in _TRUSTED.get(sys.platform, _TRUSTED[""]):
        try:
            kind = getattr(importlib.import_module(module), name)
            kind.priority  # noqa: B018  (raises where the keyring is not there)
            ring = kind()
        except Exception:  # noqa: S112  (whatever it is: this one is not there)
            continue
        # KWallet would otherwise know us by the path the program was started from.
        ring.appid = SERVICE
        found.append(ring)
    return found


def _no_keyring() -> Locked:
    return Locked(
        Reason.NO_KEYRING,
        _("This computer has no keyring that Appeal Desk could keep the library's key in."),
        kept=_("Nothing was changed."),
        remedy=_("Choose a passphrase for the library instead."),
    )


def _not_opened(place: Path) -> Locked:
    return Locked(
        Reason.KEYRING_LOCKED,
        _("The system keyring is locked, or did not answer."),
        place=str(place),
        kept=_("Nothing was changed."),
        remedy=_("Unlock the keyring (usually with the password you log in with) and try again."),
    )


def _key_missing(place: Path) -> Locked:
    return Locked(
        Reason.KEY_MISSING,
        _("The system keyring has no key for this library."),
        place=str(place),
        kept=_("The library has been left exactly as it is."),
        remedy=_(
            "If it came from another computer or another account, open it there. "
            "If the keyring was emptied, put back a backup of the keyring."
        ),
    )


def find_key(place: Path) -> Key:
    """Return the key of a library from the system keyring.

    Where there is no file yet, a new key is made and put into the keyring; where there is one,
    nothing is ever written to the keyring. The keyring knows a library by a random name that
    stands at the beginning of the file, so it may be moved and copied. May wait for the person
    to unlock the keyring: two minutes at most, so not for the window's own thread.

    Raises Locked (no keyring, locked, key missing, passphrase needed), and Damaged, Newer or
    Trouble for a file that cannot be a library.
    """
    beginning = sealed.header(place) if sealed.is_there(place) else None
    if beginning is not None and beginning.kind is Kind.PASSPHRASE:
        raise Locked(
            Reason.PASSPHRASE_NEEDED,
            _("This library is opened with a passphrase."),
            place=str(place),
        )
    try:
        rings = _within(DETECTION, _rings)
    except TimeoutError:
        raise _not_opened(place) from None
    if not rings:
        raise _no_keyring()
    try:
        if beginning is None:
            return _within(ANSWER, lambda: _store(rings[0]))
        key = _within(ANSWER, lambda: _look(rings, beginning))
    except Exception as error:
        # Keyrings raise what their system gives them; all of it means the key is not to be had.
        raise _not_opened(place) from error
    if key is None:
        raise _key_missing(place)
    return key


def _store(ring: Any) -> Key:  # noqa: ANN401  (keyring back ends share no usable type)
    """Put a new key into the keyring, and see that it is there."""
    key = Key.fresh()
    if key.header is None:
        raise ValueError("a fresh key names its library")
    ring.set_password(SERVICE, key.header.name, key.for_keyring())
    if ring.get_password(SERVICE, key.header.name) != key.for_keyring():
        raise RuntimeError("the keyring did not keep the key")
    return key


def _look(rings: list[Any], beginning: Header) -> Key | None:
    """Return the key of the library that begins so, from the first keyring that has it."""
    locked: Exception | None = None
    for ring in rings:
        try:
            kept = ring.get_password(SERVICE, beginning.name)
        except Exception as error:  # (another ring may have it)
            locked = error
            continue
        if kept is None:
            continue
        try:
            raw = bytes.fromhex(kept)
        except ValueError:
            continue
        if len(raw) == KEY_LENGTH:
            return Key(raw=raw, header=beginning)
    if locked is not None:
        raise locked
    return None
