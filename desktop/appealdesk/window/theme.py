"""How the window looks: palette, style sheet and sizes of type, following the desktop live."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from appealdesk.window.colours import DARK, LIGHT, Colours, of_platform
from appealdesk.window.style import style_sheet


class Appearance(StrEnum):
    """What the person has chosen in the View menu."""

    DESKTOP = "desktop"
    LIGHT = "light"
    DARK = "dark"


class Type(StrEnum):
    """The sizes of type, all relative to the desktop's own font."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    SMALL = "small"


_SIZES = {Type.TITLE: 1.75, Type.HEADING: 0.92, Type.STRONG: 1.0, Type.SMALL: 0.92}
_HEADING_SPACING = 106  # per cent; capitals want air
_PROPERTY = "type"

_SCHEMES = {
    Appearance.DESKTOP: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Dresses the application, and dresses it again when the desktop changes.

    changed: the colours are others now; who paints by hand paints again
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._dressing = False
        self.appearance = Appearance.DESKTOP
        self.colours = LIGHT
        app.setStyle("fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)
        # Not by an event filter: that would run Python for every event of every widget, also
        # while widgets are being destroyed.
        app.fontChanged.connect(self._set_all)
        self._dress()

    def choose(self, appearance: Appearance) -> None:
        """Take the person's choice of light or dark, or follow the desktop."""
        self.appearance = appearance
        self._app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._dress()

    def _set_all(self) -> None:
        """Set the type anew when the desktop's font changes."""
        for widget in self._app.allWidgets():
            _set(widget)

    def _dress(self) -> None:
        if self._dressing:
            return
        self._dressing = True
        try:
            self.colours = self._wanted()
            self._app.setPalette(palette(self.colours))
            self._app.setStyleSheet(style_sheet(self.colours))
        finally:
            self._dressing = False
        self.changed.emit()

    def _wanted(self) -> Colours:
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._app.setPalette(QPalette())
            return of_platform(self._app.palette())
        if self.appearance is not Appearance.DESKTOP:
            return DARK if self.appearance is Appearance.DARK else LIGHT
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def theme() -> Theme:
    """Return the theme of the running application; it is made when first asked for."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "no application to dress"  # noqa: S101
    found = app.findChild(Theme)
    return found if found is not None else Theme(app)


def colours() -> Colours:
    """Return the colours in use."""
    return theme().colours


def palette(colours: Colours) -> QPalette:
    """Return Qt's palette in these colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for one, colour in (
        (role.Window, colours.panel),
        (role.WindowText, colours.ink),
        (role.Base, colours.field),
        (role.AlternateBase, colours.ground),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.soft),
        (role.Button, colours.panel),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.warn),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.ink),
        (role.Light, colours.field),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Shadow, colours.shadow),
    ):
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.soft))
    return made


def set_type(widget: QWidget, kind: Type) -> None:
    """Give a widget a size of type; it follows the desktop's font from now on."""
    widget.setProperty(_PROPERTY, kind.value)
    _set(widget)


def typeface(kind: Type) -> QFont:
    """Return the desktop's font in one of our sizes."""
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _SIZES[kind])
    else:
        font.setPixelSize(round(font.pixelSize() * _SIZES[kind]))
    if kind in {Type.HEADING, Type.STRONG, Type.TITLE}:
        font.setWeight(QFont.Weight.DemiBold)
    if kind is Type.HEADING:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _HEADING_SPACING)
    return font


def em(count: float = 1.0) -> int:
    """Return a length in pixels: so many heights of the desktop's font."""
    return round(QFontMetricsF(QApplication.font()).height() * count / 1.2)


def _set(widget: QWidget) -> None:
    kind = widget.property(_PROPERTY)
    if kind:
        widget.setFont(typeface(Type(kind)))
