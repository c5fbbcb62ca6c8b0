"""Letters leave for the mail client; what was handed over does not lie about for ever."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from appealdesk import letters, mail
from appealdesk.workbench import Work, places, sending, works
from tests.invented import SENDER, a_case, a_document

DAY = dt.date(2025, 3, 10)


@pytest.fixture
def work() -> Work:
    draft = letters.first_draft(a_case(), SENDER, prompts=False)
    return Work(id=1, document=a_document(), case=a_case(), draft=draft)


class Desktop:
    """Stands for a desktop that opens links but no stored drafts; the real ones are in stories/."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def hand_over(self, target: str | Path) -> None:
        if isinstance(target, Path):
            raise mail.NoMailClient("")
        self.opened.append(target)


@pytest.fixture
def links_only(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(mail, "hand_over", desktop.hand_over)
    return desktop


def test_a_short_letter_goes_as_a_link_where_nothing_opens_drafts(
    work: Work, links_only: Desktop
) -> None:
    short = works.write(work, 1, "I urge you to release Samir Quliyev.")
    handed = sending.hand_over(short, 1, SENDER, DAY)
    assert handed.file is None
    assert "Samir Quliyev" in handed.text
    (link,) = links_only.opened
    assert link.startswith("mailto:minister@mia.example?")


def test_a_letter_too_long_for_a_link_is_said_not_to_have_gone(
    work: Work, links_only: Desktop
) -> None:
    long = works.write(work, 1, "I urge you to release Samir Quliyev. " * 100)
    with pytest.raises(mail.NoMailClient):
        sending.hand_over(long, 1, SENDER, DAY)
    assert links_only.opened == []


@pytest.mark.usefixtures("links_only")
def test_messages_of_earlier_sessions_are_removed(work: Work) -> None:
    short = works.write(work, 1, "I urge you to release Samir Quliyev.")
    sending.hand_over(short, 1, SENDER, DAY)
    assert list(places.outbox().glob("*.eml"))
    sending.empty_outbox()
    assert list(places.outbox().iterdir()) == []


def test_every_text_of_a_letter_is_looked_through_for_places_to_fill_in(work: Work) -> None:
    letter = replace(works.letter(work, 1, SENDER, DAY), subject="About ⟦whom⟧")
    assert letters.unfilled(letter) == ("whom",)
