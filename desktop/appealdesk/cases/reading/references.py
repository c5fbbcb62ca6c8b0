"""The case's own number and index: found among those of other cases that a document names."""

from __future__ import annotations

import re
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.reading.rows import Row, joined
from appealdesk.cases.reading.sentences import around, in_parentheses
from appealdesk.cases.words import Phrases, words

# UA 214/11, UA: 060/16, UA 132.19, UA-096/2013, EXTRA 12/99, MA 15/03, AU 170/10, FI 104/19-5
_NUMBER = re.compile(
    r"(?<![\w/])(?P<kind>UA|AU|UAA|EXTRA|EX|MA|NSA|FI|АСД|СА)(?:[\s:./\u2013-]|Nr|No|N[º°]|№){0,4}\s?"
    r"(?P<number>\d{1,3})\s?[/.]\s?(?P<year>\d{4}|\d{2})(?P<more>-\d{1,2})?(?![\d/])"
)
_BARE = re.compile(
    r"(?<![\w/.])(?P<number>\d{1,3})\s?[/.]\s?(?P<year>(?:19|20)\d{2}|\d{2})(?![\d/]|\.\d)"
)
_INDEX = re.compile(
    r"(?<![A-Za-z])(?P<area>AFR|AMR|ASA|EUR|MDE|ACT|NWS|POL|IOR|ORG|DOC|FIN|ACR|MEX)[\s\u00a0/]?"
    r"(?P<rest>\d{2}/\d{1,5}/\d{2,4}(?:/s(?![a-z/]))?)",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"\b(?:AFR|AMR|ASA|EUR|MDE|ACT)(?: ?\d\d/(?:\d{1,5}/)?)?$")
# Case codes of other organisations, such as ABC-UAC-012-2010, XYZ 010203, XYZ001 / 0712 / OBS 055
_CODE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2,6}-(?:[A-Z]{2,4}-)?\d{2,4}-(?:19|20)\d{2}"
    r"|[A-Z]{3} ?\d{3} ?/ ?\d{4} ?/ ?OBS ?\d{3}(?:\.\d{1,2})?"
    r"|[A-Z]{3} \d{6}(?:\.\d{1,2}[A-Z]*)?(?:\.[A-Z]{2,6})?|RAN ?\d{1,3}/\d{2})(?![\w-])"
)
_BEFORE_NUMBER = re.compile(
    r"[\s:.\u00a0\u200f\u200e–№#n°º-]{0,6}(?:Nr|No|Núm|núm|nr|no|Number)?[\s:.°º-]{0,3}"
)
# Of those, the codes of appeals that follow others: ABC-UAU-029-2013, XYZ 001 / 0712 / OBS 055.1
_FOLLOWING_CODE = re.compile(r"\b[A-Z]{2,6}-UAU-\d|\bOBS ?\d{3}\.\d|\b[A-Z]{3} \d{6}\.\d")
_HEAD_ROWS = 25
_PROSE = 12  # words: a longer row is running text


class Found(NamedTuple):
    """A number as canonically written, the row it stands in, and whether it was only likely."""

    value: str
    row: Row
    unsure: bool
    others: tuple[str, ...] = ()


def has_number(row: Row) -> bool:
    """Whether a row holds a case number or an index."""
    return bool(_NUMBER.search(row.text) or _INDEX.search(row.text) or _numbers(row))


def number_end(text: str) -> int:
    """Return where the last case number or index of a text ends, 0 where it holds none."""
    return max(
        (hit.end() for pattern in (_NUMBER, _INDEX, _CODE) for hit in pattern.finditer(text)),
        default=0,
    )


def number_at_start(text: str) -> str:
    """Return the case number or index that a text begins with, "" where it begins with neither."""
    number, found = _NUMBER.match(text), _INDEX.match(text)
    if number:
        return canonical(number["kind"], number["number"], number["year"])
    return found[0] if found else ""


def numbered_update(row: Row) -> bool:
    """Whether a row bears the number of a further information ("FI 104/19-5", "UA-143/2015-1")."""
    hits = [hit for hit in _NUMBER.finditer(row.text) if hit["more"]]
    hits += _FOLLOWING_CODE.finditer(row.text)
    return any(in_parentheses(row.text, hit.start()) < 0 for hit in hits)


def canonical(kind: str, number: str, year: str) -> str:
    """Return a case number in its usual form: ("UA", "060", "2016") gives "UA 60/16"."""
    kind = {"EX": "EXTRA", "UAA": "UA", "АСД": "UA", "СА": "UA"}.get(kind.upper(), kind.upper())
    return f"{kind} {int(number)}/{year[-2:]}"


def reference(rows: list[Row], update: Phrases) -> Found | None:
    """Return the document's own case number, or None."""
    ranked: list[tuple[int, int, Found]] = []
    head = _head_end(rows)
    for place, row in enumerate(rows):
        for value, start, rank in _numbers(row):
            score = rank
            if _cited(rows, place, start):
                continue
            if place < head:
                score += 4
            elif len(row.words) > _PROSE and not labels.phrases("own_number").first_in(row.words):
                score -= 2  # running text names other cases
            if update.first_in(row.words):
                score += 3
            if _INDEX.search(row.text):
                score += 1
            ranked.append((score, -place, Found(value, row, score < 3)))
    ranked = [entry for entry in ranked if entry[0] > 0]
    if not ranked:
        return _code(rows[:head]) or _bare_number(rows)
    ranked.sort(key=lambda entry: (-entry[0], -entry[1]))
    best = ranked[0][2]
    rivals = {
        found.value
        for score, _, found in ranked
        if score == ranked[0][0] and found.row is not best.row
    }
    others = tuple(sorted(rivals - {best.value}))
    return best._replace(others=others, unsure=best.unsure or bool(others))


