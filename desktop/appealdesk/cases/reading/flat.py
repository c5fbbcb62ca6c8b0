"""Blocks that lost their line breaks -> the lines they were printed in."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from appealdesk.cases import countries, labels
from appealdesk.cases.reading.holders import flat_parts, split_holder
from appealdesk.cases.reading.offices import Kind, kind_of, shares_word
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import words

_LONG = 70  # characters: a longer line may hold a whole block
_NAMING = {Kind.PERSON, Kind.NAME, Kind.ROLE, Kind.BODY}
_WITH_STREET = re.compile(
    r"\d[\w./-]{0,6}|[A-Z]{1,2}(?:[ -]?\d[\w-]{0,6})?|s/n"
    r"|(?:Jr|Sr|Ph\.?D|M\.?D|QC|KC|SC|SAN|MP|Esq)\.?"
)


class Lines(NamedTuple):
    """The lines of a head, whether it is sure where they begin and end, and which fields may differ."""

    rows: list[Row]
    sure: bool
    loose: tuple[str, ...] = ()


def opened(head: list[Row]) -> Lines:
    """Divide the first line of a head where it holds a whole block: at its commas, else by its words."""
    row = head[0]
    if len(head) > 1 and kind_of(row.text) is Kind.ROLE and _is_whole(head[1].text):
        below = [_piece(head[1], piece) for piece in comma_pieces(head[1].text)]
        return Lines([row, *below, *head[2:]], sure=True)
    named = len(head) > 1 and kind_of(row.text) in {Kind.PERSON, Kind.NAME}
    second = _with_street(head[1].text) if named else []
    if second:
        return Lines([row, *(_piece(head[1], piece) for piece in second), *head[2:]], sure=True)
    pieces = _with_street(row.text)
    if pieces:
        return Lines([*(_piece(row, piece) for piece in pieces), *head[1:]], sure=True)
    whole = row.text.count(",") > 2 and bool(countries.country_at_end(row.text.rstrip(" .")))
    if not whole and (len(head) > 2 or (len(head) == 2 and len(row.text) <= _LONG)):
        return Lines(head, sure=True)
    text = row.text.rstrip(" .") if row.text.count(".") == 1 else row.text
    pieces = comma_pieces(text)
    if len(head) == 1 and _names_last(pieces):
        rows = [_piece(row, ", ".join(pieces[:-1])), _piece(row, pieces[-1])]
        return Lines(rows, sure=False)
    pieces = _at_commas(text, alone=whole or len(head) == 1)
    if pieces:
        return Lines(
            [*(_piece(row, piece) for piece in pieces), *head[1:]], sure=True, loose=_loose(pieces)
        )
    if len(text) > _LONG or _holds_all(text):
        parts = flat_parts(text)
        if parts:
            rows = [_piece(row, part) for part in (parts.role, parts.name, parts.address) if part]
            return Lines([*rows, *head[1:]], sure=False)
    return Lines(head, sure=True)


def _with_street(text: str) -> list[str]:
    """Divide a line in which an office or institution is followed by its street, else []."""
    pieces = comma_pieces(text)
    kind = kind_of(pieces[0])
    if len(pieces) < 2 or kind not in {Kind.ROLE, Kind.BODY}:
        return []
    streets, seats = labels.phrases("streets"), labels.phrases("seats")
    seated = seats.first_in(words(pieces[1]), 0, 2) and kind_of(pieces[1]) is Kind.BODY
    if kind is Kind.ROLE and len(pieces) == 2 and seated:
        return pieces  # "Attorney General, Office of the Attorney General"
    if kind is Kind.BODY and len(pieces) > 2:
        return pieces if any(streets.first_in(words(piece)) for piece in pieces[1:]) else []
    placed = any(map(str.isdigit, pieces[1])) and not any(map(str.isdigit, pieces[0]))
    return pieces if placed and streets.first_in(words(pieces[1])) else []


def _names_last(pieces: list[str]) -> bool:
    """Whether offices and institutions come before a name: "Minister of Safety, Head of the Agency, Ali Roe"."""
    kinds = [kind_of(piece) for piece in pieces]
    return (
        len(pieces) > 2
        and kinds[0] is Kind.ROLE
        and all(kind in {Kind.ROLE, Kind.BODY} for kind in kinds[1:-1])
        and kinds[-1] in {Kind.NAME, Kind.PERSON}
        and len(pieces[-1].split()) > 1
    )


def _loose(pieces: list[str]) -> tuple[str, ...]:
    """Return the fields that may begin elsewhere: "Ali Roe, Chairman, National Commission, ..."."""
    for one, other in pairwise(pieces[:3]):
        if kind_of(one) is not Kind.ROLE or kind_of(other) is not Kind.BODY:
            continue
        seat = labels.phrases("seats").first_in(words(other), 0, 2)
        if not seat and not shares_word(one, other):
            return "role", "address"
    return ()


def _is_whole(text: str) -> bool:
    """Whether a line below an office is the rest of the block: a name, and what is postal, with commas."""
    first = text.partition(",")[0]
    named = kind_of(first) in {Kind.PERSON, Kind.NAME} and len(first.split()) > 1
    return named and text.count(",") >= 2


def _piece(row: Row, text: str) -> Row:
    return make(text, row.line, row.last, row.page)


def _at_commas(text: str, *, alone: bool) -> list[str]:
    """Return the pieces between the commas of a line that begins with an office or a name, or []."""
    if text.count(",") < (1 if alone else 2):
        return []
    pieces = comma_pieces(text)
    kinds = [kind_of(piece) for piece in pieces]
    if len(pieces) < 2 or kinds[0] not in _NAMING:
        return []
    if _holds_all(pieces[0]) and (len(pieces) < 4 or any(map(str.isdigit, pieces[0]))):
        return []
    holder = split_holder(", ".join(pieces[:2]))
    if holder and kinds[0] is Kind.ROLE and alone:
        return [holder.role, holder.name, *pieces[2:]]
    if kinds[0] is Kind.ROLE and _whole_office(kinds) and not split_holder(pieces[0]):
        return [text]
    return pieces


def _holds_all(text: str) -> bool:
    """Whether one piece seems to hold a name, an institution and a street at once."""
    row = words(text)
    body, role = (labels.phrases(kind).at(row, 0) for kind in ("institutions", "roles"))
    if len(text) < 40 or (body and not (role and role.last > body.last)):
        return False
    parts = flat_parts(text)
    return bool(parts and parts.address and (parts.role or parts.name))


def _whole_office(kinds: list[Kind]) -> bool:
    """Whether the pieces after an office are part of it: "The Chairman, National Commission on X"."""
    return all(kind in {Kind.ROLE, Kind.BODY} for kind in kinds) or (
        len(kinds) == 2 and kinds[1] in {Kind.BODY, Kind.COUNTRY}
    )


def comma_pieces(text: str) -> list[str]:
    """Divide at commas; house numbers stay with their streets, postcodes and states with their towns."""
    pieces: list[str] = []
    for piece in (part.strip() for part in re.split("[,،]", text)):
        boxed = labels.phrases("streets").at(words(piece), 0)  # "BP 12" is no number of a house
        if pieces and ((_WITH_STREET.fullmatch(piece) and not boxed) or not piece):
            pieces[-1] = f"{pieces[-1]}, {piece}".rstrip(" ,")
        else:
            pieces.append(piece)
    return pieces
