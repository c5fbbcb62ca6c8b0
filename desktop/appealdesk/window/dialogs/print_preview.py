"""The pages as the printer will print them, before a sheet of paper is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QGraphicsView, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from appealdesk.translation import _, ngettext
from appealdesk.window.dialogs.form import ask, label, name_button
from appealdesk.window.printing import paint_pages, set_paper
from appealdesk.window.theme import colours, em

_SHARP = 1700  # pixels across a page: sharp enough for a screen, and four megabytes in memory
_STEP = 1.2


class PrintPreview(QDialog):
    """All pages one below the other; its main button leads on to the printer."""

    def __init__(self, parent: QWidget | None, pages: Iterable[QImage]) -> None:
        super().__init__(parent)
        self.setObjectName("print_preview")
        self.setWindowTitle(_("Print preview"))
        self._pages = [_for_the_screen(page) for page in pages]
        many = len(self._pages)
        count = ngettext("{count} page", "{count} pages", many).format(count=many)
        # The widget paints on this printer and does not own it.
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        set_paper(self._printer, self._pages[0])
        self._view = QPrintPreviewWidget(self._printer, self)
        self._view.setObjectName("print_preview.view")
        self._dress(count)
        self._view.setSinglePageViewMode()
        self._view.fitToWidth()  # a page one can read; all of them at a glance are a button away
        self._view.paintRequested.connect(lambda printer: paint_pages(printer, self._pages))
        column = QVBoxLayout(self)
        heading = label(count, "soft", "print_preview.count")
        heading.setBuddy(self._view)
        column.addWidget(heading)
        column.addWidget(self._view, 1)
        column.addLayout(self._buttons())
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda steps=steps: self._zoom(steps))
        available = self.screen().availableGeometry()
        self.resize(
            min(em(70), available.width() * 9 // 10), min(em(60), available.height() * 9 // 10)
        )

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self._view.pageCount()

    def _dress(self, count: str) -> None:
        """Name what Qt's own widget has inside, which is what gets the keyboard."""
        pages = self._view.findChild(QGraphicsView)
        if isinstance(pages, QGraphicsView):
            pages.setObjectName("print_preview.pages")
            pages.setAccessibleName(_("The printed pages"))
            pages.setAccessibleDescription(count)
            pages.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            pages.setBackgroundBrush(QColor(colours().desk))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, words, tip, call in (
            ("larger", _("Larger"), _("Ctrl and +"), lambda: self._zoom(1)),
            ("smaller", _("Smaller"), _("Ctrl and −"), lambda: self._zoom(-1)),
            ("one", _("One page"), _("As wide as the window"), self._one_page),
            ("all", _("All pages"), _("Side by side"), self._all_pages),
            ("back", _("Previous page"), "", lambda: self._turn(-1)),
            ("next", _("Next page"), "", lambda: self._turn(1)),
        ):
            row.addWidget(self._button(name, words, call, tip))
        row.addStretch(1)
        row.addWidget(self._button("close", _("Close"), self.reject, ""))
        go_on = self._button("print", _("Print…"), self.accept, "")
        go_on.setDefault(True)
        row.addWidget(go_on)
        return row

    def _button(self, name: str, words: str, call: Callable[[], object], tip: str) -> QPushButton:
        button = QPushButton(words, self)
        name_button(button, f"print_preview.{name}", words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(call)
        return button

    def _zoom(self, steps: int) -> None:
        if steps > 0:
            self._view.zoomIn(_STEP)
        else:
            self._view.zoomOut(_STEP)

    def _turn(self, step: int) -> None:
        page = self._view.currentPage() + step
        self._view.setCurrentPage(min(max(1, page), self.page_count()))

    def _one_page(self) -> None:
        self._view.setSinglePageViewMode()
        self._view.fitToWidth()

    def _all_pages(self) -> None:
        self._view.setAllPagesViewMode()


def wants_print(parent: QWidget | None, pages: Iterable[QImage]) -> bool:
    """Show the pages; True when they shall be printed."""
    return ask(PrintPreview(parent, pages), lambda _dialog: True) or False


def _for_the_screen(page: QImage) -> QImage:
    """A page in grey: at the printer's size and in colour, thirty of them would fill the memory."""
    small = page
    if page.width() > _SHARP:
        small = page.scaledToWidth(_SHARP, Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    dots = round(page.dotsPerMeterX() * grey.width() / max(1, page.width()))
    grey.setDotsPerMeterX(dots)
    grey.setDotsPerMeterY(dots)
    return grey
