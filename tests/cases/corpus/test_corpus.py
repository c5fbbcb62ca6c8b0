"""The invented documents of this folder are read as well as ever (see the table: python -m tests.cases.corpus)."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.cases.corpus.scoring import FOLDER, WRONG_LETTER, Outcome, all_outcomes

# What the reader keeps today, less a value or two: raise a bound when the table is better.
LEAST_RIGHT = {"name": 0.93, "role": 0.95, "address": 0.93, "points": 0.97, "model letter": 0.95}
LEAST_RIGHT_ELSE = 0.98
MOST_SILENT = 0.005  # of all values


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return all_outcomes()


def test_no_letter_would_go_to_anybody_that_a_document_does_not_name(
    outcomes: list[Outcome],
) -> None:
    assert [one for one in outcomes if one.field == WRONG_LETTER] == []


def test_hardly_an_error_is_silent(outcomes: list[Outcome]) -> None:
    silent = [one for one in outcomes if one.silent]
    assert len(silent) <= MOST_SILENT * len(outcomes), silent


def test_every_field_is_read_as_well_as_before(outcomes: list[Outcome]) -> None:
    values, right = (
        Counter(one.field for one in some)
        for some in (outcomes, [one for one in outcomes if one.right])
    )
    worse = {
        field: right[field] / count
        for field, count in values.items()
        if right[field] / count < LEAST_RIGHT.get(field, LEAST_RIGHT_ELSE)
    }
    assert worse == {}


def test_every_annotated_document_is_compared(outcomes: list[Outcome]) -> None:
    annotated = {path.stem for path in (FOLDER / "gold").glob("*.json")}
    assert {one.document for one in outcomes} == annotated
    assert len(annotated) >= 26
