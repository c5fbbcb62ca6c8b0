"""What stands at the top: title, lead paragraph, persons, country, whether it is an update or a stop action."""

from __future__ import annotations

import re

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Person, Source
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.dates import dates_in
from appealdesk.cases.reading.paragraphs import paragraph_rows
from appealdesk.cases.reading.references import has_number, numbered_update
from appealdesk.cases.reading.rows import Row, joined, make
from appealdesk.cases.reading.sections import Kind, Section, is_sentence_end
from appealdesk.cases.reading.sentences import in_parentheses
from appealdesk.cases.words import Match, Phrases

_PROSE = 18  # words: a longer row is no title
_LONG = 60  # words: a longer row is a whole page without line ends
_TITLE = 14  # words
_NEAR = 60  # characters
_TOP_ROWS = 8
_HEAD_ROWS = 25


def title(rows: list[Row]) -> tuple[str, Source | None]:
    """Return the title: the first short line that is no label, number or date."""
    label = labels.phrases("title_label")
    for row in rows[:25]:
        match = label.at(row.words, 0)
        if match and row.after(match.last).lstrip()[:1] == ":":
            return row.after(match.last).strip(" :"), row.source
    for row in rows[:25]:
        if len(row.words) > _PROSE:
            break
        if len(row.words) < 3 or contacts.is_contact(row) or _technical(row):
            continue
        return row.text.strip(), row.source
    return "", None


def _technical(row: Row) -> bool:
    if (
        "@" in row.text
        or re.search(r"\d{2}/\d{2,}", row.text)
        or (dates_in(row.text) and len(row.words) <= 8)
    ):
        return True
    return (
        bool(
            labels.phrases("issued", "reference", "index", "previous", "not_title").at(row.words, 0)
        )
        and len(row.words) <= 10
    )


def prose(found: list[Section], kinds: set[Kind], headline: str, width: int) -> list[Row]:
    """Return the paragraphs of some sections; the headline, often printed twice, is none."""
    return [
        row
        for section in found
        if section.kind in kinds
        for row in paragraph_rows(section.rows, width)
        if len(row.words) > 8 and is_sentence_end(row) and row.text.strip() != headline
    ]


def persons(rows: list[Row], headline: str) -> tuple[Person, ...]:
    """Return the persons that a "Name:" line gives, with their pronouns."""
    for row in rows:
        match = labels.phrases("names").at(row.words, 0)
        if not match or row.after(match.last).lstrip(" )s")[:1] not in {":", "："}:
            continue
        found = []
        for part in re.split(r"[,;،](?![^(]*\))|\band\b", row.after(match.last).lstrip(" :)s")):
            hit = re.match(r"\s*([^()]{2,80})(?:\(([^()]{1,40})\))?", part)
            if hit and hit[1].strip():
                found.append(Person(name=hit[1].strip(), pronoun=hit[2] or "", source=row.source))
        if found:
            return tuple(found)
    tail = headline.rpartition(":")[2].strip()
    if (
        ":" in headline
        and 2 <= len(tail.split()) <= 5
        and all(word[:1].isupper() for word in tail.split())
    ):
        return (Person(name=tail),)
    return ()


def country(rows: list[Row], codes: list[str]) -> str:
    """Return the country written to: the first target's, else one that the head names."""
    if codes:
        return codes[0]
    for row in rows[:15]:
        code = countries.country_code(row.text.strip(" .:")) or countries.country_code(
            row.text.partition(":")[0]
        )
        if code:
            return code
    return ""


def is_update(rows: list[Row]) -> tuple[bool, int, Row | None]:
    """Return whether the document follows an earlier action, the update's number (0: not said), and where."""
    update, loose = labels.phrases("update"), labels.phrases("update_words")
    previous = labels.phrases("previous")
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        whole = row
        if following and not following.gap and place < _HEAD_ROWS:
            whole = joined([row, following])  # "Further information on" / "UA 7/12"
        match = next(
            (
                one
                for one in update.all_in(whole.words)
                if one.first < len(row.words) and _is_told(whole, one, following)
            ),
            None,
        )
        if match:
            number = labels.values("ordinals").get(whole.words[match.first].folded, "0")
            return True, int(number), row
        linked = previous.at(row.words, 0)
        if linked and _gives_one(
            row.after(linked.last).strip(" :") or (following.text if following else "")
        ):
            return True, 0, row
        numbered = len(row.words) <= _PROSE and numbered_update(row)
        if place < _HEAD_ROWS and (numbered or _headed(row, loose, place)):
            return True, 0, row
    return False, 0, None


def _is_told(row: Row, match: Match, following: Row | None) -> bool:
    """Whether words such as "further information on" are about an earlier action, not about a website."""
    if in_parentheses(row.text, row.words[match.first].start) >= 0:
        return False
    named = any(word in labels.single_words("actions") for word in match.phrase.split())
    if named and len(row.words) < _LONG:
        return True
    near = row.after(match.last)[:_NEAR]
    if not near.strip(" :") and following:
        near = following.text[:_NEAR]
    return has_number(make(near, row.line))


def _gives_one(text: str) -> bool:
    """Whether a text names an earlier action: "N/A" does not."""
    return "http" in text or "www." in text or has_number(make(text, 1))


def _headed(row: Row, loose: Phrases, place: int) -> bool:
    """Whether a short line begins with a word such as "Update", alone or before a number."""
    match = loose.at(row.words, 0)
    if not match or len(row.words) > _LONG:
        return False
    rest = row.after(match.last).strip()
    if has_number(row):
        return True
    if not rest.strip(" :.!-–"):
        return rest[:1] != ":" and place < _TOP_ROWS
    if len(row.words) > _TITLE or "http" in rest:
        return False
    loud = row.text[row.words[0].start : row.words[match.last - 1].end].isupper()
    return rest[0] in ":–-#(►|" and (place < _TOP_ROWS or loud)


def stops(rows: list[Row]) -> Row | None:
    """Return the row that asks for no more appeals, or None. What the letter asks for is no such row."""
    stop, asks = labels.phrases("stop"), labels.phrases("asks")
    for number, row in enumerate(rows):
        if len(row.words) > _LONG or (row.bullet and asks.at(row.words, 0)):
            continue
        following = rows[number + 1] if number + 1 < len(rows) else None
        whole = row
        if following and not following.gap and not following.bullet:
            whole = joined([row, following])
        for match in stop.all_in(whole.words):
            if match.first < len(row.words) and not _after_a_date(whole, match):
                return row
    return None


def _after_a_date(row: Row, match: Match) -> bool:
    """Whether appeals are unwanted only from some day on: "keine Appelle mehr nach dem 9. April"."""
    near = tuple(row.words[max(0, match.first - 12) : match.last + 8])
    return bool(labels.phrases("beyond", "above_date").first_in(near))
