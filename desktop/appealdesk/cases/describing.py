"""A doubt in words: one plain sentence for a volunteer."""

from __future__ import annotations

from appealdesk.cases.model import Doubt, Doubtful
from appealdesk.translation import _


def _field(name: str) -> str:
    names = {
        "reference": _("case number"), "index": _("index"), "title": _("title"), "issued": _("date of issue"),
        "deadline": _("deadline"), "languages": _("languages to write in"), "points": _("list of asks"),
        "model_letter": _("model letter"), "recipients": _("list of recipients"), "document": _("document"),
        "links": _("list of links"), "notices": _("note on the address"),
        "name": _("name"), "summary": _("first paragraph"),
        "role": _("office"), "address": _("address"), "country": _("country of the address"), "fax": _("fax number"),
        "phone": _("telephone number"), "email": _("e-mail address"), "salutation": _("salutation"),
    }  # fmt: skip
    return names.get(name, name)


def describe(doubt: Doubt) -> str:
    """Return what is wrong and what to check, in the language in use."""
    sentences = {
        Doubtful.MISSING: _("The document gives no {field}: look for it, or ask your section."),
        Doubtful.REFERRED_TO: _(
            "The document speaks of a {field} that is not there: ask your section for it."
        ),
        Doubtful.BEFORE_ISSUE: _(
            "The {field} is earlier than the date of issue: check both in the original."
        ),
        Doubtful.PAST: _("The {field} is past: ask your section whether to write."),
        Doubtful.CONTRADICTION: _(
            "The document gives the {field} more than once, with different values: choose."
        ),
        Doubtful.UNUSUAL: _("The {field} has an unusual form: compare it with the original."),
        Doubtful.GUESSED: _("The {field} is a guess: compare it with the original."),
        Doubtful.UNCLEAR_END: _(
            "It is not clear where the {field} begins or ends: compare it with the original."
        ),
        Doubtful.INTERLEAVED: _(
            "Two columns may be mixed up in the {field}: compare it with the original."
        ),
        Doubtful.LOST_LETTERS: _(
            "Letters may have been lost in the {field}: compare it with the original."
        ),
        Doubtful.MIXED_ALPHABETS: _(
            "The {field} mixes letters of two alphabets: it may be a forgery."
        ),
        Doubtful.HIDDEN_CHARACTERS: _(
            "The {field} held hidden characters: compare it with the original."
        ),
        Doubtful.SPELLING: _("The {field} may be misspelt: compare it with the original."),
        Doubtful.PICTURE: _(
            "Page {page} is a picture, and its words were not read: look at it in the original."
        ),
        Doubtful.UNREAD: _(
            "More came with this message, an attachment or other messages, and was not read: "
            "save it by itself and open that."
        ),
    }
    page = doubt.source.page if doubt.source else 1
    sentence = sentences[doubt.problem].format(field=_field(doubt.field), page=page)
    return f"{sentence} (“{doubt.quote}”)" if doubt.quote else sentence
