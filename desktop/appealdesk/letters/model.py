"""What we answer: the sender, the draft a volunteer works on, and the letter that comes of it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from appealdesk.cases import Plain


class Identity(StrEnum):
    """How much of the sender a letter shows. Nothing beyond it may leave in any form."""

    FULL = "full"  # name and address
    TOWN = "town"  # name and town
    INITIALS = "initials"  # initials and town
    NONE = "none"


class Sender(Plain, frozen=True):
    """The volunteer, as kept in the library or given in a sender file (design.md, section 4).

    address: lines, the town last, without the country
    country: ISO 3166-1 alpha-2
    place:   the town named beside the date; "" to leave the place out
    signature_image: the scanned signature as paper.signature_image() makes it; b"" for none
    signed:  put the scanned signature on letters
    """

    name: str
    address: tuple[str, ...] = ()
    country: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    place: str = ""
    language: str = ""
    layout: str = ""
    identity: Identity = Identity.FULL
    signature_image: bytes = b""
    signed: bool = False


class Draft(Plain, frozen=True):
    """A volunteer's work on one case: what is ticked, and every word that is theirs.

    body:  the text shared by the letters to targets; paragraphs separated by a blank line
    note:  the text shared by the cover notes that go with copies
    own:   recipient number -> text written specially for that one
    salutations, closings: recipient number -> what the volunteer put instead of ours
    subject: None takes ours, "" leaves it out
    asks:  indices into Case.points that the letter makes
    identity: None is the level in the sender's details, whenever those become known
    date:  None means the day of export
    reference:  the line that names a matter beside the date ("Your letter of 3 May 2026"); on
                appeals only, as are the enclosures
    enclosures: what goes into the envelope with each appeal, a line for each
    """

    language: str = "en"
    layout: str = "a4"
    identity: Identity | None = None
    recipients: tuple[int, ...] = ()
    shown: int = 0  # the number of the recipient whose letter is on the desk; 0: none
    asks: tuple[int, ...] = ()
    subject: str | None = None
    body: str = ""
    note: str = ""
    own: dict[int, str] = msgspec.field(default_factory=dict)
    salutations: dict[int, str] = msgspec.field(default_factory=dict)
    closings: dict[int, str] = msgspec.field(default_factory=dict)
    date: dt.date | None = None
    reference: str = ""
    enclosures: tuple[str, ...] = ()


class LetterKind(StrEnum):
    """An appeal to a target, or the short note that goes with a copy."""

    APPEAL = "appeal"
    COVER_NOTE = "cover note"


class Letter(Plain, frozen=True):
    """One letter, every word of it, ready for paper or mail; "" and () where a part is left out.

    from_lines:  letterhead as the identity level allows
    address:     the recipient's block: name, role, verbatim lines, country in capitals last
    special_mail: the postal mark of a letter that goes abroad ("PAR AVION / AIR MAIL")
    reference:   a line beside the date
    dateline:    "Bruxelles, 10 December 2012", in the letter's language
    body:        paragraphs separated by a blank line, with the signs of letters.marks
    signature:   the name below the room for the signature
    signature_image: the scanned signature in that room, see Sender; b"" for none
    enclosures:  one line each, after "Enclosures:" (enclosures_label, in the letter's language)
    copies:      one line each, after "Copies:" (copies_label, likewise)
    title:       document title for the PDF: the case, never the sender
    mark:        "Copy" on the copy that goes with a cover note, in the letter's language
    """

    kind: LetterKind
    language: str
    layout: str
    recipient: int
    from_lines: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    special_mail: str = ""
    reference: str = ""
    dateline: str = ""
    subject: str = ""
    salutation: str = ""
    body: str = ""
    closing: str = ""
    signature: str = ""
    signature_image: bytes = b""
    enclosures_label: str = ""
    enclosures: tuple[str, ...] = ()
    copies_label: str = ""
    copies: tuple[str, ...] = ()
    title: str = ""
    mark: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text on the page, in reading order."""
        return (
            self.mark,
            *self.from_lines,
            self.special_mail,
            *self.address,
            self.reference,
            self.dateline,
            self.subject,
            self.salutation,
            self.body,
            self.closing,
            self.signature,
            self.enclosures_label,
            *self.enclosures,
            self.copies_label,
            *self.copies,
        )
