"""A recipient added or set right by hand, from a pasted address if there is one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from appealdesk.cases import Part, Recipient
from appealdesk.window.dialogs.pasted import proposal
from appealdesk.window.dialogs.recipient import RecipientDialog
from tests.invented import MINISTER, OMBUDSMAN

NOBODY = Recipient(number=0)


def _open(qtbot: QtBot, recipient: Recipient | None, *, embassy_of: str = "") -> RecipientDialog:
    dialog = RecipientDialog(None, recipient, embassy_of=embassy_of)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _words(dialog: RecipientDialog, name: str) -> str:
    found = dialog.findChild(QLabel, f"recipientDialog.{name}")
    assert isinstance(found, QLabel)
    return "" if found.isHidden() else found.text()


def _text(dialog: RecipientDialog, name: str) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, f"recipientDialog.{name}")
    assert isinstance(found, QPlainTextEdit)
    return found


def _line(dialog: RecipientDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"recipientDialog.{name}")
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize("recipient", [MINISTER, OMBUDSMAN], ids=lambda one: one.name)
def test_a_recipient_not_touched_stays_the_same(qtbot: QtBot, recipient: Recipient) -> None:
    dialog = _open(qtbot, recipient)
    dialog.accept()
    assert dialog.answer() == recipient
    assert not dialog.isVisible()


def test_a_correction_keeps_number_sources_and_doubts(qtbot: QtBot) -> None:
    dialog = _open(qtbot, OMBUDSMAN)
    _line(dialog, "salutation").setText("Dear Commissioner")
    assert dialog.answer() == replace(OMBUDSMAN, salutation="Dear Commissioner")


def test_a_doubt_is_told_at_its_field(qtbot: QtBot) -> None:
    dialog = _open(qtbot, OMBUDSMAN)
    assert "salutation" in _words(dialog, "salutation.problem")
    assert _words(dialog, "name.problem") == ""


def test_somebody_without_name_and_office_is_not_taken(qtbot: QtBot) -> None:
    dialog = _open(qtbot, None)
    dialog.accept()
    assert dialog.isVisible()
    assert _words(dialog, "name.problem")


@pytest.mark.parametrize("wrong", ["minister", "a b@c.example", "@", "x@"])
def test_an_address_that_is_no_e_mail_is_told(qtbot: QtBot, wrong: str) -> None:
    dialog = _open(qtbot, MINISTER)
    _text(dialog, "email").setPlainText(wrong)
    dialog.accept()
    assert wrong in _words(dialog, "email.problem")
    assert dialog.answer().email == (wrong,)


def test_an_embassy_comes_with_its_office_and_as_a_copy(qtbot: QtBot) -> None:
    dialog = _open(qtbot, None, embassy_of="AZ")
    embassy = dialog.answer()
    assert embassy.role == "Embassy of Azerbaijan"
    assert embassy.part is Part.COPY
    assert embassy.embassy


def test_a_pasted_address_is_put_to_the_fields(qtbot: QtBot) -> None:
    dialog = _open(qtbot, None)
    button = dialog.findChild(QPushButton, "recipientDialog.spread")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
    _text(dialog, "pasted").setPlainText(
        "Orhan Velidov\nMinister of Internal Affairs\n12 Fountain Street\n370001 Baku\nAzerbaijan\n"
        "Fax: +994 12 555 01 01\nEmail: minister@mia.example\nSalutation: Dear Minister"
    )
    button.click()
    assert dialog.answer() == replace(MINISTER, number=0)


def test_no_pasted_line_is_lost() -> None:
    block = ["Ministry of Justice", "12 Rue X", "BP 7", "Tel 12 34", "Lomé", "Togo", "x@y.example"]
    found = proposal(block, NOBODY)
    held = (found.name, found.role, *found.address, *found.phone, *found.email)
    assert {"Ministry of Justice", "12 Rue X", "BP 7", "Lomé", "Togo", "x@y.example"} <= set(held)
    assert "12 34" in found.phone
    assert found.country == "TG"


@pytest.mark.parametrize(
    ("last", "country"),
    [
        ("RUSSIAN FEDERATION", "RU"),
        ("Lima, Peru", "PE"),
        ("1000 Bruxelles", ""),
        ("Côte d’Ivoire", "CI"),
    ],
)
def test_the_country_is_read_from_the_last_line(last: str, country: str) -> None:
    assert proposal(["Somebody", "Some office", "1 Street", last], NOBODY).country == country


def test_what_the_block_does_not_say_is_left_as_typed() -> None:
    known = replace(NOBODY, salutation="Dear Minister", country="AZ", role="Minister")
    found = proposal(["Orhan Velidov", "12 Fountain Street"], known)
    assert (found.salutation, found.country, found.role) == ("Dear Minister", "AZ", "Minister")
    assert found.address == ("12 Fountain Street",)


def test_an_empty_block_changes_nothing() -> None:
    assert proposal([], MINISTER) == MINISTER
