"""PDF to rows, by the places of its letters. No script runs, no file inside it is opened.

PDFium is built without JavaScript and XFA; forms, attachments and links are not touched.
"""

from __future__ import annotations

import ctypes
import importlib
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final, TypeAlias

from appealdesk.cases.opening.hidden import SYMBOL_BULLETS
from appealdesk.cases.opening.layout import rows_of_pages
from appealdesk.cases.opening.limits import PAGES
from appealdesk.cases.opening.pieces import Letter, Piece, is_note_number
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.right_to_left import is_right_to_left, pieces_from_the_right
from appealdesk.cases.opening.rows import Row

Pdfium: TypeAlias = Any  # the library and its handles have no types of their own

_LETTERS_OF_PAGE: Final = 60_000
_WIDE: Final = 1.15  # letter sizes of white that part two pieces
_BLANK: Final = 0.3  # letter sizes of white that are a blank though none is written
_BELOW: Final = 0.2  # of a letter's size stands below its line
_LOCKED: Final = 4  # FPDF_ERR_PASSWORD
_GUARDED: Final = 5  # FPDF_ERR_SECURITY
_FEW: Final = 120  # letters: a page with fewer may show its words in a picture
_SCAN: Final = 0.3  # the share of a page that a picture of a text covers, at least
_DRAWN: Final = 200  # shapes on a page whose letters are drawn, at least
_OBJECTS: Final = 5_000  # of a page that are looked at
_HYPHENS: Final = frozenset({0x02, 0xFFFE})  # how PDFium writes a hyphen at a line's end


def rows_of_pdf(data: bytes) -> list[Row]:
    """Return the rows of a PDF. Raises Refused."""
    pdfium: Pdfium = importlib.import_module("pypdfium2_raw")
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        raise Refused(Reason.LOCKED if error in {_LOCKED, _GUARDED} else Reason.DAMAGED)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > PAGES:
            raise Refused(Reason.TOO_MANY_PAGES)
        pages = [_pieces_of_page(pdfium, document, index) for index in range(count)]
        if not any(pages):
            raise Refused(_why_no_text(pdfium, document, count))
        pictures = {
            index + 1
            for index, page in enumerate(pages)
            if _letters_in(page) < _FEW and _is_picture(pdfium, document, index)
        }
    finally:
        pdfium.FPDF_CloseDocument(document)
    _refuse_unknown_letters(pages)
    return rows_of_pages(pages, pictures)


@contextmanager
def _page(pdfium: Pdfium, document: Pdfium, index: int) -> Iterator[Pdfium]:
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _pieces_of_page(pdfium: Pdfium, document: Pdfium, index: int) -> list[Piece]:
    with _page(pdfium, document, index) as page:
        text_page = pdfium.FPDFText_LoadPage(page) if page else None
        if not text_page:
            return []
        try:
            letters = _letters(pdfium, page, text_page)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    seen = [letter for letter in letters if letter is not None]
    if is_right_to_left(seen):
        return [_plain(piece) for piece in pieces_from_the_right(seen)]
    return list(_pieces(letters))


def _letters(pdfium: Pdfium, page: Pdfium, text_page: Pdfium) -> list[Letter | None]:
    """Return the letters in written order, upright and on the page; None where a line ends."""
    count = min(pdfium.FPDFText_CountChars(text_page), _LETTERS_OF_PAGE)
    box, shown = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    at_box, at_shown = ctypes.byref(box), ctypes.byref(shown)
    pdfium.FPDF_GetPageBoundingBox(page, at_shown)
    pen = _Pen(pdfium, text_page, _usual_angle(pdfium, text_page, count))
    letters: list[Letter | None] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in {0x0A, 0x0D}:
            letters.append(None)
            pen.lift()
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, at_box):
            continue
        if box.right < shown.left or box.left > shown.right:
            continue
        if box.top < shown.bottom or box.bottom > shown.top:
            continue
        letter = pen.letter(index, code, box)
        if letter is not None:
            letters.append(letter)
    return letters


class _Pen:
    """Makes letters of what PDFium says of them: how large, on which line, how turned."""

    def __init__(self, pdfium: Pdfium, text_page: Pdfium, upright: int) -> None:
        self._pdfium = pdfium
        self._text_page = text_page
        self._upright = upright
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = (ctypes.byref(self._x), ctypes.byref(self._y))
        self._given = -1.0  # the size that the font was asked for in, before scaling
        self._size = 0.0
        self._turns = 0

    def lift(self) -> None:
        """Forget size and turn: another line begins."""
        self._given = -1.0

    def letter(self, index: int, code: int, box: Pdfium) -> Letter | None:
        """Return a letter, None where it stands across the page's other letters."""
        given = self._pdfium.FPDFText_GetFontSize(self._text_page, index)
        if given != self._given:
            self._measure(index, given)
        if self._turns != self._upright and code != 0x20:
            return None
        text = "-" if code in _HYPHENS else chr(code) if 0 < code < 0x110000 else "\ufffd"
        if self._upright or not self._size:
            return _turned(text, box, self._upright, index)
        self._pdfium.FPDFText_GetCharOrigin(self._text_page, index, *self._at)
        bottom = self._y.value - _BELOW * self._size
        return Letter(text, box.left, bottom, box.right, bottom + self._size, index)

    def _measure(self, index: int, given: float) -> None:
        matrix = self._matrix
        if not self._pdfium.FPDFText_GetMatrix(self._text_page, index, ctypes.byref(matrix)):
            return
        self._given = given
        self._size = abs(given) * math.hypot(matrix.c, matrix.d)
        self._turns = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4


