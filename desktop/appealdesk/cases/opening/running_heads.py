"""Heads and feet that repeat from page to page, and page numbers: said once, or not at all."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from appealdesk.cases.opening.pieces import SeenLine

_EDGE: Final = 4  # lines at the top and at the foot of a page that may repeat
_OF: Final = r"(?:/|of|de|von|sur|di|из|من)"
_NUMBER: Final = re.compile(
    r"[\W_]*(?:(?:page|seite|p[aá]gina|pagina|страница|стр|صفحة)\W*)?\d{1,4}"
    rf"(?:\s*{_OF}\s*\d{{1,4}})?[\W_]*",
    re.IGNORECASE,
)
_NUMBER_AT_END: Final = re.compile(
    rf"\s(?:[-–|]\s*)?(?:page\s*)?\d{{1,3}}(?:\s*{_OF}\s*\d{{1,3}})?(?:\s*[-–|])?$", re.IGNORECASE
)
_CONTACT: Final = re.compile(r"@|\bfax\b|e-?mail|\btel\b|salutation|anrede", re.IGNORECASE)


def without_running_heads(pages: list[list[SeenLine]]) -> list[list[SeenLine]]:
    """Return the pages without what repeats at their edges.

    A head stays on the first page that has it. A foot that says something which stands
    nowhere else is put at the end of the last page. Lone page numbers go.
    """
    pages = [_without_number(page) for page in pages]
    on_pages = Counter(key for page in pages for key in {_key(line) for line in page[-_EDGE:]})
    feet = {key for key, count in on_pages.items() if count > 1 and not _CONTACT.search(key)}
    seen: set[str] = set()
    dropped: dict[str, SeenLine] = {}
    kept: list[list[SeenLine]] = []
    for page in pages:
        start = 0
        while start < min(_EDGE, len(page)) and _key(page[start]) in seen:
            start += 1
        end = len(page)
        while end > start and len(page) - end < _EDGE and _key(page[end - 1]) in feet:
            end -= 1
            dropped.setdefault(_key(page[end]), page[end])
        seen.update(_key(line) for line in page[: 2 * _EDGE] if not _CONTACT.search(line.text))
        kept.append(page[start:end])
    return _with_feet(kept, list(dropped.values()))


def is_page_number(text: str) -> bool:
    """Tell "3", "- 3 -", "Page 3 of 7" and the like in many languages."""
    return _NUMBER.fullmatch(text) is not None


def _without_number(page: list[SeenLine]) -> list[SeenLine]:
    """Return the page without a page number that stands alone at its edges."""
    start, end = 0, len(page)
    if start < end and page[start].place > 0.9 and is_page_number(page[start].text):
        start += 1
    if start < end and page[end - 1].place < 0.1 and is_page_number(page[end - 1].text):
        end -= 1
    return page[start:end]


def _key(line: SeenLine) -> str:
    return " ".join(_NUMBER_AT_END.sub("", line.text).split()).casefold()


def _with_feet(pages: list[list[SeenLine]], feet: list[SeenLine]) -> list[list[SeenLine]]:
    said = " ".join(_key(line) for page in pages for line in page)
    missing = [line for line in reversed(feet) if _key(line) not in said]
    if missing and pages:
        pages[-1] += [
            SeenLine(_NUMBER_AT_END.sub("", line.text), 0.0, gap=index == 0)
            for index, line in enumerate(missing)
        ]
    return pages
