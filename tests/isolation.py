"""Nothing a test does reaches the real home, desktop, keyring or network.

`tests/conftest.py` puts these to work for every test.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

# What ties a program to the desktop of the person who runs the tests.
DESKTOP = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "DBUS_SESSION_BUS_ADDRESS",
    "XDG_CURRENT_DESKTOP",
    "GNOME_KEYRING_CONTROL",
    "SSH_AUTH_SOCK",
)

# The same for everybody who runs the tests; programs that tests start inherit it.
SETTLED = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_ACCESSIBILITY": "0",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "en",
    "TZ": "UTC",
    "PYTHONUTF8": "1",
    # The real keyring is out of bounds. A test about keyrings brings its own.
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
}

_HOMES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "home/run",
    "APPEALDESK_HOME": "home/appealdesk",
}

_BARRED = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
    }
)
_HERE = ("localhost", "127.", "::1")


class NetworkReached(OSError):  # noqa: N818  (what happened, not an error class of ours)
    """A test tried to reach the network. An OSError, so that the program goes on as if offline."""


attempts: list[str] = []


def settle() -> None:
    """Give this process the environment that tests run in. Must come before Qt is imported."""
    for name in DESKTOP:
        os.environ.pop(name, None)
    os.environ.update(SETTLED)


def make_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point HOME, XDG_* and APPEALDESK_HOME into `folder`, and return the new home.

    APPEALDESK_HOME itself is not made: the program must make it.
    """
    for name, place in _HOMES.items():
        monkeypatch.setenv(name, str(folder / place))
    runtime = folder / "home/run"
    runtime.mkdir(parents=True, mode=0o700)
    return folder / "home"


def _is_here(address: object) -> bool:
    """Tell whether an address, as an audit event gives it, stays on this machine."""
    if address is None or isinstance(address, bytes):
        return True  # a socket already connected, or the path of an AF_UNIX one
    host = address[0] if isinstance(address, tuple) and address else address
    return isinstance(host, str) and (host.startswith((*_HERE, "/", "\0")) or host == "")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: note and refuse every attempt to leave the machine."""
    if event not in _BARRED:
        return
    first = arguments[0] if arguments else None
    address = arguments[-1] if isinstance(first, socket.socket) else first
    if not _is_here(address):
        attempts.append(f"{event}: {address!r}")
        raise NetworkReached(f"tests have no network ({event}: {address!r})")


def bar_network() -> None:
    """Refuse the network to this process from now on; it cannot be allowed again.

    An audit hook sees what patched functions do not: calls from C, and names imported before.
    """
    sys.addaudithook(_watch)
