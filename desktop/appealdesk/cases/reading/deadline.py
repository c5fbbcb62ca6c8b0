"""The last day to act, and what is doubtful about it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.model import Doubt, Doubtful
from appealdesk.cases.reading.dates import Dated, Day, dates_in, oddities
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.reading.sentences import around, sentence
from appealdesk.cases.words import Match

_NEAR = 70  # characters between the words of a deadline and its date
_CLOSE = 16  # characters between a word such as "until" and its date
_WITHIN = 14  # words between a word of writing and one such as "until"


class _Found(NamedTuple):
    dated: Dated
    row: Row
    sure: bool


def deadline(rows: list[Row], issue: dt.date | None, *, expected: bool) -> Day:
    """Return the last day to act. expected: documents of this form give one.

    rows: those outside letters to copy, which ask others to act before some day.
    """
    found: list[_Found] = []
    referred: Row | None = None
    immediate: Row | None = None
    for number, row in enumerate(rows):
        hit = _in_row(rows, number, issue)
        if hit:
            found.append(hit)
        elif labels.phrases("above_date").first_in(row.words) and labels.phrases(
            "check_words", "acting"
        ).first_in(around(rows, number)[0].words):
            referred = referred or row
        if labels.phrases("no_date").first_in(row.words) and labels.phrases("acting").first_in(
            row.words
        ):
            immediate = immediate or row
    if found:
        return _chosen(found, issue)
    if referred:
        return Day(None, referred.source, (_doubt(Doubtful.REFERRED_TO, referred),))
    if immediate or not expected:
        return Day(None, immediate.source if immediate else None)
    return Day(None, None, (Doubt(field="deadline", problem=Doubtful.MISSING),))


def _chosen(found: list[_Found], issue: dt.date | None) -> Day:
    sure = [one for one in found if one.sure]
    dated, row, certain = (sure or found)[0]
    problems = oddities(dated)
    if not certain or not dated.has_year:
        problems.append(Doubtful.GUESSED)
    if len({one.dated.day for one in sure or found}) > 1:
        problems.append(Doubtful.CONTRADICTION)
    if issue and dated.day < issue:
        problems.append(Doubtful.BEFORE_ISSUE)
    return Day(dated.day, row.source, tuple(_doubt(problem, row) for problem in problems))


def _doubt(problem: Doubtful, row: Row) -> Doubt:
    return Doubt(field="deadline", problem=problem, source=row.source, quote=row.text[:160])


def _in_row(rows: list[Row], number: int, issue: dt.date | None) -> _Found | None:
    """Return the date that words of a deadline in one row lead to."""
    row = rows[number]
    named = labels.phrases("deadline").first_in(row.words)
    near = named or labels.phrases("until", "beyond", "deadline_behind").first_in(row.words)
    if not near:
        return None
    whole, start = around(rows, number)
    days = dates_in(whole.text, issue.year if issue else 0)
    if not days:
        return None
    stop = start + len(row.text)
    for kind in ("deadline", "until", "beyond", "deadline_behind"):
        for match in labels.phrases(kind).all_in(whole.words):
            if not start <= whole.words[match.first].start < stop:
                continue
            hit = _dated(whole, match, kind, days, issue)
            if hit:
                sure = kind != "until" or _acts(whole, match)
                return _Found(_later(hit, issue), row, sure)
    return None


def _dated(
    whole: Row, match: Match, kind: str, days: list[Dated], issue: dt.date | None
) -> Dated | None:
    """Return the date that one phrase leads to, in the same sentence."""
    begin, end = whole.words[match.first].start, whole.words[match.last - 1].end
    if kind == "deadline_behind":
        return next((day for day in reversed(days) if 0 <= begin - day.end <= _NEAR), None)
    most = _NEAR if kind == "deadline" else _CLOSE
    for dated in days:
        if not (0 <= dated.start - end <= most or begin <= dated.start < end):
            continue
        first, last = sentence(whole.text, begin, dated.end)
        if sentence(whole.text, begin, end)[1] < dated.start:
            continue
        labelled = match.first == 0 or whole.text[:begin].rstrip()[-1:] in {"", ":", "|"}
        if kind != "deadline" or (len(match.phrase.split()) == 1 and not labelled):
            inside = [word for word in whole.words if first <= word.start < last]
            needed = ("check_words",) if kind == "beyond" else ("acting",)
            if not labels.phrases(*needed).first_in(tuple(inside)):
                continue
            if issue and dated.has_year and dated.day < issue:
                continue
        return dated
    return None


def _acts(whole: Row, match: Match) -> bool:
    """Whether words of writing stand close before a word such as "until"."""
    return bool(
        labels.phrases("acting").first_in(
            whole.words, max(0, match.first - _WITHIN), match.first + 1
        )
    )


def _later(dated: Dated, issue: dt.date | None) -> Dated:
    """A day printed without its year comes after the issue."""
    if dated.has_year or not issue or dated.day >= issue:
        return dated
    try:
        return dated._replace(day=dated.day.replace(year=issue.year + 1))
    except ValueError:
        return dated
