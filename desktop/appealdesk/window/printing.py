"""Letters on the printer: the typeset pages as pictures, at the printer's own resolution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from appealdesk.errors import Trouble
from appealdesk.translation import _, ngettext
from appealdesk.window.notice import Notice
from appealdesk.workbench import Pages, Workbench

MOST_SHARP = 600.0  # dots per inch: more cannot be seen in 10-point text


class Printing(QObject):
    """Asks for the printer, has the letters set one after another, and prints them."""

    def __init__(self, parent: QWidget, bench: Workbench, notice: Notice) -> None:
        super().__init__(parent)
        self._window, self._bench, self._notice = parent, bench, notice
        self._pages: list[bytes] = []
        self._letters = 0

    def ask(self, numbers: Sequence[int], on: dt.date) -> None:
        """Ask for the printer, then print these letters."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Letters"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("print_dialog")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer, numbers, on)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter, numbers: Sequence[int], on: dt.date) -> None:
        """Have the letters set and print all pages when the last one is there."""
        sharp = min(MOST_SHARP, float(printer.resolution()))
        waiting = list(numbers)
        self._letters = len(waiting)

        def next_letter() -> None:
            if not waiting:
                self._print(printer)
                return
            self._bench.exits.pages_to_print(waiting.pop(0), on, sharp, came, failed)

        def came(pages: Pages) -> None:
            self._pages += pages.images
            next_letter()

        def failed(trouble: Trouble) -> None:
            self._notice.tell(str(trouble), trouble=True)
            self.deleteLater()

        next_letter()

    def _print(self, printer: QPrinter) -> None:
        painter = QPainter()
        printer.setFullPage(True)
        printed = False
        for at, png in enumerate(self._pages):
            image = QImage.fromData(png)
            set_paper(printer, image)
            if at == 0:
                printed = painter.begin(printer)
                if not printed:
                    break
            else:
                printer.newPage()
            painter.drawImage(QRectF(painter.viewport()), image)
        if printed:
            painter.end()
            words = ngettext(
                "{count} letter sent to the printer",
                "{count} letters sent to the printer",
                self._letters,
            )
            self._notice.tell(words.format(count=self._letters))
        else:
            self._notice.tell(
                _("The printer does not answer. The letters can be saved as PDF instead."),
                trouble=True,
            )
        self.deleteLater()


def set_paper(printer: QPrinter, image: QImage) -> None:
    """Ask for the paper that the page was set for: A4, or US Letter when it is squatter."""
    tall = image.height() / max(1, image.width())
    size = QPageSize.PageSizeId.A4 if tall > 1.35 else QPageSize.PageSizeId.Letter
    printer.setPageLayout(
        QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
