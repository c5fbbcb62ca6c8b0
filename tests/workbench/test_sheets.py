"""What goes with the letters of a case: envelopes, labels, slips, faxes, the whole pile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from appealdesk import letters, paper
from appealdesk.errors import Trouble
from appealdesk.letters import Identity
from appealdesk.workbench import Cancelled, Progress, Runner, Work, sending, sheets, works
from tests.invented import PROSECUTOR, SENDER, a_case, a_document
from tests.paper.samples import text_by_pdfium

DAY = dt.date(2025, 3, 10)
SENDERS = ("Ekström", "Tilleuls", "Bruxelles", "maud@post.example", "555 01 23")


@pytest.fixture
def work() -> Work:
    draft = letters.first_draft(a_case(), SENDER, prompts=False)
    return Work(id=1, document=a_document(), case=a_case(), draft=draft)


def _text(pages: paper.Sheets) -> str:
    return text_by_pdfium(paper.sheets_pdf(pages, DAY))


def test_a_cover_note_comes_with_the_letter_it_speaks_of_marked_as_a_copy(work: Work) -> None:
    note, copy = sheets.with_copies(work, 3, SENDER, DAY)
    assert note.mark == ""
    assert copy.mark == "Copy"
    assert copy == replace(works.letter(work, 1, SENDER, DAY), mark="Copy")


def test_each_different_letter_is_enclosed_once(work: Work) -> None:
    own = works.write(works.write_specially(work, 2), 2, "Something else.")
    assert [one.recipient for one in sheets.with_copies(own, 3, SENDER, DAY)] == [3, 1, 2]
    alone = works.tick_recipient(own, 1, on=False)
    assert [one.recipient for one in sheets.with_copies(alone, 3, SENDER, DAY)] == [3, 2]


def test_an_appeal_encloses_nothing(work: Work) -> None:
    assert len(sheets.with_copies(work, 1, SENDER, DAY)) == 1


def test_the_cover_sheet_says_whom_how_and_until_when(work: Work) -> None:
    cover = _text(sheets.pile(work, (1, 2, 3), SENDER, DAY, cover=True)).split("Maud")[0]
    for words in (
        "UA 31/25 Samir Quliyev", "Send before 20 April 2025", "3 letters", "Orhan Velidov",
        "by e-mail: minister@mia.example", "by fax: 00 994 12 555 01 01", "Prosecutor General",
    ):  # fmt: skip
        assert words in cover
    assert cover.count("by post") == 3


def test_the_cover_sheet_and_the_slips_say_nothing_of_the_sender(work: Work) -> None:
    cover = paper.sheets_pdf(sheets.pile(work, (1,), SENDER, DAY, cover=True), DAY)
    import pypdfium2

    with pypdfium2.PdfDocument(cover) as document:
        first = document[0].get_textpage().get_text_bounded()
    slips = _text(sheets.slips(work, (1, 2, 3), SENDER))
    for private in SENDERS:
        assert private not in first
        assert private not in slips


def test_a_slip_has_the_address_the_salutation_and_the_deadline(work: Work) -> None:
    text = _text(sheets.slips(work, (1,), SENDER))
    for words in ("12 Fountain Street", "AZERBAIJAN", "Dear Minister,", "20 April 2025"):
        assert words in text


def test_a_case_without_a_deadline_names_none(work: Work) -> None:
    case = replace(work.case, deadline=None)
    assert "Send before" not in _text(sheets.slips(replace(work, case=case), (1,), SENDER))


@pytest.mark.parametrize("identity", list(Identity))
def test_no_sheet_shows_more_of_the_sender_than_the_letters(work: Work, identity: Identity) -> None:
    chosen = works.set_identity(work, identity)
    shown = "\n".join(works.letter(chosen, 1, SENDER, DAY).texts)
    text = "\n".join(
        (
            _text(sheets.envelopes(chosen, (1, 2), SENDER, "dl")),
            _text(sheets.labels(chosen, (1, 2), SENDER, sheets.label_sheet("l7160"))),
            _text(sheets.fax(chosen, 1, SENDER, DAY)),
        )
    )
    for private in SENDERS:
        assert private not in text or private in shown


def test_whom_the_post_or_the_fax_cannot_reach_can_be_told_beforehand(work: Work) -> None:
    nowhere = replace(PROSECUTOR, number=9, address=(), country="", email=("a@b.example",))
    more = replace(work, case=replace(work.case, recipients=(*work.case.recipients, nowhere)))
    assert sheets.by_post(more, (1, 2, 9)) == (1, 2)
    assert sheets.by_fax(more, (1, 2, 9)) == (1,)
    with pytest.raises(Trouble, match="Hasanzade"):
        sheets.envelopes(more, (1, 9), SENDER, "dl")


def test_an_unfinished_letter_leaves_in_no_form(work: Work) -> None:
    open_ = works.write(work, 1, "I ask you \u27e6what?\u27e7")
    with pytest.raises(Trouble, match="what"):
        sheets.pile(open_, (1, 2), SENDER, DAY)
    with pytest.raises(Trouble, match="what"):  # the copy that goes with the note
        sheets.pile(open_, (3,), SENDER, DAY)
    with pytest.raises(Trouble, match="what"):
        sheets.fax(open_, 1, SENDER, DAY)


def test_labels_can_be_described_in_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(
        "{paper: a4, rows: 4, columns: 2, width: 90, height: 60, left: 10, top: 20, across: 95,"
        " down: 62}"
    )
    assert sheets.label_sheet(str(file)).many == 8
    for bad in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(paper.BadLabels):
            sheets.label_sheet(str(bad) if bad.suffix else f"{bad}/x.yaml")


def test_all_forms_of_all_letters_are_saved_under_names_of_their_own(
    work: Work, tmp_path: Path
) -> None:
    twins = replace(work.case, recipients=tuple(
        replace(one, name="Twin") for one in work.case.recipients
    ))  # fmt: skip
    saved = sending.save_letters(
        replace(work, case=twins), (1, 2, 3), SENDER, DAY, tmp_path / "out",
        formats=("pdf", "eml", "txt", "docx", "odt"),
    )  # fmt: skip
    assert len(set(saved)) == 15
    assert sorted((tmp_path / "out").iterdir()) == sorted(saved)
    assert any(path.stem.endswith("Twin (3)") for path in saved)


def test_a_batch_can_be_stopped_and_leaves_no_file(work: Work, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def after_the_first(done: int, of: int) -> None:
        told.append((done, of))
        if done == 1:
            progress.cancel()

    progress = Progress(after_the_first)
    with pytest.raises(Cancelled):
        sending.save_letters(work, (1, 2, 3), SENDER, DAY, tmp_path / "out", progress=progress)
    assert told == [(0, 3), (1, 3)]
    assert not (tmp_path / "out").exists()


def test_progress_is_told_where_results_are_delivered() -> None:
    delivered: list[str] = []

    def deliver(call: Callable[[], None]) -> None:
        delivered.append("here")
        call()

    runner = Runner(deliver)
    told: list[tuple[int, int]] = []
    progress = runner.progress(lambda done, of: told.append((done, of)))
    runner.run("export", lambda: progress.step(1, 2), lambda _none: None, lambda _why: None)
    runner.close()
    assert told == [(1, 2)]
    assert len(delivered) == 2


def test_the_pile_of_one_case_is_one_file(work: Work, tmp_path: Path) -> None:
    path = sending.save_together(
        work, (1, 2, 3), SENDER, DAY, tmp_path / "pile.pdf", cover=True, duplex=True
    )
    assert path.read_bytes().startswith(b"%PDF")
