"""An office and its holder in one line, and blocks printed in one line: told apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.reading.offices import (
    Kind,
    connectives,
    honorific_end,
    kind_of,
    looks_like_name,
)
from appealdesk.cases.words import Match, Word, words

_MOST_PIECES = 4  # between the commas of a name and its office
_LONGEST_NAME = 6  # words
_AT_SIGN = re.compile(
    r"(?P<left>[^()–—]{3,80}?)\s*(?:\((?P<inner>[^()]{3,120})\)|\s[–—-]\s(?P<right>[^()]{3,120}))"
)


class Holder(NamedTuple):
    """An office and its holder that stood in one line."""

    role: str
    name: str
    sure: bool


@lru_cache(maxsize=4096)
def split_holder(text: str) -> Holder | None:
    """Divide "Public Prosecutor Hamid Al-Sari", "Jane Roe, Secretary", "Head of the Court, Ali Roe"."""
    text = text.rstrip(" :;,")
    row = words(text)
    divided = _split_at_comma(text) or _split_at_sign(text)
    if divided:
        return divided
    title = honorific_end(row)
    office = labels.phrases("roles").at(row, 0)
    if office and office.last > title:
        title = 0  # "Judge Advocate General" is no judge's name
    if title and title < len(row):
        if row[title].folded in labels.single_words("articles"):
            title += 1  # "His Excellency the President Ali Roe"
        bare = labels.phrases("titles_of_office").at(row, title)
        if bare and bare.last < len(row) and looks_like_name(text, row, bare.last):
            role = text[row[bare.first].start : row[bare.last - 1].end]
            return Holder(role, text[row[bare.last].start :].strip(" ,"), sure=True)
        return _office_behind(text)
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
    """Divide at the comma between a name and an office; the office may have commas of its own."""
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) > 2 and honorific_end(words(pieces[0])) == len(words(pieces[0])):
        pieces[:2] = [f"{pieces[0]}, {pieces[1]}"]  # "His Excellency, Ali Roe"
    if not 2 <= len(pieces) <= _MOST_PIECES or not all(pieces):
        return None
    left, right = pieces[0], ", ".join(pieces[1:])
    kinds = [_of_whole(left), *(kind_of(piece) for piece in pieces[1:])]
    persons = {Kind.PERSON, Kind.NAME}
    office = kinds[1] is Kind.ROLE and all(kind in {Kind.ROLE, Kind.BODY} for kind in kinds[2:])
    if kinds[0] in persons and office:
        return Holder(right, left, sure=True)
    two = len(pieces) == 2 and len(words(right)) >= 2
    if two and kinds[0] is Kind.ROLE and kinds[1] in persons:
        return Holder(left, right, sure=kinds[1] is Kind.PERSON)
    return None


def _of_whole(text: str) -> Kind:
    """Return the kind of a name that may hold a comma, or begin with a rank that is an office too."""
    row = words(text)
    if honorific_end(row) and "," in text:
        return Kind.PERSON
    kind = kind_of(text)
    start = _name_start(text, row) if kind is Kind.ROLE else 0
    return Kind.PERSON if 0 < start <= 2 else kind


def _split_at_sign(text: str) -> Holder | None:
    """Divide "Ali Roe – Minister of Justice" and "Ali Roe (Minister of Justice)"."""
    hit = _AT_SIGN.fullmatch(text)
    if not hit:
        return None
    left, right = hit["left"], hit["inner"] or hit["right"]
    kinds = kind_of(left), kind_of(right)
    persons = {Kind.PERSON, Kind.NAME}
    if kinds[0] in persons and kinds[1] is Kind.ROLE:
        return Holder(right, left, sure=True)
    if kinds[0] is Kind.ROLE and kinds[1] in persons and len(words(right)) >= 2:
        return Holder(left, right, sure=kinds[1] is Kind.PERSON)
    return None


def _name_start(text: str, row: tuple[Word, ...]) -> int:
    """Return the word where an office ends and its holder's name begins, or 0."""
    roles = labels.phrases("roles", "titles_of_office")
    portfolio, joining = labels.phrases("portfolios"), connectives()
    first = 1 if row and row[0].folded in labels.single_words("articles") else 0
    match = roles.at(row, first) or portfolio.at(row, first)
    if not match:
        return 0
    at = match.last
    seen_role = bool(roles.at(row, first))
    turn = _case_turn(text, row)
    if turn > at and looks_like_name(text, row, turn):
        return turn
    while at < len(row):
        if _titled_name(text, row, at):
            break
        more = _longest(roles.at(row, at), portfolio.at(row, at))
        if more:
            seen_role = seen_role or bool(roles.at(row, at))
            at = more.last
            continue
        if row[at].folded in joining:
            at += 1
            while at < len(row) and (
                row[at].folded in joining or row[at].folded in labels.single_words("articles")
            ):
                at += 1
            more = _longest(roles.at(row, at), portfolio.at(row, at)) if at < len(row) else None
            at = more.last if more else at + 1
            continue
        break
    if at >= len(row) or not seen_role:
        return 0
    if not looks_like_name(text, row, honorific_end(row, at)):
        later = (one for one in range(at + 1, len(row)) if _titled_name(text, row, one))
        at = next(later, at)
    name = honorific_end(row, at)
    bare = labels.phrases("titles_of_office").at(row, first)
    # A lone word of another alphabet is the country ("Президент Замбии"), which declines.
    alone = len(row) - name == 1 and name == at
    alone = alone and not (bare and bare.last == at and text[row[at].start].isascii())
    if alone or name >= len(row) or not looks_like_name(text, row, name):
        return 0
    if any(word.folded in joining and not _is_particle(word.folded) for word in row[name:]):
        return 0
    return at


