"""What is done on the desk and in the brief, made into steps of the work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from appealdesk import letters
from appealdesk.errors import Trouble
from appealdesk.letters import Identity
from appealdesk.translation import _
from appealdesk.window.actions import Actions
from appealdesk.window.asking import Asking
from appealdesk.window.brief import Brief
from appealdesk.window.date_chooser import choose_date
from appealdesk.window.desk_view import Desk
from appealdesk.window.letter_shown import screen_language
from appealdesk.window.links import domain
from appealdesk.window.notice import Notice
from appealdesk.window.work_shown import WorkShown, copy_to_clipboard
from appealdesk.workbench import Work, Workbench, works

Toggle = Callable[[str, int, int], tuple[str, int, int]]


class Edits(QObject):
    """Connects signals of brief, desk and actions with functions of `works`."""

    def __init__(  # noqa: PLR0917
        self,
        brief: Brief,
        desk: Desk,
        shown: WorkShown,
        actions: Actions,
        notice: Notice,
        asking: Asking,
    ) -> None:
        super().__init__(desk)
        self._brief, self._desk, self._shown = brief, desk, shown
        self._actions, self._notice, self.asking = actions, notice, asking
        self._bench: Workbench | None = None
        self._connect_desk()
        self._connect_actions()

    def use(self, bench: Workbench) -> None:
        """Take the workbench."""
        self._bench = bench

    # words

    def write(self, text: str) -> None:
        """Take the text of the letter shown, at each key press: nothing slow here."""
        bench, work = self._now()
        number = self._shown.number
        bench.change(_("typing"), works.write(work, number, text), merge=f"typing {number}")

    def insert(self, words: str) -> None:
        """Put words of the case into the letter where the cursor is."""
        if self._shown.number and words:
            self._to_sheet()
            self._desk.sheet.body.insert_words(words)
            self._desk.sheet.body.setFocus()

    def mark(self, toggle: Toggle, label: str) -> None:
        """Make the chosen words bold, a list and so on, or what they were before."""
        bench, work = self._now()
        self._to_sheet()
        body, number = self._desk.sheet.body, self._shown.number
        before, (start, end) = body.text(), body.chosen()
        text, first, last = toggle(before, start, end)
        if text == before:
            self._notice.tell(_("Please choose words in the letter first."))
            return
        bench.change(label, works.write(work, number, text))
        body.choose(first if end > start else last, last)
        body.setFocus()

    def set_subject(self, text: str) -> None:
        """Take the subject line; emptied, it is left out."""
        bench, work = self._now()
        bench.change(_("the subject"), works.set_subject(work, text), merge="subject")

    def set_salutation(self, text: str) -> None:
        """Take the salutation; emptied, ours comes back."""
        bench, work = self._now()
        number = self._shown.number
        changed = works.set_salutation(work, number, text)
        bench.change(_("the salutation"), changed, merge=f"salutation {number}")

    def set_closing(self, text: str) -> None:
        """Take the closing; emptied, ours comes back."""
        bench, work = self._now()
        number = self._shown.number
        changed = works.set_closing(work, number, text)
        bench.change(_("the closing"), changed, merge=f"closing {number}")

    def next_field(self) -> None:
        """Go to the next place to fill in, in this letter or else in another."""
        self._to_sheet()
        sheet = self._desk.sheet
        for part in (sheet.body, sheet.subject_line, sheet.salutation_line, sheet.closing_line):
            if part.select_next_field():
                part.setFocus()
                part.ensureCursorVisible()
                self._desk.show_cursor(part)
                return
        for number, _field in self._shown.unfilled():
            if number != self._shown.number:
                self._now()[0].show_letter(number)
                self.next_field()
                return

    def write_specially(self) -> None:
        """Give the letter shown a text of its own."""
        bench, work = self._now()
        bench.change(_("an own text"), works.write_specially(work, self._shown.number))
        self._desk.sheet.body.setFocus()

    def share_again(self) -> None:
        """Give the letter shown the common text again; the own text comes back with undo."""
        bench, work = self._now()
        bench.change(_("the common text"), works.share_again(work, self._shown.number))
        self._notice.tell(_("This letter has the common text again."), (_("Undo"), bench.undo))

    def tick_ask(self, index: int, on: bool) -> None:
        """Put an ask into the letters, or take it out."""
        bench, work = self._now()
        try:
            changed = works.tick_ask(work, index, on=on)
        except Trouble as trouble:
            self._notice.tell(str(trouble), trouble=True)
            self._shown.refresh()
            return
        bench.change(_("adding an ask") if on else _("leaving an ask out"), changed)

    # recipients

    def show_letter(self, number: int) -> None:
        """Put another letter on the desk."""
        if number != self._shown.number:
            self._now()[0].show_letter(number)

    def tick_recipient(self, number: int, on: bool) -> None:
        """Make a letter for a recipient or leave it out."""
        bench, work = self._now()
        label = _("taking a recipient in") if on else _("leaving a recipient out")
        bench.change(label, works.tick_recipient(work, number, on=on))

    def add_recipient(self) -> None:
        """Ask for a recipient and make a letter for it."""
        new = self.asking.recipient(None)
        if new is not None:
            bench, work = self._now()
            bench.change(_("adding a recipient"), works.add_recipient(work, new))

    def add_embassy(self) -> None:
        """Ask for the embassy of the state written to, in the sender's country."""
        bench, work = self._now()
        new = self.asking.recipient(None, embassy_of=work.case.country)
        if new is not None:
            bench, work = self._now()
            bench.change(_("adding an embassy"), works.add_recipient(work, new))

    def correct_recipient(self, number: int = 0) -> None:
        """Ask for a recipient's details set right."""
        bench, work = self._now()
        old = works.recipient(work, number or self._shown.number)
        new = self.asking.recipient(old)
        if new is not None:
            bench, work = self._now()
            bench.change(_("correcting a recipient"), works.correct_recipient(work, new))

    def correct_shown(self) -> None:
        """Ask for the details of the recipient whose letter is shown."""
        self.correct_recipient()

    def remove_recipient(self, number: int = 0) -> None:
        """Take a recipient out; the notice offers it back."""
        bench, work = self._now()
        number = number or self._shown.number
        name = works.recipient(work, number).name or _("The recipient")
        bench.change(_("removing a recipient"), works.remove_recipient(work, number))
        self._notice.tell(_("{name} was removed.").format(name=name), (_("Undo"), bench.undo))

    # the letter as a whole

    def set_language(self, language: str) -> None:
        """Draft anew in another language; the words in the first come back with undo."""
        bench, work = self._now()
        if language == work.draft.language:
            return
        written = not works.texts_are_ours(work, bench.sender)
        bench.change(_("the language"), works.set_language(work, language, bench.sender))
        if written:
            self._notice.tell(
                _("The letters are drafted anew in this language. Your text is not lost."),
                (_("Undo"), bench.undo),
            )

    def set_layout(self, layout: str) -> None:
        """Choose the paper and envelope, for new cases as well."""
        bench, work = self._now()
        bench.change(_("the paper"), works.set_layout(work, layout))
        if bench.sender is not None and bench.sender.layout != layout:
            bench.set_sender(replace(bench.sender, layout=layout))

    def set_around(self) -> None:
        """Ask for the enclosures and the reference line."""
        draft = self._now()[1].draft
        around = self.asking.around(draft.enclosures, draft.reference)
        if around is not None:
            bench, work = self._now()
            bench.change(_("enclosures and reference"), works.set_around(work, *around))

    def hold_window(self) -> None:
        """Show the sheet to hold against an envelope with a window."""
        from appealdesk.window.printing import Printing  # noqa: PLC0415

        bench, work = self._now()
        sheet = Printing(self._desk.window(), bench, self._notice)
        sheet.hold_against_envelope(work.draft.layout, screen_language(), self._shown.today())

    def set_identity(self, identity: str) -> None:
        """Choose how much of the sender the letters show."""
        bench, work = self._now()
        bench.change(_("the sender shown"), works.set_identity(work, Identity(identity)))

    def set_date(self) -> None:
        """Ask for the date on the letters."""
        bench, work = self._now()

        def chosen(date: dt.date | None) -> None:
            bench.change(_("the date"), works.set_date(bench.work or work, date))

        choose_date(self._desk.sheet.date_block, work.draft.date or self._shown.today(), chosen)

    def edit_sender(self) -> None:
        """Ask for the sender's details."""
        bench = self._bench
        if bench is None:
            return
        sender = self.asking.sender(bench.sender)
        if sender is not None:
            bench.set_sender(sender)

    def check(self) -> None:
        """Go through what is not sure."""
        bench, work = self._now()
        self.asking.doubts(
            work, bench.sender, lambda new: bench.change(_("something checked"), new)
        )

    def correct_case(self) -> None:
        """Ask for the case's details set right."""
        bench, work = self._now()
        case = self.asking.case(work.case)
        if case is not None:
            bench, work = self._now()
            changed = works.correct(work, case, bench.sender)
            bench.change(_("correcting the case"), changed)

    def follow(self, address: str) -> None:
        """Open a link in the browser, once the person has agreed."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        full = address if "://" in address else f"https://{address}"
        if full.startswith(("https://", "http://")) and self.asking.follow(full, domain(full)):
            QDesktopServices.openUrl(QUrl(full))

    def copy_text(self) -> None:
        """Put the whole letter on the clipboard."""
        letter = self._shown.letter()
        if letter is not None:
            copy_to_clipboard(letter)
            self._notice.tell(_("The letter is on the clipboard."))

    # inside

    def _now(self) -> tuple[Workbench, Work]:
        assert self._bench is not None, "no workbench"  # noqa: S101
        work = self._bench.work
        assert work is not None, "no case on the desk"  # noqa: S101
        return self._bench, work

    def _to_sheet(self) -> None:
        """Show the sheet, alone or beside the page as it is."""
        if self._actions.show_page.isChecked():
            self._actions.show_write.trigger()

    def _connect_desk(self) -> None:
        brief, desk, sheet, chips = self._brief, self._desk, self._desk.sheet, self._desk.chips
        sheet.written.connect(self.write)
        sheet.subject.connect(self.set_subject)
        sheet.salutation.connect(self.set_salutation)
        sheet.closing.connect(self.set_closing)
        sheet.sender_clicked.connect(self.edit_sender)
        sheet.address_clicked.connect(self.correct_shown)
        sheet.date_clicked.connect(self.set_date)
        sheet.around_clicked.connect(self.set_around)
        sheet.copies_clicked.connect(chips.focus_shown)
        self._shown.page.address_clicked.connect(self.correct_shown)
        self._shown.page.sender_clicked.connect(self.edit_sender)
        self._shown.page.date_clicked.connect(self.set_date)
        chips.asked.connect(self.show_letter)
        chips.ticked.connect(self.tick_recipient)
        chips.menu.connect(self._recipient_menu)
        chips.add.connect(self.add_recipient)
        chips.embassy.connect(self.add_embassy)
        marks = self._actions
        sheet.body.addActions([marks.bold, marks.italic, marks.as_list, marks.as_quotation])
        desk.share.connect(self.share_again)
        desk.language.chosen.connect(self.set_language)
        desk.layout_choice.chosen.connect(self.set_layout)
        desk.identity.chosen.connect(self.set_identity)
        brief.check.connect(self.check)
        brief.ask_wanted.connect(self.tick_ask)
        brief.insert.connect(self.insert)
        brief.follow.connect(self.follow)

    def _connect_actions(self) -> None:
        for action, call in (
            (self._actions.check, self.check),
            (self._actions.next_field, self.next_field),
            (self._actions.insert, lambda: self.insert(self._brief.chosen_words())),
            (self._actions.bold, lambda: self.mark(letters.toggle_bold, _("bold"))),
            (self._actions.italic, lambda: self.mark(letters.toggle_italic, _("italic"))),
            (self._actions.as_list, lambda: self.mark(letters.toggle_list, _("a list"))),
            (
                self._actions.as_quotation,
                lambda: self.mark(letters.toggle_quotation, _("a quotation")),
            ),
            (self._actions.next_letter, lambda: self._desk.chips.step(1)),
            (self._actions.previous_letter, lambda: self._desk.chips.step(-1)),
            (self._actions.add_recipient, self.add_recipient),
            (self._actions.add_embassy, self.add_embassy),
            (self._actions.correct_recipient, self.correct_recipient),
            (self._actions.remove_recipient, self.remove_recipient),
            (self._actions.write_specially, self.write_specially),
            (self._actions.share_again, self.share_again),
            (self._actions.around, self.set_around),
            (self._actions.hold_window, self.hold_window),
            (self._actions.copy_text, self.copy_text),
            (self._actions.sender_details, self.edit_sender),
            (self._actions.case_details, self.correct_case),
        ):
            action.triggered.connect(lambda _checked=False, call=call: call())

    def _recipient_menu(self, number: int, place: QPoint) -> None:
        menu = QMenu(self._desk.window())
        menu.setObjectName("recipient_menu")
        self.show_letter(number)
        correct = menu.addAction(_("Correct this recipient…"))
        correct.triggered.connect(lambda: self.correct_recipient(number))
        menu.addAction(self._actions.write_specially)
        menu.addAction(self._actions.share_again)
        menu.addSeparator()
        remove = menu.addAction(_("Remove this recipient"))
        remove.triggered.connect(lambda: self.remove_recipient(number))
        menu.exec(place)
        menu.deleteLater()
