"""What the brief and the desk show of the work: plain values, made without any widget."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath

from msgspec.structs import replace

from appealdesk import cases, letters
from appealdesk.cases import Case, Part, Recipient
from appealdesk.letters import Identity
from appealdesk.library import CaseEntry
from appealdesk.paper import Fit, Layout, layouts
from appealdesk.translation import _, ngettext
from appealdesk.window.brief import BriefTexts
from appealdesk.window.case_view import CaseText
from appealdesk.window.case_words import joined, time_left, who
from appealdesk.window.chips import ChipText
from appealdesk.workbench import Work, works


def written_to(case: Case) -> tuple[Recipient, ...]:
    """Return who can get a letter: targets, then copies."""
    return (*case.of(Part.TARGET), *case.of(Part.COPY))


def shown_number(work: Work) -> int:
    """Return whose letter is on the desk: the chosen one, or else the first there is; 0: none."""
    people = written_to(work.case)
    numbers = [one.number for one in people]
    if work.draft.shown in numbers:
        return work.draft.shown
    ticked = [number for number in numbers if number in work.draft.recipients]
    return (ticked or numbers or [0])[0]


def chip_texts(work: Work) -> tuple[ChipText, ...]:
    """Return the recipients as chips."""
    return tuple(
        ChipText(
            number=one.number,
            short=letters.short_name(one) or _("No name"),
            whole=", ".join(part for part in (one.name, one.role) if part) or _("No name"),
            copy=one.part is Part.COPY,
            ticked=one.number in work.draft.recipients,
            doubtful=bool(one.doubts),
        )
        for one in written_to(work.case)
    )


def brief_texts(work: Work, number: int, today: dt.date, language: str) -> BriefTexts:
    """Return what the brief says beside the case itself."""
    doubts = works.open_doubts(work)
    return BriefTexts(
        country=country(work.case.country, language),
        today=today,
        doubts=len(doubts),
        first_doubt=cases.describe(replace(doubts[0][1], quote="")) if doubts else "",
        asks=works.asks_made(work, number) if work.case.points else (),
    )


def country(code: str, language: str) -> str:
    """Return a country's name in the screen's language, "" for none."""
    return cases.country_name(code, language) if code else ""


def case_text(entry: CaseEntry, today: dt.date, language: str) -> CaseText:
    """Return a case as the list shows it."""
    state, pressing = _state(entry, today)
    return CaseText(
        number=entry.id,
        person=who(entry.persons, entry.title),
        about=joined(
            entry.reference,
            country(entry.country, language),
            _("update") if entry.is_update and not entry.stop else "",
        ),
        state=state,
        pressing=pressing,
        stop=entry.stop,
        deadline=entry.deadline,
    )


def _state(entry: CaseEntry, today: dt.date) -> tuple[str, bool]:
    if entry.stop:
        return _("stop action: send nothing"), True
    left, pressing = time_left(entry.deadline, today) if entry.deadline else ("", False)
    to_check = (
        ngettext("{count} to check", "{count} to check", entry.open_doubts).format(
            count=entry.open_doubts
        )
        if entry.open_doubts
        else ""
    )
    return joined(left, to_check), pressing or bool(entry.open_doubts)


def fit_words(fit: Fit) -> tuple[str, bool]:
    """Return how full the page is, in words, and whether that is good."""
    if fit.pages == 1:
        spare = ngettext("{count} line to spare", "{count} lines to spare", fit.spare)
        return _("One page, {spare}").format(spare=spare.format(count=fit.spare)), True
    pages = ngettext("{count} page", "{count} pages", fit.pages).format(count=fit.pages)
    if not fit.over:
        return pages, True
    over = ngettext("{count} line too many", "{count} lines too many", fit.over)
    over = over.format(count=fit.over)
    if fit.cut is None:
        return _("{pages}, {over} for one").format(pages=pages, over=over), False
    advice = _("fits without “{words}”") if fit.cut.enough else _("longest: “{words}”")
    words = advice.format(words=_begun(fit.cut.words))
    return _("{pages}, {over} for one; {advice}").format(
        pages=pages, over=over, advice=words
    ), False


def _begun(words: str) -> str:
    """Return the first few of the first words of a paragraph: the status line is short."""
    several = words.rstrip("…").split()
    shorter = " ".join(several[:_FEW])
    return shorter + ("…" if len(several) > _FEW or words.endswith("…") else "")


_FEW = 4


def language_choices(present: str) -> tuple[tuple[str, str], ...]:
    """Return the languages one can write in, each by its own name."""
    known = letters.letter_languages()
    codes = known if present in known else (*known, present)
    return tuple((code, _own_name(code)) for code in codes)


def _own_name(code: str) -> str:
    """Return a language's name in that language, without the country Qt would add to it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        name = Locale.parse(code.replace("-", "_")).get_language_name() or code
    except (ValueError, UnknownLocaleError):
        return code
    return name[:1].upper() + name[1:]


def screen_language() -> str:
    """Return the language of the screen, ISO 639-1; the plain "C" of Unix is English."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415

    language = QLocale().name().partition("_")[0]
    return language if language not in {"", "C"} else "en"


def layout_choices() -> tuple[tuple[str, str], ...]:
    """Return the layouts."""
    return tuple((one.name, one.title) for one in layouts())


def layout_of(name: str) -> Layout:
    """Return a layout by its name; the plainest where this version has none of that name."""
    return next((one for one in layouts() if one.name == name), layouts()[0])


def identity_choices() -> tuple[tuple[str, str], ...]:
    """Return how much of the sender a letter can show."""
    return (
        (Identity.FULL.value, _("Full address")),
        (Identity.TOWN.value, _("Name and town")),
        (Identity.INITIALS.value, _("Initials and town")),
        (Identity.NONE.value, _("Without my name")),
    )


def save_words(count: int) -> str:
    """Return what the main button says."""
    if count == 0:
        return _("Save letters as PDF")
    return ngettext("Save {count} letter as PDF", "Save {count} letters as PDF", count).format(
        count=count
    )


def saved_words(count: int, folder: PurePath) -> str:
    """Return what to say when letters have been saved."""
    return ngettext(
        "{count} letter saved in {folder}", "{count} letters saved in {folder}", count
    ).format(count=count, folder=folder.name or str(folder))
