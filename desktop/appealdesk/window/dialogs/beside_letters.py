"""What goes with the letters: envelopes, labels, address slips, a fax; seen before it is printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from appealdesk.errors import Trouble
from appealdesk.translation import _, ngettext
from appealdesk.window.dialogs.form import Scroll, label, name_button, picture_within, room_for
from appealdesk.window.dialogs.sheet_sizes import SheetSizes
from appealdesk.window.theme import em
from appealdesk.workbench import SheetKind, SheetsWanted

_PICTURE = (26, 34)  # em: the room of the picture


class BesideLetters(QDialog):
    """Chooses kind, size and recipients, and shows what will be printed.

    reached: tells for a kind whom it can be made for; the others are named and left out

    changed(SheetsWanted): something else is wanted: show_pages() or show_trouble() will follow
    save(SheetsWanted), print(SheetsWanted): the person wants it as a PDF, or on paper
    """

    changed = Signal(object)
    save = Signal(object)
    print = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        people: Sequence[tuple[int, str]],
        ticked: Sequence[int],
        wanted: SheetsWanted,
        reached: Callable[[SheetKind], Collection[int]],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("beside_letters")
        self.setWindowTitle(_("Envelopes, labels and more"))
        self._kinds = QButtonGroup(self)
        self._people: dict[int, QCheckBox] = {}
        self._names = dict(people)
        self._reached = reached
        self._pages: tuple[bytes, ...] = ()
        self._at = 0
        self._sizes = SheetSizes(wanted)
        self._picture = QLabel()
        self._trouble = label("", "problem", "beside_letters.trouble")
        self._count = label("", "soft", "beside_letters.count")
        self._back, self._next = self._turner("back", "‹", -1), self._turner("next", "›", 1)
        side = QVBoxLayout()
        side.addWidget(Scroll(self._choices(wanted.kind, people, ticked)), 1)
        whole = QHBoxLayout()
        whole.addLayout(side, 2)
        whole.addWidget(self._seen(), 3)
        column = QVBoxLayout(self)
        column.addLayout(whole, 1)
        column.addLayout(self._buttons())
        self._sizes.changed.connect(self._tell)
        self._kind_chosen()

    def wanted(self) -> SheetsWanted:
        """Return what is chosen now."""
        numbers = tuple(
            number
            for number, box in self._people.items()
            if box.isChecked() and box.isEnabledTo(self)
        )
        return self._sizes.wanted(self._kind(), numbers)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show the pages (PNG) of what is wanted."""
        self._pages = tuple(pages)
        self._at = min(self._at, max(0, len(pages) - 1))
        self._trouble.hide()
        self._picture.show()
        self._paint()
        self._allow(able=bool(pages))

    def show_trouble(self, trouble: Trouble) -> None:
        """Say in place why it cannot be made."""
        self._pages = ()
        self._paint()
        self._picture.hide()
        self._trouble.setText(str(trouble))
        self._trouble.show()
        self._allow(able=False)

    # what it is made of

    def _choices(
        self, kind: SheetKind, people: Sequence[tuple[int, str]], ticked: Sequence[int]
    ) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for one, words in (
            (SheetKind.ENVELOPES, _("Envelopes")),
            (SheetKind.LABELS, _("Labels")),
            (SheetKind.SLIPS, _("Address slips, for writing by hand")),
            (SheetKind.FAX, _("Fax")),
        ):
            button = QRadioButton(words)
            name_button(button, f"beside_letters.{one.value}", words)
            button.setChecked(one is kind)
            self._kinds.addButton(button, list(SheetKind).index(one))
            column.addWidget(button)
        self._kinds.buttonClicked.connect(lambda _button: self._kind_chosen())
        column.addWidget(self._sizes)
        column.addSpacing(em(0.6))
        column.addWidget(label(_("For"), "field"))
        for number, words in people:
            box = QCheckBox(words)
            name_button(box, f"beside_letters.recipient_{number}", words)
            box.setChecked(number in ticked)
            box.toggled.connect(self._tell)
            self._people[number] = box
            column.addWidget(box)
        column.addStretch(1)
        return inside

    def _seen(self) -> QWidget:
        room = QWidget()
        room.setObjectName("desk_ground")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(room)
        self._picture.setObjectName("beside_letters.picture")
        self._picture.setAccessibleName(_("The page as it will be printed"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture.setMinimumSize(em(_PICTURE[0]), em(_PICTURE[1]))
        self._trouble.setMargin(em(1))
        self._trouble.hide()
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addWidget(self._count, 1, Qt.AlignmentFlag.AlignCenter)
        turning.addWidget(self._next)
        column.addWidget(self._picture, 1)
        column.addWidget(self._trouble, 1)
        column.addLayout(turning)
        return room

    def _turner(self, name: str, sign: str, step: int) -> QPushButton:
        button = QPushButton(sign)
        words = _("Next page") if step > 0 else _("Previous page")
        name_button(button, f"beside_letters.{name}", words)
        button.setToolTip(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._turn(step))
        return button

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for name, words, call in (
            ("close", _("Close"), self.reject),
            ("print", _("Print…"), lambda: self.print.emit(self.wanted())),
            ("save", _("Save as PDF…"), lambda: self.save.emit(self.wanted())),
        ):
            button = QPushButton(words)
            name_button(button, f"beside_letters.{name}", words)
            button.setAutoDefault(False)
            button.clicked.connect(call)
            row.addWidget(button)
            if name != "close":
                setattr(self, f"_{name}_button", button)
        self._save_button.setDefault(True)
        self._save_button.setMinimumWidth(room_for(self._save_button))
        return row

    _save_button: QPushButton
    _print_button: QPushButton

    # what happens

    def _kind(self) -> SheetKind:
        return list(SheetKind)[self._kinds.checkedId()]

    def _kind_chosen(self) -> None:
        self._sizes.show_kind(self._kind())
        self._show_reached()
        self._at = 0
        self._tell()

    def _show_reached(self) -> None:
        reached = self._reached(self._kind())
        lacking = _("{name}: no postal address")
        if self._kind() is SheetKind.FAX:
            lacking = _("{name}: no fax number")
        for number, box in self._people.items():
            words = self._names[number]
            if number not in reached:
                words = lacking.format(name=words)
            box.setText(words)
            box.setAccessibleName(words)
            box.setEnabled(number in reached)

    def _tell(self) -> None:
        self.changed.emit(self.wanted())

    def _turn(self, step: int) -> None:
        self._at = min(max(0, self._at + step), max(0, len(self._pages) - 1))
        self._paint()

    def _allow(self, *, able: bool) -> None:
        self._save_button.setEnabled(able)
        self._print_button.setEnabled(able)

    def _paint(self) -> None:
        count = len(self._pages)
        words = ngettext("{count} page", "{count} pages", count).format(count=count)
        if count > 1:
            words = _("Page {number} of {count}").format(number=self._at + 1, count=count)
        numbers = self.wanted().numbers
        if self._kind() is SheetKind.FAX and numbers:
            words = _("Fax to {name}: {pages}").format(name=self._names[numbers[0]], pages=words)
        self._count.setText(words if count else "")
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < count)
        page = self._pages[self._at] if self._pages else b""
        self._picture.setPixmap(picture_within(page, _PICTURE, self.devicePixelRatioF()))
