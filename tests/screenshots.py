"""Pictures of the window's states into build/screenshots/: `python -m tests.screenshots`.

Each picture is taken by a process of its own on a private screen, so that scaling, direction and
colours are those of a fresh start. The first also becomes docs/pictures/window.png.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.xvfb import private_screen

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "build" / "screenshots"
PATIENCE = 20.0  # seconds

# name -> (size, words: what to do before the picture)
STATES = {
    "window-light": ((1280, 800), ""),
    "window-dark": ((1280, 800), "dark"),
    "window-right-to-left": ((1280, 800), "rtl"),
    "window-2x": ((1280, 800), "2x"),
    "window-narrow": ((1024, 700), ""),
    "window-page": ((1280, 800), "page"),
    "window-empty": ((1280, 800), "empty"),
    "window-empty-dark": ((1280, 800), "empty dark"),
    "doubts": ((1280, 800), "doubts"),
    "sender": ((1280, 800), "sender"),
    "recipient": ((1280, 800), "recipient"),
}


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with private_screen(2600, 1700) as screen:
        for name in STATES:
            env = {**os.environ, **screen.environment(), "QT_QPA_PLATFORM": "xcb"}
            if "2x" in STATES[name][1]:
                env["QT_SCALE_FACTOR"] = "2"
            command = [sys.executable, "-m", "tests.screenshots", name]
            subprocess.run(command, env=env, cwd=CHECKOUT, check=True, timeout=120)
            print(FOLDER.relative_to(CHECKOUT) / f"{name}.png")
    pictures = CHECKOUT / "docs" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(FOLDER / "window-light.png", pictures / "window.png")


def take(name: str) -> None:
    """Take one picture in this process."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QWidget

    from appealdesk.window.application import application
    from appealdesk.window.main_window import MainWindow
    from appealdesk.window.theme import Appearance, theme
    from appealdesk.workbench import places, read_sender, works

    size, words = STATES[name]
    app = application()
    theme().choose(Appearance.DARK if "dark" in words else Appearance.LIGHT)
    if "rtl" in words:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = MainWindow(None)
    window.resize(*size)
    window.show()
    window.start([] if "empty" in words else [places.samples()[0]])
    if "empty" not in words:
        _live(lambda: window.bench.work is not None and window.bench.work.id > 0)
        window.bench.set_sender(read_sender(CHECKOUT / "resources" / "samples" / "sender.yaml"))
    if "page" in words:
        window.actions_.show_page.trigger()
    _live(lambda: False, 1.5)  # the page and the counts come when they are ready
    shown: QWidget | None = None
    if "doubts" in words:
        from appealdesk.window.dialogs.doubts import DoubtsDialog

        work = window.bench.work
        assert work is not None
        shown = DoubtsDialog(window, work, window.bench.sender)
    elif "sender" in words:
        from appealdesk.window.dialogs.sender import SenderDialog

        shown = SenderDialog(window, window.bench.sender)
    elif "recipient" in words:
        from appealdesk.window.dialogs.recipient import RecipientDialog

        work = window.bench.work
        assert work is not None
        shown = RecipientDialog(window, works.ticked(work)[0])
    if shown is not None:
        shown.show()
        _live(lambda: False, 0.5)
    (shown or window).grab().save(str(FOLDER / f"{name}.png"))
    window.bench.close()
    QApplication.processEvents()
    os._exit(0)  # no question about leaving


def _live(until: object, seconds: float = PATIENCE) -> None:
    """Let the window live until a condition holds, or for so long."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while time.monotonic() < end and not (callable(until) and until()):
        QApplication.processEvents()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(sys.argv[1])
    else:
        main()
