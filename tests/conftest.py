"""House rules that hold for every test, and the fixtures that rooms share.

Every test runs with a home of its own (`home`), no desktop, no keyring and no network. A log
record at WARNING or above, a Qt warning, a Python warning or an attempt to reach the network
fails the test. Qt is offscreen unless a test asks for `xvfb`. See CONTRIBUTING.md.
"""

from __future__ import annotations

import gc
import logging
import os
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import hostile, isolation
from tests.silence import Silence
from tests.xvfb import NoScreen, Screen, private_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

CHECKOUT = Path(__file__).resolve().parents[1]
_silence = Silence()


def pytest_configure() -> None:
    """Settle the surroundings before anything imports Qt."""
    isolation.settle()
    time.tzset()
    isolation.bar_network()
    logging.getLogger().addHandler(_silence)


def pytest_report_header() -> str:
    """Say how far away the network is."""
    if os.environ.get("APPEALDESK_NO_NETWORK"):
        return "network: none (empty network namespace)"
    return "network: refused by the tests themselves (no network namespace to be had)"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup() -> Generator[None, object, object]:
    """Start each test with nothing logged and nothing attempted."""
    _silence.begin()
    isolation.attempts.clear()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Fail the test for what it logged or tried to reach, after its own assertions."""
    result = yield
    _complain()
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """The same for what its fixtures did while they were taken down."""
    _silence.begin()
    isolation.attempts.clear()
    result = yield
    _complain()
    return result


def _complain() -> None:
    complaints = _silence.complaints() + [f"network: {attempt}" for attempt in isolation.attempts]
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log() -> Callable[[str], None]:
    """Return a function: the test must log a record at WARNING or above that holds this text."""
    return _silence.expected.append


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home folder of this test, which HOME, XDG_* and APPEALDESK_HOME point into."""
    return isolation.make_home(tmp_path, monkeypatch)


@pytest.fixture(params=hostile.TEXTS.values(), ids=list(hostile.TEXTS))
def hostile_text(request: pytest.FixtureRequest) -> str:
    """Return one odd or hostile string after the other; see tests/hostile.py."""
    return str(request.param)


@pytest.fixture(params=hostile.FILE_NAMES.values(), ids=list(hostile.FILE_NAMES))
def odd_file_name(request: pytest.FixtureRequest) -> str:
    """Return one odd file name after the other that every system allows."""
    return str(request.param)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def xvfb() -> Iterator[Screen]:
    """Return a private screen that programs can be started on: `env=xvfb.environment()`."""
    try:
        with private_screen() as screen:
            yield screen
    except NoScreen as trouble:
        pytest.skip(str(trouble))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Return pytest-qt's application, British whatever the machine is."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("en_GB"))
    return qapp


@pytest.fixture(autouse=True)
def _tidy_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep the cyclic garbage collector away from Qt's event loop, and leave no window behind.

    PySide6 crashes when the collector frees a widget while events are being delivered
    (equinor/ert#14421, dangerzone#1548). So: collector off during the test; then widgets
    destroyed by name, pending deletions carried out, and garbage collected while nothing runs.
    """
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    app: QApplication = request.getfixturevalue("qapp")
    gc.disable()
    try:
        yield
        left = _close_all(app)
    finally:
        gc.enable()
        gc.collect()
    assert not left, f"windows left open (qtbot.addWidget closes them): {left}"


def _close_all(app: QApplication) -> list[str]:
    """Destroy every top-level widget; return those that a test left open."""
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = []
    for widget in app.topLevelWidgets():
        if shiboken6.isValid(widget) and widget.isVisible():
            left.append(_named(widget))
        if shiboken6.isValid(widget) and widget.parent() is None:
            shiboken6.delete(widget)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return left


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.windowTitle()!r}"
