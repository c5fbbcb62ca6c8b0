"""What a person wants printed beside the letters, as one value: chosen, kept, and made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from appealdesk import paper
from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.translation import _
from appealdesk.workbench import sheets
from appealdesk.workbench.work import Work


class SheetKind(StrEnum):
    """What can be printed beside the letters."""

    ENVELOPES = "envelopes"
    LABELS = "labels"
    SLIPS = "slips"
    FAX = "fax"


class SheetsWanted(Plain, frozen=True):
    """What a person wants printed, and for whom.

    numbers:  of the recipients
    envelope: a name of paper.envelopes()
    labels:   a name of paper.label_sheets(); "" is the size of one's own
    own:      that size, in mm
    start:    the first label of the first sheet to print on, from 1
    copies:   labels for each recipient
    """

    kind: SheetKind = SheetKind.ENVELOPES
    numbers: tuple[int, ...] = ()
    envelope: str = "dl"
    labels: str = "l7160"
    own: paper.LabelSheet | None = None
    start: int = 1
    copies: int = 1


def reached(kind: SheetKind, work: Work, numbers: Sequence[int]) -> tuple[int, ...]:
    """Return those of the recipients for whom it can be made: by fax, or by post."""
    return (sheets.by_fax if kind is SheetKind.FAX else sheets.by_post)(work, numbers)


def made(wanted: SheetsWanted, work: Work, sender: Sender | None, on: dt.date) -> paper.Sheets:
    """Return the sheets, ready to be set; `on`: the date on a fax, when none is chosen.

    Raises Trouble when nobody is chosen or the labels have no size, and what the functions of
    sheets raise.
    """
    if not wanted.numbers:
        raise Trouble(_("Nobody is chosen."), remedy=_("Tick whom it is for."))
    match wanted.kind:
        case SheetKind.ENVELOPES:
            return sheets.envelopes(work, wanted.numbers, sender, wanted.envelope)
        case SheetKind.LABELS:
            size = paper.label_sheet(wanted.labels) if wanted.labels else wanted.own
            if size is None:
                raise Trouble(_("The size of your labels is not known yet."))
            return sheets.labels(
                work, wanted.numbers, sender, size, start=wanted.start, copies=wanted.copies
            )
        case SheetKind.SLIPS:
            return sheets.slips(work, wanted.numbers, sender)
        case SheetKind.FAX:
            return sheets.fax(work, wanted.numbers[0], sender, on)


def kept(text: str) -> SheetsWanted:
    """Return the choice of last time from the setting it was kept in; a damaged one is forgotten."""
    try:
        return msgspec.json.decode(text, type=SheetsWanted)
    except msgspec.DecodeError:
        return SheetsWanted()


def to_keep(wanted: SheetsWanted) -> str:
    """Return a choice as a setting; whom it was for is not kept."""
    return msgspec.json.encode(msgspec.structs.replace(wanted, numbers=())).decode()
