"""How a letter greets and closes."""

from __future__ import annotations

import datetime as dt

import pytest

from appealdesk.cases import Case, Recipient
from appealdesk.letters import Draft, Letter, compose, salutation_is_ours

DAY = dt.date(2026, 11, 24)


def letter(recipient: Recipient, draft: Draft | None = None) -> Letter:
    return compose(Case(), recipient, None, draft or Draft(), DAY)


@pytest.mark.parametrize(
    ("printed", "greeting"),
    [
        ("Dear Head of the Investigation Committee", "Dear Head of the Investigation Committee,"),
        ("Dear Minister,", "Dear Minister,"),
        ("Your Excellency:", "Your Excellency,"),
        ("Dear Minister.", "Dear Minister,"),
        ("Sr. Presidente / Dear President", "Dear President,"),
        ("Dear Minister/Estimado Señor Ministro", "Dear Minister,"),
        ("Your Excellency / Exzellenz", "Your Excellency,"),
        ("Уважаемый господин министр! / Dear Minister", "Dear Minister,"),
        ("معالي الوزير / Your Excellency", "Your Excellency,"),
        ("Dear Sir/Madam", "Dear Sir/Madam,"),
        ("Dear Sir / Madam", "Dear Sir / Madam,"),
        ("Excmo. Sr. Ministro", "Excmo. Sr. Ministro,"),
        ("Señor Ministro / Monsieur le Ministre", "Señor Ministro,"),
    ],
)
def test_the_salutation_of_the_urgent_action_comes_first(printed: str, greeting: str) -> None:
    recipient = Recipient(number=1, role="Governor", salutation=printed)
    assert letter(recipient).salutation == greeting
    assert not salutation_is_ours(recipient, Draft(), 1)


@pytest.mark.parametrize(
    ("name", "role", "greeting"),
    [
        ("", "Minister of Justice", "Dear Minister of Justice,"),
        ("", "The Minister of Justice", "Dear Minister of Justice,"),
        ("", "MINISTER OF THE INTERIOR", "Dear Minister of the Interior,"),
        ("", "minister of justice", "Dear Minister of Justice,"),
        ("", "Representative at the Court, Deputy Minister of Justice",
         "Dear Deputy Minister of Justice,"),
        ("", "National Human Rights Institution, Director for Complaints",
         "Dear Director for Complaints,"),
        ("", "The Chairman, National Commission", "Dear Chairman,"),
        ("", "National Police Commissioner", "Dear National Police Commissioner,"),
        ("", "Ambassador of Tavria", "Your Excellency,"),
        ("", "Ministry of Justice", "Dear Sir or Madam,"),
        ("", "Office of the President", "Dear Sir or Madam,"),
        ("", "Tavrian Airways", "Dear Sir or Madam,"),
        ("", "Director de la Unidad", "Dear Sir or Madam,"),
        ("Ana Ruiz", "", "Dear Sir or Madam,"),
        ("H.E. Ana Ruiz", "Minister of Justice", "Your Excellency,"),
        ("His Excellency, Luis Sol", "", "Your Excellency,"),
        ("Her Majesty Ana II", "", "Your Majesty,"),
        ("", "", "Dear Sir or Madam,"),
    ],
)  # fmt: skip
def test_a_missing_salutation_is_made_from_the_office_without_guessing_a_gender(
    name: str, role: str, greeting: str
) -> None:
    recipient = Recipient(number=1, name=name, role=role)
    assert letter(recipient).salutation == greeting
    assert salutation_is_ours(recipient, Draft(), 1)


def test_an_embassy_without_a_named_ambassador_is_greeted_as_one() -> None:
    assert (
        letter(Recipient(number=1, role="Embassy", embassy=True)).salutation == "Your Excellency,"
    )


def test_the_volunteers_own_salutation_and_closing_are_taken_as_they_are() -> None:
    recipient = Recipient(number=7, role="Governor")
    draft = Draft(salutations={7: "Dear Governor Sol –"}, closings={7: "With respect"})
    said = letter(recipient, draft)
    assert (said.salutation, said.closing) == ("Dear Governor Sol –", "With respect")
    assert not salutation_is_ours(recipient, draft, 7)
    assert salutation_is_ours(recipient, draft, 8)


@pytest.mark.parametrize(
    ("printed", "closing"),
    [
        ("Dear Minister", "Yours sincerely,"),
        ("Your Excellency", "Yours sincerely,"),
        ("Dear Sir", "Yours faithfully,"),
        ("Dear Sir or Madam", "Yours faithfully,"),
        ("Dear Sir/Madam", "Yours faithfully,"),
        ("Dear Sirs", "Yours faithfully,"),
        ("Dear Sir Reginald", "Yours sincerely,"),
    ],
)
def test_the_closing_fits_the_salutation(printed: str, closing: str) -> None:
    assert letter(Recipient(number=1, salutation=printed)).closing == closing
