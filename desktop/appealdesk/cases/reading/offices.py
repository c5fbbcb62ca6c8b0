"""What an address line is: an office, a person, an institution, a place. Told by its words."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from appealdesk.cases import countries, labels
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import Match, Word, folded, words


class Kind(Enum):
    """What a line of an address block is."""

    ROLE = "role"
    PERSON = "person"  # with a title or honorific: certainly a person
    NAME = "name"  # looks like a person's name, without a title
    BODY = "institution"
    PLACE = "place"
    COUNTRY = "country"


_ROLE_LAST = re.compile(r"[A-Za-zÄÖÜäöüß]")


def _connectives() -> frozenset[str]:
    return labels.single_words("connectives")


def honorific_end(row: tuple[Word, ...], start: int = 0) -> int:
    """Return the word after the honorifics and ranks that a name begins with (start if none)."""
    titles = labels.phrases("honorifics")
    at = start
    while at < len(row):
        match = titles.at(row, at)
        if not match:
            break
        at = match.last
    return at


def _head(row: tuple[Word, ...]) -> int:
    """Return the number of words before the first "of", "de", "für": the head of an office's name."""
    connectives = _connectives()
    for number, word in enumerate(row):
        if number and word.folded in connectives:
            return number
    return len(row)


def office_kind(row: tuple[Word, ...], text: str) -> Kind | None:
    """Return ROLE or BODY where the words name an office or an institution, else None."""
    if not row:
        return None
    head = _head(row)
    roles, bodies = labels.phrases("roles"), labels.phrases("institutions")
    start = 1 if row[0].folded in labels.single_words("articles") and head > 1 else 0
    head = max(head, 2) if start and len(row) > 1 else head
    found: list[tuple[int, int, Kind]] = []
    for phrases, kind in ((roles, Kind.ROLE), (bodies, Kind.BODY)):
        found.extend((match.first, match.last, kind) for match in phrases.all_in(row, start, head))
    if not found:
        return None
    comma = text.find(",")
    if comma > 0:
        before = [entry for entry in found if row[entry[0]].start < comma]
        found = before or found
    latin = bool(_ROLE_LAST.match(text.lstrip("\"'«“(")))
    found.sort(key=lambda entry: (entry[1], entry[1] - entry[0]))
    first_wins = not latin or row[0].folded in labels.single_words("head_first")
    return found[0][2] if first_wins else found[-1][2]


def _capital(text: str) -> bool:
    first = text[:1]
    return first.isupper() or not (first.islower() or first.isupper())


def looks_like_name(text: str, row: tuple[Word, ...], start: int = 0) -> bool:
    """Whether the words from one on may be a person's name: capitals, no figures, no words of places."""
    names = row[start:]
    if not 1 <= len(names) <= 9:
        return False
    piece = text[names[0].start : names[-1].end]
    if any(character.isdigit() for character in piece) or re.search(r"[/:;@&#]|\.\.", piece):
        return False
    particles = labels.single_words("particles")
    if not all(
        _capital(text[word.start :]) or word.folded in particles or word.end - word.start == 1
        for word in names
    ):
        return False
    if names[-1].folded in particles and not _capital(text[names[-1].start :]):
        return False
    streets, bodies = labels.phrases("streets"), labels.phrases("institutions")
    for number in range(start, len(row)):
        match = streets.at(row, number) or bodies.at(row, number)
        if match and match.phrase.lower() not in {"st", "no", "s", "via"}:
            return False
    return True


def kind_of(text: str, row: tuple[Word, ...] | None = None) -> Kind:
    """Return what a line of an address is."""
    row = words(text) if row is None else row
    if not row:
        return Kind.PLACE
    care = labels.phrases("care_of").at(row, 0)
    if care:
        return Kind.PLACE
    if countries.country_code(text.strip(" .,;")):
        return Kind.COUNTRY
    title = honorific_end(row)
    if title and title < len(row):
        rest = office_kind(row[title:], text[row[title].start :])
        if (
            looks_like_name(text, row, title) or _names_office_holder(text, row, title)
        ) and rest is None:
            return Kind.PERSON
        comma = text.find(",", row[title - 1].end)
        if comma > 0 and len(words(text[row[title].start : comma])) <= 6 and rest is None:
            return Kind.PERSON
        if rest is Kind.ROLE and _names_office_holder(text, row, title):
            return Kind.PERSON
    elif title and title == len(row):
        return Kind.PERSON
    kind = office_kind(row, text)
    if kind:
        return kind
    return Kind.NAME if looks_like_name(text, row) and not _place(row) else Kind.PLACE


def _names_office_holder(text: str, row: tuple[Word, ...], title: int) -> bool:
    """Whether after the honorific stand a bare title and a name ("His Excellency President X Y")."""
    bare = labels.phrases("titles_of_office").at(row, title)
    return bool(bare and bare.last < len(row) and looks_like_name(text, row, bare.last))


def _place(row: tuple[Word, ...]) -> bool:
    return any(labels.phrases("streets").at(row, number) for number in range(len(row)))


class Holder(NamedTuple):
    """An office and its holder that stood in one line."""

    role: str
    name: str
    sure: bool


