"""The layouts a letter can be set on. Their measures stand in resources/layouts/measures.yaml."""

from __future__ import annotations

from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.translation import _


class Layout(Plain, frozen=True):
    """One layout: its name in files and commands, its title on the screen, the sheet in mm."""

    name: str
    title: str
    width: float
    height: float


class NoSuchLayout(Trouble):
    """A letter asks for a layout that is not there."""


A4 = (210.0, 297.0)  # ISO 216
US_LETTER = (215.9, 279.4)  # ANSI/ASME Y14.1: 8.5 x 11 in


def layouts() -> tuple[Layout, ...]:
    """Return the layouts there are, the plainest first, titled in the screen's language."""
    rows = (
        ("a4", _("Plain A4"), A4),
        ("us-letter", _("Plain US Letter"), US_LETTER),
    )
    return tuple(
        Layout(name=name, title=title, width=sheet[0], height=sheet[1])
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
