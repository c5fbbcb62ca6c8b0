"""The document's own language, and the languages that it asks to write in."""

from __future__ import annotations

from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.model import Source
from appealdesk.cases.reading.rows import Row

_SAMPLE = 600  # words: enough to tell a language


class Asked(NamedTuple):
    """The languages asked for, whether the writer's own will do, and where it says so."""

    languages: tuple[str, ...]
    own: bool
    source: Source | None


def own_language_of(rows: list[Row]) -> tuple[str, bool]:
    """Return the language of a document (ISO 639-1, "en" where nothing tells), and whether that is sure."""
    counts = dict.fromkeys(labels.languages(), 0)
    seen = 0
    for row in rows:
        for word in row.words:
            for language in counts:
                counts[language] += word.folded in labels.common_words(language)
        seen += len(row.words)
        if seen > _SAMPLE:
            break
    ranked = sorted(counts, key=lambda language: (-counts[language], language != "en"))
    if not ranked or not counts[ranked[0]]:
        return "en", False
    sure = len(ranked) < 2 or counts[ranked[0]] > 1.15 * counts[ranked[1]]
    return ranked[0], sure


def asked(rows: list[Row]) -> Asked:
    """Return the languages that the given rows name, in order. The rows must speak of writing."""
    found: list[str] = []
    own, source = False, None
    for row in rows:
        codes, allowed = _named(row)
        if codes or allowed:
            source = Source(line=source.line if source else row.line, last=row.last, page=row.page)
        found.extend(code for code in codes if code not in found)
        own = own or allowed
    return Asked(tuple(found), own, source)


def _named(row: Row) -> tuple[list[str], bool]:
    """Return the languages that one row asks for."""
    starts = [
        match.last for match in labels.phrases("languages", "languages_label").all_in(row.words)
    ]
    own = bool(labels.phrases("own_language").first_in(row.words))
    if not starts:
        return [], own
    names, codes = labels.valued("language_names"), labels.values("language_names")
    found: list[str] = []
    at, last = min(starts), min(starts)
    for match in names.all_in(row.words, at):
        if match.first - last > 6:
            break
        key = " ".join(word.folded for word in row.words[match.first : match.last])
        code = codes.get(key, "")
        if code and code not in found:
            found.append(code)
        last = match.last
    return found, own
