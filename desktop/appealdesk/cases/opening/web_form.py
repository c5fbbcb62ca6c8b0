"""Web-form data (JSON) with the texts of an action: the texts, in order, with their labels.

Texts of a sentence or more become paragraphs; addresses and short values keep their key
as a label ("copies to: ..."). What only steers a page (colours, buttons, pictures) is
left out.
"""

from __future__ import annotations

import json
import re
from typing import Final

from appealdesk.cases.opening.flow import Flow
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row

_STEERS: Final = re.compile(
    r"button|colou?r|image|picture|icon|options|url|slug|^id$|css|metadata|thank|register|social|share",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"title|name|country|place|city|address|reference|index|number|deadline|date|language"
    r"|salutation|mail|phone|fax|copies|recipient|role",
    re.IGNORECASE,
)
_MARKUP: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_LONG: Final = 60  # letters from which a text needs no label


def rows_of_form(text: str) -> list[Row] | None:
    """Return the rows of web-form data, None where the text is no such data."""
    try:
        content = json.loads(text.lstrip("\ufeff"))
    except RecursionError as error:
        raise Refused(Reason.NESTED) from error
    except ValueError:
        return None
    flow = Flow()
    _write(flow, "", content, depth=0)
    return flow.rows() or None


def _write(flow: Flow, key: str, value: object, depth: int) -> None:
    if depth > 100:
        raise Refused(Reason.NESTED)
    if isinstance(value, dict):
        flow.gap()
        for name, inner in value.items():
            if not _STEERS.search(name):
                _write(flow, name, inner, depth + 1)
        flow.gap()
    elif isinstance(value, list):
        for inner in value:
            _write(flow, key, inner, depth + 1)
    elif isinstance(value, str) and value.strip():
        _write_text(flow, key, value.strip())


def _write_text(flow: Flow, key: str, value: str) -> None:
    if _MARKUP.search(value):
        from appealdesk.cases.opening.web_page import rows_of_page  # noqa: PLC0415

        lines = [text for text, _page in rows_of_page(value)]
    else:
        lines = value.splitlines()
    if len(lines) == 1 and "@" in value and " " not in value:
        flow.text(f"{_label(key)}: {value}")
        flow.line()
        return
    if len(lines) == 1 and len(value) < _LONG and not _is_text(key, value):
        return
    flow.gap()
    for line in lines:
        if line.strip():
            flow.text(line)
            flow.line()
        else:
            flow.gap()
    flow.gap()


def _is_text(key: str, value: str) -> bool:
    """Tell words for a reader from values for a program ("yellow", "top", "medium")."""
    return " " in value or bool(_NAMED.search(key))


def _label(key: str) -> str:
    label = key.replace("_", " ").replace("-", " ").strip()
    return label[:1].upper() + label[1:]
