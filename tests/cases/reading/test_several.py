"""Documents that hold several cases, and those that only seem to. All invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from appealdesk.cases import Case, Document, Line, as_record, read

ZAMBIA = """
Mary Chileshe-Banda, a teacher from Kabwe, has been held at the barracks in Lusaka since March
without charge or trial, and has seen no lawyer.

Please ask the Minister:
- to release her at once;
- to let a lawyer see her.

Write to:
Minister of Justice
Chanda Mulwila
PO Box 1204
Lusaka
Zambia
Salutation: Dear Minister
"""
NEPAL = """
Bishnu Prasad Dhungel, a student leader, was taken from his room in Kathmandu by soldiers in plain
clothes, and nobody has seen him since that night.

Please ask the General:
- to say where he is held;
- to let his family visit him.

Write to:
General Prakash Jung Kunwar
Chief of Army Staff
Bhadrakali
Kathmandu
Nepal
Salutation: Dear General
"""


def cases_of(text: str) -> tuple[Case, ...]:
    lines = tuple(Line(number=n, text=t) for n, t in enumerate(text.strip().split("\n"), 1))
    return read(Document(name="cases.txt", format="text", lines=lines))


def told(case: Case) -> tuple[list[str], list[str]]:
    """Return the first words of the asks, and the names of the recipients."""
    return [point.text.split()[1] for point in case.points], [one.name for one in case.recipients]


def test_a_sheet_of_counted_cases_gives_each_its_own_asks_and_recipients() -> None:
    first, second = cases_of(
        "Letter marathon\n\nPlease send your letters before 17 December 2014.\n\n"
        f"Case 1: Mary Chileshe-Banda, Zambia\n{ZAMBIA}\n"
        f"Case 2: Bishnu Prasad Dhungel, Nepal\n{NEPAL}"
    )
    assert told(first) == (["release", "let"], ["Chanda Mulwila"])
    assert told(second) == (["say", "let"], ["General Prakash Jung Kunwar"])
    assert (first.country, second.country) == ("ZM", "NP")
    assert str(first.deadline) == str(second.deadline) == "2014-12-17"
    assert second.title.startswith("Case 2")


def test_a_page_of_two_urgent_actions_gives_two_cases() -> None:
    first, second = cases_of(
        f"UA 12/14  Fear of torture  3 May 2014\n{ZAMBIA}\n\n"
        f"UA 15/14  Disappearance  9 May 2014\n{NEPAL}"
    )
    assert [case.reference for case in (first, second)] == ["UA 12/14", "UA 15/14"]
    assert [str(case.issued) for case in (first, second)] == ["2014-05-03", "2014-05-09"]
    assert told(first)[1] != told(second)[1]


def test_worldwide_appeals_are_divided_at_their_countries() -> None:
    found = cases_of(f"WORLDWIDE APPEALS\n\nJune 2001\n\nZAMBIA\n{ZAMBIA}\n\nNEPAL\n{NEPAL}")
    assert [case.country for case in found] == ["ZM", "NP"]
    assert [told(case)[1] for case in found] == [
        ["Chanda Mulwila"],
        ["General Prakash Jung Kunwar"],
    ]


def test_appeals_in_running_text_are_divided_behind_each_address() -> None:
    story = "has been held for nine months without charge or trial, and has seen neither lawyer nor family"
    first, second = cases_of(
        f"Mary Chileshe-Banda, a teacher from Kabwe, {story}.\n\n"
        "+ Please write, calling for her release. Send your letters to: The Hon. Chanda Mulwila, "
        "Minister of Justice, PO Box 1204, Lusaka, Zambia.\n\n\n"
        f"Bishnu Prasad Dhungel, a student, {story}.\n\n"
        "+ Please write, asking where he is. Send your letters to: General Prakash Jung Kunwar, "
        "Chief of Army Staff, Bhadrakali, Kathmandu, Nepal."
    )
    assert "Mary" in first.summary
    assert "Bishnu" in second.summary


def test_the_country_in_an_address_begins_no_case() -> None:
    found = cases_of(
        f"ZAMBIA\n{ZAMBIA}\nInspector General of Police\nBeatrice Kalunga\nLusaka\n\nZambia\n\n"
        "Please check with your section office before you send appeals after the date that stands "
        "above these addresses, as the case may have moved on since then."
    )
    assert len(found) == 1


def test_one_object_holds_all_cases_of_a_document() -> None:
    found = cases_of(f"ZAMBIA\n{ZAMBIA}\n\nNEPAL\n{NEPAL}")
    record = as_record("cases.txt", *found)
    assert record["country"] == "ZM"
    assert [one["country"] for one in record["further_cases"]] == ["NP"]
    assert "further_cases" not in as_record("cases.txt", found[0])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [ZAMBIA, NEPAL, "ZAMBIA", "NEPAL", "Case 1: A", "Case 2: B", "UA 1/12", "\n\n"]
        )
    )
)
def test_however_the_parts_are_put_together_no_recipient_is_lost_or_doubled(
    parts: list[str],
) -> None:
    found = cases_of("\n".join(parts))
    names = [one.name for case in found for one in case.recipients if one.address]
    assert len(found) >= 1
    assert names.count("Chanda Mulwila") <= parts.count(ZAMBIA)
    assert names.count("General Prakash Jung Kunwar") <= parts.count(NEPAL)
