"""The workbench for one window: what is opened, written and left comes back as it was."""

from __future__ import annotations

import datetime as dt
import queue
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from appealdesk import library
from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.library import CaseEntry
from appealdesk.workbench import Keeping, Runner, Work, Workbench, places, works
from tests.invented import SENDER

ACTION = """\
URGENT ACTION

JOURNALIST HELD WITHOUT CONTACT

On 4 March journalist Samir Quliyev was taken from his home in Baku. His family does not know
where he is.

Please write immediately in English or your own language:

* Urging the authorities to release Samir Quliyev immediately;
* Calling on them to ensure that he has access to a lawyer.

PLEASE SEND APPEALS BEFORE 20 APRIL 2027 TO:

Minister of Internal Affairs
Orhan Velidov
12 Fountain Street
370001 Baku
Azerbaijan
Salutation: Dear Minister

Please check with your section office if sending appeals after the above date.
"""

TODAY = dt.date(2027, 3, 10)
PATIENCE = 20.0  # seconds


class Listener:
    """An audience that writes down what it is told."""

    def __init__(self) -> None:
        self.work: Work | None = None
        self.entries: Sequence[CaseEntry] = ()
        self.keeping = Keeping.OPENING
        self.why: Trouble | None = None
        self.saves = 0
        self.sender: Sender | None = None
        self.troubles: list[Trouble] = []
        self.busy_with = ""
        self.words: list[str] = []

    def work_changed(self, work: Work | None) -> None:
        self.work = work

    def cases_changed(self, entries: Sequence[CaseEntry]) -> None:
        self.entries = entries

    def keeping_changed(self, keeping: Keeping, why: Trouble | None) -> None:
        self.keeping, self.why = keeping, why

    def saved(self, at: dt.datetime) -> None:
        assert at.tzinfo is not None
        self.saves += 1

    def sender_changed(self, sender: Sender | None) -> None:
        self.sender = sender

    def trouble(self, trouble: Trouble) -> None:
        self.troubles.append(trouble)

    def told(self, words: str) -> None:
        self.words.append(words)

    def busy(self, what: str) -> None:
        self.busy_with = what


class Session:
    """One run of the program without a window."""

    def __init__(self, place: Path | None) -> None:
        self.calls: queue.Queue[Callable[[], None]] = queue.Queue()
        self.heard = Listener()
        self.runner = Runner(self.calls.put)
        self.desk = Workbench(self.heard, self.runner, place)
        self.desk.start()

    def until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self.calls.get(timeout=PATIENCE)()

    def open(self, text: str = ACTION) -> Work:
        before = self.desk.work.id if self.desk.work else 0
        self.desk.open_bytes(text.encode(), "ua.txt")
        self.until(lambda: self.desk.work is not None and self.desk.work.id > before)
        assert self.desk.work
        return self.desk.work

    def settle(self) -> None:
        self.runner.finish()
        while not self.calls.empty():
            self.calls.get()()
            self.runner.finish()  # what was delivered may have asked for more


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session(None)
    session.until(lambda: session.heard.keeping is Keeping.OPEN)
    yield session
    session.desk.close()


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> library.Key:
    """A key that stands for the keyring's; the real keyring is tried in tests/library."""
    key = library.Key(raw=bytes(range(32)))
    monkeypatch.setattr(library, "find_key", lambda _place: key)
    return key


def test_a_document_is_read_drafted_listed_and_shown(session: Session) -> None:
    work = session.open()
    session.settle()
    assert work.case.recipients[0].name == "Orhan Velidov"
    assert "release Samir Quliyev" in work.draft.body
    assert work.draft.shown == work.case.recipients[0].number
    assert [entry.id for entry in session.heard.entries] == [work.id]
    assert session.heard.troubles == []
    assert session.heard.busy_with == ""


def test_what_cannot_be_read_is_told_and_nothing_changes(session: Session) -> None:
    work = session.open()
    session.desk.open_file(Path("nowhere") / "ua.txt")
    session.until(lambda: bool(session.heard.troubles))
    assert session.desk.work == work


def test_each_change_is_kept_and_can_be_undone(session: Session) -> None:
    work = session.open()
    session.desk.change("Typing", works.write(work, 1, "Mine."), merge="typing")
    session.settle()
    assert session.heard.work
    assert session.heard.work.draft.body == "Mine."
    assert session.heard.saves >= 1
    session.desk.undo()
    assert session.heard.work.draft.body == work.draft.body
    session.desk.redo()
    assert session.heard.work.draft.body == "Mine."


def test_showing_another_letter_is_no_step_to_undo(session: Session) -> None:
    session.open()
    session.desk.show_letter(0)
    assert session.desk.history
    assert session.desk.history.undoes == ""


def test_a_removed_case_comes_back_as_it_was(session: Session) -> None:
    work = session.open()
    session.settle()
    session.desk.remove_case(work.id)
    session.settle()
    assert session.heard.work is None
    assert session.heard.entries == ()
    session.desk.restore_case(work.id)
    session.until(lambda: session.desk.work is not None)
    assert session.desk.work
    assert session.desk.work.draft == work.draft


