"""Whether the parts of an address look as such parts do; where not, a doubt on the field."""

from __future__ import annotations

import re

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Doubtful, Part
from appealdesk.cases.reading.found import Found
from appealdesk.cases.reading.holders import split_holder
from appealdesk.cases.reading.offices import Kind, kind_of, small_words
from appealdesk.cases.words import words

_LONGEST_LINE = 12  # words
_LONGEST_NAME = 6  # words without titles: more are several people, or more than a name
_LONGEST_ROLE = 12  # words
# "Permanent Representative to the", "Department PA99 258 Nguyen Street"
_UNFINISHED = re.compile(
    r"\b(?:of|the|to|and|for|de|du|des|la|der|für|und|y|e)$|\b\d{2,4} [^\W\d_]{3}"
)
_SENTENCE_END = re.compile(r"[^\W\d_]{5}[.!?]$|[:|>]$")


def check(found: Found, part: Part) -> None:
    """Note what is unusual about name, office and address of a recipient that was put together."""
    for line in found.address:
        row = words(line)
        if _SENTENCE_END.search(line) or len(row) > _LONGEST_LINE or small_words(row, line) > 1:
            found.doubt("address", Doubtful.UNCLEAR_END, quote=line)
        elif _names_another(line, found):
            found.doubt("address", Doubtful.UNCLEAR_END, quote=line)
            found.doubt("name", Doubtful.GUESSED, quote=line)
    _check_end(found)
    if found.name and len(words(found.name)) > _LONGEST_NAME + 3:
        found.doubt("name", Doubtful.UNCLEAR_END, quote=found.name)
    if "," in found.role and any(map(str.isdigit, found.role)):
        found.doubt("role", Doubtful.UNCLEAR_END, quote=found.role)
        found.doubt("address", Doubtful.UNCLEAR_END, quote=found.role)
    if _UNFINISHED.search(found.role):
        found.doubt("role", Doubtful.UNCLEAR_END, quote=found.role)
        found.doubt("address", Doubtful.UNCLEAR_END, quote=found.role)
    if len(words(found.role)) > _LONGEST_ROLE:
        found.doubt("role", Doubtful.UNCLEAR_END, quote=found.role)
    if found.role and not found.name and found.address:
        first = found.address[0]
        if kind_of(first) is Kind.NAME and len(words(first)) > 1:
            found.doubt("name", Doubtful.GUESSED, quote=first)
            found.doubt("address", Doubtful.GUESSED, quote=first)
    if found.name and not found.role and part is Part.TARGET:
        bodies = any(kind_of(line) is Kind.BODY for line in found.address)
        if not bodies:
            found.doubt("role", Doubtful.MISSING)


def _check_end(found: Found) -> None:
    """Note an address that goes on behind its country, or that stops before any place it could end with."""
    ended = [
        number
        for number, line in enumerate(found.address)
        if number and kind_of(line) in {Kind.COUNTRY, Kind.PLACE} and countries.country_at_end(line)
        if not labels.phrases("embassies").first_in(words(line))
    ]
    if ended and ended[0] < len(found.address) - 1:
        found.doubt("address", Doubtful.UNCLEAR_END, quote=found.address[-1])
        behind = found.address[ended[0] + 1 :]
        if any(small_words(words(line), line) > 1 for line in behind):
            found.notices.extend(behind)  # "..., Chad, asking that ..."
            del found.address[ended[0] + 1 :]
    if found.address and not ended:
        last = found.address[-1]
        town = countries.is_town(last.rpartition(",")[2])
        if not town and not any(map(str.isdigit, last)) and not countries.country_at_end(last):
            found.doubt("address", Doubtful.UNCLEAR_END, quote=last)


def _names_another(line: str, found: Found) -> bool:
    """Whether a line of the address seems to be a person or an office with its holder."""
    kind = kind_of(line)
    if kind is Kind.PERSON:
        return len(words(line)) > 2
    holder = split_holder(line) if kind is Kind.ROLE else None
    return bool(holder and holder.name and not found.name)
