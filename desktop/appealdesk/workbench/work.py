"""One case on the desk, and everything a person can do to it: Work -> Work, nothing in place."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import asdict, replace

from appealdesk import letters
from appealdesk.cases import Case, Document, Doubt, Part, Plain, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import Draft, Identity, Letter, Sender
from appealdesk.translation import _


class Work(Plain, frozen=True):
    """A case on the desk: the document it was read from, the case, and the volunteer's draft.

    id: the library's number for it; below zero while it is not in the library yet
    """

    id: int
    document: Document
    case: Case
    draft: Draft


def renumbered(work: Work, number: int) -> Work:
    """Return the same work under another number."""
    return replace(work, id=number)


def letter(work: Work, number: int, sender: Sender | None, on: dt.date) -> Letter:
    """Return the letter to one recipient as the work stands.

    on: the date on the letter when the volunteer has chosen none
    """
    draft = work.draft
    return letters.compose(work.case, recipient(work, number), sender, draft, draft.date or on)


def recipient(work: Work, number: int) -> Recipient:
    """Return the recipient of that number; raises KeyError where there is none."""
    for one in work.case.recipients:
        if one.number == number:
            return one
    raise KeyError(number)


def ticked(work: Work) -> tuple[Recipient, ...]:
    """Return the recipients who get a letter, targets first, in the document's order."""
    chosen = [one for one in work.case.recipients if one.number in work.draft.recipients]
    return tuple(sorted(chosen, key=lambda one: one.part is not Part.TARGET))


def text_for(work: Work, number: int) -> str:
    """Return the body that this recipient's letter has now, own or shared."""
    draft = work.draft
    if number in draft.own:
        return draft.own[number]
    return draft.body if recipient(work, number).part is Part.TARGET else draft.note


def text_on_sheet(work: Work, number: int) -> str:
    """Return that body as one reads it: a cover note names those written to."""
    return letters.with_recipients(text_for(work, number), work.case, work.draft)


def show(work: Work, number: int) -> Work:
    """Put that recipient's letter on the desk."""
    return _with_draft(work, replace(work.draft, shown=number))


def tick_recipient(work: Work, number: int, *, on: bool) -> Work:
    """Make a letter for that recipient, or leave the recipient out."""
    chosen = set(work.draft.recipients) - {number} | ({number} if on else set())
    return _with_draft(work, replace(work.draft, recipients=tuple(sorted(chosen))))


def write(work: Work, number: int, text: str) -> Work:
    """Take the text as it stands in the editor while that recipient's letter is shown."""
    draft = work.draft
    if text_on_sheet(work, number) != text_for(work, number):
        text = letters.with_mark(text, work.case, draft)
    if number in draft.own:
        return _with_draft(work, replace(draft, own={**draft.own, number: text}))
    if recipient(work, number).part is Part.TARGET:
        return _with_draft(work, replace(draft, body=text))
    return _with_draft(work, replace(draft, note=text))


def leave_out_fields(work: Work) -> Work:
    """Take every place that is not filled in out of the texts of the draft."""
    draft = work.draft
    own = {number: _without_fields(text) for number, text in draft.own.items()}
    body, note = _without_fields(draft.body), _without_fields(draft.note)
    return _with_draft(work, replace(draft, body=body, note=note, own=own))


def _without_fields(text: str) -> str:
    """Take the fields out, and with them the paragraphs that held nothing else."""
    kept = []
    for paragraph in text.split("\n\n"):
        rest = letters.without_fields(paragraph)
        if rest == paragraph:
            kept.append(paragraph)
        elif rest.strip():
            kept.append(" ".join(rest.split(" ")).replace("  ", " ").strip())
    return "\n\n".join(kept)


def write_specially(work: Work, number: int) -> Work:
    """Give that recipient a text of its own, beginning with what it has now."""
    own = {**work.draft.own, number: text_for(work, number)}
    return _with_draft(work, replace(work.draft, own=own))


def share_again(work: Work, number: int) -> Work:
    """Give that recipient the shared text again."""
    return _with_draft(work, replace(work.draft, own=_without(work.draft.own, number)))


