"""Names of countries and languages in the language of the screen, for lists to choose from."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCollator, QLocale

# Codes of the Common Locale Data Repository that are no country one can post a letter to:
# groups (EU, EZ, UN, QO), codes for tests (XA, XB, ZZ), and parts of countries that have
# codes only by reservation (ISO 3166-1, "exceptional reservations").
_NO_COUNTRY = frozenset(
    "AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ".split()  # noqa: SIM905
)


def countries() -> dict[str, str]:
    """Return ISO 3166-1 alpha-2 code -> name, sorted by name as the reader sorts."""
    return _sorted("territories", QLocale().name())


def languages() -> dict[str, str]:
    """Return ISO 639-1 code -> name, sorted by name as the reader sorts."""
    return _sorted("languages", QLocale().name())


def here() -> str:
    """Return the country that the desktop is set to, or "": a proposal, never more."""
    system = QLocale.system()
    if system.language() is QLocale.Language.C:  # set to nothing: Qt would say United States
        return ""
    return QLocale.territoryToCode(system.territory())


@cache
def _sorted(kind: str, locale: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415
    from babel.core import UnknownLocaleError  # noqa: PLC0415

    try:
        known = Locale.parse(locale if locale != "C" else "en")
    except (UnknownLocaleError, ValueError):
        known = Locale.parse("en")
    names = {
        code: name
        for code, name in getattr(known, kind).items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }
    collator = QCollator(QLocale(locale))
    return dict(sorted(names.items(), key=lambda pair: collator.sortKey(pair[1])))
