"""Lines of text -> cases: the reading grammar. What the words are stands in resources/labels/."""

from __future__ import annotations

import datetime as dt

from appealdesk.cases import labels
from appealdesk.cases.model import (
    Case,
    Document,
    Doubt,
    Doubtful,
    Part,
    Person,
    Point,
    Recipient,
    Source,
)
from appealdesk.cases.opening.hidden import PICTURE
from appealdesk.cases.reading import head, languages, letters, points, recipients, references, when
from appealdesk.cases.reading.rows import Row, make, rows_of
from appealdesk.cases.reading.sections import Kind, Section, sections

_LABEL = 8  # words: a longer row is running text and no label


def read(document: Document) -> tuple[Case, ...]:
    """Return the cases of a document, at least one. Whatever the text is, this raises nothing.

    Values are verbatim; what is missing, contradictory or guessed is a doubt on its field.
    """
    rows, whole = rows_of(document)
    found = sections(rows)
    width = _wrap_width(rows)
    doubts = _pictures(document)
    sources: dict[str, Source] = {}
    if not whole:
        doubts.append(Doubt(field="recipients", problem=Doubtful.UNCLEAR_END))
    numbers = _numbers(rows, doubts, sources)
    greeted = next((section for section in found if section.kind is Kind.GREETED), None)
    asks, intro = _points(found)
    days = _days(rows, greeted, doubts, sources)
    asked = languages.asked(_writing_rows(rows))
    headline, source = head.title(rows)
    _note(sources, title=source, languages=asked.source)
    persons = head.persons(rows, headline)
    listed, letter = _letter(greeted, recipients.recipients(found, width, _names(persons)), width)
    update, ordinal, row = head.is_update(rows)
    _note(
        sources,
        is_update=row.source if row else None,
        model_letter=greeted.heading.source if letter and greeted and greeted.heading else None,
    )
    if not any(entry.part is Part.TARGET for entry in listed):
        doubts.append(Doubt(field="recipients", problem=Doubtful.MISSING))
    story = _story(found, headline, sources)
    own, _ = languages.own_language_of(rows)
    codes = [entry.country for entry in listed if entry.part is Part.TARGET and entry.country]
    return (
        Case(
            reference=numbers[0],
            index=numbers[1],
            title=headline,
            persons=persons,
            country=head.country(rows, codes),
            language=own,
            is_update=update,
            update=ordinal,
            stop=_stops(rows),
            issued=days[0],
            deadline=days[1],
            languages=asked.languages,
            own_language=asked.own,
            summary=story[0],
            situation=story[1],
            background=_background(found, width),
            points=asks,
            points_to=intro,
            model_letter=letter,
            recipients=listed,
            embassy_note=_embassy_note(rows, listed),
            links=_links(rows),
            sources=sources,
            doubts=tuple(doubts),
        ),
    )


def _pictures(document: Document) -> list[Doubt]:
    """Return a doubt for each page that is a picture: nobody has read what it says."""
    return [
        Doubt(
            field="document",
            problem=Doubtful.PICTURE,
            source=Source(line=line.number, last=line.number, page=line.page),
        )
        for line in document.lines
        if line.text == PICTURE
    ]


def _story(found: list[Section], headline: str, sources: dict[str, Source]) -> tuple[str, str]:
    """Return the lead paragraph, and what follows it on what happened."""
    lead = head.prose(found[:1], {Kind.HEAD}, headline) or head.prose(
        found, {Kind.SITUATION, Kind.TEXT}, headline
    )
    _note(sources, summary=lead[0].source if lead else None)
    rest = [*lead[1:], *head.prose(found, {Kind.SITUATION}, headline)]
    return lead[0].text if lead else "", letters.paragraphs(rest, 0) if rest else ""


