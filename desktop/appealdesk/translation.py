"""The words on the screen in the reader's language: gettext catalogues in resources/translations/.

One mechanism for every room, so that an error raised far from Qt is translated too.
Usage: `from appealdesk.translation import _, ngettext`.
"""

from __future__ import annotations

import gettext

from appealdesk import resources

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Take the catalogue of one language (BCP 47: "de", "pt-BR"); English where there is none."""
    global _catalogue, _language  # noqa: PLW0603  (the one language of one running program)
    _language = language
    _catalogue = gettext.translation(
        "appealdesk",
        resources.folder() / "translations",
        languages=[language.replace("-", "_"), language.split("-", maxsplit=1)[0]],
        fallback=True,
    )


def language() -> str:
    """Return the language of the screen (BCP 47)."""
    return _language


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the message that fits the count, in the language in use."""
    return _catalogue.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return the message in the language in use, told apart by its context."""
    return _catalogue.pgettext(context, message)
