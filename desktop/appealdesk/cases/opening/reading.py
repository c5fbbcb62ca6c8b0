"""Bytes of any format to rows: tells the format and calls its reader. Runs in the child."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from appealdesk.cases.opening.charsets import decoded
from appealdesk.cases.opening.formats import Format, told_by_bytes, told_by_text
from appealdesk.cases.opening.plain import rows_of_text
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row, folded


def read(data: bytes) -> tuple[Format, Iterable[Row]]:
    """Return the format and the rows of a document. Raises Refused."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused(Reason.NO_TEXT if data else Reason.EMPTY)
    text = ""
    form = told_by_bytes(data)
    if form is None:
        text = decoded(data).rstrip("\x00\x1a")  # what DOS put behind a text
        form = told_by_text(text)
    if form in _READERS:
        return form, folded(_READERS[form](data))
    if form is Format.WEB_FORM:
        rows = _form(text)
        return (Format.TEXT, rows_of_text(text)) if rows is None else (form, folded(rows))
    return form, rows_of_text(text)


# Each reader is imported when a document needs it: the child starts in no time.


def _pdf(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.pdf import rows_of_pdf  # noqa: PLC0415

    return rows_of_pdf(data)


def _page(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.web_page import rows_of_page, text_of_page  # noqa: PLC0415

    return rows_of_page(text_of_page(data))


def _word(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.word import rows_of_word  # noqa: PLC0415

    return rows_of_word(data)


def _open_document(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.open_document import rows_of_open_document  # noqa: PLC0415

    return rows_of_open_document(data)


def _rich_text(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.rich_text import rows_of_rich_text  # noqa: PLC0415

    return rows_of_rich_text(data)


def _mail(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.mail import rows_of_mail  # noqa: PLC0415

    return rows_of_mail(data)


def _form(text: str) -> list[Row] | None:
    from appealdesk.cases.opening.web_form import rows_of_form  # noqa: PLC0415

    return rows_of_form(text)


_READERS: Final[dict[Format, Callable[[bytes], list[Row]]]] = {
    Format.PDF: _pdf,
    Format.HTML: _page,
    Format.DOCX: _word,
    Format.ODT: _open_document,
    Format.RTF: _rich_text,
    Format.MAIL: _mail,
}
