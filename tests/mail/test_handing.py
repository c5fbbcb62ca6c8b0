"""Drafts go to the mail client of this computer, or it is said that there is none."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from appealdesk.mail import MailFailed, NoMailClient, hand_over
from appealdesk.mail.desktop import default_program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Linux desktop")

LINK = "mailto:minister@mia.example?subject=x&body=y"
NOTE = """\
import sys, pathlib
pathlib.Path({to!r}).with_suffix(".part").write_text("\\n".join(sys.argv[1:]), encoding="utf-8")
pathlib.Path({to!r}).with_suffix(".part").rename({to!r})
"""


class Desk:
    """A desktop of our own: folders of programs and of desktop entries, and what was called."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs = folder / "programs"
        self.entries = folder / "data" / "applications"
        self.defaults = folder / "config" / "mimeapps.list"
        self.called = folder / "called.txt"
        for path in (self.programs, self.entries, self.defaults.parent):
            path.mkdir(parents=True)
        monkeypatch.setenv("PATH", str(self.programs))
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
        monkeypatch.setenv("XDG_DATA_DIRS", str(folder / "none"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        monkeypatch.setenv("XDG_CONFIG_DIRS", str(folder / "none"))
        monkeypatch.delenv("APPEALDESK_MAIL_COMMAND", raising=False)
        monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
        self.draft = folder / "UA 31-13 «Самира», it's.eml"
        self.draft.write_bytes(b"X-Unsent: 1\r\n\r\n")

    def install(self, name: str) -> None:
        """Put a program there that writes down what it was called with."""
        program = self.programs / name
        code = NOTE.format(to=str(self.called)).replace(
            "sys.argv[1:]", f"[{name!r}, *sys.argv[1:]]"
        )
        program.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
        program.chmod(0o755)

    def make_default(self, kind: str, entry: str) -> None:
        """Make a program the desktop's own choice for a MIME type."""
        (self.entries / entry).write_text("[Desktop Entry]\n", encoding="utf-8")
        with self.defaults.open("a", encoding="utf-8") as file:
            file.write(f"[Default Applications]\n{kind}={entry};\n")

    def call(self) -> list[str]:
        """Return what was called, once it was."""
        until = time.monotonic() + 20
        while not self.called.exists():
            assert time.monotonic() < until, "no program was called"
            threading.Event().wait(0.01)
        return self.called.read_text(encoding="utf-8").split("\n")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path / "desk", monkeypatch)


def test_a_draft_goes_to_the_program_one_writes_mail_with(desk: Desk) -> None:
    desk.install("thunderbird")
    desk.install("xdg-open")
    desk.make_default("x-scheme-handler/mailto", "thunderbird.desktop")
    desk.make_default("message/rfc822", "reader.desktop")
    hand_over(desk.draft)
    assert desk.call() == ["thunderbird", str(desk.draft)]


def test_another_mail_program_is_left_to_the_desktop(desk: Desk) -> None:
    desk.install("thunderbird")
    desk.install("xdg-open")
    desk.make_default("x-scheme-handler/mailto", "kmail.desktop")
    desk.make_default("message/rfc822", "kmail.desktop")
    hand_over(str(desk.draft))
    assert desk.call() == ["xdg-open", str(desk.draft)]


def test_without_xdg_open_the_next_opener_is_taken(desk: Desk) -> None:
    desk.install("gio")
    desk.make_default("x-scheme-handler/mailto", "kmail.desktop")
    hand_over(LINK)
    assert desk.call() == ["gio", "open", LINK]


def test_a_client_the_desktop_does_not_know_is_found(desk: Desk) -> None:
    desk.install("thunderbird")
    hand_over(desk.draft)
    assert desk.call() == ["thunderbird", str(desk.draft)]


def test_where_nothing_writes_mail_it_is_said_and_nothing_opened(desk: Desk) -> None:
    desk.install("xdg-open")  # it would open a text editor
    with pytest.raises(NoMailClient) as trouble:
        hand_over(desk.draft)
    assert desk.draft.name in trouble.value.kept
    assert str(desk.draft.parent) not in str(trouble.value)
    assert "clipboard" in trouble.value.remedy
    assert not desk.called.exists()


def test_an_own_command_takes_the_place_of_the_client(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.install("thunderbird")
    desk.install("my mailer")
    monkeypatch.setenv("APPEALDESK_MAIL_COMMAND", f"'{desk.programs}/my mailer' --new")
    hand_over(desk.draft)
    assert desk.call() == ["my mailer", "--new", str(desk.draft)]


@pytest.mark.parametrize("command", ["/nowhere/mailer", "'never closed"])
def test_a_command_that_cannot_be_run_is_no_client(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("APPEALDESK_MAIL_COMMAND", command)
    with pytest.raises(NoMailClient):
        hand_over(desk.draft)


def test_the_caller_does_not_wait_for_the_client(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    slow = desk.programs / "slow"
    # It ends when somebody opens the pipe, which we do after hand_over() has come back.
    slow.write_text(f"#!/bin/sh\nread line < '{pipe}'\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("APPEALDESK_MAIL_COMMAND", str(slow))
    hand_over(desk.draft)
    with pipe.open("w", encoding="utf-8") as end:
        end.write("done\n")


@pytest.mark.parametrize(
    "link",
    ["mailto:a@b.example\n-x", "mailto:a b", 'mailto:"a"@b.example', "mailto:ä@b.example"],
)
def test_a_damaged_link_is_not_handed_over(desk: Desk, link: str) -> None:
    desk.install("thunderbird")
    with pytest.raises(MailFailed, match="damaged"):
        hand_over(link)
    assert not desk.called.exists()


@pytest.mark.parametrize("name", ["gone.eml", "program.desktop", "https://case.example/", "-h"])
def test_nothing_but_a_draft_is_handed_over(desk: Desk, name: str) -> None:
    desk.install("thunderbird")
    with pytest.raises(MailFailed, match="not there any more"):
        hand_over(name)
    assert not desk.called.exists()


def test_the_desktops_own_list_goes_before_the_general_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.make_default("message/rfc822", "general.desktop")
    assert default_program("message/rfc822") == "general.desktop"
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "Strange:KDE")
    (desk.entries / "kmail.desktop").write_text("", encoding="utf-8")
    own = desk.defaults.with_name("kde-mimeapps.list")
    own.write_text("[Default Applications]\nmessage/rfc822=kmail.desktop\n", encoding="utf-8")
    assert default_program("message/rfc822") == "kmail.desktop"


def test_a_program_that_was_removed_is_no_default(desk: Desk) -> None:
    desk.make_default("message/rfc822", "gone.desktop")
    (desk.entries / "gone.desktop").unlink()
    assert default_program("message/rfc822") == ""


def test_without_a_choice_the_programs_that_offer_themselves_count(desk: Desk) -> None:
    (desk.entries / "one.desktop").write_text("", encoding="utf-8")
    cache = desk.entries / "mimeinfo.cache"
    cache.write_text("[MIME Cache]\nmessage/rfc822=gone.desktop;one.desktop;\n", encoding="utf-8")
    assert default_program("message/rfc822") == "one.desktop"


@pytest.mark.parametrize(
    "rubbish", [b"\xff\xfe\x00", b"[Default Applications]\nmessage/rfc822", b""]
)
def test_a_damaged_list_names_no_program(desk: Desk, rubbish: bytes) -> None:
    desk.defaults.write_bytes(rubbish)
    assert default_program("message/rfc822") == ""
