"""The live page: pictures of the pages that show, and where each typed line stands on them."""

from __future__ import annotations

import itertools

import pytest

from appealdesk.letters import Letter
from appealdesk.paper import Part, Place, layouts, preview, typeset
from appealdesk.paper.manuscript import manuscript
from tests.paper.samples import HEBREW, LETTER, ON, changed, place_of

LONG = changed(body="\n\n".join(" ".join([LETTER.body.replace("\n", " ")] * 5) for _ in range(5)))
MARKED = changed(
    body="I ask you:\n\n- first, a lawyer\n- then a **doctor**\n\n> Quoted words\n\nThe end."
)


def text_at(letter: Letter, place: Place) -> str:
    text: str = getattr(letter, place.part.value)
    return text[place.start : place.end]


@pytest.mark.parametrize("layout", [row.name for row in layouts()])
@pytest.mark.parametrize("letter", [LETTER, MARKED], ids=["plain", "marked"])
def test_every_typed_line_has_its_place_where_its_words_stand(letter: Letter, layout: str) -> None:
    letter = changed(letter, layout=layout)
    pdf = typeset(letter, ON)
    places = preview(letter, ON, 50, only=()).places
    assert {place.part for place in places} == set(Part)
    for place in places:
        typed = text_at(letter, place)
        words = typed.lstrip("->* ").replace("**", "").split()
        if place.part is Part.SIGNATURE:
            continue  # the name stands in the letterhead as well
        _left, top, _right, bottom = place_of(
            pdf, words[0] if "**" in typed else " ".join(words[:2])
        )
        assert place.page == 1
        assert place.top <= top < bottom <= place.top + place.height


def test_the_places_tell_all_of_the_text_in_order() -> None:
    places = preview(MARKED, ON, 50, only=()).places
    body = [text_at(MARKED, place) for place in places if place.part is Part.BODY]
    assert body == [line for line in MARKED.body.split("\n") if line]
    edges = [(place.page, place.top) for place in places]
    assert edges == sorted(edges)


def test_a_line_that_runs_over_the_page_end_has_a_place_on_both_pages() -> None:
    places = [p for p in preview(LONG, ON, 50, only=()).places if p.part is Part.BODY]
    assert {place.page for place in places} >= {1, 2, 3}
    torn = [
        (one, two)
        for one, two in itertools.pairwise(places)
        if (one.start, one.end) == (two.start, two.end)
    ]
    assert torn
    for one, two in torn:
        assert (one.page, two.page) == (one.page, one.page + 1)
        assert one.top + one.height == pytest.approx(297 - 22, abs=0.1)
        assert two.top == pytest.approx(22, abs=0.1)


def test_places_are_those_of_a_letter_that_runs_from_the_right_too() -> None:
    places = preview(HEBREW, ON, 50, only=()).places
    assert text_at(HEBREW, next(p for p in places if p.part is Part.BODY)) == HEBREW.body


def test_a_key_press_changes_one_paragraph_of_what_is_handed_to_the_typesetter() -> None:
    """Typst sets anew what is not as it was: all below, if lines said where they stand."""
    before, after = (
        manuscript([one])["letters"][0]
        for one in (MARKED, changed(MARKED, body=MARKED.body.replace("first", "firsts")))
    )
    assert [a == b for a, b in zip(before["body"], after["body"], strict=True)] == [
        True, False, True, True,
    ]  # fmt: skip
    assert before["closing"] == after["closing"]


def test_only_the_pages_asked_for_are_drawn() -> None:
    made = preview(LONG, ON, 40, only=(2, 99))
    assert [picture.number for picture in made.pictures] == [2]
    assert made.fit.pages > 2
    every = preview(LONG, ON, 40).pictures
    assert [picture.number for picture in every] == list(range(1, made.fit.pages + 1))
    assert made.pictures[0] == every[1]


def test_a_picture_has_the_page_in_it() -> None:
    (picture,) = preview(LETTER, ON, 50).pictures
    assert len(picture.pixels) == picture.width * picture.height * 3
    assert picture.width == pytest.approx(210 / 25.4 * 50, abs=1)
    assert picture.pixels[:3] == b"\xff\xff\xff"
    left, top, right, bottom = (
        round(mm / 25.4 * 50) for mm in place_of(typeset(LETTER, ON), "Dear Minister")
    )
    line = picture.width * 3
    rows = [picture.pixels[y * line + left * 3 : y * line + right * 3] for y in range(top, bottom)]
    assert min(min(row) for row in rows) < 120
