"""The recipient's address block: the lines as printed, the country on its own in capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from appealdesk.cases import Recipient, country_name
from appealdesk.letters import forms, tongue
from appealdesk.letters.model import Identity, Sender

# The languages in which urgent actions and their addresses name countries.
_NAMED_IN = ("en", "fr", "es", "de", "it", "pt", "ru", "ar", "nl", "sv", "tr", "id", "el")


def address_block(
    recipient: Recipient, sender: Sender | None, identity: Identity, language: str
) -> tuple[str, ...]:
    """Return name, role and address lines verbatim, and the country in capitals as the last line.

    The country is named in the sender's postal language, or in the letter's (`language`) where that
    is not known. It is left out for mail within the sender's country, and where the address does
    not name it. No line stands twice.
    """
    head = [*_lines(recipient.name), *_lines(recipient.role)]
    rest, named = _without_country(list(recipient.address), recipient.country)
    domestic = sender is not None and recipient.country.upper() == sender.country.upper()
    capitals = ""
    if named and not domestic:
        capitals = tongue.country_line(
            recipient.country, postal_language(sender, identity, language)
        )
        if not capitals:
            rest = list(recipient.address)
    return (*_once([*head, *rest]), *filter(None, [capitals]))


def postal_language(sender: Sender | None, identity: Identity, language: str) -> str:
    """Return the language in which the sender's post reads the country of a letter."""
    if identity is Identity.NONE:
        return tongue.WORLD  # the sender's own language would say something about the sender
    if sender is None:
        return language
    return sender.language or tongue.main_language(sender.country) or language


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _once(lines: list[str]) -> list[str]:
    seen: set[str] = set()
    result = []
    for line in lines:
        if line.strip() and line.casefold() not in seen:
            seen.add(line.casefold())
            result.append(line)
    return result


def _without_country(lines: list[str], country: str) -> tuple[list[str], bool]:
    """Return the lines without the country at their end, and whether they name the country.

    It is the last line, or stands behind the last comma ("Lima 1, PERU"). One that stands further
    up ("Republic of Kenya" above the ministry) stays there; with an embassy it says nothing about
    where the letter goes.
    """
    if not country or not lines:
        return lines, False
    last = lines[-1]
    if is_country(last, country):
        return lines[:-1], True
    town, _comma, tail = last.rpartition(",")
    if town.strip() and is_country(tail, country):
        return [*lines[:-1], town.rstrip()], True
    mission = any(is_mission(line) for line in lines)
    return lines, not mission and any(is_country(line, country) for line in lines)


def is_mission(line: str) -> bool:
    """Tell whether a line names an embassy, a consulate or whoever leads one."""
    words = f" {' '.join(_words(line))} "
    return any(f" {mission} " in words for mission in _missions())


def is_country(line: str, country: str) -> bool:
    """Tell whether a line holds the name of this country (ISO 3166-1 alpha-2) and nothing else."""
    words = _words(line)
    if not words:
        return False
    if "".join(words) in _names(country):
        return True
    rest = [word for word in words if word not in _state_words()]
    return bool(rest) and len(rest) < len(words) and _is_name("".join(rest), country)


def _is_name(folded: str, country: str) -> bool:
    """Tell whether a word is the country's name or the adjective made of it (Russia, Russian)."""
    return any(
        folded == name
        or (len(name) > 3 and folded.startswith(name[:-1]) and len(folded) - len(name) < 4)
        for name in _names(country)
    )


def _names(country: str) -> Iterator[str]:
    """Yield a country's names in the languages of urgent actions, folded for comparison.

    Mostly the first is the one looked for: the names in the other languages need not be loaded.
    """
    for language in _NAMED_IN:
        yield from _names_in(language, country)
    yield from _names_in("", country)


@cache
def _names_in(language: str, country: str) -> tuple[str, ...]:
    """Return what one language calls a country; with "" what it is called besides."""
    code = country.upper()
    names = (
        (country_name(code, language),) if language else forms.shared().country_names.get(code, ())
    )
    return tuple("".join(_words(name)) for name in names if name)


@cache
def _state_words() -> frozenset[str]:
    return frozenset(word for phrase in forms.shared().state_words for word in _words(phrase))


@cache
def _missions() -> tuple[str, ...]:
    return tuple(" ".join(_words(phrase)) for phrase in forms.shared().missions)


def _words(text: str) -> list[str]:
    """Return the words of a text without accents, capitals, full stops and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.findall(r"\w+", re.sub(r"[.'’]", "", plain))
