"""What fuzzing found, and was put right: it stays right."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.reading import read

FINDINGS = {
    "a subject in an encoding whose name is no ASCII": (
        b"Received: x\nMIME-Version: 1.0\nSubject: =?\xff\xfe\xffutf-8?q?M=C3=A1s?=\n\nDear\n"
    ),
    "a subject in an encoding that is no text": (
        b"Received: x\nMIME-Version: 1.0\nSubject: =?zlib?b?eJwr?=\n\nDear\n"
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_a_finding_is_read_without_an_accident(name: str) -> None:
    _form, rows = read(FINDINGS[name])
    assert list(rows)[-1] == ("Dear", 1)


def test_a_line_of_very_many_blanks_takes_no_time() -> None:
    _form, rows = read(b"<html><p>a" + b"&#9; " * 200_000 + b"b</p>")
    assert list(rows) == [("a b", 1)]
