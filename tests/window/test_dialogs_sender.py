"""The writer's details: asked for kindly, nothing lost, and what letters show is seen at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from appealdesk.letters import Identity, Sender
from appealdesk.window.dialogs.sender import SenderDialog, shown_of, town_of
from appealdesk.window.dialogs.signature import SignatureEditor
from tests.invented import SENDER
from tests.window.conftest import a_signature


@pytest.fixture
def dialog(qtbot: QtBot) -> SenderDialog:
    return _open(qtbot, SENDER)


def _open(qtbot: QtBot, sender: Sender | None) -> SenderDialog:
    dialog = SenderDialog(None, sender)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _line(dialog: SenderDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"senderDialog.{name}")
    assert isinstance(found, QLineEdit)
    return found


def _lines(dialog: SenderDialog) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, "senderDialog.address")
    assert isinstance(found, QPlainTextEdit)
    return found


def _words(dialog: SenderDialog, name: str) -> str:
    found = dialog.findChild(QLabel, f"senderDialog.{name}")
    assert isinstance(found, QLabel)
    return "" if found.isHidden() else found.text()


def _choose(dialog: SenderDialog, level: Identity) -> None:
    found = dialog.findChild(QRadioButton, f"senderDialog.identity.{level.value}")
    assert isinstance(found, QRadioButton)
    found.click()


def test_a_sender_who_changes_nothing_stays_as_they_were(dialog: SenderDialog) -> None:
    dialog.accept()
    assert dialog.result()
    assert dialog.answer() == SENDER


def test_what_the_dialog_does_not_ask_is_kept(dialog: SenderDialog) -> None:
    _line(dialog, "name").setText("Maud Lavoie")
    answer = dialog.answer()
    assert (answer.name, answer.email, answer.phone) == ("Maud Lavoie", SENDER.email, SENDER.phone)


@pytest.mark.parametrize(
    ("level", "shows", "hides"),
    [
        (Identity.FULL, "12 Rue des Tilleuls", "maud@post.example"),
        (Identity.TOWN, "Maud Ekström-Lavoie", "Tilleuls"),
        (Identity.INITIALS, "M. E. L.", "Maud"),
        (Identity.NONE, "room to sign", "Bruxelles"),
    ],
)
def test_the_preview_shows_what_letters_will_show_and_no_more(
    dialog: SenderDialog, level: Identity, shows: str, hides: str
) -> None:
    _choose(dialog, level)
    preview = _words(dialog, "preview")
    assert shows in preview
    assert hides not in preview


def test_the_preview_follows_the_typing(dialog: SenderDialog) -> None:
    _line(dialog, "name").setText("Zuzana Novotná")
    assert "Zuzana Novotná" in _words(dialog, "preview")


def test_a_missing_name_is_told_beside_it_and_nothing_typed_is_lost(qtbot: QtBot) -> None:
    dialog = _open(qtbot, None)
    _lines(dialog).setPlainText("12 Rue des Tilleuls\n1000 Bruxelles")
    dialog.accept()
    assert dialog.isVisible()
    assert "name" in _words(dialog, "name.problem")
    assert dialog.answer().address == ("12 Rue des Tilleuls", "1000 Bruxelles")


def test_who_shows_nothing_needs_to_give_nothing(qtbot: QtBot) -> None:
    dialog = _open(qtbot, None)
    _choose(dialog, Identity.NONE)
    dialog.accept()
    assert dialog.answer().identity is Identity.NONE
    assert not dialog.isVisible()


def test_a_country_that_is_none_is_told(dialog: SenderDialog) -> None:
    _line(dialog, "country.line").setText("Absurdistan")
    dialog.accept()
    assert "Absurdistan" in _words(dialog, "country.problem")
    assert dialog.isVisible()


@pytest.mark.parametrize("typed", ["germany", "Germany ", "germa"])
def test_a_country_is_found_by_what_one_types(dialog: SenderDialog, typed: str) -> None:
    _line(dialog, "country.line").setText(typed)
    assert dialog.answer().country == "DE"


def test_the_town_beside_the_date_is_proposed_from_the_address(qtbot: QtBot) -> None:
    dialog = _open(qtbot, None)
    _lines(dialog).setPlainText("12 Rue des Tilleuls\n1000 Bruxelles")
    assert dialog.answer().place == "Bruxelles"


def test_a_town_one_has_typed_is_not_overwritten(dialog: SenderDialog) -> None:
    _lines(dialog).setPlainText("1 Grand-Place\n7000 Mons")
    assert dialog.answer().place == SENDER.place


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("1000 Bruxelles", "Bruxelles"),
        ("London SW1A 2AA", "London"),
        ("Leeds, West Yorkshire LS1 1AA", "Leeds"),
        ("Санкт-Петербург 190000", "Санкт-Петербург"),
        ("1000", ""),
        ("", ""),
    ],
)
def test_a_postcode_is_no_town(line: str, town: str) -> None:
    assert town_of(line) == town


def _signature(dialog: SenderDialog) -> SignatureEditor:
    found = dialog.findChild(SignatureEditor, "senderDialog.signature")
    assert isinstance(found, SignatureEditor)
    return found


def test_a_signature_is_kept_small_and_put_on_letters_only_when_ticked(
    dialog: SenderDialog, tmp_path: Path
) -> None:
    file = tmp_path / "mine.png"
    file.write_bytes(a_signature())
    _signature(dialog).read(file)
    answer = dialog.answer()
    assert answer.signature_image.startswith(b"\x89PNG")
    assert not answer.signed
    assert _signature(dialog).picture.isVisible()
    _signature(dialog).tick.click()
    assert dialog.answer().signed


def test_a_signature_can_be_removed(qtbot: QtBot) -> None:
    dialog = _open(qtbot, replace(SENDER, signature_image=a_signature(), signed=True))
    _signature(dialog).remove.click()
    assert (dialog.answer().signature_image, dialog.answer().signed) == (b"", False)
    assert not _signature(dialog).tick.isEnabled()


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\nhalf", b"%PDF-1.7"])
def test_a_file_that_is_no_picture_is_told_and_the_old_signature_stays(
    qtbot: QtBot, tmp_path: Path, data: bytes
) -> None:
    dialog = _open(qtbot, replace(SENDER, signature_image=a_signature(), signed=True))
    file = tmp_path / "mine.png"
    file.write_bytes(data)
    _signature(dialog).read(file)
    assert "signature" in _words(dialog, "signature.problem")
    assert dialog.answer().signature_image == a_signature()
    _signature(dialog).read(tmp_path / "gone.png")
    assert "gone.png" in _words(dialog, "signature.problem")


def test_the_paper_for_new_cases_is_chosen_here(dialog: SenderDialog) -> None:
    assert dialog.answer().layout == SENDER.layout
    choice = dialog.findChild(QComboBox, "senderDialog.layout")
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData("din-5008-b"))
    assert "Germany" in choice.currentText()
    assert dialog.answer().layout == "din-5008-b"


def test_what_letters_show_is_taken_from_a_real_letter() -> None:
    shown = shown_of(replace(SENDER, identity=Identity.FULL))
    assert shown[0] == SENDER.name
    assert shown[-1] == SENDER.name  # below the signature
    assert any(line.startswith("Bruxelles, ") for line in shown)


def test_hostile_text_is_kept_as_typed(qtbot: QtBot, hostile_text: str) -> None:
    dialog = _open(qtbot, replace(SENDER, name="x"))
    _line(dialog, "name").setText(hostile_text)
    assert dialog.answer().name == _line(dialog, "name").text().strip()
    assert _words(dialog, "preview")
