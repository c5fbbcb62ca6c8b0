"""What is put into the library comes out again, as it was, on the next day as well."""

from __future__ import annotations

import datetime as dt
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from appealdesk.cases import Case, Document
from appealdesk.letters import Draft, Identity, Sender
from appealdesk.library import Gone, InUse, Key, Library, memory, needs_passphrase

Three = tuple[Document, Case, Draft]


@pytest.fixture
def three(document: Document, case: Case, draft: Draft) -> Three:
    return document, case, draft


def test_a_case_comes_back_with_its_document_and_draft(library: Library, three: Three) -> None:
    number = library.add(*three)
    assert library.load(number) == three


def test_everything_is_there_after_closing_and_opening(place: Path, key: Key, three: Three) -> None:
    library = Library.open(place, key)
    number = library.add(*three)
    library.save_sender(Sender(name="Ines Marchetti", identity=Identity.TOWN))
    library.save_setting("last case", str(number))
    library.close()
    again = Library.open(place, key)
    assert again.load(number) == three
    assert again.sender() == Sender(name="Ines Marchetti", identity=Identity.TOWN)
    assert again.setting("last case") == str(number)
    again.check()
    again.close()


def test_the_list_shows_what_a_case_is_about(library: Library, three: Three) -> None:
    before = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1)
    number = library.add(*three)
    (entry,) = library.cases()
    assert entry.id == number
    assert entry.title == "Lecturer held without charge"
    assert entry.persons == ("Zoë Arslanova", "Timur O'Neill")
    assert (entry.reference, entry.country) == ("UA 77/24", "KG")
    assert entry.deadline == dt.date(2024, 5, 17)
    assert (entry.is_update, entry.stop, entry.letters) == (False, False, 2)
    assert before < entry.changed < before + dt.timedelta(minutes=5)


def test_a_doubt_counts_until_somebody_has_checked_the_field(
    library: Library, three: Three
) -> None:
    document, case, draft = three
    number = library.add(document, case, draft)
    assert library.cases()[0].open_doubts == 2  # the deadline, and the first salutation
    fields = {name: getattr(case, name) for name in case.__struct_fields__}
    library.save_case(number, Case(**fields | {"checked": ("deadline",), "stop": True}))
    entry = library.cases()[0]
    assert (entry.open_doubts, entry.stop) == (1, True)


def test_a_case_that_cannot_be_kept_whole_is_not_kept_at_all(
    library: Library, three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_draft: Draft) -> str:
        raise MemoryError

    number = library.add(*three)
    with monkeypatch.context() as broken:
        broken.setattr("appealdesk.library.entries.draft_words", fail)
        with pytest.raises(MemoryError):
            library.add(*three)
        with pytest.raises(MemoryError):
            library.save_draft(number, Draft(body="Half of it."))
    assert [entry.id for entry in library.cases()] == [number]
    assert library.load(number) == three


