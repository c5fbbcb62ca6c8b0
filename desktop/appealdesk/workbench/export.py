"""Letters as files: names by case and recipient, written whole or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from appealdesk import letters, mail, paper
from appealdesk.cases import Case, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import Letter
from appealdesk.translation import _

FORMATS = ("pdf", "eml", "txt")

# Windows refuses these names with any ending (Microsoft, "Naming Files, Paths, and Namespaces").
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
_LONGEST_NAME = 120  # characters; leaves room below the 255 bytes of common file systems


class Unwritable(Trouble):
    """A file could not be written; nothing half-written stands under its name."""


class Unfinished(Trouble):
    """A letter still has an unfilled field, so it does not leave the desk."""


def file_stem(case: Case, recipient: Recipient) -> str:
    """Return a file name without ending, "UA 214-11 Azimov - Bastrykin", safe on every system."""
    person = case.persons[0].name if case.persons else case.title
    about = " ".join(part for part in (case.reference, person) if part)
    return safe_name(" - ".join(part for part in (about, letters.short_name(recipient)) if part))


def safe_name(text: str) -> str:
    """Return the text without what a file system or a person would trip over."""
    text = unicodedata.normalize("NFC", text)
    kept = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    kept = re.sub(r'[<>:"/\\|?*]+', "-", kept)
    kept = re.sub(r"\s+", " ", kept).strip(" .-")[:_LONGEST_NAME].strip(" .-")
    kept = kept.encode("utf-8")[:200].decode("utf-8", "ignore").strip(" .-")
    return f"{kept} letter" if kept.lower() in _RESERVED else kept or "letter"


def must_be_finished(letter: Letter) -> None:
    """Raise Unfinished when a field of the letter is not filled yet (design D5)."""
    fields = letters.unfilled(letter)
    if fields:
        raise Unfinished(
            _("This letter still has a place to fill in: {field}").format(field=fields[0]),
            remedy=_("Write there, or delete the place, and save again."),
        )


def contents(
    letter: Letter, recipient: Recipient, on: dt.date, format_name: str, pdf_name: str
) -> bytes:
    """Return the bytes of one letter in one format ("pdf", "eml" or "txt").

    Raises Unfinished, and GlyphMissing from paper.
    """
    must_be_finished(letter)
    if format_name == "txt":
        return letters.plain_text(letter).encode("utf-8")
    pdf = paper.typeset(letter, on)
    if format_name == "pdf":
        return pdf
    return mail.message(letter, to=recipient.email, attachments=[(pdf_name, pdf)])


def save(path: Path, data: bytes, *, replace: bool = False) -> Path:
    """Write a file whole or not at all, and return where it stands.

    Another file of that name is left alone unless `replace`: the new one is then "name (2)".
    Raises Unwritable.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            return _put(Path(temporary), path, data, replace=replace)
        finally:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
    except OSError as error:
        raise Unwritable(
            _("The file {name} could not be written ({reason}).").format(
                name=path.name, reason=error.strerror or type(error).__name__
            ),
            place=str(path.parent),
            kept=_("Your letter is safe in Appeal Desk."),
            remedy=_("Please choose another folder."),
        ) from error


def _put(temporary: Path, path: Path, data: bytes, *, replace: bool) -> Path:
    if replace:
        temporary.replace(path)
        return path
    for candidate in _candidates(path):
        if not candidate.exists():
            temporary.rename(candidate)
            return candidate
        if candidate.is_file() and candidate.read_bytes() == data:
            return candidate
    raise AssertionError  # the candidates do not end


def _candidates(path: Path) -> Iterable[Path]:
    yield path
    number = 2
    while True:
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
