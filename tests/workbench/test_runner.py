"""The runner keeps slow work off the typing path and loses none of it."""

from __future__ import annotations

import functools
import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from appealdesk.errors import Trouble
from appealdesk.workbench import Runner

PATIENCE = 10.0  # seconds before a test gives up waiting


class Post:
    """Collects deliveries, as the window's event loop does, and makes them when asked."""

    def __init__(self) -> None:
        self.calls: queue.Queue[Callable[[], None]] = queue.Queue()

    def make_next(self) -> None:
        self.calls.get(timeout=PATIENCE)()


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def runner(post: Post) -> Iterator[Runner]:
    runner = Runner(post.calls.put)
    yield runner
    runner.close()


def nothing(_result: object) -> None:
    """Take a result that does not matter."""


def unexpected(trouble: object) -> None:
    raise AssertionError(trouble)


def test_a_result_is_delivered_where_the_window_lives(runner: Runner, post: Post) -> None:
    told: list[tuple[int, bool]] = []
    here = threading.get_ident()
    runner.run(
        "pages",
        lambda: 6 * 7,
        lambda n: told.append((n, threading.get_ident() == here)),
        unexpected,
    )
    post.make_next()
    assert told == [(42, True)]


def test_a_trouble_is_delivered_as_it_is(runner: Runner, post: Post) -> None:
    told: list[Trouble] = []

    def refuse() -> None:
        raise Trouble("The folder cannot be written to.")

    runner.run("export", refuse, unexpected, told.append)
    post.make_next()
    assert str(told[0]) == "The folder cannot be written to."


def test_a_fault_of_ours_becomes_a_sentence_and_is_logged(
    runner: Runner, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Trouble] = []
    with caplog.at_level("CRITICAL", logger="appealdesk.workbench.runner"):
        runner.run("export", lambda: 1 // 0, unexpected, told.append)
        post.make_next()
    assert "ZeroDivisionError" in told[0].what
    assert "safe" in told[0].remedy


def test_of_waiting_saves_only_the_newest_is_made(runner: Runner) -> None:
    gate = threading.Event()
    made: list[str] = []
    runner.run("library", gate.wait, nothing, unexpected)

    def write(text: str) -> int:
        made.append(text)
        return len(made)

    for text in ("D", "De", "Dear"):
        call: Callable[[], int] = functools.partial(write, text)
        runner.run("library", call, nothing, unexpected, newest="draft 1")
    gate.set()
    runner.finish()
    assert made == ["Dear"]


def test_jobs_of_one_lane_are_made_in_order(runner: Runner) -> None:
    made: list[int] = []

    def note(number: int) -> int:
        made.append(number)
        return len(made)

    for number in range(20):
        call: Callable[[], int] = functools.partial(note, number)
        runner.run("library", call, nothing, unexpected)
    runner.finish()
    assert made == list(range(20))


def test_a_slow_lane_does_not_hold_up_another(runner: Runner, post: Post) -> None:
    gate = threading.Event()
    told: list[str] = []
    runner.run("documents", gate.wait, nothing, unexpected)
    runner.run("pages", lambda: "page", told.append, unexpected)
    post.make_next()
    gate.set()
    assert told == ["page"]


def test_closing_makes_at_once_what_could_have_waited(post: Post) -> None:
    runner = Runner(post.calls.put)
    made: list[str] = []
    runner.run(
        "library",
        lambda: made.append("saved"),
        lambda _none: None,
        unexpected,
        newest="draft 1",
        within=3600.0,
    )
    runner.close()
    assert made == ["saved"]


def test_steady_typing_does_not_put_saving_off_for_ever(runner: Runner, post: Post) -> None:
    made: list[int] = []
    runner.run(
        "library", lambda: made.append(1), lambda _none: None, unexpected, newest="d", within=0.05
    )
    runner.run(
        "library", lambda: made.append(2), lambda _none: None, unexpected, newest="d", within=3600.0
    )
    post.make_next()
    assert made == [2]


def test_after_closing_nothing_is_begun(post: Post) -> None:
    runner = Runner(post.calls.put)
    runner.close()
    made: list[int] = []
    runner.run("pages", lambda: made.append(1), nothing, nothing)
    runner.finish()
    assert made == []
    assert post.calls.empty()
