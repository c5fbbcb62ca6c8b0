"""Every step can be undone and done again; quick typing is one step."""

from __future__ import annotations

import pytest

from appealdesk.letters import Draft
from appealdesk.workbench import Work
from appealdesk.workbench.history import TYPING_PAUSE, History
from tests.invented import a_case, a_document


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("appealdesk.workbench.history.time.monotonic", clock)
    return clock


def work(body: str) -> Work:
    return Work(id=1, document=a_document(), case=a_case(), draft=Draft(body=body))


def test_a_step_is_undone_and_done_again() -> None:
    history = History(work(""))
    history.change("Ask ticked", work("I urge you."))
    assert history.undoes == "Ask ticked"
    assert history.undo().draft.body == ""
    assert history.redoes == "Ask ticked"
    assert history.redo().draft.body == "I urge you."


def test_typing_without_a_pause_is_one_step(clock: Clock) -> None:
    history = History(work(""))
    for text in ("D", "De", "Dear"):
        clock.now += 0.2
        history.change("Typing", work(text), merge="typing")
    assert history.undo().draft.body == ""
    assert history.redo().draft.body == "Dear"


def test_a_pause_in_typing_makes_a_new_step(clock: Clock) -> None:
    history = History(work(""))
    history.change("Typing", work("Dear"), merge="typing")
    clock.now += TYPING_PAUSE
    history.change("Typing", work("Dear Sir"), merge="typing")
    assert history.undo().draft.body == "Dear"


def test_typing_after_undo_is_not_merged_into_what_was_undone(clock: Clock) -> None:
    history = History(work(""))
    history.change("Typing", work("Dear"), merge="typing")
    history.undo()
    clock.now += 0.1
    history.change("Typing", work("My"), merge="typing")
    assert history.undo().draft.body == ""


def test_a_new_change_forgets_what_was_undone() -> None:
    history = History(work("a"))
    history.change("Typing", work("b"))
    history.undo()
    history.change("Typing", work("c"))
    assert history.redoes == ""
    assert history.redo().draft.body == "c"


def test_undo_at_the_beginning_changes_nothing() -> None:
    history = History(work("a"))
    assert history.undo().draft.body == "a"
    assert history.undoes == ""


def test_the_library_s_number_reaches_every_state() -> None:
    history = History(work("a"))
    history.change("Typing", work("b"))
    history.renumber(7)
    assert (history.now.id, history.undo().id) == (7, 7)
