"""A case comes in by every door: opened, dropped, pasted, typed by hand, or the sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from appealdesk.workbench import places
from tests.invented import a_case
from tests.window.conftest import Volunteer

ACTION = """\
URGENT ACTION

JOURNALIST HELD WITHOUT CONTACT

On 4 March journalist Samir Quliyev was taken from his home in Baku.

Please write immediately in English or your own language:

* Urging the authorities to release Samir Quliyev immediately.

PLEASE SEND APPEALS BEFORE 20 APRIL 2025 TO:

Minister of Internal Affairs
Orhan Velidov
12 Fountain Street
370001 Baku
Azerbaijan
Salutation: Dear Minister
"""


def drop(volunteer: Volunteer, what: QMimeData) -> None:
    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        what,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    volunteer.window.dropEvent(event)
    volunteer.wait()


def test_without_a_case_the_window_invites(bare: Volunteer) -> None:
    assert bare.window.middle.currentWidget() is bare.window.empty
    assert not bare.window.actions_.save_letters.isEnabled()
    assert not bare.window.actions_.remove_case.isEnabled()


def test_the_sample_is_one_click_away(bare: Volunteer) -> None:
    bare.window.actions_.try_sample.trigger()
    bare.wait()
    assert bare.work.document.name == places.samples()[0].name
    assert bare.window.middle.currentWidget() is bare.window.rooms.pair


def test_a_chosen_document_is_opened_and_its_folder_remembered(
    bare: Volunteer, tmp_path: Path
) -> None:
    folder = tmp_path / "actions"
    folder.mkdir()
    (folder / "ua.txt").write_text(ACTION, encoding="utf-8")
    bare.answers.files = (folder / "ua.txt",)
    bare.window.actions_.open_document.trigger()
    bare.wait()
    assert bare.work.case.recipients[0].name == "Orhan Velidov"
    bare.window.actions_.open_document.trigger()
    assert bare.answers.asked[-1] == "documents in actions"


def test_a_dropped_file_is_opened(bare: Volunteer, tmp_path: Path) -> None:
    (tmp_path / "ua.txt").write_text(ACTION, encoding="utf-8")
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(tmp_path / "ua.txt"))])
    drop(bare, what)
    assert bare.work.document.name == "ua.txt"


def test_dropped_words_are_read(bare: Volunteer) -> None:
    what = QMimeData()
    what.setText(ACTION)
    drop(bare, what)
    assert bare.work.case.points[0].text.startswith("Urging the authorities to release")


def test_what_was_copied_is_read(bare: Volunteer) -> None:
    QApplication.clipboard().setText(ACTION)
    bare.window.actions_.paste_document.trigger()
    bare.wait()
    assert bare.work.case.recipients[0].salutation == "Dear Minister"


def test_paste_beside_an_editor_reads_a_document(bare: Volunteer) -> None:
    QApplication.clipboard().setText(ACTION)
    bare.window.cases.entries.setFocus()
    bare.window.actions_.paste.trigger()
    bare.wait()
    assert bare.work.case.recipients[0].name == "Orhan Velidov"


def test_paste_in_the_letter_writes_into_it(volunteer: Volunteer) -> None:
    QApplication.clipboard().setText("Pasted words. ")
    number = volunteer.work.id
    volunteer.window.desk.sheet.body.setFocus()
    volunteer.window.actions_.paste.trigger()
    volunteer.wait()
    assert volunteer.work.id == number
    assert volunteer.work.draft.body.startswith("Pasted words.")


def test_an_empty_clipboard_is_said(bare: Volunteer) -> None:
    QApplication.clipboard().clear()
    bare.window.actions_.paste_document.trigger()
    assert "no text on the clipboard" in bare.window.notice.words()


def test_a_case_can_be_typed_by_hand(bare: Volunteer) -> None:
    bare.answers.new_case = a_case()
    bare.window.actions_.new_letter.trigger()
    bare.wait()
    assert bare.work.case.reference == "UA 31/25"
    assert bare.window.desk.sheet.salutation_line.text().startswith("Dear Minister")


def test_a_file_that_is_not_there_is_said_and_the_case_on_the_desk_stays(
    volunteer: Volunteer, tmp_path: Path
) -> None:
    before = volunteer.work
    volunteer.window.documents.open([tmp_path / "gone.txt"])
    volunteer.wait()
    assert "gone.txt" in volunteer.window.notice.words()
    assert volunteer.work == before


def test_a_file_with_an_odd_name_is_opened(
    bare: Volunteer, tmp_path: Path, odd_file_name: str
) -> None:
    path = tmp_path / f"{odd_file_name}.txt"
    path.write_text(ACTION, encoding="utf-8")
    bare.window.documents.open([path])
    bare.wait()
    assert bare.work.case.recipients[0].name == "Orhan Velidov"


def test_a_removed_case_is_offered_back(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.actions_.remove_case.trigger()
    volunteer.wait()
    assert window.middle.currentWidget() is window.empty
    window.notice.offers()[0].click()
    volunteer.wait()
    assert volunteer.work.case.reference == "UA 31/25"


@pytest.mark.parametrize("words", ["", "   \n"])
def test_nothing_dropped_is_nothing_read(bare: Volunteer, words: str) -> None:
    what = QMimeData()
    what.setText(words)
    drop(bare, what)
    assert bare.window.bench.work is None
