"""Fields of a case and of a recipient in a volunteer's words."""

from __future__ import annotations

from appealdesk import cases
from appealdesk.cases import Doubt, Recipient
from appealdesk.translation import _


def why(doubt: Doubt) -> str:
    """Return one sentence that says why a person should look."""
    return cases.describe(doubt)


def case_fields() -> dict[str, str]:
    """Return the fields of a case that a person can set right, with their names."""
    return {
        "title": _("title"),
        "persons": _("people it is about"),
        "country": _("country"),
        "reference": _("reference (UA number)"),
        "index": _("index"),
        "issued": _("date of the document"),
        "deadline": _("deadline"),
        "summary": _("summary"),
        "situation": _("what happened"),
        "background": _("background"),
        "points_to": _("line that introduces the asks"),
        "points": _("asks"),
        "model_letter": _("model letter"),
        "language": _("language of the document"),
        "languages": _("languages to write in"),
        "own_language": _("writing in one's own language"),
        "is_update": _("update of an earlier case"),
        "update": _("number of the update"),
        "stop": _("end of the appeals"),
        "embassy_note": _("copies to embassies"),
        "links": _("links"),
        "recipients": _("recipients"),
    }


def recipient_fields() -> dict[str, str]:
    """Return the fields of a recipient that a person can set right, with their names."""
    return {
        "name": _("name"),
        "role": _("office"),
        "address": _("address"),
        "country": _("country"),
        "salutation": _("salutation"),
        "email": _("e-mail"),
        "fax": _("fax"),
        "phone": _("phone"),
        "telegram": _("telegram"),
        "telex": _("telex"),
        "social": _("social media"),
        "notices": _("notices"),
        "part": _("letter or copy"),
    }


def who(recipient: Recipient) -> str:
    """Return the recipient's name, else the office, else that there is neither."""
    return recipient.name or recipient.role or _("recipient without a name")


def field_in_words(field: str, recipient: Recipient | None) -> str:
    """Return what a doubt is about: "Deadline", or "Salutation of Orhan Velidov"."""
    if recipient is None:
        words = {**case_fields(), "document": _("document")}.get(field, field)
        return words[:1].upper() + words[1:]
    words = recipient_fields().get(field, field)
    return _("{field} of {recipient}").format(
        field=words[:1].upper() + words[1:], recipient=who(recipient)
    )
