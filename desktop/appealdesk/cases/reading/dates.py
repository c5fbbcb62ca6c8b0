"""Dates as urgent actions print them, in all languages that there are labels for."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.model import Doubt, Doubtful, Source
from appealdesk.cases.words import fold

_NAME = (
    r"[^\W\d_]{3,12}\.?(?:\s?/\s?[^\W\d_]{3,12}(?: [^\W\d_]{3,7})?| (?:الأول|الثاني|الاول|الثانی))?"
)
_DAY_FIRST = re.compile(
    rf"(?<![\d/.:])(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th|er|re|º|°|ª|\.|-)?\s?(?:de |of |d’|d'|di )?\s?"
    rf"(?P<month>{_NAME})\s?,?\s?(?:de |del |do |of )?(?P<year>\d{{4}}|[’']?\d{{2}}(?![\d:.]))?(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?<!\w)(?P<month>[^\W\d_]{3,12}\.?)\s?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:\s?,?\s?(?P<year>\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?<![\d/])(?P<year>\d{4})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})(?![\d/])"
)
_FIGURES = re.compile(
    r"(?<![\d./])(?<![A-Z]{3} )(?<![A-Z]{3})"  # "MDE 24/05/88" is an index
    r"(?P<day>\d{1,2})\s?(?P<sign>[./-])\s?(?P<month>\d{1,2})(?P=sign)\s?(?P<year>\d{4}|\d{2})(?![\d/-])"
)
_EARLIEST, _LATEST = 1961, 2100  # the year Amnesty International began; no action is dated later


class Dated(NamedTuple):
    """A date found in a text, where it stands, and what is odd about it."""

    day: dt.date
    start: int
    end: int
    has_year: bool
    misspelt: bool = False
    order_unsure: bool = False


class Day(NamedTuple):
    """A day read, or None; where; and what is doubtful about it."""

    day: dt.date | None
    source: Source | None
    doubts: tuple[Doubt, ...] = ()


def oddities(dated: Dated) -> list[Doubtful]:
    """Return what is odd about how a date is printed."""
    found = []
    if dated.misspelt:
        found.append(Doubtful.SPELLING)
    if dated.order_unsure:
        found.append(Doubtful.UNUSUAL)
    return found


def dates_in(text: str, year: int = 0) -> list[Dated]:
    """Return the dates of a text in order. year: the year of dates that print none (0: leave them out)."""
    if not any(character.isdigit() for character in text):
        return []
    found: list[Dated] = []
    for pattern in (_ISO, _FIGURES, _DAY_FIRST, _MONTH_FIRST):
        for hit in pattern.finditer(text):
            if any(hit.start() < other.end and other.start < hit.end() for other in found):
                continue
            dated = _dated(hit, year)
            if dated:
                found.append(dated)
    return sorted(found, key=lambda dated: dated.start)


def _dated(hit: re.Match[str], year: int) -> Dated | None:
    printed = hit["year"]
    has_year = bool(printed)
    if has_year:
        year = _full_year(int(printed.lstrip("’'")))
    sign = hit.groupdict().get("sign") or ""
    if sign == "-" and len(printed) < 4:
        return None  # part of a number
    name, day, misspelt, unsure = hit["month"], int(hit["day"]), False, False
    if name.isdigit():
        month = int(name)
        unsure = sign == "/" and month <= 12 and day <= 12 and day != month
        if month > 12 >= day and sign == "/":
            month, day = day, month
    else:
        month, misspelt = _month(name)
    if not month or not _EARLIEST <= year <= _LATEST:
        return None
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return None
    return Dated(value, hit.start(), hit.end(), has_year, misspelt, unsure)


def _full_year(year: int) -> int:
    if year > 99:
        return year
    return year + (1900 if year > 60 else 2000)


@cache
def _month(name: str) -> tuple[int, bool]:
    """Return the month of a printed name (0 if it is none), and whether it seems misspelt."""
    known = labels.values("months")
    for part in name.replace("/", " / ").split("/"):
        key = fold(part.strip().strip("."))
        if key in known:
            return int(known[key]), False
    key = fold(name.strip("."))
    if len(key) >= 5:
        near = [
            other
            for other in known
            if abs(len(other) - len(key)) <= 2 and len(other) >= 5 and _near(other, key)
        ]
        if len({known[other] for other in near}) == 1:
            return int(known[near[0]]), True
    return 0, False


def _near(one: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    most = 1 if min(len(one), len(other)) < 7 else 2
    return one[0] == other[0] and DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most
