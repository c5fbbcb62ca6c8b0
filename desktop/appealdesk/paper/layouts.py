"""The layouts a letter can be set on. Their measures stand in resources/layouts/measures.yaml."""

from __future__ import annotations

from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.translation import _


class Layout(Plain, frozen=True):
    """One layout: its name in files and commands, its title on the screen, the sheet in mm.

    windowed: the address stands where the window of an envelope shows it
    """

    name: str
    title: str
    width: float
    height: float
    windowed: bool = True


class NoSuchLayout(Trouble):
    """A letter asks for a layout that is not there."""


A4 = (210.0, 297.0)  # ISO 216
US_LETTER = (215.9, 279.4)  # ANSI/ASME Y14.1: 8.5 x 11 in
_PLAIN = frozenset({"a4", "us-letter"})


def layouts() -> tuple[Layout, ...]:
    """Return the layouts there are, the plainest first, titled in the screen's language."""
    rows = (
        ("a4", _("Plain A4"), A4),
        ("us-letter", _("Plain US Letter"), US_LETTER),
        ("din-5008-a", _("DIN 5008 A, window at the left (Germany, high letterhead)"), A4),
        ("din-5008-b", _("DIN 5008 B, window at the left (Germany, Austria)"), A4),
        ("sn-right", _("SN 010130, window at the right (Switzerland)"), A4),
        ("sn-left", _("SN 010130, window at the left (Switzerland)"), A4),
        ("nf-z-11-001", _("NF Z 11-001, window at the right (France)"), A4),
        ("uk-dl", _("DL envelope with a window (United Kingdom)"), A4),
        ("us-10", _("No. 10 envelope with a window (United States)"), US_LETTER),
        ("us-double", _("No. 9 or 10 envelope with two windows (United States)"), US_LETTER),
    )
    return tuple(
        Layout(name=name, title=title, width=sheet[0], height=sheet[1], windowed=name not in _PLAIN)
        for name, title, sheet in rows
    )


def layout(name: str) -> Layout:
    """Return the layout of that name. Raises NoSuchLayout, which lists those there are."""
    for row in layouts():
        if row.name == name:
            return row
    raise NoSuchLayout(
        _("There is no layout called {name}.").format(name=name or "“”"),
        remedy=_("Please choose one of: {names}.").format(
            names=", ".join(row.name for row in layouts())
        ),
    )
