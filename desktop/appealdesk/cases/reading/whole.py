"""Doubts of the whole document: what its lines give away, whatever value they hold."""

from __future__ import annotations

from appealdesk.cases.model import Document, Doubt, Doubtful, Line, Source
from appealdesk.cases.opening.hidden import PICTURE


def doubts_of(document: Document, *, read_to_its_end: bool) -> tuple[Doubt, ...]:
    """Return what is doubtful about a document as a whole, in order of its lines."""
    found = [
        Doubt(field="document", problem=Doubtful.PICTURE, source=_source(line))
        for line in document.lines
        if line.text == PICTURE
    ]
    if not read_to_its_end:
        found.append(Doubt(field="recipients", problem=Doubtful.UNCLEAR_END))
    return tuple(found)


def _source(line: Line) -> Source:
    return Source(line=line.number, last=line.number, page=line.page)
