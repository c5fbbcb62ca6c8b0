"""What the list of cases shows of each, and the words it is found by."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

import msgspec

from appealdesk.cases import Case, Doubt, Plain
from appealdesk.letters import Draft


class CaseEntry(Plain, frozen=True, kw_only=True):
    """One case in the list.

    open_doubts: doubts about fields that no person has confirmed yet, recipients' included
    letters:     how many recipients are ticked
    changed:     the last time that the case or its draft was saved (UTC)
    """

    id: int
    title: str = ""
    persons: tuple[str, ...] = ()
    reference: str = ""
    country: str = ""
    deadline: dt.date | None = None
    is_update: bool = False
    stop: bool = False
    open_doubts: int = 0
    letters: int = 0
    changed: dt.datetime


CASE_COLUMNS = (
    "title",
    "persons",
    "reference",
    "country",
    "deadline",
    "is_update",
    "stop",
    "open_doubts",
)
COLUMNS = ", ".join(("id", *CASE_COLUMNS, "letters", "changed"))

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_names = msgspec.json.Decoder(tuple[str, ...])


def entry(row: tuple[Any, ...]) -> CaseEntry:
    """Return the entry of a row with COLUMNS."""
    number, title, persons, reference, country, deadline, update, stop, doubts, letters, ms = row
    return CaseEntry(
        id=number,
        title=title,
        persons=_names.decode(persons),
        reference=reference,
        country=country,
        deadline=dt.date.fromisoformat(deadline) if deadline else None,
        is_update=bool(update),
        stop=bool(stop),
        open_doubts=doubts,
        letters=letters,
        changed=_EPOCH + dt.timedelta(milliseconds=ms),
    )


def _open(doubts: tuple[Doubt, ...], checked: tuple[str, ...]) -> int:
    return sum(doubt.field not in checked for doubt in doubts)


def case_row(case: Case) -> tuple[object, ...]:
    """Return the values of CASE_COLUMNS."""
    return (
        case.title,
        msgspec.json.encode([person.name for person in case.persons]).decode(),
        case.reference,
        case.country,
        case.deadline.isoformat() if case.deadline else None,
        case.is_update,
        case.stop,
        _open(case.doubts, case.checked)
        + sum(_open(recipient.doubts, recipient.checked) for recipient in case.recipients),
    )


_BEYOND_ASCII = re.compile("[^\x00-\x7f]")


def fold(text: str) -> str:
    """Return the text without capitals and accents, in which searching is done."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _BEYOND_ASCII.sub(
        lambda found: "" if unicodedata.combining(found[0]) else found[0], apart
    )


def case_words(case: Case) -> tuple[str, ...]:
    """Return the texts that a case is found by, in the order of the index's columns."""
    recipients = (
        "\n".join((recipient.name, recipient.role, *recipient.address))
        for recipient in case.recipients
    )
    texts = (
        case.title,
        "\n".join(person.name for person in case.persons),
        f"{case.reference}\n{case.index}",
        case.summary,
        "\n".join(point.text for point in case.points),
        "\n".join(recipients),
    )
    return tuple(map(fold, texts))


def draft_words(draft: Draft) -> str:
    """Return the words of a draft that are the volunteer's own."""
    return fold("\n".join((draft.subject or "", draft.body, draft.note, *draft.own.values())))


def phrases(words: str) -> list[str]:
    """Return what a person typed as phrases for FTS5: each word quoted, the last letters open.

    Quoting makes operators (AND, *, NEAR, -) plain words. At most 20 words count, 100 letters
    of each; a word without a letter or a digit finds nothing and is left out.
    """
    found = []
    for word in words.split()[:20]:
        plain = fold(word[:100]).encode("utf-8", "ignore").decode().replace("\x00", "")
        if any(character.isalnum() for character in plain):
            quoted = plain.replace('"', '""')
            found.append(f'"{quoted}" *')
    return found
