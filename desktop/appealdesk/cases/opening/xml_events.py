"""XML as a stream of events, by expat: no entities, no document type, nothing external."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias
from xml.parsers import expat

from appealdesk.cases.opening.limits import NESTING
from appealdesk.cases.opening.reasons import Reason, Refused

Attributes: TypeAlias = Mapping[str, str]
Started: TypeAlias = Callable[[str, Attributes], None]
Ended: TypeAlias = Callable[[str], None]

# Name spaces by the last part that is their own, in the spellings of both Office standards.
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "http://www.w3.org/1999/xlink": "xlink",
}


def walk(
    data: bytes, started: Started, ended: Ended, text: Callable[[str], None] | None = None
) -> None:
    """Call back for each start, end and text of an XML file, names as "w:p".

    Names of other name spaces come without a prefix. Raises Refused for damaged XML, for
    any document type (that is where entities hide), and for nesting without end.
    """
    short: dict[str, str] = {}
    depth = 0

    def named(full: str) -> str:
        if full not in short:
            space, _blank, local = full.rpartition(" ")
            prefix = _SPACES.get(space)
            short[full] = f"{prefix}:{local}" if prefix else local
        return short[full]

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > NESTING:
            raise Refused(Reason.NESTED)
        started(named(name), {named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        ended(named(name))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused(Reason.DAMAGED) from error


def _refuse(*_declaration: object) -> None:
    raise Refused(Reason.ENTITIES)
