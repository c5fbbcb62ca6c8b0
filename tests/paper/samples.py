"""Letters of invented people, and what independent programs see in a PDF."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from appealdesk.letters import Letter, LetterKind

ON = dt.date(2013, 2, 5)
PT_PER_MM = 72 / 25.4

BODY = """\
I am writing to you about Samira Aldenova, a teacher, who was taken from her home in Qarabulaq \
on 3 February by four men in plain clothes. Her family has not heard from her since.

I urge you to tell her family without delay where she is held, and to let a lawyer of her own \
choosing see her.

As a teacher myself, I know what an empty place in front of a class means.

I would be grateful for your reply."""

LETTER = Letter(
    kind=LetterKind.APPEAL,
    language="en",
    layout="a4",
    recipient=1,
    from_lines=("Marthe Vandenbroucke", "12 Rue des Tilleuls", "1000 Bruxelles"),
    address=(
        "Orhan Velidov",
        "Minister of Internal Affairs",
        "12 Fountain Street",
        "370001 Baku",
        "AZERBAIJAN",
    ),
    dateline="Bruxelles, 5 February 2013",
    subject="Samira Aldenova (UA 31/13)",
    salutation="Dear Minister,",
    body=BODY,
    closing="Yours sincerely,",
    signature="Marthe Vandenbroucke",
    copies_label="Copies:",
    copies=("Leyla Hasanzade, Prosecutor General", "Embassy of Azerbaijan, Bruxelles"),
    title="UA 31/13 Samira Aldenova",
)

RUSSIAN = msgspec.structs.replace(
    LETTER,
    language="ru",
    from_lines=("Марта Ванденбрук", "12 Rue des Tilleuls", "1000 Bruxelles"),
    subject="Самира Альденова (UA 31/13)",
    salutation="Уважаемый господин министр!",
    body="Я пишу Вам о Самире Альденовой.\n\nПрошу Вас сообщить её семье, где она находится.",
    closing="С уважением,",
    signature="Марта Ванденбрук",
    copies_label="Копии:",
    title="UA 31/13 Самира Альденова",
)

HEBREW = msgspec.structs.replace(
    LETTER,
    language="he",
    from_lines=("נועה לביא", "1000 Bruxelles"),
    subject="סמירה (UA 31/13)",
    salutation="כבוד השר,",
    body="אני כותבת אליך בעניינה של סמירה.",
    closing="בכבוד רב,",
    signature="נועה לביא",
    copies=(),
    copies_label="",
    title="UA 31/13",
)


def changed(letter: Letter = LETTER, **fields: object) -> Letter:
    """Return the letter with other words in some places."""
    return msgspec.structs.replace(letter, **fields)


def words_by_pdfium(pdf: bytes) -> list[str]:
    """Return the words of a PDF as PDFium (Chrome, Edge) reads them."""
    return text_by_pdfium(pdf).split()


def text_by_pdfium(pdf: bytes) -> str:
    """Return the text of a PDF as PDFium reads it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def words_by_poppler(pdf: bytes, folder: Path) -> list[str]:
    """Return the words of a PDF as Poppler (Linux readers) reads them; skip where it is not."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([program, path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split()


Box = tuple[float, float, float, float]


def place_of(pdf: bytes, text: str, page: int = 0) -> Box:
    """Return left, top, right and bottom in mm from the upper left corner, where text stands.

    Top and bottom are those of the ink (PDFium's tight character boxes).
    """
    found = places_of(pdf, text, page)
    assert found, f"{text!r} is not on page {page + 1}"
    return found[0]


def places_of(pdf: bytes, text: str, page: int = 0) -> list[Box]:
    """Return the same for every place on a page where the text stands, in the page's order."""
    places = []
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        height = sheet.get_height()
        words = sheet.get_textpage()
        search = words.search(text, match_case=True)
        while found := search.get_next():
            boxes = [words.get_charbox(found[0] + index) for index in range(found[1])]
            boxes = [box for box in boxes if box[2] > box[0]]
            left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
            right, high = max(box[2] for box in boxes), max(box[3] for box in boxes)
            upright = (left, height - high, right, height - low)
            places.append(tuple(side / PT_PER_MM for side in upright))
    return places


def strokes(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom in mm of every line and frame drawn on a page."""
    from pypdfium2 import raw

    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        height = sheet.get_height()
        found = []
        for shape in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = shape.get_bounds()
            box = (left, height - top, right, height - bottom)
            found.append(tuple(length / PT_PER_MM for length in box))
        return found


def everything_in(pdf: bytes) -> bytes:
    """Return a PDF's bytes with every stream unpacked, to look for what should not be there."""
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

    reader = PdfReader(io.BytesIO(pdf))
    parts = [pdf]
    for number in range(1, len(reader.xref[0]) + 1 if 0 in reader.xref else 1):
        found = reader.get_object(number)
        parts.append(repr(found).encode("utf-8", "replace"))
        if isinstance(found, StreamObject):
            parts.append(found.get_data())
    return b"\n".join(parts)
