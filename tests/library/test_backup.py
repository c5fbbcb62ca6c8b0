"""A backup holds everything, opens with its own key, and never overwrites anything."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document
from appealdesk.errors import Trouble
from appealdesk.letters import Draft, Sender
from appealdesk.library import Key, Library, Locked, memory, needs_passphrase

PASSPHRASE = 'seven "grey" herons\' nest'  # noqa: S105


def test_a_backup_opens_elsewhere_with_its_passphrase_and_holds_everything(
    library: Library, tmp_path: Path, document: Document, case: Case, draft: Draft
) -> None:
    first = library.add(document, case, draft)
    removed = library.add(document, Case(title="Put away"), Draft())
    library.remove(removed)
    library.save_sender(Sender(name="Ines Marchetti"))
    library.save_setting("window", "wide")
    copy = tmp_path / "stick" / "a copy?.library"
    library.backup(copy, Key.of_passphrase(PASSPHRASE))
    library.save_draft(first, Draft(body="After the backup."))

    assert needs_passphrase(copy)
    restored = Library.open(copy, Key.of_passphrase(PASSPHRASE))
    restored.check()
    assert restored.load(first) == (document, case, draft)
    assert [entry.id for entry in restored.search("arslanova gardener")] == [first]
    assert restored.sender() == Sender(name="Ines Marchetti")
    assert restored.setting("window") == "wide"
    restored.restore(removed)
    assert [entry.title for entry in restored.cases()] == ["Put away", case.title]
    assert restored.add(document, case, draft) > removed
    restored.save_draft(first, Draft(body="Written in the restored one."))
    assert library.load(first)[2].body == "After the backup."
    restored.close()


def test_a_backup_can_be_read_by_nobody_else(library: Library, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    library.save_sender(Sender(name="Ines Marchetti"))
    library.backup(copy, Key.of_passphrase(PASSPHRASE))
    assert b"Marchetti" not in copy.read_bytes()
    with pytest.raises(Locked):
        Library.open(copy, Key.of_passphrase("seven"))
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["there", "library"])
def test_a_backup_overwrites_nothing(library: Library, place: Path, name: str) -> None:
    (place.parent / "there").write_text("kept")
    with pytest.raises(Trouble) as trouble:
        library.backup(place.parent / name, Key.of_passphrase(PASSPHRASE))
    assert "already" in trouble.value.what
    assert (place.parent / "there").read_text() == "kept"
    library.check()


def test_a_backup_that_cannot_be_written_leaves_the_library_usable(
    library: Library, place: Path, document: Document
) -> None:
    (place.parent / "there").write_text("kept")
    with pytest.raises(Trouble):
        library.backup(place.parent / "there" / "copy", Key.of_passphrase(PASSPHRASE))
    number = library.add(document, Case(title="Lecturer"), Draft())
    library.backup(place.parent / "copy", Key.of_passphrase(PASSPHRASE))
    assert sorted(file.name for file in place.parent.iterdir()) == [
        "copy",
        "library",
        "library-wal",
        "there",
    ]
    assert library.load(number)[1].title == "Lecturer"


def test_what_was_only_in_memory_can_still_be_kept(tmp_path: Path, document: Document) -> None:
    fleeting, key = memory(), Key.fresh()
    number = fleeting.add(document, Case(title="Lecturer"), Draft(body="Fleeting."))
    fleeting.backup(tmp_path / "kept", key)
    fleeting.close()
    library = Library.open(tmp_path / "kept", key)
    assert library.load(number)[2].body == "Fleeting."
    library.check()
    library.close()
