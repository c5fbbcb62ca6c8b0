"""How a letter greets, and how it closes."""

from __future__ import annotations

import re

from appealdesk.cases import Recipient
from appealdesk.letters import forms
from appealdesk.letters.model import Draft

_STOPS = " ,;:!"


def salutation_is_ours(recipient: Recipient, draft: Draft, number: int) -> bool:
    """Tell whether the salutation was made from the office, because the urgent action gives none.

    Then it is something to check. One that the volunteer put in is theirs.
    """
    return number not in draft.salutations and not _usable(recipient, draft.language)


def salutation(recipient: Recipient, draft: Draft) -> str:
    """Return the salutation, with the comma (or other mark) that the language puts after it."""
    words = forms.of(draft.language).salutations
    own = draft.salutations.get(recipient.number)
    if own is not None:
        return own.strip()
    return (_usable(recipient, draft.language) or from_office(recipient, words)) + words.stop


def closing(greeting: str, recipient: Recipient, draft: Draft) -> str:
    """Return the closing that fits a salutation."""
    own = draft.closings.get(recipient.number)
    if own is not None:
        return own.strip()
    words = forms.of(draft.language).closings
    bare = greeting.strip(_STOPS)
    for begins, say in sorted(words.after.items(), key=lambda pair: -len(pair[0])):
        if re.match(rf"{re.escape(begins)}(?!\w)", bare, re.IGNORECASE) and _short(bare, begins):
            return say.format(salutation=bare) + words.stop
    return words.usual.format(salutation=bare) + words.stop


def _short(greeting: str, begins: str) -> bool:
    """Tell whether a greeting is no more than its beginning: "Dear Sir", not "Dear Sir Ivan"."""
    rest = greeting[len(begins) :]
    return not re.search(r"\w{3,}", re.sub(r"(?i)\b(or|and|/)?\s*(sir|madam)s?\b", "", rest))


def _usable(recipient: Recipient, language: str) -> str:
    """Return the urgent action's own salutation, if it can stand in a letter of this language."""
    said = fitting_part(recipient.salutation, language)
    if forms.of(language).salutations.in_another_language == "ours" and _language_of(said) not in {
        None,
        "",
        language,
    }:
        return ""
    return said


def fitting_part(printed: str, language: str) -> str:
    """Return a salutation as printed, without the comma; of one in two languages, our part.

    "Sr. Presidente / Dear President" is "Dear President" in an English letter. "Dear Sir/Madam" is
    one salutation, and stays whole.
    """
    text = " ".join(printed.split()).strip(_STOPS)
    parts = [part.strip(_STOPS) for part in re.split(r"\s*[/|]\s*|\n", text)]
    if len(parts) < 2:
        return _without_full_stop(text)
    spoken = [_language_of(part) for part in parts]
    if None in spoken or len(set(spoken)) < 2:
        return _without_full_stop(text)
    fitting = [part for part, said in zip(parts, spoken, strict=True) if said == language]
    return _without_full_stop((fitting or parts)[0])


def _language_of(part: str) -> str | None:
    """Return the language a salutation begins in; "" for another script, None if not known."""
    first = part.split(maxsplit=1)[0] if part else ""
    for language, beginnings in forms.shared().salutation_begins.items():
        if any(first.casefold().startswith(begins.casefold()) for begins in beginnings):
            return language
    return "" if first and not re.match(r"[A-Za-zÀ-ɏ]", first) else None


def _without_full_stop(text: str) -> str:
    """Drop the full stop of a sentence, not that of an abbreviation ("Dear Sr.")."""
    return text.rstrip(".") if re.search(r"\w{4,}\.$", text) else text


def from_office(recipient: Recipient, words: forms.Salutations) -> str:
    """Return a salutation from name and office that guesses nothing about the person."""
    for begins, say in words.by_name.items():
        if recipient.name.strip().casefold().startswith(begins.casefold()):
            return say
    parts = _parts(recipient.role, words)
    for begins, say in words.by_office.items():
        if any(re.match(rf"{re.escape(begins)}(?!\w)", part, re.IGNORECASE) for part in parts):
            return say
    office = office_of(recipient.role, words)
    if office:
        return words.office.format(office=office)
    return words.embassy if recipient.embassy else words.unknown


def office_of(role: str, words: forms.Salutations) -> str:
    """Return the one office by which to greet somebody: "Deputy Minister of Justice", or "".

    An institution ("Ministry of Justice") is no office. Of several offices the highest is taken.
    """
    offices = [part for part in _parts(role, words) if _is_office(part, words)]
    if any(word in words.foreign for word in role.casefold().split()):
        return ""  # an office in another language makes no salutation in this one
    for high in words.highest:
        for office in offices:
            if re.match(rf"{re.escape(high)}(?!\w)", office, re.IGNORECASE):
                return office
    return offices[0] if offices else ""


def _parts(role: str, words: forms.Salutations) -> list[str]:
    """Return the offices and institutions that a role names, one by one."""
    parts = (_plain_office(part, words) for part in re.split(r"[,;\n]|\s[–—-]\s", role))
    return [part for part in parts if part]


def _plain_office(part: str, words: forms.Salutations) -> str:
    split = part.split()
    while split and split[0].casefold() in words.articles:
        split = split[1:]
    text = " ".join(split).strip(" .")
    if not text or (not text.isupper() and not text[0].islower()):
        return text
    # All in capitals, or all in small letters: written as an office is in a letter.
    return " ".join(
        word.lower()
        if place and word.casefold() in words.small_words
        else word[:1].upper() + (word[1:].lower() if text.isupper() else word[1:])
        for place, word in enumerate(split)
    ).strip(" .")


def _is_office(part: str, words: forms.Salutations) -> bool:
    """Tell whether a person holds this: an office word stands before the first small word."""
    for word in re.findall(r"[\w’'.-]+", part.casefold()):
        if word in words.small_words:
            return False
        if any(piece in words.offices for piece in (word, *word.split("-"))):
            return True
    return False
