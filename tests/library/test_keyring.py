"""The key of a library lives in the system keyring; when that is not to be had, it is said.

Where gnome-keyring and dbus-run-session are installed, a real keyring of an own session answers.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from appealdesk.library import Key, Library, Locked, Reason, find_key, ring

PASSWORD = "opens the ring"  # noqa: S105

needs_keyring = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring and dbus-run-session are not installed",
)

BEGIN = """
    import json, sys
    from pathlib import Path
    from appealdesk.letters import Draft, Sender
    from appealdesk.library import Library, Locked, find_key, ring

    place = Path(sys.argv[1])
    ring.ANSWER = 20
"""

OPEN_AND_SAVE = """
    library = Library.open(place, find_key(place))
    known = library.sender()
    library.save_sender(Sender(name="Ines Marchetti"))
    library.close()
    print(json.dumps(known and known.name))
"""

SAY_WHY_NOT = """
    try:
        find_key(place)
    except Locked as trouble:
        print(json.dumps([trouble.reason, trouble.what, trouble.remedy]))
"""

LIST_WHAT_IT_HOLDS = """
    import secretstorage
    bus = secretstorage.dbus_init()
    print(json.dumps([
        [each.get_label(), each.get_attributes()]
        for each in secretstorage.get_default_collection(bus).get_all_items()
    ]))
"""


class Session:
    """A desktop session of its own, with a keyring that outlives it on disk."""

    def __init__(self, home: Path) -> None:
        self.place = home / "kept" / "library"
        (home / "run").mkdir(mode=0o700, exist_ok=True)
        self.environment = {
            name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"
        } | {"XDG_RUNTIME_DIR": str(home / "run"), "DBUS_FATAL_WARNINGS": "0"}

    def run(self, code: str, *, unlocked: bool = True, place: Path | None = None) -> Any:
        """Run Python in a new session; return what it printed as JSON."""
        daemon = "gnome-keyring-daemon --components=secrets"
        start = f"printf '%s' '{PASSWORD}' | {daemon} --unlock" if unlocked else f"{daemon} --start"
        program = textwrap.dedent(BEGIN) + textwrap.dedent(code)
        done = subprocess.run(
            [
                "dbus-run-session",
                "--",
                "sh",
                "-c",
                f'{start} >/dev/null 2>&1; exec "$@"',
                "sh",
                sys.executable,
                "-c",
                program,
                str(place or self.place),
            ],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def session(home: Path) -> Session:
    return Session(home)


@needs_keyring
def test_the_key_is_kept_from_one_session_to_the_next(session: Session) -> None:
    assert session.run(OPEN_AND_SAVE) is None
    assert session.run(OPEN_AND_SAVE) == "Ines Marchetti"


@needs_keyring
def test_the_keyring_knows_nothing_of_the_person(session: Session) -> None:
    session.run(OPEN_AND_SAVE)
    ((label, attributes),) = session.run(LIST_WHAT_IT_HOLDS)
    name = session.place.read_bytes()[4:16].hex()
    assert attributes.pop("xdg:schema", "") in {"", "org.freedesktop.Secret.Generic"}
    assert attributes == {"service": "Appeal Desk", "username": name, "application": "Appeal Desk"}
    assert label == f"Password for '{name}' on 'Appeal Desk'"


@needs_keyring
def test_a_library_that_was_moved_or_copied_still_finds_its_key(session: Session) -> None:
    session.run(OPEN_AND_SAVE)
    copy = session.place.parent.with_name("elsewhere")
    copy.mkdir()
    shutil.copy(session.place, copy / "old library")
    session.place.unlink()
    assert session.run(OPEN_AND_SAVE, place=copy / "old library") == "Ines Marchetti"


@needs_keyring
def test_a_locked_keyring_is_said_and_the_library_left_alone(session: Session) -> None:
    session.run(OPEN_AND_SAVE)
    content = session.place.read_bytes()
    reason, what, remedy = session.run(SAY_WHY_NOT, unlocked=False)
    assert reason == "keyring locked"
    assert "locked" in what
    assert "Unlock" in remedy
    assert session.place.read_bytes() == content
    assert session.run(OPEN_AND_SAVE) == "Ines Marchetti"


@needs_keyring
def test_a_locked_keyring_gets_no_new_library(session: Session) -> None:
    session.run(OPEN_AND_SAVE)
    other = session.place.with_name("other")
    assert session.run(SAY_WHY_NOT, unlocked=False, place=other)[0] == "keyring locked"
    assert not other.exists()


@needs_keyring
def test_a_library_without_its_key_is_said_and_no_new_key_made(session: Session) -> None:
    Library.open(session.place, Key.fresh()).close()
    content = session.place.read_bytes()
    assert session.run(SAY_WHY_NOT)[0] == "key missing"
    assert session.run(LIST_WHAT_IT_HOLDS) == []
    assert session.place.read_bytes() == content


@needs_keyring
def test_a_library_with_a_passphrase_does_not_ask_the_keyring(session: Session) -> None:
    Library.open(session.place, Key.of_passphrase("seven grey herons")).close()
    assert session.run(SAY_WHY_NOT, unlocked=False)[0] == "passphrase needed"


def test_without_a_desktop_session_there_is_no_keyring(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Locked) as trouble:
        find_key(place)
    assert trouble.value.reason is Reason.NO_KEYRING
    assert "passphrase" in trouble.value.remedy
    assert not place.parent.exists()
    if sys.platform not in {"win32", "darwin"}:
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
        with pytest.raises(Locked) as trouble:
            find_key(place)
        assert trouble.value.reason is Reason.NO_KEYRING


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these do not use D-Bus")
def test_a_keyring_that_keeps_plain_text_is_never_used(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(Locked) as trouble:
        find_key(place)
    assert trouble.value.reason is Reason.NO_KEYRING


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no D-Bus here")
def test_a_desktop_bus_that_never_answers_does_not_hold_the_program(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Such paths may have 100 letters, and those of a test's own folder have more.
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as bus:
        bus.bind(f"{folder}/bus")
        bus.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={folder}/bus")
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
        monkeypatch.setattr(ring, "DETECTION", 0.5)
        with pytest.raises(Locked) as trouble:
            find_key(place)
    assert trouble.value.reason is Reason.KEYRING_LOCKED


class Forgetful:
    """A keyring that says yes and keeps nothing."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def set_password(self, *_words: str) -> None:
        pass

    def get_password(self, *_words: str) -> str | None:
        return None


