"""The document's own language, and the languages that it asks to write in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.model import Source
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.reading.sentences import around, sentence
from appealdesk.cases.words import Match

_SAMPLE = 600  # words: enough to tell a language
_AFTER_LABEL, _AFTER_PREPOSITION, _BETWEEN = 6, 1, 3  # words between
_BEHIND = 6  # words: "auf Englisch oder Deutsch schreiben"
_NEARBY = 4  # rows


class Asked(NamedTuple):
    """The languages asked for, whether the writer's own will do, and where it says so."""

    languages: tuple[str, ...]
    own: bool
    source: Source | None


def own_language_of(rows: list[Row]) -> tuple[str, bool]:
    """Return the language of a document (ISO 639-1, "en" where nothing tells), and whether that is sure."""
    counts = dict.fromkeys(labels.languages(), 0)
    seen = 0
    known = _languages_of_words()
    for row in rows:
        for word in row.words:
            for language in known.get(word.folded, ()):
                counts[language] += 1
        seen += len(row.words)
        if seen > _SAMPLE:
            break
    ranked = sorted(counts, key=lambda language: (-counts[language], language != "en"))
    if not ranked or not counts[ranked[0]]:
        return "en", False
    sure = len(ranked) < 2 or counts[ranked[0]] > 1.15 * counts[ranked[1]]
    return ranked[0], sure


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """Return the languages in which each common word is one."""
    found: dict[str, tuple[str, ...]] = {}
    for language in labels.languages():
        for word in labels.common_words(language):
            found[word] = (*found.get(word, ()), language)
    return found


def asked(rows: list[Row]) -> Asked:
    """Return the languages that a document asks to write in, in order."""
    found: list[str] = []
    own, source, latest = False, None, -_NEARBY
    names = labels.valued("language_names")
    for number, row in enumerate(rows):
        named = next(names.all_in(row.words), None)
        own_words = labels.phrases("own_language")
        if not named and not own_words.first_in(row.words):
            continue
        whole, start = around(rows, number)
        stop = start + len(row.text)
        allowed = any(
            start <= whole.words[match.first].start < stop
            for match in own_words.all_in(whole.words)
        )
        codes = _named(whole, start, stop) if named else []
        allows = allowed and (
            bool(codes) or number - latest < _NEARBY or _of_writing(whole, start, stop)
        )
        if codes or allows:
            latest = number
            source = source or row.source
        found.extend(code for code in codes if code not in found)
        own = own or allows
    return Asked(tuple(found), own, source)


def _of_writing(whole: Row, start: int, stop: int) -> bool:
    """Whether a row, or what stands around it, speaks of writing."""
    begin, end = sentence(whole.text, start, stop)
    near = tuple(word for word in whole.words if begin <= word.start < end)
    return bool(labels.phrases("acting", "languages", "languages_label").first_in(near))


def _named(whole: Row, start: int, stop: int) -> list[str]:
    """Return the languages asked for between two places of a paragraph."""
    codes = labels.values("language_names")
    labelled = list(labels.phrases("languages", "languages_label").all_in(whole.words))
    found: list[str] = []
    last = -1  # the word behind the language asked for last
    for match in labels.valued("language_names").all_in(whole.words):
        goes_on = last > -1 and match.first - last <= _BETWEEN
        follows = any(
            0 <= match.first - label.last <= (_AFTER_LABEL if last < label.last else _BETWEEN)
            for label in labelled
        )
        if not (goes_on or follows or _in_a_request(whole, match)):
            continue
        last = match.last
        if start <= whole.words[match.first].start < stop:
            found.append(codes[match.phrase])
    return found


def _in_a_request(whole: Row, name: Match) -> bool:
    """Whether a language stands in a sentence that asks to write, and no report is in that language."""
    place = next(
        (
            label
            for label in labels.phrases("in_language").all_in(whole.words, 0, name.first)
            if 0 <= name.first - label.last <= _AFTER_PREPOSITION
        ),
        None,
    )
    if place is None:
        return False
    first = whole.words[name.first]
    begin, _ = sentence(whole.text, first.start, first.end)
    opening = next(
        (number for number, word in enumerate(whole.words) if word.start >= begin), name.first
    )
    acting, others = labels.phrases("acting"), labels.phrases("other_texts")
    acts = list(acting.all_in(whole.words, opening, place.first))
    if acts:
        return not others.first_in(whole.words, acts[-1].last, place.first)
    return bool(
        acting.first_in(whole.words, name.last, name.last + _BEHIND)
    ) and not others.first_in(whole.words, max(0, place.first - 4), name.last + _BEHIND)
