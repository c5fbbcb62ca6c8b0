"""What an urgent action says: plain frozen values, each with the line it was read from."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class Plain(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """The base of all values that rooms hand to each other and that are kept: frozen, typed."""


class Line(Plain, frozen=True):
    """One line of a document, as read; `number` counts from 1 through the whole document."""

    number: int
    text: str
    page: int = 1


class Document(Plain, frozen=True):
    """The text of a document that was opened: its file name (no folder), format and lines."""

    name: str
    format: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


class Source(Plain, frozen=True):
    """The lines of the document (first and last, counting from 1) that a value was read from."""

    line: int
    last: int
    page: int = 1


class Doubtful(StrEnum):
    """Why a value needs a person's eye."""

    MISSING = "missing"  # the document should say it and does not
    REFERRED_TO = "referred to but missing"  # "the above date", and no date above
    BEFORE_ISSUE = "earlier than the issue date"
    PAST = "already past"
    CONTRADICTION = "given twice with different values"
    UNUSUAL = "unusual form"
    GUESSED = "guessed"
    UNCLEAR_END = "may begin or end elsewhere"
    INTERLEAVED = "columns may be mixed up"
    LOST_LETTERS = "letters may have been lost"
    MIXED_ALPHABETS = "letters of two alphabets"
    HIDDEN_CHARACTERS = "hidden characters"
    SPELLING = "may be misspelt"
    PICTURE = "a page is a picture and was not read"
    UNREAD = "more came with it and was not read"


class Doubt(Plain, frozen=True):
    """One thing to check: which field, why, where, and the words in question.

    field: the name of a field of Case or Recipient ("deadline", "salutation", "points"), or
    "document" where the doubt is about all that was read.
    """

    field: str
    problem: Doubtful
    source: Source | None = None
    quote: str = ""


class Part(StrEnum):
    """What an address in the document is for."""

    TARGET = "target"
    COPY = "copy"
    OTHER = "other"  # the prisoner, the organiser: no appeal goes there


class Recipient(Plain, frozen=True):
    """Somebody to write to. `number` stays the same while others are added and removed.

    address:     postal lines after name and role, verbatim, the country's among them
    country:     ISO 3166-1 alpha-2 of the address, or "" where it names none
    name, role, salutation: "" where the document gives none
    sources:     field name -> where it was read; fields typed by a person have none
    checked:     fields that a person has confirmed or typed
    """

    number: int
    part: Part = Part.TARGET
    name: str = ""
    role: str = ""
    address: tuple[str, ...] = ()
    country: str = ""
    fax: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    telegram: tuple[str, ...] = ()
    telex: tuple[str, ...] = ()
    social: tuple[str, ...] = ()
    salutation: str = ""
    notices: tuple[str, ...] = ()  # "only by post to the embassy": belongs to no field
    embassy: bool = False  # a diplomatic mission in the sender's country
    sources: dict[str, Source] = {}
    doubts: tuple[Doubt, ...] = ()
    checked: tuple[str, ...] = ()


class Point(Plain, frozen=True):
    """One thing the letter should say or ask, verbatim, without its bullet."""

    text: str
    source: Source | None = None


class Person(Plain, frozen=True):
    """Somebody the case is about."""

    name: str
    pronoun: str = ""  # as printed ("he/him"), "" where not given
    source: Source | None = None


class Case(Plain, frozen=True):
    """An urgent action as read, and as a person has set it right. Missing text is ""."""

    reference: str = ""  # "UA 214/11"
    index: str = ""  # "EUR 46/042/2012"
    title: str = ""
    persons: tuple[Person, ...] = ()
    country: str = ""  # where the authorities written to are: ISO 3166-1 alpha-2
    language: str = "en"  # the document's own language, ISO 639-1
    is_update: bool = False
    update: int = 0  # 2 for "second update"; 0 where it is none or does not say
    stop: bool = False  # a stop action: no appeals any more
    issued: dt.date | None = None
    deadline: dt.date | None = None
    languages: tuple[str, ...] = ()  # to write in, ISO 639-1
    own_language: bool = False  # or the writer's own
    summary: str = ""  # the lead paragraph
    situation: str = ""  # what happened, after the lead; paragraphs separated by "\n\n"
    background: str = ""  # additional information
    points: tuple[Point, ...] = ()
    points_to: str = ""  # the line that introduces them ("Please write immediately in ...:")
    model_letter: str = ""  # body without greeting and closing
    recipients: tuple[Recipient, ...] = ()
    embassy_note: bool = False  # copies to diplomatic representatives are asked for
    links: tuple[str, ...] = ()
    sources: dict[str, Source] = {}
    doubts: tuple[Doubt, ...] = ()
    checked: tuple[str, ...] = ()

    def of(self, part: Part) -> tuple[Recipient, ...]:
        """Return the recipients of one part, in the document's order."""
        return tuple(recipient for recipient in self.recipients if recipient.part is part)
