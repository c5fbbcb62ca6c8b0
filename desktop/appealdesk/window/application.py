"""The running program: Qt's application, the language of the screen, the window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from appealdesk import __version__, translation
from appealdesk.window.main_window import MainWindow

SWITCH = 0.0005  # seconds


def application() -> QApplication:
    """Return Qt's application, in the language and the direction of the desktop."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    # Qt's calls give Python's lock away and want it back, many times in a key press. While a page
    # is set in the background, they would wait five milliseconds each time.
    sys.setswitchinterval(SWITCH)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Appeal Desk")
    app.setApplicationDisplayName("Appeal Desk")
    app.setApplicationVersion(__version__)
    # Qt's file chooser would note the folders visited, in clear, in the home folder.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    app.setDesktopFileName("org.appealdesk.AppealDesk")
    language = QLocale().name()
    translation.use(language.replace("_", "-"))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
    return app


def show_first(files: Sequence[Path]) -> MainWindow:
    """Show the window, and furnish it once it has been painted: nothing slow comes before."""
    window = MainWindow(furnished=False)

    def begin() -> None:
        from appealdesk.window.garbage import Garbage  # noqa: PLC0415
        from appealdesk.workbench import places  # noqa: PLC0415

        window.furnish(places.library_file())
        Garbage(window)
        window.start(files)

    window.painted.connect(begin, Qt.ConnectionType.QueuedConnection)
    window.show()
    return window


def run(files: Sequence[Path]) -> int:
    """Run the program until its window is closed."""
    app = application()
    window = show_first(files)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    status = app.exec()
    del window
    return status
