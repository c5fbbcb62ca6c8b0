"""One letter as a file: which forms there are, what is in them, how the file is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from appealdesk import letters, mail, paper
from appealdesk.cases import Case, Recipient
from appealdesk.errors import Trouble
from appealdesk.letters import Letter
from appealdesk.translation import _
from appealdesk.workbench.files import safe_name

Writer = Callable[[Sequence[Letter], dt.date], bytes]


def _text(together: Sequence[Letter], _on: dt.date) -> bytes:
    return "\n\f\n".join(letters.plain_text(one) for one in together).encode("utf-8")


# Every form that holds the letter itself; a cover note goes with the copies it speaks of.
_WRITERS: dict[str, Writer] = {
    "pdf": paper.typeset_all,
    "txt": _text,
    "docx": paper.docx,
    "odt": paper.odt,
}
FORMATS = ("pdf", "eml", "txt", "docx", "odt")


class Unfinished(Trouble):
    """A letter still has an unfilled field, so it does not leave the desk."""


def case_stem(case: Case) -> str:
    """Return a file name for what belongs to a whole case: "UA 214-11 Azimov"."""
    return safe_name(letters.case_line(case))


def file_stem(case: Case, recipient: Recipient) -> str:
    """Return a file name without ending, "UA 214-11 Azimov - Bastrykin", safe on every system."""
    parts = (letters.case_line(case), letters.short_name(recipient))
    return safe_name(" - ".join(part for part in parts if part))


def must_be_finished(letter: Letter) -> None:
    """Raise Unfinished when a field of the letter is not filled yet (design D5)."""
    fields = letters.unfilled(letter)
    if fields:
        raise Unfinished(
            _("This letter still has a place to fill in: {field}").format(field=fields[0]),
            remedy=_("Write there, or delete the place, and save again."),
        )


def contents(
    together: Sequence[Letter], recipient: Recipient, on: dt.date, format_name: str, stem: str
) -> bytes:
    """Return the bytes of one letter, and the copies that go with it, in one of FORMATS.

    stem: the name of the PDF in a message, without its ending
    Raises Unfinished, and what paper raises.
    """
    for one in together:
        must_be_finished(one)
    if format_name != "eml":
        return _WRITERS[format_name](together, on)
    pdf = paper.typeset_all(together, on)
    return mail.message(together[0], to=recipient.email, attachments=[(f"{stem}.pdf", pdf)])