def asks_made(work: Work, number: int) -> tuple[bool, ...]:
    """Return for each point of the case whether that recipient's text makes it.

    While no letter to a target is on the desk, the shared text counts.
    """
    targets = {one.number for one in work.case.of(Part.TARGET)}
    text = text_for(work, number) if number in targets else work.draft.body
    return letters.asks_made(text, letters.ask_sentences(work.case, work.draft.language))


def tick_ask(work: Work, index: int, *, on: bool) -> Work:
    """Put an ask into the letters, or take it out.

    Raises Trouble when the sentence was rewritten: it is then the volunteer's to delete.
    """
    sentences = letters.ask_sentences(work.case, work.draft.language)
    targets = {one.number for one in work.case.of(Part.TARGET)}
    own = dict(work.draft.own)
    body = _tick_in(work.draft.body, sentences, index, on=on)
    for number in targets & own.keys():
        own[number] = _tick_in(own[number], sentences, index, on=on)
    return _with_draft(work, replace(work.draft, body=body, own=own))


def _tick_in(text: str, sentences: tuple[str, ...], index: int, *, on: bool) -> str:
    made = letters.asks_made(text, sentences)[index]
    if made == on:
        return text
    if on:
        return letters.make_ask(text, sentences[index], sentences)
    shorter = letters.drop_ask(text, sentences[index])
    if shorter is None:
        raise Trouble(
            _("You have put this ask into your own words, so it stays in the letter."),
            remedy=_("To leave it out, delete the sentence in the letter."),
        )
    return shorter


def set_salutation(work: Work, number: int, text: str) -> Work:
    """Take the volunteer's salutation for that recipient; "" goes back to ours."""
    kept = _without(work.draft.salutations, number)
    return _with_draft(
        work, replace(work.draft, salutations=kept | ({number: text} if text.strip() else {}))
    )


def set_closing(work: Work, number: int, text: str) -> Work:
    """Take the volunteer's closing for that recipient; "" goes back to ours."""
    kept = _without(work.draft.closings, number)
    return _with_draft(
        work, replace(work.draft, closings=kept | ({number: text} if text.strip() else {}))
    )


def set_subject(work: Work, text: str | None) -> Work:
    """Take the volunteer's subject line; "" leaves it out, None goes back to ours."""
    return _with_draft(work, replace(work.draft, subject=text))


def set_layout(work: Work, layout: str) -> Work:
    """Choose the page layout of all letters of the case."""
    return _with_draft(work, replace(work.draft, layout=layout))


def set_identity(work: Work, identity: Identity) -> Work:
    """Choose how much of the sender the letters of this case show."""
    return _with_draft(work, replace(work.draft, identity=identity))


def set_date(work: Work, date: dt.date | None) -> Work:
    """Choose the date on the letters; None is the day they are made."""
    return _with_draft(work, replace(work.draft, date=date))


def set_around(work: Work, enclosures: tuple[str, ...], reference: str) -> Work:
    """Say what goes into the envelope with each letter, and the line beside the date; () and ""."""
    return _with_draft(work, replace(work.draft, enclosures=enclosures, reference=reference))


def texts_are_ours(work: Work, sender: Sender | None) -> bool:
    """Tell whether the volunteer has written nothing yet: a new draft would lose no word."""
    ours = letters.first_draft(work.case, sender, language=work.draft.language)
    return not work.draft.own and (work.draft.body, work.draft.note) == (ours.body, ours.note)


def set_language(work: Work, language: str, sender: Sender | None) -> Work:
    """Draft anew in another language; what was written in the first stays in the history."""
    fresh = letters.first_draft(work.case, sender, language=language)
    return _with_draft(
        work,
        replace(
            work.draft,
            language=language,
            body=fresh.body,
            note=fresh.note,
            own={},
            salutations={},
            closings={},
            subject=None,
        ),
    )


def add_recipient(work: Work, new: Recipient) -> Work:
    """Add a recipient whom a person typed; it is ticked and its letter is shown."""
    number = max((one.number for one in work.case.recipients), default=0) + 1
    typed = replace(new, number=number, doubts=(), sources={}, checked=_filled(new))
    case = replace(work.case, recipients=(*work.case.recipients, typed))
    draft = replace(work.draft, recipients=(*work.draft.recipients, number), shown=number)
    return replace(work, case=case, draft=draft)


