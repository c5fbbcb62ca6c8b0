"""What the reading grammar makes of lines of text. All people and places here are invented."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from appealdesk.cases import (
    Document,
    Doubtful,
    Line,
    Part,
    Source,
    as_record,
    describe,
    labels,
    prepare,
    read,
)
from appealdesk.cases.reading.contacts import emails_in, numbers_in
from appealdesk.cases.reading.dates import dates_in

FIXTURE = Path(__file__).parent / "fixtures" / "english-2009.txt"


def document(text: str) -> Document:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.split("\n"), 1))
    return Document(name="case.txt", format="text", lines=lines)


def test_the_layout_of_2009_to_2017_is_read_whole() -> None:
    (case,) = read(document(FIXTURE.read_text(encoding="utf-8")))
    assert (case.reference, case.index) == ("UA 87/14", "AFR 99/014/2014")
    assert (case.issued, case.deadline) == (dt.date(2014, 5, 6), dt.date(2014, 6, 17))
    assert case.own_language
    assert case.languages[0] == "en"
    assert case.embassy_note
    assert [point.text.split()[0] for point in case.points] == ["Urging", "Calling"]
    minister, police = case.recipients
    assert (minister.part, minister.name, minister.role) == (
        Part.TARGET,
        "Chanda Mulwila",
        "Minister of Justice",
    )
    assert minister.address == ("Ministry of Justice", "PO Box 1204", "Lusaka", "Zambia")
    assert minister.fax == ("+260 211 555 014", "+260 211 555 015")
    assert minister.salutation == "Dear Minister"
    assert minister.doubts == ()
    assert (police.part, police.name) == (Part.COPY, "Beatrice Kalunga-Phiri")
    assert police.email == ("ig@police.example.org",)
    assert [doubt.field for doubt in police.doubts] == ["salutation"]


def test_a_page_that_is_a_picture_is_a_doubt_which_names_the_page() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    (case,) = read(document(text))
    whole = document(text + "\n⟨▨⟩\n")
    picture = Line(number=len(whole.lines) - 1, text="⟨▨⟩", page=2)
    whole = replace(whole, lines=(*whole.lines[:-2], picture, whole.lines[-1]))
    (told,) = read(whole)
    (doubt,) = [doubt for doubt in told.doubts if doubt not in case.doubts]
    assert (doubt.field, doubt.problem) == ("document", Doubtful.PICTURE)
    assert doubt.source == Source(line=picture.number, last=picture.number, page=2)
    assert "Page 2 " in describe(doubt)
    assert replace(told, doubts=case.doubts) == case


def test_what_came_along_and_was_not_read_is_a_doubt() -> None:
    (case,) = read(document(FIXTURE.read_text(encoding="utf-8") + "\n⟨…⟩"))
    assert [doubt.problem for doubt in case.doubts if doubt.field == "document"] == [
        Doubtful.UNREAD
    ]
    assert "an attachment or other messages" in " ".join(map(describe, case.doubts))


def test_a_deadline_that_is_only_referred_to_is_a_doubt() -> None:
    text = FIXTURE.read_text(encoding="utf-8").replace(
        "PLEASE SEND APPEALS BEFORE 17 JUNE 2014 TO:", ""
    )
    (case,) = read(document(text))
    assert case.deadline is None
    (doubt,) = [doubt for doubt in case.doubts if doubt.field == "deadline"]
    assert doubt.problem is Doubtful.REFERRED_TO
    assert "deadline" in describe(doubt)


def test_what_follows_the_deadline_notice_is_background_where_its_heading_was_lost() -> None:
    text = """URGENT ACTION

TEACHER TAKEN FROM HER SCHOOL

On 2 May the teacher Mary Chileshe-Banda was taken from her school in Lusaka by two men.

Please write immediately in English or your own language:

* Urging the authorities to say where Mary Chileshe-Banda is held;
* Calling on them to give her access to a lawyer.

PLEASE SEND APPEALS BEFORE 17 JUNE 2014 TO:

Minister of Justice
Chanda Mulwila
PO Box 1204
Lusaka
Zambia
Salutation: Dear Minister

Please check with your section office if sending appeals after the above date.

Mary Chileshe-Banda has taught at the school for eleven years and leads the teachers' union.

Amnesty International has spoken up for six other teachers in the district since last year.

More about the teachers of the district stands in our report at: http://www.example.org/teachers

Amnesty International
"""
    (case,) = read(document(text))
    assert case.background.split("\n\n") == [
        "Mary Chileshe-Banda has taught at the school for eleven years and leads the teachers' union.",
        "Amnesty International has spoken up for six other teachers in the district since last year.",
        "More about the teachers of the district stands in our report at: http://www.example.org/teachers",
    ]


def test_every_value_names_the_line_it_was_read_from() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    (case,) = read(document(text))
    source = case.recipients[0].sources["name"]
    assert text.split("\n")[source.line - 1] == "Chanda Mulwila"


def test_the_record_of_a_case_holds_the_fields_that_could_not_be_read_surely() -> None:
    (case,) = read(document(FIXTURE.read_text(encoding="utf-8")))
    record = as_record("case.txt", case)
    assert record["deadline"] == "2014-06-17"
    assert record["recipients"][1]["doubts"] == ["salutation"]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("+ 58 212 555 36 44/34 04", ("+ 58 212 555 36 44", "+ 58 212 555 34 04")),
        ("+249 183 555 767 / 774 339", ("+249 183 555 767", "+249 183 774 339")),
        ("030/555 60 69", ("030/555 60 69",)),
        ("+ 52 5 555 1794 or 542 1648", ("+ 52 5 555 1794", "+ 52 5 542 1648")),
    ],
)
def test_numbers_printed_short_are_completed(printed: str, whole: tuple[str, ...]) -> None:
    assert numbers_in(printed)[0] == whole


def test_a_disguised_address_is_read_and_marked() -> None:
    assert emails_in("justice(at)office.example.com") == (("justice@office.example.com",), True)


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_a_printed_date_is_read_back(day: dt.date) -> None:
    for text in (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        day.isoformat(),
    ):
        assert [found.day for found in dates_in(text)] == [day]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(max_size=80), st.sampled_from(FIXTURE.read_text().split("\n"))),
        max_size=40,
    )
)
def test_reading_never_raises(lines: list[str]) -> None:
    assert len(read(document("\n".join(lines)))) >= 1


@pytest.mark.parametrize(
    "text", ["Fax: +1 " * 40_000, "(" * 300_000, "minister of " * 50_000, "a, " * 200_000]
)
def test_reading_takes_bounded_time(text: str) -> None:
    start = time.process_time()  # whatever else the machine does
    read(document(text))
    assert time.process_time() - start < 20


def test_what_reading_needs_can_be_loaded_beforehand() -> None:
    prepare.cache_clear()
    prepare()
    files = labels._files.cache_info()
    before = labels.phrases.cache_info()
    read(document(FIXTURE.read_text(encoding="utf-8")))
    assert labels._files.cache_info().misses == files.misses
    after = labels.phrases.cache_info()
    assert after.misses - before.misses <= after.currsize / 10
