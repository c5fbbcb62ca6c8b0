"""The layouts a letter can be set on. Their measures stand in resources/layouts/measures.yaml."""

from __future__ import annotations

from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.translation import _


class Layout(Plain, frozen=True):
    """One layout: its name in files and commands, its title on the screen, the sheet in mm.

    windowed: the address stands where the window of an envelope shows it
    at_right: that window is on the right-hand side
    """

    name: str
    title: str
    width: float
    height: float
    windowed: bool = True
    at_right: bool = False


class NoSuchLayout(Trouble):
    """A letter asks for a layout that is not there."""


A4 = (210.0, 297.0)  # ISO 216
US_LETTER = (215.9, 279.4)  # ANSI/ASME Y14.1: 8.5 x 11 in
_PLAIN = frozenset({"a4", "us-letter"})
_AT_RIGHT = frozenset({"sn-right", "nf-z-11-001"})


def layouts() -> tuple[Layout, ...]:
    """Return the layouts there are, the plainest first, titled in the screen's language."""
    rows = (
        ("a4", _("Plain A4"), A4),
        ("us-letter", _("Plain US Letter"), US_LETTER),
        ("din-5008-a", _("Window envelope, Germany, address high up (DIN 5008 A)"), A4),
        ("din-5008-b", _("Window envelope, Germany and Austria (DIN 5008 B)"), A4),
        ("sn-right", _("Window envelope, Switzerland, window at the right (SN 010130)"), A4),
        ("sn-left", _("Window envelope, Switzerland, window at the left (SN 010130)"), A4),
        ("nf-z-11-001", _("Window envelope, France (NF Z 11-001)"), A4),
        ("uk-dl", _("Window envelope, United Kingdom (DL)"), A4),
        ("us-10", _("Window envelope, United States (No. 10)"), US_LETTER),
        ("us-double", _("Envelope with two windows, United States (No. 9 or 10)"), US_LETTER),
    )
    return tuple(
        Layout(
            name=name,
            title=title,
            width=sheet[0],
            height=sheet[1],
            windowed=name not in _PLAIN,
            at_right=name in _AT_RIGHT,
        )
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


def sheet_name(name: str) -> str:
    """Return the sheet that a layout is printed on, "a4" or "us-letter". Raises NoSuchLayout."""
    return "us-letter" if layout(name).width == US_LETTER[0] else "a4"
