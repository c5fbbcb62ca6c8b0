"""Letters to copy: greeting, body, closing."""

from __future__ import annotations

import re

from appealdesk.cases import countries, labels
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.offices import office_kind, small_words
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.words import words

_GREETING_END = re.compile(r"[,:!،;]|\.(?=\s)")
_LONGEST_GREETING = 14


def greeting_of(row: Row, following: Row | None) -> str:
    """Return the greeting that a row is or begins with, without its comma; "" where it is none.

    A greeting stands alone in its line with text below, or begins a long line of a text without line breaks.
    """
    match = labels.phrases("greetings").at(row.words, 0) if row.words else None
    if not match or labels.phrases("greets_readers").at(row.words, 0):
        return ""
    if row.text[: row.words[0].start].strip(' ([«“"¡>'):
        return ""
    end = _end_of_greeting(row.text, row.words[match.last - 1].end)
    alone = len(row.words) <= _LONGEST_GREETING
    if alone and (not end or not row.text[end.end() :].strip(" ,:!/") or _two_greetings(row)):
        if following is None:
            return row.text.strip(" ,:;!،") if end else ""
        goes_on = _is_prose(following) or (following.gap > 0 and not _is_address(following))
        ended = end or (len(row.words) <= 8 and following.gap > 0)
        return row.text.strip(" ,:;!،") if goes_on and ended else ""
    if end and len(row.words) > _LONGEST_GREETING and row.text[end.start()] != ".":
        greeting = row.text[: end.start()]
        body = row.text[end.end() :].strip()
        first = re.split("[,.;]", body, maxsplit=1)[0]
        office = len(words(first)) <= _LONGEST_GREETING and office_kind(words(first), first)
        if office and small_words(words(first), first) < 2:
            return ""  # "Señor Ali Roe, Director de ..." is an address
        if len(words(greeting)) <= _LONGEST_GREETING and body[:1].isupper() and not row.bullet:
            return greeting.strip()
    return ""


def _end_of_greeting(text: str, start: int) -> re.Match[str] | None:
    """Return the sign that ends a greeting; the full stop of "Mr." ends none."""
    titles = labels.phrases("honorifics")
    for hit in _GREETING_END.finditer(text, start):
        before = words(text[: hit.start()][-20:])[-1:]
        if hit[0] != "." or not (before and titles.at(before, 0)):
            return hit
    return None


def _is_prose(row: Row) -> bool:
    """Whether a row below a greeting begins the letter: it is long, or ends as sentences do."""
    if _is_address(row) or contacts.is_contact(row):
        return False
    return len(row.words) >= 6 or row.text.rstrip().endswith((".", ":"))


def _is_address(row: Row) -> bool:
    """Whether a row below what may be a greeting is an office or an institution: no letter begins so."""
    if len(row.words) > _LONGEST_GREETING or row.text.rstrip().endswith((".", "!", "?")):
        return False
    placed = labels.phrases("streets").first_in(row.words) and any(map(str.isdigit, row.text))
    if placed or countries.country_code(row.text):
        return True
    return office_kind(row.words, row.text) is not None and small_words(row.words, row.text) < 2


def _two_greetings(row: Row) -> bool:
    """Whether a row holds two greetings ("Dear Minister / Estimado Ministro,")."""
    parts = re.split(r"\s*/\s*|,\s+", row.text.strip(" ,:"))
    return len(parts) > 1 and all(labels.phrases("greetings").at(words(part), 0) for part in parts)


def is_blank(greeting: str) -> bool:
    """Whether a greeting leaves the name to be filled in ("Dear ____")."""
    return (
        bool(re.search(r"_{3,}|\.{4,}|…{2,}|\[.*\]|<.*>|X{3,}", greeting))
        or greeting.strip().lower() == "dear"
    )


def is_plural(greeting: str) -> bool:
    """Whether a greeting speaks to several people ("Dear Ministers")."""
    return bool(labels.phrases("plural_greetings").first_in(words(greeting)))


def body_behind(row: Row, greeting: str) -> str:
    """Return what stands behind the greeting in its own line."""
    place = row.text.find(greeting)
    return row.text[place + len(greeting) :].lstrip(" ,:;!،.") if place >= 0 else ""


def closes(row: Row) -> bool:
    """Whether a row is the closing of a letter."""
    match = labels.phrases("closings").at(row.words, 0)
    if not match:
        return False
    if match.last == len(row.words):
        return True
    behind = row.text[row.words[match.last - 1].end :].lstrip()
    if match.last >= 2 and len(row.words) <= 34:
        return (
            behind[:1] in ",.;!:،("
            or len(row.words) <= 10
            or match.last >= 4
            or _long_closing(match.phrase)
        )
    return len(row.words) <= 8 and behind[:1] in ",.!،" and match.last >= 1


def _long_closing(phrase: str) -> bool:
    return phrase in labels.lines("long_closings")


def ends_without_closing(row: Row) -> bool:
    """Whether a row asks for the writer's own name: the letter is over."""
    return row.text[:1] in "[(_" and bool(labels.phrases("signature").first_in(row.words, 0, 4))