def _background(found: list[Section], width: int) -> str:
    rows = [row for section in found if section.kind is Kind.BACKGROUND for row in section.rows]
    if not rows:
        # Where the heading was lost, what follows the notice about the deadline is background.
        kinds = [section.kind for section in found]
        after = kinds.index(Kind.CHECK) if Kind.CHECK in kinds else len(found)
        told = [one for one in found[after:] if one.kind in {Kind.CHECK, Kind.TEXT}]
        rows = [row for section in told for row in section.rows if len(row.words) > _LABEL]
    return letters.paragraphs(rows, width)


def _embassy_note(rows: list[Row], listed: tuple[Recipient, ...]) -> bool:
    """Tell whether copies to diplomatic missions are asked for, and none is given."""
    asked = any(labels.phrases("embassy").first_in(row.words) for row in rows)
    return asked and not any(entry.embassy and entry.part is Part.COPY for entry in listed)


def _stops(rows: list[Row]) -> bool:
    stop = labels.phrases("stop")
    return any(stop.first_in(row.words) for row in rows if len(row.words) < 60)


def _note(sources: dict[str, Source], **values: Source | None) -> None:
    sources.update({key: value for key, value in values.items() if value})


def _names(persons: tuple[Person, ...]) -> tuple[str, ...]:
    return tuple(person.name for person in persons)


def _numbers(rows: list[Row], doubts: list[Doubt], sources: dict[str, Source]) -> tuple[str, str]:
    values = []
    update = labels.phrases("update")
    for name, found in (
        ("reference", references.reference(rows, update)),
        ("index", references.index(rows, update)),
    ):
        values.append(found.value if found else "")
        if not found:
            continue
        sources[name] = found.row.source
        if found.unsure:
            problem = Doubtful.CONTRADICTION if found.others else Doubtful.GUESSED
            doubts.append(
                Doubt(
                    field=name, problem=problem, source=found.row.source, quote=found.row.text[:160]
                )
            )
    return values[0], values[1]


def _days(
    rows: list[Row], greeted: Section | None, doubts: list[Doubt], sources: dict[str, Source]
) -> tuple[dt.date | None, dt.date | None]:
    issue = when.issued(rows, greeted.heading.line if greeted and greeted.heading else -1)
    last = when.deadline(rows, issue.day)
    doubts.extend((*issue.doubts, *last.doubts))
    _note(sources, issued=issue.source, deadline=last.source)
    return issue.day, last.day


def _points(found: list[Section]) -> tuple[tuple[Point, ...], str]:
    """Return the asks and the line that introduces them; rows behind the list stay in their section."""
    for section in found:
        if section.kind not in {Kind.POINTS, Kind.ACTION, Kind.TEXT} or not section.heading:
            continue
        rows = section.rows
        asks, used = points.points(rows, weak=section.kind is not Kind.POINTS)
        if asks:
            asks = (*asks, *points.also(rows[used:]))
            section.rows = rows[used:]
            return asks, section.heading.text
    for section in found:
        for row in (section.heading, *section.rows):
            flat = points.flat_points(row) if row and len(row.text) > 200 else ()
            if flat:
                return flat, ""
    return (), ""


def _writing_rows(rows: list[Row]) -> list[Row]:
    found = []
    for number, row in enumerate(rows):
        near = rows[number : number + 3]
        text = " ".join(
            [
                near[0].text,
                *(other.text for other in near[1:] if not other.gap and not other.bullet),
            ]
        )
        whole = make(text, row.line, row.last, row.page)
        starts = labels.phrases("languages", "languages_label").first_in(whole.words)
        if starts and starts.first < len(row.words):
            found.append(whole)
    return found


def _letter(
    greeted: Section | None, listed: tuple[Recipient, ...], width: int
) -> tuple[tuple[Recipient, ...], str]:
    """Return the model letter's body; its greeting goes to the recipient it speaks to."""
    if greeted is None or greeted.heading is None:
        return listed, ""
    row = greeted.heading
    greeting = letters.greeting_of(row, greeted.rows[0] if greeted.rows else None)
    behind = letters.body_behind(row, greeting)
    body = letters.paragraphs(greeted.rows, width)
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
