"""Tables to rows: labels beside values stay on one line, address cells become blocks."""

from __future__ import annotations

import re
from typing import TypeAlias

from appealdesk.cases.opening.rows import Row

Cell: TypeAlias = list[Row]

_CONTACT = re.compile(
    r"@|\+\s?\d[\d ()./-]{5,}|\b\d[\d ()./-]{6,}\d\b|\b(?:fax|e-?mail|tel)\b",
    re.IGNORECASE,
)
_ONE_LINE = 240
_LABEL = 24  # letters that a label of a form has at most


def rows_of_table(table: list[list[Cell]]) -> list[Row]:
    """Return the rows of a table, given as rows of cells of rows.

    - a row of one-line cells (a label and its value, a form's row) stays one line, its
      cells apart by a tab;
    - columns that each hold addresses, one line in each row, are read column by column;
    - a form (short labels on the left, contacts among the values) is one block of lines
      "Label: value"; a value of several lines follows its label;
    - any other cell becomes a block of its own, an empty row after it.
    """
    table = [[_trimmed(cell) for cell in row] for row in table]
    table = [row for row in table if any(row)]
    if _is_columns(table):
        return _by_column(table)
    if _is_form(table):
        return [line for row in table for line in _labelled([cell for cell in row if cell])]
    rows: list[Row] = []
    for row in table:
        cells = [cell for cell in row if cell]
        if _fits_one_line(cells):
            rows.append(("\t".join(cell[0][0] for cell in cells), cells[0][0][1]))
            continue
        for cell in cells:
            if rows and rows[-1][0]:
                rows.append(("", cell[0][1]))
            rows.extend(cell)
        rows.append(("", cells[-1][-1][1]))
    return _trimmed(rows)


def _trimmed(rows: list[Row]) -> list[Row]:
    first, last = 0, len(rows)
    while first < last and not rows[first][0]:
        first += 1
    while last > first and not rows[last - 1][0]:
        last -= 1
    return rows[first:last]


def _fits_one_line(cells: list[Cell]) -> bool:
    if not all(len(cell) == 1 for cell in cells):
        return False
    return len(cells) == 1 or sum(len(cell[0][0]) for cell in cells) <= _ONE_LINE


def _is_columns(table: list[list[Cell]]) -> bool:
    """Tell addresses set side by side: three rows or more, contacts in two columns or more."""
    widths = {len(row) for row in table}
    if len(table) < 3 or len(widths) != 1 or not 2 <= min(widths) <= 4:
        return False
    if any(len(cell) > 1 for row in table for cell in row):
        return False
    columns = range(min(widths))
    with_contacts = [
        any(_CONTACT.search(text) for row in table for text, _page in row[column])
        for column in columns
    ]
    return sum(with_contacts) >= 2 and with_contacts[0]


def _is_form(table: list[list[Cell]]) -> bool:
    """Tell a form: three labels or more, all different, and values with contacts among them."""
    pairs = [[cell for cell in row if cell] for row in table]
    pairs = [cells for cells in pairs if len(cells) > 1]
    if len(pairs) < 3 or len(pairs) * 2 < len(table) or any(len(cells) != 2 for cells in pairs):
        return False
    labels = [label[0][0] for label, _value in pairs if len(label) == 1]
    if len(labels) != len(pairs) or len(set(labels)) != len(labels):
        return False
    if any(len(label) > _LABEL or any(map(str.isdigit, label)) or "@" in label for label in labels):
        return False
    return any(_CONTACT.search(text) for _label, value in pairs for text, _page in value)


def _labelled(cells: list[Cell]) -> list[Row]:
    if len(cells) != 2:
        return [line for cell in cells for line in cell]
    (label, page), value = cells[0][0], [line for line in cells[1] if line[0]]
    label = label if label.endswith((":", "：")) else f"{label}:"
    if len(value) == 1:
        return [(f"{label} {value[0][0]}", page)]
    return [(label, page), *value]


def _by_column(table: list[list[Cell]]) -> list[Row]:
    rows: list[Row] = []
    for column in range(len(table[0])):
        block = _trimmed([row[column][0] if row[column] else ("", 1) for row in table])
        if block:
            rows.extend([("", block[0][1])] if rows else [])
            rows.extend(block)
    return rows
