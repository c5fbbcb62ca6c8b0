"""Bytes of any format to rows: tells the format and calls its reader. Runs in the child."""

from __future__ import annotations

from collections.abc import Iterable

from appealdesk.cases.opening.charsets import decoded
from appealdesk.cases.opening.formats import Format, told_by_bytes, told_by_text
from appealdesk.cases.opening.plain import rows_of_text
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row, folded


def read(data: bytes) -> tuple[Format, Iterable[Row]]:
    """Return the format and the rows of a document. Raises Refused."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused(Reason.EMPTY if not data else Reason.NO_TEXT)
    form = told_by_bytes(data)
    if form is Format.PDF:
        return form, _read_pdf(data)
    text = decoded(data)
    form = told_by_text(text)
    if form is Format.HTML:
        return form, _read_page(data)
    return form, rows_of_text(text)


def _read_pdf(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.pdf import rows_of_pdf  # noqa: PLC0415

    return folded(rows_of_pdf(data))


def _read_page(data: bytes) -> list[Row]:
    from appealdesk.cases.opening.web_page import rows_of_page, text_of_page  # noqa: PLC0415

    return folded(rows_of_page(text_of_page(data)))
