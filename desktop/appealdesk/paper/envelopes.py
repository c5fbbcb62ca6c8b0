"""Envelopes without a window, printed in their own size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from appealdesk import resources
from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.letters import Posting
from appealdesk.paper.press import sheet_copy
from appealdesk.paper.sheets import Sheets, outside
from appealdesk.translation import _


class Envelope(Plain, frozen=True):
    """One size of envelope, in mm as it is read; `source` says who laid it down.

    left, top: where the recipient's address begins
    """

    name: str
    title: str
    width: float
    height: float
    left: float
    top: float
    source: str


@cache
def _measures() -> dict[str, dict[str, Any]]:
    import yaml  # noqa: PLC0415

    found: dict[str, dict[str, Any]] = yaml.safe_load(resources.text("layouts", "envelopes.yaml"))
    return found["envelopes"]


def envelopes() -> tuple[Envelope, ...]:
    """Return the sizes there are, titled for the screen: "DL (220 x 110 mm)"."""
    return tuple(
        Envelope(
            name=name,
            title=_("{name} ({width} x {height} mm)").format(
                name=f"#{name}" if name.isdigit() else name.upper(),
                width=f"{row['width']:g}",
                height=f"{row['height']:g}",
            ),
            **row,
        )
        for name, row in _measures().items()
    )


def envelope(name: str) -> Envelope:
    """Return the size of that name ("dl", "C5", "#10"). Raises Trouble, which lists those there are."""
    wanted = name.strip().lower().lstrip("#")
    for one in envelopes():
        if one.name == wanted:
            return one
    raise Trouble(
        _("There is no envelope called {name}.").format(name=name or "“”"),
        remedy=_("Please choose one of: {names}.").format(
            names=", ".join(one.name for one in envelopes())
        ),
    )


def envelope_sheets(postings: Sequence[Posting], size: str) -> Sheets:
    """Return envelopes, one a page, in the size of the envelope ("dl", "C5", "#10").

    Addresses too long are set smaller, down to 9 pt. Raises Trouble for a size there is not.
    """
    chosen = envelope(size)
    matter = {"size": chosen.name, "envelopes": [outside(one) for one in postings]}
    return Sheets(
        sheet_copy("envelope.typ", _("Envelopes"), matter),
        _("an envelope {size}").format(size=chosen.title),
    )
