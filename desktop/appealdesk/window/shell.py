"""The window as it is from the first moment: bars, list of cases, an empty middle."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from appealdesk.window.actions import Actions
from appealdesk.window.case_list import CaseList
from appealdesk.window.empty import Empty
from appealdesk.window.keeping_banner import KeepingBanner
from appealdesk.window.menus import fill_menu_bar, save_menu
from appealdesk.window.notice import Notice
from appealdesk.window.status_line import StatusLine
from appealdesk.window.theme import em, theme
from appealdesk.window.toolbar import Toolbar

FOLD_BELOW = 90  # em: a narrower window has no room for the list of cases beside the rest


class Shell(QMainWindow):
    """Everything that needs neither cases nor letters, and loads in a moment.

    painted: the window has been seen for the first time
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAccessibleName("Appeal Desk")
        self.setWindowTitle("Appeal Desk")
        self.setAcceptDrops(True)
        theme()
        self._narrow = False
        self._painted = False
        self.actions_ = actions = Actions(self)
        fill_menu_bar(self.menuBar(), actions)
        self.toolbar = Toolbar(actions, save_menu(self.menuBar(), actions), self)
        self.save_button = self.toolbar.main_button
        self.keeping = KeepingBanner(self)
        self.cases = CaseList(self)
        self.empty = Empty(actions.open_document, actions.paste_document, actions.try_sample, self)
        self.notice = Notice(self)
        self.status = StatusLine(self)
        self.middle = QStackedWidget(self)
        self.outer = QSplitter(Qt.Orientation.Horizontal, self)
        self._arrange()
        actions.allow(case=False, letter=False)
        actions.show_cases.toggled.connect(self.cases.setVisible)
        actions.show_cases.setChecked(True)
        actions.passphrase.setEnabled(False)
        self.toolbar.offer_cases(narrow=False)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a size that three rooms like, within the screen."""
        return QSize(em(105), em(68)).boundedTo(self.screen().availableSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the brief and the desk the room when the window becomes narrow."""
        super().resizeEvent(event)
        narrow = self.width() < em(FOLD_BELOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.actions_.show_cases.setChecked(not narrow)
            self.toolbar.offer_cases(narrow=narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window is seen for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def _arrange(self) -> None:
        self.outer.setObjectName("rooms")
        self.outer.setChildrenCollapsible(False)
        self.outer.setHandleWidth(1)
        self.middle.addWidget(self.empty)
        self.outer.addWidget(self.cases)
        self.outer.addWidget(self.middle)
        self.outer.setSizes([em(19), em(86)])
        self.outer.setStretchFactor(1, 1)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        parts: tuple[QWidget, ...] = (
            self.toolbar,
            self.keeping,
            self.outer,
            self.notice,
            self.status,
        )
        for part in parts:
            rows.addWidget(part, 1 if part is self.outer else 0)
        self.setCentralWidget(whole)
