"""Words of a line, and phrases looked up in them without regular expressions: always linear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

# Marks that stand on letters (Latin, Arabic, Hebrew) belong to the word.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u0640])+")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_GAP = 8  # the words that a "*" in a phrase may stand for, at most


class Word(NamedTuple):
    """One word: folded for comparison, and where it stands in its text."""

    folded: str
    start: int
    end: int


class Match(NamedTuple):
    """A phrase found: the words from first to last (exclusive), and the phrase's own words."""

    first: int
    last: int
    phrase: str


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word without capitals, accents and vowel marks, for comparison only."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return _MARKS.sub("", plain).replace("’", "")


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, folded, in order."""
    return tuple(Word(fold(hit[0]), hit.start(), hit.end()) for hit in _WORD.finditer(text))


def folded(text: str) -> tuple[str, ...]:
    """Return only the folded words of a text."""
    return tuple(fold(word) for word in _WORD.findall(text))


class Phrases:
    """A set of phrases. "*" stands for up to eight words, "~" in a word for any letters."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._loose: list[tuple[tuple[str, ...], str]] = []
        for line in lines:
            parts = tuple(_fold_pattern(part) for part in line.split())
            if not parts:
                continue
            if "~" in parts[0]:
                self._loose.append((parts, line))
            else:
                self._by_first.setdefault(parts[0], []).append((parts, line))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, row: tuple[Word, ...], index: int) -> Match | None:
        """Return the longest phrase that begins at one word, or None."""
        if index >= len(row):
            return None
        best: Match | None = None
        for parts, line in (*self._by_first.get(row[index].folded, ()), *self._loose):
            end = _end(parts, row, index)
            if end and (best is None or end > best.last):
                best = Match(index, end, line)
        return best

    def all_in(
        self, row: tuple[Word, ...], start: int = 0, stop: int | None = None
    ) -> Iterator[Match]:
        """Yield the phrases of a row one after another, none overlapping."""
        index, stop = start, len(row) if stop is None else stop
        while index < stop:
            found = self.at(row, index)
            if found:
                yield found
                index = found.last
            else:
                index += 1

    def first_in(
        self, row: tuple[Word, ...], start: int = 0, stop: int | None = None
    ) -> Match | None:
        """Return the first phrase in a row, or None."""
        return next(self.all_in(row, start, stop), None)

    def __contains__(self, text: str) -> bool:
        """Whether the whole text is one of the phrases."""
        row = words(text)
        found = self.at(row, 0)
        return bool(found and found.last == len(row))


def _fold_pattern(part: str) -> str:
    return part if part == "*" else "~".join(fold(piece) for piece in part.split("~"))


def _same(pattern: str, word: str) -> bool:
    if "~" not in pattern:
        return pattern == word
    head, _, tail = pattern.partition("~")
    return len(word) >= len(head) + len(tail) and word.startswith(head) and word.endswith(tail)


def _end(parts: tuple[str, ...], row: tuple[Word, ...], index: int) -> int:
    """Return the word after the phrase, or 0 where it does not stand here."""
    at = index
    for number, part in enumerate(parts):
        if part == "*":
            rest = parts[number + 1 :]
            for skip in range(at, min(at + _GAP, len(row)) + 1):
                end = _end(rest, row, skip)
                if end:
                    return end
            return 0
        if at >= len(row) or not _same(part, row[at].folded):
            return 0
        at += 1
    return at
