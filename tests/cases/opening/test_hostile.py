"""Every hostile document ends in a clear error or a right reading, inside its limits."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from appealdesk.cases.opening.child import answer
from appealdesk.cases.opening.hidden import MARK
from appealdesk.cases.opening.limits import SECONDS, TEXT_BYTES
from appealdesk.cases.opening.parent import ReadingChild, Reply
from tests.cases.opening.hostile_documents import HOSTILE, READ
from tests.cases.opening.hostile_floods import FLOODS

ALL = HOSTILE | FLOODS


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    with ReadingChild() as started:
        yield started


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_document_ends_as_it_should(name: str, child: ReadingChild) -> None:
    hostile = ALL[name]
    data = hostile.make()
    begun = time.monotonic()
    reply = child.ask(data)
    assert time.monotonic() - begun < SECONDS + 2
    if isinstance(reply, Reply):
        assert READ in hostile.ends, reply
        assert sum(len(text.encode()) for text, _page in reply.lines) <= TEXT_BYTES
    else:
        assert reply in hostile.ends


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 90


@pytest.mark.parametrize("name", ["a PDF with scripts and a file inside", "a docx with a macro"])
def test_what_is_read_of_a_hostile_document_is_its_text_alone(name: str) -> None:
    said = answer(HOSTILE[name].make()).decode()
    assert "Dear" in said
    assert "alert" not in said
    assert "AutoOpen" not in said


def test_hidden_characters_come_out_shown() -> None:
    said = answer(HOSTILE["a text of overrides"].make()).decode()
    assert len(MARK.findall(said)) == 4
