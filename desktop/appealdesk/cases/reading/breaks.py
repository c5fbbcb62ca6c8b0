"""Long rows that lost their line breaks -> the rows they were: cut before labels and greetings."""

from __future__ import annotations

import re
from dataclasses import replace

from appealdesk.cases import countries, labels
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.holders import flat_parts
from appealdesk.cases.reading.offices import honorific_end
from appealdesk.cases.reading.rows import Row, bullet_end, make
from appealdesk.cases.words import words

_FLAT = 150  # characters
_LONGEST = 20_000  # characters: a longer row is no text that somebody wrote
_MAIL = 30  # characters: within them an e-mail's "Cc:" names its first address
_TO_COLON = re.compile(r"[^.:;!?]{0,60}:")
_ENTRY = re.compile(r"\s*\d{1,2}[.)]\s+")  # the number of a list's entry
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+(?=[^\W\d_])")
_GREETING = re.compile(r"[^,:;.!?]{0,60}[,:]\s*(?=[^\W\d_])")
_WHOLE = 800  # characters: a longer row is a whole page and no sentence
_ADDRESS = 400  # characters of the longest address in one line
_MANY = 5  # words that are glued together: a text that lost its line ends has more
_GLUE = re.compile(
    r"(?<=[a-z\u00df-\u00ff.)\d])(?=[A-Z\u00c0-\u00de](?:[a-z\u00df-\u00ff]|[A-Z]|\.[A-Z]))"
    r"|(?<=[a-z])(?=\d{1,5}[\s)])"
)
_LABEL_GLUED = re.compile(r"(?<=\w)(?=(?:Salutation|Email|Fax|Phone|Twitter):)")
_ONE_WORD = re.compile(r"(?:\b(?:Mc|Mac|De|Di|Le|La|You|Whats|Pay|Linked|[A-Z]\.)|[@/]\w*)$")
_BEGINS_LETTER = re.compile(r"[.!?…)\]»”]$")


def restored(rows: list[Row]) -> list[Row]:
    """Return the rows of a document, the long ones cut where their line breaks were."""
    return [part for row in rows for part in _cut(row)]


def _cut(row: Row) -> list[Row]:
    if not _FLAT <= len(row.text) <= _LONGEST:
        return [row]
    cuts = _at_contacts(row) | _at_labels(row)
    few = len(cuts) == 1 and len(row.words) > 60
    cuts = (set() if few else cuts) | _at_letter(row) | _glued(row.text)
    places = sorted({0, *cuts})
    pieces = zip(places, [*places[1:], len(row.text)], strict=True)
    return [
        _piece(row, start, row.text[start:stop].strip(" |"))
        for start, stop in pieces
        if row.text[start:stop].strip(" |")
    ]


def _piece(row: Row, start: int, text: str) -> Row:
    """Return a piece of a row as a row of its own; the first one keeps the row's own bullet."""
    if not start:
        return make(
            text, row.line, page=row.page, gap=row.gap, bullet=row.bullet, indent=row.indent
        )
    end = bullet_end(text)
    bullet = text[:end].strip()
    piece = make(text[end:], row.line, page=row.page, bullet=bullet, indent=row.indent)
    return piece if len(row.text) < _WHOLE else replace(piece, cut=True)


def _glued(text: str) -> set[int]:
    """Return where lines were joined without a blank ("... EnvironmentProf. Jane Roe"), if there are several."""
    found = {
        hit.start()
        for hit in _GLUE.finditer(text)
        if not _ONE_WORD.search(text[max(0, hit.start() - 40) : hit.start()])
    }
    if len(found) < _MANY:
        return set()
    return found | {hit.start() for hit in _LABEL_GLUED.finditer(text)}


def _at_labels(row: Row) -> set[int]:
    """Return where headings of letters, addresses and copies begin, and what they head."""
    cuts = set()
    targets = labels.phrases("targets")
    for match in labels.phrases("letter", "copies", "targets").all_in(row.words):
        start, end = row.words[match.first].start, row.words[match.last - 1].end
        label = row.text[start:end]
        if "@" in row.text[end : end + _MAIL]:
            continue  # the head of an e-mail
        ending = _TO_COLON.match(row.text, end)
        if targets.at(row.words, match.first) and ending and len(row.text) > _WHOLE:
            cuts |= {start, ending.end()} if label[:1].isupper() else set()
            continue
        if (label.isupper() and len(label) > 8) or (
            label[:1].isupper() and row.text[end : end + 1] == ":"
        ):
            if not targets.at(row.words, match.first):
                cuts |= {start, _label_end(row.text, end)}
            elif len(row.text) > _WHOLE or not row.text[end:].strip(" :"):
                cuts |= {start, end + 1}  # with its colon
    return cuts


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
    text = _ENTRY.sub("", text)
    row = words(text)
    if not text.lstrip()[:1].isupper():
        return False
    known = labels.phrases("roles", "titles_of_office", "institutions")
    return bool(known.at(row, 0) or known.at(row, 1)) or honorific_end(row) > 0


def _at_letter(row: Row) -> set[int]:
    """Return where a letter's greeting and closing stand in running text, and the address right before."""
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
            return {start} | _at_closing(row, match.last)
        address = _address_before(before)
        # A letter begins behind a sentence or behind an address.
        ended = countries.country_at_end(before[-80:]) or _BEGINS_LETTER.search(before)
        if address is not None or ended:
            return {start, address or 0} | _at_closing(row, match.last)
    return set()


def _address_before(before: str) -> int | None:
    """Return where the address begins that a text ends with, None where it ends with none."""
    last = 0
    for hit in _SENTENCE.finditer(before):
        last = hit.end()
    for begin in (last, before.rfind(": ", last) + 2):
        parts = flat_parts(before[begin:]) if 1 < len(before) - begin < _ADDRESS else None
        if parts and parts.address and (parts.role or parts.name):
            placed = any(map(str.isdigit, parts.address))
            return begin if placed or countries.country_at_end(parts.address) else None
    return None


def _at_closing(row: Row, start: int) -> set[int]:
    """Return where the closing of a letter begins and ends ("... in prison. Yours sincerely, Sign here")."""
    for match in labels.phrases("closings").all_in(row.words, start):
        first, end = row.words[match.first].start, row.words[match.last - 1].end
        begins = _BEGINS_LETTER.search(row.text[:first].rstrip()) and row.text[first].isupper()
        if begins and match.last - match.first > 1 and row.text[end : end + 1] == ",":
            return {first, end + 1}
    return set()
