"""Letters on the printer: the typeset pages as pictures, at the printer's own resolution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.paper import Sheets
from appealdesk.translation import _, ngettext
from appealdesk.window.notice import Notice
from appealdesk.workbench import Work, Workbench, sheets

METRES_PER_INCH = 0.0254
MOST_SHARP = 600.0  # dots per inch: more cannot be seen in 10-point text
MakeSheets = Callable[[Work, Sender | None], Sheets]
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
        self._gather(list(numbers), on, MOST_SHARP, lambda: self._show(MOST_SHARP))

    def hold_against_envelope(self, layout: str, language: str, on: dt.date) -> None:
        """Show the sheet that has the window of a layout's envelope; from there it is printed."""

        def came(pages: tuple[bytes, ...]) -> None:
            self._pages, self._sent = list(pages), _("The sheet was sent to the printer.")
            self._show(SHARP)

        self._bench.exits.window_sheet(
            layout, language, on, came, self._failed, pixels_per_inch=SHARP
        )

    def print_on(self, printer: QPrinter, numbers: Sequence[int], on: dt.date) -> None:
        """Have the letters set and print all pages when the last one is there."""
        sharp = _sharp(printer)
        self._gather(list(numbers), on, sharp, lambda: self._print(printer, sharp))

    def ask_for_sheets(self, make: MakeSheets, on: dt.date) -> None:
        """Ask for the printer, then print what goes with the letters."""
        printer = self._chosen_printer()
        if printer is not None:
            self.print_sheets_on(printer, make, on)

    def print_sheets_on(self, printer: QPrinter, make: MakeSheets, on: dt.date) -> None:
        """Have envelopes, labels, slips or a fax set, and print them on paper of their size."""
        sharp = _sharp(printer)

        def came(pages: tuple[bytes, ...]) -> None:
            self._pages, self._sent = list(pages), _("The sheets were sent to the printer.")
            self._print(printer, sharp)

        self._bench.exits.sheets_to_print(make, on, sharp, came, self._failed)

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
            number = waiting.pop(0)
            self._bench.exits.sheets_to_print(
                lambda work, sender: sheets.pile(work, (number,), sender, on),
                *(on, sharp, came, self._failed),
            )

        def came(pages: tuple[bytes, ...]) -> None:
            self._pages += pages
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

    def _show(self, sharp: float) -> None:
        from appealdesk.window.dialogs.print_preview import wants_print  # noqa: PLC0415

        # One at a time: the preview keeps small ones only.
        pages = (page_image(png, sharp) for png in self._pages)
        printer = self._chosen_printer() if wants_print(self._window, pages) else None
        if printer is not None:
            self._print(printer, sharp)
        else:
            self.deleteLater()

    def _print(self, printer: QPrinter, sharp: float) -> None:
        if paint_pages(printer, (page_image(png, sharp) for png in self._pages)):
            self._notice.tell(self._sent)
        else:
            self._notice.tell(
                _("The printer does not answer. The letters can be saved as PDF instead."),
                trouble=True,
            )
        self.deleteLater()


def page_image(png: bytes, pixels_per_inch: float) -> QImage:
    """Return a page that knows its own size."""
    image = QImage.fromData(png)
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(pixels_per_inch / METRES_PER_INCH))
    return image


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
    """Ask for the paper that the page was set for: A4, US Letter, the size of an envelope."""
    dots = max(1, image.dotsPerMeterX())
    size = QPageSize(
        QSizeF(image.width() * 1000 / dots, image.height() * 1000 / dots),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    portrait = QPageLayout.Orientation.Portrait
    now = printer.pageLayout()
    # Not between pages for nothing: not every printer allows it.
    if not now.pageSize().isEquivalentTo(size) or now.orientation() != portrait:
        printer.setPageLayout(QPageLayout(size, portrait, QMarginsF(0, 0, 0, 0)))


def _sharp(printer: QPrinter) -> float:
    return min(MOST_SHARP, float(printer.resolution()))
