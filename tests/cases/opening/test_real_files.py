"""Files that LibreOffice and Typst made of one invented action are read alike.

fixtures/office/case.fodt was written by hand; LibreOffice 7.4 made the others of it
(`soffice --headless --convert-to docx case.fodt`, and so on). It holds a head and a foot, a table
of addresses, nested lists, a text box, a note, a comment, and hidden, struck and deleted words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read

OFFICE = Path(__file__).parents[1] / "fixtures" / "office"
LEFT_OUT = ["Deleted words", "Hidden words", "Struck words", "A comment"]
BOX = ["Check with your section office", "if sending after the above date."]
ADDRESSES = [
    "Minister of Justice",
    "Levon Sarkisyan",
    "12 Abovian Street",
    "0010 Yerevan",
    "Fax: +374 10 555 017",
    "Salutation: Dear Minister",
    "",
    "Prosecutor General",
    "Marta Hakobian",
    "5 Vazgen Street",
    "Yerevan",
    "Email: write here (office@gp.example)",
    "Salutation: Dear Prosecutor General",
    "",
]


def texts(data: bytes) -> list[str]:
    _form, rows = read(data)
    return [text for text, _page in rows]


def office(ending: str) -> list[str]:
    return texts((OFFICE / f"case.{ending}").read_bytes())


def without_box(lines: list[str]) -> list[str]:
    return [line for line in lines if line and line not in BOX]


@pytest.mark.parametrize("ending", ["odt", "rtf"])
def test_the_same_action_is_read_alike_in_every_format(ending: str) -> None:
    lines, written = office(ending), office("docx")
    assert sorted(lines) == sorted(written)  # LibreOffice moves the box before its paragraph
    assert without_box(lines) == without_box(written)


@pytest.mark.parametrize("ending", ["fodt", "odt", "docx", "rtf", "html"])
def test_what_a_person_sees_is_read_and_nothing_else(ending: str) -> None:
    lines = office(ending)
    assert lines[:3] == [
        "UA: 12/15 Index: EUR 54/955/2015 Armenia Date: 5 March 2015",
        "",
        "URGENT ACTION",
    ]
    start = lines.index("Minister of Justice")
    assert lines[start - 2 : start + len(ADDRESSES)] == [
        "PLEASE SEND APPEALS BEFORE 16 APRIL 2015 TO:",
        "",
        *ADDRESSES,
    ]
    asks = lines.index("• Urging the authorities to say where she is;")
    assert "• Calling on them to release her." in lines[asks : asks + 6]
    hidden = LEFT_OUT[1:] if ending == "html" else LEFT_OUT  # a page keeps no record of changes
    assert not [words for words in hidden if any(words in line for line in lines)]
    assert any("4 March and has" in line for line in lines)
    assert any(line.endswith("The date is that given by her brother.") for line in lines[-4:])


def test_the_pages_of_a_text_are_counted() -> None:
    for ending in ("fodt", "odt", "docx"):
        rows = list(read((OFFICE / f"case.{ending}").read_bytes())[1])
        assert dict(rows)["2. Second numbered thing."] == 1
        assert dict(rows)["ADDITIONAL INFORMATION"] == 2


PROSE = (
    "She taught children for eleven years, and led the strike of teachers in the winter of the "
    "year before, in which more than four hundred took part; the ministry dismissed thirty. "
)
TYPST = r"""
#set page(paper: "a4", margin: 2cm, header: [UA: 12/15 #h(1fr) Index: EUR 54/955/2015],
  footer: context align(center)[Page #counter(page).display() of 2])
#set text(size: 10pt)
= URGENT ACTION
#columns(2)[PROSE

Please write immediately:
- Urging the authorities to say where she is and to tell her family at once;
- Calling on them to release her.

PROSE PROSE]
PLEASE SEND APPEALS BEFORE 16 APRIL 2015 TO:
#grid(columns: 3, gutter: 1em,
  [Minister of Justice \ Levon Sarkisyan \ 12 Abovian Street \ Yerevan \ *Salutation: Dear Minister*],
  [Prosecutor General \ Marta Hakobian \ 5 Vazgen Street \ Yerevan \ *Salutation: Dear Madam*],
  [*Copies to:* \ Ombudsman \ Armen Petrosyan \ Yerevan])
#pagebreak()
== ADDITIONAL INFORMATION
PROSE
#table(columns: 2, [Name], [Amina Torosyan], [Issue date], [5 March 2015])
"""


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    import typst

    source = tmp_path_factory.mktemp("typst") / "case.typ"
    source.write_text(TYPST.replace("PROSE", PROSE * 3), encoding="utf-8")
    data = typst.compile(str(source))
    assert isinstance(data, bytes)
    assert read(data)[0] is Format.PDF
    return texts(data)


def test_columns_of_prose_and_of_addresses_are_read_one_after_the_other(typeset: list[str]) -> None:
    prose = " ".join(line for line in typeset if line)
    assert PROSE.strip() in prose
    assert "where she is and to tell her family at once;" in prose
    start = typeset.index("Minister of Justice")
    assert typeset[start:][:16] == [
        "Minister of Justice",
        "Levon Sarkisyan",
        "12 Abovian Street",
        "Yerevan",
        "Salutation: Dear Minister",
        "",
        "Prosecutor General",
        "Marta Hakobian",
        "5 Vazgen Street",
        "Yerevan",
        "Salutation: Dear Madam",
        "",
        "Copies to:",
        "Ombudsman",
        "Armen Petrosyan",
        "Yerevan",
    ]


def test_heads_feet_and_rows_of_a_typeset_action(typeset: list[str]) -> None:
    assert typeset[0] == "UA: 12/15\tIndex: EUR 54/955/2015"
    assert typeset.count(typeset[0]) == 1
    assert not [line for line in typeset if line.startswith("Page ")]
    assert "Name\tAmina Torosyan" in [line.replace(" A", "\tA") for line in typeset]
