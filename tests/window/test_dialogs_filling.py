"""Fields corrected and filled: every field of a case and of a recipient, nothing else touched."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from appealdesk import letters
from appealdesk.cases import Case, Doubt, Doubtful, Recipient, Source
from appealdesk.errors import Trouble
from appealdesk.window.dialogs import one_field
from appealdesk.window.dialogs.filling import fields_to_fill, fill, paragraphs
from appealdesk.window.dialogs.words import case_fields, field_in_words, recipient_fields
from appealdesk.workbench import Work, works
from tests.invented import OMBUDSMAN, SENDER, a_case, a_document

HERE = Source(line=2, last=2)
ODD = {"number", "sources", "doubts", "checked", "embassy"}  # not read, so never in doubt


def _work(case: Case | None = None) -> Work:
    case = case or a_case()
    return Work(id=1, document=a_document(), case=case, draft=letters.first_draft(case, SENDER))


def test_every_field_that_can_be_in_doubt_has_a_name() -> None:
    assert set(Case.__struct_fields__) - ODD == set(case_fields())
    assert set(Recipient.__struct_fields__) - ODD == set(recipient_fields())


@pytest.mark.parametrize("field", sorted(case_fields()))
@pytest.mark.usefixtures("qapp")
def test_every_field_of_a_case_comes_back_from_its_editor_as_it_was(field: str) -> None:
    work = _work()
    editor = one_field.editor(work, 0, field)
    if editor is None:
        assert one_field.kind(field, 0) is one_field.Kind.FIXED
        return
    assert editor.problem() == ""
    after = one_field.put(work, SENDER, 0, field, editor.value())
    assert getattr(after.case, field) == getattr(work.case, field)
    editor.deleteLater()


@pytest.mark.parametrize("field", sorted(recipient_fields()))
@pytest.mark.usefixtures("qapp")
def test_every_field_of_a_recipient_comes_back_from_its_editor_as_it_was(field: str) -> None:
    work = _work()
    editor = one_field.editor(work, 1, field)
    assert editor is not None
    after = one_field.put(work, SENDER, 1, field, editor.value())
    assert getattr(works.recipient(after, 1), field) == getattr(works.recipient(work, 1), field)
    editor.deleteLater()


@pytest.mark.parametrize("field", sorted(case_fields()))
def test_any_doubt_about_a_case_can_be_answered_with_not_in_the_document(field: str) -> None:
    doubt = Doubt(field=field, problem=Doubtful.GUESSED)
    work = _work(replace(a_case(), doubts=(doubt,)))
    after = one_field.put_nothing(work, SENDER, 0, field)
    assert (0, doubt) not in works.open_doubts(after)


@pytest.mark.parametrize("field", sorted(recipient_fields()))
def test_any_doubt_about_a_recipient_can_be_answered_with_not_in_the_document(field: str) -> None:
    doubt = Doubt(field=field, problem=Doubtful.GUESSED)
    first, *others = a_case().recipients
    work = _work(replace(a_case(), recipients=(replace(first, doubts=(doubt,)), *others)))
    after = one_field.put_nothing(work, SENDER, first.number, field)
    assert (first.number, doubt) not in works.open_doubts(after)


def test_dates_countries_and_languages_are_shown_in_words() -> None:
    work = _work()
    assert one_field.in_words(work, 0, "deadline") == "20 April 2025"
    assert one_field.in_words(work, 0, "country") == "Azerbaijan"
    assert one_field.in_words(work, 0, "languages") == "Azerbaijani"
    assert one_field.in_words(work, 0, "own_language") == "yes"


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="Klingonese"):
        one_field.put(_work(), SENDER, 0, "languages", ("Azerbaijani", "Klingonese"))


def test_languages_are_given_by_their_names() -> None:
    after = one_field.put(_work(), SENDER, 0, "languages", ("azerbaijani", "French"))
    assert after.case.languages == ("az", "fr")


def test_a_doubt_is_named_with_the_recipient_it_is_about() -> None:
    assert field_in_words("salutation", OMBUDSMAN) == f"Salutation of {OMBUDSMAN.name}"
    assert field_in_words("points", None) == "Asks"


def test_marked_words_become_one_more_ask() -> None:
    after = fill(_work(), SENDER, 0, "points", text="• Asking for\na doctor", source=HERE)
    assert after.case.points[:3] == a_case().points
    assert (after.case.points[3].text, after.case.points[3].source) == ("Asking for a doctor", HERE)


def test_marked_words_become_one_more_person() -> None:
    after = fill(_work(), SENDER, 0, "persons", text="Leyla Aliyeva", source=HERE)
    assert [one.name for one in after.case.persons] == ["Samir Quliyev", "Leyla Aliyeva"]


def test_marked_lines_become_an_address_verbatim() -> None:
    after = fill(_work(), SENDER, 2, "address", text="7 Quarry Lane,\n370601  Baku\n", source=HERE)
    right = works.recipient(after, 2)
    assert right.address == ("7 Quarry Lane,", "370601  Baku")
    assert right.sources["address"] == HERE
    assert "address" in right.checked


def test_a_marked_country_is_understood_in_the_document_s_words() -> None:
    after = fill(_work(), SENDER, 1, "country", text="République du Pérou", source=HERE)
    assert works.recipient(after, 1).country == "PE"


@pytest.mark.parametrize("field", ["deadline", "country", "language"])
def test_words_that_cannot_be_the_field_are_refused(field: str) -> None:
    with pytest.raises(Trouble, match="nothing of the sort"):
        fill(_work(), SENDER, 0, field, text="nothing of the sort", source=HERE)


def test_a_date_without_a_year_takes_the_year_of_the_document() -> None:
    work = _work(replace(a_case(), issued=dt.date(2025, 3, 6)))
    after = fill(work, SENDER, 0, "deadline", text="by 17 April", source=HERE)
    assert after.case.deadline == dt.date(2025, 4, 17)


def test_broken_lines_are_joined_and_empty_ones_part_paragraphs() -> None:
    assert paragraphs("one\ntwo\n\n\nthree \n") == "one two\n\nthree"
    assert paragraphs("") == ""


def test_every_field_offered_can_take_words() -> None:
    for number in (0, 1):
        for field in fields_to_fill(number):
            assert one_field.kind(field, number) is not one_field.Kind.FIXED


def test_hostile_words_end_in_a_field_or_in_a_refusal(hostile_text: str) -> None:
    for field in fields_to_fill(0):
        try:
            after = fill(_work(), SENDER, 0, field, text=hostile_text, source=HERE)
        except Trouble:
            continue
        assert after.case.sources.get(field, HERE) == HERE
