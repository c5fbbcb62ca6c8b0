"""A sheet to hold against an envelope: the frame of its window on the page of a layout."""

from __future__ import annotations

from appealdesk import resources
from appealdesk.errors import Trouble
from appealdesk.letters import Letter, LetterKind, number_in
from appealdesk.paper.layouts import layout
from appealdesk.paper.manuscript import manuscript, tongue
from appealdesk.paper.press import sheet_copy
from appealdesk.paper.sheets import Sheets
from appealdesk.translation import _

FRAME = "frame.typ"


class NoWindow(Trouble):
    """A layout is for envelopes without a window: there is no frame to show."""


def window_sheet(name: str, language: str) -> Sheets:
    """Return one page that shows where a layout expects the window of the envelope.

    It has the address of an invented recipient where that of a letter stands, the frame of the
    window around it, the folds, and a line of 100 mm to see whether the printer keeps to size.

    name:     of a layout
    language: that of the screen (BCP 47), in which the sheet speaks
    Raises NoSuchLayout, and NoWindow for a layout that has none.
    """
    found = layout(name)
    if not found.windowed:
        raise NoWindow(
            _("“{layout}” is for envelopes without a window.").format(layout=found.title),
            remedy=_("Please choose a layout with a window to see its frame."),
        )
    measures = _measures(name)
    words = {
        "language": tongue(language)["language"],
        "layout": found.title,
        "letter": manuscript([_sample(name)])["letters"][0],
        "window": _placed(measures["address"], language),
        "sender_window": _("Window for the sender: {measures}").format(
            measures=_placed(measures["sender"], language)
        )
        if "indent" in measures["sender"]
        else "",
        "fold": _("Fold here"),
        "steps": [
            _("Print this sheet at its actual size, without “fit to page”."),
            _("Measure the line below. If it is not 100 mm long, the printer changes the size."),
            _("Fold the sheet along the dotted lines and put it into the envelope."),
            _(
                "Move it up and down and to both sides. The window must show the whole address and"
                " nothing of the text of the letter, however the sheet lies."
            ),
            _("If it does not, choose another layout, or an envelope without a window."),
        ],
        "rule": _("This line is 100 mm long."),
    }
    return Sheets(sheet_copy(FRAME, _("Hold this sheet against your envelope"), words))


def _measures(name: str) -> dict[str, dict[str, float]]:
    import yaml  # noqa: PLC0415

    rows: dict[str, dict[str, dict[str, float]]] = yaml.safe_load(
        resources.text("layouts", "measures.yaml")
    )["layouts"]
    return rows[name]


def _placed(field: dict[str, float], language: str) -> str:
    def mm(key: str) -> str:
        return number_in(field[key], language)

    return _("{width} x {height} mm, {left} mm from the left and {top} mm from the top").format(
        width=mm("width"), height=mm("height"), left=mm("left"), top=mm("top")
    )


def _sample(name: str) -> Letter:
    """An invented recipient with as many lines as most addresses have."""
    return Letter(
        kind=LetterKind.APPEAL,
        language="en",
        layout=name,
        recipient=1,
        from_lines=(_("Your name"), _("Your street"), _("Your town")),
        address=(
            _("Name of the recipient"),
            _("Office"),
            _("Street and number"),
            _("Town"),
            _("COUNTRY"),
        ),
    )