class Garbled(Forgetful):
    """A keyring whose entry somebody has edited."""

    def get_password(self, *_words: str) -> str | None:
        return "hunter2"


class CutOff(Forgetful):
    """A keyring that kept half of the key."""

    def get_password(self, *_words: str) -> str | None:
        return "ab" * 16


class Asleep(Forgetful):
    """A keyring that waits for a person who comes when the test is over."""

    def get_password(self, *_words: str) -> str | None:
        self.over.wait(60)
        return None


class Broken(Forgetful):
    """A keyring whose service fails."""

    def get_password(self, *_words: str) -> str | None:
        raise RuntimeError("org.freedesktop.DBus.Error.NoReply")


def _with(monkeypatch: pytest.MonkeyPatch, *rings: Forgetful) -> None:
    monkeypatch.setattr(ring, "_rings", lambda: list(rings))


def test_a_keyring_that_does_not_keep_the_key_is_not_trusted(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with(monkeypatch, Forgetful())
    with pytest.raises(Locked) as trouble:
        find_key(place)
    assert trouble.value.reason is Reason.KEYRING_LOCKED


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Forgetful, Reason.KEY_MISSING),
        (Garbled, Reason.KEY_MISSING),
        (CutOff, Reason.KEY_MISSING),
        (Broken, Reason.KEYRING_LOCKED),
        (Asleep, Reason.KEYRING_LOCKED),
    ],
)
def test_a_keyring_that_fails_does_not_hold_the_program(
    place: Path,
    key: Key,
    monkeypatch: pytest.MonkeyPatch,
    answer: type[Forgetful],
    reason: Reason,
) -> None:
    Library.open(place, key).close()
    asked = answer()
    _with(monkeypatch, asked)
    monkeypatch.setattr(ring, "ANSWER", 0.05)
    begin = time.monotonic()
    with pytest.raises(Locked) as trouble:
        find_key(place)
    asked.over.set()
    assert trouble.value.reason is reason
    assert time.monotonic() - begin < 5


def test_the_second_keyring_is_asked_when_the_first_has_not_the_key(
    place: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Knowing(Forgetful):
        def get_password(self, *_words: str) -> str | None:
            return key.for_keyring()

    Library.open(place, key).close()
    for first in (Forgetful(), Garbled(), Broken()):
        _with(monkeypatch, first, Knowing())
        Library.open(place, find_key(place)).close()