def split_holder(text: str) -> Holder | None:
    """Divide "Public Prosecutor Hamid Al-Sari", "Jane Roe, Secretary", "Head of the Court, Ali Roe"."""
    row = words(text)
    by_comma = _split_at_comma(text)
    if by_comma:
        return by_comma
    title = honorific_end(row)
    if title and title < len(row):
        bare = labels.phrases("titles_of_office").at(row, title)
        if bare and bare.last < len(row) and looks_like_name(text, row, bare.last):
            role = text[row[bare.first].start : row[bare.last - 1].end]
            return Holder(role, text[row[bare.last].start :].strip(" ,"), sure=True)
        return None
    start = _name_start(text, row)
    if not start:
        return None
    role = text[: row[start].start].strip(" ,–—-:")
    return Holder(role, text[row[start].start :].strip(" ,"), sure=_certain(row, start))


def _certain(row: tuple[Word, ...], start: int) -> bool:
    bare = labels.phrases("titles_of_office").at(row, 0)
    return (
        bool(bare and bare.last == start)
        or honorific_end(row, start) > start
        or len(row) - start <= 4
    )


def _split_at_comma(text: str) -> Holder | None:
    if text.count(",") != 1:
        return None
    left, right = (part.strip() for part in text.split(","))
    if not left or not right:
        return None
    kinds = kind_of(left), kind_of(right)
    if kinds[0] in {Kind.PERSON, Kind.NAME} and kinds[1] is Kind.ROLE:
        return Holder(right, left, sure=True)
    if kinds[0] is Kind.ROLE and kinds[1] in {Kind.PERSON, Kind.NAME} and len(words(right)) >= 2:
        return Holder(left, right, sure=kinds[1] is Kind.PERSON)
    return None


def _name_start(text: str, row: tuple[Word, ...]) -> int:
    """Return the word where an office ends and its holder's name begins, or 0."""
    roles = labels.phrases("roles", "titles_of_office")
    portfolio, connectives = labels.phrases("portfolios"), _connectives()
    first = 1 if row and row[0].folded in labels.single_words("articles") else 0
    match = roles.at(row, first) or portfolio.at(row, first)
    if not match:
        return 0
    at = match.last
    seen_role = bool(roles.at(row, first))
    while at < len(row):
        more = _longest(roles.at(row, at), portfolio.at(row, at))
        if more:
            seen_role = seen_role or bool(roles.at(row, at))
            at = more.last
            continue
        if row[at].folded in connectives:
            at += 1
            while at < len(row) and (
                row[at].folded in connectives or row[at].folded in labels.single_words("articles")
            ):
                at += 1
            more = _longest(roles.at(row, at), portfolio.at(row, at)) if at < len(row) else None
            at = more.last if more else at + 1
            continue
        break
    if at >= len(row) or not seen_role:
        return 0
    name = honorific_end(row, at)
    alone = len(row) - name == 1 and not (
        name > at or labels.phrases("titles_of_office").at(row, 0)
    )
    if alone or name >= len(row) or not looks_like_name(text, row, name):
        return 0
    if any(word.folded in connectives and not _is_particle(word.folded) for word in row[name:]):
        return 0
    return at


def _is_particle(word: str) -> bool:
    return word in labels.single_words("particles")


def _longest(*matches: Match | None) -> Match | None:
    found = [match for match in matches if match]
    return max(found, key=lambda match: match.last) if found else None


def shares_word(one: str, other: str) -> bool:
    """Whether two lines share a word of five letters or more: an office printed in two languages does."""
    return bool(
        {word for word in folded(one) if len(word) > 4}
        & {word for word in folded(other) if len(word) > 4}
    )


def flat_parts(text: str) -> tuple[str, str, str, bool] | None:
    """Divide a block printed in one line into role, name and address; whether that is sure.

    None where neither an office nor a titled person begins it.
    """
    row = words(text)
    stop = _address_start(text, row)
    head = text[: row[stop].start] if stop < len(row) else text
    address = text[row[stop].start :] if stop < len(row) else ""
    head = head.strip(" ,–—-")
    kind = kind_of(head) if head else None
    if kind is Kind.PERSON:
        holder = split_holder(head)
        return (holder.role, holder.name, address, True) if holder else ("", head, address, True)
    holder = split_holder(head) if head else None
    if holder:
        return holder.role, holder.name, address, False
    if kind is Kind.ROLE:
        return head, "", address, False
    if kind is Kind.NAME and address:
        return "", head, address, False
    return None


def _address_start(text: str, row: tuple[Word, ...]) -> int:
    """Return the first word of the postal part: an institution or a figure after the name."""
    bodies, roles = labels.phrases("institutions"), labels.phrases("roles", "titles_of_office")
    connectives = _connectives()
    dashed = re.search(r"\s[–—-]\s", text[:60])
    for number, word in enumerate(row):
        if number and word.folded[0].isdigit():
            return number
        if labels.phrases("care_of").at(row, number):
            return number
        before = row[number - 1].folded if number else ""
        if (
            not number
            or before in connectives
            or before in labels.single_words("articles")
            or dashed
        ):
            continue
        body = bodies.at(row, number) or _adjective_body(row, number)
        if body and not roles.at(row, number) and not roles.at(row, body.last):
            return number
    return len(row)


def _adjective_body(row: tuple[Word, ...], number: int) -> Match | None:
    if labels.phrases("portfolios").at(row, number) and number + 1 < len(row):
        return labels.phrases("institutions").at(row, number + 1)
    return None


def line(text: str) -> Row:
    """Return a row of a text that has no line of its own."""
    return make(text, 1)
