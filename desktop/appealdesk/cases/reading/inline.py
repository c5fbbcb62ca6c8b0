"""Addressees in running text: "Please write to Ali Roe, Minister of Justice, at 1 Hill Road, Lusaka"."""

from __future__ import annotations

import re
from itertools import pairwise

from appealdesk.cases import labels
from appealdesk.cases.model import Part, Recipient
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.addresses import recipient
from appealdesk.cases.reading.flat import comma_pieces
from appealdesk.cases.reading.holders import split_holder
from appealdesk.cases.reading.offices import Kind, kind_of, small_words
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import Match, words

_END = re.compile(r"(?<=[^\W\d_]{4})[.!?](?=\s+[^\W\d_]|\s*$)|\s[–—]\s|;")
_MOST = 14  # pieces between commas that a name, an office and an address have


def asked_behind(row: Row) -> int:
    """Return where the addressee begins in "Please write, calling for ..., to: Ali Roe, ...", 0 where nowhere."""
    towards = labels.single_words("towards")
    if ":" not in row.text and "：" not in row.text:
        return 0
    for word, behind in pairwise(row.words):
        if row.text[word.end : behind.start].strip() not in {":", "："}:
            continue
        before = [one for one in row.words if one.end <= word.end]
        asking = labels.phrases("acting", "writing").first_in(tuple(before))
        if word.folded in towards and asking:
            return behind.start
    return 0


def addressed(row: Row, number: int, behind: list[Row]) -> Recipient | None:
    """Return the addressee that a sentence names with an office or an address, or None.

    behind: the rows that stood in the same line, with the numbers to reach the addressee.
    """
    begin = asked_behind(row)
    if begin:
        pieces = _pieces(_sentence(row.text[begin:]))
        if len(pieces) > 2 and _names_somebody(pieces):
            rows = [make(piece, row.line, row.last, row.page) for piece in pieces]
            return recipient([*rows, *behind], Part.TARGET, number)
    for match in labels.phrases("targets", "targets_before_colon").all_in(row.words):
        if labels.phrases("to_label", "copies").at(row.words, match.first):
            continue
        text = _behind(row, match)
        pieces = _pieces(text)
        if len(pieces) < 2 or not _names_somebody(pieces):
            continue
        rows = [make(piece, row.line, row.last, row.page) for piece in pieces if piece]
        return recipient([*rows, *behind], Part.TARGET, number)
    return None


def _behind(row: Row, match: Match) -> str:
    """Return the rest of the sentence behind a phrase, without the colon or article before the name."""
    text = row.text[row.words[match.last - 1].end :].lstrip(" :：")
    text = _sentence(text)
    first = text.split(" ", 1)
    article = first[0].casefold() in labels.single_words("articles") and len(first) > 1
    return first[1] if article else text


def _sentence(text: str) -> str:
    end = _END.search(text)
    return text[: end.start()] if end else text


def _pieces(text: str) -> list[str]:
    """Return the pieces between commas, up to the first that goes on telling what to write."""
    found: list[str] = []
    for piece in comma_pieces(text)[:_MOST]:
        first = piece.split(" ", 1)[0].casefold()
        if first in labels.single_words("and") or small_words(words(piece), piece) > 1:
            break
        found.append(_without_preposition(piece))
    return found


def _without_preposition(piece: str) -> str:
    first, _, rest = piece.partition(" ")
    return rest if first in labels.single_words("at") else piece


def _names_somebody(pieces: list[str]) -> bool:
    """Whether the pieces are somebody's name or office, with a second thing that only addresses say."""
    kinds = [kind_of(piece) for piece in pieces]
    posted = any(
        kind is Kind.COUNTRY or contacts.emails_in(piece)[0]
        for kind, piece in zip(kinds, pieces, strict=True)
    )
    placed = posted or any(map(str.isdigit, "".join(pieces[1:])))
    if not placed:
        return False  # without an address nobody can write there
    if kinds[0] is Kind.PERSON:
        return True
    if kinds[0] is Kind.NAME:
        return len(pieces[0].split()) > 1 and (kinds[1] is Kind.ROLE or len(pieces) > 2)
    named = kinds[1] in {Kind.PERSON, Kind.NAME} or bool(split_holder(pieces[0]))
    return kinds[0] is Kind.ROLE and (named or len(pieces) > 2)
