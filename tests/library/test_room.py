"""When there is no room, or no permission to write, it is said; what was saved before stays."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document
from appealdesk.errors import Trouble
from appealdesk.letters import Draft
from appealdesk.library import Key, Library


@pytest.fixture
def number(library: Library, document: Document) -> int:
    return library.add(document, Case(title="Lecturer"), Draft(body="Saved before."))


def test_a_full_disk_is_said_and_the_last_words_saved_stay(library: Library, number: int) -> None:
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages + 3}").fetchone()
    with pytest.raises(Trouble) as trouble:
        library.save_draft(number, Draft(body="word " * 20_000))
    assert "no room" in trouble.value.what
    assert "saved before" in trouble.value.kept
    assert "Make room" in trouble.value.remedy
    assert library.load(number)[2].body == "Saved before."
    assert library.search("word") == ()
    library._connection.execute("PRAGMA max_page_count = 100000").fetchone()
    library.save_draft(number, Draft(body="word " * 20_000))
    library.check()
    assert [entry.id for entry in library.search("word")] == [number]


LIMITED = """
    import json, resource, signal, sys
    from pathlib import Path
    from appealdesk.errors import Trouble
    from appealdesk.letters import Draft
    from appealdesk.library import Key, Library

    place, key = Path(sys.argv[1]), Key(raw=bytes.fromhex(sys.argv[2]))
    library = Library.open(place, key)
    # The system refuses to let any file grow beyond this, in the middle of a write.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, most))
    saved = 0
    try:
        for count in range(1, 1000):
            library.save_draft(1, Draft(body=f"{count} " + "word " * 3000))
            saved = count
    except Trouble as trouble:
        after = library.load(1)[2].body.split()[0]
        print(json.dumps([saved, int(after), trouble.what, trouble.kept]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file size")
def test_a_write_that_the_system_breaks_off_costs_nothing_that_was_saved(
    place: Path, key: Key, document: Document
) -> None:
    library = Library.open(place, key)
    for _ in range(20):
        library.add(document, Case(title="Lecturer"), Draft(body="Much to say. " * 900))
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(LIMITED), str(place), key.for_keyring()],
        capture_output=True,
        text=True,
        check=True,
    )
    saved, after, what, kept = json.loads(done.stdout)
    assert 0 < saved < 999
    assert after == saved
    assert "could not" in what
    assert kept
    library = Library.open(place, key)
    library.check()
    assert library.load(1)[2].body.split()[0] == str(saved)
    library.close()


REFUSED = """
    import json, os, sys
    from pathlib import Path
    import sqlcipher3.dbapi2
    from appealdesk.errors import Trouble
    from appealdesk.library import Key, Library

    if os.geteuid() == 0:  # root may write everywhere: give that right up
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        library = Library.open(Path(sys.argv[1]), Key(raw=bytes.fromhex(sys.argv[2])))
        library.save_setting("window", "wide")
    except Trouble as trouble:
        print(json.dumps([type(trouble).__name__, trouble.what, trouble.kept, trouble.remedy]))
"""


def _refused(place: Path, key: Key) -> list[str]:
    """Try to open and write, without root's rights; return the trouble's class and words."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(REFUSED), str(place), key.for_keyring()],
        capture_output=True,
        text=True,
        check=True,
    )
    told: list[str] = json.loads(done.stdout)
    return told


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder outside the test's own, which only its owner can enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield folder
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions differently")
@pytest.mark.parametrize(
    ("of_file", "of_folder"),
    [(0o444, 0o555), (0o444, 0o777), (0o644, 0o555), (0o000, 0o755), (0o644, 0o000)],
    ids=["all read-only", "file read-only", "folder read-only", "file closed", "folder closed"],
)
def test_a_place_without_permission_is_said_and_the_library_left_alone(
    folder: Path, key: Key, document: Document, of_file: int, of_folder: int
) -> None:
    place = folder / "library"
    library = Library.open(place, key)
    library.add(document, Case(title="Lecturer"), Draft())
    library.close()
    content = place.read_bytes()
    place.chmod(of_file)
    folder.chmod(of_folder)
    _kind, what, kept, remedy = _refused(place, key)
    folder.chmod(0o700)
    place.chmod(0o600)
    assert what
    assert kept
    assert remedy
    assert place.read_bytes() == content
    assert [file.name for file in folder.iterdir()] == ["library"]
    library = Library.open(place, key)
    assert library.search("lecturer")
    library.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions differently")
def test_a_folder_one_may_not_write_to_gets_no_half_made_library(folder: Path, key: Key) -> None:
    folder.chmod(0o555)
    _kind, what, _kept, _remedy = _refused(folder / "library", key)
    assert "cannot be opened" in what
    assert list(folder.iterdir()) == []


def test_a_library_that_could_not_be_finished_leaves_nothing(
    place: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("appealdesk.library.migrations.STEPS", (("CREATE TABLE (",),))
    with pytest.raises(Exception, match="syntax error"):
        Library.open(place, key)
    assert list(place.parent.iterdir()) == []
    monkeypatch.undo()
    Library.open(place, key).close()
