"""Rows -> one case: each value from where the grammar finds it, with its line and its doubts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from msgspec.structs import replace

from appealdesk.cases import labels
from appealdesk.cases.model import (
    Case,
    Doubt,
    Doubtful,
    Part,
    Person,
    Point,
    Recipient,
    Source,
)
from appealdesk.cases.reading import (
    checks,
    head,
    hints,
    languages,
    letters,
    points,
    recipients,
    references,
)
from appealdesk.cases.reading.deadline import deadline
from appealdesk.cases.reading.issue import issued
from appealdesk.cases.reading.paragraphs import paragraphs
from appealdesk.cases.reading.rows import Row
from appealdesk.cases.reading.sections import Kind, Section, sections
from appealdesk.cases.reading.sentences import around
from appealdesk.cases.words import words

_FLAT = 200  # characters: a longer line may hold a list that lost its line ends
_LABEL = 8  # words: a longer row is running text and no label


@dataclass
class _Findings:
    """What has been found so far beside the values: where they stand, and what is doubtful."""

    sources: dict[str, Source] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def note(self, **values: Source | None) -> None:
        self.sources.update({key: value for key, value in values.items() if value})

    def doubt(self, name: str, problem: Doubtful, row: Row | None = None) -> None:
        self.doubts.append(
            Doubt(
                field=name,
                problem=problem,
                source=row.source if row else None,
                quote=row.text[:160] if row else "",
            )
        )


def case_of(rows: list[Row]) -> Case:
    """Return the case that some rows tell of."""
    found = sections(rows)
    width = _wrap_width(rows)
    findings = _Findings()
    numbers = _numbers(rows, findings)
    spoken = _outside_letters(found)
    greeted = next((section for section in found if section.kind is Kind.GREETED), None)
    days = _days(rows, spoken, greeted, findings, expected=any(numbers))
    asks, intro = _points(found)
    headline, source = head.title(rows)
    findings.note(title=source)
    persons = head.persons(rows, headline)
    listed, letter = _letter(greeted, recipients.recipients(found, width, _names(persons)), width)
    if letter and greeted and greeted.heading:
        findings.note(model_letter=greeted.heading.source)
    if not any(entry.part is Part.TARGET for entry in listed):
        findings.doubt("recipients", Doubtful.MISSING)
    listed = checks.with_unread(found, listed)
    findings.doubts.extend(checks.doubts_of(found, listed, letter, asks))
    if not asks and not letter:  # an urgent action says what to ask, in a list or in a letter
        doubted = {one.field for one in findings.doubts}
        for field in ("points", "model_letter"):
            if field not in doubted:
                findings.doubt(field, Doubtful.MISSING)
    summary, situation = _story(found, headline, width, findings)
    codes = [entry.country for entry in listed if entry.part is Part.TARGET and entry.country]
    case = Case(
        reference=numbers[0],
        index=numbers[1],
        title=headline,
        persons=persons,
        country=head.country(rows, codes),
        language=languages.own_language_of(rows)[0],
        issued=days[0],
        deadline=days[1],
        summary=summary,
        situation=situation,
        background=_background(found, width),
        points=asks,
        points_to=intro,
        model_letter=letter,
        recipients=listed,
        embassy_note=_embassy_note(rows, listed),
        links=_links(rows),
    )
    return _with_signals(case, rows, spoken, findings)


def _with_signals(case: Case, rows: list[Row], spoken: list[Row], findings: _Findings) -> Case:
    """Return the case with what single sentences say: languages to write in, update, end of the appeals."""
    asked = languages.asked(spoken)
    update, ordinal, row = head.is_update(rows)
    stopping = head.stops(spoken)
    findings.note(
        languages=asked.source,
        is_update=row.source if row else None,
        stop=stopping.source if stopping else None,
    )
    read = replace(case, is_update=update, doubts=tuple(findings.doubts))
    findings.doubts.extend(hints.doubts_of(read, rows, spoken))
    return replace(
        case,
        languages=asked.languages,
        own_language=asked.own,
        is_update=update,
        update=ordinal,
        stop=stopping is not None,
        sources=findings.sources,
        doubts=tuple(
            doubt for doubt in findings.doubts if stopping is None or not _asks_to_write(doubt)
        ),
    )


def _asks_to_write(doubt: Doubt) -> bool:
    """Whether a doubt is about what only somebody who will write needs to know."""
    needed = {"deadline", "recipients", "points", "model_letter"}
    return doubt.problem is Doubtful.MISSING and doubt.field in needed


def _story(found: list[Section], headline: str, width: int, findings: _Findings) -> tuple[str, str]:
    """Return the lead paragraph, and what follows it on what happened."""
    lead = head.prose(found[:1], {Kind.HEAD}, headline, width) or head.prose(
        found, {Kind.SITUATION, Kind.TEXT}, headline, width
    )
    if not lead:
        return "", ""
    findings.note(summary=lead[0].source)
    if lead[0].text[:1].islower():
        findings.doubt("summary", Doubtful.UNCLEAR_END, lead[0])
    rest = [*lead[1:], *head.prose(found, {Kind.SITUATION}, headline, width)]
    return lead[0].text, paragraphs(rest, 0)


def _background(found: list[Section], width: int) -> str:
    rows = [row for section in found if section.kind is Kind.BACKGROUND for row in section.rows]
    if not rows:
        # Where the heading was lost, what follows the notice about the deadline is background.
        kinds = [section.kind for section in found]
        after = kinds.index(Kind.CHECK) if Kind.CHECK in kinds else len(found)
        told = [one for one in found[after:] if one.kind in {Kind.CHECK, Kind.TEXT}]
        rows = [row for section in told for row in section.rows if len(row.words) > _LABEL]
    return paragraphs(rows, width)


def _embassy_note(rows: list[Row], listed: tuple[Recipient, ...]) -> bool:
    """Tell whether copies to diplomatic missions are asked for, and none is given."""
    near, asking = labels.phrases("embassy_words"), labels.phrases("embassy")
    asked = any(
        near.first_in(row.words) and asking.first_in(around(rows, number)[0].words)
        for number, row in enumerate(rows)
    )
    return asked and not any(_is_mission(one) for one in listed if one.part is Part.COPY)


def _is_mission(entry: Recipient) -> bool:
    """Whether an address is a mission's: an ambassador may head another institution."""
    if not entry.embassy:
        return False
    lines = [words(line) for line in entry.address]
    if any(labels.phrases("embassies").first_in(line) for line in lines):
        return True
    return not any(labels.phrases("institutions").first_in(line) for line in lines)


