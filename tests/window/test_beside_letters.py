"""Envelopes, labels, slips and faxes: chosen, seen, saved and printed."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QSpinBox

from appealdesk.letters import short_name
from appealdesk.window.dialogs.beside_letters import BesideLetters
from appealdesk.window.printing import Printing
from appealdesk.window.sheets_out import maker
from appealdesk.workbench import SheetKind, SheetsWanted, works
from tests.invented import MINISTER, PROSECUTOR
from tests.window.conftest import TODAY, Volunteer


def _during(volunteer: Volunteer, act: object) -> None:
    assert callable(act)

    def acting(dialog: BesideLetters) -> None:
        dialog.show()
        volunteer.wait()
        act(dialog)
        volunteer.wait()

    volunteer.answers.beside = acting
    volunteer.window.actions_.beside_letters.trigger()
    volunteer.wait()


def _click(dialog: BesideLetters, name: str) -> None:
    button = dialog.findChild(QAbstractButton, f"beside_letters.{name}")
    assert isinstance(button, QAbstractButton)
    button.click()


def test_an_envelope_for_each_ticked_recipient_is_seen(volunteer: Volunteer) -> None:
    seen: list[str] = []
    _during(volunteer, lambda dialog: seen.append(dialog._count.text()))
    ticked = len(volunteer.work.draft.recipients)
    assert seen == [f"Page 1 of {ticked}"]


def test_whom_it_cannot_reach_is_named_and_the_others_are_made(volunteer: Volunteer) -> None:
    homeless = works.correct_recipient(volunteer.work, replace(MINISTER, address=()))
    volunteer.window.bench.change("address", homeless)
    seen: list[tuple[str, bool, str, tuple[int, ...]]] = []

    def look(dialog: BesideLetters, kind: str) -> None:
        _click(dialog, kind)
        volunteer.wait()
        for number in (1, 2):
            box = dialog.findChild(QCheckBox, f"beside_letters.recipient_{number}")
            assert isinstance(box, QCheckBox)
            seen.append((box.text(), box.isEnabled(), kind, dialog.wanted().numbers))

    def act(dialog: BesideLetters) -> None:
        look(dialog, "envelopes")
        assert dialog._save_button.isEnabled()
        look(dialog, "fax")

    _during(volunteer, act)
    name, other = short_name(MINISTER), short_name(PROSECUTOR)
    assert seen == [
        (f"{name}: no postal address", False, "envelopes", (2, 3)),
        (other, True, "envelopes", (2, 3)),
        (name, True, "fax", (1,)),
        (f"{other}: no fax number", False, "fax", (1,)),
    ]


def test_labels_begin_where_the_sheet_has_one_left(volunteer: Volunteer) -> None:
    wanted: list[SheetsWanted] = []

    def act(dialog: BesideLetters) -> None:
        _click(dialog, "labels")
        start = dialog.findChild(QSpinBox, "beside_letters.start")
        assert isinstance(start, QSpinBox)
        assert start.maximum() == 21
        start.setValue(21)
        volunteer.wait()
        wanted.append(dialog.wanted())
        assert "of" in dialog._count.text()  # the rest goes on to a second sheet

    _during(volunteer, act)
    assert (wanted[0].kind, wanted[0].start) == (SheetKind.LABELS, 21)


def test_labels_that_cannot_be_are_told_in_place_and_not_saved(volunteer: Volunteer) -> None:
    told: list[tuple[str, bool]] = []

    def act(dialog: BesideLetters) -> None:
        _click(dialog, "labels")
        sizes = dialog.findChild(QComboBox, "beside_letters.labels")
        rows = dialog.findChild(QSpinBox, "beside_letters.rows")
        assert isinstance(sizes, QComboBox)
        assert isinstance(rows, QSpinBox)
        sizes.setCurrentIndex(sizes.findData(""))
        rows.setValue(60)
        volunteer.wait()
        told.append((dialog._trouble.text(), dialog._save_button.isEnabled()))

    _during(volunteer, act)
    assert "cannot be printed" in told[0][0]
    assert told[0][1] is False


def test_they_are_saved_as_a_pdf_in_the_size_of_the_envelope(
    volunteer: Volunteer, tmp_path: Path
) -> None:
    del tmp_path
    _during(volunteer, lambda dialog: _click(dialog, "save"))
    file = volunteer.answers.pdf(Path("x.pdf"))
    assert file is not None
    made = next(file.parent.glob("*.pdf"))
    page = pypdf.PdfReader(io.BytesIO(made.read_bytes())).pages[0]
    assert float(page.mediabox.width) == pytest.approx(220 / 25.4 * 72, abs=1)
    assert "Saved as" in volunteer.window.notice.words()


def test_the_file_is_named_after_the_case_as_from_a_terminal(volunteer: Volunteer) -> None:
    _during(volunteer, lambda dialog: _click(dialog, "save"))
    assert "pdf UA 31-25 Samir Quliyev - envelopes.pdf" in volunteer.answers.asked


def test_a_fax_says_whom_alone_it_goes_to(volunteer: Volunteer) -> None:
    volunteer.window.bench.change("ready", works.leave_out_fields(volunteer.work))
    faxed = replace(PROSECUTOR, fax=("+994 12 555 02 02",))
    volunteer.window.bench.change("fax", works.correct_recipient(volunteer.work, faxed))
    counts: list[str] = []

    def act(dialog: BesideLetters) -> None:
        _click(dialog, "fax")
        volunteer.wait()
        counts.append(dialog._count.text())
        _click(dialog, "recipient_1")
        volunteer.wait()
        counts.append(dialog._count.text())
        _click(dialog, "save")

    _during(volunteer, act)
    name, other = short_name(MINISTER), short_name(PROSECUTOR)
    assert counts == [f"Fax to {name}: Page 1 of 2", f"Fax to {other}: Page 1 of 2"]
    assert f"pdf UA 31-25 Samir Quliyev - {other} - fax.pdf" in volunteer.answers.asked


def test_the_choice_is_there_again_the_next_time(volunteer: Volunteer) -> None:
    _during(volunteer, lambda dialog: _click(dialog, "slips"))
    again: list[SheetsWanted] = []
    _during(volunteer, lambda dialog: again.append(dialog.wanted()))
    assert again[0].kind is SheetKind.SLIPS


def test_envelopes_are_printed_on_paper_of_their_size(volunteer: Volunteer, tmp_path: Path) -> None:
    window = volunteer.window
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    wanted = SheetsWanted(kind=SheetKind.ENVELOPES, numbers=(1,), envelope="c6")
    Printing(window, window.bench, window.notice).print_sheets_on(
        printer, maker(wanted, TODAY), TODAY
    )
    volunteer.wait()
    page = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0]
    size = (float(page.mediabox.width), float(page.mediabox.height))
    assert size == pytest.approx((162 / 25.4 * 72, 114 / 25.4 * 72), abs=2)
