"""Written on the sheet with the printed page beside it: a word made bold, a click in the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from appealdesk.workbench import places
from tests.stories.conftest import Begin

pytestmark = [pytest.mark.story]


def test_a_volunteer_writes_beside_the_page(
    begin: Begin, keyring: dict[str, str], tmp_path: Path
) -> None:
    sample = tmp_path / "urgent action.txt"
    sample.write_bytes(places.samples()[0].read_bytes())
    program = begin(sample, **keyring)
    program.sees("chip_1")
    program.press("ctrl+3")
    program.sees("page_1")

    # One word stands out, and the page beside stays.
    program.press("ctrl+j")
    program.type("Please act now")
    program.press("ctrl+shift+Left")
    program.press("ctrl+b")
    program.sees("sheet_body", "Please act **now**")
    program.sees("page_1")

    # A click in the middle of the page lands in the text, where one goes on writing.
    program.click("sheet_subject")
    subject = program.text("sheet_subject")
    program.click("page_1", at=(0.4, 0.5))
    program.type("Truly ")
    program.sees("sheet_body", "Truly ")
    assert program.text("sheet_subject") == subject

    # Both can be taken back.
    program.press("ctrl+z")
    program.press("ctrl+z")
    program.sees("sheet_body", "Please act now")
    assert "Truly" not in program.text("sheet_body")
    assert program.quit() == 0
