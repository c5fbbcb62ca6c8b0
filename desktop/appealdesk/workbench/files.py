"""Files that leave: under names that are safe everywhere, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from appealdesk.errors import Trouble
from appealdesk.translation import _

# Windows keeps these names for devices, with any ending (Microsoft, "Naming Files, Paths, and
# Namespaces").
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}
_LONGEST_NAME = 120  # characters; leaves room below the 260 of a path on Windows
_MOST_BYTES = 200  # of 255 on common file systems: " (2)" and the ending come behind
_EDGES = " .-"

Written = tuple[Path, bytes]


class Unwritable(Trouble):
    """A file could not be written; nothing half-written stands under its name."""


def safe_name(text: str) -> str:
    """Return the text without what a file system or a person would trip over; never ""."""
    text = unicodedata.normalize("NFC", text)
    kept = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    kept = re.sub(r'[<>:"/\\|?*]+', "-", kept)
    kept = re.sub(r"\s+", " ", kept).strip(_EDGES)[:_LONGEST_NAME]
    kept = kept.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore").strip(_EDGES)
    if kept.partition(".")[0].rstrip().lower() in _RESERVED:
        kept = f"letter {kept}"
    return kept or "letter"


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, numbered where one stood before: "name", "name (2)".

    Names that differ in capitals or in the way accents are stored are one name to some systems.
    """
    taken: set[str] = set()
    result = []
    for name in names:
        chosen = next(one for one in _numbered(name) if _folded(one) not in taken)
        taken.add(_folded(chosen))
        result.append(chosen)
    return tuple(result)


def save(path: Path, data: bytes, *, replace: bool = False) -> Path:
    """Write one file as save_all() does, and return where it stands."""
    (place,) = save_all([(path, data)], replace=replace)
    return place


def save_all(files: Sequence[Written], *, replace: bool = False) -> tuple[Path, ...]:
    """Write files whole or not at all, and return where they stand, in order.

    Everything is on the disk before the first gets its name, so that a full disk leaves nothing
    behind. Another file of the same name is left alone unless `replace`: the new one is then
    "name (2)"; one with the same contents is taken for the same. Raises Unwritable.
    """
    waiting: list[Path] = []
    placed: list[Path] = []
    current = files[0][0] if files else Path()
    try:
        for current, data in files:
            waiting.append(_written_beside(current, data))
        for temporary, (current, data) in zip(waiting, files, strict=True):
            placed.append(_put(temporary, current, data, replace=replace))
    except OSError as error:
        raise _unwritable(current, error, placed) from error
    finally:
        for temporary in waiting:
            with contextlib.suppress(OSError):
                temporary.unlink()
    return tuple(placed)


def _written_beside(path: Path, data: bytes) -> Path:
    """Write the data to a file without a name of its own, in the folder it is meant for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _put(temporary: Path, path: Path, data: bytes, *, replace: bool) -> Path:
    if replace:
        temporary.replace(path)
        return path
    for name in _numbered(path.stem):
        candidate = path.with_name(name + path.suffix)
        if _named_first(temporary, candidate):
            return candidate
        if candidate.is_file() and candidate.read_bytes() == data:
            return candidate
    raise AssertionError  # the numbers do not end


def _named_first(temporary: Path, path: Path) -> bool:
    """Give a file its name unless another has it, also one that came a moment ago."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # FAT and some network folders know no links
        if path.exists():
            return False
        temporary.rename(path)
    return True


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())


def _unwritable(path: Path, error: OSError, placed: Sequence[Path]) -> Unwritable:
    kept = _("Your letter is safe in Appeal Desk.")
    if placed:
        kept += " " + _("Written already: {names}.").format(
            names=", ".join(one.name for one in placed)
        )
    return Unwritable(
        _("The file {name} could not be written ({reason}).").format(
            name=path.name, reason=error.strerror or type(error).__name__
        ),
        place=str(path.parent),
        kept=kept,
        remedy=_("Please choose another folder."),
    )
