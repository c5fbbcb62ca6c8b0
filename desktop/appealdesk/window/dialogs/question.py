"""A short question with two or three answers, each named by what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

_Role = QMessageBox.ButtonRole


def question(
    parent: QWidget | None,
    name: str,
    title: str,
    text: str,
    answers: dict[str, str],
    *,
    safe: str,
    leave: str,
) -> str:
    """Ask and return the key of the answer chosen.

    answers: key -> what stands on the button
    safe:    the answer that Enter gives
    leave:   the answer that Escape gives
    """
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    box.setOption(QMessageBox.Option.DontUseNativeDialog)  # so that it looks and reads as ours do
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)  # words of a document may look like markup
        if label.objectName() == "qt_msgbox_label":
            label.setStyleSheet("font-weight: 600")
    buttons: dict[str, QPushButton] = {}
    for key, words in answers.items():
        role = _Role.RejectRole if key == leave else _Role.AcceptRole
        button = box.addButton(words, role)
        button.setObjectName(f"{name}.{key}")
        button.setAccessibleName(words)
        buttons[key] = button
    box.setDefaultButton(buttons[safe])
    box.setEscapeButton(buttons[leave])
    box.exec()
    clicked = box.clickedButton()
    answer = next((key for key, button in buttons.items() if button is clicked), leave)
    box.deleteLater()
    return answer
