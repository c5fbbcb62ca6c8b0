"""A library made by the first version opens in every later one; a later one is never touched."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document, Doubtful, Line, Part
from appealdesk.letters import Draft, Identity, Sender
from appealdesk.library import Damaged, Key, Library, Newer, memory, migrations
from appealdesk.library.packing import pack, unpack

# Made once by the program as it was then (`make_first` below); never to be made again.
FIRST = Path(__file__).with_name("version-1.library")
PASSPHRASE = "first of all"  # noqa: S105


@pytest.fixture
def first(tmp_path: Path) -> Path:
    place = tmp_path / "first"
    shutil.copy(FIRST, place)
    return place


def make_first(place: Path, document: Document, case: Case, draft: Draft) -> None:
    """Make the library that stands beside this file; called by hand, once for each version."""
    library = Library.open(place, Key.of_passphrase(PASSPHRASE))
    library.add(document, case, draft)
    library.remove(library.add(document, Case(title="Put away"), Draft()))
    library.save_sender(Sender(name="Ines Marchetti", identity=Identity.TOWN))
    library.save_setting("window", "wide")
    library.close()


def test_a_library_of_the_first_version_opens_and_holds_everything(
    first: Path, case: Case, draft: Draft
) -> None:
    library = Library.open(first, Key.of_passphrase(PASSPHRASE))
    document, was, written = library.load(1)
    assert document.lines[2] == Line(number=3, text="Zoë Arslanova was taken away.")
    assert (was.deadline, was.points) == (dt.date(2024, 5, 17), case.points)
    assert was.recipients[0].doubts[0].problem is Doubtful.MISSING
    assert was.recipients[0].part is Part.TARGET
    assert (written.body, written.own) == (draft.body, draft.own)
    assert [entry.id for entry in library.search("arslanova gardener")] == [1]
    assert library.sender() == Sender(name="Ines Marchetti", identity=Identity.TOWN)
    assert library.setting("window") == "wide"
    signing = Sender(name="Ines Marchetti", signature_image=bytes(range(256)), signed=True)
    library.save_sender(signing)
    assert library.sender() == signing
    library.restore(2)
    library.save_draft(2, Draft(body="Years later."))
    assert [entry.id for entry in library.cases()] == [2, 1]
    library.check()
    library.close()
    assert len(migrations.STEPS) >= 1


LATER = (*migrations.STEPS, ("CREATE TABLE letters_sent (id INTEGER PRIMARY KEY)",))
BROKEN = (*LATER, ("CREATE TABLE half (id)", "CREATE TABLE half (id)"))


def test_a_later_step_is_taken_once(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", LATER)
    for _ in range(2):
        library = Library.open(first, Key.of_passphrase(PASSPHRASE))
        assert migrations.version(library._connection) == len(LATER)
        assert library._connection.execute("SELECT count(*) FROM letters_sent").fetchone() == (0,)
        assert library.load(1)[1].reference == "UA 77/24"
        library.close()


def test_steps_are_all_taken_or_none(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "STEPS", BROKEN)
        with pytest.raises(Exception, match="already exists"):
            Library.open(first, Key.of_passphrase(PASSPHRASE))
    library = Library.open(first, Key.of_passphrase(PASSPHRASE))
    assert migrations.version(library._connection) == len(migrations.STEPS)
    assert library._connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('half', 'letters_sent')"
    ).fetchone() == (0,)
    library.close()


def test_a_library_of_a_newer_version_is_refused_and_not_touched(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "STEPS", LATER)
        Library.open(first, Key.of_passphrase(PASSPHRASE)).close()
    content = first.read_bytes()
    with pytest.raises(Newer) as trouble:
        Library.open(first, Key.of_passphrase(PASSPHRASE))
    assert "newer version" in trouble.value.remedy
    assert first.read_bytes() == content


def test_a_database_that_is_no_library_is_refused(first: Path) -> None:
    library = Library.open(first, Key.of_passphrase(PASSPHRASE))
    library._connection.execute("PRAGMA application_id = 7")
    library.close()
    content = first.read_bytes()
    with pytest.raises(Damaged):
        Library.open(first, Key.of_passphrase(PASSPHRASE))
    assert first.read_bytes() == content


def test_a_case_with_a_field_we_do_not_know_comes_from_a_newer_version() -> None:
    content, _case = pack(Case(title="Lecturer"))
    with pytest.raises(Newer):
        unpack(content[:-1] + b',"mood":"calm"}', Case, None)
    with pytest.raises(Damaged):
        unpack(content[:-1], Case, None)


def test_a_new_library_has_taken_every_step() -> None:
    library = memory()
    assert migrations.version(library._connection) == len(migrations.STEPS)
    library.close()
