"""From a file to cases on the desk: the document is opened, read, and drafted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from appealdesk import cases, letters
from appealdesk.cases import Case, Document
from appealdesk.errors import Trouble
from appealdesk.letters import Draft, Sender
from appealdesk.workbench.work import Work

CASE_FILE = "case file"  # the format that cases.open_file gives to YAML case files
TYPED = "typed"  # the format of the empty document of a case that a person typed

Found = tuple[Document, Case]


def open_file(path: Path) -> tuple[Found, ...]:
    """Return what a file holds: its document, with each case read from it.

    Raises cases.Unreadable, and Trouble for a case file with a mistake.
    """
    return _read(cases.open_file(path, cases.prepare))


def open_bytes(data: bytes, name: str) -> tuple[Found, ...]:
    """Do the same with what was pasted or dropped; `name` stands for the file name."""
    return _read(cases.open_bytes(data, name, cases.prepare))


def open_files(paths: Sequence[Path]) -> Iterator[tuple[Path, tuple[Found, ...] | Trouble]]:
    """Yield for each file, in order, what it holds, or why it cannot be read."""
    for path, opened in zip(paths, cases.open_files(paths, cases.prepare), strict=True):
        try:
            yield path, opened if isinstance(opened, Trouble) else _read(opened)
        except Trouble as trouble:
            yield path, trouble


def _read(document: Document) -> tuple[Found, ...]:
    if document.format == CASE_FILE:
        return ((document, cases.load_case_file(document.text, document.name)),)
    return tuple((document, case) for case in cases.read(document))


def on_the_desk(number: int, document: Document, case: Case, sender: Sender | None) -> Work:
    """Return the case with its first draft, the first letter shown.

    A stop action comes without letters: nothing must be sent any more.
    """
    draft = Draft() if case.stop else letters.first_draft(case, sender)
    shown = draft.recipients[0] if draft.recipients else 0
    return Work(id=number, document=document, case=case, draft=replace(draft, shown=shown))


def kept(number: int, document: Document, case: Case, draft: Draft) -> Work:
    """Return a case as the library kept it.

    Its first letter is made here already, in the background: what that loads (the rules of a
    language, the names of countries) is then there when the window asks for it.
    """
    for one in case.recipients[:1]:
        letters.compose(case, one, None, draft, dt.date.min)
        letters.ask_sentences(case, draft.language)
    return Work(id=number, document=document, case=case, draft=draft)
