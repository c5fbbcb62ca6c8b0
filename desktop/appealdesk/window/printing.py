"""Letters on the printer: the typeset pages as pictures, at the printer's own resolution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from appealdesk.errors import Trouble
from appealdesk.translation import _, ngettext
from appealdesk.window.notice import Notice
from appealdesk.workbench import Pages, Workbench

MOST_SHARP = 600.0  # dots per inch: more cannot be seen in 10-point text
SHARP = 300.0  # for what is measured, not read


class Printing(QObject):
    """Has the letters set one after another, shows or prints them, and is gone."""

    def __init__(self, parent: QWidget, bench: Workbench, notice: Notice) -> None:
        super().__init__(parent)
        self._window, self._bench, self._notice = parent, bench, notice
        self._pages: list[bytes] = []
        self._sent = ""  # what to say when it is on the printer

    def ask(self, numbers: Sequence[int], on: dt.date) -> None:
        """Ask for the printer, then print these letters."""
        printer = self._chosen_printer()
        if printer is not None:
            self.print_on(printer, numbers, on)

    def preview(self, numbers: Sequence[int], on: dt.date) -> None:
        """Show the pages as they will be printed; from there they can be."""
        self._gather(list(numbers), on, MOST_SHARP, self._show)

    def hold_against_envelope(self, layout: str, language: str, on: dt.date) -> None:
        """Show the sheet that has the window of a layout's envelope; from there it is printed."""

        def came(pages: tuple[bytes, ...]) -> None:
            self._pages, self._sent = list(pages), _("The sheet was sent to the printer.")
            self._show()

        self._bench.exits.window_sheet(
            layout, language, on, came, self._failed, pixels_per_inch=SHARP
        )

    def print_on(self, printer: QPrinter, numbers: Sequence[int], on: dt.date) -> None:
        """Have the letters set and print all pages when the last one is there."""
        sharp = min(MOST_SHARP, float(printer.resolution()))
        self._gather(list(numbers), on, sharp, lambda: self._print(printer))

    # inside

    def _gather(
        self, waiting: list[int], on: dt.date, sharp: float, then: Callable[[], None]
    ) -> None:
        count = len(waiting)
        self._sent = ngettext(
            "{count} letter sent to the printer", "{count} letters sent to the printer", count
        ).format(count=count)

        def next_letter() -> None:
            if not waiting:
                then()
                return
            self._bench.exits.pages_to_print(waiting.pop(0), on, sharp, came, self._failed)

        def came(pages: Pages) -> None:
            self._pages += pages.images
            next_letter()

        next_letter()

    def _failed(self, trouble: Trouble) -> None:
        self._notice.tell(str(trouble), trouble=True)
        self.deleteLater()

    def _chosen_printer(self) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Letters"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("print_dialog")
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None

    def _show(self) -> None:
        from appealdesk.window.dialogs.print_preview import wants_print  # noqa: PLC0415

        printer = self._chosen_printer() if wants_print(self._window, self._pages) else None
        if printer is not None:
            self._print(printer)
        else:
            self.deleteLater()

    def _print(self, printer: QPrinter) -> None:
        if paint_pages(printer, (QImage.fromData(png) for png in self._pages)):
            self._notice.tell(self._sent)
        else:
            self._notice.tell(
                _("The printer does not answer. The letters can be saved as PDF instead."),
                trouble=True,
            )
        self.deleteLater()


def paint_pages(printer: QPrinter, pages: Iterable[QImage]) -> bool:
    """Print pages, each on the paper it was set for; False where the printer does not answer."""
    painter = QPainter()
    printer.setFullPage(True)
    for at, image in enumerate(pages):
        set_paper(printer, image)
        if at == 0:
            if not painter.begin(printer):
                return False
        elif not printer.newPage():
            painter.end()
            return False
        painter.drawImage(QRectF(painter.viewport()), image)
    return painter.isActive() and painter.end()


def set_paper(printer: QPrinter, image: QImage) -> None:
    """Ask for the paper that the page was set for: A4, or US Letter when it is squatter."""
    tall = image.height() / max(1, image.width())
    size = QPageSize.PageSizeId.A4 if tall > 1.35 else QPageSize.PageSizeId.Letter
    portrait = QPageLayout.Orientation.Portrait
    now = printer.pageLayout()
    # Not between pages for nothing: not every printer allows it.
    if (now.pageSize().id(), now.orientation()) != (size, portrait):
        printer.setPageLayout(QPageLayout(QPageSize(size), portrait, QMarginsF(0, 0, 0, 0)))
