"""The installer for Windows, compiled here against a stand-in for the program.

NSIS is the real compiler; what the installer does on Windows is not tried here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.structure.sources import CHECKOUT

SCRIPT = CHECKOUT / "packaging/windows/installer.nsi"


def test_the_installer_compiles_without_a_warning(tmp_path: Path) -> None:
    compiler = shutil.which("makensis")
    if not compiler:
        pytest.skip("nsis is not installed")
    program = tmp_path / "program"
    (program / "_internal").mkdir(parents=True)
    for name in ("appealdesk.exe", "appealdesk-window.exe", "_internal/python311.dll"):
        (program / name).write_bytes(b"stand-in")
    subprocess.run(
        [sys.executable, "-c", ICON, str(tmp_path / "appealdesk.ico")],
        check=True,
    )
    done = subprocess.run(
        [
            compiler,
            "-WX",
            "-V2",
            "-DVERSION=1.2.3",
            f"-DFROZEN={program}",
            f"-DICONS={tmp_path}",
            f"-DDIST={tmp_path}",
            str(SCRIPT),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "appealdesk-1.2.3-windows.exe").read_bytes()[:2] == b"MZ"


# One white pixel, as the smallest icon there can be.
ICON = """
import struct, sys
image = struct.pack("<IiiHHIIiiII", 40, 1, 2, 1, 32, 0, 8, 0, 0, 0, 0) + b"\\xff" * 4 + bytes(4)
head = struct.pack("<HHHBBBBHHII", 0, 1, 1, 1, 1, 0, 0, 1, 32, len(image), 22)
open(sys.argv[1], "wb").write(head + image)
"""


def test_nobody_is_asked_for_administrators_rights() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "$PROGRAMFILES" not in script


def test_cases_and_letters_are_removed_only_when_ticked() -> None:
    sections = re.split(r"^(?=Section )", SCRIPT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    touching = [
        one for one in sections if re.search(r"^\s+(Delete|RMDir).*LOCALAPPDATA", one, re.MULTILINE)
    ]
    assert len(touching) == 1
    assert touching[0].startswith('Section /o "un.')
