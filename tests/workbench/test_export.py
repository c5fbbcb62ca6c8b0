"""Files come out whole, under safe names, and never over somebody's other file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from appealdesk.workbench import Unwritable, export, files
from tests.invented import MINISTER, a_case


def test_a_file_is_named_by_case_and_recipient() -> None:
    assert export.file_stem(a_case(), MINISTER) == "UA 31-25 Samir Quliyev - Orhan Velidov"


@given(st.text(max_size=400))
def test_any_name_is_safe_on_every_system(text: str) -> None:
    name = files.safe_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert name.split(".")[0].lower() not in {"con", "nul", "com1"}
    assert len(name.encode()) <= 210
    assert all(ord(char) >= 32 for char in name)


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "lpt9"])
def test_names_that_windows_keeps_for_itself_are_changed(name: str) -> None:
    assert files.safe_name(name) == f"letter {name}"


def test_the_case_without_persons_is_named_by_its_title() -> None:
    case = replace(a_case(), persons=(), reference="")
    assert export.file_stem(case, MINISTER).startswith("Journalist held without contact")


def test_another_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "letter.pdf"
    theirs.write_bytes(b"somebody's own")
    ours = files.save(theirs, b"the letter")
    assert theirs.read_bytes() == b"somebody's own"
    assert (ours.name, ours.read_bytes()) == ("letter (2).pdf", b"the letter")


def test_the_same_letter_saved_twice_is_one_file(tmp_path: Path) -> None:
    first = files.save(tmp_path / "out" / "letter.pdf", b"the letter")
    assert files.save(tmp_path / "out" / "letter.pdf", b"the letter") == first
    assert [file.name for file in first.parent.iterdir()] == ["letter.pdf"]


def test_saved_letters_can_be_read_by_their_owner_only(tmp_path: Path) -> None:
    path = files.save(tmp_path / "letter.pdf", b"the letter")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_a_file_is_said_plainly(tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.write_text("not a folder")
    with pytest.raises(Unwritable) as told:
        files.save(blocked / "letter.pdf", b"the letter")
    assert "letter.pdf" in told.value.what
    assert "safe" in told.value.kept
    assert told.value.remedy


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="No space left"):
        files.save(tmp_path / "out" / "letter.pdf", b"the letter")
    assert list((tmp_path / "out").iterdir()) == []
