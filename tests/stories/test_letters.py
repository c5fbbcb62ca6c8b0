"""From the urgent action to letters in the post: opened, checked, written on, saved, handed over."""

from __future__ import annotations

import email
import email.policy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from appealdesk.workbench import places
from tests.stories.conftest import Begin
from tests.stories.driver import PATIENCE, Program, awaited, pdf_text
from tests.xvfb import Screen

pytestmark = [pytest.mark.story]

OWN = "I have driven a bus in Ghent for eleven years."
NOBODY_WRITES_HERE = Path("/sys/fs")  # not even the administrator


def give_details(program: Program) -> None:
    """Fill in the writer's details when they are asked for, and show name and town only."""
    program.sees("senderDialog.name")
    program.type("Maud Lavoie")
    program.click("senderDialog.address")
    program.type("12 Rue des Tilleuls")
    program.press("Return")
    program.type("9000 Gent")
    program.click("senderDialog.country.line")
    program.press("ctrl+a")
    program.type("Belgium")
    program.press("Tab")
    assert program.text("senderDialog.place") == "Gent"
    while (town := program.sees("senderDialog.identity.town")) and not town["checked"]:
        program.click("senderDialog.identity.town", at=(0.1, 0.5))
    assert "Tilleuls" not in program.text("senderDialog.preview")
    program.press("Return")
    program.gone("senderDialog")


def choose_folder(program: Program, folder: Path) -> None:
    """Give the folder in the dialog that asks for it."""
    program.sees("fileNameEdit")
    program.press("ctrl+a")
    program.type(str(folder))
    program.sees("fileNameEdit", str(folder))
    program.press_until_gone("Return", "fileNameEdit")


def settle_everything(program: Program) -> None:
    """Go through the doubts: what was read is right, what was not is not there."""
    while program.widget("doubtsDialog.field"):
        program.press("Return")


def test_a_volunteer_goes_from_the_sample_to_letters(
    begin: Begin, keyring: dict[str, str], tmp_path: Path, outbox: Path, home: Path
) -> None:
    sample = tmp_path / "urgent action.txt"
    sample.write_bytes(places.samples()[0].read_bytes())
    program = begin(sample, **keyring)
    program.sees("chip_1")

    # A doubt is settled: the place in the original stands beside it.
    program.click("check_button")
    program.sees("doubtsDialog.why")
    assert program.text("sourceView").startswith("UA: 131/26")
    settle_everything(program)
    program.gone("doubtsDialog.field")

    # A recipient is left out and taken in again.
    program.sees("save_letters_button", "3 letters")
    program.click("chip_2", at=(0.12, 0.5))
    program.sees("save_letters_button", "2 letters")
    program.click("chip_2", at=(0.12, 0.5))
    program.sees("save_letters_button", "3 letters")

    # A sentence of one's own, where the letter asks for it.
    program.press("ctrl+j")
    program.type(OWN)
    program.sees("sheet_body", OWN)

    folder = tmp_path / "letters"
    folder.mkdir()
    program.press("ctrl+s")
    give_details(program)
    settle_what_is_asked(program)
    choose_folder(program, folder)
    program.sees("notice_words", "3 letters saved")
    files = sorted(folder.glob("*.pdf"))
    assert len(files) == 3
    read_back(files)

    # One of them goes to the mail client.
    program.press("ctrl+e")
    program.sees("notice_words", "mail program")
    (draft,) = awaited(lambda: list(outbox.glob("*.eml")), "the draft")
    say_what_it_should(draft)
    assert program.quit() == 0
    # Not even Qt's own notes of the folders visited.
    assert list(home.rglob("QtProject*")) == []


def settle_what_is_asked(program: Program) -> None:
    """Leave out the places that nobody has filled in, if the program asks about them."""
    awaited(
        lambda: program.widget("fileNameEdit") or program.widget("fillFirstDialog"), "a question"
    )
    if program.widget("fillFirstDialog"):
        program.click("fillFirstDialog.leave out")


def read_back(files: list[Path]) -> None:
    told = {path.name: pdf_text(path) for path in files}
    whole = "\n".join(told.values())
    for words in (
        "Rogelio Ansaldi Tardáguila",
        "Calle de los Ceibos Altos 1482, piso 2",
        "11199 Montevideo",
        "URUGUAY",
        "Beatriz Olazábal Pruneda",
        "Maud Lavoie",
        "9000 Gent",
    ):
        assert words in whole
    # Nothing of the writer beyond the level chosen.
    assert "Tilleuls" not in whole
    letters = [" ".join(text.split()) for text in told.values() if "Dear " in text]
    appeals = [text for text in letters if OWN in text]
    # Two appeals, and the cover note, with which a copy of their one text goes.
    assert len(appeals) == 3
    assert (
        len([text for text in appeals if "Washington Pereyra Lindner" in text.split("Dear")[0]])
        == 1
    )
    for text in appeals:
        assert "prompt, thorough and impartial investigation" in text
        assert "effective protection" in text
        assert "right to form and to join trade unions" in text


def say_what_it_should(draft: Path) -> None:
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert message["To"] == "despacho@interior.gov.example"
    assert "Marisol Etcheverry Bauzá" in message["Subject"]
    body = message.get_body(("plain",))
    assert body is not None
    assert OWN in " ".join(body.get_content().split())
    (pdf,) = message.iter_attachments()
    assert pdf.get_content_type() == "application/pdf"
    assert "Tilleuls" not in draft.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_keeps_the_letter_and_offers_another(
    begin: Begin, tmp_path: Path
) -> None:
    program = begin(places.samples()[0])
    program.sees("chip_1")
    program.click("check_button")
    settle_everything(program)
    program.press("ctrl+j")
    program.type(OWN)

    program.press("ctrl+s")
    give_details(program)
    settle_what_is_asked(program)
    choose_folder(program, NOBODY_WRITES_HERE)
    program.sees("notice_words", "could not be written")
    assert OWN in program.text("sheet_body")

    other = tmp_path / "elsewhere"
    other.mkdir()
    program.click("notice_offer_0")
    choose_folder(program, other)
    program.sees("notice_words", "3 letters saved")
    assert len(list(other.glob("*.pdf"))) == 3
    program.leave_without_keeping()


COPIED = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.stdin.read())
print("copied", flush=True)
app.exec()
"""


@pytest.fixture
def copied(xvfb: Screen) -> Iterator[str]:
    """Return an urgent action that another program has put on the clipboard."""
    text = places.samples()[2].read_text(encoding="utf-8")
    other = subprocess.Popen(
        [sys.executable, "-c", COPIED],
        env=xvfb.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write(text)
    other.stdin.close()
    assert other.stdout.readline() == "copied\n"
    yield text
    other.terminate()
    other.wait(timeout=PATIENCE)
    other.stdout.close()


def test_an_urgent_action_copied_elsewhere_is_pasted(begin: Begin, copied: str) -> None:
    program = begin()
    program.sees("empty_paste_document")
    program.press("ctrl+shift+v")
    program.sees("sheet_body", "Odgerel Batsükhiin")
    assert "Ganzorig Luvsandorjiin" in program.sees("sheet_address")["said"]
    assert "Ganzorig Luvsandorjiin" in copied
    program.leave_without_keeping()
