"""What the typesetter is given: a letter's words as plain data, each line with its direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from appealdesk.letters import Block, Letter, blocks
from appealdesk.paper.layouts import layout
from appealdesk.paper.rows import Row, in_one_line, one_line, row, rows, shows, written
from appealdesk.translation import _

# Written from right to left (Unicode CLDR 46, "characterOrder"), by ISO 639-1.
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?![A-Za-z])")


# What letter.typ can be told about letters that go together, and what it takes otherwise.
# front:  a sheet to go before them: {"kind": the name of a function in fronts.typ, ...}
# duplex: every letter begins on the front of a sheet of its own
# scale:  how much larger than usual the text is
BUNDLE: dict[str, Any] = {"front": None, "duplex": False, "scale": 1.0}


def manuscript(letters: Sequence[Letter]) -> dict[str, Any]:
    """Return the letters as letter.typ wants them (JSON can hold all of it).

    Raises NoSuchLayout.
    """
    images = pictures(letters)
    return BUNDLE | {
        "title": _title(letters),
        "batch": len(letters) > 1,
        "only_fits": False,
        "letters": [
            _numbered(_letter(letter, index))
            | {"picture": images.index(letter.signature_image) if letter.signature_image else None}
            for index, letter in enumerate(letters)
        ],
    }


def pictures(letters: Sequence[Letter]) -> list[bytes]:
    """Return the scanned signatures of the letters, each once, in the order letter.typ counts."""
    return list(dict.fromkeys(one.signature_image for one in letters if one.signature_image))


def _title(letters: Sequence[Letter]) -> str:
    """A PDF/UA document must have a title; a letter without one is named by what it is."""
    for letter in letters:
        for title in (letter.title, letter.subject):
            if shows(title):
                return one_line(title)
    return _("Letter")


def _letter(letter: Letter, index: int) -> dict[str, Any]:
    spoken = tongue(letter.language)
    language, rtl = spoken["language"], spoken["rtl"]
    return spoken | {
        "index": index,
        "fit": None,
        "layout": layout(letter.layout).name,
        "mark": _label(letter.mark, rtl=rtl),
        "sender": rows(letter.from_lines, rtl=rtl),
        "back": [in_one_line(letter.from_lines, rtl=rtl)]
        if any(map(shows, letter.from_lines))
        else [],
        "special": _label(letter.special_mail, rtl=rtl),
        "address": rows(letter.address, rtl=rtl),
        "reference": rows(letter.reference.splitlines(), rtl=rtl),
        "dateline": rows(letter.dateline.splitlines(), rtl=rtl),
        "subject": _placed("subject", letter.subject, rtl=rtl),
        "salutation": _placed("salutation", letter.salutation, rtl=rtl),
        "body": [
            block
            for number, one in enumerate(blocks(letter.body))
            if (block := _block(one, number, language, rtl=rtl))["passages"]
        ],
        "closing": _placed("closing", letter.closing, rtl=rtl),
        "signature": _placed("signature", letter.signature, rtl=rtl),
        "enclosures_label": _label(letter.enclosures_label, rtl=rtl),
        "enclosures": rows(letter.enclosures, rtl=rtl),
        "copies_label": _label(letter.copies_label, rtl=rtl),
        "copies": rows(letter.copies, rtl=rtl),
    }


def _numbered(made: dict[str, Any]) -> dict[str, Any]:
    """Return a letter whose lines have the number of their place; the places are listed beside.

    With the places themselves in them, a key press would change all lines below it.
    """
    body = (row for one in made["body"] for passage in one["passages"] for row in passage["rows"])
    placed = [*made["subject"], *made["salutation"], *body, *made["closing"], *made["signature"]]
    places = [one["place"] for one in placed]
    for number, one in enumerate(placed):
        one["place"] = number
    return made | {"places": places}


def tongue(language: str) -> dict[str, Any]:
    """Return a language (BCP 47) as Typst wants it: language, region or None, and whether rtl."""
    found = _LANGUAGE.match(language)
    code = found.group(1).lower() if found else "en"
    region = found.group(2).upper() if found and found.group(2) else None
    return {"language": code, "region": region, "rtl": code in _RIGHT_TO_LEFT}


def _label(text: str, *, rtl: bool) -> Row | None:
    return row(text, rtl=rtl) if shows(text) else None


def _placed(part: str, text: str, *, rtl: bool) -> list[Row]:
    """The lines of one field of the letter, each with the place it has in that field."""
    made, at = [], 0
    for line in text.splitlines(keepends=True):
        if shows(line):
            end = at + len(line.rstrip("\r\n"))
            made.append(row(line, rtl=rtl) | {"place": [part, at, end]})
        at += len(line)
    return made


def _block(block: Block, number: int, language: str, *, rtl: bool) -> dict[str, Any]:
    """A block of the body; `length` is that of its text, to tell a short one."""
    passages = [
        {
            "number": passage.number,
            "rows": [
                written(one.spans, language, rtl=rtl) | {"place": ["body", one.start, one.end]}
                for one in passage.rows
                if shows(one.text)
            ],
        }
        for passage in block.passages
    ]
    return {
        "number": number,
        "kind": block.kind.value,
        "close": block.close,
        "length": sum(len(one.text) for one in block.rows),
        "passages": [passage for passage in passages if passage["rows"]],
    }
