"""The writer's scanned signature: chosen, shown small, and put on letters only when ticked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from appealdesk.errors import Trouble
from appealdesk.translation import _
from appealdesk.window.dialogs.form import name_button, picture_within
from appealdesk.window.theme import em

_SHOWN = (12.0, 3.5)  # em: width and height of the picture in the dialog


class SignatureEditor(QWidget):
    """A picture of a signature, or none, and whether letters have it.

    trouble: the file chosen is none, in words; "" when the next one is
    """

    changed = Signal()
    trouble = Signal(str)

    def __init__(self, image: bytes, *, signed: bool) -> None:
        super().__init__()
        self._image = image
        self.picture = QLabel()
        self.picture.setProperty("paper", "true")
        self.picture.setMinimumHeight(em(_SHOWN[1]))
        self.choose = QPushButton(_("Choose a picture…"))
        self.remove = QPushButton(_("Remove"))
        self.tick = QCheckBox(_("Put my scanned signature on the letters"))
        self.tick.setChecked(signed and bool(image))
        buttons = QHBoxLayout()
        for button in (self.choose, self.remove):
            button.setAutoDefault(False)  # Enter is for the main button
        for part in (self.picture, self.choose, self.remove):
            buttons.addWidget(part)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(buttons)
        rows.addWidget(self.tick)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._take(b""))
        self.tick.toggled.connect(self.changed)
        self._show()

    def setObjectName(self, name: str) -> None:
        """Name the parts after the whole."""
        super().setObjectName(name)
        self.picture.setObjectName(f"{name}.picture")
        self.tick.setObjectName(f"{name}.tick")
        self.tick.setAccessibleName(self.tick.text())
        name_button(self.choose, f"{name}.choose", _("Choose a picture of your signature"))
        name_button(self.remove, f"{name}.remove", _("Remove the picture of your signature"))

    def value(self) -> tuple[bytes, bool]:
        """Return the picture (b"" for none) and whether letters have it."""
        return self._image, self.tick.isChecked()

    def read(self, path: Path) -> None:
        """Take a picture from a file; what is none is told and changes nothing."""
        from appealdesk.paper import signature_image  # noqa: PLC0415

        try:
            self._take(signature_image(path.read_bytes()))
        except OSError as error:
            self.trouble.emit(
                _("{name} cannot be read: {why}.").format(name=path.name, why=error.strerror)
            )
        except Trouble as trouble:
            self.trouble.emit(str(trouble))

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self,
            _("A picture of your signature"),
            str(Path.home()),
            _("Pictures ({patterns})").format(patterns="*.png *.jpg *.jpeg"),
        )
        if name:
            self.read(Path(name))

    def _take(self, image: bytes) -> None:
        """Show another picture. It goes on letters only when the writer says so."""
        self._image = image
        self.tick.setChecked(self.tick.isChecked() and bool(image))
        self.trouble.emit("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        there = bool(self._image)
        self.picture.setVisible(there)
        self.remove.setEnabled(there)
        self.tick.setEnabled(there)
        self.picture.setAccessibleName(_("Your signature") if there else "")
        self.picture.setPixmap(picture_within(self._image, _SHOWN, self.devicePixelRatioF()))
