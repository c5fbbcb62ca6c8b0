"""Lines of text -> cases: the reading grammar. What the words are stands in resources/labels/."""

from __future__ import annotations

from msgspec.structs import replace

from appealdesk.cases.model import Case, Document
from appealdesk.cases.reading import breaks, whole
from appealdesk.cases.reading.one_case import case_of
from appealdesk.cases.reading.rows import rows_of


def read(document: Document) -> tuple[Case, ...]:
    """Return the cases of a document, at least one. Whatever the text is, this raises nothing.

    Values are verbatim; what is missing, contradictory or guessed is a doubt on its field.
    """
    rows, to_its_end = rows_of(document)
    case = case_of(breaks.restored(rows))
    doubts = whole.doubts_of(document, read_to_its_end=to_its_end)
    return (replace(case, doubts=(*doubts, *case.doubts)),)
