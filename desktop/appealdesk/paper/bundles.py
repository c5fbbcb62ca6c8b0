"""Letters with a sheet before them: a pile for the printer with its cover sheet, and a fax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from appealdesk.cases import Plain
from appealdesk.letters import FaxHead, Letter
from appealdesk.paper.layouts import sheet_name
from appealdesk.paper.manuscript import tongue
from appealdesk.paper.press import letters_copy
from appealdesk.paper.rows import row, rows
from appealdesk.paper.sheets import Sheets

FAX_SCALE = 1.2  # 11 pt becomes 13.2: a fax machine has half the points of an office printer


class CoverRow(Plain, frozen=True):
    """One letter on a cover sheet.

    to:   lines that say whom it goes to
    ways: how it can go, one line each, to be ticked: "by post", "by e-mail: ..."
    """

    to: tuple[str, ...]
    ways: tuple[str, ...]


class Cover(Plain, frozen=True):
    """A cover sheet, in the language of the screen; it says nothing of the sender.

    lines:   what holds for all letters: the reference, the deadline
    columns: the heads of the four columns: number, recipient, ways, day
    """

    language: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[str, str, str, str]
    letters: tuple[CoverRow, ...]


def together(
    letters: Sequence[Letter], cover: Cover | None = None, *, duplex: bool = False
) -> Sheets:
    """Return all letters one after another, a bookmark for each.

    cover:  a sheet to go before them
    duplex: leave backs blank, so that every letter begins on a sheet of its own
    Raises NoSuchLayout; ValueError when there is no letter.
    """
    if not letters:
        raise ValueError("no letters")
    front = _cover(cover, sheet_name(letters[0].layout)) if cover else None
    return Sheets(letters_copy(letters, {"front": front, "duplex": duplex}))


def fax_pages(head: FaxHead, letter: Letter) -> Sheets:
    """Return a fax: its head with the number of pages, then the letter in larger type."""
    spoken = tongue(letter.language)
    rtl = spoken["rtl"]
    front = spoken | {
        "kind": "fax",
        "paper": sheet_name(letter.layout),
        "title": row(head.title, rtl=rtl),
        "pages": row(head.pages_label, rtl=rtl),
        "rows": [
            {"label": row(label, rtl=rtl), "value": rows(value, rtl=rtl)}
            for label, value in head.rows
            if rows(value, rtl=rtl)
        ],
    }
    return Sheets(letters_copy([letter], {"front": front, "scale": FAX_SCALE}))


def _cover(cover: Cover, paper: str) -> dict[str, Any]:
    spoken = tongue(cover.language)
    rtl = spoken["rtl"]
    return spoken | {
        "kind": "cover",
        "paper": paper,
        "title": row(cover.title, rtl=rtl),
        "lines": rows(cover.lines, rtl=rtl),
        "columns": [row(name, rtl=rtl) for name in cover.columns],
        "letters": [
            {"to": rows(one.to, rtl=rtl), "ways": rows(one.ways, rtl=rtl)} for one in cover.letters
        ],
    }
