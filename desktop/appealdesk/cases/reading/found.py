"""A recipient while it is put together from the rows of its block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from appealdesk.cases.model import Doubt, Doubtful, Source
from appealdesk.cases.reading.rows import Row

_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")  # of a sentence, not of "St." or "D.F."


@dataclass
class Found:
    """A recipient being put together."""

    name: str = ""
    role: str = ""
    address: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)

    def doubt(self, about: str, problem: Doubtful, row: Row | None = None, quote: str = "") -> None:
        """Note a doubt on a field; the first one counts."""
        # What is missing has no line: its neighbours show where it should stand.
        places = (self.sources.get(one) for one in (about, "address", "name", "role"))
        source = row.source if row else next(filter(None, places), None)
        self.doubts.setdefault(
            about, Doubt(field=about, problem=problem, source=source, quote=quote[:200])
        )

    def put(self, about: str, text: str, rows: list[Row]) -> None:
        """Set the name or the role."""
        setattr(self, about, text)
        self._from(about, rows)

    def lines(self, rows: list[Row]) -> None:
        """Add postal lines."""
        for row in rows:
            text = _FULL_STOP.sub("", row.text.strip(" ,;"))
            if text:
                self.address.append(text)
                self._from("address", [row])

    def value(self, about: str, values: tuple[str, ...], row: Row) -> None:
        """Add contacts of one kind."""
        kept = self.values.setdefault(about, [])
        kept.extend(value for value in values if value not in kept)
        if values:
            self._from(about, [row])

    def _from(self, about: str, rows: list[Row]) -> None:
        if not rows:
            return
        before = self.sources.get(about)
        first = before.line if before else rows[0].line
        page = before.page if before else rows[0].page
        self.sources[about] = Source(line=first, last=rows[-1].last, page=page)
