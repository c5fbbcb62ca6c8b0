"""Web-form data gives the texts of its letter, and its addresses with their labels."""

from __future__ import annotations

import json

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read


def texts(content: object) -> list[str]:
    form, rows = read(json.dumps(content).encode())
    assert form is Format.WEB_FORM
    return [text for text, _page in rows]


def test_texts_come_in_order_and_addresses_keep_their_key() -> None:
    assert texts(
        {
            "title": "Armenia: teacher missing",
            "is_default": True,
            "slide": {
                "text": "<p>Write to the <b>minister</b>.</p>",
                "displayOptions": {"color": "red wine"},
            },
            "letter": [{"value": "Dear Minister,\nI am worried."}, {"value": "Please act."}],
            "recipient": {"mail": "levon@moj.example.org", "copies_to": "embassy@x.example"},
            "position": "top",
        }
    ) == [
        "Armenia: teacher missing",
        "",
        "Write to the minister.",
        "",
        "Dear Minister,",
        "I am worried.",
        "",
        "Please act.",
        "",
        "Mail: levon@moj.example.org",
        "Copies to: embassy@x.example",
    ]


def test_braces_around_ordinary_text_are_plain_text() -> None:
    form, rows = read(b"[Your name]\n[Your town]")
    assert form is Format.TEXT
    assert [text for text, _page in rows] == ["[Your name]", "[Your town]"]
