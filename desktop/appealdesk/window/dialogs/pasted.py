"""An address pasted as one block, its lines put to fields: a proposal for a person to check."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from appealdesk import cases
from appealdesk.cases import Recipient

_EMAIL = re.compile(r"[^\s<>,;:]+@[^\s<>,;:]+")
_LABELS: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"^(?:e-?mail|courriel|correo(?:\s+electr\w+)?)\s*:\s*", re.IGNORECASE),
    "fax": re.compile(r"^(?:tele)?fax\w*\.?\s*:?\s*(?=[+(\d])", re.IGNORECASE),
    "phone": re.compile(r"^t[eé]l[\w.éè]*\s*:?\s*(?=[+(\d])|^phone\s*:?\s*", re.IGNORECASE),
    "salutation": re.compile(
        r"^(?:salutation|anrede|formule d['’]appel|tratamiento)\s*:\s*", re.IGNORECASE
    ),
}


def proposal(lines: Sequence[str], known: Recipient) -> Recipient:
    """Return the recipient with a pasted block's lines in its fields.

    Labelled lines (fax, phone, e-mail, salutation) go to their fields. Of the others the first is
    the name, the second the office (where it holds no digit), the rest the address, verbatim; the
    country is named by the last line or the end of it. No line is left out. What the block does
    not say stays as it is in `known`.
    """
    labelled: dict[str, list[str]] = {"email": [], "fax": [], "phone": [], "salutation": []}
    plain: list[str] = []
    for line in lines:
        field, rest = _field(line)
        (labelled[field] if field else plain).append(rest)
    name = plain[0] if plain else known.name
    has_office = len(plain) > 1 and not re.search(r"\d", plain[1])
    address = tuple(plain[2:] if has_office else plain[1:])
    return replace(
        known,
        name=name,
        role=plain[1] if has_office else known.role,
        address=address or known.address,
        country=_country(address) or known.country,
        salutation=" ".join(labelled["salutation"]).rstrip(",:") or known.salutation,
        email=tuple(labelled["email"]) or known.email,
        fax=tuple(labelled["fax"]) or known.fax,
        phone=tuple(labelled["phone"]) or known.phone,
    )


def _field(line: str) -> tuple[str, str]:
    for field, pattern in _LABELS.items():
        if match := pattern.match(line):
            return field, line[match.end() :].strip()
    if _EMAIL.fullmatch(line.strip()):
        return "email", line.strip()
    return "", line


def _country(address: Sequence[str]) -> str:
    if not address:
        return ""
    last = address[-1].strip(" .")
    return cases.country_code(last) or cases.country_code(last.rpartition(",")[2].strip())
