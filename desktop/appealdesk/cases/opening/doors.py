"""The doors of the room: a path or bytes in, a Document or a clear Unreadable out."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from appealdesk.cases.model import Document, Line
from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.hidden import made_visible
from appealdesk.cases.opening.limits import INPUT_BYTES
from appealdesk.cases.opening.reasons import Reason
from appealdesk.cases.opening.unreadable import Unreadable

if TYPE_CHECKING:
    from appealdesk.cases.opening.parent import Meanwhile, ReadingChild

_FORMATS = frozenset(form.value for form in Format)


def open_file(path: Path, meanwhile: Meanwhile | None = None) -> Document:
    """Return the text of a document, read in a child process within its limits.

    meanwhile: what is done here while the child starts and reads.
    Raises Unreadable, with the way out, for whatever cannot be opened.
    """
    with _child() as child:
        return _opened(child, path.name, _bytes_of(path), meanwhile)


def open_bytes(data: bytes, name: str, meanwhile: Meanwhile | None = None) -> Document:
    """Return the text of a document that is at hand as bytes, under a name of its own.

    The name is only shown, never trusted: the format is told by the content.
    meanwhile: as for open_file. Raises Unreadable.
    """
    _check_size(len(data), name)
    with _child() as child:
        return _opened(child, name, data, meanwhile)


def open_files(
    paths: Iterable[Path], meanwhile: Meanwhile | None = None
) -> Iterator[Document | Unreadable]:
    """Yield for each path, in order, its document or why there is none.

    One child serves many documents, each within its own limits; after a death a fresh
    one goes on with the next document. meanwhile: as for open_file, once.
    """
    with _child() as child:
        for path in paths:
            try:
                data = _bytes_of(path)
                once, meanwhile = meanwhile, None
                yield _opened(child, path.name, data, once)
            except Unreadable as trouble:
                yield trouble


def _child() -> ReadingChild:
    # Imported when first needed: processes and threads are no part of a quick start.
    from appealdesk.cases.opening.parent import ReadingChild  # noqa: PLC0415

    return ReadingChild()


def _opened(child: ReadingChild, name: str, data: bytes, meanwhile: Meanwhile | None) -> Document:
    reply = child.ask(data, meanwhile)
    if isinstance(reply, Reason):
        raise Unreadable(name, reply)
    if reply.format not in _FORMATS:
        raise Unreadable(name, Reason.GARBLED)
    lines = tuple(
        Line(number=number, text=text, page=page)
        for number, (text, page) in enumerate(reply.lines, start=1)
    )
    return Document(name=made_visible(name), format=reply.format, lines=lines)


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. A pipe or a device is not touched: it might never end."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise Unreadable(path.name or path.anchor or ".", Reason.FOLDER)
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable(path.name, Reason.NOT_A_FILE)
        _check_size(about.st_size, path.name)
        with path.open("rb") as stream:
            data = stream.read(INPUT_BYTES + 1)
    except PermissionError as error:
        raise Unreadable(path.name, Reason.NOT_ALLOWED) from error
    except (OSError, ValueError) as error:
        raise Unreadable(path.name, Reason.MISSING) from error
    _check_size(len(data), path.name)
    return data


def _check_size(size: int, name: str) -> None:
    if size > INPUT_BYTES:
        raise Unreadable(name, Reason.TOO_BIG)
    if size == 0:
        raise Unreadable(name, Reason.EMPTY)
