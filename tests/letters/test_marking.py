"""Bold, italic, lists and quotations put on chosen words, and taken off again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.letters import (
    BlockKind,
    blocks,
    spans,
    toggle_bold,
    toggle_italic,
    toggle_list,
    toggle_quotation,
)

Toggle = Callable[[str, int, int], tuple[str, int, int]]
FACES = pytest.mark.parametrize("toggle", [toggle_bold, toggle_italic], ids=["bold", "italic"])


def chosen(text: str, toggle: Toggle) -> str:
    """Toggle what stands between « and », and mark it so again."""
    start, end = text.index("«"), text.index("»") - 1
    body, first, last = toggle(text.replace("«", "").replace("»", ""), start, end)
    return f"{body[:first]}«{body[first:last]}»{body[last:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("I ask you to «let her go» today.", "I ask you to **«let her go»** today."),
        ("I ask you «to let »her go.", "I ask you **«to let»** her go."),
        ("l«et he»r go", "**«let her»** go"),
        ("let «»her go", "let **«her»** go"),
        ("(«her»)", "(**«her»**)"),
        ("**let «her» go**", "let «her» go"),
        ("«**her**»", "«her»"),
        ("**let «her** go»", "**«let her go»**"),
        ("_let «her_ go»", "**«_let her_ go»**"),
        ("_let «her» go_", "_let **«her»** go_"),
        ("释«放»她", "释**«放»**她"),
        ("Go. «» Stay.", "Go. «» Stay."),
    ],
)
def test_words_become_bold_and_plain_again(before: str, after: str) -> None:
    assert chosen(before, toggle_bold) == after


@FACES
def test_every_line_of_the_chosen_words_gets_the_face(toggle: Toggle) -> None:
    body, start, end = toggle("One two.\n\n- three\n- four five", 4, 23)
    faces = [
        (span.text, span.bold or span.italic)
        for block in blocks(body)
        for row in block.rows
        for span in row.spans
    ]
    assert faces == [
        ("One ", False),
        ("two.", True),
        ("three", True),
        ("four", True),
        (" five", False),
    ]
    assert body[start:].startswith("two.")
    assert body[:end].endswith("four")


def test_chosen_paragraphs_become_one_list_and_paragraphs_again() -> None:
    listed = chosen("I ask you:\n\n«Let her go.\n\nSay why.»\n\nThank you.", toggle_list)
    assert listed == "I ask you:\n\n«• Let her go.\n• Say why.»\n\nThank you."
    back = chosen(listed, toggle_list)
    assert back == "I ask you:\n\n«Let her go.\n\nSay why.»\n\nThank you."


def test_a_list_typed_with_dashes_or_numbers_becomes_paragraphs() -> None:
    assert chosen("«- one\n- two»", toggle_list) == "«one\n\ntwo»"
    assert chosen("1. one\n2. t«»wo", toggle_list) == "1. one\n\n«two»"


def test_a_list_of_one_point_and_of_figures_is_taken_for_one() -> None:
    body, _start, _end = toggle_list("5 witnesses saw it.", 3, 3)
    assert [block.kind for block in blocks(body)] == [BlockKind.BULLETS]


def test_a_quotation_keeps_its_paragraphs() -> None:
    body, start, end = toggle_quotation("Article 3\n\nEveryone has rights.", 0, 20)
    (block,) = blocks(body)
    assert block.kind is BlockKind.QUOTATION
    assert [passage.rows[0].text for passage in block.passages if passage.rows] == [
        "Article 3",
        "Everyone has rights.",
    ]
    assert toggle_quotation(body, start, end)[0] == "Article 3\n\nEveryone has rights."


def test_blank_lines_become_nothing() -> None:
    assert toggle_list("\n\n", 0, 1) == ("\n\n", 0, 1)
    assert toggle_bold("", 0, 0) == ("", 0, 0)


BODIES = st.lists(
    st.sampled_from(["word", " ", "\n", "\n\n", "**", "_", "- ", "> ", ".", "(", "é", "释放", "5"]),
    max_size=25,
).map("".join)


@FACES
@given(body=BODIES, ends=st.tuples(st.integers(0, 80), st.integers(0, 80)))
def test_no_word_is_lost_whatever_is_chosen(
    toggle: Toggle, body: str, ends: tuple[int, int]
) -> None:
    start, end = sorted(min(one, len(body)) for one in ends)
    marked, first, last = toggle(body, start, end)
    assert 0 <= first <= last <= len(marked)
    assert re.sub(r"[*_]", "", marked) == re.sub(r"[*_]", "", body)


@given(body=BODIES, ends=st.tuples(st.integers(0, 80), st.integers(0, 80)))
@pytest.mark.parametrize("toggle", [toggle_list, toggle_quotation], ids=["list", "quotation"])
def test_no_word_is_lost_in_lists_and_quotations(
    toggle: Toggle, body: str, ends: tuple[int, int]
) -> None:
    start, end = sorted(min(one, len(body)) for one in ends)
    marked, first, last = toggle(body, start, end)
    assert 0 <= first <= last <= len(marked)
    assert re.findall(r"\w+", marked) == re.findall(r"\w+", body)


@given(words=st.lists(st.sampled_from(["let", "her", "go", "é"]), min_size=1, max_size=6))
def test_toggling_twice_brings_the_line_back(words: list[str]) -> None:
    line = " ".join(words)
    once, start, end = toggle_bold(line, 0, len(line))
    assert [(span.text, span.bold) for span in spans(once)] == [(line, True)]
    assert toggle_bold(once, start, end)[0] == line
