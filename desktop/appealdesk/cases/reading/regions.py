"""Which rows of a section may be lines of addresses, and which are running text, notices or navigation."""

from __future__ import annotations

import re

from appealdesk.cases import countries, labels
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.blocks import unwrapped
from appealdesk.cases.reading.dates import dates_in
from appealdesk.cases.reading.holders import flat_parts
from appealdesk.cases.reading.offices import Kind, kind_of, office_kind, small_words
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.reading.sections import Section

_BRACKETED = re.compile(r"\([^()]*\)")
_BLANK = re.compile(r"\.{6,}|…{3,}|_{4,}")  # to be filled in by hand
_FEW = 6  # words: a row of prose has at least so many
_LONG = 14  # words: a row that is longer and no list of contacts is a sentence
_CELLS = 3  # of a table's row, at least
_LONGEST = 200  # words: no address has more
_FIRST_YEAR = 1961  # of the movement


def headed(section: Section, width: int) -> list[list[Row]]:
    """Return the rows of an address part; running text divides them, what cannot stand there ends them."""
    found: list[list[Row]] = [[]]
    rest = section.rest
    if rest and rest.words and not instructs(rest):
        found[-1].append(_without_article(rest))
    told = False
    rows = [piece for row in unwrapped(section.rows, width) for piece in _cells(row)]
    for row in rows:
        # What follows a sentence in its paragraph and ends as sentences do is one too.
        if told and not row.gap and row.text.endswith((".", "!", "?")):
            continue
        told = False
        if (len(found) > 1 or found[-1]) and _ends_addresses(row):
            break
        if _is_noise(row) and not contacts.is_contact(row):
            continue
        notice = labels.phrases("notices").at(row.words, 0)
        if not sentence(row) or _inline(row) or (notice and found[-1]):
            found[-1].append(row)
            continue
        told = True
        if found[-1]:
            found.append([])
    return [run for run in found if run]


def _cells(row: Row) -> list[Row]:
    """Divide a row of a table whose cells stand in one line; the first begins a block."""
    texts = [text for text in row.text.split(" | ") if text.strip()]
    if len(texts) < _CELLS:
        return [row]
    return [
        make(text, row.line, row.last, row.page, bullet="" if number else row.bullet or "|")
        for number, text in enumerate(texts)
    ]


def _without_article(row: Row) -> Row:
    """Leave out the article that stood behind a label ("Contact details for the Minister")."""
    article = len(row.words) > 1 and row.words[0].folded in labels.single_words("articles")
    if article and row.text[:1].islower():
        return make(row.after(1), row.line, row.last, row.page, indent=row.indent)
    return row


def runs(rows: list[Row]) -> list[list[Row]]:
    """Divide rows at running text, bullets of lists and dates; each run may be a row of addresses."""
    found: list[list[Row]] = [[]]
    for row in rows:
        if _is_noise(row) and not contacts.is_contact(row):
            continue
        notice = labels.phrases("notices").at(row.words, 0) and not row.bullet
        if (sentence(row) and not (notice and found[-1])) or (
            row.bullet and not row.bullet.strip("().").isdigit() and len(row.words) > 12
        ):
            found.append([])
            continue
        found[-1].append(row)
    return [run for run in found if run]


def below_titles(run: list[Row]) -> list[Row]:
    """Leave out what stands above the address: titles and the date."""
    start = 0
    for number, row in enumerate(run):
        if is_date(row) and not contacts.is_contact(row):
            start = number + 1
    named = {Kind.ROLE, Kind.PERSON, Kind.BODY, Kind.NAME}
    for number, row in enumerate(run[start:-1], start):
        if kind_of(row.text) in named or contacts.is_contact(row):
            break
        if run[number + 1].gap:
            start = number + 1
    return run[start:]


def _ends_addresses(row: Row) -> bool:
    """Whether a row cannot stand among addresses: a date, what to do afterwards, a page's navigation."""
    if contacts.is_contact(row):
        return False
    if (
        is_date(row)
        or _BLANK.search(row.text)
        or (labels.phrases("thanks").at(row.words, 0) and len(row.words) <= 6)
    ):
        return True
    if sentence(row) and row.text.rstrip().endswith(":"):
        return True
    todo = labels.phrases("instruction").at(row.words, 0)
    return bool(labels.phrases("report_back").first_in(row.words)) or bool(
        todo and (todo.last == len(row.words) or todo.last > 1)
    )


