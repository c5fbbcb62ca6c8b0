"""Sections -> recipients: headed parts first, then what contacts or a greeting give away."""

from __future__ import annotations

from appealdesk.cases import labels
from appealdesk.cases.model import Doubt, Doubtful, Part, Recipient
from appealdesk.cases.reading import contacts, inline, regions
from appealdesk.cases.reading.addresses import recipient
from appealdesk.cases.reading.blocks import blocks, usual_gap
from appealdesk.cases.reading.offices import Kind as LineKind
from appealdesk.cases.reading.offices import kind_of
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.reading.sections import Kind, Section

_PARTS = {
    Kind.TARGETS: Part.TARGET,
    Kind.COPIES: Part.COPY,
    Kind.EMBASSY: Part.COPY,
    Kind.SUPPORT: Part.OTHER,
}
_LOOSE = {
    Kind.HEAD,
    Kind.TEXT,
    Kind.ACTION,
    Kind.POINTS,
    Kind.LETTER,
    Kind.CHECK,
    Kind.LANGUAGES,
    Kind.PREVIOUS,
}
_MOST = 60
_SHORT = 6  # words: a shorter row is no sentence that names an addressee
_STEM = 4  # letters that words of languages akin share
_LONGEST_ROLE = 16  # words


def recipients(found: list[Section], width: int, persons: tuple[str, ...]) -> tuple[Recipient, ...]:
    """Return all recipients in the document's order. persons: names of those the case is about."""
    listed: list[Recipient] = []
    headed = any(
        section.kind is Kind.TARGETS and regions.headed(section, width) for section in found
    )
    spacing = max((usual_gap(one.rows) for one in found if one.kind is Kind.TARGETS), default=0)
    for number, section in enumerate(found):
        part = _PARTS.get(section.kind)
        if part is not None:
            _headed(listed, section, part, width, spacing)
        elif section.kind in _LOOSE and (not headed or section.kind is Kind.ACTION):
            following = found[number + 1] if number + 1 < len(found) else None
            _loose(listed, section, following, width, headed=headed)
        if len(listed) >= _MOST:
            break
    if not any(entry.part is Part.TARGET for entry in listed):
        _in_sentences(listed, found)
    return tuple(_of_the_case(entry, persons) for entry in listed)


def _in_sentences(listed: list[Recipient], found: list[Section]) -> None:
    """Read addressees in running text, where no address stands for itself."""
    for section in found:
        headed = section.kind is Kind.TARGETS
        if section.kind not in {*_LOOSE, Kind.SITUATION} and not headed:
            continue
        for row in (section.heading, *(() if headed else section.rows)):
            if row and len(row.words) > _SHORT:
                same = [one for one in section.rows if one.line == row.line and one is not row]
                numbers = [one for one in same if contacts.is_contact(one)]
                entry = inline.addressed(row, len(listed) + 1, numbers)
                if entry:
                    listed.append(_unannounced(entry, [row]))


def _of_the_case(entry: Recipient, persons: tuple[str, ...]) -> Recipient:
    """An address of the person the case is about, or of who organises the action, gets no appeal."""
    import msgspec  # noqa: PLC0415

    told = make(f"{entry.name}\n{entry.role}\n" + "\n".join(entry.address[:1]), 1)
    if labels.phrases("organisers").first_in(told.words):
        return msgspec.structs.replace(entry, part=Part.OTHER)
    if entry.part is not Part.COPY and entry.name and not entry.role:
        key = {word for word in entry.name.casefold().split() if len(word) > 2}
        if any(len(key & set(person.casefold().split())) >= 2 for person in persons):
            return msgspec.structs.replace(entry, part=Part.OTHER)
    return entry


def _headed(
    listed: list[Recipient], section: Section, part: Part, width: int, spacing: int
) -> None:
    form = labels.phrases("placeholder")
    for number, run in enumerate(regions.headed(section, width)):
        embassies = section.kind is Kind.EMBASSY
        rows = [row for row in run if not (embassies and form.at(row.words, 0))]
        for block in blocks(rows, width, spacing):
            entry = recipient(block, part, len(listed) + 1)
            if entry is None or _template(block) or len(entry.role.split()) > _LONGEST_ROLE:
                continue
            if (embassies and not entry.embassy) or _is_stray(entry, block):
                continue
            # Behind running text only a block that is clearly one counts.
            if number and not (_certain(entry, block) or _whole(entry, block)):
                continue
            if part is not Part.TARGET and not _substantial(entry, block):
                continue
            listed.append(entry)


def _is_stray(entry: Recipient, block: list[Row]) -> bool:
    """Whether a block names nobody who can be written to.

    It begins with nobody's name, and says neither how nor in which country to reach one; or it is
    a name and nothing else.
    """
    reached = entry.fax or entry.phone or entry.email or entry.salutation or entry.telegram
    known = entry.role and not _guessed(entry)
    if not (reached or known or entry.address or entry.telex or entry.social):
        return True
    nameless = kind_of(block[0].text) in {LineKind.PLACE, LineKind.COUNTRY} and not entry.name
    return nameless and not reached and not entry.country


def _guessed(entry: Recipient) -> bool:
    """Whether the office is only what stood in the first line."""
    return any(one.field == "role" and one.problem is Doubtful.GUESSED for one in entry.doubts)


