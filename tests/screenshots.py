"""Pictures of every state of the window, for people to look at: `python -m tests.screenshots`.

Each look (light, dark, mirrored, twice as large, small) is a process of its own on a private
screen, because scale and direction are settled when the application starts. The pictures go to
build/screenshots/, or to the folder named. One of them becomes docs/pictures/window.png.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.xvfb import NoScreen, private_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from appealdesk.letters import Sender
    from appealdesk.window.main_window import MainWindow

CHECKOUT = Path(__file__).resolve().parents[1]
ON = dt.date(2026, 11, 26)  # the day on the letters: the samples are of that month
LATE = dt.date(2027, 6, 1)  # every sample's deadline has passed by then
RICH = """I write about **Marisol Etcheverry Bauzá**, who organises the bus drivers of the _northern_ depots.

> Everyone has the right to form and to join trade unions.

I ask you to:
- have the threats investigated **at once**;
- protect her and her family.

Thank you for your attention."""
SCREEN = (2720, 1760)

# Look -> environment, size of the main window in px before scaling.
LOOKS: dict[str, tuple[dict[str, str], tuple[int, int]]] = {
    "light": ({}, (1360, 880)),
    "1280x800": ({}, (1280, 800)),
    "1024x700": ({}, (1024, 700)),
    "dark": ({"STORY_DARK": "1"}, (1360, 880)),
    "right-to-left": ({"STORY_MIRRORED": "1"}, (1360, 880)),
    "twice-as-large": ({"QT_SCALE_FACTOR": "2"}, (1280, 800)),
}
ONLY_LETTER = {"1280x800", "1024x700"}


def main(arguments: list[str]) -> int:
    """Take all pictures; return 1 where a look failed."""
    if arguments[:1] == ["--look"]:
        return _Camera(Path(arguments[2]), arguments[1]).take_all()
    folder = Path(arguments[0]) if arguments else CHECKOUT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    failed = []
    try:
        with private_screen(*SCREEN) as screen:
            for look, (settings, _size) in LOOKS.items():
                done = subprocess.run(
                    [sys.executable, "-m", "tests.screenshots", "--look", look, str(folder)],
                    env=screen.environment() | settings | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
                    cwd=CHECKOUT,
                    check=False,
                    timeout=180,
                )
                failed += [look] if done.returncode else []
    except NoScreen as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    if not arguments and not failed:
        shutil.copyfile(folder / "letter-1280x800.png", CHECKOUT / "docs/pictures/window.png")
    return 1 if failed else 0


class _Camera:
    """Takes the pictures of one look."""

    def __init__(self, folder: Path, look: str) -> None:
        from PySide6.QtCore import QLocale, Qt

        from appealdesk.window.application import application
        from appealdesk.window.theme import Appearance, theme

        QLocale.setDefault(QLocale("en_GB"))
        self.folder, self.look = folder, look
        self.app = application()
        if os.environ.get("STORY_MIRRORED"):
            self.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if os.environ.get("STORY_DARK"):
            theme().choose(Appearance.DARK)

    def take_all(self) -> int:
        """Take every picture of this look."""
        window = self.window()
        if self.look not in ONLY_LETTER:
            self.keep("empty", window)
        self.letters(window)
        if self.look not in ONLY_LETTER:
            self.dialogs(window)
            self.states(window)
        window.bench.close()
        return 0

    def window(self) -> MainWindow:
        """Return a shown window with its library in memory."""
        from appealdesk.window.main_window import MainWindow

        window = MainWindow(None)
        window.resize(*LOOKS[self.look][1])
        window.show()
        window.start(())
        self.until(lambda: window.bench.keeping.value == "open")
        window.shown.today = lambda: ON
        self.settle()
        return window

    def letters(self, window: MainWindow) -> None:
        """The samples on the desk: being written, and printed."""
        from appealdesk.workbench import places

        for sample in reversed(places.samples()):
            wanted = len(window.bench.entries) + 1
            window.documents.open([sample])
            self.until(partial(_has_cases, window, wanted))
        window.bench.set_sender(_sample_sender())
        self.settle(900)
        self.keep("letter", window)
        window.edits.next_field()
        self.settle()
        self.keep("place-to-fill-in", window)
        window.actions_.show_page.trigger()
        self.settle(1500)
        self.keep("printed-page", window)
        self.rich(window)
        window.actions_.show_both.trigger()
        self.settle(1500)
        self.keep("side-by-side", window)
        self.too_long(window)
        self.keep("too-long", window)
        window.bench.undo()
        window.bench.undo()
        window.actions_.show_write.trigger()
        self.settle()

    def rich(self, window: MainWindow) -> None:
        """A letter with all that a letter can have, for an envelope with a window."""
        from appealdesk.workbench import works

        work = window.bench.work
        assert work is not None
        work = works.write(work, window.shown.number, RICH)
        work = works.set_around(work, ("Copy of the petition",), "Your letter of 3 November 2026")
        window.bench.set_sender(_signing(_sample_sender()))
        window.bench.change("text", works.set_layout(work, "nf-z-11-001"))

    def too_long(self, window: MainWindow) -> None:
        """A letter that runs onto a second page, and the paragraph that could go."""
        from appealdesk.workbench import works

        work = window.bench.work
        assert work is not None
        long = "\n\n".join([RICH, *[window.brief.summary.toPlainText()] * 9, RICH])
        window.bench.change("text", works.write(work, window.shown.number, long))
        self.settle(1500)
        window.status.page.emit()
        self.settle(900)

    def dialogs(self, window: MainWindow) -> None:
        """Every dialog, one after the other."""
        from appealdesk.cases import Case
        from appealdesk.window.dialogs.about import AboutDialog
        from appealdesk.window.dialogs.around import AroundDialog
        from appealdesk.window.dialogs.case_details import CaseDialog
        from appealdesk.window.dialogs.passphrase import PassphraseDialog
        from appealdesk.window.dialogs.print_preview import PrintPreview
        from appealdesk.window.dialogs.recipient import RecipientDialog
        from appealdesk.window.dialogs.sender import SenderDialog
        from appealdesk.window.dialogs.together import Together, TogetherDialog
        from appealdesk.window.printing import page_image

        work = window.bench.work
        assert work is not None
        first = work.case.recipients[0]
        why = "This computer keeps no keys."
        made: dict[str, Callable[[], QDialog]] = {
            "sender": lambda: SenderDialog(window, _sample_sender()),
            "sender-signing": lambda: SenderDialog(window, _signing(_sample_sender())),
            "around": lambda: AroundDialog(window, ("Copy of the petition",), ""),
            "sender-first-time": lambda: SenderDialog(window, None),
            "recipient": lambda: RecipientDialog(window, first),
            "embassy": lambda: RecipientDialog(window, None, embassy_of="UY"),
            "case": lambda: CaseDialog(window, work.case),
            "new-letter": lambda: CaseDialog(window, Case()),
            "new-passphrase": lambda: PassphraseDialog(window, True, why),
            "passphrase": lambda: PassphraseDialog(window, False, ""),
            "about": lambda: AboutDialog(window),
            "together": lambda: TogetherDialog(window, Together()),
            "print-preview": lambda: PrintPreview(
                window,
                [page_image(png, 96) for png in window.desk.pages.images() * 3],
            ),
        }
        for name, make in made.items():
            self.dialog(name, make())
        self.window_sheet(window)
        self.doubts(window)
        self.beside_letters(window)
        self.questions(window)

    def window_sheet(self, window: MainWindow) -> None:
        """The sheet to hold against an envelope with a window."""
        from appealdesk.window.dialogs.print_preview import PrintPreview
        from appealdesk.window.printing import SHARP, page_image
        from appealdesk.workbench import sending

        sheet = sending.window_sheet("din-5008-b", "en", ON, SHARP)
        pages = [page_image(png, SHARP) for png in sheet]
        self.dialog("hold-window", PrintPreview(window, pages))

    def doubts(self, window: MainWindow) -> None:
        """The doubts of an invented case beside its document."""
        from msgspec.structs import replace

        from appealdesk.cases import Doubt, Doubtful, Source
        from appealdesk.window.dialogs.doubts import DoubtsDialog

        work = window.bench.work
        assert work is not None
        found = [line.number for line in work.document.lines if "APPEALS BEFORE" in line.text]
        place = Source(line=found[0], last=found[0])
        doubts = (
            Doubt(field="deadline", problem=Doubtful.REFERRED_TO, source=place),
            Doubt(field="points", problem=Doubtful.UNCLEAR_END, source=Source(line=17, last=20)),
        )
        doubtful = replace(work, case=replace(work.case, deadline=None, doubts=doubts))
        dialog = DoubtsDialog(window, doubtful, None)
        dialog.show()
        self.settle()
        self.keep("doubts-missing", dialog)
        dialog._go(1)
        self.settle()
        self.keep("doubts-asks", dialog)
        dialog._go(9)
        self.settle()
        self.keep("doubts-end", dialog)
        dialog.close()

    def beside_letters(self, window: MainWindow) -> None:
        """Envelopes, labels, slips and a fax, with the page that is printed."""
        from PySide6.QtWidgets import QRadioButton

        from appealdesk.window.sheets_out import SheetsOut

        dialog = SheetsOut(window, window.bench, window.shown).dialog(None)
        dialog.show()
        for kind in dialog.findChildren(QRadioButton):
            kind.click()
            self.settle(1500)
            self.keep(kind.objectName().replace("beside_letters.", "beside-"), dialog)
        dialog.close()
        dialog.deleteLater()

    def questions(self, window: MainWindow) -> None:
        """The short questions before letters leave."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        asking: dict[str, Callable[[], object]] = {
            "expired": lambda: window.edits.asking.expired(ON - dt.timedelta(days=9)),
            "fill-first": lambda: window.edits.asking.fill_first(["one sentence of your own"]),
            "unchecked": lambda: window.edits.asking.unchecked(2, "No deadline is given."),
            "leaving": window.edits.asking.leaving_unkept,
        }
        for name, ask in asking.items():

            def look(name: str = name) -> None:
                box = QApplication.activeModalWidget()
                if box is None:
                    QTimer.singleShot(20, look)
                    return
                self.keep(name, box)
                box.close()

            QTimer.singleShot(150, look)
            ask()

    def states(self, window: MainWindow) -> None:
        """What the main window looks like on other days."""
        from appealdesk.errors import Trouble
        from appealdesk.workbench import Keeping

        window.busy("Reading the document")
        self.settle()
        self.keep("reading", window)
        window.busy("")
        window.notice.tell("3 letters saved in Documents", ("Show folder", lambda: None))
        self.settle()
        self.keep("saved", window)
        trouble = Trouble(
            "The file UA 131-26.pdf could not be written.",
            kept="Your letter is safe in Appeal Desk.",
            remedy="Please choose another folder.",
        )
        window.notice.tell(str(trouble), ("Choose another folder", lambda: None), trouble=True)
        self.settle()
        self.keep("not-written", window)
        window.notice.dismiss()
        window.keeping_changed(Keeping.NEW_PASSPHRASE, None)
        self.settle()
        self.keep("passphrase-banner", window)
        window.keeping_changed(Keeping.OPEN, None)
        window.shown.today = lambda: LATE
        window.shown.refresh()
        window.cases_changed(window.bench.entries)
        self.settle()
        self.keep("deadline-past", window)

    # how a picture is taken

    def dialog(self, name: str, dialog: QDialog) -> None:
        """Show a dialog, keep its picture, and close it."""
        dialog.show()
        self.settle()
        self.keep(name, dialog)
        dialog.close()
        dialog.deleteLater()

    def keep(self, name: str, what: QWidget) -> None:
        """Keep the picture of a window."""
        what.grab().save(str(self.folder / f"{name}-{self.look}.png"))

    def settle(self, milliseconds: int = 300) -> None:
        """Let the window live for a moment."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, come: Callable[[], bool]) -> None:
        """Let the window live until something has come, 30 s at most."""
        for _look in range(600):
            if come():
                return
            self.settle(50)
        raise AssertionError("the window did not come so far")


def _sample_sender() -> Sender:
    from appealdesk.workbench import read_sender

    return read_sender(CHECKOUT / "resources" / "samples" / "sender.yaml")


def _signing(sender: Sender) -> Sender:
    """Return the sender with a signature on the letters."""
    from msgspec.structs import replace

    from tests.window.conftest import a_signature

    return replace(sender, signature_image=a_signature(), signed=True)


def _has_cases(window: MainWindow, wanted: int) -> bool:
    return len(window.bench.entries) >= wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