def test_the_case_worked_on_last_stands_first(
    library: Library, three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    # All within one millisecond.
    monkeypatch.setattr("appealdesk.library.kept.time.time_ns", lambda: 1_700_000_000_000_000_000)
    first, second = library.add(*three), library.add(*three)
    assert [entry.id for entry in library.cases()] == [second, first]
    library.save_draft(first, Draft(body="Another word."))
    assert [entry.id for entry in library.cases()] == [first, second]


def test_a_removed_case_can_be_put_back(library: Library, three: Three) -> None:
    number = library.add(*three)
    library.remove(number)
    assert library.cases() == ()
    assert library.search("Zoë") == ()
    library.restore(number)
    assert library.load(number) == three
    assert [entry.id for entry in library.search("Zoë")] == [number]


def test_a_draft_saved_late_does_not_bring_a_removed_case_back(
    library: Library, three: Three
) -> None:
    number = library.add(*three)
    library.remove(number)
    library.save_draft(number, Draft(body="The last words."))
    assert library.cases() == ()
    assert library.load(number)[2] == Draft(body="The last words.")


def test_a_purged_case_is_gone_and_its_number_is_not_given_again(
    library: Library, three: Three
) -> None:
    number, other = library.add(*three), library.add(*three)
    library.remove(number)
    library.remove(other)
    assert library.purge_removed() == 2
    assert library.purge_removed() == 0
    with pytest.raises(Gone):
        library.load(number)
    with pytest.raises(Gone):
        library.save_draft(number, Draft())
    with pytest.raises(Gone):
        library.restore(number)
    library.check()
    assert library.add(*three) > other


def test_the_sender_and_settings_can_be_forgotten(library: Library) -> None:
    assert library.sender() is None
    assert library.setting("window") is None
    library.save_sender(Sender(name="Ines Marchetti"))
    library.save_sender(None)
    library.save_setting("window", "wide")
    library.save_setting("window", "narrow")
    assert library.setting("window") == "narrow"
    library.save_setting("window", None)
    assert library.sender() is None
    assert library.setting("window") is None


@pytest.mark.parametrize(
    "body",
    ["", "\x00 and \x1f", "שלום", "நன்றி", "e\u0301", "\U0001f56f", "'; DROP TABLE cases; --"],
)
def test_every_letter_a_person_can_type_is_kept(
    library: Library, document: Document, body: str
) -> None:
    number = library.add(document, Case(title=body), Draft(body=body, own={3: body}))
    _document, case, draft = library.load(number)
    assert (case.title, draft.body, draft.own) == (body, body, {3: body})
    assert library.cases()[0].title == body


def test_half_a_character_does_not_cost_the_words_around_it(
    library: Library, document: Document
) -> None:
    number = library.add(document, Case(title="a\ud83d"), Draft(body="before \ud800 after"))
    assert library.load(number)[2].body == "before \ufffd after"
    assert library.cases()[0].title == "a\ufffd"
    library.save_setting("last search", "\udc00x")
    assert library.setting("last search") == "\ufffdx"


def test_the_library_may_be_used_from_other_threads(library: Library, three: Three) -> None:
    number = library.add(*three)
    troubles: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for count in range(20):
                library.save_draft(number, Draft(body=f"{name} {count}"))
                assert library.cases()
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert library.load(number)[2].body in {"a 19", "b 19"}


def test_a_second_window_is_told_and_changes_nothing(
    library: Library, place: Path, key: Key, three: Three
) -> None:
    number = library.add(*three)
    with pytest.raises(InUse):
        Library.open(place, key)
    library.save_draft(number, Draft(body="Still writing."))
    assert library.load(number)[2].body == "Still writing."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions differently")
def test_nobody_else_may_read_the_folder_or_the_file(
    library: Library, place: Path, three: Three
) -> None:
    library.add(*three)
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    files = sorted(place.parent.iterdir())
    assert [file.name for file in files] == ["library", "library-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_nothing_in_the_files_can_be_read_without_the_key(
    library: Library, place: Path, three: Three
) -> None:
    library.add(*three)
    library.save_sender(Sender(name="Ines Marchetti"))
    for closed in (False, True):
        if closed:
            library.close()
        content = b"".join(file.read_bytes() for file in place.parent.iterdir())
        assert len(content) > 10_000
        for word in (b"Arslanova", b"gardener", b"Marchetti", b"CREATE TABLE"):
            assert word not in content


def test_a_library_in_memory_does_the_same_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, three: Three
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    library = memory()
    number = library.add(*three)
    library.save_draft(number, Draft(body="Fleeting."))
    assert library.load(number)[2].body == "Fleeting."
    assert [entry.id for entry in library.search("fleet arsl")] == [number]
    library.remove(number)
    assert library.purge_removed() == 1
    library.check()
    library.close()
    assert list(here.iterdir()) == []


OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from appealdesk.library import InUse, Key, Library
try:
    Library.open(Path(sys.argv[1]), Key(raw=bytes.fromhex(sys.argv[2]))).close()
    print("opened")
except InUse as trouble:
    print(trouble.what)
"""


def _elsewhere(place: Path, key: Key) -> str:
    """Open the library in another process; return how that went."""
    return subprocess.run(
        [sys.executable, "-c", OPEN_ELSEWHERE, str(place), key.for_keyring()],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_another_process_is_kept_out_even_after_a_look_at_the_file(
    library: Library, place: Path, key: Key
) -> None:
    assert "open in another window" in _elsewhere(place, key)
    # To open and close the file once more would silently drop the lock.
    assert not needs_passphrase(place)
    assert "open in another window" in _elsewhere(place, key)
    library.save_setting("window", "wide")
    library.check()
    library.close()
    assert _elsewhere(place, key) == "opened"
