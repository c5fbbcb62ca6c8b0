"""A letter as a message: an .eml draft with the PDF in it, or a mailto: link when it is short."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from urllib.parse import quote

from appealdesk import letters
from appealdesk.letters import Letter
from appealdesk.mail.addresses import checked
from appealdesk.translation import _

# Windows hands a program no longer link than about 2,000 characters; a margin is kept.
LONGEST_LINK = 1800

# One line a paragraph: the client wraps it as wide as its window, also after an edit.
_UNWRAPPED = 1_000_000

_KINDS = {".pdf": ("application", "pdf"), ".txt": ("text", "plain")}


def message(
    letter: Letter, *, to: Sequence[str], attachments: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """Return an .eml draft of the letter: the same letter always gives the same bytes.

    to:          e-mail addresses; none leaves the address line to be filled in
    attachments: file names (any folder in them is dropped) and contents

    It says nothing of who wrote it, when, where or with what beyond the letter's own words:
    no From, Date, Message-ID or User-Agent. `X-Unsent: 1` makes mail clients open it for
    writing on. Raises BadAddress.
    """
    from email.message import EmailMessage  # noqa: PLC0415
    from email.policy import SMTP  # noqa: PLC0415

    made = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    made["X-Unsent"] = "1"
    addresses = checked(to)
    if addresses:
        made["To"] = ", ".join(addresses)
    made["Subject"] = subject(letter)
    made.set_content(_text(letter), charset="utf-8")
    for name, content in attachments:
        kind, form = _KINDS.get(_ending(name), ("application", "octet-stream"))
        made.add_attachment(content, maintype=kind, subtype=form, filename=_file_name(name))
    if attachments:
        made.set_boundary(_boundary(subject(letter), _text(letter), attachments))
    return made.as_bytes()


def mailto(letter: Letter, to: Sequence[str]) -> str | None:
    """Return a mailto: link with subject and text (RFC 6068), or None where it gets too long.

    It is measured as it will be handed over, percent-encoded: one Cyrillic letter is six
    characters. Raises BadAddress.
    """
    addresses = ",".join(quote(address, safe="@") for address in checked(to))
    body = "\r\n".join(_text(letter).splitlines())
    link = f"mailto:{addresses}?subject={_quoted(subject(letter))}&body={_quoted(body)}"
    return link if len(link) <= LONGEST_LINK else None


def subject(letter: Letter) -> str:
    """Return the subject on one line; a letter without one is named by its case. Never empty."""
    for text in (letter.subject, letter.title, letter.body[:70]):
        line = " ".join(_shown(text).split())
        if line:
            return line
    return _("Letter")


def _text(letter: Letter) -> str:
    return _shown(letters.body_for_mail(letter, _UNWRAPPED))


def _shown(text: str) -> str:
    """Halves of damaged characters cannot be written in any message; they show as such."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _ending(name: str) -> str:
    return name[name.rfind(".") :].lower() if "." in name else ""


def _file_name(name: str) -> str:
    """The bare name: no folder, nothing invisible that could disguise what it is."""
    bare = _shown(name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(char for char in bare if unicodedata.category(char) not in {"Cc", "Cf"})
    return kept.strip() or _("letter") + ".pdf"


def _boundary(subject: str, text: str, attachments: Sequence[tuple[str, bytes]]) -> str:
    """A boundary drawn from the message itself says nothing of the computer or the time."""
    digest = hashlib.sha256()
    for part in (subject.encode(), text.encode(), *(content for _name, content in attachments)):
        digest.update(hashlib.sha256(part).digest())
    return f"=_{digest.hexdigest()[:40]}"
