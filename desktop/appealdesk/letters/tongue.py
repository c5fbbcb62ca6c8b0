"""Dates, lists and names of countries in a letter's language (CLDR, by Babel)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from appealdesk.cases import country_name
from appealdesk.letters import forms

if TYPE_CHECKING:
    from babel import Locale

WORLD = "en"
"""The language of a country's name when the sender's is not to be seen: the Universal Postal Union
asks for that of the country of dispatch or an internationally known one (S42)."""


@cache
def locale(language: str, country: str = "") -> Locale:
    """Return the locale of a letter: the language as the sender's country writes it.

    country: ISO 3166-1 alpha-2 or ""; one where the language has no form of its own is passed over.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    for name in (f"{language}-{country}" if country else "", forms.of(language).locale, language):
        try:
            if name:
                return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def date_line(place: str, on: dt.date, language: str, country: str) -> str:
    """Return the line with place and date, the month in letters; place may be ""."""
    from babel.dates import format_date  # noqa: PLC0415

    # Not every font has the narrow space that CLDR puts before the Russian "г.".
    date = format_date(on, "long", locale(language, country)).replace("\u202f", "\u00a0")
    words = forms.of(language)
    if on.day == 1 and words.first_day and date.startswith("1 "):
        date = words.first_day + date[1:]
    if not place:
        return words.date_alone.format(date=date)
    return words.dateline.format(place=place, date=date)


def number_in(value: float, language: str) -> str:
    """Return a number as a language writes it: "55.6" in English, "55,6" in German."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(value, locale=locale(language))


def listed(names: Sequence[str], language: str) -> str:
    """Return names as a list in a sentence: "A, B and C"."""
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(list(names), locale=locale(language)) if names else ""


def capitals(text: str, language: str) -> str:
    """Return a text in capitals, as the language has them (Turkish i with its dot)."""
    if language in {"tr", "az"}:
        text = text.replace("i", "İ").replace("ı", "I")
    return text.upper()


def country_line(country: str, language: str) -> str:
    """Return a country's name in capitals; "" when the country or its name is not known."""
    name = country_name(country, language) or country_name(country, WORLD)
    return capitals(name, language.partition("-")[0])


@cache
def main_language(country: str) -> str:
    """Return the language most used officially in a country (ISO 639-1), or "" if not known."""
    from babel.languages import get_official_languages  # noqa: PLC0415

    found = get_official_languages(country.upper(), de_facto=True) if country else ()
    return str(found[0]) if found else ""
