"""One letter, every word of it: Case + Recipient + Sender + Draft -> Letter."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from appealdesk.cases import Case, Part, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import forms, identity, salutations, skeletons, tongue
from appealdesk.letters.address import address_block, postal_language
from appealdesk.letters.model import Draft, Letter, LetterKind, Sender
from appealdesk.letters.names import in_line, named
from appealdesk.translation import _

HEADING = 70
"""The most characters of an urgent action's heading that make a subject: one line of a page."""


def compose(
    case: Case, recipient: Recipient, sender: Sender | None, draft: Draft, on: dt.date
) -> Letter:
    """Return the letter to one recipient: an appeal to a target, a cover note to a copy.

    on: the date of the letter when the draft has none.
    Raises Trouble for an address of the urgent action that no letter goes to (Part.OTHER).
    """
    if recipient.part is Part.OTHER:
        raise Trouble(
            _(
                "No letter goes to {name}: the urgent action gives this address for something else."
            ).format(name=named(recipient)),
            remedy=_("Make it a target or a copy first, if a letter should go there."),
        )
    appeal = recipient.part is Part.TARGET
    words = forms.of(draft.language)
    greeting = salutations.salutation(recipient, draft)
    shared = draft.body if appeal else with_recipients(draft.note, case, draft)
    copies = copy_lines(case, draft) if appeal else ()
    enclosures = tuple(line.strip() for line in draft.enclosures if line.strip()) if appeal else ()
    about = subject(case, draft.language)
    abroad = goes_abroad(case, recipient, sender)
    level = identity.identity_shown(draft, sender)
    return Letter(
        kind=LetterKind.APPEAL if appeal else LetterKind.COVER_NOTE,
        language=draft.language,
        layout=draft.layout,
        recipient=recipient.number,
        from_lines=identity.from_lines(sender, level, draft.language, abroad=abroad),
        address=address_block(recipient, sender, level, draft.language),
        special_mail=" / ".join(airmail(case, recipient, sender, draft)),
        reference=draft.reference.strip() if appeal else "",
        dateline=tongue.date_line(
            identity.place(sender, level),
            draft.date or on,
            draft.language,
            identity.country(sender, level),
        ),
        subject=(about if draft.subject is None else draft.subject).strip(),
        salutation=greeting,
        body=draft.own.get(recipient.number, shared).strip(),
        closing=salutations.closing(greeting, recipient, draft),
        signature=identity.signature(sender, level),
        signature_image=identity.signature_image(sender, level),
        enclosures_label=words.enclosures if enclosures else "",
        enclosures=enclosures,
        copies_label=words.copies if copies else "",
        copies=copies,
        title=about or words.letter,
    )


def airmail(
    case: Case, recipient: Recipient, sender: Sender | None, draft: Draft
) -> tuple[str, ...]:
    """Return the airmail mark in its languages; () within a country, or where the post cannot go.

    In French, the language of the Universal Postal Union, whose Letter Post Regulations allow a
    translation in the language of the country of dispatch beside it.
    """
    known = sender is not None and sender.country and (recipient.country or case.country)
    posted = any(line.strip() for line in recipient.address)
    if not known or not posted or not goes_abroad(case, recipient, sender):
        return ()
    level = identity.identity_shown(draft, sender)
    words = forms.shared().airmail
    here = postal_language(sender, level, draft.language).partition("-")[0]
    return tuple(dict.fromkeys((words["fr"], words.get(here, words["en"]))))


def subject(case: Case, language: str) -> str:
    """Return our subject for a case: the person and the reference, in a short form."""
    return skeletons.render(
        language,
        "subject",
        persons=persons_named(case, language, at_most=2),
        reference=case.reference,
        title=case.title if len(case.title) <= HEADING else "",
    )


def case_line(case: Case) -> str:
    """Return a case in a line, in its own words: reference and person, or title."""
    person = case.persons[0].name if case.persons else case.title
    return " ".join(part for part in (case.reference.strip(), in_line(person)) if part)


def as_copy(letter: Letter) -> Letter:
    """Return a letter marked as a copy, in its language."""
    return replace(letter, mark=forms.of(letter.language).mark)


def persons_named(case: Case, language: str, at_most: int) -> str:
    """Return the persons of a case as a list in a sentence, "A and others" if they are many."""
    names = [person.name.strip() for person in case.persons if person.name.strip()]
    if len(names) <= at_most:
        return tongue.listed(names, language)
    return forms.of(language).others.format(names=", ".join(names[: max(1, at_most - 1)]))


def copy_lines(case: Case, draft: Draft) -> tuple[str, ...]:
    """Return the lines below "Copies:": those ticked to get a copy."""
    return tuple(
        named(recipient) for recipient in case.of(Part.COPY) if recipient.number in draft.recipients
    )


def with_recipients(note: str, case: Case, draft: Draft) -> str:
    """Return a cover note with those the appeal goes to put in where it says "{recipients}".

    The mark is in the letter's language; see `recipients` in the forms.
    """
    mark = forms.of(draft.language).recipients
    return note.replace(mark, _recipients_named(case, draft)) if mark in note else note


def with_mark(note: str, case: Case, draft: Draft) -> str:
    """Return a cover note with the mark again where those written to are named: the way back.

    Only the first place counts, so that names typed once more stay as they are.
    """
    mark = forms.of(draft.language).recipients
    return note if mark in note else note.replace(_recipients_named(case, draft), mark, 1)


def _recipients_named(case: Case, draft: Draft) -> str:
    words = forms.of(draft.language)
    names = [
        words.named.format(name=in_line(target.name), office=in_line(target.role))
        if target.name and target.role
        else named(target)
        for target in case.of(Part.TARGET)
        if target.number in draft.recipients
    ]
    return tongue.listed(names, draft.language) or words.somebody


def goes_abroad(case: Case, recipient: Recipient, sender: Sender | None) -> bool:
    """Tell whether a letter leaves the sender's country; one to nowhere known is taken to."""
    if sender is None or recipient.embassy:
        return False
    return (recipient.country or case.country).upper() != sender.country.upper()
