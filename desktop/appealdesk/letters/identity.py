"""What a letter shows of its sender, and never more (see Identity)."""

from __future__ import annotations

import re
import unicodedata

from appealdesk.letters import tongue
from appealdesk.letters.model import Draft, Identity, Sender


def identity_shown(draft: Draft, sender: Sender | None) -> Identity:
    """Return how much of the sender the letters show: chosen for this case, or for all."""
    if draft.identity is not None:
        return draft.identity
    return sender.identity if sender is not None else Identity.FULL


def from_lines(
    sender: Sender | None, identity: Identity, language: str, *, abroad: bool
) -> tuple[str, ...]:
    """Return the sender's lines at the head of a letter.

    full: name, organisation, address, and the country in capitals on a letter that goes abroad.
    town: name and town. initials: initials and town. none: nothing. Never an e-mail address or
    telephone number: the volunteer did not ask for them on the page.
    """
    if sender is None or identity is Identity.NONE:
        return ()
    if identity is Identity.FULL:
        lines = [sender.name, sender.organisation, *sender.address]
        if abroad and sender.country:
            lines.append(tongue.country_line(sender.country, language))
    else:
        lines = [signature(sender, identity), town(sender)]
    return tuple(line.strip() for line in lines if line.strip())


def signature(sender: Sender | None, identity: Identity) -> str:
    """Return the name below the signature."""
    if sender is None or identity is Identity.NONE:
        return ""
    return initials(sender.name) if identity is Identity.INITIALS else sender.name.strip()


def signature_image(sender: Sender | None, identity: Identity) -> bytes:
    """Return the scanned signature, where it is wanted and the name is shown whole; else b""."""
    if sender is None or not sender.signed or identity not in {Identity.FULL, Identity.TOWN}:
        return b""
    return sender.signature_image


def place(sender: Sender | None, identity: Identity) -> str:
    """Return the place beside the date."""
    if sender is None or identity is Identity.NONE:
        return ""
    return sender.place.strip()


def country(sender: Sender | None, identity: Identity) -> str:
    """Return the sender's country, by whose custom the date is written; "" where nothing shows."""
    return "" if sender is None or identity is Identity.NONE else sender.country


def town(sender: Sender) -> str:
    """Return the line of the address that holds the town, without the street.

    It is the last one. Of an address in a single line, it is the place beside the date, or else
    what follows the last comma; never the whole line.
    """
    lines = [line.strip() for line in sender.address if line.strip()]
    if not lines:
        return sender.place.strip()
    if len(lines) > 1:
        return lines[-1]
    return sender.place.strip() or lines[0].rpartition(",")[2].strip() * ("," in lines[0])


def initials(name: str) -> str:
    """Return the initials of a name: "Marie-Claire de Smet" -> "M. C. S.".

    Particles in small letters are passed over. In scripts where one sign is a whole name (Chinese,
    Korean, Japanese) there are no initials: "".
    """
    words = [word for word in re.split(r"[\s\-\u2010-\u2015.,']+", name) if word[:1].isalpha()]
    if any(
        unicodedata.name(word[0], "").startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA"))
        for word in words
    ):
        return ""
    chosen = [word for word in words if not word[0].islower()] or words
    return " ".join(f"{word[0].upper()}." for word in chosen)
