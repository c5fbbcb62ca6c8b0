"""The child can neither write nor reach the network, nor grow, nor start anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from appealdesk.cases.opening.limits import MEMORY_BYTES

TRIES = """
import json, os, socket, sys
from appealdesk.cases.opening.confinement import confine
folder = sys.argv[1]
confine()

def tried(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "allowed"

print(json.dumps({
    "read": tried(lambda: open(folder + "/kept.txt").read()),
    "write": tried(lambda: open(folder + "/new.txt", "w")),
    "append": tried(lambda: open(folder + "/kept.txt", "a")),
    "remove": tried(lambda: os.unlink(folder + "/kept.txt")),
    "rename": tried(lambda: os.rename(folder + "/kept.txt", folder + "/lost.txt")),
    "folder": tried(lambda: os.mkdir(folder + "/f")),
    "network": tried(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM)),
    "desktop": tried(lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)),
    "process": tried(os.fork),
    "program": tried(lambda: os.execv("/bin/true", ["true"])),
    "memory": tried(lambda: bytearray(int(sys.argv[2]))),
    "files": tried(lambda: [os.open("/dev/null", os.O_RDONLY) for _ in range(60)]),
}))
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    path = tmp_path / "papers" / "kept.txt"
    path.write_text("kept", encoding="utf-8")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")
def test_the_confined_process_can_read_and_do_nothing_else(kept: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIES, str(kept.parent), str(MEMORY_BYTES)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stdout)
    assert told.pop("read") == "allowed"
    assert told.pop("memory") == "MemoryError"
    assert set(told.values()) <= {"PermissionError", "BlockingIOError", "OSError"}
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]
    assert kept.read_text(encoding="utf-8") == "kept"
