"""A path or bytes become a document, or a clear sentence with the way out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from appealdesk.cases.opening import Unreadable, open_bytes, open_file, open_files
from appealdesk.cases.opening.hidden import made_visible
from appealdesk.cases.opening.limits import INPUT_BYTES
from appealdesk.cases.opening.reasons import Reason
from appealdesk.cases.opening.unreadable import _sentences


def test_a_text_file_becomes_numbered_lines(tmp_path: Path) -> None:
    path = tmp_path / "ua.txt"
    path.write_bytes("APPEALS TO:\r\n\r\nMinister Amadou Keïta\r\n".encode("cp1252"))
    document = open_file(path)
    assert document.name == "ua.txt"
    assert document.format == "plain text"
    assert [(line.number, line.text, line.page) for line in document.lines] == [
        (1, "APPEALS TO:", 1),
        (2, "", 1),
        (3, "Minister Amadou Keïta", 1),
    ]


def test_a_wrong_name_does_not_matter() -> None:
    assert open_bytes(b"Dear Minister,\n", "letter.pdf").format == "plain text"


def refusal(path: Path) -> Reason:
    with pytest.raises(Unreadable) as trouble:
        open_file(path)
    assert trouble.value.place == made_visible(path.name)
    assert trouble.value.what
    assert trouble.value.remedy
    assert str(path.parent) not in str(trouble.value)
    return trouble.value.reason


def test_a_missing_file_a_folder_and_an_empty_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert refusal(tmp_path / "none.txt") is Reason.MISSING
    assert refusal(tmp_path) is Reason.FOLDER
    assert refusal(tmp_path / "empty.txt") is Reason.EMPTY
    assert refusal(tmp_path / "nul\0l.txt") is Reason.MISSING


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") is Reason.NOT_A_FILE


def test_a_file_that_is_too_big_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(INPUT_BYTES + 1)
    assert refusal(path) is Reason.TOO_BIG


def test_more_text_than_an_urgent_action_can_have_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a line of a novel, again and again\n" * 70_000)
    assert refusal(path) is Reason.TOO_LONG


def test_blank_documents_and_binary_rubbish_are_refused(tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_bytes(b" \r\n\t\r\n")
    rubbish = tmp_path / "rubbish.txt"
    rubbish.write_bytes(bytes(range(256)) * 30)
    assert refusal(blank) is Reason.NO_TEXT
    assert refusal(rubbish) is Reason.BINARY


def test_many_files_come_back_in_order_and_one_bad_one_stops_none(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for path in paths:
        path.write_text(f"Case {path.stem}\n", encoding="utf-8")
    paths[2].write_bytes(b"\x7fELF rubbish")
    paths[4].unlink()
    results = list(open_files(paths))
    assert [r.reason if isinstance(r, Unreadable) else r.text for r in results] == [
        "Case 0",
        "Case 1",
        Reason.BINARY,
        "Case 3",
        Reason.MISSING,
        "Case 5",
    ]


def test_what_is_done_meanwhile_is_done_once(tmp_path: Path) -> None:
    paths = [tmp_path / "none.txt", tmp_path / "1.txt", tmp_path / "2.txt"]
    for path in paths[1:]:
        path.write_text("Dear Minister", encoding="utf-8")
    done: list[str] = []
    assert len(list(open_files(paths, lambda: done.append("done")))) == 3
    assert done == ["done"]


def test_a_name_cannot_smuggle_control_characters() -> None:
    assert open_bytes(b"text", "a\u202eb.txt").name == "a⟨U+202E⟩b.txt"


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence_and_a_way_out(reason: Reason) -> None:
    what, remedy = _sentences(reason)
    assert what.endswith(".")
    assert remedy.endswith(".")
