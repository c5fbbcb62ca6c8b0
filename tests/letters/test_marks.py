"""The light notation of a letter's body: what it means, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.letters import Block, BlockKind, blocks, spans

# Text that is full of signs, right and wrong ones, at the places where they could mean something.
PIECES = st.sampled_from(
    ["**", "_", "*", "- ", "• ", "1. ", "2. ", "> ", ">", "\n", "\n\n", " ", "  ", "word", "5", ":",
     ".", "(", ")", "é", "这是", "שלום", "\u2029", "\r\n", "\t", "\\"]
)  # fmt: skip
SIGNED = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


def kinds(body: str) -> list[str]:
    return [block.kind.value for block in blocks(body)]


def words(block: Block) -> list[list[str]]:
    """The lines of each passage, without their signs."""
    return [[row.text for row in passage.rows] for passage in block.passages]


def faces(line: str) -> list[tuple[str, str]]:
    return [(span.text, "b" * span.bold + "i" * span.italic) for span in spans(line)]


def test_blank_lines_part_paragraphs_and_line_ends_inside_are_kept() -> None:
    first, second = blocks("One.\nTwo.\n \n\nThree.")
    assert words(first) == [["One.", "Two."]]
    assert words(second) == [["Three."]]


def test_a_list_may_follow_its_opening_words_without_a_blank_line() -> None:
    opening, asks, thanks = blocks("I ask you to:\n- let her go;\n- say why.\nThank you.")
    assert words(opening) == [["I ask you to:"]]
    assert (asks.kind, asks.close) == (BlockKind.DASHES, True)
    assert words(asks) == [["let her go;"], ["say why."]]
    assert words(thanks) == [["Thank you."]]


def test_a_point_may_run_over_lines_that_are_set_in() -> None:
    (asks,) = blocks("- let her see\n  a lawyer\n- and a doctor")
    assert words(asks) == [["let her see", "a lawyer"], ["and a doctor"]]


def test_numbers_of_a_list_are_kept_as_typed() -> None:
    first, second = blocks("3. a lawyer\n4. a doctor\n\n5. a visit")
    assert [passage.number for passage in first.passages] == [3, 4]
    assert [passage.number for passage in second.passages] == [5]


def test_a_quotation_may_have_paragraphs() -> None:
    (quoted,) = blocks("> Everyone has the right to life,\n> liberty and security.\n>\n> Article 3")
    assert quoted.kind is BlockKind.QUOTATION
    assert words(quoted) == [
        ["Everyone has the right to life,", "liberty and security."],
        ["Article 3"],
    ]


@pytest.mark.parametrize(
    "body",
    [
        "- 5 degrees",
        "> 5 percent",
        ">",
        "1. Januar 2012 wurde er verhaftet.",
        "They took him\n- nobody knows why - and left.",
        "He was 12\n13. May was the day",
        "-5",
        "-- signed",
        "1.5 million",
        "01. x\n02. y",
        "->",
        ">:(",
    ],
)
def test_what_only_looks_like_a_list_or_a_quotation_stays_as_typed(body: str) -> None:
    assert kinds(body) == ["paragraph"]
    assert words(blocks(body)[0]) == [body.split("\n")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Please **let her go** now", [("Please ", ""), ("let her go", "b"), (" now", "")]),
        ("_Amanha_ wrote:", [("Amanha", "i"), (" wrote:", "")]),
        ("(**now**).", [("(", ""), ("now", "b"), (").", "")]),
        ("**all _of_ it**", [("all ", "b"), ("of", "bi"), (" it", "b")]),
        ("**_both_**", [("both", "bi")]),
        ("这是**粗**字", [("这是", ""), ("粗", "b"), ("字", "")]),
        ("**a **b**", [("**a ", ""), ("b", "b")]),
    ],
)
def test_bold_and_italic(line: str, expected: list[tuple[str, str]]) -> None:
    assert faces(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "5 * 3", "2**3**4", "a ** b ** c", "file_name_x", "_file_name", "name: ________",
        "http://news.example/_a_b_/", "x_1 and y_2", "**", "****", "__init__", "* * *", "**open",
        "** no **", "_ no _", "me_too@mail.example", "***", "a_", "_",
    ],
)  # fmt: skip
def test_what_only_looks_like_bold_or_italic_stays_as_typed(line: str) -> None:
    assert faces(line) == [(line, "")]


@given(SIGNED)
def test_no_word_is_lost_and_none_is_added(body: str) -> None:
    kept = [char for block in blocks(body) for row in block.rows for char in row.text]
    numbers = sum(len(str(p.number)) for b in blocks(body) for p in b.passages if p.number)
    wanted = [char for char in body if char.isalnum()]
    assert len(wanted) == sum(char.isalnum() for char in kept) + numbers
    rest = iter(body)
    assert all(char in rest for char in kept), "words out of order"


@given(SIGNED)
def test_a_line_says_where_it_stands_in_the_body(body: str) -> None:
    rows = [row for block in blocks(body) for row in block.rows]
    for row in rows:
        typed = iter(body[row.start : row.end])
        assert all(char in typed for char in row.text)
    ends = [0, *(row.end for row in rows)]
    assert all(end <= row.start for end, row in zip(ends, rows, strict=False))


@given(st.text(st.characters(exclude_characters="*_-•>.0123456789"), max_size=80))
def test_a_text_without_signs_is_nothing_but_paragraphs_of_its_words(body: str) -> None:
    found = blocks(body)
    assert {block.kind for block in found} <= {BlockKind.PARAGRAPH}
    assert all(len(row.spans) == 1 for block in found for row in block.rows)
    kept = "".join(row.text for block in found for row in block.rows)
    assert "".join(kept.split()) == "".join(body.replace("\u2029", " ").split())


@given(SIGNED)
def test_only_signs_are_taken_away_within_a_line(line: str) -> None:
    shown = "".join(span.text for span in spans(line))
    assert shown.replace("*", "").replace("_", "") == line.replace("*", "").replace("_", "")
    assert (len(line) - len(shown)) % 2 == 0  # signs go in pairs


def test_a_flood_of_signs_is_read_in_one_pass() -> None:
    line = "**a _b " * 20_000
    assert faces(line) == [(line, "")]
