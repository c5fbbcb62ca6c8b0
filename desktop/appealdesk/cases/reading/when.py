"""The day of issue and the last day to act."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.model import Doubt, Doubtful, Source
from appealdesk.cases.reading.dates import Dated, dates_in
from appealdesk.cases.reading.rows import Row, joined

_NEAR = 70  # characters between the words of a deadline and its date
_HEAD_ROWS = 40
_MAIL_HEADER = re.compile(
    r"^(?:From|To|Cc|Subject|Date|Sent|Von|An|Betreff|Datum|Gesendet|De|Para|Asunto|Fecha|Objet|Envoyé)\s?:"
)


class Day(NamedTuple):
    """A day read, or None; where; and what is doubtful about it."""

    day: dt.date | None
    source: Source | None
    doubts: tuple[Doubt, ...] = ()


def issued(rows: list[Row], letter_at: int = -1) -> Day:
    """Return the document's own date. letter_at: the line of a letter's greeting, or -1."""
    ranked: list[tuple[int, int, Dated, Row]] = []
    for place, row in enumerate(rows):
        if place > _HEAD_ROWS and not labels.phrases("issued").first_in(row.words):
            continue
        acts = labels.phrases("deadline").first_in(row.words)
        for dated in (
            () if acts and len(row.words) < 20 and not row.text.isdigit() else dates_in(row.text)
        ):
            score = _issue_score(row, dated, place)
            if score and -1 < letter_at < row.line:
                score -= 2
            if score > 0:
                ranked.append((score, -place, dated, row))
    if not ranked:
        return Day(None, None)
    ranked.sort(key=lambda entry: (-entry[0], -entry[1]))
    score, _, dated, row = ranked[0]
    doubts = [
        Doubt(field="issued", problem=problem, source=row.source, quote=row.text[:120])
        for problem in _oddities(dated)
    ]
    rivals = {other.day for points, _, other, _ in ranked if points == score and points >= 6}
    if len(rivals) > 1:
        doubts.append(
            Doubt(
                field="issued",
                problem=Doubtful.CONTRADICTION,
                source=row.source,
                quote=row.text[:120],
            )
        )
    return Day(dated.day, row.source, tuple(doubts))


def _oddities(dated: Dated) -> list[Doubtful]:
    found = []
    if dated.misspelt:
        found.append(Doubtful.SPELLING)
    if dated.order_unsure:
        found.append(Doubtful.UNUSUAL)
    return found


def _issue_score(row: Row, dated: Dated, place: int) -> int:
    before = row.text[: dated.start]
    labelled = [
        match
        for match in labels.phrases("issued").all_in(row.words)
        if row.words[match.last - 1].end <= dated.start
    ]
    if labelled:
        between = row.text[row.words[labelled[-1].last - 1].end : dated.start]
        if (
            len(between) <= 18
            and "(" not in between
            and (re.match(r"\s*(?:\(\w+\))?\s*[:：]|\s{0,3}$|\s*\w{2,4},?\s*$", between))
        ):
            return (
                4
                if (_MAIL_HEADER.match(row.text) and "," in between)
                or "+0" in row.text
                or "-0" in row.text
                else 7
            )
    if place > _HEAD_ROWS:
        return 0
    rest = (before + row.text[dated.end :]).strip(" .,:;|()–—-[]")
    others = re.findall(r"[^\W\d_]+", rest)
    if not others:
        return 6
    weekday = labels.phrases("weekdays")
    if len(others) <= 2 and all(
        weekday.first_in(tuple(word for word in row.words if word.folded == other.casefold()))
        or True
        for other in others
    ):
        # "Friday, 25 December 2009", "Oslo, 16 November 2012", "16 April 2013 - mr"
        return 5
    ends = not row.text[dated.end :].strip(" .|")
    if (
        len(others) <= 5
        and (ends or before.strip() == "")
        and not row.text.rstrip().endswith((".", ":"))
    ):
        return 3
    return 2 if place < 4 and len(others) <= 4 else 0


def deadline(rows: list[Row], issue: dt.date | None) -> Day:
    """Return the last day to act, with what is doubtful about it."""
    found: list[tuple[Dated, Row]] = []
    referred: Row | None = None
    immediate: Row | None = None
    for number, row in enumerate(rows):
        whole = row
        if number + 1 < len(rows) and not rows[number + 1].gap:
            whole = joined([row, rows[number + 1]])
        hit = _deadline_in(whole, len(row.text), issue)
        if hit:
            found.append((hit, row))
        elif labels.phrases("above_date").first_in(row.words):
            referred = referred or row
        if labels.phrases("no_date").first_in(row.words) and labels.phrases("writing").first_in(
            row.words
        ):
            immediate = immediate or row
    if not found:
        if referred:
            return Day(None, referred.source, (_doubt(Doubtful.REFERRED_TO, referred),))
        if immediate:
            return Day(None, immediate.source)
        return Day(None, None, (Doubt(field="deadline", problem=Doubtful.MISSING),))
    dated, row = found[0]
    doubts = [_doubt(problem, row) for problem in _oddities(dated)]
    if not dated.has_year:
        doubts.append(_doubt(Doubtful.GUESSED, row))
    if len({other.day for other, _ in found}) > 1:
        doubts.append(_doubt(Doubtful.CONTRADICTION, row))
    if issue and dated.day < issue:
        doubts.append(_doubt(Doubtful.BEFORE_ISSUE, row))
    return Day(dated.day, row.source, tuple(doubts))


def _doubt(problem: Doubtful, row: Row) -> Doubt:
    return Doubt(field="deadline", problem=problem, source=row.source, quote=row.text[:160])


def _deadline_in(row: Row, first_line: int, issue: dt.date | None) -> Dated | None:
    """Return the date that words of a deadline lead to; the words begin before first_line characters."""
    matches = [
        match
        for match in labels.phrases("deadline").all_in(row.words)
        if row.words[match.first].start < first_line
    ]
    behind = list(labels.phrases("deadline_behind").all_in(row.words))
    if not matches and not behind:
        return None
    days = dates_in(row.text, issue.year if issue else 0)
    for match in matches:
        end = row.words[match.last - 1].end
        for dated in days:
            if (
                0 <= dated.start - end <= _gap_allowed(match.phrase)
                or row.words[match.first].start <= dated.start < end
            ):
                return _later(dated, issue)
    for match in behind:
        start = row.words[match.first].start
        for dated in reversed(days):
            if 0 <= start - dated.end <= _NEAR and dated.start < first_line:
                return _later(dated, issue)
    return None


def _gap_allowed(phrase: str) -> int:
    """A single word such as "until" must stand right before its date; a whole phrase may stand further off."""
    return _NEAR if len(phrase.split()) > 1 or len(phrase) > 9 else 16


def _later(dated: Dated, issue: dt.date | None) -> Dated:
    """A day printed without its year comes after the issue."""
    if dated.has_year or not issue or dated.day >= issue:
        return dated
    try:
        return dated._replace(day=dated.day.replace(year=issue.year + 1))
    except ValueError:
        return dated
