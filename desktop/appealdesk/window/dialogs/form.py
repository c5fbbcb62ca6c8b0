"""A dialog as ours are: labelled fields in a column, problems beside them, one main button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from appealdesk.translation import _
from appealdesk.window.theme import Type, em, set_type

FormOf = TypeVar("FormOf", bound=QDialog)
Answer = TypeVar("Answer")

_SCREEN_SHARE = 0.85  # of the screen's height: more than that scrolls inside the dialog


def label(text: str, tone: str = "", name: str = "") -> QLabel:
    """Return a label that wraps. tone: "title", "field", "soft" or "problem"; "" is plain text."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setProperty("soft", tone == "soft")
    made.setProperty("warm", tone == "problem")
    if tone == "title":
        set_type(made, Type.TITLE)
    elif tone in {"field", "problem"}:
        set_type(made, Type.STRONG)
    return made


class Scroll(QScrollArea):
    """A column that asks for all the room it needs and scrolls where the screen is too small."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def height_for(self, width: int) -> int:
        """Return the height that what is inside needs at this width, both in pixels."""
        inside = self._inside
        return max(inside.heightForWidth(width), inside.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what is inside: there is no sideways scrolling."""
        inside = max(self._inside.minimumSizeHint().width(), self._inside.minimumWidth())
        return QSize(inside + self.verticalScrollBar().sizeHint().width(), em(8))


def ask(dialog: FormOf, answer: Callable[[FormOf], Answer]) -> Answer | None:
    """Show a dialog until it is closed; return its answer, or None when it was put off.

    It is destroyed here and now: left to the garbage collector, its widgets would be taken apart
    in no order at some later moment, which Qt does not survive.
    """
    try:
        return answer(dialog) if dialog.exec() else None
    finally:
        dialog.deleteLater()


class _Field:
    def __init__(self, title: QLabel, editor: QWidget, problem: QLabel) -> None:
        self.title = title
        self.editor = editor
        self.problem = problem


class Form(QDialog):
    """Labelled fields in a column, a problem told beside its field, and one main button.

    name:  the object name, stable for tests and assistive tools
    main:  what the main button does, in words ("Keep my details")
    """

    def __init__(
        self, parent: QWidget | None, name: str, title: str, main: str, intro: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._fields: dict[str, _Field] = {}
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(em(0.35))
        self.column.addWidget(label(title, "title"))
        if intro:
            self.column.addWidget(label(intro, "soft", f"{name}Intro"))
        self.buttons = QDialogButtonBox()
        self.main = self._button(main, QDialogButtonBox.ButtonRole.AcceptRole, "accept")
        self.main.setDefault(True)
        set_type(self.main, Type.STRONG)
        self.cancel = self._button(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._layout = QVBoxLayout(self)
        self._scroll = Scroll(inside)
        self._layout.addWidget(self._scroll)
        self._layout.addWidget(self.buttons)
        # In a field of several lines, Enter is a new line; this is the way on from there.
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.accept)
        self.setMinimumWidth(em(30))
        self._prepared = False

    def showEvent(self, event: QShowEvent) -> None:
        """Open as large as the fields need and the screen allows, in the first of them."""
        if not self._prepared:
            self._prepared = True
            self._order_tabs()
            self.main.setMinimumWidth(room_for(self.main))
            self._open_large_enough()
        super().showEvent(event)

    def _open_large_enough(self) -> None:
        width = max(self.sizeHint().width(), em(36))
        around = self._layout.contentsMargins()
        inside = width - around.left() - around.right() - em(1)  # a scroll bar, if there is one
        height = self._scroll.height_for(inside) + self.buttons.sizeHint().height()
        height += around.top() + around.bottom() + em(1)
        limit = round(self.screen().availableGeometry().height() * _SCREEN_SHARE)
        self.resize(width, min(height, limit))

    def _order_tabs(self) -> None:
        inside = self._scroll.widget()
        assert inside is not None  # noqa: S101  (it was given one)
        last, one = None, inside.nextInFocusChain()
        while one is not None and one is not inside:
            if inside.isAncestorOf(one):
                last = one
            one = one.nextInFocusChain()
        if last is not None:
            QWidget.setTabOrder(last, self.main)
        QWidget.setTabOrder(self.main, self.cancel)
        if self.focusWidget() in {None, self.main, self.cancel} and self._fields:
            next(iter(self._fields.values())).editor.setFocus()

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole, suffix: str) -> QPushButton:
        button = self.buttons.addButton(text, role)
        name_button(button, f"{self.objectName()}.{suffix}", text)
        return button

    def add(self, name: str, title: str, editor: QWidget, hint: str = "") -> None:
        """Put a field at the end of the column, with its label above it and a hint below."""
        heading = label(title, "field")
        heading.setBuddy(editor)
        editor.setObjectName(f"{self.objectName()}.{name}")
        editor.setAccessibleName(title)
        problem = label("", "problem", f"{self.objectName()}.{name}.problem")
        problem.hide()
        self.column.addSpacing(em(0.4))
        self.column.addWidget(heading)
        self.column.addWidget(editor)
        self.column.addWidget(problem)
        if hint:
            editor.setAccessibleDescription(hint)
            self.column.addWidget(label(hint, "soft"))
        self._fields[name] = _Field(heading, editor, problem)

    def tell(self, name: str, problem: str) -> None:
        """Say beside a field what is wrong or doubtful there; "" takes it away."""
        field = self._fields[name]
        field.problem.setText(problem)
        field.problem.setVisible(bool(problem))
        field.editor.setAccessibleDescription(problem)

    def problems(self) -> dict[str, str]:
        """Return what stands against the main button: field name -> one sentence. To override."""
        return {}

    def accept(self) -> None:
        """Close with what was typed, or say beside each field what is wrong and stay."""
        problems = self.problems()
        for name in self._fields:
            self.tell(name, problems.get(name, ""))
        if not problems:
            super().accept()
            return
        first = self._fields[next(name for name in self._fields if name in problems)]
        first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(first.problem)


def picture_within(png: bytes, size: tuple[float, float], ratio: float) -> QPixmap:
    """Return a picture as large as fits into `size` (em), for a screen of that pixel ratio."""
    picture = QPixmap()
    if not picture.loadFromData(png):
        return picture
    picture = picture.scaled(
        round(em(size[0]) * ratio),
        round(em(size[1]) * ratio),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    picture.setDevicePixelRatio(ratio)
    return picture


def name_button(button: QAbstractButton, name: str, accessible: str) -> None:
    """Give a button the name that tests find it by and the one that is read aloud."""
    button.setObjectName(name)
    button.setAccessibleName(accessible)


def room_for(button: QAbstractButton) -> int:
    """Return the width of a main button in pixels: the style sheet's bold is not in its hint."""
    return button.fontMetrics().horizontalAdvance(button.text()) + em(2.8)
