"""The list of cases while there is no library: those that are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from appealdesk.library import CaseEntry
from appealdesk.workbench.work import Work, doubts_of


def entries(works: Iterable[Work], words: str, now: dt.datetime) -> tuple[CaseEntry, ...]:
    """Return the cases that hold all these words, the newest first; "" for all."""
    wanted = words.casefold().split()
    found = [_entry(work, now) for work in works if _holds(work, wanted)]
    return tuple(reversed(found))


def _entry(work: Work, now: dt.datetime) -> CaseEntry:
    case = work.case
    return CaseEntry(
        id=work.id,
        title=case.title,
        persons=tuple(person.name for person in case.persons),
        reference=case.reference,
        country=case.country,
        deadline=case.deadline,
        is_update=case.is_update,
        stop=case.stop,
        open_doubts=len(doubts_of(case)),
        letters=len(work.draft.recipients),
        changed=now,
    )


def _holds(work: Work, wanted: list[str]) -> bool:
    case = work.case
    text = "\n".join(
        (
            case.title,
            case.reference,
            case.summary,
            *[person.name for person in case.persons],
            *[point.text for point in case.points],
            *[one.name for one in case.recipients],
            work.draft.body,
        )
    ).casefold()
    return all(word in text for word in wanted)
