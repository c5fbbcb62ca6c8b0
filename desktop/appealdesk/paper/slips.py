"""Address slips: for a letter evening, where people write by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from appealdesk.cases import Plain
from appealdesk.letters import Posting
from appealdesk.paper.manuscript import tongue
from appealdesk.paper.press import sheet_copy
from appealdesk.paper.rows import row
from appealdesk.paper.sheets import Sheets, outside
from appealdesk.translation import _


class Slip(Plain, frozen=True):
    """What a writer needs to know to write to one recipient.

    about: the case, in a line
    notes: what else there is to know, each with its label: ("Begin with:", "Dear Minister,")
    """

    posting: Posting
    about: str
    notes: tuple[tuple[str, str], ...] = ()


def slip_pages(slips: Sequence[Slip], paper: str, language: str) -> Sheets:
    """Return the slips, eight to a sheet, with marks to cut along.

    paper:    "a4" or "us-letter"
    language: of the labels (BCP 47)
    """
    matter = {
        "paper": paper,
        "language": tongue(language)["language"],
        "slips": [_slip(one) for one in slips],
    }
    return Sheets(sheet_copy("slips.typ", _("Address slips"), matter), _("an address slip"))


def _slip(slip: Slip) -> dict[str, Any]:
    return outside(slip.posting) | {
        "about": row(slip.about, rtl=False),
        "notes": [
            {"label": label, "value": row(value, rtl=False)} for label, value in slip.notes if value
        ],
    }
