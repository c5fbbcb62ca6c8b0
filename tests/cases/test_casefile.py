"""Case files: what is kept, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from appealdesk.cases import (
    Case,
    Doubt,
    Doubtful,
    Part,
    Point,
    Recipient,
    Source,
    country_code,
    country_name,
    dump_case_file,
    load_case_file,
)
from appealdesk.errors import Trouble


def test_a_case_comes_back_from_its_case_file_unchanged() -> None:
    case = Case(
        reference="UA 1/20",
        title="«Тест» نص é\nsecond line",
        deadline=dt.date(2020, 2, 29),
        points=(Point(text="Urging: - yes", source=Source(line=1, last=2)),),
        recipients=(Recipient(number=1, part=Part.COPY, name="No", fax=("+1 2", "010")),),
        doubts=(Doubt(field="deadline", problem=Doubtful.PAST),),
    )
    assert load_case_file(dump_case_file(case), "case.yaml") == case


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x\n",
        "title: [",
        "title: 3\n",
        "- 1\n",
        "",
        "x" * 1_000_001,
        "[" * 2000,
        "nothing: here",
    ],
)
def test_what_is_no_case_file_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(Trouble) as caught:
        load_case_file(text, "case.yaml")
    assert "case.yaml" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Federation", "RU"),
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Deutschland", "DE"),
        ("Nowhere", ""),
    ],
)
def test_countries_are_known_by_their_customary_names(name: str, code: str) -> None:
    assert country_code(name) == code


def test_a_country_is_named_in_the_language_asked_for() -> None:
    assert country_name("DE", "fr") == "Allemagne"
    assert country_name("??", "fr") == ""
