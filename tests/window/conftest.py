"""A window with a case on its desk, and somebody who answers its questions."""
# ruff: noqa: ARG002  (answers have the shape of the questions)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from appealdesk.cases import Case, Recipient
from appealdesk.letters import Sender
from appealdesk.window.asking import Asking
from appealdesk.window.dialogs.beside_letters import BesideLetters
from appealdesk.window.dialogs.together import Together
from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import Work
from tests.invented import SENDER, a_case

TODAY = dt.date(2025, 4, 1)  # nineteen days before the deadline of the invented case


class Answers(Asking):
    """Answers in the person's place; what was asked is written down in `asked`."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self.asked: list[str] = []
        self.to_folder: Path | None = folder
        self.to_pdf: Path | None = folder / "all.pdf"
        self.files: tuple[Path, ...] = ()
        self.who: Sender | None = SENDER
        self.what_around: tuple[tuple[str, ...], str] | None = None
        self.new_recipient: Recipient | None = None
        self.new_case: Case | None = None
        self.settled: Callable[[Work], Work] | None = None
        self.phrase: str | None = None
        self.still_wanted = True
        self.fields = "leave out"
        self.doubtful = "anyway"
        self.leaving = "leave"
        self.opens = False
        self.how_together: Together | None = Together()
        self.beside: Callable[[BesideLetters], object] = lambda _dialog: None

    def documents(self, folder: Path) -> tuple[Path, ...]:
        self.asked.append(f"documents in {folder.name}")
        return self.files

    def folder(self, start: Path) -> Path | None:
        self.asked.append(f"folder from {start.name}")
        return self.to_folder

    def pdf(self, start: Path) -> Path | None:
        self.asked.append(f"pdf {start.name}")
        return self.to_pdf

    def together(self, first: Together) -> Together | None:
        self.asked.append("together")
        return self.how_together

    def beside_letters(self, dialog: BesideLetters) -> None:
        self.asked.append("beside letters")
        self.beside(dialog)

    def sender(self, sender: Sender | None) -> Sender | None:
        self.asked.append("sender")
        return self.who

    def around(
        self, enclosures: tuple[str, ...], reference: str
    ) -> tuple[tuple[str, ...], str] | None:
        self.asked.append(f"around {len(enclosures)} {reference}")
        return self.what_around

    def recipient(self, recipient: Recipient | None, embassy_of: str = "") -> Recipient | None:
        self.asked.append(f"recipient {recipient.number if recipient else embassy_of or 'new'}")
        return self.new_recipient

    def case(self, case: Case) -> Case | None:
        self.asked.append("case")
        return self.new_case

    def doubts(self, work: Work, sender: Sender | None, changed: Callable[[Work], None]) -> None:
        self.asked.append("doubts")
        if self.settled is not None:
            changed(self.settled(work))

    def passphrase(self, *, new: bool, why: str) -> str | None:
        self.asked.append("new passphrase" if new else "passphrase")
        return self.phrase

    def expired(self, deadline: dt.date) -> bool:
        self.asked.append(f"expired {deadline}")
        return self.still_wanted

    def fill_first(self, fields: Sequence[str]) -> str:  # type: ignore[override]
        self.asked.append(f"fill {len(fields)}")
        return self.fields

    def unchecked(self, count: int, first: str) -> str:
        self.asked.append(f"unchecked {count}")
        return self.doubtful

    def leaving_unkept(self) -> str:
        self.asked.append("leaving")
        return self.leaving

    def follow(self, address: str, host: str) -> bool:
        self.asked.append(f"follow {host}")
        return self.opens


def a_blank_page() -> QImage:
    """Return a blank A4 page at 100 dpi, which knows its size."""
    page = QImage(827, 1169, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    page.setDotsPerMeterX(3937)
    page.setDotsPerMeterY(3937)
    return page


def a_signature() -> bytes:
    """Return a stroke of ink on white paper as PNG."""
    page = QImage(300, 100, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.setPen(QPen(QColor("#102040"), 5))
    painter.drawLine(20, 80, 270, 25)
    painter.end()
    return _png(page)


def _png(page: QImage) -> bytes:
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"PNG")).write(page)
    return bytes(kept.data().data())


class Volunteer:
    """A window with somebody before it."""

    def __init__(self, window: MainWindow, answers: Answers) -> None:
        self.window = window
        self.answers = answers

    @property
    def work(self) -> Work:
        """The case on the desk."""
        work = self.window.bench.work
        assert work is not None
        return work

    def wait(self) -> None:
        """Let everything that was asked of the background come back."""
        for _round in range(5):
            self.window.rooms.runner.finish()
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def put(self, case: Case) -> None:
        """Put a case on the desk."""
        self.window.bench.add_case(case)
        self.wait()


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[Volunteer]:
    """Return a window without a case, its library in memory."""
    window = MainWindow(None)
    qtbot.addWidget(window)
    answers = Answers(window, tmp_path / "letters")
    window.ask_as(answers)
    window.shown.today = lambda: TODAY
    window.resize(1360, 880)
    window.show()
    window.start()
    volunteer = Volunteer(window, answers)
    volunteer.wait()
    yield volunteer
    answers.leaving = "leave"
    window.close()


@pytest.fixture
def volunteer(bare: Volunteer) -> Volunteer:
    """Return a window with the invented case on its desk, the sender known."""
    bare.window.bench.set_sender(SENDER)
    bare.put(a_case())
    return bare
