"""The walls around the tests stand: home, network, logs, windows."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import isolation
from tests.silence import Silence


def test_home_and_library_are_inside_the_folder_of_the_test(home: Path, tmp_path: Path) -> None:
    assert Path.home() == home
    assert tmp_path in Path(os.environ["APPEALDESK_HOME"]).parents
    assert tmp_path in Path(os.environ["XDG_DATA_HOME"]).parents


def test_a_test_sees_no_desktop() -> None:
    assert not set(isolation.DESKTOP) & set(os.environ)


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_connecting_to_another_machine_is_refused_and_noted(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as outward:
        outward.settimeout(1)
        with pytest.raises(isolation.NetworkReached):
            outward.connect((host, 80))
    assert isolation.attempts
    isolation.attempts.clear()


def test_asking_for_the_address_of_a_name_is_refused_and_noted() -> None:
    with pytest.raises(isolation.NetworkReached):
        socket.getaddrinfo("case.example", 80)
    assert isolation.attempts == ["socket.getaddrinfo: 'case.example'"]
    isolation.attempts.clear()


def test_sending_a_datagram_is_refused_and_noted() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward,
        pytest.raises(isolation.NetworkReached),
    ):
        outward.sendto(b"x", ("192.0.2.1", 9))
    assert isolation.attempts
    isolation.attempts.clear()


def test_programs_on_this_machine_may_be_talked_to(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as caller:
        listener.bind(str(tmp_path / "s"))
        listener.listen()
        caller.connect(str(tmp_path / "s"))
    assert isolation.attempts == []


@pytest.mark.skipif(
    not os.environ.get("APPEALDESK_NO_NETWORK"), reason="no empty network namespace"
)
def test_a_program_started_by_a_test_finds_no_network_either() -> None:
    code = (
        "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "try: s.connect(('192.0.2.1', 9))\n"
        "except OSError as trouble: print(trouble.errno)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "101"  # ENETUNREACH


def test_an_expected_log_record_is_no_failure(expect_log: Callable[[str], None]) -> None:
    expect_log("the library is locked")
    logging.getLogger("appealdesk").warning("the library is locked (%s)", "second window")


@pytest.fixture
def silence() -> Silence:
    return Silence()


def _record(message: str) -> logging.LogRecord:
    return logging.LogRecord("room", logging.WARNING, "f.py", 1, message, None, None)


def test_an_unexpected_log_record_is_complained_of(silence: Silence) -> None:
    silence.handle(_record("something odd"))
    assert silence.complaints() == ["unexpected log record: WARNING room: something odd"]


def test_an_expected_record_that_never_came_is_complained_of(silence: Silence) -> None:
    silence.expected.append("locked")
    assert silence.complaints() == ["expected log record never came: 'locked'"]


def test_each_test_begins_in_silence(silence: Silence) -> None:
    silence.handle(_record("left over"))
    silence.begin()
    assert silence.complaints() == []