def _names(persons: tuple[Person, ...]) -> tuple[str, ...]:
    return tuple(person.name for person in persons)


def _numbers(rows: list[Row], findings: _Findings) -> tuple[str, str]:
    values = []
    update = labels.phrases("update")
    for name, found in (
        ("reference", references.reference(rows, update)),
        ("index", references.index(rows, update)),
    ):
        values.append(found.value if found else "")
        if not found:
            continue
        findings.note(**{name: found.row.source})
        if found.unsure:
            problem = Doubtful.CONTRADICTION if found.others else Doubtful.GUESSED
            findings.doubt(name, problem, found.row)
    return values[0], values[1]


def _days(
    rows: list[Row],
    spoken: list[Row],
    greeted: Section | None,
    findings: _Findings,
    *,
    expected: bool,
) -> tuple[dt.date | None, dt.date | None]:
    issue = issued(rows, greeted.heading.line if greeted and greeted.heading else -1)
    if issue.day is None and expected:
        findings.doubt("issued", Doubtful.MISSING)  # every urgent action bears its date
    last = deadline(spoken, issue.day, expected=expected)
    findings.doubts.extend((*issue.doubts, *last.doubts))
    findings.note(issued=issue.source, deadline=last.source)
    return issue.day, last.day


def _points(found: list[Section]) -> tuple[tuple[Point, ...], str]:
    """Return the asks and the line that introduces them; rows behind the list stay in their section."""
    for section in found:
        if section.kind in {Kind.POINTS, Kind.ACTION, Kind.TEXT} and section.heading:
            asks, used = points.points(section.rows, weak=section.kind is not Kind.POINTS)
            if asks:
                asks = (*asks, *points.also(section.rows[used:]))
                section.rows = section.rows[used:]
                return asks, section.heading.text
    for section in found:
        if section.kind not in {Kind.GREETED, Kind.BACKGROUND}:
            asks = _unheaded(section)
            if asks:
                return asks, ""
    for section in found:
        for row in ([section.heading] if section.heading else []) + section.rows:
            flat = points.flat_points(row) if len(row.text) > _FLAT else ()
            if flat:
                return flat, ""
    return (), ""


def _unheaded(section: Section) -> tuple[Point, ...]:
    """Take a list of asks out of a section, where no heading announces it."""
    for number, row in enumerate(section.rows):
        if row.bullet and points.asks(row):
            asks, used = points.points(section.rows[number:], weak=True)
            if len(asks) > 1:
                section.rows = [*section.rows[:number], *section.rows[number + used :]]
                return asks
    return ()


def _outside_letters(found: list[Section]) -> list[Row]:
    """Return the rows that speak to the volunteer: no letter to copy, no background.

    What is said behind the background, under no heading of its own, counts.
    """
    addressing = labels.phrases("languages_label", "check", "acting", "stop")
    rows: list[Row] = []
    for section in found:
        rows.extend([section.heading] if section.heading else [])
        if section.kind not in {Kind.GREETED, Kind.BACKGROUND}:
            rows.extend(section.rows)
            continue
        for number, row in enumerate(section.rows):
            if labels.phrases("languages_label").at(row.words, 0):
                rows.append(row)
            elif section.kind is Kind.BACKGROUND and addressing.first_in(row.words, 0, 2):
                rows.extend(section.rows[number:])
                break
    return rows


def _letter(
    greeted: Section | None, listed: tuple[Recipient, ...], width: int
) -> tuple[tuple[Recipient, ...], str]:
    """Return the model letter's body; its greeting goes to the recipient it speaks to."""
    if greeted is None or greeted.heading is None:
        return listed, ""
    row = greeted.heading
    greeting = letters.greeting_of(row, greeted.rows[0] if greeted.rows else None)
    behind = letters.body_behind(row, greeting) if greeting else ""
    body = paragraphs(greeted.rows, width)
    text = "\n\n".join(part for part in (behind, body) if part)
    if greeting and not letters.is_blank(greeting):
        listed = recipients.add_greeting(listed, greeting, row, plural=letters.is_plural(greeting))
    return listed, text


def _links(rows: list[Row]) -> tuple[str, ...]:
    found = (
        word.strip("<>()[].,;")
        for row in rows
        if "http" in row.text
        for word in row.text.split()
        if "http" in word
    )
    return tuple(dict.fromkeys(word[word.find("http") :] for word in found))[:100]


def _wrap_width(rows: list[Row]) -> int:
    """Return the length at which the lines are wrapped, 0 where they are not."""
    widths = sorted(row.width for row in rows)
    if len(widths) < 12 or widths[-1] > 120:
        return 0
    near = sum(1 for width in widths if width > widths[-1] - 14)
    return widths[-1] if near >= 5 else 0
