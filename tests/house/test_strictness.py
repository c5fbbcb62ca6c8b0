"""What the house rules forbid does fail a test: tried in a test run inside the test run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

OFFENDERS = """
import logging, os, socket, warnings
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget

KEPT = []


def test_logs_a_warning():
    logging.getLogger("somewhere").warning("odd")


def test_warns():
    warnings.warn("old ways", DeprecationWarning)


def test_reaches_out_and_hides_it():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    except OSError:
        pass


def test_makes_qt_complain(qapp):
    qWarning("QSomething: odd")


def test_leaves_a_window_open(qapp):
    window = QWidget()
    window.show()
    KEPT.append(window)


def test_behaves(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
"""


def test_each_offence_fails_and_only_the_offenders(tmp_path: Path, checkout: Path) -> None:
    offenders = tmp_path / "test_offenders.py"
    offenders.write_text(OFFENDERS)
    options = ["-c", "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    options += ["--rootdir", str(checkout), "-p", "no:randomly", "-p", "no:xdist", "-rA"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(offenders)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    told = {
        line.split("::")[1].split(" ")[0]: line.split(" ")[0]
        for line in lines
        if line.startswith(("FAILED", "ERROR"))
    }
    assert told == {
        "test_logs_a_warning": "FAILED",
        "test_warns": "FAILED",
        "test_reaches_out_and_hides_it": "FAILED",
        "test_makes_qt_complain": "FAILED",
        "test_leaves_a_window_open": "ERROR",
    }, done.stdout
