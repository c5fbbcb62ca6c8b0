"""One document, several cases: worldwide appeals, sheets of letter marathons, two actions on a page.

A document is divided only where each part is a case by itself: it tells something and says whom to
write to. What is not sure stays one case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Case, Doubt, Doubtful
from appealdesk.cases.reading import contacts, inline, references
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.reading.sections import Kind, sections

_HEADING = 14  # words of the longest heading of a case
_STORY = 20  # words of the shortest paragraph that tells of a case
_SHARED = ("index", "issued", "deadline", "languages", "own_language", "embassy_note")
_COMMAS = 2  # in an address, at least
_REQUEST = 120  # words of the longest request to write
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?:\s|$)")
_PARTS = re.compile(r"[:–—|,()/]|\s-\s")


def divided(rows: list[Row]) -> list[list[Row]]:
    """Return the rows before the first case, and the rows of each; only one list where there is one case."""
    for starts in (_headed(rows, _country), _headed(rows, _number), _numbered(rows), _inline(rows)):
        cuts = _kept(rows, starts)
        if len(cuts) > 1:
            places = [0, *cuts, len(rows)]
            return [rows[start:end] for start, end in pairwise(places)]
    return [rows]


def with_shared(case: Case, head: Case, heading: Row) -> Case:
    """Return a case with what the document says once for all its cases, and the heading for a title."""
    said = {
        name: getattr(head, name)
        for name in _SHARED
        if getattr(head, name) and not getattr(case, name)
    }
    sources = {name: head.sources[name] for name in said if name in head.sources}
    doubts = [
        doubt
        for doubt in case.doubts
        if doubt.field not in said or doubt.problem is not Doubtful.MISSING
    ]
    doubts += [doubt for doubt in head.doubts if doubt.field in said]
    # Where one case ends is a guess: an address may have gone to its neighbour.
    doubts.append(
        Doubt(
            field="recipients",
            problem=Doubtful.UNCLEAR_END,
            source=heading.source,
            quote=heading.text[:160],
        )
    )
    named = 3 <= len(heading.words) <= _HEADING and not references.has_number(heading)
    if named or not case.title:
        case = replace(case, title=heading.text, sources={**case.sources, "title": heading.source})
    return replace(
        case, **said, sources={**case.sources, **sources}, doubts=tuple(dict.fromkeys(doubts))
    )


def _kept(rows: list[Row], starts: list[int]) -> list[int]:
    """Return the starts whose rows, up to the next start kept, are a case by themselves."""
    kept: list[int] = []
    end = len(rows)
    for start in reversed(starts):
        if _is_case(rows[start:end]):
            kept.insert(0, start)
            end = start
    return kept


def _is_case(rows: list[Row]) -> bool:
    """Whether some rows tell of a case, and then say whom to write to."""
    asked = [section.heading for section in sections(rows) if section.kind is Kind.TARGETS]
    lines = [row.line for row in asked if row] or [row.line for row in rows if _asks_inline(row)]
    return bool(lines) and _tells([row for row in rows if row.line <= lines[0]])


def _tells(rows: list[Row]) -> bool:
    """Whether there is a paragraph of running text among some rows."""
    count = 0
    for row in rows:
        count = len(row.words) if row.gap or row.bullet else count + len(row.words)
        if count >= _STORY and not contacts.is_contact(row):
            return True
    return False


def _headed(rows: list[Row], key_of: Callable[[Row], str]) -> list[int]:
    """Return the headings that name a country, or a number, each a different one."""
    starts: list[int] = []
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if len(row.words) > _HEADING or not (row.gap or place == 0 or row.bullet):
            continue
        key = key_of(row)
        if key and key not in seen and _tells(rows[place + 1 : place + 7]):
            seen.add(key)
            starts.append(place)
    return starts


def _country(row: Row) -> str:
    """Return the country that a heading names, "" where it names none."""
    if contacts.is_contact(row) or row.text.rstrip().endswith((".", ";")):
        return ""
    for part in _PARTS.split(row.text):
        code = countries.country_code(part.strip(" .*0123456789"))
        if code:
            return code
    return ""


def _number(row: Row) -> str:
    """Return the case number that a heading begins with, "" where there is none."""
    return references.number_at_start(row.text)


def _numbered(rows: list[Row]) -> list[int]:
    """Return the headings that count the cases: "Case 1", "Case 2"."""
    starts: list[int] = []
    names = labels.phrases("case_headings")
    for place, row in enumerate(rows):
        match = names.at(row.words, 0)
        if not match or match.last >= len(row.words) or len(row.words) > _HEADING:
            continue
        if row.words[match.last].folded == str(len(starts) + 1):
            starts.append(place)
    return starts


def _inline(rows: list[Row]) -> list[int]:
    """Return where a case begins behind a sentence that gives the address of another country's authority."""
    starts: list[int] = []
    seen: list[str] = []
    begin = 0
    for place, row in enumerate(rows):
        code = _asks_inline(row)
        if not code:
            continue
        if code not in seen:
            starts.append(begin)
            seen.append(code)
        begin = place + 1
    return starts if len(seen) > 1 else []


def _asks_inline(row: Row) -> str:
    """Return the country of an address in a sentence that asks to write to it, "" where there is none."""
    begin = inline.asked_behind(row) if len(row.words) <= _REQUEST else 0
    if not begin or row.text.count(",", begin) < _COMMAS:
        return ""
    # Full stops end the sentence, or stand in "The Hon. Ali Roe".
    ends = [hit.start() for hit in _FULL_STOP.finditer(row.text, begin)] + [len(row.text)]
    codes = (countries.country_at_end(row.text[begin:end].rstrip(" .")) for end in ends)
    return next(filter(None, codes), "")
