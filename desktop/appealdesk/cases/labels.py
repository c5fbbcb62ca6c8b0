"""The headings, field labels and words of urgent actions in each language, from resources/labels/.

A new language is a new file there; nothing in the code names a language.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from appealdesk import resources
from appealdesk.cases.words import Phrases, fold


@cache
def _files() -> dict[str, dict[str, Any]]:
    import yaml  # noqa: PLC0415

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    folder = resources.path("labels")
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  (a safe loader)
        found[str(content["language"])] = content
    return found


def languages() -> tuple[str, ...]:
    """Return the languages that there are labels for (ISO 639-1), in order of their files."""
    return tuple(_files())


@cache
def lines(kind: str, language: str = "") -> tuple[str, ...]:
    """Return the phrases of one kind, of one language or of all."""
    chosen = [_files()[language]] if language else _files().values()
    return tuple(
        line
        for content in chosen
        for line in map(str.strip, str(content.get(kind) or "").splitlines())
        if line
    )


@cache
def phrases(*kinds: str) -> Phrases:
    """Return the phrases of some kinds in all languages, ready to be looked up."""
    return Phrases(line for kind in kinds for line in lines(kind))


@cache
def single_words(kind: str) -> frozenset[str]:
    """Return all words of the one-line kinds ("common", "particles"), folded, in all languages."""
    return frozenset(fold(word) for line in lines(kind) for word in line.split())


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the words by which a text in one language is known."""
    return frozenset(fold(word) for line in lines("common", language) for word in line.split())


@cache
def values(kind: str) -> dict[str, str]:
    """Return the last word of each line by the phrase before it ("january 1", "spanish es")."""
    found: dict[str, str] = {}
    for line in lines(kind):
        phrase, _, value = line.rpartition(" ")
        found.setdefault(" ".join(fold(word) for word in phrase.split()), value)
    return found


@cache
def valued(kind: str) -> Phrases:
    """Return the phrases of a kind that has values, without the values."""
    return Phrases(values(kind))
