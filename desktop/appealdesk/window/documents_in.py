"""The ways a case comes in: opened, dropped, pasted, typed by hand, or the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QWidget

from appealdesk.cases import Case
from appealdesk.translation import _
from appealdesk.window.actions import Actions
from appealdesk.window.asking import Asking
from appealdesk.window.notice import Notice
from appealdesk.workbench import Workbench, places

MOST_DROPPED = 50  # documents at once; more are surely a slip of the hand

FOLDER = "folder of documents"  # the setting


class DocumentsIn(QObject):
    """Opens documents on the workbench."""

    def __init__(self, parent: QWidget, actions: Actions, notice: Notice, asking: Asking) -> None:
        super().__init__(parent)
        self._notice, self.asking = notice, asking
        self._bench: Workbench | None = None
        self.last_folder: Path | None = None
        self.removing: Callable[[int], None] = self._remove
        actions.open_document.triggered.connect(self.ask)
        actions.paste_document.triggered.connect(self.paste)
        actions.new_letter.triggered.connect(self.type_by_hand)
        actions.try_sample.triggered.connect(self.open_sample)

    def use(self, bench: Workbench) -> None:
        """Take the workbench."""
        self._bench = bench

    def open(self, files: Sequence[Path]) -> None:
        """Open documents; the last becomes the one on the desk."""
        if self._bench is None:
            return
        for path in files[:MOST_DROPPED]:
            self._bench.open_file(path)
        if len(files) > MOST_DROPPED:
            self._notice.tell(
                _("Only the first {count} documents are opened.").format(count=MOST_DROPPED),
                trouble=True,
            )

    def ask(self) -> None:
        """Ask which documents to open."""
        files = self.asking.documents(self.last_folder or places.documents())
        if files:
            self.last_folder = files[0].parent
            if self._bench is not None:
                self._bench.save_setting(FOLDER, str(self.last_folder))
        self.open(files)

    def open_sample(self) -> None:
        """Open the sample urgent action."""
        self.open(places.samples()[:1])

    def type_by_hand(self) -> None:
        """Ask for a case typed by hand and put it on the desk."""
        case = self.asking.case(Case())
        if case is not None and self._bench is not None:
            self._bench.add_case(case)

    def paste(self) -> None:
        """Read what is on the clipboard as a document."""
        copied: QMimeData | None = QApplication.clipboard().mimeData()  # None when it is empty
        if copied is None or not self.take(copied):
            self._notice.tell(
                _("There is no text on the clipboard. Copy the urgent action first."),
                trouble=True,
            )

    def takes(self, what: QMimeData) -> bool:
        """Tell whether something dropped or pasted can be read."""
        return what.hasUrls() or what.hasText() or what.hasHtml()

    def take(self, what: QMimeData) -> bool:
        """Read something dropped or pasted; False when there is nothing in it."""
        files = [Path(url.toLocalFile()) for url in what.urls() if url.isLocalFile()]
        if files:
            self.open(files)
            return True
        if self._bench is None:
            return False
        if what.hasHtml() and what.html().strip():
            self._bench.open_bytes(what.html().encode("utf-8"), _("Pasted") + ".html")
            return True
        if what.hasText() and what.text().strip():
            self._bench.open_bytes(what.text().encode("utf-8"), _("Pasted") + ".txt")
            return True
        return False

    def remove(self, number: int) -> None:
        """Take a case off the list; the notice offers it back."""
        self.removing(number)

    def _remove(self, number: int) -> None:
        bench = self._bench
        if bench is None or not number:
            return
        bench.remove_case(number)
        self._notice.tell(
            _("The case was removed."), (_("Undo"), lambda: bench.restore_case(number))
        )
