"""Names of countries are those of CLDR, whichever way they are loaded."""

from __future__ import annotations

import pytest
from babel import Locale

from appealdesk.cases import country_code, country_name
from appealdesk.cases.countries import _names_in_data, _territories


@pytest.mark.parametrize("language", ["en", "ru", "ar", "en-GB", "pt-PT", "es-MX", "zh-Hant", "no"])
def test_names_are_those_that_babel_gives(language: str) -> None:
    whole = Locale.parse(language, sep="-").territories
    _territories.cache_clear()
    assert {code: whole[code] for code in _territories(language)} == _territories(language)
    assert len(_territories(language)) > 250


@pytest.mark.parametrize("language", ["", "xx", "../en", "en/../fr", "e\0n", "EN_"])
def test_what_is_no_language_names_nothing_and_opens_nothing(language: str) -> None:
    assert _names_in_data(language) == {}
    assert country_name("PE", language) == ""


def test_loading_names_alone_leaves_babel_whole() -> None:
    country_name("PE", "sv-FI")
    assert Locale.parse("sv_FI").days["format"]["wide"][0] == "måndag"


def test_countries_are_known_by_their_names_in_every_language_of_urgent_actions() -> None:
    assert country_code("Côte d’Ivoire") == country_code("Ivory Coast") == "CI"
    assert country_code("Германия") == country_code("Islamic Republic of Germany") == "DE"
