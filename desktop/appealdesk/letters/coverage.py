"""Which asks a body makes; putting one in, and taking one out again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from appealdesk.letters.fields import without_fields

_BREAK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ENOUGH = 0.7
"""The share of an ask's own words that must stand in one paragraph for a polished ask to count.
Found by trial: an ask put in other words keeps its names, nouns and verbs, while the story of the
case, which shares its names, holds less than half of them."""
_FEWEST = 3  # words of its own that an ask needs to be recognised by them


def asks_made(body: str, sentences: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each ask whether the body makes it.

    One that stands there word for word is made. Of the others, one is made when a paragraph holds
    most of its own words: those of four letters or more that not every ask has, compared by their
    beginnings, after the asks that stand there word for word have been taken out (so that one ask
    is never mistaken for another). An ask said in quite other words is not seen; nor is one that
    the volunteer has translated.
    """
    exact = [_find(body, sentence) is not None for sentence in sentences]
    rest = body
    for sentence, there in zip(sentences, exact, strict=True):
        if there:
            rest = re.sub(_loosely(sentence), " ", rest)
    blocks = [_words(block) for block in _BREAK.split(without_fields(rest))]
    own = _own_words(sentences)
    return tuple(
        there or any(_holds(block, words) for block in blocks)
        for there, words in zip(exact, own, strict=True)
    )


def make_ask(body: str, sentence: str, sentences: Sequence[str]) -> str:
    """Return the body with an ask put in as a paragraph of its own, in the order of `sentences`.

    It goes after the nearest earlier ask that is there, else before the nearest later one, else
    before the last paragraph. A body that makes the ask word for word is returned as it is.
    """
    if _find(body, sentence) is not None:
        return body
    blocks = _blocks(body)
    if not blocks:
        return sentence
    place = sentences.index(sentence) if sentence in sentences else len(sentences)
    places = [_place(body, blocks, each, sentences) for each in sentences]
    for where in reversed(places[:place]):
        if where is not None:
            end = blocks[where][1]
            return f"{body[:end]}\n\n{sentence}{body[end:]}"
    later = next((where for where in places[place + 1 :] if where is not None), len(blocks) - 1)
    if later == 0 and len(blocks) == 1 and not any(where == 0 for where in places):
        end = blocks[0][1]
        return f"{body[:end]}\n\n{sentence}{body[end:]}"
    start = blocks[later][0]
    return f"{body[:start]}{sentence}\n\n{body[start:]}"


def drop_ask(body: str, sentence: str) -> str | None:
    """Return the body without an ask and the blank lines round it.

    None when the ask does not stand there word for word: what the volunteer has changed is theirs,
    and is never taken out.
    """
    found = _find(body, sentence)
    if found is None:
        return None
    before, after = body[: found[0]], body[found[1] :]
    if before.endswith("\n\n") and (not after or after[0] == "\n"):
        return before[:-2] + after
    if after.startswith("\n\n") and (not before or before[-1] == "\n"):
        return before + after[2:]
    if not before.strip() and not after.strip():
        return ""
    if before.endswith(" "):
        return before[:-1] + after
    return before + after.removeprefix(" ")


def _loosely(sentence: str) -> str:
    """Return a pattern for a sentence with any white space between its words, standing free."""
    words = r"\s+".join(re.escape(word) for word in sentence.split())
    return rf"(?<!\S){words}(?!\S)" if words else r"(?!)"


def _find(body: str, sentence: str) -> tuple[int, int] | None:
    found = re.search(_loosely(sentence), body)
    return found.span() if found else None


def _blocks(body: str) -> list[tuple[int, int]]:
    """Return where each paragraph begins and ends."""
    result, start = [], 0
    for gap in [*_BREAK.finditer(body), None]:
        end = len(body) if gap is None else gap.start()
        if body[start:end].strip():
            result.append((start, end))
        start = end if gap is None else gap.end()
    return result


def _place(
    body: str, blocks: list[tuple[int, int]], sentence: str, sentences: Sequence[str]
) -> int | None:
    """Return the paragraph that makes an ask, word for word or polished."""
    for number, (start, end) in enumerate(blocks):
        if _find(body[start:end], sentence) is not None:
            return number
    own = _own_words(sentences)[list(sentences).index(sentence)]
    for number, (start, end) in enumerate(blocks):
        block = body[start:end]
        free = not any(_find(block, each) for each in sentences)
        if free and _holds(_words(without_fields(block)), own):
            return number
    return None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def _own_words(sentences: Sequence[str]) -> list[set[str]]:
    """Return the words of each ask that not all the asks have."""
    words = [_words(sentence) for sentence in sentences]
    common = set.intersection(*words) if len(words) > 1 else set()
    return [each - common for each in words]


def _holds(block: set[str], own: set[str]) -> bool:
    if len(own) < _FEWEST:
        return False
    beginnings = {word[:5] for word in block}
    return sum(word[:5] in beginnings for word in own) >= _ENOUGH * len(own)
