"""Lines of text -> cases: the reading grammar. What the words are stands in resources/labels/."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from appealdesk.cases.model import Case, Document, Line
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


@cache
def prepare() -> None:
    """Load the labels and names that reading needs, so that the first document need not wait.

    A few lines are read that need them all.
    """
    texts = (
        "UA 1/10",
        "",
        "APPEALS TO:",
        "Minister",
        "A. Minister",
        "Quito",
        "Fax: +1",
        "Dear Sir",
    )
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(texts, start=1))
    read(Document(name="", format="", lines=lines))
