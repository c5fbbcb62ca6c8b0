"""A library on disk, and a small case about an invented person to put into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document, Doubt, Doubtful, Line, Person, Point, Recipient
from appealdesk.letters import Draft
from appealdesk.library import Key, Library


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Appeal Desk" / "library"


@pytest.fixture
def key() -> Key:
    return Key.fresh()


@pytest.fixture
def library(place: Path, key: Key) -> Iterator[Library]:
    library = Library.open(place, key)
    yield library
    library.close()


@pytest.fixture
def document() -> Document:
    lines = ("URGENT ACTION", "LECTURER HELD WITHOUT CHARGE", "Zoë Arslanova was taken away.")
    return Document(
        name="ua-77.txt",
        format="text",
        lines=tuple(Line(number=number, text=text) for number, text in enumerate(lines, 1)),
    )


@pytest.fixture
def case() -> Case:
    return Case(
        reference="UA 77/24",
        index="ASA 99/1234/2024",
        title="Lecturer held without charge",
        persons=(Person(name="Zoë Arslanova"), Person(name="Timur O'Neill")),
        country="KG",
        deadline=dt.date(2024, 5, 17),
        summary="The lecturer was taken from the library of her institute.",
        points=(Point(text="Urging them to release her at once"),),
        recipients=(
            Recipient(
                number=1,
                name="Bakyt Sydykov",
                role="Prosecutor General",
                address=("Erkindik 139", "720040 Bishkek"),
                doubts=(Doubt(field="salutation", problem=Doubtful.MISSING),),
            ),
            Recipient(
                number=2,
                role="Ambassador",
                doubts=(Doubt(field="salutation", problem=Doubtful.MISSING),),
                checked=("salutation",),
            ),
        ),
        doubts=(Doubt(field="deadline", problem=Doubtful.PAST),),
    )


@pytest.fixture
def draft() -> Draft:
    return Draft(
        recipients=(1, 2),
        asks=(0,),
        body="I write to you as a gardener.\n\nPlease let her go home.",
        own={2: "Your Excellency will remember my letter of spring."},
    )
