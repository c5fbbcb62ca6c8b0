"""The day of issue: the document's own date among all that it names."""

from __future__ import annotations

import re
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.model import Doubt, Doubtful
from appealdesk.cases.reading.dates import Dated, Day, dates_in, oddities
from appealdesk.cases.reading.references import has_number, number_end
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.reading.sections import Kind, heading
from appealdesk.cases.reading.sentences import around, in_parentheses
from appealdesk.cases.words import words

_HEAD_ROWS = 40
_TOP_ROWS = 4
_CLOSE = 6  # characters
_BYLINE = 20  # characters
_LONGEST_HEAD = 80  # rows: a page may begin with its menus
_MOST_WORDS = 14
_DIVIDES = re.compile(r"\s*[|·•►▪]\s*|\s[–—-]\s|\t")
_POSTED = re.compile(r"\s+(?:by|von|par|por|da)\b.{1,40}\b(?:on|am|le|el|em|il|at)\s*")
_OF_A_NUMBER = 24  # characters: "UA 12/99 (see above) issued 3 May 1999"
_ADDRESSES = {Kind.TARGETS, Kind.COPIES}
_LABELLED, _OF_A_MESSAGE, _ALONE, _WITH_PLACE, _WITH_WORDS, _AT_THE_TOP = 7, 4, 6, 5, 3, 2
_MAIL_HEADER = re.compile(
    r"^(?:From|To|Cc|Subject|Date|Sent|Von|An|Betreff|Datum|Gesendet|De|Para|Asunto|Fecha|Objet|Envoyé)\s?:"
)
_TO_THE_DATE = re.compile(r"\s*(?:\(\w+\))?\s*[:：|]|[\s.–-]{0,4}$|\s*\w{2,10},?\s*$")


class _Candidate(NamedTuple):
    score: int
    place: int
    dated: Dated
    row: Row


def issued(rows: list[Row], letter_at: int = -1) -> Day:
    """Return the document's own date. letter_at: the line of a letter's greeting, or -1."""
    ranked = sorted(_candidates(rows, letter_at), key=lambda found: (-found.score, found.place))
    if not ranked:
        return Day(None, None)
    best = ranked[0]
    problems = oddities(best.dated)
    if any(
        other.dated.day != best.dated.day and other.score == best.score >= _ALONE
        for other in ranked
    ):
        problems.append(Doubtful.CONTRADICTION)
    if best.score == _ALONE - 3:
        problems.append(Doubtful.GUESSED)
    doubts = tuple(
        Doubt(field="issued", problem=problem, source=best.row.source, quote=best.row.text[:120])
        for problem in problems
    )
    return Day(best.dated.day, best.row.source, doubts)


def _candidates(rows: list[Row], letter_at: int) -> list[_Candidate]:
    found = []
    addressed = False
    for place, row in enumerate(rows):
        label = labels.phrases("issued").first_in(row.words)
        opened = heading(row) if place > _TOP_ROWS else None
        addressed = addressed or (opened is not None and opened[0] in _ADDRESSES)
        below = place > 0 and labels.phrases("issued").at(rows[place - 1].words, 0)
        if place > _LONGEST_HEAD and not label and not below:
            continue
        for dated in dates_in(row.text):
            score = _score(rows, place, dated)
            if not score or (score < _LABELLED and _acts(row, dated)):
                continue
            if _in_passing(rows, place, dated):
                continue
            lettered = -1 < letter_at < row.line
            if addressed and score < _LABELLED:
                # A comment or the next article of a site, unless a place stands with it.
                score = 0 if lettered else score - 3
            elif lettered:
                score -= 2
            if score > 0:
                found.append(_Candidate(score, place, dated, row))
    return found


def _acts(row: Row, dated: Dated) -> bool:
    """Whether a short row is about the last day to act."""
    if len(row.words) >= 20:
        return False
    if labels.phrases("deadline").first_in(row.words):
        return True
    return any(
        0 <= dated.start - row.words[match.last - 1].end <= _CLOSE
        for match in labels.phrases("until", "beyond").all_in(row.words)
    )