def _titled_name(text: str, row: tuple[Word, ...], at: int) -> bool:
    """Whether a title and a name begin at a word ("... General Ali Roe")."""
    if row[at].folded in connectives() or row[at - 1].folded in connectives():
        return False
    titled = honorific_end(row, at)
    return at < titled < len(row) and looks_like_name(text, row, titled)


def _case_turn(text: str, row: tuple[Word, ...]) -> int:
    """Return the word where capitals end or begin ("MINISTER OF JUSTICE Ali Roe"), 0 where nowhere."""
    upper = [text[word.start : word.end].isupper() for word in row]
    if all(upper) or not any(upper):
        return 0
    turn = next((number for number, one in enumerate(upper) if one != upper[0]), 0)
    last = len(row) - turn
    same = all(one != upper[0] for one in upper[turn:])
    return turn if turn > 1 and same and 2 <= last <= _LONGEST_NAME else 0


def _is_particle(word: str) -> bool:
    return word in labels.single_words("particles")


def _longest(*matches: Match | None) -> Match | None:
    found = [match for match in matches if match]
    return max(found, key=lambda match: match.last) if found else None


class Parts(NamedTuple):
    """What a block printed in one line says."""

    role: str
    name: str
    address: str


def flat_parts(text: str) -> Parts | None:
    """Divide a block printed in one line into role, name and address.

    None where neither an office nor a titled person begins it.
    """
    row = words(text)
    stop = _address_start(text, row)
    head = text[: row[stop].start] if stop < len(row) else text
    address = text[row[stop].start :] if stop < len(row) else ""
    head = head.strip(" ,–—-")
    kind = kind_of(head) if head else None
    if kind is Kind.PERSON:
        holder = split_holder(head) or _office_behind(head)
        return Parts(holder.role, holder.name, address) if holder else Parts("", head, address)
    holder = (_office_behind(head) or split_holder(head)) if head else None
    if holder:
        return Parts(holder.role, holder.name, address)
    if kind is Kind.ROLE:
        return Parts(head, "", address)
    if kind is Kind.NAME and address and len(words(head)) > 1:
        return Parts("", head, address)
    return None


def _office_behind(head: str) -> Holder | None:
    """Divide "General Ali Roe Prime Minister", a titled name with its office behind it."""
    row = words(head)
    title = honorific_end(row)
    for match in labels.phrases("roles").all_in(row, title + 2 if title else len(row)):
        name, role = head[: row[match.first].start], head[row[match.first].start :]
        if kind_of(role) is Kind.ROLE and looks_like_name(name, words(name), title):
            return Holder(role.strip(" ,"), name.strip(" ,"), sure=False)
    return None


def _address_start(text: str, row: tuple[Word, ...]) -> int:
    """Return the first word of the postal part: an institution or a figure after the name."""
    bodies, roles = labels.phrases("institutions"), labels.phrases("roles", "titles_of_office")
    joining = connectives()
    dashed = re.search(r"\s[–—-]\s", text[:60])
    number = 0
    while number < len(row):
        if number and row[number].folded[0].isdigit():
            joined = text[row[number].start - 1] in "-/"  # "H-55 Mall Road"
            return number - 1 if joined and number > 1 else number
        if labels.phrases("care_of").at(row, number):
            return number
        before = row[number - 1].folded if number else ""
        body = bodies.at(row, number) or _adjective_body(row, number)
        role = roles.at(row, number)
        loose = not number or before in joining or before in labels.single_words("articles")
        wider = body and (not role or role.last < body.last) and not roles.at(row, body.last)
        if wider and not loose and not dashed:
            return number
        number = role.last if role else number + 1
    return len(row)


def _adjective_body(row: tuple[Word, ...], number: int) -> Match | None:
    if labels.phrases("portfolios").at(row, number) and number + 1 < len(row):
        return labels.phrases("institutions").at(row, number + 1)
    return None
