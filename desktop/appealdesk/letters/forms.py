"""The words of a language's letters, read from resources/forms/<language>.yaml."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

import msgspec

from appealdesk import resources
from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.translation import _


class Fields(Plain, frozen=True):
    """What the volunteer still has to write, without the brackets."""

    own: str
    about: str
    ask: str
    translate: str
    own_words: str


class Salutations(Plain, frozen=True):
    """Forms of address for recipients to whom the urgent action gives none."""

    stop: str
    unknown: str
    office: str
    embassy: str
    by_name: dict[str, str] = msgspec.field(default_factory=dict)
    by_office: dict[str, str] = msgspec.field(default_factory=dict)
    offices: tuple[str, ...] = ()
    highest: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    in_another_language: str = "keep"


class Closings(Plain, frozen=True):
    """The beginning of a salutation -> the closing that fits it."""

    usual: str
    after: dict[str, str] = msgspec.field(default_factory=dict)
    stop: str = ""


class Reader(Plain, frozen=True):
    """How the authorities written to become "you"; see the comments in forms/en.yaml."""

    you: str
    third: str
    many: tuple[str, ...] = ()
    one: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


class Asks(Plain, frozen=True):
    """How points become sentences; each field is explained in forms/en.yaml."""

    whole: str
    loose: str = ""
    asked: str = ""
    asked_not: str = ""
    noun: str = ""
    that: str = ""
    reader: Reader | None = None
    openings: dict[str, str] = msgspec.field(default_factory=dict)
    requests: dict[str, str] = msgspec.field(default_factory=dict)
    adverbs: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    lead_ends: tuple[str, ...] = ()
    like_opening: str = ""
    unlike_opening: tuple[str, ...] = ()
    writer: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    negatives: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    noun_before: tuple[str, ...] = ()
    noun_begins: tuple[str, ...] = ()
    that_begins: tuple[str, ...] = ()
    sentence_begins: tuple[str, ...] = ()
    sentence_like: str = ""
    own_words: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    list_ends: tuple[str, ...] = ()


class FaxWords(Plain, frozen=True):
    """The labels of a fax sheet."""

    title: str
    to: str
    sender: str
    number: str
    date: str
    subject: str
    pages: str


class Forms(Plain, frozen=True):
    """Everything in one language's file."""

    locale: str
    dateline: str
    date_alone: str
    enclosures: str
    copies: str
    letter: str
    mark: str
    fax: FaxWords
    recipients: str
    somebody: str
    named: str
    others: str
    fields: Fields
    salutations: Salutations
    closings: Closings
    asks: Asks
    first_day: str = ""


class Shared(Plain, frozen=True):
    """What letters of every language share (resources/forms/shared.yaml)."""

    salutation_begins: dict[str, tuple[str, ...]]
    honours: tuple[str, ...]
    missions: tuple[str, ...]
    state_words: tuple[str, ...]
    country_names: dict[str, tuple[str, ...]]
    airmail: dict[str, str]


AnyForms = TypeVar("AnyForms", Forms, Shared)


def read(text: str, name: str, kind: type[AnyForms]) -> AnyForms:
    """Return the forms in a YAML text; `name` is the file's, for the Trouble a mistake raises."""
    import yaml  # noqa: PLC0415

    # Every value is text: "on" and "no" are words here, not truths.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    remedy = _("Set it right in the file, or take the file of a fresh copy of the program.")
    try:
        return msgspec.convert(yaml.load(text, loader), kind)  # noqa: S506  (makes nothing but text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (
            name if mark is None else _("{file}, line {line}").format(file=name, line=mark.line + 1)
        )
        problem = error.problem or ""
        raise Trouble(
            _("The forms of address cannot be read: {problem}.").format(problem=problem),
            place=place,
            remedy=remedy,
        ) from error
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise Trouble(
            _("The forms of address cannot be used: {problem}.").format(
                problem=str(error).partition("\n")[0]
            ),
            place=name,
            remedy=remedy,
        ) from error


@cache
def of(language: str) -> Forms:
    """Return the forms of one language (ISO 639-1). Raises Trouble when there are none."""
    name = f"{language}.yaml"
    try:
        text = resources.text("forms", name)
    except (OSError, ValueError) as error:
        raise Trouble(
            _("There are no letters in this language yet: {language}.").format(language=language),
            remedy=_("Choose another language for the letter."),
        ) from error
    return read(text, f"forms/{name}", Forms)


@cache
def shared() -> Shared:
    """Return what letters of every language share."""
    return read(resources.text("forms", "shared.yaml"), "forms/shared.yaml", Shared)
