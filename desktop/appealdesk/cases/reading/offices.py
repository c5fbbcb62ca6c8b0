"""What an address line is: an office, a person, an institution, a place. Told by its words."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from appealdesk.cases import countries, labels
from appealdesk.cases.words import Word, folded, words


class Kind(Enum):
    """What a line of an address block is."""

    ROLE = "role"
    PERSON = "person"  # with a title or honorific: certainly a person
    NAME = "name"  # looks like a person's name, without a title
    BODY = "institution"
    PLACE = "place"
    COUNTRY = "country"


_NO_NAME = re.compile(r"[/:;@&#\"“”„«»]|\.\.")
_INSIDE = "'’ʼ‘`-"
_POSTCODE = re.compile(r"\(?[A-Z]{0,3}-?\d{3,}(?![\d:])")
_STREET = re.compile(r"[Cc]/\s?(?!o\b)(?=\w)")  # "c/ Mayor 12"
_ROLE_LAST = re.compile(r"[A-Za-zÄÖÜäöüß]")


def connectives() -> frozenset[str]:
    return labels.single_words("connectives")


def honorific_end(row: tuple[Word, ...], start: int = 0) -> int:
    """Return the word after the honorifics and ranks that a name begins with (start if none)."""
    titles = labels.phrases("honorifics")
    at = start
    while at < len(row):
        match = titles.at(row, at)
        if not match:
            break
        follows = row[match.last].folded if match.last < len(row) else ""
        joining = connectives() - labels.single_words("particles") - labels.single_words("articles")
        if follows in joining:
            break  # "Mayor of Lima" is an office and nobody's rank
        if match.last - match.first == 1 and len(row[at].folded) == len(follows) == 1:
            break  # "U.P. Complex" begins with no "U"
        at = match.last
    return at


def _head(row: tuple[Word, ...]) -> int:
    """Return the number of words before the first "of", "de", "für": the head of an office's name."""
    joining = connectives()
    for number, word in enumerate(row):
        if number and word.folded in joining:
            return number
    return len(row)


def office_kind(row: tuple[Word, ...], text: str) -> Kind | None:
    """Return ROLE or BODY where the words name an office or an institution, else None."""
    if not row:
        return None
    head = _head(row)
    roles, bodies = labels.phrases("roles"), labels.phrases("institutions")
    start = 1 if row[0].folded in labels.single_words("articles") and head > 1 else 0
    head = max(head, 2) if start and len(row) > 1 else head
    found: list[tuple[int, int, Kind]] = []
    for phrases, kind in ((roles, Kind.ROLE), (bodies, Kind.BODY)):
        found.extend((match.first, match.last, kind) for match in phrases.all_in(row, start, head))
    if not found:
        return None
    # "Cabinet Secretary" is an office, whatever "Cabinet" is.
    longest = {first: max(one[1] for one in found if one[0] == first) for first, _, _ in found}
    found = [entry for entry in found if entry[1] == longest[entry[0]]]
    comma = text.find(",")
    if comma > 0:
        before = [entry for entry in found if row[entry[0]].start < comma]
        found = before or found
    latin = bool(_ROLE_LAST.match(text.lstrip("\"'«“(")))
    found.sort(key=lambda entry: (entry[1], entry[1] - entry[0]))
    first_wins = not latin or row[0].folded in labels.single_words("head_first")
    return found[0][2] if first_wins else found[-1][2]


def _capital(text: str) -> bool:
    first = text[:1]
    return first.isupper() or not (first.islower() or first.isupper())


