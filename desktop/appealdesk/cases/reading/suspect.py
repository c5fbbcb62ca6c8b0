"""Values that were found, and whose letters or lines give away that something happened to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Case, Document, Doubt, Doubtful, Recipient, Source
from appealdesk.cases.opening.hidden import MARK
from appealdesk.cases.words import words

# A letter that a conversion could not write: the replacement character, "?" or "_" in a word, and
# what UTF-8 looks like to a reader of Windows-1252.
_LOST = re.compile(
    r"\ufffd|[^\W\d_]\?[^\W\d_]|(?<![\w@/.])_[^\W\d_]{2}|[^\W\d_]_(?!in(?:nen)?\b)[a-zà-öø-ÿ]"
    r"|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]|â€[™œ“”¦\u0093\u0094\u0099]|Ð[\u0080-\u00bf]Ð"
)
_NO_WORD = re.compile(
    r"\S*(?:[@/]|www\.)\S*"
)  # addresses of the net: "?" and "_" are at home there
_COLUMNS = re.compile(r"[^\s:：](?: {3,}|\t+ *)(?=[^\W\d_])")
_PUNYCODE = re.compile(r"(?<![a-z0-9-])xn--[a-z0-9-]+", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<![\w-])(?<!box )(?<!aéreo )\d{5,6}(?![\w-])", re.IGNORECASE)
_TEXTS = ("name", "role", "address", "salutation", "notices")
_CONTACTS = ("email", "fax", "phone", "social")
_LOOKALIKES = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}


def with_doubts(case: Case, document: Document) -> Case:
    """Return the case with a doubt for each value whose letters or lines look damaged or forged."""
    lines = {line.number: line.text for line in document.lines}
    recipients = tuple(_recipient(entry, lines) for entry in case.recipients)
    told = {
        "title": [case.title],
        "points": [point.text for point in case.points],
        "model_letter": [case.model_letter],
    }
    found = [
        Doubt(field=name, problem=problem, source=case.sources.get(name), quote=quote)
        for name, texts in told.items()
        for problem, quote in _in_words(texts)
    ]
    found += [
        Doubt(field="links", problem=Doubtful.MIXED_ALPHABETS, quote=link)
        for link in case.links
        if _mixed(link)
    ]
    return replace(case, recipients=recipients, doubts=(*case.doubts, *_new(found, case.doubts)))


def _recipient(entry: Recipient, lines: dict[int, str]) -> Recipient:
    found: list[Doubt] = []
    for name in (*_TEXTS, *_CONTACTS):
        value = getattr(entry, name)
        texts = [value] if isinstance(value, str) else list(value)
        if not any(texts):
            continue
        source = entry.sources.get(name)
        printed = _lines_of(source, lines) if source else []
        problems = list(_in_words(texts)) if name in _TEXTS else []
        # What stands in the line but not in the value has been cut off it.
        problems += _in_line(printed, name)
        found += [
            Doubt(field=name, problem=problem, source=source, quote=quote)
            for problem, quote in problems
        ]
    found += _columns(entry, lines)
    return replace(entry, doubts=(*entry.doubts, *_new(found, entry.doubts)))


def _new(found: Iterable[Doubt], known: Iterable[Doubt]) -> Iterator[Doubt]:
    """Yield the doubts that say something new of their fields, each once."""
    seen = {(doubt.field, doubt.problem) for doubt in known}
    for doubt in found:
        if (doubt.field, doubt.problem) not in seen:
            seen.add((doubt.field, doubt.problem))
            yield doubt


def _lines_of(source: Source, lines: dict[int, str]) -> list[str]:
    return [lines[number] for number in range(source.line, source.last + 1) if number in lines]


def _in_words(texts: Iterable[str]) -> Iterator[tuple[Doubtful, str]]:
    """Yield what the letters of some texts give away, with the words in question."""
    for text in texts:
        if MARK.search(text):
            yield Doubtful.HIDDEN_CHARACTERS, _around(text, MARK.search(text))
        plain = _NO_WORD.sub(" ", text)
        if lost := _LOST.search(plain):
            yield Doubtful.LOST_LETTERS, _around(plain, lost)
        if mixed := _mixed(plain):
            yield Doubtful.MIXED_ALPHABETS, mixed


def _in_line(printed: list[str], name: str) -> Iterator[tuple[Doubtful, str]]:
    """Yield what the lines give away that a value was read from."""
    for line in printed:
        if hidden := MARK.search(line):
            yield Doubtful.HIDDEN_CHARACTERS, _around(line, hidden)
        if name != "email":
            continue
        if "\ufffd" in line:
            yield Doubtful.LOST_LETTERS, line.strip()[:120]
        for token in line.split():
            if "@" in token and (mixed := _mixed(token)):
                yield Doubtful.MIXED_ALPHABETS, mixed


def _around(text: str, hit: re.Match[str] | None) -> str:
    """Return the words around a hit, 60 characters at most."""
    if hit is None:
        return ""
    start = text.rfind(" ", 0, max(0, hit.start() - 15)) + 1
    return text[start : start + 60].strip()


def _mixed(text: str) -> str:
    """Return the first word that mixes Latin letters with look-alikes of another alphabet, "" for none."""
    if text.isascii():
        hit = _PUNYCODE.search(text)
        return hit[0] if hit else ""
    for word in words(text):
        written = text[word.start : word.end]
        if (
            not written.isascii()
            and len({_alphabet(letter) for letter in written} & _LOOKALIKES) > 1
        ):
            return written
    return ""


@lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def _columns(entry: Recipient, lines: dict[int, str]) -> Iterator[Doubt]:
    """Yield a doubt where an address seems to be two, read across."""
    source = entry.sources.get("address")
    if source is None:
        return
    printed = _lines_of(source, lines)
    across = [line for line in printed if _COLUMNS.search(line.strip())]
    if len(across) > 1:
        yield Doubt(
            field="address",
            problem=Doubtful.INTERLEAVED,
            source=source,
            quote=" ".join(across[0].split())[:120],
        )
    double = [line for line in entry.address if len(_POSTCODE.findall(line)) > 1]
    ends = double or [line for line in entry.address if _is_country(line)]
    if double or len(ends) > 1:
        yield Doubt(
            field="address",
            problem=Doubtful.INTERLEAVED,
            source=source,
            quote=" / ".join(ends)[:120],
        )


def _is_country(line: str) -> bool:
    """Whether a line of an address is a country and nothing else."""
    if labels.phrases("embassies", "institutions").first_in(words(line)):
        return False
    return bool(countries.country_code(line.strip(" .,;()")))
