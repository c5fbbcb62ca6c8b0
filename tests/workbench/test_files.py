"""Files: names that no system trips over, nothing half-written, nothing of others overwritten."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.workbench import Unwritable, files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "letters"
    made.mkdir()
    return made


RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt9", "com¹"}


@given(st.one_of(st.text(max_size=300), st.sampled_from(["con.x", "NUL .txt", "Com1.tar.gz"])))
def test_any_name_is_safe_on_every_system(text: str) -> None:
    name = files.safe_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().lower() not in RESERVED
    assert len(f"{name} (2).docx".encode()) <= 255
    assert not any(unicodedata.category(char)[0] == "C" for char in name)
    assert files.safe_name(name) == name


@given(st.lists(st.text("aAéÉß", max_size=3), max_size=12))
def test_names_of_one_batch_never_clash_whatever_the_system_takes_for_the_same(
    names: list[str],
) -> None:
    given_names = files.distinct(names)
    folded = [unicodedata.normalize("NFKD", name).casefold() for name in given_names]
    assert len(set(folded)) == len(names)


def test_the_first_of_a_name_keeps_it() -> None:
    assert files.distinct(["A", "B", "a", "A"]) == ("A", "B", "a (2)", "A (3)")


def _files(folder: Path, count: int) -> list[files.Written]:
    return [(folder / f"{number}.pdf", b"letter") for number in range(count)]


def test_a_disk_that_fills_up_leaves_not_one_of_many_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A monkeypatched fsync stands for the full disk: not every system lets a test mount one."""
    calls = []
    real = os.fsync

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable) as told:
        files.save_all(_files(tmp_path / "out", 5))
    assert "2.pdf" in told.value.what
    assert "space" in told.value.what
    assert list((tmp_path / "out").iterdir()) == []


_FILL = """
mount -t tmpfs -o size=256k small "$1" || exit 77
cd "$1"
"$2" -c '
from pathlib import Path
from appealdesk.workbench import Unwritable, files
try:
    files.save_all([(Path("a.pdf"), b"x" * 1000), (Path("b.pdf"), b"x" * 1000000)])
except Unwritable as told:
    print(told.what)
print(sorted(path.name for path in Path().iterdir()))
'
"""


def test_a_disk_that_is_really_full_is_left_as_it_was(folder: Path) -> None:
    """A disk of 256 KB in a mount namespace of its own, where the system lets one make it."""
    private = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    try:
        done = subprocess.run(
            [*private, "sh", "-c", _FILL, "sh", str(folder), sys.executable],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        pytest.skip("there is no unshare here")
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no disk may be mounted here")
    what, left = done.stdout.splitlines()
    assert "b.pdf" in what
    assert "No space left" in what
    assert left == "[]"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_one_may_not_write_in_is_said_plainly(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(Unwritable, match="denied"):
            files.save(folder / "letter.pdf", b"letter")
    finally:
        folder.chmod(0o700)


def test_a_folder_that_vanishes_meanwhile_is_said_plainly(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_names: object) -> NoReturn:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr(os, "link", gone)
    monkeypatch.setattr(Path, "rename", gone)
    with pytest.raises(Unwritable) as told:
        files.save(folder / "letter.pdf", b"letter")
    assert told.value.remedy
    assert list(folder.iterdir()) == []


def test_where_names_cannot_be_linked_another_file_is_left_alone_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_names: object) -> NoReturn:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", unknown)
    theirs = folder / "letter.pdf"
    theirs.write_bytes(b"theirs")
    assert files.save(theirs, b"ours").name == "letter (2).pdf"
    assert theirs.read_bytes() == b"theirs"
    assert len(list(folder.iterdir())) == 2


def test_a_file_is_replaced_only_when_one_has_agreed(folder: Path) -> None:
    path = files.save(folder / "pile.pdf", b"one")
    assert files.save(path, b"two", replace=True) == path
    assert path.read_bytes() == b"two"
    assert [one.name for one in folder.iterdir()] == ["pile.pdf"]


def test_what_was_written_before_the_mistake_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.link, []

    def once(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) > 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(source, target)

    monkeypatch.setattr(os, "link", once)
    monkeypatch.setattr(Path, "rename", once)
    with pytest.raises(Unwritable) as told:
        files.save_all(_files(folder, 3))
    assert "0.pdf" in told.value.kept
    assert [one.name for one in folder.iterdir()] == ["0.pdf"]