def test_search_lists_only_what_holds_the_words(session: Session) -> None:
    session.open()
    session.open(ACTION.replace("Samir Quliyev", "Nadia Benkhaled"))
    session.desk.search("benkhaled")
    session.settle()
    assert len(session.heard.entries) == 1
    session.desk.search("")
    session.settle()
    assert len(session.heard.entries) == 2


@pytest.mark.usefixtures("key")
def test_everything_is_there_when_the_program_is_opened_again(tmp_path: Path) -> None:
    first = Session(tmp_path / "library")
    first.until(lambda: first.heard.keeping is Keeping.OPEN)
    work = first.open()
    first.desk.set_sender(SENDER)
    first.desk.change("Typing", works.write(work, 1, "My own words."), merge="typing")
    left = first.desk.work
    first.desk.close()

    again = Session(tmp_path / "library")
    again.until(lambda: again.desk.work is not None and again.heard.sender is not None)
    assert again.desk.work == left
    assert again.heard.sender == SENDER
    again.desk.close()


@pytest.mark.usefixtures("key")
def test_the_outbox_is_emptied_when_the_library_opens(tmp_path: Path) -> None:
    left = places.outbox() / "UA 31-25 - Velidov.eml"
    left.parent.mkdir(parents=True)
    left.write_text("To: minister@mia.example")
    session = Session(tmp_path / "library")
    session.until(lambda: session.heard.keeping is Keeping.OPEN)
    session.settle()
    assert not left.exists()
    session.desk.close()


def test_a_portable_copy_asks_for_a_passphrase_and_leaves_the_keyring_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touched(_place: Path) -> library.Key:
        raise AssertionError("the keyring was asked")

    monkeypatch.setattr(library, "find_key", touched)
    monkeypatch.setattr(places, "is_portable", lambda: True)
    session = Session(tmp_path / "library")
    session.until(lambda: session.heard.keeping is Keeping.NEW_PASSPHRASE)
    session.settle()
    session.desk.close()


def test_what_was_opened_before_the_library_is_kept_when_it_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_keyring(_place: Path) -> library.Key:
        raise library.Locked(library.Reason.NO_KEYRING, "There is no keyring.")

    monkeypatch.setattr(library, "find_key", no_keyring)
    session = Session(tmp_path / "library")
    session.until(lambda: session.heard.keeping is Keeping.NEW_PASSPHRASE)
    session.desk.open_bytes(ACTION.encode(), "ua.txt")
    session.until(lambda: session.desk.work is not None)
    assert session.desk.work
    session.desk.change("Typing", works.write(session.desk.work, 1, "Before."), merge="typing")
    session.desk.unlock("a long passphrase")
    session.until(lambda: session.desk.work is not None and session.desk.work.id > 0)
    session.settle()
    session.desk.close()

    again = Session(tmp_path / "library")
    again.until(lambda: again.heard.keeping is Keeping.PASSPHRASE)
    again.desk.unlock("not that one")
    again.until(lambda: again.heard.why is not None)
    assert again.heard.keeping is Keeping.PASSPHRASE
    again.desk.unlock("a long passphrase")
    again.until(lambda: again.desk.work is not None)
    assert again.desk.work
    assert again.desk.work.draft.body == "Before."
    again.desk.close()


def test_the_same_document_opened_again_is_shown_as_it_was_left(session: Session) -> None:
    work = session.open()
    session.desk.change("Typing", works.write(work, 1, "Mine."), merge="typing")
    session.desk.open_bytes(ACTION.encode(), "again.txt")
    session.until(lambda: session.desk.work is not None and session.desk.work.id < 0)
    session.until(lambda: session.desk.work is not None and session.desk.work.id == work.id)
    session.settle()
    assert session.heard.work
    assert session.heard.work.draft.body == "Mine."
    assert len(session.heard.entries) == 1


def test_letters_are_saved_one_file_each(session: Session, tmp_path: Path) -> None:
    work = session.open()
    session.desk.change("Typing", works.write(work, 1, "Mine."), merge="typing")
    told: list[tuple[Path, ...]] = []
    session.desk.exits.save_letters(
        [1], TODAY, tmp_path, told.append, session.heard.troubles.append
    )
    session.until(lambda: bool(told or session.heard.troubles))
    assert session.heard.troubles == []
    assert told[0][0].read_bytes().startswith(b"%PDF")


def test_a_letter_with_an_unfilled_place_stays_on_the_desk(
    session: Session, tmp_path: Path
) -> None:
    session.open()
    told: list[Trouble] = []
    out = tmp_path / "out"
    session.desk.exits.save_letters([1], TODAY, out, lambda _files: None, told.append)
    session.until(lambda: bool(told))
    assert "place to fill in" in told[0].what
    assert not out.exists()


def test_a_document_of_two_cases_puts_both_on_the_list_and_says_so(session: Session) -> None:
    session.open(f"Case 1: a journalist\n\n{ACTION}\n\nCase 2: another\n\n{ACTION}")
    session.until(lambda: bool(session.heard.words))
    session.settle()
    assert len(session.heard.entries) == 2
    assert "2 cases" in session.heard.words[0]
