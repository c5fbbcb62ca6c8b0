"""How well the invented documents of this folder are read: each value against what was decided by hand.

`gold/NAME.json` holds what a careful person reads in the document NAME. A value that differs is an
error; it is silent where no doubt on its field warns the volunteer.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from appealdesk.cases import as_record, open_files, read
from appealdesk.errors import Trouble

FOLDER = Path(__file__).parent
WRONG_LETTER = "letter to nobody named"
_PLAIN = ("reference", "index", "is_update", "issued", "deadline", "own_language", "embassy_note")
_TEXTS = ("name", "role", "salutation")
_CONTACTS = ("fax", "phone", "email")
_SAME_PERSON = 55  # per cent alike: the recipient that an annotated one is compared with
_SAME_TEXT = 95  # per cent: two quotation marks apart, not two words


class Outcome(NamedTuple):
    """One value compared: right, or wrong and, with a doubt on its field, flagged."""

    document: str
    field: str
    right: bool
    flagged: bool
    gold: object
    read: object

    @property
    def silent(self) -> bool:
        """Whether the volunteer would not have been warned."""
        return not self.right and not self.flagged


def all_outcomes() -> list[Outcome]:
    """Return the outcome of every value of every document, in the order of their names."""
    golds = sorted((FOLDER / "gold").glob("*.json"))
    documents = [FOLDER / path.stem for path in golds]
    found: list[Outcome] = []
    for path, gold, opened in zip(documents, golds, open_files(documents), strict=True):
        if isinstance(opened, Trouble):
            raise opened
        record = as_record(path.name, *read(opened))
        found.extend(_compared(path.name, json.loads(gold.read_text(encoding="utf-8")), record))
    return found


def _compared(name: str, gold: dict[str, Any], record: dict[str, Any]) -> Iterator[Outcome]:
    doubted = {doubt["field"] for doubt in record["doubts"]}
    for field in _PLAIN:
        same = _canonical(gold.get(field)) == _canonical(record[field])
        yield Outcome(name, field, same, field in doubted, gold.get(field), record[field])
    languages = sorted(gold["languages"]) == sorted(record["languages"])
    yield Outcome(
        name, "languages", languages, "languages" in doubted, gold["languages"], record["languages"]
    )
    if gold["points_scored"]:
        yield from _points(name, gold["points"], record["points"], flagged="points" in doubted)
    yield _model_letter(
        name, gold["model_letter"], record["model_letter"], "model_letter" in doubted
    )
    yield from _recipients(name, gold["recipients"], record["recipients"], doubted)


def _canonical(value: object) -> object:
    """An AU (French, Spanish, Portuguese) is a UA; no value is no value."""
    return re.sub(r"^AU ", "UA ", value) if isinstance(value, str) else value or None


def _points(name: str, gold: list[str], got: list[str], *, flagged: bool) -> Iterator[Outcome]:
    left = list(got)
    for point in gold:
        best = max(left, key=lambda one: _alike(point, one), default=None)
        right = _alike(point, best) >= _SAME_TEXT
        if right and best is not None:
            left.remove(best)
        yield Outcome(name, "points", right, flagged, point, best)
    for extra in left:
        yield Outcome(name, "points", False, flagged, None, extra)


def _model_letter(
    name: str, gold: dict[str, str] | None, got: str | None, flagged: bool
) -> Outcome:
    if not gold or not got:
        return Outcome(name, "model letter", bool(gold) == bool(got), flagged, gold, got)
    whole = _fold(got)
    right = _fold(gold["opens"]) in whole[:400] and whole.endswith(_fold(gold["closes"])[-25:])
    return Outcome(name, "model letter", right, flagged, gold, f"{got[:60]} ... {got[-60:]}")


def _recipients(
    name: str, gold: list[dict[str, Any]], got: list[dict[str, Any]], doubted: set[str]
) -> Iterator[Outcome]:
    left = [one for one in got if one["part"] != "other"]
    for wanted in (one for one in gold if one["part"] != "other"):
        best = max(
            left, key=lambda one: fuzz.token_sort_ratio(_whole(wanted), _whole(one)), default=None
        )
        who = wanted["name"] or wanted["role"]
        if best is None or fuzz.token_sort_ratio(_whole(wanted), _whole(best)) < _SAME_PERSON:
            yield Outcome(name, "recipients", False, "recipients" in doubted, who, None)
            continue
        left.remove(best)
        yield Outcome(name, "recipients", True, False, who, who)
        yield from _fields(name, wanted, best, doubted)
    for extra in left:
        flagged = "recipients" in doubted or bool(extra["doubts"])
        yield Outcome(name, WRONG_LETTER, False, flagged, None, _whole(extra))


def _fields(
    name: str, gold: dict[str, Any], got: dict[str, Any], doubted: set[str]
) -> Iterator[Outcome]:
    flags = {*got["doubts"], *(doubted & {"recipients"})}
    all_flagged = "recipients" in flags
    same = gold["part"] == got["part"]
    yield Outcome(name, "part", same, all_flagged, gold["part"], got["part"])
    for field in _TEXTS:
        right = _alike(gold.get(field), got[field]) >= _SAME_TEXT
        yield Outcome(
            name, field, right, all_flagged or field in flags, gold.get(field), got[field]
        )
    if gold.get("cut"):
        return  # the text ends within the address: how much of it counts is a matter of taste
    right = _alike(gold.get("address"), " ".join(got["address"])) >= _SAME_TEXT
    yield Outcome(
        name,
        "address",
        right,
        all_flagged or "address" in flags,
        gold.get("address"),
        got["address"],
    )
    for field in _CONTACTS:
        wanted = {_contact(one) for one in gold.get(field) or []}
        read_as = {_contact(one) for one in got[field]}
        yield Outcome(
            name,
            field,
            wanted == read_as,
            all_flagged or field in flags,
            gold.get(field),
            got[field],
        )


def _contact(text: str) -> str:
    """An address of the net in small letters, a number by its digits."""
    return text.lower() if "@" in text else re.sub(r"\D", "", text.replace("(0)", "")).lstrip("0")


def _whole(recipient: dict[str, Any]) -> str:
    address = recipient.get("address") or ""
    lines = " ".join(address) if isinstance(address, list) else address
    return _fold(f"{recipient.get('name') or ''} {recipient.get('role') or ''} {lines}")


def _fold(text: str | None) -> str:
    """Return the words of a text in small letters; signs and blanks do not count."""
    plain = unicodedata.normalize("NFKC", text or "").replace("\u00ad", "").replace("’", "'")
    return re.sub(r"[\W_]+", " ", plain).strip().casefold()


def _alike(one: str | None, other: str | None) -> float:
    return fuzz.ratio(_fold(one), _fold(other))
