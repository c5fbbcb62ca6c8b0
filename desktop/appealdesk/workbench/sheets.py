"""What goes with the letters of a case on paper: envelopes, labels, slips, faxes, the whole pile.

Each function returns paper.Sheets, to be saved or printed; nothing is set before that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from appealdesk import letters, paper, translation
from appealdesk.cases import Part, Recipient
from appealdesk.letters import Identity, Letter, LetterKind, Posting, Sender
from appealdesk.translation import _, ngettext
from appealdesk.workbench.export import must_be_finished
from appealdesk.workbench.work import Work, letter, recipient


def by_post(work: Work, numbers: Sequence[int]) -> tuple[int, ...]:
    """Return those of the recipients whom the post can find."""
    return tuple(number for number in numbers if letters.has_address(recipient(work, number)))


def by_fax(work: Work, numbers: Sequence[int]) -> tuple[int, ...]:
    """Return those of the recipients who have a fax number."""
    return tuple(number for number in numbers if any(recipient(work, number).fax))


def envelopes(work: Work, numbers: Sequence[int], sender: Sender | None, size: str) -> paper.Sheets:
    """Return an envelope for each letter; see paper.envelopes for the sizes.

    Raises Trouble for a recipient without a postal address (see by_post) and for a size there is not.
    """
    return paper.envelope_sheets(_postings(work, numbers, sender), size)


def labels(
    work: Work,
    numbers: Sequence[int],
    sender: Sender | None,
    sheet: paper.LabelSheet,
    *,
    start: int = 1,
    copies: int = 1,
) -> paper.Sheets:
    """Return a label for each letter, or several; see paper.label_pages. Raises as envelopes() does."""
    return paper.label_pages(_postings(work, numbers, sender), sheet, start=start, copies=copies)


def label_sheet(name: str) -> paper.LabelSheet:
    """Return a sheet of labels by its name, or one described in a YAML file of one's own.

    Raises paper.BadLabels; a file that cannot be read is told as a Trouble.
    """
    if not name.lower().endswith((".yaml", ".yml")):
        return paper.label_sheet(name)
    path = Path(name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise paper.BadLabels(
            _("The description of the labels cannot be read."),
            place=path.name,
            remedy=_("It is a text file (UTF-8) as resources/layouts/labels.yaml explains."),
        ) from error
    return paper.own_label_sheet(text, path.name)


def slips(work: Work, numbers: Sequence[int], sender: Sender | None) -> paper.Sheets:
    """Return address slips for people who write by hand: whom, how to begin, until when.

    They are for many writers, so they say nothing of the sender but the country it is posted in.
    Raises as envelopes() does.
    """
    case = work.case
    anybody = replace(work.draft, identity=Identity.NONE)
    about = letters.case_line(case)
    day = deadline(work)
    made = []
    for number in numbers:
        one = recipient(work, number)
        greeting = letter(work, number, sender, dt.date.min).salutation
        notes = ((_("Begin with:"), greeting), (_("Send before:"), day))
        posting = letters.posting(case, one, sender, anybody)
        made.append(paper.Slip(posting=posting, about=about, notes=notes))
    return paper.slip_pages(made, paper.sheet_name(work.draft.layout), translation.language())


def fax(work: Work, number: int, sender: Sender | None, on: dt.date) -> paper.Sheets:
    """Return the letter to one recipient as a fax, with its sheet before it.

    Raises Trouble for a recipient without a fax number (see by_fax), export.Unfinished.
    """
    one = letter(work, number, sender, on)
    must_be_finished(one)
    head = letters.fax_head(work.case, recipient(work, number), sender, work.draft, on)
    return paper.fax_pages(head, one)


def pile(
    work: Work,
    numbers: Sequence[int],
    sender: Sender | None,
    on: dt.date,
    *,
    cover: bool = False,
    duplex: bool = False,
) -> paper.Sheets:
    """Return all letters one after another, with the copies that go with cover notes.

    cover:  a sheet before them that lists whom they go to, with boxes to tick
    duplex: leave backs blank, for a printer that prints on both sides
    Raises export.Unfinished.
    """
    made = [one for number in numbers for one in with_copies(work, number, sender, on)]
    for one in made:
        must_be_finished(one)
    return paper.together(made, _cover(work, numbers, sender) if cover else None, duplex=duplex)


def with_copies(work: Work, number: int, sender: Sender | None, on: dt.date) -> tuple[Letter, ...]:
    """Return the letter to one recipient; after a cover note, the letters that it encloses.

    One copy is enclosed of each different text, marked as a copy in the letter's language.
    """
    one = letter(work, number, sender, on)
    if one.kind is not LetterKind.COVER_NOTE:
        return (one,)
    targets = [
        target.number
        for target in work.case.of(Part.TARGET)
        if target.number in work.draft.recipients
    ]
    appeals = [letter(work, target, sender, on) for target in targets]
    different = {appeal.body: appeal for appeal in reversed(appeals)}
    return (one, *(letters.as_copy(appeal) for appeal in reversed(different.values())))


def deadline(work: Work) -> str:
    """Return the day before which letters must go, in the screen's language; "" if not known."""
    day = work.case.deadline
    return _day(day) if day else ""


def _day(day: dt.date) -> str:
    """Return a date with the month in letters, which no two countries read differently."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.dates import format_date  # noqa: PLC0415

    language = translation.language()
    try:
        spoken = Locale.parse("en-GB" if language == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        spoken = Locale("en", "GB")
    return str(format_date(day, "long", spoken))


def _postings(work: Work, numbers: Sequence[int], sender: Sender | None) -> tuple[Posting, ...]:
    return tuple(
        letters.posting(work.case, recipient(work, number), sender, work.draft)
        for number in numbers
    )


def _cover(work: Work, numbers: Sequence[int], sender: Sender | None) -> paper.Cover:
    day = deadline(work)
    count = len(numbers)
    return paper.Cover(
        language=translation.language(),
        title=letters.case_line(work.case) or _("Letters"),
        lines=(
            *([_("Send before {day}.").format(day=day)] if day else []),
            ngettext("{count} letter", "{count} letters", count).format(count=count),
        ),
        columns=("", _("To"), _("How"), _("Sent on")),
        letters=tuple(
            paper.CoverRow(to=_named(one), ways=_ways(one, work, sender))
            for one in (recipient(work, number) for number in numbers)
        ),
    )


def _named(one: Recipient) -> tuple[str, ...]:
    lines = tuple(line for line in (one.name, one.role) if line.strip())
    copy = (_("(copy, with a cover note)"),) if one.part is Part.COPY else ()
    return (*(lines or one.address[:2] or one.email[:1]), *copy)


def _ways(one: Recipient, work: Work, sender: Sender | None) -> tuple[str, ...]:
    shown = letters.identity_shown(work.draft, sender) is not Identity.NONE
    home = sender.country if sender and shown else ""
    return (
        *([_("by post")] if letters.has_address(one) else []),
        *(_("by e-mail: {address}").format(address=address) for address in one.email),
        *(
            _("by fax: {number}").format(number=letters.dialled(number, one.country, home))
            for number in one.fax
        ),
    )
