"""Rows of an address part -> blocks, one for each recipient."""

from __future__ import annotations

import re
from collections import Counter

from appealdesk.cases import countries, labels
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.holders import split_holder
from appealdesk.cases.reading.offices import Kind, kind_of
from appealdesk.cases.reading.rows import Row, joined

_FEW = 4  # rows: fewer do not tell how blocks are spaced
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]")


def blocks(rows: list[Row], width: int = 0, spacing: int = 0) -> list[list[Row]]:
    """Divide the rows of an address part into blocks.

    width: the length lines are wrapped at (0: none). spacing: the blank lines between the lines of
    a block in the document's other parts, for a part too short to tell.
    """
    rows = unwrapped(rows, width)
    alone = len(rows) >= _FEW or any(row.text.count(",") > 2 for row in rows)
    spacing = usual_gap(rows) or (0 if alone else spacing)
    found: list[list[Row]] = []
    block = _Block()
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        if block.rows and _begins(block, row, spacing, following):
            found.append(block.rows)
            block = _Block()
        block.add(row)
    if block.rows:
        found.append(block.rows)
    return _with_strays(found)


class _Block:
    """The rows of one block so far, and what they have already said."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.kinds: list[Kind] = []
        self.contacts = False
        self.closed = False  # the country was named: the postal part is over
        self.placed = False  # a line of a place was seen

    def add(self, row: Row) -> None:
        """Take one more row."""
        self.rows.append(row)
        if contacts.is_contact(row):
            self.contacts = True
            return
        kind = kind_of(row.text)
        self.kinds.append(kind)
        leads = row.words and row.words[0].folded in labels.single_words("connectives")
        ends = kind is Kind.COUNTRY or bool(not leads and countries.country_at_end(row.text))
        if kind in {Kind.PLACE, Kind.COUNTRY} and len(self.rows) > 1:
            self.placed = True
        self.closed = self.closed or (
            ends and len(self.kinds) > 1 and kind in {Kind.PLACE, Kind.COUNTRY}
        )

    @property
    def headed(self) -> bool:
        """Whether an office or a person was named."""
        return any(kind in {Kind.ROLE, Kind.PERSON, Kind.NAME, Kind.BODY} for kind in self.kinds)


def _begins(block: _Block, row: Row, spacing: int, following: Row | None) -> bool:
    """Whether a row begins a new block after this one."""
    listed = row.bullet and row.bullet == block.rows[0].bullet
    if (
        listed
        or _NUMBERED.match(row.bullet)
        or (row.bullet and not row.bullet[0].isalnum() and block.headed)
    ):
        return True
    if labels.phrases("notices").at(row.words, 0) and not row.bullet:
        return False
    waiting = contacts.label_alone(block.rows[-1])
    if waiting == "salutation" or (waiting and ("@" in row.text or row.text[:1] in "+(0123456789")):
        return False  # its value
    field = labels.phrases("field_name", "field_role").at(row.words, 0)
    if field and row.after(field.last).lstrip()[:1] == ":":
        # A form's next entry begins with the line that this one began with.
        same = labels.phrases("field_name", "field_role").at(block.rows[0].words, 0)
        return bool(same and same.phrase == field.phrase) or block.contacts
    if contacts.is_contact(row) or (len(block.rows) == 1 and block.rows[0].text.endswith(":")):
        return False
    kind = kind_of(row.text)
    heads = (
        kind in {Kind.ROLE, Kind.PERSON, Kind.BODY}
        or row.text.endswith(":")
        or bool(split_holder(row.text))
    )
    if not block.headed and not block.contacts:
        return False
    if row.gap > spacing:
        return (
            heads
            or kind is Kind.NAME
            or block.contacts
            or (block.closed and kind is not Kind.PLACE)
        )
    if block.contacts:
        return heads or kind is Kind.NAME
    if block.closed or (_in_one_line(block.rows[0]) and _in_one_line(row)):
        return heads
    return block.placed and not _is_notice(row) and _names_with(kind, row, following)


def _in_one_line(row: Row) -> bool:
    """Whether a row names somebody and, behind a comma, an office or an institution."""
    if "," not in row.text:
        return False
    first, _, behind = row.text.partition(",")
    named = kind_of(first) is Kind.PERSON or bool(split_holder(first))
    return named and kind_of(behind.strip()) in {Kind.ROLE, Kind.BODY, Kind.PERSON}


def _names_with(kind: Kind, row: Row, following: Row | None) -> bool:
    """Whether a row, with the one below it, is an office and its holder.

    In the middle of an address a person alone may be a street ("Padre Faura", "General Roe").
    """
    if kind not in {Kind.ROLE, Kind.PERSON} or following is None:
        return False
    if split_holder(row.text):
        return True
    below = kind_of(following.text)
    wanted = {Kind.ROLE} if kind is Kind.PERSON else {Kind.PERSON, Kind.NAME}
    return below in wanted and not contacts.is_contact(following)


def _is_notice(row: Row) -> bool:
    return bool(labels.phrases("notices").at(row.words, 0)) or row.text[:1] in "(["


def usual_gap(rows: list[Row]) -> int:
    """Return the number of blank lines that stand between the lines of one block."""
    gaps = Counter(row.gap for row in rows[1:])
    if len(rows) < _FEW or not gaps:
        return 0
    tight = gaps[0]
    if tight >= 0.3 * (len(rows) - 1):
        return 0
    return (
        min(gap for gap in gaps if gaps[gap] >= 0.3 * (len(rows) - 1))
        if max(gaps.values()) >= 0.3 * (len(rows) - 1)
        else 0
    )


def unwrapped(rows: list[Row], width: int) -> list[Row]:
    """Join lines that were wrapped: the next line's first word would not have fitted."""
    found: list[Row] = []
    for row in (row for row in rows if row.text):
        before = found[-1] if found else None
        if before is not None and _continues(before, row, width):
            found[-1] = joined([before, row])
        else:
            found.append(row)
    return found


def _continues(before: Row, row: Row, width: int) -> bool:
    if row.gap or row.bullet:
        return False
    open_bracket = before.text.count("(") > before.text.count(")") and ")" in row.text
    if open_bracket:
        return True
    if contacts.is_contact(row) or (_in_one_line(row) and _in_one_line(before)):
        return False
    if _in_one_line(before) and row.indent > before.indent and not _in_one_line(row):
        return True
    if before.text.endswith("/") and contacts.is_contact(before):
        return True
    first = row.text.split(" ", 1)[0]
    full = bool(width) and before.width + 1 + len(first) > width and before.width > 0.75 * width
    return full and (row.text[:1].islower() or row.text[:1].isdigit() or before.text.count(",") > 1)


def _with_strays(found: list[list[Row]]) -> list[list[Row]]:
    """Give blocks that hold only contacts or places to the block they belong to."""
    kept: list[list[Row]] = []
    pending: list[Row] = []
    for block in found:
        kinds = [kind_of(row.text) for row in block if not contacts.is_contact(row)]
        named = any(kind in {Kind.ROLE, Kind.PERSON, Kind.NAME, Kind.BODY} for kind in kinds)
        if named or not kept:
            if not named and not kinds:
                pending = block
                continue
            kept.append([*pending, *block])
            pending = []
        elif all(kind in {Kind.PLACE, Kind.COUNTRY} for kind in kinds):
            kept[-1] = [*kept[-1], *block]
    return kept
