"""A case is found by any of its words, and nothing that is typed can break the search."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealdesk.cases import Case, Document, Person
from appealdesk.letters import Draft
from appealdesk.library import Library, memory

EMPTY = Document(name="a.txt", format="text", lines=())


@pytest.fixture
def found(library: Library, document: Document, case: Case, draft: Draft) -> int:
    other = Case(title="Teachers on trial", persons=(Person(name="Amaru Quispe"),))
    library.add(document, other, Draft(body="Nothing alike."))
    return library.add(document, case, draft)


@pytest.mark.parametrize(
    "words",
    [
        "lecturer",  # the title
        "Arslanova",  # a person
        "O'Neill",
        "UA 77/24",  # the reference
        "77/24",
        "ASA 99/1234/2024",  # the index
        "institute",  # the summary
        "urging release",  # a point
        "Sydykov",  # a recipient
        "prosecutor bishkek",
        "gardener",  # the draft
        "spring",  # what was written specially for one recipient
        "gardener Arslanova",  # one word of the draft, one of the case
        "ZOE arslan",  # no accent, capitals, half a word
        "zoë",
        "  held \t\n charge  ",
        '"held',
        "arslanova -",
    ],
)
def test_a_case_is_found_by_its_words(library: Library, found: int, words: str) -> None:
    assert [entry.id for entry in library.search(words)] == [found]


@pytest.mark.parametrize(
    "words",
    [
        "Arslanova Quispe",  # never in one case
        "rslanova",
        "lecturer NOT held",
        "gardener OR",
        "title:lecturer",
        "NEAR(held charge)",
        "-",
        '"',
        "☮",
        "\x00",
        "'; DROP TABLE cases; --",
    ],
)
def test_signs_and_operators_are_only_text(library: Library, found: int, words: str) -> None:
    assert library.search(words) == ()
    assert [entry.id for entry in library.search("lecturer")] == [found]


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_an_empty_search_shows_every_case(library: Library, found: int, words: str) -> None:
    assert library.search(words) == library.cases()
    assert library.search(words)[0].id == found


def test_what_was_changed_is_found_by_its_new_words_only(library: Library, found: int) -> None:
    library.save_draft(found, Draft(body="I write to you as a baker."))
    library.save_case(found, Case(title="Weaver set free"))
    for gone in ("gardener", "lecturer", "Sydykov"):
        assert library.search(gone) == ()
    for new in ("baker", "weaver", "weaver baker"):
        assert [entry.id for entry in library.search(new)] == [found]


def test_no_more_are_returned_than_asked_for_and_the_newest_stay(
    library: Library, document: Document
) -> None:
    numbers = [library.add(document, Case(title="March"), Draft()) for _ in range(5)]
    assert [entry.id for entry in library.search("march", most=3)] == numbers[:1:-1]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Γιώργος Παππάς", "γιωργος"),
        ("Исмон Азимов", "азим"),
        ("אסיר מצפון", "מצפון"),
        ("سجناء الرأي", "الرأي"),
        ("Đặng Thị Hòa", "đặng hoa"),
        ("良心の囚人", "良心"),
        ("நன்றி மலர்", "மலர்"),
        ("양심수", "양심"),
        ("Straße", "strasse"),
    ],
)
def test_other_alphabets_are_found(
    library: Library, document: Document, title: str, words: str
) -> None:
    number = library.add(document, Case(title=title), Draft())
    assert [entry.id for entry in library.search(words)] == [number]


def test_odd_text_is_searched_for_without_complaint(library: Library, hostile_text: str) -> None:
    library.add(EMPTY, Case(title="Lecturer", deadline=dt.date(2024, 1, 1)), Draft())
    library.search(hostile_text)
    assert len(library.search("lecturer")) == 1


@given(st.text(st.characters(codec=None), max_size=60))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_the_search_answers(words: str) -> None:
    library = memory()
    number = library.add(EMPTY, Case(title=words), Draft(body=words))
    found = {entry.id for entry in library.search(words)}
    assert found <= {number}
    library.close()


@given(st.text("abcdeéßжשع가", min_size=1, max_size=20))
@settings(max_examples=50, deadline=None)
def test_every_word_is_found_again(word: str) -> None:
    library = memory()
    number = library.add(EMPTY, Case(), Draft(body=f"before, {word}; after"))
    assert [entry.id for entry in library.search(word)] == [number]
    library.close()
