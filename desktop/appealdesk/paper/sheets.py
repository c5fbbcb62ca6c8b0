"""Sheets beside the letter: what they are made of, how they are set, what does not fit on them."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from appealdesk.errors import Trouble
from appealdesk.letters import Posting
from appealdesk.paper.manuscript import tongue
from appealdesk.paper.pictures import pictures
from appealdesk.paper.press import Copy, press
from appealdesk.paper.rows import rows
from appealdesk.translation import _


class Sheets(NamedTuple):
    """Pages ready to be set, for a PDF or as pictures; made by envelopes(), labels() and the like.

    where: what an address may be too long for, in words; "" where nothing can be
    """

    copy: Copy
    where: str = ""


class TooLong(Trouble):
    """An address does not fit its envelope, label or slip, however small it is set."""


def sheets_pdf(sheets: Sheets, on: dt.date) -> bytes:
    """Return the pages as a tagged PDF; the same sheets and date always give the same bytes.

    on: the date that stands in the file as its own
    Raises TooLong, which names the recipient; GlyphMissing and LayoutBroken as typeset() does.
    """
    if not sheets.where:
        return press.sheets(sheets.copy, on)
    pdf, too_long = press.sheets_and_notes(sheets.copy, on)
    if too_long:
        raise TooLong(
            _("The address of {name} does not fit on {where}.").format(
                name=too_long[0], where=sheets.where
            ),
            kept=_("Nothing was left out: no sheet was made."),
            remedy=_("Choose a larger size, or write this address by hand."),
        )
    return pdf


def sheet_images(sheets: Sheets, on: dt.date, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return each page of sheets_pdf() as a PNG. Raises as that does."""
    return tuple(page.png() for page in pictures(sheets_pdf(sheets, on), pixels_per_inch))


def outside(posting: Posting) -> dict[str, Any]:
    """Return the outside of one letter as plain data."""
    spoken = tongue(posting.language)
    rtl = spoken["rtl"]
    return spoken | {
        "name": posting.name,
        "address": rows(posting.address, rtl=rtl),
        "back": rows(posting.back, rtl=rtl),
        "airmail": rows(posting.airmail, rtl=rtl),
    }