def _numbers(row: Row) -> list[tuple[str, int, int]]:
    found = [
        (canonical(hit["kind"], hit["number"], hit["year"]), hit.start(), 3)
        for hit in _NUMBER.finditer(row.text)
    ]
    taken = {hit.start("number") for hit in _NUMBER.finditer(row.text)}
    names = labels.phrases("reference_words")
    for match in names.all_in(row.words):
        end = row.words[match.last - 1].end
        bare = _BARE.match(row.text, _skip(row.text, end))
        if bare and bare.start() not in taken:
            found.append(
                (canonical("UA", bare["number"], bare["year"]), row.words[match.first].start, 3)
            )
    return found


def _skip(text: str, start: int) -> int:
    between = _BEFORE_NUMBER.match(text, start)
    return between.end() if between else start


def _cited(rows: list[Row], place: int, start: int) -> bool:
    """Whether a number stands in a reference to other cases: "(see UA 1/11 ...", "also issued UA 1/11"."""
    whole, offset = around(rows, place)
    at = offset + start
    cites = labels.phrases("cited")
    near = words(whole.text[max(0, at - 60) : at])
    if any(match.last >= len(near) - 3 for match in cites.all_in(near)):
        return True
    opened = in_parentheses(whole.text, at)
    if opened < 0:
        return False
    inside = whole.text[opened + 1 : at]
    return bool(cites.first_in(words(inside)) or _NUMBER.search(inside) or _INDEX.search(inside))


def _head_end(rows: list[Row]) -> int:
    """Return how many rows belong to the head: to the first long paragraphs, at most 25."""
    prose = 0
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        prose += len(row.words) > 25
        if prose > 2:
            return place
    return min(len(rows), _HEAD_ROWS)


def _code(rows: list[Row]) -> Found | None:
    for place, row in enumerate(rows):
        hit = _CODE.search(row.text)
        if hit and not _cited(rows, place, hit.start()):
            return Found(hit[0], row, unsure=False)
    return None


def _bare_number(rows: list[Row]) -> Found | None:
    """Return a number that stands alone at the very top ("77/21 Egypt")."""
    for row in rows[:2]:
        hit = _BARE.match(row.text)
        if hit and len(row.words) <= 6 and not re.match(r"\d", row.text[hit.end() :].strip()):
            return Found(f"{hit['number']}/{hit['year']}", row, unsure=True)
    return None


def index(rows: list[Row], update: Phrases) -> Found | None:
    """Return the document's own AI Index, or None."""
    names = labels.phrases("index")
    head = _head_end(rows)
    ranked: list[tuple[int, int, Found]] = []
    for place in range(len(rows)):
        row = _with_its_end(rows, place)
        for hit in _INDEX.finditer(row.text):
            value = f"{hit['area'].upper()} {hit['rest']}"
            in_link = "/" in row.text[max(0, hit.start() - 1) : hit.start()]
            score = 2 if place < head and not in_link else 0
            before = [
                match
                for match in names.all_in(row.words)
                if row.words[match.last - 1].end <= hit.start()
            ]
            if before and hit.start() - row.words[before[-1].last - 1].end <= 4:
                score += 5
            elif place and not row.text[: hit.start()].strip() and _only(rows[place - 1], names):
                score += 5  # "AI-Index:", and the index in the next line
            if in_link and _previous(rows, place):
                continue
            if in_link and update.first_in(row.words):
                score += 3
            if _cited(rows, place, hit.start()) or (
                before == [] and row.text[: hit.start()].rstrip()[-1:] == "("
            ):
                score -= 3
            ranked.append((score, -place, Found(value, row, score < 3)))
    linked = {found.value: found for score, _, found in ranked if score == 0}
    ranked = [entry for entry in ranked if entry[0] > 0]
    if not ranked:
        # Where the page prints no index, its own link may hold it.
        return next(iter(linked.values())) if len(linked) == 1 else None
    ranked.sort(key=lambda entry: (-entry[0], -entry[1]))
    best = ranked[0][2]
    rivals = {found.value for score, _, found in ranked if score == ranked[0][0]} - {best.value}
    return best._replace(others=tuple(sorted(rivals)), unsure=best.unsure or bool(rivals))


def _with_its_end(rows: list[Row], place: int) -> Row:
    """Return a row with the one behind it, where an index is divided: "AI Index: AFR" / "99/05/88"."""
    row = rows[place]
    if place + 1 < len(rows) and _DIVIDED.search(row.text) and rows[place + 1].text[:1].isdigit():
        return joined([row, rows[place + 1]])
    return row


def _only(row: Row, names: Phrases) -> bool:
    """Whether a row holds nothing but a label."""
    match = names.at(row.words, 0)
    return bool(match and match.last == len(row.words))


def _previous(rows: list[Row], place: int) -> bool:
    """Whether a row gives the link to an earlier action."""
    previous = labels.phrases("previous")
    return bool(
        previous.at(rows[place].words, 0) or (place and previous.at(rows[place - 1].words, 0))
    )
