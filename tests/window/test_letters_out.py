"""Before a letter leaves: the sender is known, doubts are seen, it is in time, and complete."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace

from appealdesk.errors import Trouble
from appealdesk.letters import Identity
from appealdesk.window.dialogs.together import Together
from appealdesk.workbench import Progress, works
from tests.invented import a_case
from tests.window.conftest import Volunteer

Told = Callable[[int, int], None]


def saved(volunteer: Volunteer, ending: str = "pdf") -> list[Path]:
    volunteer.wait()
    folder = volunteer.answers.to_folder
    assert folder is not None
    return sorted(folder.glob(f"*.{ending}")) if folder.is_dir() else []


def test_all_ticked_letters_are_saved_and_it_is_said_where(volunteer: Volunteer) -> None:
    volunteer.window.save_button.click()
    assert len(saved(volunteer)) == 3
    assert volunteer.window.notice.words() == "3 letters saved in letters"
    assert [button.text() for button in volunteer.window.notice.offers()] == ["Show folder"]


def test_only_this_letter_can_be_saved(volunteer: Volunteer) -> None:
    volunteer.window.edits.show_letter(2)
    volunteer.window.actions_.save_this.trigger()
    (file,) = saved(volunteer)
    assert "Hasanzade" in file.name


def test_letters_can_be_saved_as_text(volunteer: Volunteer) -> None:
    volunteer.window.actions_.save_text.trigger()
    texts = [file.read_text(encoding="utf-8") for file in saved(volunteer, "txt")]
    assert len(texts) == 3
    assert "Dear Minister" in "".join(texts)


@pytest.mark.parametrize(("action", "ending"), [("save_word", "docx"), ("save_odt", "odt")])
def test_letters_can_be_saved_for_a_word_processor(
    volunteer: Volunteer, action: str, ending: str
) -> None:
    getattr(volunteer.window.actions_, action).trigger()
    assert len(saved(volunteer, ending)) == 3


def test_all_letters_go_into_one_pdf_for_the_printer(volunteer: Volunteer) -> None:
    volunteer.window.actions_.save_together.trigger()
    (file,) = saved(volunteer)
    assert file.name == "all.pdf"
    assert "all.pdf" in volunteer.window.notice.words()


def test_the_cover_sheet_is_the_persons_choice(volunteer: Volunteer) -> None:
    volunteer.window.actions_.save_together.trigger()
    (file,) = saved(volunteer)
    with_cover = len(pypdf.PdfReader(file).pages)
    volunteer.answers.how_together = Together(cover=False)
    volunteer.window.actions_.save_together.trigger()
    (file,) = saved(volunteer)
    assert len(pypdf.PdfReader(file).pages) == with_cover - 1


def test_saving_can_be_stopped_and_leaves_no_file(
    volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = volunteer.window
    exits = window.bench.exits
    monkeypatch.setattr(exits, "progress", _stopped(exits.progress))
    window.actions_.save_letters.trigger()
    assert saved(volunteer) == []
    assert "Stopped" in window.notice.words()


def _stopped(progress: Callable[[Told], Progress]) -> Callable[[Told], Progress]:
    """Have "Stop" pressed before the first letter is made: a click would come too late or too soon."""

    def made(told: Told) -> Progress:
        one = progress(told)
        one.cancel()
        return one

    return made


def test_the_folder_is_remembered(volunteer: Volunteer) -> None:
    volunteer.window.save_button.click()
    saved(volunteer)
    volunteer.window.save_button.click()
    assert volunteer.answers.asked[-1] == "folder from letters"


def test_nothing_is_saved_where_the_person_chose_no_folder(volunteer: Volunteer) -> None:
    volunteer.answers.to_folder, folder = None, volunteer.answers.to_folder
    volunteer.window.save_button.click()
    volunteer.answers.to_folder = folder
    assert saved(volunteer) == []


def test_the_sender_is_asked_for_at_the_first_letter_and_not_again(bare: Volunteer) -> None:
    bare.put(a_case())
    assert "sender" not in bare.answers.asked
    bare.window.save_button.click()
    assert bare.answers.asked.count("sender") == 1
    assert len(saved(bare)) == 3
    bare.window.save_button.click()
    assert bare.answers.asked.count("sender") == 1


def test_without_a_sender_nothing_leaves(bare: Volunteer) -> None:
    bare.answers.who = None
    bare.put(a_case())
    bare.window.save_button.click()
    assert saved(bare) == []


def test_a_letter_without_a_name_needs_no_sender(bare: Volunteer) -> None:
    bare.answers.who = None
    bare.put(a_case())
    bare.window.edits.set_identity(Identity.NONE.value)
    bare.window.save_button.click()
    assert "sender" not in bare.answers.asked
    assert len(saved(bare)) == 3


def test_doubts_are_shown_before_the_first_letter(volunteer: Volunteer) -> None:
    volunteer.answers.doubtful = "cancel"
    volunteer.window.save_button.click()
    assert volunteer.answers.asked[-1] == "unchecked 2"
    assert saved(volunteer) == []


def test_going_on_all_the_same_is_asked_once_a_case(volunteer: Volunteer) -> None:
    volunteer.window.save_button.click()
    saved(volunteer)
    volunteer.window.save_button.click()
    assert volunteer.answers.asked.count("unchecked 2") == 1


def test_checking_first_leads_through_the_doubts(volunteer: Volunteer) -> None:
    volunteer.answers.doubtful = "check"
    volunteer.window.save_button.click()
    assert volunteer.answers.asked[-1] == "doubts"
    assert saved(volunteer) == [], "doubts are still open"


def test_after_the_deadline_letters_leave_only_when_they_are_still_wanted(
    volunteer: Volunteer,
) -> None:
    volunteer.window.shown.today = lambda: dt.date(2025, 4, 21)
    volunteer.answers.still_wanted = False
    volunteer.window.save_button.click()
    assert volunteer.answers.asked[-1] == "expired 2025-04-20"
    assert saved(volunteer) == []
    volunteer.answers.still_wanted = True
    volunteer.window.save_button.click()
    assert len(saved(volunteer)) == 3


def test_on_the_day_of_the_deadline_nothing_is_asked(volunteer: Volunteer) -> None:
    volunteer.window.shown.today = lambda: dt.date(2025, 4, 20)
    volunteer.window.save_button.click()
    assert not [asked for asked in volunteer.answers.asked if asked.startswith("expired")]


def test_a_place_to_fill_in_is_shown_to_who_wants_to_write_there(volunteer: Volunteer) -> None:
    volunteer.answers.fields = "write"
    volunteer.window.save_button.click()
    assert saved(volunteer) == []
    assert volunteer.window.desk.sheet.body.textCursor().selectedText().startswith("⟦")


def test_a_place_left_out_leaves_no_trace_in_the_letter(volunteer: Volunteer) -> None:
    volunteer.window.actions_.save_text.trigger()
    text = "".join(file.read_text(encoding="utf-8") for file in saved(volunteer, "txt"))
    assert "⟦" not in text
    assert "⟦" not in volunteer.work.draft.body


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_with_another_offered(
    volunteer: Volunteer, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    volunteer.answers.to_folder = locked
    volunteer.window.save_button.click()
    volunteer.wait()
    assert "choose another folder" in volunteer.window.notice.words()


def test_a_folder_that_is_a_file_keeps_the_letter_and_offers_another(
    volunteer: Volunteer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    good = volunteer.answers.to_folder
    volunteer.answers.to_folder = tmp_path / "file"
    volunteer.window.save_button.click()
    volunteer.wait()
    (offer,) = volunteer.window.notice.offers()
    assert offer.text() == "Choose another folder"
    assert (tmp_path / "file").read_text(encoding="utf-8") == "not a folder"
    volunteer.answers.to_folder = good
    offer.click()
    assert len(saved(volunteer)) == 3


def test_without_a_mail_program_the_letter_is_on_the_clipboard(
    volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QApplication

    from appealdesk.workbench import sending

    def nobody(*_arguments: object) -> None:
        raise Trouble("No mail program answers.")

    monkeypatch.setattr(sending, "hand_over", nobody)
    QApplication.clipboard().clear()
    volunteer.window.actions_.send_mail.trigger()
    volunteer.wait()
    assert "No mail program answers." in volunteer.window.notice.words()
    assert "Dear Minister" in QApplication.clipboard().text()


def test_a_stop_action_has_no_letters_and_no_way_to_send_one(volunteer: Volunteer) -> None:
    volunteer.put(replace(a_case(), stop=True))
    window = volunteer.window
    assert window.shown.number == 0
    for action in (
        window.actions_.save_letters,
        window.actions_.save_this,
        window.actions_.print_letters,
        window.actions_.send_mail,
    ):
        assert not action.isEnabled()
    assert "send no" in window.brief.due.text()
    assert not window.desk.chips.isVisible()


def test_a_case_without_recipients_says_what_to_do(volunteer: Volunteer) -> None:
    volunteer.put(replace(a_case(), recipients=()))
    window = volunteer.window
    assert not window.actions_.save_letters.isEnabled()
    assert window.desk.chips.add_button.isVisible()
    assert works.ticked(volunteer.work) == ()
