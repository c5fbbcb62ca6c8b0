"""Sheets of labels: those one buys, and a size of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from appealdesk import resources
from appealdesk.cases import Plain
from appealdesk.errors import Trouble
from appealdesk.letters import Posting
from appealdesk.paper.layouts import A4, US_LETTER
from appealdesk.paper.press import sheet_copy
from appealdesk.paper.sheets import Sheets, outside
from appealdesk.translation import _

_PAPERS = {"a4": A4, "us-letter": US_LETTER}
_ROUGHLY = 0.1  # mm that the figures on a packet may be rounded by
_MOST_COPIES = 999


class LabelSheet(Plain, frozen=True):
    """A sheet of labels; millimetres from the upper left corner of the sheet.

    left, top:    where the first label begins
    across, down: from one label to the next (the pitch)
    source:       who says so
    """

    paper: str
    rows: int
    columns: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    source: str = ""

    @property
    def many(self) -> int:
        """The labels on one sheet."""
        return self.rows * self.columns


class BadLabels(Trouble):
    """A sheet of labels is described in a way that cannot be, or is not there."""


@cache
def label_sheets() -> dict[str, LabelSheet]:
    """Return the sheets there are, by name: "l7160", "l7163", "5160", "5163"."""
    import yaml  # noqa: PLC0415

    found = yaml.safe_load(resources.text("layouts", "labels.yaml"))
    return msgspec.convert(found, dict[str, LabelSheet])


def label_sheet(name: str) -> LabelSheet:
    """Return the sheet of that name. Raises BadLabels, which lists those there are."""
    found = label_sheets().get(name.strip().lower())
    if found is None:
        raise BadLabels(
            _("There are no labels called {name}.").format(name=name or "“”"),
            remedy=_("Please choose one of: {names}; or describe your own in a file.").format(
                names=", ".join(label_sheets())
            ),
        )
    return found


def own_label_sheet(text: str, name: str) -> LabelSheet:
    """Return the sheet that a YAML text describes, as the rows of labels.yaml do.

    name: the file's, for the BadLabels raised when a figure is missing or cannot be
    """
    import yaml  # noqa: PLC0415

    try:
        sheet = msgspec.convert(yaml.safe_load(text), LabelSheet)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        place = _("{file}, line {line}").format(file=name, line=line)
        raise BadLabels(_unreadable(error.problem or ""), place=place) from error
    except (yaml.YAMLError, msgspec.ValidationError, RecursionError) as error:
        raise BadLabels(_unreadable(str(error).partition("\n")[0]), place=name) from error
    check_labels(sheet, place=name)
    return sheet


def check_labels(sheet: LabelSheet, place: str = "") -> None:
    """Raise BadLabels when such a sheet cannot be: labels over each other, or off the paper."""
    why = _wrong_with(sheet)
    if why:
        raise BadLabels(
            _("These labels cannot be printed: {why}.").format(why=why),
            place=place,
            remedy=_("Measure a sheet again, in millimetres from its upper left corner."),
        )


def _wrong_with(sheet: LabelSheet) -> str:
    if sheet.paper not in _PAPERS:
        return _("the paper must be one of: {names}").format(names=", ".join(_PAPERS))
    if not (1 <= sheet.rows <= 100 and 1 <= sheet.columns <= 100):
        return _("there must be 1 to 100 rows and columns")
    lengths = (sheet.width, sheet.height, sheet.across, sheet.down)
    if not all(0 < length < 1000 for length in lengths) or sheet.left < 0 or sheet.top < 0:
        return _("a length is missing, below zero or beyond all paper")
    if sheet.width < 20 or sheet.height < 10:
        return _("no address has room on a label below 20 x 10 mm")
    if (sheet.columns > 1 and sheet.across < sheet.width - _ROUGHLY) or (
        sheet.rows > 1 and sheet.down < sheet.height - _ROUGHLY
    ):
        return _("the labels would lie over each other")
    width, height = _PAPERS[sheet.paper]
    right = sheet.left + (sheet.columns - 1) * sheet.across + sheet.width
    bottom = sheet.top + (sheet.rows - 1) * sheet.down + sheet.height
    if not (right <= width + _ROUGHLY and bottom <= height + _ROUGHLY):
        return _(
            "they reach {right} mm to the right and {bottom} mm down, beyond the paper"
        ).format(right=f"{right:.1f}", bottom=f"{bottom:.1f}")
    return ""


def label_pages(
    postings: Sequence[Posting], sheet: LabelSheet, *, start: int = 1, copies: int = 1
) -> Sheets:
    """Return sheets of labels with the addresses, row by row.

    start:  the first label of the first sheet to print on, counted from 1, row by row
    copies: labels for each address, one after another
    Addresses too long are set smaller, down to 7 pt. Raises BadLabels.
    """
    check_labels(sheet)
    if not 1 <= start <= sheet.many:
        raise BadLabels(
            _("There is no label {number} on this sheet.").format(number=start),
            remedy=_("Please choose one from 1 to {many}.").format(many=sheet.many),
        )
    if not 1 <= copies <= _MOST_COPIES:
        raise BadLabels(
            _("{number} labels for each address cannot be made.").format(number=copies),
            remedy=_("Please choose 1 to {many}.").format(many=_MOST_COPIES),
        )
    matter = {
        "sheet": msgspec.to_builtins(sheet),
        "start": start,
        "labels": [outside(one) for one in postings for _copy in range(copies)],
    }
    return Sheets(
        sheet_copy("labels.typ", _("Labels"), matter),
        _("a label of {width} x {height} mm").format(
            width=f"{sheet.width:g}", height=f"{sheet.height:g}"
        ),
    )


def _unreadable(why: str) -> str:
    return _("The description of the labels cannot be read: {why}.").format(why=why)
