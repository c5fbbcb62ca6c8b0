"""Where the program keeps things: the platform's place, or beside a portable copy."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from appealdesk.workbench import places


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a packaged program; nothing but Python's own marks of one is played."""
    program = tmp_path / "stick/Appeal Desk/appealdesk"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.delenv("APPEALDESK_HOME")
    return program.parent


def test_a_portable_copy_keeps_everything_beside_itself(packaged: Path) -> None:
    (packaged / places.PORTABLE).mkdir()
    assert places.is_portable()
    for place in (places.library_file(), places.outbox()):
        assert packaged in place.parents


def test_an_installed_program_keeps_everything_in_the_home_folder(
    packaged: Path, home: Path
) -> None:
    assert not places.is_portable()
    assert home in places.library_file().parents
    assert packaged not in places.library_file().parents


def test_a_folder_of_that_name_makes_no_portable_copy_of_the_source_tree(
    packaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (packaged / places.PORTABLE).mkdir()
    monkeypatch.delattr(sys, "frozen")
    assert not places.is_portable()
