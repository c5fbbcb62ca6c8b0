"""The sender file says who writes; a mistake in it is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from appealdesk.errors import Trouble
from appealdesk.letters import Identity
from appealdesk.workbench.sender_file import read_sender

WHOLE = """\
name: Maud Ekström-Lavoie
address:
  - 12 Rue des Tilleuls
  - 1000 Bruxelles
country: BE
place: Bruxelles
identity: initials
"""


def a_file(folder: Path, text: str) -> Path:
    path = folder / "sender.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_sender_file_is_read(tmp_path: Path) -> None:
    sender = read_sender(a_file(tmp_path, WHOLE))
    assert sender.name == "Maud Ekström-Lavoie"
    assert sender.address == ("12 Rue des Tilleuls", "1000 Bruxelles")
    assert (sender.country, sender.identity) == ("BE", Identity.INITIALS)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("name: [", "line 1"),
        ("address: [a]", "name"),
        ("name: 7", "name"),
        ("name: M\naddress: one string", "address"),
        ("name: M\nidentity: everything", "identity"),
        ("name: M\nnickname: x", "nickname"),
        ("- a list", "object"),
        ("", "object"),
        ("name: !!python/object/apply:os.getcwd []", "constructor"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(Trouble) as told:
        read_sender(a_file(tmp_path, text))
    assert named in str(told.value)
    assert "sender.yaml" in told.value.place
    assert told.value.remedy


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="could not be read"):
        read_sender(tmp_path / "nobody.yaml")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="too large"):
        read_sender(a_file(tmp_path, "name: " + "M" * 100_000))
