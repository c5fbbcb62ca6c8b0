"""A letter as pages: the PDF, the pages as pictures, how full they are, where the text stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from appealdesk.cases import Plain
from appealdesk.letters import Letter, blocks
from appealdesk.paper.pictures import Picture, pictures
from appealdesk.paper.places import Column, Place, places
from appealdesk.paper.press import press


class Cut(Plain, frozen=True):
    """What could go from a letter that is too long.

    start, end: it is body[start:end]
    words:      its first words
    enough:     without it the letter fits one page; otherwise it is the longest part there is
    """

    start: int
    end: int
    words: str
    enough: bool


class Fit(Plain, frozen=True):
    """How full a letter is.

    pages:     how many it takes
    spare:     lines that can still be written before a second page is needed; 0 when several
    over:      lines that would have to go for it to fit one page; 0 when it does
    left:      lines left on the last page
    size:      size of the text in points: 11, or down to 10 to keep the letter on one page
    tightened: the spacing or the size was made smaller to keep the letter on one page
    cut:       the paragraph that could go; None when the letter fits one page
    """

    pages: int
    spare: int
    over: int
    left: int
    size: float
    tightened: bool
    cut: Cut | None = None


class Preview(Plain, frozen=True):
    """A letter as it will be printed.

    pictures: of the pages that were asked for
    places:   where each typed line stands, in the order of the pages
    """

    pictures: tuple[Picture, ...]
    fit: Fit
    places: tuple[Place, ...]


def typeset(letter: Letter, on: dt.date) -> bytes:
    """Return the letter as a tagged PDF; the same letter and date always give the same bytes.

    Raises GlyphMissing when no font has one of its characters, AddressTooLong when the window of
    the envelope cannot show the address, NoSuchLayout, LayoutBroken.
    """
    return press.pdf((letter,), on)


def typeset_all(letters: Sequence[Letter], on: dt.date) -> bytes:
    """Return all letters in one PDF, a bookmark for each. Raises ValueError when there is none.

    Otherwise as typeset().
    """
    if not letters:
        raise ValueError("no letters")
    return press.pdf(letters, on)


def preview(
    letter: Letter, on: dt.date, pixels_per_inch: float, only: Collection[int] | None = None
) -> Preview:
    """Return the pages of typeset() as pictures, and what the desk shows about them.

    only: the numbers of the pages to draw, counting from 1; None draws all. Raises as typeset().
    """
    pdf, end, notes = press.proof(letter, on)
    return Preview(
        pictures=pictures(pdf, pixels_per_inch, only),
        fit=_fit(letter, end),
        places=tuple(places(notes, Column(**end["column"]))),
    )


def fit(letter: Letter, on: dt.date) -> Fit:
    """Return how full the letter is; nearly free right after preview() of the same letter.

    Raises as typeset() does.
    """
    _pdf, end, _notes = press.proof(letter, on)
    return _fit(letter, end)


def _fit(letter: Letter, end: Mapping[str, Any]) -> Fit:
    """Put what letter.typ notes at the end of a letter into words."""
    found = end["fit"]
    return Fit(
        pages=end["pages"],
        spare=found["spare"],
        over=found["over"],
        left=max(0, int((end["bottom"] - end["reached"]) // end["line"])),
        size=end["column"]["size"],
        tightened=found["step"] > 0,
        cut=_cut(letter, found["cut"]) if found["cut"] else None,
    )


_FIRST_WORDS = 8


def _cut(letter: Letter, found: Mapping[str, Any]) -> Cut:
    rows = blocks(letter.body)[found["block"]].rows
    words = " ".join(row.text for row in rows).split()
    return Cut(
        start=rows[0].start,
        end=rows[-1].end,
        words=" ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else ""),
        enough=found["enough"],
    )
