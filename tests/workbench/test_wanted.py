"""What goes with the letters: envelopes, labels, slips and faxes of the case on the desk."""

from __future__ import annotations

import datetime as dt
import io

import pypdf
import pytest
from msgspec.structs import replace

from appealdesk import letters, paper
from appealdesk.cases import Case
from appealdesk.errors import Trouble
from appealdesk.workbench import SheetKind, SheetsWanted, Work, wanted
from tests.invented import SENDER, a_case, a_document

DAY = dt.date(2025, 3, 10)


def _work(case: Case) -> Work:
    draft = letters.first_draft(case, SENDER, prompts=False)
    return Work(id=1, document=a_document(), case=case, draft=draft)


def _text(choice: SheetsWanted, work: Work | None = None) -> str:
    made = wanted.made(choice, work or _work(a_case()), SENDER, DAY)
    pdf = pypdf.PdfReader(io.BytesIO(paper.sheets_pdf(made, DAY)))
    return "\n".join(page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize("kind", [SheetKind.ENVELOPES, SheetKind.LABELS, SheetKind.SLIPS])
def test_every_address_line_stands_on_it_as_the_document_has_it(kind: SheetKind) -> None:
    case = a_case()
    to = [one for one in case.recipients if letters.has_address(one)]
    text = _text(SheetsWanted(kind=kind, numbers=tuple(one.number for one in to)))
    for one in to:
        for line in one.address[:-1]:
            assert line in text


def test_a_slip_tells_the_greeting_and_the_last_day() -> None:
    case = a_case()
    assert case.deadline
    first = case.recipients[0]
    text = _text(SheetsWanted(kind=SheetKind.SLIPS, numbers=(first.number,)))
    assert first.salutation in text
    assert str(case.deadline.year) in text


def test_a_fax_holds_the_number_and_the_letter() -> None:
    case = a_case()
    first = replace(case.recipients[0], fax=("+598 2 555 0101",))
    work = _work(replace(case, recipients=(first, *case.recipients[1:])))
    text = _text(SheetsWanted(kind=SheetKind.FAX, numbers=(first.number,)), work)
    assert "598 2555 0101" in text or "598 2 555 0101" in text
    assert work.draft.body.split()[0] in text


@pytest.mark.parametrize("kind", list(SheetKind))
def test_nobody_chosen_is_said(kind: SheetKind) -> None:
    with pytest.raises(Trouble, match="Nobody is chosen"):
        wanted.made(SheetsWanted(kind=kind), _work(a_case()), SENDER, DAY)


def test_labels_of_ones_own_need_a_size() -> None:
    choice = SheetsWanted(kind=SheetKind.LABELS, numbers=(1,), labels="")
    with pytest.raises(Trouble, match="not known"):
        wanted.made(choice, _work(a_case()), SENDER, DAY)


def test_the_choice_is_kept_without_whom_it_was_for() -> None:
    choice = SheetsWanted(kind=SheetKind.LABELS, numbers=(1, 2), labels="5160", start=4)
    assert wanted.kept(wanted.to_keep(choice)) == replace(choice, numbers=())


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"kind": "sails"}', '{"start": "a"}'])
def test_a_damaged_choice_is_forgotten(damaged: str) -> None:
    assert wanted.kept(damaged) == SheetsWanted()
