"""Recipients by name: in a line, on a button."""

from __future__ import annotations

import re

from appealdesk.cases import Recipient
from appealdesk.letters import forms

SHORT = 24
"""The most characters of a short name: what a button in the window has room for."""


def named(recipient: Recipient) -> str:
    """Return a recipient in one line: name and role, or the first line of the address."""
    lines = (in_line(recipient.name), in_line(recipient.role))
    return ", ".join(line for line in lines if line) or "".join(recipient.address[:1]).strip()


def short_name(recipient: Recipient) -> str:
    """Return a name of at most SHORT characters: "Bastrykin", or the office cut at a word.

    A name that fits is left whole, for in many countries the family name comes first; of a longer
    one the last part is taken. Honours before the name are left out. The e-mail address stands in
    where there is neither name, office nor address.
    """
    name = _without_honours(in_line(recipient.name))
    if name:
        return name if len(name) <= SHORT else _cut(_last_part(name))
    for text in (recipient.role, *recipient.address, *recipient.email):
        if in_line(text):
            return _cut(in_line(text))
    return ""


def in_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _without_honours(name: str) -> str:
    honours = {honour.casefold() for honour in forms.shared().honours}
    words = name.split()
    while len(words) > 1 and words[0].rstrip(",").casefold() in honours:
        words = words[1:]
    return " ".join(words)


def _last_part(name: str) -> str:
    """Return the last word of a name, with the particles before it: "al-Gaddafi", "de la Cruz"."""
    words = name.split()
    last = [words.pop()]
    if words and re.fullmatch(r"[IVX]+|[JS]r\.?", last[0]):
        last.insert(0, words.pop())
    while words and words[-1][0].islower() and words[-1][0].isalpha():
        last.insert(0, words.pop())
    return " ".join(last)


def _cut(text: str) -> str:
    if len(text) <= SHORT:
        return text
    whole = re.sub(r"\W+\w*$", "", text[:SHORT])
    return f"{(whole or text)[: SHORT - 1]}…"
