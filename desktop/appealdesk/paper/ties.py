"""What stays together on a line: initials with their name, a day with its month, a reference."""

from __future__ import annotations

import re
from functools import cache

_NO_BREAK = "\u00a0"

# The words before a name or a number that a reader should not find at the end of a line.
_TITLES = (
    r"Mrs?\.?|Ms\.?|Dr\.?|Prof\.?|St\.?|H\.E\.|M\.|MM\.|Mme|Mlle|Me|Sra?\.?|Srta\.?|Dña\.?|Don|Doña"
    r"|Herrn?|Frau|г-н|г-жа|тов\.|Sig\.?|Dott\."
)
_COUNTED = (
    r"№|§§?|No\.|no\.|Nos\.|Nr\.|n[°º]|N[°º]|[Aa]rt\.|Arts\.|[Aa]rticles?|Artikeln?|[Aa]rtículos?"
    r"|[Сс]тать[яиюей]+|ст\.|p\.|pp\.|S\.|[Ss]ection|[Rr]esolution|[Uu]rgent [Aa]ction"
)
# One-letter words never end a line in these languages; their readers learn it at school.
_SMALL_WORDS = {
    "ru": "вкосуиая", "uk": "вузіоайє", "be": "уіазк", "bg": "вскои",
    "pl": "aiouwz", "cs": "aikosuvz", "sk": "aikosuvz",
}  # fmt: skip


def tied(text: str, language: str) -> str:
    """Return a text with the spaces that must not break made no-break spaces.

    language: ISO 639-1, the one the text is written in
    """
    return _pattern(language).sub(lambda found: found.group().replace(" ", _NO_BREAK), text)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One pattern for all; each matches a space with what stands before it."""
    months = _months(language)
    parts = [
        r"(?<![^\W\d_])[^\W\d_a-zа-я]\.(?: (?=[^\W\d_a-zа-я]))",  # "M. V. Aldenova"
        rf"(?<!\w)(?:{_TITLES}) (?=[^\W\d_a-zа-я])",  # "Dr Aldenova"
        rf"(?<!\w)(?:{_COUNTED}) (?=[\dIVX])",  # "Article 5"
        r"(?<!\w)[A-Z]{2,4} (?=\d+/\d)",  # "UA 12/26", "EUR 46/001/2026"
        r"(?<=\d) (?=\d{3}(?!\d)|[%‰€$£]|г\.)",  # "10 000", "5 %", "2026 г."
    ]
    if months:
        parts.append(rf"(?<!\d)\d{{1,2}}(?:\.|er|º|st|nd|rd|th)? (?=(?:de )?(?:{months})(?!\w))")
        parts.append(rf"(?<!\w)(?:{months}) (?=\d)")
    if small := _SMALL_WORDS.get(language):
        parts.append(rf"(?<![\w'’-])[{small}{small.upper()}] (?=\w)")
    if language == "fr":
        parts.append(r" (?=[:;!?»])|« ")
    return re.compile("|".join(parts))


def _months(language: str) -> str:
    """The names of the months, in the forms that stand in a date, as an alternation."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        names = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return ""
    found = {
        str(name) for form in ("format", "stand-alone") for name in names[form]["wide"].values()
    }
    return "|".join(
        re.escape(name) for name in sorted(found, key=len, reverse=True) if len(name) > 2
    )