def correct_recipient(work: Work, new: Recipient) -> Work:
    """Take a recipient as a person has set it right; what changed counts as checked."""
    old = asdict(recipient(work, new.number))
    changed = {
        name
        for name, value in asdict(new).items()
        if name not in {"sources", "doubts", "checked"} and value != old[name]
    }
    right = replace(
        new,
        doubts=tuple(doubt for doubt in new.doubts if doubt.field not in changed),
        checked=tuple(sorted({*new.checked, *changed})),
    )
    return _with_recipient(work, right)


def remove_recipient(work: Work, number: int) -> Work:
    """Take a recipient out of the case, with the letter to it."""
    left = tuple(one for one in work.case.recipients if one.number != number)
    draft = replace(
        work.draft,
        recipients=tuple(other for other in work.draft.recipients if other != number),
        shown=0 if work.draft.shown == number else work.draft.shown,
        own=_without(work.draft.own, number),
        salutations=_without(work.draft.salutations, number),
        closings=_without(work.draft.closings, number),
    )
    return replace(work, case=replace(work.case, recipients=left), draft=draft)


def open_doubts(work: Work) -> tuple[tuple[int, Doubt], ...]:
    """Return all doubts still to settle, with the recipient's number (0: the case itself)."""
    return doubts_of(work.case)


def doubts_of(case: Case) -> tuple[tuple[int, Doubt], ...]:
    """Return all doubts of a case in order, with the recipient's number (0: the case itself)."""
    doubts = [(0, doubt) for doubt in case.doubts]
    for one in case.recipients:
        if one.part is not Part.OTHER:
            doubts += [(one.number, doubt) for doubt in one.doubts]
    return tuple(doubts)


def confirm(work: Work, number: int, doubt: Doubt) -> Work:
    """Settle a doubt: a person has looked, and what was read is right (or is truly not there)."""
    if number:
        one = recipient(work, number)
        return _with_recipient(
            work, replace(one, doubts=_less(one.doubts, doubt), checked=_more(one.checked, doubt))
        )
    case = work.case
    return replace(
        work,
        case=replace(case, doubts=_less(case.doubts, doubt), checked=_more(case.checked, doubt)),
    )


def correct(work: Work, case: Case, sender: Sender | None) -> Work:
    """Take the case as a person has set it right; changed fields count as checked.

    A draft in which the volunteer has written nothing yet is made anew from the corrected case.
    """
    old, new = asdict(work.case), asdict(case)
    changed = {
        name
        for name, value in new.items()
        if name not in {"sources", "doubts", "checked", "recipients"} and value != old[name]
    }
    right = replace(
        case,
        doubts=tuple(doubt for doubt in case.doubts if doubt.field not in changed),
        checked=tuple(sorted({*case.checked, *changed})),
    )
    corrected = replace(work, case=right)
    if not changed or not texts_are_ours(work, sender):
        return corrected
    fresh = letters.first_draft(right, sender, language=work.draft.language)
    return _with_draft(corrected, replace(work.draft, body=fresh.body, note=fresh.note))


def _with_draft(work: Work, draft: Draft) -> Work:
    return replace(work, draft=draft)


def _with_recipient(work: Work, new: Recipient) -> Work:
    recipients = tuple(new if one.number == new.number else one for one in work.case.recipients)
    return replace(work, case=replace(work.case, recipients=recipients))


def _without(texts: dict[int, str], number: int) -> dict[int, str]:
    return {key: text for key, text in texts.items() if key != number}


def _filled(one: Recipient) -> tuple[str, ...]:
    return tuple(
        name
        for name, value in asdict(one).items()
        if value and name not in {"number", "part", "sources", "doubts", "checked"}
    )


def _less(doubts: tuple[Doubt, ...], settled: Doubt) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in doubts if doubt != settled)


def _more(checked: tuple[str, ...], doubt: Doubt) -> tuple[str, ...]:
    return checked if doubt.field in checked else (*checked, doubt.field)
