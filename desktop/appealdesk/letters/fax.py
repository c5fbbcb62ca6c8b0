"""The head of a fax: to whom, from whom, and the number as one dials it."""

from __future__ import annotations

import datetime as dt
import re

from appealdesk.cases import Case, Plain, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import forms, identity
from appealdesk.letters.composing import compose
from appealdesk.letters.model import Draft, Identity, Sender
from appealdesk.letters.names import named
from appealdesk.translation import _

# Nothing but a number; a slash or a word beside it may mean a second one.
_NUMBER = re.compile(r"\+?[\d\s().\-\u2010-\u2013\u00a0]+")


class FaxHead(Plain, frozen=True):
    """What stands on a fax sheet, in the letter's language.

    rows: label -> lines; a row without lines is left out
    pages_label: the label before the number of pages, which only the typesetter knows
    """

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    pages_label: str


def fax_head(
    case: Case, recipient: Recipient, sender: Sender | None, draft: Draft, on: dt.date
) -> FaxHead:
    """Return the head of the fax to one recipient; it shows no more of the sender than the letter.

    on: the date when the draft has none.
    Raises Trouble for a recipient without a fax number, and what compose() raises.
    """
    if not any(number.strip() for number in recipient.fax):
        raise Trouble(
            _("There is no fax number for {name}.").format(name=named(recipient)),
            remedy=_("Add the number, or leave this recipient out."),
        )
    words = forms.of(draft.language).fax
    letter = compose(case, recipient, sender, draft, on)
    level = identity.identity_shown(draft, sender)
    home = "" if sender is None or level is Identity.NONE else sender.country
    numbers = tuple(dialled(number, recipient.country, home) for number in recipient.fax)
    to = [line.strip() for line in (recipient.name, recipient.role) if line.strip()]
    return FaxHead(
        title=words.title,
        rows=(
            (words.to, tuple(to) or letter.address[:2]),
            (words.number, numbers),
            (words.sender, letter.from_lines),
            (words.date, (letter.dateline,)),
            (words.subject, (letter.subject,)),
        ),
        pages_label=words.pages,
    )


def dialled(number: str, country: str, home: str) -> str:
    """Return a telephone number as one dials it from another country: "00 7 499 265-90-77".

    country: where the number is, home: where one dials; ISO 3166-1 alpha-2 or "". From nowhere
    known it begins with "+". The prefixes are those of Google's libphonenumber. What is not
    plainly one possible number is returned as it was given.
    """
    import phonenumbers  # noqa: PLC0415

    if not _NUMBER.fullmatch(number.strip()):
        return number.strip()
    try:
        found = phonenumbers.parse(number, country.upper() or None)
    except phonenumbers.NumberParseException:
        return number.strip()
    international = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    digits = re.sub(r"\D", "", number)
    kept = digits.removeprefix("00") == re.sub(r"\D", "", international)
    local = digits.endswith(phonenumbers.national_significant_number(found))
    if not phonenumbers.is_possible_number(found) or not (kept or local):
        return number.strip()
    if not home:
        return international
    return phonenumbers.format_out_of_country_calling_number(found, home.upper())