def _template(block: list[Row]) -> bool:
    """Whether a block is the empty row of a form."""
    return any(labels.phrases("placeholder").at(row.words, 0) for row in block)


def _substantial(entry: Recipient, block: list[Row]) -> bool:
    return len(block) > 1 or bool(
        entry.address or entry.fax or entry.email or entry.name or entry.role
    )


def _loose(
    listed: list[Recipient],
    section: Section,
    following: Section | None,
    width: int,
    *,
    headed: bool,
) -> None:
    """Read runs of short lines that hold contacts or whole addresses, or stand right before a greeting."""
    runs = regions.runs(section.rows)
    greeted = following is not None and following.kind in {Kind.GREETED, Kind.LETTER}
    for number, run in enumerate(runs):
        before_letter = greeted and number == len(runs) - 1
        reached = any(contacts.is_contact(row) for row in run)
        plain = before_letter or (reached and (section.kind is not Kind.HEAD or greeted))
        if headed and not before_letter:
            continue
        for block in blocks(regions.below_titles(run), width):
            entry = recipient(block, Part.TARGET, len(listed) + 1)
            if entry and plain and _certain(entry, block):
                listed.append(entry)
            elif entry and _whole(entry, block):
                listed.append(_unannounced(entry, block))


def _whole(entry: Recipient, block: list[Row]) -> bool:
    """Whether a block that nothing announces is an address all the same: office, places, country."""
    if not entry.role or not entry.country or not entry.address:
        return False
    first = kind_of(block[0].text)
    several = len(block) > 2 or any(character.isdigit() for character in " ".join(entry.address))
    named = bool(entry.name) or first is LineKind.ROLE
    return named and several and not _guessed(entry) and first in {LineKind.ROLE, LineKind.PERSON}


def _unannounced(entry: Recipient, block: list[Row]) -> Recipient:
    """Return a recipient with the doubt that no heading says it is one."""
    import msgspec  # noqa: PLC0415

    known = {doubt.field for doubt in entry.doubts}
    doubts = tuple(
        Doubt(field=about, problem=Doubtful.GUESSED, source=block[0].source, quote=block[0].text)
        for about in ("name", "role", "address")
        if getattr(entry, about) and about not in known
    )
    return msgspec.structs.replace(entry, doubts=(*entry.doubts, *doubts))


def _certain(entry: Recipient, block: list[Row]) -> bool:
    """Whether a block that no heading announces is an address all the same."""
    reached = any(
        (
            entry.fax,
            entry.phone,
            entry.email,
            entry.salutation,
            entry.telegram,
            entry.telex,
            entry.social,
        )
    )
    if _guessed(entry):
        return False
    if reached:
        return bool(entry.name or entry.role)
    if entry.name and entry.role:
        return True
    first = kind_of(block[0].text)
    long = len(block) > 1 or any(map(str.isdigit, "".join(entry.address)))
    return long and first in {LineKind.ROLE, LineKind.PERSON} and bool(entry.address)


def add_greeting(
    listed: tuple[Recipient, ...], greeting: str, row: Row, *, plural: bool
) -> tuple[Recipient, ...]:
    """Give a letter's greeting to the recipient it is for, where the document names no salutation."""
    import msgspec  # noqa: PLC0415

    targets = [entry for entry in listed if entry.part is Part.TARGET] or [
        entry for entry in listed if entry.part is Part.OTHER
    ]
    chosen = targets if plural else targets[:1]
    named = [entry for entry in targets if _speaks_to(greeting, entry)]
    if named and not plural and chosen and not _speaks_to(greeting, chosen[0]):
        chosen = named[:1]
    numbers = {entry.number for entry in chosen if not entry.salutation}
    result = []
    for entry in listed:
        if entry.number not in numbers:
            result.append(entry)
            continue
        doubts = tuple(doubt for doubt in entry.doubts if doubt.field != "salutation")
        several = len(targets) > 1 and (not plural or "/" in greeting or bool(named))
        office = labels.phrases("roles").first_in(make(greeting, 1).words)
        another = office and (entry.role or entry.name) and not _akin(greeting, entry)
        shared = len(targets) > 1 and plural and "/" in greeting
        if shared or ((several or another) and not _speaks_to(greeting, entry)):
            doubts = (
                *doubts,
                Doubt(
                    field="salutation", problem=Doubtful.GUESSED, source=row.source, quote=greeting
                ),
            )
        result.append(
            msgspec.structs.replace(
                entry,
                salutation=greeting,
                doubts=doubts,
                sources={**entry.sources, "salutation": row.source},
            )
        )
    return tuple(result)


def _akin(greeting: str, entry: Recipient) -> bool:
    """Whether a greeting names the office in a language akin to the office's own ("Dear Minister")."""
    spoken, known = (
        {word.folded[:_STEM] for word in make(text, 1).words if len(word.folded) >= _STEM}
        for text in (greeting, f"{entry.role} {entry.name}")
    )
    return bool(spoken & known)


def _speaks_to(greeting: str, entry: Recipient) -> bool:
    """Whether a greeting names the office or the person of a recipient."""
    spoken = {word.folded for word in make(greeting, 1).words} - labels.single_words("particles")
    known = {word.folded for word in make(f"{entry.role} {entry.name}", 1).words}
    generic = {"excellency", "dear", "your", "mr", "mrs", "ms", "sir", "madam", "the", "of"}
    return bool((spoken - generic) & known)
