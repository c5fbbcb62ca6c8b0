"""The child can neither write nor reach the network, nor grow, nor start anything."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from appealdesk.cases.opening import parent
from appealdesk.cases.opening.frames import read_frame, write_frame
from appealdesk.cases.opening.limits import MEMORY_BYTES, REPLY_BYTES
from tests.cases.opening.hostile_documents import HOSTILE
from tests.fuzz.valid_documents import VALID

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


WATCHED = "trace=%network,%process,open,openat,openat2,creat,unlink,rename,mkdir,prctl"
CURIOUS = [
    "a PDF with scripts and a file inside",
    "a PDF that wants to start a program",
    "a page of scripts and far things",
    "a docx with far links and pictures",
    "an entity that reads a file",
    "rich text with an object",
]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_kernel_saw_a_child_that_opened_nothing_for_writing_and_no_way_out(
    tmp_path: Path,
) -> None:
    """Every format and every curious document, as the kernel saw it from the outside."""
    documents = [*VALID.values(), *(HOSTILE[name].make() for name in CURIOUS)]
    asked = BytesIO()
    for data in documents:
        write_frame(asked, data)
    seen = tmp_path / "seen"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "200", "-o", str(seen), "-e", WATCHED, *parent._command()],
        input=asked.getvalue(),
        capture_output=True,
        env={},
        timeout=120,
        check=False,
    )
    if b"ptrace" in done.stderr:
        pytest.skip("this system lets nobody watch")
    answers = BytesIO(done.stdout)
    assert all(read_frame(answers, REPLY_BYTES) for _document in documents)
    before, _confined, after = seen.read_text(encoding="utf-8").partition("PR_SET_SECCOMP")
    calls = after.splitlines()[1:]
    assert any("pdfium" in call for call in calls)  # the readers were loaded behind the wall
    assert not [call for call in calls if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", call)]
    assert {re.sub(r"^\d+ +|\(.*", "", call) for call in calls} <= {
        "openat",
        "exit_group",
        "prctl",
    }
    assert set(re.findall(r"AF_\w+", before)) <= {"AF_UNIX"}  # the C library asks who runs it
    assert re.findall(r'"([^"]*)", O_(?:RDWR|WRONLY)', before) == ["/dev/null"]
    assert not re.findall(r'"/etc/(?:hostname|hosts|passwd|resolv.conf)"', after)
