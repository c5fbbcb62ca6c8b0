"""Runs the real program and tells what stands in its window. It looks; it never touches.

`python looker.py [ARGUMENTS OF APPEALDESK]`: questions come in on standard input and answers go
out on standard output, one JSON object a line. What a person does with mouse and keyboard comes
from outside, through the X server, as it would from a person.

Questions: {"ask": "widget", "name": NAME}, {"ask": "windows"}, {"ask": "front"},
{"ask": "paints"}. NAME is the objectName of a widget.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]


def open_eyes(answers: Any) -> Any:
    """Return what answers questions on this thread, the window's, once its events are handled."""
    from PySide6.QtCore import QObject, Qt, Signal

    class Eyes(QObject):
        """Lives on the window's thread."""

        asked = Signal(str)

        def answer(self, question: str) -> None:
            found = look(json.loads(question))
            answers.write(json.dumps(found) + "\n")
            answers.flush()

    eyes = Eyes()
    eyes.asked.connect(eyes.answer, Qt.ConnectionType.QueuedConnection)
    return eyes


def pass_on(eyes: Any) -> None:
    """Pass questions on until nobody asks any more. Loads nothing of Qt: two threads must not."""
    for line in sys.stdin:
        eyes.asked.emit(line)


def look(question: dict[str, Any]) -> Any:
    """Return the answer to one question."""
    from PySide6.QtWidgets import QApplication

    if question["ask"] == "widget":
        return _widget(question["name"])
    if question["ask"] == "windows":
        return [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]
    window = QApplication.activeModalWidget() or _main_window()
    if window is None:
        return None
    focus = QApplication.focusWidget()
    return {
        "window": int(window.winId()),
        "active": QApplication.activeWindow() is window,
        "focus": focus.objectName() if focus else "",
    }


def _main_window() -> Any:
    from PySide6.QtWidgets import QApplication, QMainWindow

    for one in QApplication.topLevelWidgets():
        if isinstance(one, QMainWindow) and one.isVisible():
            return one
    return None


def _widget(name: str) -> dict[str, Any] | None:
    from PySide6.QtWidgets import QApplication

    found = [one for one in QApplication.allWidgets() if one.objectName() == name]
    shown = [one for one in found if one.isVisible()]
    if not shown:
        return None
    one = shown[-1]
    seen = one.visibleRegion().boundingRect()  # the rest is scrolled out of sight
    corner = one.mapToGlobal(seen.topLeft())
    told: dict[str, Any] = {
        "place": [corner.x(), corner.y(), seen.width(), seen.height()],
        "enabled": one.isEnabled(),
        "focus": one.hasFocus(),
        "text": "",
    }
    for attribute in ("toPlainText", "text", "currentText"):
        words = getattr(one, attribute, None)
        if callable(words):
            told["text"] = words()
            break
    told["said"] = f"{one.accessibleName()} {one.accessibleDescription()}".strip()
    checked = getattr(one, "isChecked", None)
    if callable(checked):
        told["checked"] = checked()
    return told


def main() -> int:
    """Run the program as its command does."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    sys.path.insert(0, str(CHECKOUT / "desktop"))
    from appealdesk.window import load_quickly

    load_quickly()
    eyes = open_eyes(answers)
    threading.Thread(target=pass_on, args=(eyes,), daemon=True).start()
    sys.argv = ["appealdesk", *sys.argv[1:]]
    from appealdesk.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