def looks_like_name(text: str, row: tuple[Word, ...], start: int = 0) -> bool:
    """Whether the words from one on may be a person's name: capitals, no figures, no words of places."""
    names = row[start:]
    suffixes = labels.single_words("name_suffixes")
    while len(names) > 2 and names[-1].folded in suffixes:
        names = names[:-1]  # "Ali Roe Jr."
    if not 1 <= len(names) <= 9:
        return False
    piece = text[max(names[0].start - 1, 0) : names[-1].end + 1].strip(" :;,")
    if any(character.isdigit() for character in piece) or _NO_NAME.search(piece):
        return False
    opened = piece.startswith("(") and len(names[0].folded) > 1  # "General (r) Ali Roe"
    if opened or piece.count("(") != piece.count(")"):
        return False
    if not start and ("," in piece or "،" in piece):
        return False
    particles = labels.single_words("particles")
    if not all(
        _capital(text[word.start :])
        or word.folded in particles
        or word.end - word.start == 1
        or (word.start and text[word.start - 1] in _INSIDE)  # "Mu'ammar", "Jong-un"
        for word in names
    ):
        return False
    last = names[-1]
    inside = last.start and text[last.start - 1] in _INSIDE  # "al-Ra'i"
    if last.folded in particles and not inside and not _capital(text[last.start :]):
        return False
    streets, bodies = labels.phrases("streets"), labels.phrases("institutions")
    # "Dr. Armando Villa" is called by the word of a place; "Armando Villa" may live in one.
    also_names = labels.phrases("weak_streets") if start else None
    for number in range(start, start + len(names)):
        match = streets.at(row, number) or bodies.at(row, number)
        if match and not (also_names and also_names.at(row, number)):
            return False
    return True


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """Return what a line of an address is; a line with commas is what its first piece is."""
    row = words(text)
    if not row or labels.phrases("care_of").at(row, 0) or _STREET.match(text):
        return Kind.PLACE
    if countries.country_code(text.strip(" .,;")):
        return Kind.COUNTRY
    first, comma, behind = text.replace("،", ",").partition(",")
    if comma and behind.strip(" ,"):
        return _of_pieces(first, behind)
    if countries.is_town(text) or _POSTCODE.match(text):
        return Kind.PLACE
    if _all_office(row):
        return Kind.ROLE
    title = honorific_end(row)
    if title and title == len(row):
        return Kind.PERSON
    if title and len(row) - title <= 1 and labels.phrases("streets").at(row, 0):
        return Kind.PLACE  # "Col. Juárez" is a quarter
    if title:
        rest = office_kind(row[title:], text[row[title].start :])
        if rest is None and looks_like_name(text, row, title):
            return Kind.PERSON
        if rest in {None, Kind.ROLE} and (
            _names_office_holder(text, row, title) or _called_by_office(text, row, title)
        ):
            return Kind.PERSON
    kind = office_kind(row, text)
    if kind:
        return kind
    return Kind.NAME if looks_like_name(text, row) and not _place(row) else Kind.PLACE


def _all_office(row: tuple[Word, ...]) -> bool:
    """Whether a line holds only words of offices ("Judge Advocate General")."""
    known = labels.phrases("roles", "titles_of_office", "portfolios", "honorifics")
    at, offices = 0, 0
    institutions = labels.phrases("institutions")
    if institutions.at(row, 0) or institutions.at(row, len(row) - 1):
        return False
    while at < len(row):
        match = known.at(row, at)
        if match:
            offices += bool(labels.phrases("roles").at(row, at))
            at = match.last
        elif at and row[at].folded in connectives() | labels.single_words("articles"):
            at += 1
        else:
            return False
    return offices > 0


def _of_pieces(first: str, behind: str) -> Kind:
    """Return the kind of a line with commas: an untitled name counts where its office follows."""
    kind = kind_of(first)
    if kind is Kind.NAME:
        following = kind_of(behind.partition(",")[0])
        return Kind.PERSON if following is Kind.ROLE else Kind.PLACE
    return Kind.PLACE if kind is Kind.COUNTRY else kind


def _names_office_holder(text: str, row: tuple[Word, ...], title: int) -> bool:
    """Whether after the honorific stand a bare title and a name ("His Excellency President X Y")."""
    if title < len(row) and row[title].folded in labels.single_words("articles"):
        title += 1
    bare = labels.phrases("titles_of_office").at(row, title)
    return bool(bare and bare.last < len(row) and looks_like_name(text, row, bare.last))


def _called_by_office(text: str, row: tuple[Word, ...], title: int) -> bool:
    """Whether a titled name begins with a word that is an office too ("Hon. Sheriff Roe")."""
    office = labels.phrases("roles").at(row, title)
    if not office or office.last - title > 1 or not title < len(row) - 1 <= title + 3:
        return False
    known = labels.phrases("portfolios", "roles")
    if any(known.at(row, number) for number in range(office.last, len(row))):
        return False
    return looks_like_name(text, row, title)


def _place(row: tuple[Word, ...]) -> bool:
    return any(labels.phrases("streets").at(row, number) for number in range(len(row)))


def shares_word(one: str, other: str) -> bool:
    """Whether two lines share a word of five letters or more: an office printed in two languages does."""
    return bool(
        {word for word in folded(one) if len(word) > 4}
        & {word for word in folded(other) if len(word) > 4}
    )


def repeats(one: str, other: str) -> bool:
    """Whether two lines say the same in the same words."""
    return folded(one) == folded(other)


def small_words(row: tuple[Word, ...], text: str) -> int:
    """Return how many words in small letters stand in a line that no line of an address has."""
    known = connectives() | labels.single_words("articles") | labels.single_words("particles")
    of_addresses = labels.phrases(
        "portfolios", "roles", "institutions", "streets", "care_of", "honorifics"
    )
    return sum(
        1
        for number, word in enumerate(row)
        if text[word.start].islower()
        and word.folded not in known
        and not of_addresses.at(row, number)
    )
