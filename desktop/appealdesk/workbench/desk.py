"""The workbench itself: the cases, the one on the desk, and what is kept of them.

No screen and no thread of its own: it is called on the window's thread, gives slow work to the
runner, and tells its audience what has changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from appealdesk.cases import Case, Document
from appealdesk.errors import Trouble
from appealdesk.letters import Letter, Sender
from appealdesk.library import CaseEntry, Library
from appealdesk.translation import _, ngettext
from appealdesk.workbench import opening, unkept
from appealdesk.workbench import work as works
from appealdesk.workbench.exits import Exits
from appealdesk.workbench.history import History
from appealdesk.workbench.keeping import SAVE_WITHIN, Keeper, Keeping
from appealdesk.workbench.runner import Runner
from appealdesk.workbench.work import Work

DOCUMENTS = "documents"  # the lane of the runner in which documents are read

LAST_CASE = "last case"  # the setting that remembers what was on the desk


class Audience(Protocol):
    """Who is told what has changed; the window is one. All calls come on the window's thread."""

    def work_changed(self, work: Work | None) -> None:
        """Another case is on the desk, or the one there has changed."""

    def cases_changed(self, entries: Sequence[CaseEntry]) -> None:
        """The list of cases, or what the search finds among them, has changed."""

    def keeping_changed(self, keeping: Keeping, why: Trouble | None) -> None:
        """The library has opened, or waits for a passphrase, or cannot be used."""

    def saved(self, at: dt.datetime) -> None:
        """Everything up to now is kept; local time."""

    def sender_changed(self, sender: Sender | None) -> None:
        """The sender's details have been loaded or changed."""

    def trouble(self, trouble: Trouble) -> None:
        """Something must be told."""

    def told(self, words: str) -> None:
        """Something happened that one should know, and nothing is wrong."""

    def busy(self, what: str) -> None:
        """Work of more than a moment has begun ("Reading the document"); "" when it ends."""


