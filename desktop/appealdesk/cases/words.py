"""Words of a line, and phrases looked up in them without regular expressions: always linear."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

# Marks that stand on letters (Latin, Arabic, Hebrew) belong to the word.
_WORD = re.compile(r"(?:[^\W_]+|[\u0300-\u036f\u064b-\u065f\u0670\u0640]+)+")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_LETTERS = 3  # by which words with "~" are looked up
_LINE = 400  # characters: longer texts are no lines, and are not kept
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
    return _words_of_line(text) if len(text) <= _LINE else _words(text)


@lru_cache(maxsize=4096)
def _words_of_line(text: str) -> tuple[Word, ...]:
    return _words(text)  # a line is looked at again and again


def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(fold(hit[0]), hit.start(), hit.end()) for hit in _WORD.finditer(text))


def folded(text: str) -> tuple[str, ...]:
    """Return only the folded words of a text."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    return tuple(fold(word) for word in _WORD.findall(text))


class Phrases:
    """A set of phrases. "*" stands for up to eight words, "~" in a word for any letters.

    A phrase is its words with blanks between them, none before or behind.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        self._by_head: dict[str, list[str]] = {}  # "минист~", by its first letters
        self._by_tail: dict[str, list[str]] = {}  # "~minister", by its last letters
        for line in lines:
            first = line.partition(" ")[0]
            if "~" in first:
                self._bucket(_part(first)).append(line)
            elif first:
                self._by_first[fold(first)].append(line)

    def _bucket(self, first: str) -> list[str]:
        """Return the list that the phrases with this first word, which holds a "~", belong in."""
        head, _, tail = first.partition("~")
        if len(head) >= _LETTERS:
            return self._by_head.setdefault(head[:_LETTERS], [])
        if len(tail) < _LETTERS:
            raise ValueError(f"too few letters beside the ~ of {first!r}")
        return self._by_tail.setdefault(tail[-_LETTERS:], [])

    def at(self, row: tuple[Word, ...], index: int) -> Match | None:
        """Return the longest phrase that begins at one word, or None.

        Of those that end at the same word it is the one that says most of the words itself.
        """
        if index >= len(row):
            return None
        word = row[index].folded
        first = self._by_first.get(word, ())
        head = self._by_head.get(word[:_LETTERS], ())
        tail = self._by_tail.get(word[-_LETTERS:], ())
        if not (first or head or tail):
            return None
        best: Match | None = None
        most = 0
        for line in (*first, *head, *tail):
            parts = _pattern(line)
            end = _end(parts, row, index)
            if end and (best is None or (end, len(parts)) > (best.last, most)):
                best, most = Match(index, end, line), len(parts)
        return best

    def all_in(
        self, row: tuple[Word, ...], start: int = 0, stop: int | None = None
    ) -> Iterator[Match]:
        """Yield the phrases of a row one after another, none overlapping."""
        index, stop = start, len(row) if stop is None else min(stop, len(row))
        by_first, by_head, by_tail = self._by_first, self._by_head, self._by_tail
        while index < stop:
            word = row[index].folded
            found = None
            if word in by_first or word[:_LETTERS] in by_head or word[-_LETTERS:] in by_tail:
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


@lru_cache(maxsize=20_000)
def _pattern(line: str) -> tuple[str, ...]:
    """Return the folded words of a phrase: only when one is met, for few of them ever are."""
    return tuple(map(_part, line.split()))


def _part(part: str) -> str:
    """Return one word of a phrase, folded; its "~" stays."""
    return "~".join(map(fold, part.split("~"))) if "~" in part else fold(part)


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
