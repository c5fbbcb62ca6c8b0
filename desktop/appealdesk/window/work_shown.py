"""The work on the desk: shown in brief and desk, and changed by what is done there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from appealdesk import letters
from appealdesk.letters import Letter
from appealdesk.translation import _
from appealdesk.window import letter_shown as shown
from appealdesk.window.actions import Actions
from appealdesk.window.brief import Brief
from appealdesk.window.desk_view import Desk
from appealdesk.window.later import later
from appealdesk.window.page_shown import PageShown
from appealdesk.window.sheet import Shown
from appealdesk.window.status_line import StatusLine
from appealdesk.workbench import Work, Workbench, works

RECOUNT = 150  # milliseconds after the last key press

# What one types on the sheet. Where only these differ, the sheet is not composed anew.
_TEXTS = {"body", "note", "own", "salutations", "closings", "subject"}


class WorkShown(QObject):
    """Puts a state of the work on the screen; the light way while one types.

    fields_counted: how many places of the letters wait for words
    """

    fields_counted = Signal(int)

    def __init__(
        self, brief: Brief, desk: Desk, status: StatusLine, actions: Actions, language: str
    ) -> None:
        super().__init__(desk)
        self._brief, self._desk, self._status = brief, desk, status
        self._actions = actions
        self._language = language
        self._bench: Workbench | None = None
        self._work: Work | None = None
        self.number = 0
        self.today: Callable[[], dt.date] = lambda: dt.datetime.now().astimezone().date()
        self._recount = later(self, RECOUNT, self._count)
        # Looked up each time: tests put another day in.
        self.page = PageShown(desk, status, actions, lambda: self.today())  # noqa: PLW0108

    def use(self, bench: Workbench) -> None:
        """Take the workbench."""
        self._bench = bench
        self.page.use(bench)

    def show_work(self, work: Work | None) -> None:
        """Take a state of the work."""
        before, self._work = self._work, work
        if work is None:
            self.number = 0
            self.page.show_letter(0, shown.layout_of(""))
            self._allow(None)
            self._status.show_letter(visible=False)
            return
        if before is not None and only_texts_differ(before, work):
            self._show_texts(work)
        else:
            text = self._desk.sheet.body.text()
            self._show_all(work)
            if (
                before is None
                or before.document is not work.document
                or before.draft.shown != work.draft.shown
            ):
                self._desk.to_top(cursor=text != self._desk.sheet.body.text())
                self._status.forget()
        if self.number:
            self._recount.start()
            self.page.changed()

    def letter(self) -> Letter | None:
        """Return the letter shown."""
        if self._bench is None or not self.number:
            return None
        return self._bench.letter(self.number, self.today())

    def unfilled(self, numbers: Sequence[int] | None = None) -> tuple[tuple[int, str], ...]:
        """Return the places still to fill in, each with the letter it is in, once a text.

        numbers: the letters to look at; None for all that are ticked
        """
        bench, work = self._bench, self._work
        if bench is None or work is None:
            return ()
        found: dict[str, int] = {}
        for number in [one.number for one in works.ticked(work)] if numbers is None else numbers:
            for field in letters.unfilled(bench.letter(number, self.today())):
                found.setdefault(field, number)
        return tuple((number, field) for field, number in found.items())

    def refresh(self) -> None:
        """Show everything again: the sender or the day has changed."""
        if self._work is not None:
            self._show_all(self._work)
            self.page.changed()

    def show_view(self) -> None:
        """Show the sheet, the printed page or both, as the View menu says."""
        if not self.number:
            return
        page = self.page.is_seen()
        self._desk.show_letter(sheet=not self._actions.show_page.isChecked(), page=page)
        if page:
            self.page.fit()

    # inside

    def _show_all(self, work: Work) -> None:
        self.number = 0 if work.case.stop else shown.shown_number(work)
        texts = shown.brief_texts(work, self.number, self.today(), self._language)
        self._brief.show_case(work.case, work.document, texts)
        self._status.show_asks(sum(texts.asks), len(texts.asks))
        draft = work.draft
        desk = self._desk
        desk.chips.show_recipients(
            shown.chip_texts(work), self.number, embassy_asked=work.case.embassy_note
        )
        desk.language.offer(shown.language_choices(draft.language), draft.language)
        desk.layout_choice.offer(shown.layout_choices(), draft.layout)
        sender = self._bench.sender if self._bench is not None else None
        level = letters.identity_shown(draft, sender)
        desk.identity.offer(shown.identity_choices(), level.value)
        desk.show_choices(visible=bool(self.number), chips=not work.case.stop)
        self._allow(work)
        self._status.show_letter(visible=bool(self.number))
        if self.number:
            self._show_letter(work)
            return
        self.page.show_letter(0, shown.layout_of(draft.layout))
        if work.case.stop:
            desk.show_nobody(
                _("This is a stop action: the urgent action has ended. Please send no letters.")
            )
        else:
            desk.show_nobody(_("The case names nobody to write to. Add a recipient above."))

    def _show_texts(self, work: Work) -> None:
        """Show what was typed, or taken back: nothing here may be slow."""
        sheet, draft, number = self._desk.sheet, work.draft, self.number
        if not number:
            return
        sheet.body.set_text(works.text_on_sheet(work, number))
        if draft.subject is not None:
            sheet.subject_line.set_text(draft.subject)
        if number in draft.salutations:
            sheet.salutation_line.set_text(draft.salutations[number])
            sheet.show_unsure(unsure=False)
        if number in draft.closings:
            sheet.closing_line.set_text(draft.closings[number])

    def _show_letter(self, work: Work) -> None:
        letter = self.letter()
        assert letter is not None, "a number without a letter"  # noqa: S101
        desk = self._desk
        layout = shown.layout_of(work.draft.layout)
        desk.set_page((layout.width, layout.height))
        self.page.show_letter(self.number, layout)
        window: Literal["left", "right", ""] = "right" if layout.at_right else "left"
        to, draft = works.recipient(work, self.number), work.draft
        desk.sheet.show_letter(
            Shown(
                letter=letter,
                text=works.text_on_sheet(work, self.number),
                subject=letter.subject if draft.subject is None else draft.subject,
                salutation=draft.salutations.get(self.number, letter.salutation),
                closing=draft.closings.get(self.number, letter.closing),
                salutation_ours=letters.salutation_is_ours(to, draft, self.number),
                window=window if layout.windowed else "",
            )
        )
        desk.show_own_text(own=self.number in work.draft.own)
        self.show_view()

    def _allow(self, work: Work | None) -> None:
        actions = self._actions
        actions.allow(case=work is not None, letter=bool(self.number))
        own = work is not None and self.number in work.draft.own
        several = work is not None and len(shown.written_to(work.case)) > 1
        actions.write_specially.setEnabled(bool(self.number) and not own and several)
        actions.share_again.setEnabled(own)
        windowed = work is not None and shown.layout_of(work.draft.layout).windowed
        actions.hold_window.setEnabled(bool(self.number) and windowed)
        ticked = len(works.ticked(work)) if work is not None and self.number else 0
        actions.check.setEnabled(work is not None and bool(works.open_doubts(work)))
        for name in ("save_letters", "save_together", "save_text", "preview", "print_letters"):
            getattr(actions, name).setEnabled(ticked > 0)
        actions.save_letters.setText(shown.save_words(ticked))

    def _count(self) -> None:
        work = self._work
        if work is None or not self.number:
            return
        if work.case.points:
            made = works.asks_made(work, self.number)
            self._brief.show_asks(made)
            self._status.show_asks(sum(made), len(made))
        unfilled = len(self.unfilled())
        self._status.show_fields(unfilled)
        self.fields_counted.emit(unfilled)
        self._show_closing(work)

    def _show_closing(self, work: Work) -> None:
        """Show the closing that goes with the greeting as it now is."""
        letter = self.letter()
        if letter is not None and self.number not in work.draft.closings:
            self._desk.sheet.closing_line.set_text(letter.closing)


def only_texts_differ(before: Work, after: Work) -> bool:
    """Tell whether one has only typed since: then little has to be shown anew."""
    if before.id != after.id or before.document is not after.document:
        return False
    if before.case is not after.case and before.case != after.case:
        return False
    old, new = before.draft, after.draft
    back_to_ours = (
        old.own.keys() != new.own.keys()
        or not old.salutations.keys() <= new.salutations.keys()
        or not old.closings.keys() <= new.closings.keys()
        or (new.subject is None and old.subject is not None)
    )
    return not back_to_ours and all(
        getattr(old, name) == getattr(new, name)
        for name in new.__struct_fields__
        if name not in _TEXTS
    )


def copy_to_clipboard(letter: Letter) -> None:
    """Put a whole letter on the clipboard as text."""
    QApplication.clipboard().setText(letters.plain_text(letter))
