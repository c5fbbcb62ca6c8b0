"""Skeletons and forms that people edit: what is wrong in them is said, with file and line."""

from __future__ import annotations

import re

import pytest

from appealdesk import resources
from appealdesk.errors import Trouble
from appealdesk.letters import forms, letter_languages, skeletons
from appealdesk.letters.fields import CLOSE, OPEN

LANGUAGES = letter_languages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_of_every_language_can_be_used(language: str) -> None:
    words = forms.of(language)
    assert words.salutations.office.format(office="X") != words.salutations.office
    assert "X" in words.fields.translate.format(text="X")
    assert "X" in words.fields.own_words.format(text="X")
    assert "X" in words.asks.whole.format(point="X")
    assert words.dateline.format(place="P", date="D").startswith("P")
    assert "A" in words.named.format(name="A", office="B")
    for said in (*words.asks.openings.values(), *words.asks.requests.values()):
        assert said.count("|") == 1, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_skeletons_of_every_language_say_all_that_is_put_in(language: str) -> None:
    said = skeletons.render(
        language, "appeal", persons="PP", named=False, what="WW", asks=["A1", "A2"], own="OO"
    )
    for word in ("PP", "WW", "A1", "A2", "OO"):
        assert word in said
    paragraphs = said.split("\n\n")
    assert {"A1", "A2", "OO"} <= set(paragraphs)
    twice = skeletons.render(
        language, "appeal", persons="PP", named=True, what="PP fell.", asks=["A"], own=""
    )
    assert twice.count("PP") == 1
    note = skeletons.render(language, "note", persons="PP", recipients="RR")
    assert "PP" in note
    assert "RR" in note
    subject = skeletons.render(language, "subject", persons="PP", reference="R1", title="TT")
    assert subject == "PP (R1)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_skeleton_or_form_holds_the_brackets_of_a_field(language: str) -> None:
    texts = [resources.text("forms", f"{language}.yaml")]
    texts += [resources.text("skeletons", language, f"{name}.jinja") for name in skeletons.NAMES]
    for text in texts:
        assert OPEN not in text
        assert CLOSE not in text


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("One.\n{{ persons", 2, "unexpected end"),
        ("One.\n\n{{ person }}", 3, "'person' is undefined"),
        ("{% if persons %}\nOne.", 1, "end of template"),
        ("One.\n{{ 1 / 0 }}", 2, "division by zero"),
        ("One.\n{{ persons + 1 }}", 2, "str"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("{% include 'other' %}", 1, "no loader"),
    ],
)
def test_a_mistake_in_a_skeleton_is_said_with_file_and_line(
    text: str, line: int, problem: str
) -> None:
    with pytest.raises(Trouble, match=re.escape(problem)) as caught:
        skeletons.fill(text, "skeletons/en/appeal.jinja", {"persons": "Ana"})
    assert caught.value.place.startswith("skeletons/en/appeal.jinja")
    if line > 1:
        assert caught.value.place.endswith(f", line {line}")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("locale: en\n  dateline: [", "forms/en.yaml, line 2", "mapping values"),
        ("locale: en\nsalutatons: {}\n", "forms/en.yaml", "salutatons"),
        ("- en", "forms/en.yaml", "object"),
        ("", "forms/en.yaml", "object"),
        ("\x00", "forms/en.yaml", "control characters"),
    ],
)
def test_a_mistake_in_the_forms_is_said_with_file_and_line(
    text: str, place: str, problem: str
) -> None:
    with pytest.raises(Trouble, match=problem) as caught:
        forms.read(text, "forms/en.yaml", forms.Forms)
    assert caught.value.place == place
    assert caught.value.remedy


def test_words_that_yaml_takes_for_truths_are_words() -> None:
    assert "on" in forms.of("en").salutations.small_words


def test_lines_are_run_together_into_paragraphs_and_lists_stay_lists() -> None:
    assert skeletons.paragraphs("One\n  two.\n\n\n \nThree:\n- a\n- b\n  c\n") == (
        "One two.\n\nThree:\n- a\n- b c"
    )
