"""A private X server can be had, and programs open on it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.xvfb import NoScreen, Screen, private_screen


def test_programs_are_told_where_the_screen_is(xvfb: Screen) -> None:
    environment = xvfb.environment({"WAYLAND_DISPLAY": "wayland-0", "PATH": "/bin"})
    assert environment == {"PATH": "/bin", "DISPLAY": xvfb.display, "QT_QPA_PLATFORM": "xcb"}


def test_the_screen_has_the_size_of_a_small_laptop(xvfb: Screen) -> None:
    asked = ["xdotool", "getdisplaygeometry"]
    done = subprocess.run(asked, env=xvfb.environment(), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1280", "800"]


def test_without_xvfb_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoScreen, match="apt-get install xvfb"), private_screen():
        pass


def test_a_server_that_dies_at_once_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "Xvfb"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(NoScreen, match="did not start"), private_screen():
        pass
