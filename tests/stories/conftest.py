"""A screen, a home and, where there is one, a keyring for each story."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stories.driver import PATIENCE, Program, missing
from tests.xvfb import Screen

Begin = Callable[..., Program]

# Stands for the mail client: keeps what it was given.
MAIL_CLIENT = """#!/bin/sh
cp -- "$1" "$STORY_OUTBOX/$(basename -- "$1").part"
mv -- "$STORY_OUTBOX/$(basename -- "$1").part" "$STORY_OUTBOX/$(basename -- "$1")"
"""


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    """Return the folder that the mail client of the story keeps its messages in."""
    folder = tmp_path / "sent"
    folder.mkdir()
    return folder


@pytest.fixture
def begin(xvfb: Screen, home: Path, tmp_path: Path, outbox: Path) -> Iterator[Begin]:
    """Return a function that starts the program: begin(*arguments, **environment)."""
    if why := missing():
        pytest.skip(why)
    client = tmp_path / "mail-client"
    client.write_text(MAIL_CLIENT, encoding="utf-8")
    client.chmod(0o755)
    running: list[Program] = []

    def start(*arguments: str | Path, **environment: str) -> Program:
        everything = xvfb.environment() | {
            "APPEALDESK_MAIL_COMMAND": str(client),
            "STORY_OUTBOX": str(outbox),
            "HOME": str(home),
        }
        program = Program([str(one) for one in arguments], everything | environment)
        running.append(program)
        return program

    yield start
    for program in running:
        program.end()


@pytest.fixture
def keyring(home: Path) -> Iterator[dict[str, str]]:
    """Return the environment of a session with a real, unlocked keyring; skip where there is none."""
    if not (shutil.which("dbus-daemon") and shutil.which("gnome-keyring-daemon")):
        pytest.skip("dbus-daemon and gnome-keyring are not installed")
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    session = {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
        env=os.environ | session | {"HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    daemon.stdin.write(b"opens the ring")
    daemon.stdin.close()
    yield session | {"PYTHON_KEYRING_BACKEND": ""}
    for process in (daemon, bus):
        process.terminate()
        process.wait(timeout=PATIENCE)
    bus.stdout.close()
