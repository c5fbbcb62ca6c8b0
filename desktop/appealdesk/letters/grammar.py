"""The patterns by which a language's points are recognised, made once from its forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from appealdesk.letters import forms


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first; one that never fits for none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not ordered:
        return r"(?!)"
    patterns = [re.escape(word).replace(r"\ ", r"\s+") for word in ordered]
    ends = [r"(?!\w)" if word[-1].isalnum() else "" for word in ordered]  # not so: "l’"
    if all(ends):
        return f"(?:{'|'.join(patterns)}){ends[0]}"
    return f"(?:{'|'.join(map(str.__add__, patterns, ends))})"


def pattern(text: str) -> re.Pattern[str]:
    """Return a pattern that takes capitals and small letters for the same."""
    return re.compile(text, re.IGNORECASE)


class Grammar:
    """One language's patterns. `asks` holds the forms they come from."""

    def __init__(self, asks: forms.Asks) -> None:
        self.asks = asks
        self.openings = {word.lower(): said for word, said in asks.openings.items()}
        self.requests = {word.lower(): said for word, said in asks.requests.items()}
        adverbs = f"(?P<adverb>(?:{any_of(asks.adverbs)}\\s+)*)"
        opening = any_of(asks.openings)
        self.opening = pattern(f"{adverbs}(?P<word>{opening})")
        self.request = pattern(f"{adverbs}(?P<word>{any_of(asks.requests)})")
        self.led = pattern(f"(?P<lead>{any_of(asks.leads)}[^;:.]*?,\\s+)(?={adverbs}{opening})")
        self.joined = pattern(
            f"(?P<joint>(?P<comma>,?)\\s+(?P<and>{any_of(asks.joints)})\\s+|,\\s+|;\\s+"
            f"(?:{any_of(asks.joints)}\\s+)?){adverbs}(?P<word>{opening})"
        )
        self.next_sentence = pattern(f"(?<=[.!?])\\s+(?={any_of([*asks.adverbs, *asks.openings])})")
        self.like_opening = pattern(
            f"(?<!\\w){asks.like_opening}(?!\\w)" if asks.like_opening else "(?!)"
        )
        self.writer = pattern(f"(?<!\\w){any_of(asks.writer)}")
        self.begins_infinitive = pattern(
            f"{any_of(asks.infinitive)}\\s+(?!{any_of(asks.negatives)})"
        )
        self.negative = pattern(f"{any_of(asks.negatives)}\\s+")
        self.verb = pattern(
            f"(?:{any_of(asks.manner)}(?:,\\s*|\\s+)(?:{any_of(asks.joints)}\\s+)?)*"
            f"{any_of(asks.verbs)}(?!\\s+{any_of(asks.noun_before)})"
        )
        self.that = pattern(any_of(asks.that_begins))
        self.noun = pattern(any_of(asks.noun_begins))
        self.sentence = pattern(f"{any_of(asks.sentence_begins)}|{asks.sentence_like or '(?!)'}")
        self.own_words = pattern(any_of(asks.own_words))
        self.must = pattern(
            f"(?:(?!{any_of(asks.relative)})[^\\s,;:.]+\\s+){{1,8}}?{any_of(asks.must)}"
        )
        self.list_end = pattern(f"[,;]\\s*{any_of(asks.list_ends)}$")
        self.opening_within = pattern(f"(?<!\\w){adverbs}(?P<word>{opening})")
        self.ends_infinitive = pattern(f"\\s+{any_of(asks.infinitive)}$")
        self.ends_lead = pattern(f"(?<!\\w){any_of([*asks.infinitive, *asks.lead_ends])}$")
        reader = asks.reader
        self.reader = pattern("(?!)")
        self.not_with_you = pattern("(?!)")
        if reader is not None:
            self.reader = pattern(
                f"\\s+(?:{any_of(reader.after)}\\s+)?(?P<who>{any_of([*reader.many, *reader.one])})"
                f"(?=\\s+{any_of(reader.before)})"
            )
            self.not_with_you = pattern(f"(?<!\\w){any_of(reader.not_with)}")
        self.unlike = frozenset(asks.unlike_opening)


@cache
def of(language: str) -> Grammar:
    """Return the grammar of one language's points (ISO 639-1)."""
    return Grammar(forms.of(language).asks)