class Workbench:
    """Everything a person can do, for one window.

    place: the library file; None keeps nothing ("leave nothing" sessions, trials)
    """

    def __init__(self, audience: Audience, runner: Runner, place: Path | None) -> None:
        self._audience = audience
        self._runner = runner
        self._keeper = Keeper(runner, place, self._keeping_changed)
        self._histories: dict[int, History] = {}
        self._aside: dict[int, History] = {}  # removed while there is no library
        self._listed: Case | None = None  # the case on the desk as the list shows it
        self._on_desk = 0
        self._new_number = 0  # counts down: cases that the library does not know yet
        self._searched = ""
        self.sender: Sender | None = None
        self.exits = Exits(self, runner, audience.busy)
        self.entries: tuple[CaseEntry, ...] = ()

    # what there is

    @property
    def work(self) -> Work | None:
        """The case on the desk."""
        history = self.history
        return history.now if history else None

    @property
    def history(self) -> History | None:
        """The steps made with the case on the desk, since the program started."""
        return self._histories.get(self._on_desk)

    @property
    def keeping(self) -> Keeping:
        """Whether what is written is kept."""
        return self._keeper.keeping

    def letter(self, number: int, on: dt.date) -> Letter:
        """Return the letter to that recipient as it stands; `on`: the date when none is chosen."""
        work = self._need_work()
        return works.letter(work, number, self.sender, on)

    # starting and ending

    def start(self) -> None:
        """Open the library in the background and show what was on the desk last."""
        self._keeper.start()

    def unlock(self, passphrase: str) -> None:
        """Open the library, or make it, with a passphrase."""
        self._keeper.unlock(passphrase)

    def close(self) -> None:
        """Save everything and let go of the library."""
        self._runner.close()
        self._keeper.close()

    # cases

    def open_file(self, path: Path) -> None:
        """Read a document and put the case on the desk."""
        self._read(lambda: opening.open_file(path))

    def open_bytes(self, data: bytes, name: str) -> None:
        """Read what was pasted or dropped and put the case on the desk."""
        self._read(lambda: opening.open_bytes(data, name))

    def add_case(self, case: Case) -> None:
        """Put a case that a person typed on the desk, with its first draft."""
        typed = Document(name="", format=opening.TYPED, lines=())
        self._add(opening.on_the_desk(0, typed, case, self.sender))

    def show_case(self, number: int) -> None:
        """Put a case of the list on the desk."""
        if number in self._histories:
            self._put(number)
            return
        self._keeper.run(
            lambda kept: opening.kept(number, *kept.load(number)),
            self._take_in,
            self._audience.trouble,
        )

    def remove_case(self, number: int) -> None:
        """Take a case off the list; `restore_case` brings it back."""
        if self.keeping is not Keeping.OPEN:
            self._aside[number] = self._histories[number]
            self._removed(number)
            return
        self._ask(lambda kept: kept.remove(number), lambda _none: self._removed(number))

    def restore_case(self, number: int) -> None:
        """Bring a removed case back and show it."""

        def restored(_none: object) -> None:
            self._list()
            self.show_case(number)

        if number in self._aside:
            self._histories[number] = self._aside.pop(number)
            restored(None)
            return
        self._ask(lambda kept: kept.restore(number), restored)

    def search(self, words: str) -> None:
        """List the cases that hold these words; "" lists all."""
        self._searched = words
        self._list()

    # changes to the case on the desk

    def change(self, label: str, work: Work, merge: str = "") -> None:
        """Take the next state of the case on the desk, made by a function of `work`.

        label: what was done, in the user's words, for the undo menu
        merge: changes of one name in quick succession are one step (typing)
        """
        history = self._need_history()
        if work == history.now:
            return
        history.change(label, work, merge)
        self._work_changed()

    def show_letter(self, number: int) -> None:
        """Put another recipient's letter on the desk; not a step to undo."""
        history = self._need_history()
        history.adopt(works.show(history.now, number))
        self._work_changed()

    def undo(self) -> None:
        """Take the last step back."""
        self._need_history().undo()
        self._work_changed()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._need_history().redo()
        self._work_changed()

    # the sender and settings

    def set_sender(self, sender: Sender | None) -> None:
        """Keep the sender's details."""
        self.sender = sender
        if self.keeping is Keeping.OPEN:
            self._ask(lambda kept: kept.save_sender(sender), lambda _none: self._saved())
        self._audience.sender_changed(sender)

    def setting(self, name: str, done: Callable[[str | None], None]) -> None:
        """Look up a setting; nothing is called while there is no library."""
        if self.keeping is Keeping.OPEN:
            self._ask(lambda kept: kept.setting(name), done)

    def save_setting(self, name: str, value: str | None) -> None:
        """Keep a setting; dropped without a word while there is no library."""
        if self.keeping is Keeping.OPEN:
            self._keeper.run(
                lambda kept: kept.save_setting(name, value),
                _nothing,
                self._audience.trouble,
                newest=f"setting {name}",
            )

    # how it works inside

    def _read(self, call: Callable[[], tuple[opening.Found, ...]]) -> None:
        sender = self.sender

        def read_and_draft() -> tuple[Work, ...]:
            return tuple(
                opening.on_the_desk(0, document, case, sender) for document, case in call()
            )

        def done(found: tuple[Work, ...]) -> None:
            self._audience.busy("")
            for one in reversed(found):  # the first of several ends up on the desk
                self._add(one)
            if len(found) > 1:
                self._audience.told(
                    ngettext(
                        "This document holds {count} case.",
                        "This document holds {count} cases. Each has its own place in the list.",
                        len(found),
                    ).format(count=len(found))
                )

        def failed(trouble: Trouble) -> None:
            self._audience.busy("")
            self._audience.trouble(trouble)

        self._audience.busy(_("Reading the document"))
        self._runner.run(DOCUMENTS, read_and_draft, done, failed)

    def _add(self, new: Work) -> None:
        self._new_number -= 1
        number = self._new_number
        self._take_in(works.renumbered(new, number))
        if self.keeping is Keeping.OPEN:
            self._keep_new(number)

    def _keep_new(self, number: int) -> None:
        now = self._histories[number].now

        def kept(found: tuple[int, bool]) -> None:
            new_number, known = found
            if known and self._histories[number].undoes:  # written on meanwhile: a case of its own
                self._ask(lambda library: (_add(library, now), False), kept)
                return
            history = self._histories.pop(number)
            if known:
                self.show_case(new_number)  # as it was left
                return
            history.renumber(new_number)
            self._histories[new_number] = history
            if self._on_desk == number:
                self._on_desk = new_number
            if history.now.draft != now.draft or history.now.case != now.case:
                self._save(history.now)
            self._list()
            self._put(self._on_desk)
            self._saved()

        self._ask(lambda library: _find_or_add(library, now), kept)

    def _take_in(self, work: Work) -> None:
        self._histories[work.id] = History(work)
        self._put(work.id)
        if self.keeping is not Keeping.OPEN:
            self._list()

    def _put(self, number: int) -> None:
        self._on_desk = number
        self._listed = self.work.case if self.work else None
        self.save_setting(LAST_CASE, str(number) if number > 0 else None)
        self._audience.work_changed(self.work)

    def _removed(self, number: int) -> None:
        self._histories.pop(number, None)
        if self._on_desk == number:
            self._on_desk = 0
            self._audience.work_changed(None)
        self._list()

    def _work_changed(self) -> None:
        work = self._need_work()
        if work.id > 0:
            self._save(work)
        elif work.case is not self._listed:
            self._listed = work.case
            self._list()
        self._audience.work_changed(work)

    def _save(self, work: Work) -> None:
        def save(library: Library) -> None:
            library.save_case(work.id, work.case)
            library.save_draft(work.id, work.draft)

        self._keeper.run(
            save,
            lambda _none: self._saved(work.case),
            self._audience.trouble,
            newest=f"case {work.id}",
            within=SAVE_WITHIN,
        )

    def _saved(self, case: Case | None = None) -> None:
        self._audience.saved(dt.datetime.now().astimezone())
        if case is not None and case is not self._listed:
            self._listed = case
            self._list()

    def _list(self) -> None:
        words = self._searched

        def show(entries: tuple[CaseEntry, ...]) -> None:
            self.entries = entries
            self._audience.cases_changed(entries)

        if self.keeping is Keeping.OPEN:
            self._keeper.run(
                lambda library: library.search(words) if words.strip() else library.cases(),
                show,
                self._audience.trouble,
                newest="list",
            )
        else:
            open_cases = [history.now for history in self._histories.values()]
            show(unkept.entries(open_cases, words, dt.datetime.now(dt.UTC)))

    def _keeping_changed(self, keeping: Keeping, why: Trouble | None) -> None:
        if keeping is Keeping.OPEN:
            for number in [number for number in self._histories if number < 0]:
                self._keep_new(number)
            if self.sender:
                self.set_sender(self.sender)
            else:
                self._ask(lambda library: library.sender(), self._sender_loaded)
            self._list()
            # Only one window has the library, so nobody else's messages are in the outbox.
            self.exits.empty_outbox(self._audience.trouble)
            if not self._on_desk:
                self.setting(LAST_CASE, self._show_last)
        self._audience.keeping_changed(keeping, why)

    def _sender_loaded(self, sender: Sender | None) -> None:
        if self.sender is None:
            self.sender = sender
            self._audience.sender_changed(sender)

    def _show_last(self, number: str | None) -> None:
        if number and not self._on_desk:
            self.show_case(int(number))

    def _ask(self, call: Callable[[Library], object], done: Callable[..., None]) -> None:
        self._keeper.run(call, done, self._audience.trouble)

    def _need_history(self) -> History:
        history = self.history
        if history is None:
            raise LookupError("no case is on the desk")
        return history

    def _need_work(self) -> Work:
        return self._need_history().now


def _nothing(_none: object) -> None:
    """Take a result that nobody waits for."""


def _find_or_add(library: Library, new: Work) -> tuple[int, bool]:
    """Return the library's number of a case, and whether the same document was there before."""
    for entry in library.cases():
        if (entry.title, entry.reference) == (new.case.title, new.case.reference):
            document, _case, _draft = library.load(entry.id)
            if document.lines and document.lines == new.document.lines:
                return entry.id, True
    return _add(library, new), False


def _add(library: Library, new: Work) -> int:
    return library.add(new.document, new.case, new.draft)
