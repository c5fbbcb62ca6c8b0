"""A letter as pages: the PDF, the pages as pictures, and how full they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from appealdesk.cases import Plain
from appealdesk.letters import Letter
from appealdesk.paper.press import press


class Fit(Plain, frozen=True):
    """How full a letter is.

    pages:     how many it takes
    spare:     lines that can still be written before a second page is needed; 0 when several
    over:      lines that would have to go for it to fit one page; 0 when it does
    left:      lines left on the last page
    size:      size of the text in points: 11, or down to 10 to keep the letter on one page
    tightened: the spacing or the size was made smaller to keep the letter on one page
    """

    pages: int
    spare: int
    over: int
    left: int
    size: float
    tightened: bool


def typeset(letter: Letter, on: dt.date) -> bytes:
    """Return the letter as a tagged PDF; the same letter and date always give the same bytes.

    Raises GlyphMissing when no font has one of its characters, NoSuchLayout, LayoutBroken.
    """
    return press.pdf((letter,), on)


def typeset_all(letters: Sequence[Letter], on: dt.date) -> bytes:
    """Return all letters in one PDF, a bookmark for each. Raises ValueError when there is none.

    Otherwise as typeset().
    """
    if not letters:
        raise ValueError("no letters")
    return press.pdf(letters, on)


def page_images(letter: Letter, on: dt.date, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return each page as a PNG, exactly as typeset() sets it. Raises as typeset() does."""
    return press.images((letter,), on, pixels_per_inch)


def fit(letter: Letter, on: dt.date) -> Fit:
    """Return how full the letter is; nearly free right after page_images() of the same letter.

    Raises as typeset() does.
    """
    (end,) = press.endings((letter,), on)
    return Fit(
        pages=end["pages"],
        spare=end["spare"],
        over=end["over"],
        left=max(0, int((end["bottom"] - end["reached"]) // end["line"])),
        size=end["size"],
        tightened=end["tightened"],
    )