def _in_passing(rows: list[Row], place: int, dated: Dated) -> bool:
    """Whether a date stands in a parenthesis, an example, the end of a sentence, or another case's number."""
    row = rows[place]
    whole, start = around(rows, place)
    opened = in_parentheses(whole.text, start + dated.start)
    before = words(row.text[: dated.start])
    if opened >= 0:
        inside = words(whole.text[opened + 1 : start + dated.start])
        form = bool(before) and before[-1:] == row.words[:1]  # "Date (May 20, 1997)": an example
        if form or (len(inside) and not labels.phrases("issued").first_in(inside)):
            return True
    if any(match.last >= len(before) - 1 for match in labels.phrases("cited").all_in(before)):
        return True
    if labels.phrases("update").first_in(before) and _of_a_number(row.text[: dated.start]):
        return True  # the day of the action before
    return not before and start > 0 and _unfinished(rows[place - 1], row)


def _of_a_number(before: str) -> bool:
    """Whether a text ends with a case number and a word or two: "UA 12/99 issued"."""
    end = number_end(before)
    return end > 0 and len(before) - end <= _OF_A_NUMBER and ":" not in before[end:]


def _unfinished(before: Row, row: Row) -> bool:
    """Whether a row that begins with a date goes on with the sentence of the row before."""
    if not before.words or before.text.rstrip()[-1] in ".!?:;…":
        return False
    ending = before.words[-1].folded
    leads = ending in labels.single_words("connectives") | labels.single_words("articles")
    leads = leads or bool(labels.phrases("until", "beyond").at(before.words, len(before.words) - 1))
    return leads or before.text.endswith(",") or row.text.endswith(".")


def _score(rows: list[Row], place: int, dated: Dated) -> int:
    """Return how much a date looks like the document's own, 0 where it does not."""
    row = rows[place]
    label = _label_before(row, dated) or _label_above(rows, place, dated)
    if label:
        sent = _MAIL_HEADER.match(row.text) and "," in label
        return _OF_A_MESSAGE if sent or re.search(r"[+-]0\d", row.text) else _LABELLED
    before, behind = row.text[: dated.start], row.text[dated.end :]
    others = re.findall(r"[^\W\d_]+", before + behind)
    if not others:
        return _ALONE if place <= _LONGEST_HEAD else 0
    if place > _HEAD_ROWS:
        return 0
    end = number_end(before)
    if end and not re.search(r"[^\W\d_]", before[end:]) and len(before) - end <= _CLOSE:
        return _WITH_PLACE  # "ABC-UAC-012-2010 3 February 2010": the line ends were lost
    if len(others) <= 2 or _stands_apart(before, behind, len(others)):
        # "Friday, 25 December 2009", "Oslo, 16 November 2012", "16 April 2013 - mr"
        return _WITH_PLACE
    at_an_end = not behind.strip(" .|") or not before.strip()
    numbered = len(others) <= _MOST_WORDS and has_number(row)
    if at_an_end and (numbered or not row.text.rstrip().endswith((".", ":"))):
        if numbered or (place < _TOP_ROWS and len(others) <= 5):
            return _WITH_PLACE
        if len(others) <= 5:
            return _WITH_WORDS
    return _AT_THE_TOP if place < _TOP_ROWS and len(others) <= 4 else 0


def _stands_apart(before: str, behind: str, others: int) -> bool:
    """Whether signs divide a short row, and the date is one of its pieces: "UA 7/12 | 3 May 2012 | Peru"."""
    if others > _MOST_WORDS:
        return False
    piece = _DIVIDES.split(before)[-1] + _DIVIDES.split(behind)[0]
    divided = len(_DIVIDES.split(before)) + len(_DIVIDES.split(behind)) > 2
    return divided and len(re.findall(r"[^\W\d_]+", piece)) <= 1


def _label_before(row: Row, dated: Dated) -> str:
    """Return what stands between the label of a date and the date (at least a blank), "" without a label."""
    ends = [
        row.words[match.last - 1].end
        for match in labels.phrases("issued").all_in(row.words)
        if row.words[match.last - 1].end <= dated.start
    ]
    if not ends:
        return ""
    between = row.text[ends[-1] : dated.start]
    if ends[-1] <= _BYLINE and _POSTED.fullmatch(between):
        return between
    if len(between) > 18 or "(" in between or not _TO_THE_DATE.match(between):
        return ""
    return between or " "


def _label_above(rows: list[Row], place: int, dated: Dated) -> str:
    """Return a blank where the row above is the date's label, "" otherwise."""
    if not place or rows[place].text[: dated.start].strip():
        return ""
    above = rows[place - 1]
    label = labels.phrases("issued").at(above.words, 0)
    return " " if label and label.last == len(above.words) else ""
