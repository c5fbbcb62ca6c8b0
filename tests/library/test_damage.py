"""A file that is no library, or a damaged one, is named and never touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document
from appealdesk.errors import Trouble
from appealdesk.letters import Draft
from appealdesk.library import (
    Damaged,
    Gone,
    Key,
    Library,
    Locked,
    Newer,
    Reason,
    find_key,
    needs_passphrase,
)
from appealdesk.library.telling import PAGE


def _fill(place: Path, key: Key, document: Document) -> bytes:
    """Make a library of some 50 pages; return what its file holds."""
    library = Library.open(place, key)
    for count in range(20):
        library.add(document, Case(title=f"Case {count}"), Draft(body=f"word{count} " * 900))
    library.close()
    return place.read_bytes()


def _break(place: Path, content: bytes) -> None:
    place.write_bytes(content)


NOT_LIBRARIES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _content: b"",
    "zeroed": lambda content: bytes(len(content)),
    "text": lambda _content: b"Dear Prosecutor General,\n" * 400,
    "another database": lambda content: b"SQLite format 3\x00" + content[16:],
    "beginning lost": lambda content: content[100:],
    "cut off in the first page": lambda content: content[:2000],
    "cut off after the header": lambda content: content[:16],
    "cut off in the header": lambda content: content[:7],
}

PARTLY: dict[str, Callable[[bytes], bytes]] = {
    "first page": lambda content: content[:500] + b"\xff" * 8 + content[508:],
    "first page zeroed behind the header": lambda c: c[:16] + bytes(PAGE - 16) + c[PAGE:],
    "cut off in the middle": lambda content: content[: len(content) // 2 // PAGE * PAGE],
    "cut off within a page": lambda content: content[: len(content) // 2 // PAGE * PAGE + 99],
    "last page missing": lambda content: content[:-PAGE],
}


@pytest.mark.parametrize("ruin", NOT_LIBRARIES.values(), ids=NOT_LIBRARIES)
def test_what_is_no_library_is_said_before_any_key_is_asked_for(
    place: Path, key: Key, document: Document, ruin: Callable[[bytes], bytes]
) -> None:
    ruined = ruin(_fill(place, key, document))
    place.write_bytes(ruined)
    for attempt in (
        lambda: needs_passphrase(place),
        lambda: find_key(place),
        lambda: Library.open(place, key),
    ):
        with pytest.raises(Damaged) as trouble:
            attempt()
        assert trouble.value.place == str(place)
        assert trouble.value.kept
        assert trouble.value.remedy
    assert place.read_bytes() == ruined
    assert [file.name for file in place.parent.iterdir()] == ["library"]


@pytest.mark.parametrize("ruin", PARTLY.values(), ids=PARTLY)
@pytest.mark.parametrize("kind", ["keyring", "passphrase"])
def test_a_damaged_library_is_told_apart_from_a_wrong_key(
    place: Path, document: Document, ruin: Callable[[bytes], bytes], kind: str
) -> None:
    key = Key.fresh() if kind == "keyring" else Key.of_passphrase("seven grey herons")
    ruined = ruin(_fill(place, key, document))
    place.write_bytes(ruined)
    with pytest.raises(Damaged) as trouble:
        Library.open(place, key)
    assert trouble.value.place == str(place)
    assert place.read_bytes() == ruined
    assert [file.name for file in place.parent.iterdir()] == ["library"]


def test_a_wrong_passphrase_is_a_wrong_passphrase(place: Path, document: Document) -> None:
    content = _fill(place, Key.of_passphrase("seven grey herons"), document)
    with pytest.raises(Locked) as trouble:
        Library.open(place, Key.of_passphrase("seven grey heron"))
    assert trouble.value.reason is Reason.WRONG_PASSPHRASE
    assert "capital letters" in trouble.value.remedy
    assert "herons" not in str(trouble.value)
    assert place.read_bytes() == content
    Library.open(place, Key.of_passphrase("seven grey herons")).close()


def test_a_wrong_passphrase_after_a_crash_costs_none_of_the_last_changes(
    place: Path, tmp_path: Path, document: Document
) -> None:
    key = Key.of_passphrase("seven grey herons")
    _fill(place, key, document)
    library = Library.open(place, key)
    library.save_draft(1, Draft(body="The last words."))
    crashed = tmp_path / "crashed"
    shutil.copytree(place.parent, crashed)  # what a crash would leave: the changes lie beside
    library.close()
    assert (crashed / "library-wal").stat().st_size > 0
    for wrong in (Key.of_passphrase("six"), Key.fresh(), Key.of_passphrase("five")):
        with pytest.raises(Locked):
            Library.open(crashed / "library", wrong)
    library = Library.open(crashed / "library", key)
    assert library.load(1)[2].body == "The last words."
    library.check()
    library.close()


def test_a_wrong_passphrase_after_a_crash_is_no_damage_however_much_the_crash_left(
    place: Path, tmp_path: Path, document: Document
) -> None:
    key = Key.of_passphrase("seven grey herons")
    _fill(place, key, document)
    library = Library.open(place, key)
    library.save_draft(1, Draft(body="The last words. " * 20_000))  # more than the file held before
    crashed = tmp_path / "crashed"
    shutil.copytree(place.parent, crashed)
    library.close()
    with pytest.raises(Locked) as trouble:
        Library.open(crashed / "library", Key.of_passphrase("seven grey heron"))
    assert trouble.value.reason is Reason.WRONG_PASSPHRASE


def test_an_accent_typed_in_another_way_is_the_same_passphrase(place: Path) -> None:
    Library.open(place, Key.of_passphrase("caf\u00e9 noir")).close()
    Library.open(place, Key.of_passphrase("cafe\u0301 noir")).close()


def test_a_key_for_another_library_is_refused(place: Path, key: Key, document: Document) -> None:
    content = _fill(place, key, document)
    with pytest.raises(Locked) as trouble:
        Library.open(place, Key.fresh())
    assert trouble.value.reason is Reason.WRONG_KEY
    assert place.read_bytes() == content


def test_a_key_of_the_wrong_kind_is_refused_by_name(tmp_path: Path, key: Key) -> None:
    ringed, phrased = tmp_path / "ringed", tmp_path / "phrased"
    Library.open(ringed, key).close()
    Library.open(phrased, Key.of_passphrase("seven grey herons")).close()
    assert (needs_passphrase(ringed), needs_passphrase(phrased)) == (False, True)
    assert not needs_passphrase(tmp_path / "none")
    with pytest.raises(Locked) as trouble:
        Library.open(phrased, key)
    assert trouble.value.reason is Reason.PASSPHRASE_NEEDED
    with pytest.raises(Locked) as trouble:
        Library.open(ringed, Key.of_passphrase("seven grey herons"))
    assert trouble.value.reason is Reason.WRONG_KEY


def test_damage_in_the_middle_is_found_by_a_check(
    place: Path, key: Key, document: Document
) -> None:
    content = bytearray(_fill(place, key, document))
    middle = len(content) // 2
    content[middle] ^= 0xFF
    _break(place, bytes(content))
    library = Library.open(place, key)
    with pytest.raises(Damaged):
        library.check()
    library.close()


def test_a_page_that_is_damaged_is_said_when_it_is_needed(
    place: Path, key: Key, document: Document
) -> None:
    content = _fill(place, key, document)
    _break(place, content[: 8 * PAGE] + bytes(len(content) - 8 * PAGE))
    with pytest.raises(Damaged) as trouble:  # noqa: PT012  (whichever of them meets it first)
        library = Library.open(place, key)
        try:
            for number in range(1, 21):
                library.load(number)
        finally:
            library.close()
    assert trouble.value.place == str(place)


def test_last_changes_left_alone_are_not_taken_for_a_new_library(
    place: Path, key: Key, document: Document
) -> None:
    _fill(place, key, document)
    rest = place.with_name("library-wal")
    place.unlink()
    rest.write_bytes(b"the last changes")
    with pytest.raises(Damaged):
        Library.open(place, key)
    assert rest.read_bytes() == b"the last changes"
    assert not place.exists()


def test_a_library_of_a_later_format_is_said_to_be_newer(
    place: Path, key: Key, document: Document
) -> None:
    content = _fill(place, key, document)
    assert content[:4] == b"ADK1"
    _break(place, b"ADK2" + content[4:])
    with pytest.raises(Newer):
        Library.open(place, key)
    with pytest.raises(Newer):
        needs_passphrase(place)


def test_a_folder_in_the_library_s_place_is_said(place: Path, key: Key) -> None:
    place.mkdir(parents=True)
    with pytest.raises(Damaged):
        Library.open(place, key)
    assert place.is_dir()


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, key: Key) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(Trouble) as trouble:
        Library.open(tmp_path / "file" / "library", key)
    assert trouble.value.remedy
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.parametrize(
    "call",
    [
        lambda library: library.load(7),
        lambda library: library.save_case(7, Case()),
        lambda library: library.save_draft(7, Draft()),
        lambda library: library.remove(7),
        lambda library: library.restore(7),
    ],
    ids=["load", "save_case", "save_draft", "remove", "restore"],
)
def test_a_case_that_was_never_there_is_gone(
    library: Library, call: Callable[[Library], object]
) -> None:
    with pytest.raises(Gone):
        call(library)
    assert library.cases() == ()


def test_a_key_never_shows_itself(key: Key) -> None:
    for one in (key, Key.of_passphrase("seven grey herons")):
        shown = f"{one} {one!r} {[one]}"
        assert "herons" not in shown
        assert one.kind.name != "KEYRING" or one.for_keyring()[:8] not in shown
    with pytest.raises(ValueError, match="either"):
        Key.of_passphrase("")
