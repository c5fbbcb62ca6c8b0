"""What Word keeps beside the text: styles, numbering, and the targets of links."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from appealdesk.cases.opening.archive import Archive
from appealdesk.cases.opening.numbering import Level
from appealdesk.cases.opening.xml_events import Attributes, walk

_NO_NUMBER: Final = "0"
_CHAIN: Final = 12  # styles based on styles
OFF: Final = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True)
class Setting:
    """What a paragraph or a style says about itself; None: what its base says."""

    before: int | None = None  # twentieths of a point
    after: int | None = None
    close: bool | None = None  # no space between paragraphs of one style
    number: str | None = None  # the list that it belongs to
    depth: int | None = None

    def over(self, base: Setting) -> Setting:
        """Return this setting, completed by its base."""
        return Setting(
            base.before if self.before is None else self.before,
            base.after if self.after is None else self.after,
            base.close if self.close is None else self.close,
            base.number if self.number is None else self.number,
            base.depth if self.depth is None else self.depth,
        )


def with_property(setting: Setting, name: str, attributes: Attributes) -> Setting:
    """Return a setting with one property of Word's `w:pPr` added."""
    value = attributes.get("w:val", "")
    if name == "w:spacing":
        return replace(
            setting,
            before=_number(attributes.get("w:before"), setting.before),
            after=_number(attributes.get("w:after"), setting.after),
        )
    if name == "w:contextualSpacing":
        return replace(setting, close=value not in OFF)
    if name == "w:numId":
        return replace(setting, number=value)
    if name == "w:ilvl":
        return replace(setting, depth=_number(value, 0))
    return setting


def _number(value: str | None, otherwise: int | None) -> int | None:
    if value is not None and value.removeprefix("-").isdecimal() and len(value) < 9:
        return int(value)
    return otherwise


@dataclass
class Styles:
    """The paragraph styles of a document."""

    _plain: Setting = field(default_factory=Setting)
    _settings: dict[str, Setting] = field(default_factory=dict)
    _bases: dict[str, str] = field(default_factory=dict)
    _usual: str = ""
    _style: str = ""
    _inside: list[str] = field(default_factory=list)

    def of(self, name: str, own: Setting) -> Setting:
        """Return what holds for a paragraph with its own setting and the style of that name."""
        setting = own
        name = name or self._usual
        for _step in range(_CHAIN):
            if name not in self._settings:
                break
            setting = setting.over(self._settings[name])
            name = self._bases.get(name, "")
        return setting.over(self._plain)

    def read(self, archive: Archive) -> Styles:
        """Take the styles of an archive, none where it has none."""
        data = archive.read("word/styles.xml")
        if data is not None:
            walk(data, self._started, self._ended)
        return self

    def _started(self, name: str, attributes: Attributes) -> None:
        self._inside.append(name)
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
            self._settings[self._style] = Setting()
            usual = attributes.get("w:default", "0") not in OFF
            if usual and attributes.get("w:type") == "paragraph":
                self._usual = self._style
        elif name == "w:basedOn":
            self._bases[self._style] = attributes.get("w:val", "")
        elif "w:pPr" in self._inside and "w:rPr" not in self._inside:
            if "w:docDefaults" in self._inside:
                self._plain = with_property(self._plain, name, attributes)
            elif self._style and "w:tblStylePr" not in self._inside:
                setting = self._settings[self._style]
                self._settings[self._style] = with_property(setting, name, attributes)

    def _ended(self, _name: str) -> None:
        self._inside.pop()


@dataclass
class Lists:
    """The lists of a document: their number -> how each level is marked."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    _abstract: dict[str, str] = field(default_factory=dict)  # list number -> abstract list
    _at: str = ""
    _number: str = ""
    _depth: int = 0

    def levels(self, number: str) -> dict[int, Level] | None:
        """Return the levels of a list, None where it is no list (any more)."""
        if number == _NO_NUMBER:
            return None
        return self._levels.get(self._abstract.get(number, ""), {})

    def read(self, archive: Archive) -> Lists:
        """Take the lists of an archive, none where it has none."""
        data = archive.read("word/numbering.xml")
        if data is not None:
            walk(data, self._started, lambda _name: None)
        return self

    def _started(self, name: str, attributes: Attributes) -> None:
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self._at = attributes.get("w:abstractNumId", "")
            self._levels[self._at] = {}
        elif name == "w:num":
            self._number, self._at = attributes.get("w:numId", ""), ""
        elif name == "w:abstractNumId":
            self._abstract[self._number] = value
        elif name == "w:lvl" and self._at:
            self._depth = _number(attributes.get("w:ilvl"), 0) or 0
            self._levels[self._at][self._depth] = Level("decimal")
        elif self._at and self._depth in self._levels[self._at]:
            self._level(name, value)

    def _level(self, name: str, value: str) -> None:
        level = self._levels[self._at][self._depth]
        if name == "w:numFmt":
            level = replace(level, kind=value)
        elif name == "w:lvlText":
            level = replace(level, pattern=value)
        elif name == "w:start":
            level = replace(level, start=_number(value, 1) or 1)
        self._levels[self._at][self._depth] = level


def link_targets(archive: Archive, part: str) -> dict[str, str]:
    """Return the targets of the links of a part, by their ids."""
    folder, _slash, file = part.rpartition("/")
    targets: dict[str, str] = {}

    def started(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    data = archive.read(f"{folder}/_rels/{file}.rels")
    if data is not None:
        walk(data, started, lambda _name: None)
    return targets
