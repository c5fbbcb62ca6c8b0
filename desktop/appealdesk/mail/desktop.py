"""Which program a Linux desktop opens a kind of file with: its own lists, read without a process.

The lists are those of the freedesktop.org "Association between MIME types and applications",
version 1.0.1; the folders are those of the "XDG Base Directory Specification", version 0.8.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_LONGEST_LIST = 4_000_000  # bytes; the cache of a full desktop is far below a tenth of it


def default_program(kind: str) -> str:
    """Return the name of the desktop entry that opens a MIME type, "thunderbird.desktop", or ""."""
    for path in _lists():
        for name in _named(path, "[Default Applications]", kind):
            if _installed(name):
                return name
    for folder in _data_folders():
        cache = folder / "applications" / "mimeinfo.cache"
        for name in _named(cache, "[MIME Cache]", kind):
            if _installed(name):
                return name
    return ""


def _lists() -> Iterator[Path]:
    """The lists of defaults in the order in which they count, those of the desktop first."""
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    names = [*(f"{desktop}-mimeapps.list" for desktop in desktops if desktop), "mimeapps.list"]
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    more = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    for folder in (config, *more.split(":")):
        yield from (Path(folder) / name for name in names)
    for data in _data_folders():
        yield from (data / "applications" / name for name in names)


def _data_folders() -> list[Path]:
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    more = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(folder) for folder in (home, *more.split(":")) if folder]


def _named(path: Path, group: str, kind: str) -> list[str]:
    """The programs one list names for a MIME type; a list that cannot be read names none."""
    try:
        if path.stat().st_size > _LONGEST_LIST:
            return []
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    current = ""
    for line in lines:
        if line.startswith("["):
            current = line.strip()
        elif current == group:
            key, equals, names = line.partition("=")
            if equals and key.strip() == kind:
                return [name.strip() for name in names.split(";") if name.strip()]
    return []


def _installed(name: str) -> bool:
    """Tell whether a desktop entry is there; "kde-x.desktop" may stand in a folder kde/."""
    if "/" in name:
        return False
    places = {name, name.replace("-", "/", 1)}
    return any(
        (folder / "applications" / place).is_file()
        for folder in _data_folders()
        for place in places
    )
