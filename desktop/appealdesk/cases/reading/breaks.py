"""Long rows that lost their line breaks -> the rows they were: cut before labels and greetings."""

from __future__ import annotations

import re

from appealdesk.cases import countries, labels
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.holders import flat_parts
from appealdesk.cases.reading.offices import honorific_end
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import words

_FLAT = 150  # characters
_LONGEST = 20_000  # characters: a longer row is no text that somebody wrote
_MAIL = 30  # characters: within them an e-mail's "Cc:" names its first address
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+(?=[^\W\d_])")
_GREETING = re.compile(r"[^,:;.!?]{0,60}[,:]\s*(?=[^\W\d_])")
_BEGINS_LETTER = re.compile(r"[.!?…)\]»”]$")


def restored(rows: list[Row]) -> list[Row]:
    """Return the rows of a document, the long ones cut where their line breaks were."""
    return [part for row in rows for part in _cut(row)]


def _cut(row: Row) -> list[Row]:
    if not _FLAT <= len(row.text) <= _LONGEST:
        return [row]
    cuts = _at_contacts(row)
    for match in labels.phrases("letter", "copies").all_in(row.words):
        start, end = row.words[match.first].start, row.words[match.last - 1].end
        label = row.text[start:end]
        if "@" in row.text[end : end + _MAIL]:
            continue  # the head of an e-mail
        if (label.isupper() and len(label) > 8) or (
            label[:1].isupper() and row.text[end : end + 1] == ":"
        ):
            cuts |= {start, _label_end(row.text, end)}
    few = len(cuts) == 1 and len(row.words) > 60
    cuts = (set() if few else cuts) | _at_greeting(row)
    places = sorted({0, *cuts})
    pieces = zip(places, [*places[1:], len(row.text)], strict=True)
    return [
        make(
            row.text[start:stop].strip(" |"),
            row.line,
            page=row.page,
            gap=row.gap if not start else 0,
            bullet=row.bullet if not start else "",
            indent=row.indent,
        )
        for start, stop in pieces
        if row.text[start:stop].strip(" |")
    ]


def _label_end(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1].isupper() or text[end : end + 1] == " " else end


def _at_contacts(row: Row) -> set[int]:
    """Return where labels of contacts begin, and where behind their values somebody else does."""
    cuts = set()
    for piece in contacts.pieces(row):
        cuts.add(piece.start)
        end = piece.value + contacts.value_end(piece.kind, row.text[piece.value : piece.end])
        behind = words(row.text[end : piece.end])
        if len(behind) > 2 and _names_somebody(row.text[end : piece.end]):
            cuts.add(end)
    return cuts


def _names_somebody(text: str) -> bool:
    """Whether a text begins with an office, an institution or somebody's title."""
    row = words(text)
    if not text.lstrip()[:1].isupper():
        return False
    known = labels.phrases("roles", "titles_of_office", "institutions")
    return bool(known.at(row, 0) or known.at(row, 1)) or honorific_end(row) > 0


def _at_greeting(row: Row) -> set[int]:
    """Return where a letter's greeting begins in running text, and the address right before it."""
    for match in labels.phrases("greetings").all_in(row.words, 1):
        start, end = row.words[match.first].start, row.words[match.last - 1].end
        before = row.text[:start].rstrip()
        if not row.text[start].isupper() or labels.phrases("greets_readers").at(
            row.words, match.first
        ):
            continue
        if not _GREETING.match(row.text, end) or row.text[end:].lstrip()[:1] == ".":
            continue
        labelled = labels.phrases("letter").at(row.words, 0)
        if labelled and labelled.last == match.first:
            return {start}
        # A letter begins behind a sentence or behind an address.
        if countries.country_at_end(before[-80:]) or _BEGINS_LETTER.search(before):
            last = 0
            for hit in _SENTENCE.finditer(before):
                last = hit.end()
            parts = flat_parts(before[last:]) if len(before) - last < 400 else None
            addressed = parts and parts.address and (parts.role or parts.name)
            return {start, last} if addressed else {start}
    return set()
