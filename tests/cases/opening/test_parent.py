"""The parent outlives whatever its child does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from appealdesk.cases.opening import parent
from appealdesk.cases.opening.parent import ReadingChild, Reply
from appealdesk.cases.opening.reasons import Reason

SAYS = "import sys, struct; out = sys.stdout.buffer; sys.stdin.buffer.read(4); "


def played(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(parent, "_command", lambda: [sys.executable, "-I", "-c", script])


def said(content: str) -> str:
    return (
        SAYS
        + f"c = {content}; out.write(struct.pack('>I', len(c)) + c); out.flush(); sys.stdin.read()"
    )


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import os; os._exit(3)", Reason.DIED),
        (SAYS + "import os; os.kill(os.getpid(), 11)", Reason.DIED),
        (SAYS + "out.write(b'\\0\\0\\0\\xffhalf'); out.flush()", Reason.DIED),
        (SAYS + "out.write(b'\\xff' * 9); out.flush(); sys.stdin.read()", Reason.GARBLED),
        (said("b'no json at all'"), Reason.GARBLED),
        (said('b\'{"refused": "because I say so"}\''), Reason.GARBLED),
        (said('b\'{"format": "PDF", "lines": []}\''), Reason.GARBLED),
        (said('b\'{"format": "PDF", "lines": [["a\\\\nb", 1]]}\''), Reason.GARBLED),
        (said('b\'{"format": "PDF", "lines": [["a", 0]]}\''), Reason.GARBLED),
        (said('b\'{"format": "PDF", "lines": [["a", 1]], "more": 1}\''), Reason.GARBLED),
        (said("b'[' * 100000"), Reason.GARBLED),
        (said('b\'{"refused": "damaged"}\''), Reason.DAMAGED),
    ],
)
def test_a_child_that_dies_or_lies_is_told_apart(
    script: str, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(monkeypatch, script)
    with ReadingChild() as child:
        assert child.ask(b"Dear Minister") is reason


def test_a_child_that_hangs_is_stopped_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    played(monkeypatch, "while True: pass")
    with ReadingChild(seconds=0.3) as child:
        assert child.ask(b"Dear Minister" * 100_000) is Reason.TOO_SLOW


def test_a_program_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "_command", lambda: ["/no/such/program"])
    with ReadingChild() as child:
        assert child.ask(b"Dear Minister") is Reason.NO_CHILD


def test_after_a_death_a_fresh_child_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with ReadingChild() as child:
        assert isinstance(child.ask(b"One"), Reply)
        with monkeypatch.context() as patch:
            child.stop()
            played(patch, "import os; os._exit(1)")
            assert child.ask(b"Two") is Reason.DIED
        reply = child.ask(b"Three")
        assert isinstance(reply, Reply)
        assert reply.lines == [("Three", 1)]


def test_what_is_done_meanwhile_is_done_before_the_answer_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # This child answers when the file is there, which is made meanwhile.
    told = tmp_path / "told"
    played(
        monkeypatch,
        SAYS
        + f"import os\nwhile not os.path.exists({str(told)!r}): pass\n"
        + "c = b'{\"refused\": \"damaged\"}'; out.write(struct.pack('>I', len(c)) + c)",
    )
    with ReadingChild() as child:
        assert child.ask(b"Dear Minister", told.touch) is Reason.DAMAGED


def test_a_child_is_replaced_before_anything_piles_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "_DOCUMENTS_PER_CHILD", 2)
    with ReadingChild() as child:
        processes = []
        for _document in range(3):
            child.ask(b"Dear Minister")
            processes.append(child._process)
    assert processes[0] is processes[1]
    assert processes[1] is not processes[2]


def test_a_child_gets_no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPEALDESK_SECRET", "x")
    script = SAYS + (
        'import os; c = b\'{"format": "PDF", "lines": [["%s %s", 1]]}\' % ('
        "'APPEALDESK_SECRET' in os.environ and b'leak' or b'none', os.getcwd().encode());"
        "out.write(struct.pack('>I', len(c)) + c); out.flush()"
    )
    played(monkeypatch, script)
    with ReadingChild() as child:
        reply = child.ask(b"x")
    assert isinstance(reply, Reply)
    assert reply.lines[0][0].startswith("none ")
