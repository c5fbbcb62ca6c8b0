"""Lines of text -> cases: the reading grammar. What the words are stands in resources/labels/."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from appealdesk.cases.model import Case, Document, Line


def read(document: Document) -> tuple[Case, ...]:
    """Return the cases of a document, at least one. Whatever the text is, this raises nothing.

    Values are verbatim; what is missing, contradictory or guessed is a doubt on its field.
    """
    # The grammar is loaded with the first document: the window opens without it, and a command
    # loads it while the child opens the document (20 ms).
    from appealdesk.cases.reading import breaks, several, suspect, whole  # noqa: PLC0415
    from appealdesk.cases.reading.one_case import case_of  # noqa: PLC0415
    from appealdesk.cases.reading.rows import rows_of  # noqa: PLC0415

    rows, to_its_end = rows_of(document)
    head, *parts = several.divided(breaks.restored(rows))
    cases = [case_of(part) for part in parts or [head]]
    if parts:
        shared = case_of(head)
        cases = [
            several.with_shared(case, shared, part[0])
            for case, part in zip(cases, parts, strict=True)
        ]
    doubts = whole.doubts_of(document, read_to_its_end=to_its_end)
    return tuple(
        suspect.with_doubts(replace(case, doubts=(*doubts, *case.doubts)), document)
        for case in cases
    )


@cache
def prepare() -> None:
    """Load the labels and names that reading needs, so that the first document need not wait.

    A few lines are read that need them all.
    """
    texts = (
        "UA 1/10",
        "Update of 1 May 2010: " + 30 * "held again ",
        "",
        "Please write in French before June, asking this, to: A. Roe, Minister, 1 Road, Quito.",
        "",
        "- Urging you to act;",
        "APPEALS TO:",
        "Minister",
        "A. Minister",
        "Quito",
        "Fax: +1",
        "",
        "Editor, B. Roe, 1 Road, Quito, Ecuador",
        "Copies to: Embassy of Peru, 1 Road, Quito",
        "",
        "Dear Sir,",
        "",
        "I write to you about this.",
        "Yours sincerely,",
    )
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(texts, start=1))
    read(Document(name="", format="", lines=lines))