def is_date(row: Row) -> bool:
    """Whether a row is a date and nothing else ("PO Box 19-02-0055" is none)."""
    placed = labels.phrases("streets").first_in(row.words)
    return (
        not placed
        and len(row.words) <= 6
        and any(found.day.year >= _FIRST_YEAR for found in dates_in(row.text))
    )


def _is_noise(row: Row) -> bool:
    """Whether a row is the rest of a sentence or a subject line, and no line of an address."""
    if labels.phrases("subject").at(row.words, 0) and ":" in row.text[:20]:
        return True
    if _lists_people(row) or (row.words and all(one.folded in _and() for one in row.words)):
        return True
    if not row.text[:1].islower() or not row.words:
        return False
    ended = row.text.rstrip().endswith(".") and not any(map(str.isdigit, row.text))
    if not row.gap and not ended:
        return False
    if ended and not labels.phrases("care_of").at(row.words, 0):
        return True
    first = row.words[0].folded
    known = labels.single_words("connectives") | labels.single_words("particles")
    words_of_places = labels.phrases("care_of", "streets", "institutions", "roles", "honorifics")
    return first not in known and not words_of_places.at(row.words, 0) and len(row.words) > 2


def _and() -> frozenset[str]:
    return labels.single_words("and")


def _lists_people(row: Row) -> bool:
    """Whether a row above a letter lists the people it is about: "Ana Roe, Ben Doe and Carl Poe"."""
    if any(map(str.isdigit, row.text)) or row.text.count(",") < 1:
        return False
    joining = [word for word in row.words if word.folded in labels.single_words("and")]
    if not joining:
        return False
    texts = [*row.text[: joining[-1].start].split(","), row.text[joining[-1].end :]]
    return all(kind_of(text) in {Kind.NAME, Kind.PERSON} for text in texts if text.strip(" ,"))


def instructs(row: Row) -> bool:
    """Whether a row tells the volunteer what to do."""
    return bool(labels.phrases("instruction").at(row.words, 0)) or bool(
        labels.phrases("writing").at(row.words, 0)
    )


def _inline(row: Row) -> bool:
    """Whether a long row is a block of its own: an office or a person with commas."""
    named = {Kind.PERSON, Kind.ROLE}
    return row.text.count(",") >= 2 and len(row.words) < 60 and kind_of(row.text) in named


def sentence(row: Row) -> bool:
    """Whether a row is running text and no line of an address."""
    if len(row.words) > _LONGEST:
        return True
    if contacts.is_contact(row) or _flat_block(row):
        return False
    cuts = contacts.pieces(row)
    if cuts and cuts[0].start:
        row = row.part(0, cuts[0].start)  # the words of an e-mail address are no small words
    if "(" in row.text:
        row = make(_BRACKETED.sub(" ", row.text), row.line, bullet=row.bullet)
    count, small = len(row.words), small_words(row.words, row.text)
    ends = row.text.rstrip('"”»)').endswith((".", "!", "?", "…"))
    if count > 2 * _LONG or (ends and count >= _FEW - 1 and small >= 2 and "," not in row.text):
        return True
    if count >= _FEW and small >= 3 and not row.bullet:
        placed = labels.phrases("streets").first_in(row.words) and any(map(str.isdigit, row.text))
        named = placed or office_kind(row.words, row.text)
        return ends or row.text.endswith(":") or not named or count > _LONG
    if ends and count > 8 and "," not in row.text:
        return True
    return count > _LONG and (ends or row.text.count(",") < 3)


def _flat_block(row: Row) -> bool:
    """Whether a long row is a whole block: an office or a titled person, then figures, no full stop."""
    if (
        not _LONG <= len(row.words) <= 40
        or row.text.rstrip().endswith((".", ";", ":"))
        or (row.bullet and not row.bullet.strip("().").isdigit())
    ):
        return False
    parts = flat_parts(row.text)
    return bool(
        parts
        and parts.address
        and (parts.role or parts.name)
        and (any(map(str.isdigit, parts.address)) or countries.country_at_end(parts.address))
    )
