"""The top of an action: its title, and the paragraph that tells what happened."""

from __future__ import annotations

import textwrap

import pytest

from appealdesk.cases import Case, Document, Doubtful, Line, read

LEAD = (
    "On 3 November four men in plain clothes came to the primary school of Chikumbi village and "
    "took Mutinta Hamoonga away in front of her class. They showed no warrant. Nobody has been "
    "told where she is, and she is at risk of torture."
)
MORE = (
    "Mutinta Hamoonga leads the teachers' union of the district. In October she spoke on the radio "
    "about salaries that had not been paid for seven months."
)


def _read(text: str) -> Case:
    lines = tuple(Line(number=at, text=line) for at, line in enumerate(text.splitlines(), 1))
    return read(Document(name="action.txt", format="text", lines=lines))[0]


def _action(wrap: int, *, blank: bool = True) -> str:
    told = [LEAD, MORE]
    if wrap:
        told = [textwrap.fill(one, wrap) for one in told]
    between = "\n\n" if blank else "\n"
    return (
        "URGENT ACTION\n\nTEACHER TAKEN FROM HER CLASS\n\n"
        + between.join(told)
        + "\n\nPlease write immediately in English:\n"
        "- Urging the authorities to say where Mutinta Hamoonga is;\n"
        "- Calling on them to release her.\n\n"
        "PLEASE SEND APPEALS BEFORE 14 JANUARY 2027 TO:\n\n"
        "Minister of Education\nJoseph Mwale\nIndependence Avenue 12\nLusaka\nZambia\n"
        "Salutation: Dear Minister\n"
    )


@pytest.mark.parametrize("wrap", [0, 60, 72, 79])
def test_the_lead_is_a_whole_paragraph_however_its_lines_are_wrapped(wrap: int) -> None:
    case = _read(_action(wrap))
    assert case.title == "TEACHER TAKEN FROM HER CLASS"
    assert case.summary == LEAD
    assert case.situation == MORE


@pytest.mark.parametrize("wrap", [60, 72, 79])
def test_no_sentence_is_cut_where_paragraphs_follow_without_a_blank_line(wrap: int) -> None:
    case = _read(_action(wrap, blank=False))
    assert f"{case.summary} {case.situation}".strip() == f"{LEAD} {MORE}"


def test_the_lead_names_all_its_lines() -> None:
    case = _read(_action(60))
    source = case.sources["summary"]
    assert source.last > source.line


def test_a_lead_that_begins_in_the_middle_of_a_sentence_is_doubted() -> None:
    half = "and was taken away in front of her class by four men in plain clothes on Monday."
    case = _read(_action(0).replace(LEAD, half))
    assert [(one.field, one.problem) for one in case.doubts if one.field == "summary"] == [
        ("summary", Doubtful.UNCLEAR_END)
    ]


@pytest.mark.parametrize(
    "above",
    ["Distr: UA/SC", "From: list@antenna.example", "АКЦИЯ СРОЧНОЙ ПОМОЩИ", "Skip to content"],
)
def test_what_every_document_has_on_top_is_no_title(above: str) -> None:
    assert _read(f"{above}\n\n{_action(0)}").title == "TEACHER TAKEN FROM HER CLASS"


def test_a_stop_action_does_not_ask_for_a_deadline_or_for_addresses() -> None:
    case = _read(
        "UA 77/26 Stop action\n\nTEACHER RELEASED, CHARGES DROPPED\n\n"
        + LEAD
        + "\n\nNo further action is requested. Many thanks to all who sent appeals.\n"
    )
    assert case.stop
    asked = {one.field for one in case.doubts if one.problem is Doubtful.MISSING}
    assert not asked & {"deadline", "recipients"}


def test_an_action_in_which_nothing_to_ask_was_found_says_so() -> None:
    whole = _action(0)
    silent = whole.replace("Please write immediately in English:", "")
    for ask in [line for line in whole.splitlines() if line.startswith("- ")]:
        silent = silent.replace(ask, "")
    missing = {one.field for one in _read(silent).doubts if one.problem is Doubtful.MISSING}
    assert {"points", "model_letter"} <= missing
    assert not {"points", "model_letter"} & {one.field for one in _read(whole).doubts}