def _usual_angle(pdfium: Pdfium, text_page: Pdfium, count: int) -> int:
    """Return the quarter turns in which most of the text stands (a sheet laid on its side)."""
    step = max(1, count // 50)
    angles = Counter(
        round(pdfium.FPDFText_GetCharAngle(text_page, index) / 1.5708) % 4
        for index in range(0, count, step)
    )
    return angles.most_common(1)[0][0] if angles else 0


def _turned(text: str, box: Pdfium, turns: int, index: int) -> Letter:
    if turns == 1:
        return Letter(text, -box.top, box.left, -box.bottom, box.right, index)
    if turns == 2:
        return Letter(text, -box.right, -box.top, -box.left, -box.bottom, index)
    if turns == 3:
        return Letter(text, box.bottom, -box.right, box.top, -box.left, index)
    return Letter(text, box.left, box.bottom, box.right, box.top, index)


def _pieces(letters: list[Letter | None]) -> Iterator[Piece]:
    """Put letters that follow each other on one line together, up to the next wide gap."""
    run: list[Letter] = []
    blank = False
    for letter in [*letters, None]:
        if letter is not None and letter.text.isspace():
            blank = True
            continue
        if letter is not None and run:
            white = _white(run[-1], letter)
            if white is not None:
                if _is_shadow(run[-1], letter):
                    continue
                last, size = run[-1], letter.top - letter.bottom
                if (
                    blank
                    or white > _BLANK * size
                    or is_note_number(last.text, last.top - last.bottom, letter.text, size)
                ):
                    run.append(_blank_before(letter))
                run.append(letter)
                blank = False
                continue
        if run:
            yield _piece(run)
        run = [letter] if letter is not None else []
        blank = False


def _blank_before(letter: Letter) -> Letter:
    return Letter(" ", letter.left, letter.bottom, letter.left, letter.top, letter.index)


def _white(before: Letter, letter: Letter) -> float | None:
    """Return the white between two letters of one line; None: they are not of one piece."""
    height = max(letter.top - letter.bottom, before.top - before.bottom, 1.0)
    if abs(letter.bottom - before.bottom) > 0.5 * height:
        return None
    white = letter.left - before.right
    return white if -0.5 * height <= white < _WIDE * height else None


def _is_shadow(before: Letter, letter: Letter) -> bool:
    """Tell a letter printed twice, a hair apart, to look bold."""
    return (
        before.text == letter.text
        and abs(before.left - letter.left) < 0.15 * (letter.top - letter.bottom)
        and letter.right - letter.left > 0
        and abs(before.left - letter.left) < 0.5 * (letter.right - letter.left)
    )


def _piece(run: list[Letter]) -> Piece:
    heights = sorted(letter.top - letter.bottom for letter in run)
    return _plain(
        Piece(
            "".join(letter.text for letter in run),
            min(letter.left for letter in run),
            run[0].bottom,
            max(letter.right for letter in run),
            run[0].top,
            heights[len(heights) // 2],
        )
    )


def _plain(piece: Piece) -> Piece:
    """Return a piece in plain letters, without ligatures."""
    text = piece.text
    if any("\ufb00" <= character <= "\ufefc" for character in text):
        text = "".join(map(_plain_letter, text))
    return replace(piece, text=text)


def _plain_letter(character: str) -> str:
    """Return the letters of a ligature, and the letter behind an Arabic presentation form."""
    if "\ufb00" <= character <= "\ufefc":
        return unicodedata.normalize("NFKC", character)
    return character


def _letters_in(page: list[Piece]) -> int:
    return sum(len(piece.text) for piece in page)


def _is_picture(pdfium: Pdfium, document: Pdfium, index: int) -> bool:
    """Tell whether a page with little text shows a picture that may hold words, or drawn letters."""
    with _page(pdfium, document, index) as page:
        if not page:
            return False
        whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
        drawn = 0
        for number in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)):
            shape = pdfium.FPDFPage_GetObject(page, number)
            kind = pdfium.FPDFPageObj_GetType(shape)
            drawn += kind == pdfium.FPDF_PAGEOBJ_PATH
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE and _area(pdfium, shape) > _SCAN * whole:
                return True
    return drawn >= _DRAWN


def _area(pdfium: Pdfium, shape: Pdfium) -> float:
    edges = [ctypes.c_float() for _edge in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, edges)):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return (right - left) * (top - bottom)


def _why_no_text(pdfium: Pdfium, document: Pdfium, count: int) -> Reason:
    for index in range(min(count, 10)):
        with _page(pdfium, document, index) as page:
            if page and pdfium.FPDFPage_CountObjects(page) > 0:
                return Reason.SCANNED
    return Reason.NO_TEXT


def _refuse_unknown_letters(pages: list[list[Piece]]) -> None:
    """Refuse text whose font does not say which letters it shows: it would be nonsense."""
    text = "".join(piece.text for page in pages for piece in page)
    unknown = sum(
        character == "\ufffd"
        or character < " "
        or ("\ue000" <= character <= "\uf8ff" and character not in SYMBOL_BULLETS)
        for character in text
    )
    if unknown * 3 > len(text):
        raise Refused(Reason.LETTERS_UNKNOWN)
