"""The printed page of the letter on the desk: kept true, followed while writing, clicked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from appealdesk.errors import Trouble
from appealdesk.paper import Cut, Layout, Part, Place
from appealdesk.translation import _
from appealdesk.window import letter_shown as shown
from appealdesk.window.actions import Actions
from appealdesk.window.desk_view import Desk
from appealdesk.window.later import later
from appealdesk.window.page_places import offset_at, place_at, place_of
from appealdesk.window.paper_text import PaperText
from appealdesk.window.status_line import StatusLine
from appealdesk.workbench import Proof, Workbench

REFIT = 400  # milliseconds after the last key press, while no page is shown
FOLLOW = 40  # milliseconds after the cursor has moved


class PageShown(QObject):
    """Has the letter set anew after each change, and shows what comes of it.

    address_clicked, sender_clicked, date_clicked: parts of the head, as on the sheet
    """

    address_clicked = Signal()
    sender_clicked = Signal()
    date_clicked = Signal()

    def __init__(
        self, desk: Desk, status: StatusLine, actions: Actions, today: Callable[[], dt.date]
    ) -> None:
        super().__init__(desk)
        self._desk, self._status, self._actions = desk, status, actions
        self._today = today
        self._bench: Workbench | None = None
        self._number = 0
        self._layout = shown.layout_of("")
        self._places: tuple[Place, ...] = ()
        self._size = 11.0
        self._cut: Cut | None = None
        self._refit = later(self, REFIT, self.fit)
        self._follow = later(self, FOLLOW, self._show_cursor)
        desk.shape_changed.connect(self._reshaped)
        desk.pages.wanted.connect(self.fit)
        desk.pages.pointed.connect(self._pointed)
        for part in desk.sheet.texts():
            part.cursorPositionChanged.connect(self._moved)

    def use(self, bench: Workbench) -> None:
        """Take the workbench."""
        self._bench = bench

    def show_letter(self, number: int, layout: Layout) -> None:
        """Take the recipient whose letter is on the desk (0: nobody's) and its layout."""
        if number != self._number:
            self._places, self._cut = (), None
        self._number, self._layout = number, layout
        self._desk.pages.set_paper((layout.width, layout.height))

    def changed(self) -> None:
        """Have the letter set again: at once where its page is seen, else when typing pauses."""
        if self.is_seen():
            self.fit()
        else:
            self._refit.start()

    def is_seen(self) -> bool:
        """Tell whether the View menu shows the page, alone or beside the sheet."""
        return self._actions.show_page.isChecked() or self._actions.show_both.isChecked()

    def fit(self) -> None:
        """Have the letter set now."""
        if self._bench is None or not self._number:
            return
        self._refit.stop()
        number, pages = self._number, self._desk.pages

        def came(proof: Proof) -> None:
            if number == self._number:
                self._show(proof)

        def failed(trouble: Trouble) -> None:
            if number == self._number:
                self._places, self._cut = (), None
                pages.show_trouble(trouble)
                self._status.show_fit(_("The page cannot be set"), good=False)

        only = pages.in_sight() if self.is_seen() else frozenset()
        self._bench.exits.proof(number, self._today(), pages.resolution(), came, failed, only=only)

    def go_to_cut(self) -> bool:
        """Select the paragraph that could go from a letter that is too long; False for none."""
        if self._cut is None:
            return False
        if self._actions.show_page.isChecked():
            self._actions.show_write.trigger()
        body = self._desk.sheet.body
        self._write_at(body, _lead(body) + self._cut.start, _lead(body) + self._cut.end)
        return True

    # inside

    def _show(self, proof: Proof) -> None:
        made = proof.preview
        self._places, self._cut, self._size = made.places, made.fit.cut, made.fit.size
        words, good = shown.fit_words(made.fit)
        self._status.show_fit(words, good=good)
        if self.is_seen():
            text = "\n".join(part for part in proof.letter.texts if part)
            self._desk.pages.show_preview(made, text)
            self._follow.start()  # soon: new pages have no room yet

    def _reshaped(self) -> None:
        if self.is_seen() and self._number:
            self._refit.start()

    def _moved(self) -> None:
        if self._actions.show_both.isChecked():
            self._follow.start()

    def _show_cursor(self) -> None:
        """Scroll the page to the line being written."""
        writing = next((one for one in self._parts() if one[1].hasFocus()), None)
        if writing is not None and self._actions.show_both.isChecked():
            part, text = writing
            place = place_of(self._places, part, text.chosen()[0] - _lead(text))
            if place is not None:
                self._desk.pages.show_place(place)

    def _pointed(self, page: int, left: float, top: float) -> None:
        """Go to what was clicked: words on the sheet, or the question behind a line of the head."""
        place = place_at(self._places, page, left, top)
        if place is None:
            self._pointed_at_head(page, left, top)
            return
        part = dict(self._parts()).get(place.part)
        if part is None:
            self.sender_clicked.emit()
            return
        if self._actions.show_page.isChecked():
            self._actions.show_write.trigger()
        start, end = _lead(part) + place.start, _lead(part) + place.end
        at = start + offset_at(place, part.text()[start:end], self._size, left, top)
        self._write_at(part, at, at)

    def _pointed_at_head(self, page: int, left: float, top: float) -> None:
        first = next((one for one in self._places if one.page == page), None)
        if page != 1 or first is None or top > first.top:
            return
        at_right = left > self._layout.width / 2
        if at_right == self._desk.sheet.address_at_right:
            self.address_clicked.emit()
        elif top > first.top - _DATE_MM:
            self.date_clicked.emit()
        else:
            self.sender_clicked.emit()

    def _parts(self) -> tuple[tuple[Part, PaperText], ...]:
        sheet = self._desk.sheet
        return (
            (Part.SUBJECT, sheet.subject_line),
            (Part.SALUTATION, sheet.salutation_line),
            (Part.BODY, sheet.body),
            (Part.CLOSING, sheet.closing_line),
        )

    def _write_at(self, part: PaperText, start: int, end: int) -> None:
        part.choose(start, end)
        part.setFocus()
        self._desk.show_cursor(part)


def _lead(part: PaperText) -> int:
    """Return how many blanks stand before the words on the sheet: a letter leaves them out."""
    return len(part.text()) - len(part.text().lstrip())


_DATE_MM = 16.0  # the line with the date stands at most so far above the subject, letter.typ
