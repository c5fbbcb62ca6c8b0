"""The sizes of envelopes, labels and slips: those one buys, and labels of one's own."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from appealdesk import paper
from appealdesk.paper import LabelSheet
from appealdesk.translation import _
from appealdesk.window.dialogs.form import label
from appealdesk.window.theme import em
from appealdesk.workbench import SheetKind, SheetsWanted

_MOST_MM = 400.0  # no sheet of labels is larger
_MOST_ROWS = 100
_FIRST_OWN = LabelSheet(
    paper="a4", rows=8, columns=2, width=99, height=34, left=5, top=12, across=101, down=34
)


class SheetSizes(QWidget):
    """The fields that a kind of sheet has; those of the others are out of sight.

    changed: another size, start or number of copies
    """

    changed = Signal()

    def __init__(self, wanted: SheetsWanted) -> None:
        super().__init__()
        self._first = wanted
        self._envelope = _choice(
            "envelope",
            _("Size of the envelope"),
            [(one.name, one.title) for one in paper.envelopes()],
            wanted.envelope,
        )
        own = ("", _("A size of your own"))
        self._labels = _choice(
            "labels", _("Sheet of labels"), [*map(_named, paper.label_sheets()), own], wanted.labels
        )
        self._start = _count("start", _("Begin at label"), wanted.start, 1)
        self._copies = _count("copies", _("Labels for each"), wanted.copies, 99)
        self._own = _OwnLabels(wanted.own or _FIRST_OWN)
        self._stack = QStackedWidget()
        for kind in SheetKind:
            self._stack.addWidget(self._page(kind))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(0.3), 0, 0)
        column.addWidget(self._stack)
        for choice in (self._envelope, self._labels):
            choice.currentIndexChanged.connect(self._changed)
        for count in (self._start, self._copies):
            count.valueChanged.connect(self._changed)
        self._own.changed.connect(self._changed)
        self._changed()

    def show_kind(self, kind: SheetKind) -> None:
        """Show the fields of one kind."""
        self._stack.setCurrentIndex(list(SheetKind).index(kind))

    def wanted(self, kind: SheetKind, numbers: tuple[int, ...]) -> SheetsWanted:
        """Return what is chosen, for these recipients."""
        return SheetsWanted(
            kind=kind,
            numbers=numbers,
            envelope=self._envelope.currentData(),
            labels=self._labels.currentData(),
            own=self._own.sheet() if not self._labels.currentData() else self._first.own,
            start=self._start.value(),
            copies=self._copies.value(),
        )

    # inside

    def _page(self, kind: SheetKind) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        fields: dict[SheetKind, tuple[QWidget, ...]] = {
            SheetKind.ENVELOPES: (self._envelope,),
            SheetKind.LABELS: (self._labels, self._own, self._start, self._copies),
            SheetKind.SLIPS: (),
            SheetKind.FAX: (),
        }
        for field in fields[kind]:
            if field is not self._own:
                heading = label(field.accessibleName(), "field")
                heading.setBuddy(field)
                column.addWidget(heading)
            column.addWidget(field)
        hint = {
            SheetKind.SLIPS: _("For a letter evening: whom to write to, how to begin, until when."),
            SheetKind.FAX: _(
                "One fax at a time, to the first who is ticked. "
                "You need a fax machine or a service."
            ),
        }.get(kind, "")
        if hint:
            column.addWidget(label(hint, "soft"))
        column.addStretch(1)
        return page

    def _changed(self) -> None:
        own = not self._labels.currentData()
        self._own.setVisible(own)
        sheet = self._own.sheet() if own else paper.label_sheet(self._labels.currentData())
        self._start.setMaximum(sheet.many)
        self.changed.emit()


class _OwnLabels(QWidget):
    """Rows, columns and millimetres of a sheet of labels that is not in our list."""

    changed = Signal()

    def __init__(self, sheet: LabelSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._fields: dict[str, QSpinBox | QDoubleSpinBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, (name, words) in enumerate(
            (
                ("rows", _("Rows")),
                ("columns", _("Columns")),
                ("width", _("Width of a label")),
                ("height", _("Height of a label")),
                ("left", _("From the left edge")),
                ("top", _("From the top edge")),
                ("across", _("To the next beside")),
                ("down", _("To the next below")),
            )
        ):
            field = self._field(name, words)
            heading = label(words, "soft")
            heading.setBuddy(field)
            grid.addWidget(heading, at // 2 * 2, at % 2, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, at // 2 * 2 + 1, at % 2)

    def sheet(self) -> LabelSheet:
        """Return the sheet as it is described now."""
        values = {name: field.value() for name, field in self._fields.items()}
        return replace(self._sheet, **values)

    def _field(self, name: str, words: str) -> QSpinBox | QDoubleSpinBox:
        value = getattr(self._sheet, name)
        field: QSpinBox | QDoubleSpinBox
        if name in {"rows", "columns"}:
            field = _count(name, words, value, _MOST_ROWS)
        else:
            field = QDoubleSpinBox()
            field.setRange(0, _MOST_MM)
            field.setSuffix(_(" mm"))
            field.setValue(value)
            _name(field, name, words)
        field.valueChanged.connect(self.changed)
        self._fields[name] = field
        return field


def _choice(name: str, words: str, rows: list[tuple[str, str]], chosen: str) -> QComboBox:
    box = QComboBox()
    for key, title in rows:
        box.addItem(title, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    _name(box, name, words)
    return box


def _count(name: str, words: str, value: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, max(most, value))
    box.setValue(value)
    _name(box, name, words)
    return box


def _name(field: QWidget, name: str, words: str) -> None:
    field.setObjectName(f"beside_letters.{name}")
    field.setAccessibleName(words)


def _named(name: str) -> tuple[str, str]:
    sheet = paper.label_sheet(name)
    title = _("Avery {name}: {many} labels of {width} x {height} mm").format(
        name=name.upper(), many=sheet.many, width=f"{sheet.width:g}", height=f"{sheet.height:g}"
    )
    return name, title
