"""Country names and codes in all languages that there are labels for (names by CLDR, through Babel)."""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from appealdesk.cases import labels
from appealdesk.cases.words import folded

_PLAIN_LOCALE = re.compile(r"[a-z]{2,3}(?:_(?:[A-Z]{2}|[0-9]{3}))?")
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
_LONGEST = 8  # words of the longest official name of a state


@cache
def _territories(language: str) -> dict[str, str]:
    """Return code -> name in one language; {} for a language that is not known."""
    names = _names_in_data(language.replace("-", "_")) or _names_of_locale(language)
    return {
        code: str(name)
        for code, name in names.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }


def _names_in_data(locale: str) -> dict[str, str]:
    """Return the names in Babel's data of a locale without a script, and of what it is based on.

    {} for others. Babel's Locale would merge all data of each, numbers and calendars too: ten times as slow.
    """
    from babel import localedata  # noqa: PLC0415
    from babel.core import get_global  # noqa: PLC0415

    bases = get_global("parent_exceptions")
    names: dict[str, str] = {}
    while _PLAIN_LOCALE.fullmatch(locale) and localedata.exists(locale):
        # Not localedata.load: what it has loaded without its bases, a Locale would get from it.
        with Path(localedata.resolve_locale_filename(locale)).open("rb") as stored:
            own = pickle.load(stored).get("territories", {})  # noqa: S301  (a file of Babel's)
        names = {**own, **names}
        locale = bases.get(locale) or locale.rpartition("_")[0]
    return names


def _names_of_locale(language: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError, TypeError):
        return {}


def country_name(code: str, language: str) -> str:
    """Return a country's name in a language (BCP 47), "" where the code or the language is unknown."""
    return _territories(language).get(code.upper(), "")


@lru_cache(maxsize=4)
def _codes(languages: tuple[str, ...]) -> dict[str, str]:
    """Return folded name -> code."""
    found: dict[str, str] = {}
    for name, code in labels.values("countries").items():
        found.setdefault(name, code)
    for language in languages:
        for code, name in _territories(language).items():
            found.setdefault(" ".join(folded(name)), code)
    return found


@lru_cache(maxsize=4096)
def country_code(name: str, languages: tuple[str, ...] = ()) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country named in any language, or "".

    Customary and official names are understood too ("Ivory Coast", "Republic of Peru").
    languages: the languages to look in; all that there are labels for when empty.
    """
    if len(name) > 120:
        return ""
    codes = _codes(languages or labels.languages())
    key = folded(name)
    for words in (key, _without_form(key)):
        code = codes.get(" ".join(words), "")
        if code:
            return code
    return ""


@cache
def _forms() -> frozenset[str]:
    return frozenset(" ".join(folded(line)) for line in labels.lines("state_forms"))


def _without_form(key: tuple[str, ...]) -> tuple[str, ...]:
    """Take away "Islamic Republic of" and the like, of any language."""
    forms = _forms()
    for length in range(min(6, len(key) - 1), 0, -1):
        if " ".join(key[:length]) in forms:
            return key[length:]
    for length in range(1, min(4, len(key))):
        if " ".join(key[-length:]) in forms:
            return key[:-length]
    return key


@lru_cache(maxsize=4096)
def country_at_end(line: str) -> str:
    """Return the code of the country that a line of an address ends with ("06067 Quito, ECUADOR"), or ""."""
    if len(line) > 300:
        line = line[-300:]
    key = folded(line)
    for length in range(min(_LONGEST, len(key)), 0, -1):
        code = country_code(" ".join(key[-length:]))
        if code:
            return code
    return ""


@cache
def _towns() -> frozenset[str]:
    """Return the towns that time zones are named after, folded: most capitals are among them."""
    from babel.core import get_global  # noqa: PLC0415

    zones = (zone.rpartition("/")[2] for zone in get_global("zone_territories") if "/" in zone)
    return frozenset(" ".join(folded(zone.replace("_", " "))) for zone in zones)


def is_town(name: str) -> bool:
    """Tell whether a text is the name of a capital or another large town, and nothing else."""
    return len(name) < 40 and " ".join(folded(name)) in _towns()
