"""The program proves itself: the real window goes through the main job once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.xvfb import Screen


@pytest.mark.story
def test_the_program_goes_through_its_main_job(xvfb: Screen, checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "appealdesk", "--smoke"],
        env=xvfb.environment(),
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "all is well" in done.stdout
