"""What single words hint at and was not read: doubts on the update and on the deadline."""

from __future__ import annotations

from appealdesk.cases import labels
from appealdesk.cases.model import Case, Doubt, Doubtful
from appealdesk.cases.reading.rows import Row

_HEAD = 14  # rows in which a document says that it is an update
_LONGEST = (
    80  # words: a longer row is a whole page, in which words stand near one another by chance
)
_NEAR = 4  # words between "until" and a month


def doubts_of(case: Case, rows: list[Row], spoken: list[Row]) -> list[Doubt]:
    """Return the doubts that the words of a case raise where no value was read from them."""
    known = {doubt.field for doubt in case.doubts}
    hints = {
        "is_update": None if case.is_update else _update(rows),
        "deadline": None if case.deadline else _until(spoken),
    }
    return [
        Doubt(field=name, problem=Doubtful.MISSING, source=row.source, quote=row.text[:160])
        for name, row in hints.items()
        if row and name not in known
    ]


def _update(rows: list[Row]) -> Row | None:
    words = labels.phrases("update_words")
    return next((row for row in rows[:_HEAD] if words.first_in(row.words)), None)


def _until(rows: list[Row]) -> Row | None:
    """Return the row in which a word such as "before" stands next to a month."""
    months = labels.values("months")
    for row in rows:
        if len(row.words) > _LONGEST:
            continue
        for match in labels.phrases("until").all_in(row.words):
            if any(word.folded in months for word in row.words[match.last : match.last + _NEAR]):
                return row
    return None
