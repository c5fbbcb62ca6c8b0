"""Doubts of the whole document: what its lines give away, whatever value they hold."""

from __future__ import annotations

from typing import Final

from appealdesk.cases.model import Document, Doubt, Doubtful, Line, Source
from appealdesk.cases.opening.hidden import PICTURE, UNREAD

_UNREAD: Final = {PICTURE: Doubtful.PICTURE, UNREAD: Doubtful.UNREAD}


def doubts_of(document: Document, *, read_to_its_end: bool) -> tuple[Doubt, ...]:
    """Return what is doubtful about a document as a whole, in order of its lines."""
    found = [
        Doubt(field="document", problem=_UNREAD[line.text], source=_source(line))
        for line in document.lines
        if line.text in _UNREAD
    ]
    if not read_to_its_end:
        found.append(Doubt(field="recipients", problem=Doubtful.UNCLEAR_END))
    return tuple(found)


def _source(line: Line) -> Source:
    return Source(line=line.number, last=line.number, page=line.page)
