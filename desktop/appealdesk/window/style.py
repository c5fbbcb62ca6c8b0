"""The one style sheet: edges, paddings and grounds. Lengths in em, so that they follow the font."""

from __future__ import annotations

from string import Template

from appealdesk import resources
from appealdesk.window.colours import Colours

_SHEET = Template("""
QMainWindow, QDialog { background: $panel; }
QToolTip { background: $panel; color: $ink; border: 1px solid $edge; padding: 0.3em 0.5em; }

QPushButton {
    background: $panel; color: $ink; border: 1px solid $line; border-radius: 0.45em;
    padding: 0.45em 0.95em; min-height: 1.25em;
}
QPushButton:hover { border-color: $edge; background: $field; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; }
QPushButton:disabled { color: $soft; border-color: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0.38em 0.88em; }
QPushButton[main="true"], QDialog QPushButton:default {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[main="true"]:hover, QDialog QPushButton:default:hover { background: $accent_strong; }
QPushButton[main="true"]:focus, QDialog QPushButton:default:focus {
    border: 2px solid $ink; padding: 0.38em 0.88em;
}
QPushButton[main="true"]:disabled, QDialog QPushButton:default:disabled {
    background: $line; color: $soft; border-color: $line;
}
QPushButton[plain="true"] {
    background: transparent; border: 1px solid transparent; color: $accent; font-weight: 600;
    padding: 0.3em 0.45em;
}
QPushButton[plain="true"]:hover { background: $accent_soft; }
QPushButton[plain="true"]:focus { border: 2px solid $accent; padding: 0.23em 0.38em; }
QPushButton[plain="true"]:disabled { color: $soft; }
QPushButton[plain="true"][quiet="true"] { color: $soft; font-weight: normal; }
QPushButton[plain="true"][warm="true"] { color: $warn; }

QPushButton::menu-indicator { image: none; width: 0; }
QToolButton[segment="true"] {
    background: transparent; color: $ink; border: 1px solid $edge; padding: 0.3em 0.85em;
}
QToolButton[segment="true"][place="first"] {
    border-top-left-radius: 0.45em; border-bottom-left-radius: 0.45em;
}
QToolButton[segment="true"][place="last"] {
    border-top-right-radius: 0.45em; border-bottom-right-radius: 0.45em; border-left: none;
}
QToolButton[segment="true"][place="middle"] { border-left: none; }
QToolButton[segment="true"]:checked { background: $panel; font-weight: 600; }
QToolButton[segment="true"]:hover { background: $accent_soft; }
QToolButton[segment="true"]:focus { border: 2px solid $accent; padding: 0.22em 0.77em; }

QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
    background: $field; color: $ink; border: 1px solid $edge; border-radius: 0.4em;
    padding: 0.35em 0.5em;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0.28em 0.43em;
}
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 1.6em; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: 0.9em; height: 0.9em; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    border: none; width: 1.6em;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$up"); width: 0.7em; height: 0.7em; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$arrow"); width: 0.7em; height: 0.7em; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 1em; height: 1em; border: 1px solid $edge; border-radius: 0.25em; background: $field;
}
QRadioButton::indicator { border-radius: 0.55em; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked { image: url("$tick"); }
QRadioButton::indicator:checked { image: url("$dot"); }
QTextEdit { border: none; background: transparent; }

#toolbar { background: $panel; border-bottom: 1px solid $line; }
#status { background: $panel; border-top: 1px solid $line; }
#cases { background: $panel; }
#brief, #brief_page, #empty { background: $ground; }
#desk, #desk_page, #pages_page, #desk_ground { background: $desk; }
#case_entries { background: $panel; border: none; outline: none; }
QScrollArea { border: none; }
QSplitter::handle { background: $line; }
QMenuBar { background: $panel; color: $ink; }
QMenuBar::item { padding: 0.3em 0.7em; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; border-radius: 0.3em; }
QMenu { background: $panel; color: $ink; border: 1px solid $line; padding: 0.3em; }
QMenu::item { padding: 0.4em 1.8em 0.4em 1.4em; border-radius: 0.3em; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $soft; }
QMenu::separator { height: 1px; background: $line; margin: 0.3em 0.6em; }

#doubts, #keeping { background: $warn_ground; border-radius: 0.55em; }
#keeping { border-radius: 0; }
QLabel[warm="true"] { color: $warn; }
QLabel[soft="true"] { color: $soft; }
#notice { background: $panel; border: 1px solid $edge; border-radius: 0.55em; }
#notice[trouble="true"] { background: $warn_ground; border-color: $warn; }

QScrollBar:vertical { background: transparent; width: 0.8em; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 0.8em; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 0.18em; margin: 0.22em; }
QScrollBar::handle:vertical { min-height: 2.5em; }
QScrollBar::handle:horizontal { min-width: 2.5em; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colours: Colours) -> str:
    """Return the style sheet in these colours."""
    ink = "light" if colours.dark else "dark"
    values = {name: str(value) for name, value in vars(colours).items()}
    for name, icon in (
        ("arrow", "arrow-down-ink"),
        ("up", "arrow-up-ink"),
        ("tick", "tick"),
        ("dot", "dot"),
    ):
        values[name] = resources.path("icons", f"{icon}-{ink}.svg").as_posix()
    return _SHEET.substitute(values)
