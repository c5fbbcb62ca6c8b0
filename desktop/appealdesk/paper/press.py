"""The press: Typst, kept warm, fed with data, shut off from every file but the layouts."""

from __future__ import annotations

import datetime as dt
import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from appealdesk import resources
from appealdesk.errors import Trouble
from appealdesk.letters import Letter
from appealdesk.paper.glyphs import GlyphMissing, complained_of, lone_surrogate
from appealdesk.paper.manuscript import manuscript, pictures
from appealdesk.paper.places import NOTES
from appealdesk.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    import typst
    from typst import PDFStandard

SERIF = "Libertinus Serif"

# Handsome faces for scripts the embedded one lacks, where the system has them; families that
# are not there are passed over. Linux (Noto, Amiri), macOS, Windows.
SYSTEM_FACES = (
    SERIF,
    "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic",
    "Noto Serif Thai", "Noto Serif Devanagari", "Noto Serif Bengali", "Noto Serif Tamil",
    "Noto Serif Armenian", "Noto Serif Georgian", "Noto Serif Ethiopic", "Noto Serif Khmer",
    "Noto Serif Lao", "Noto Serif Myanmar", "Noto Serif Sinhala",
    "Noto Serif CJK SC", "Songti SC", "SimSun", "Times New Roman",
)  # fmt: skip

STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]


LETTER = "letter.typ"


class Copy(NamedTuple):
    """What is to be set: a template, the data it is given, and every text that may be shown.

    pictures: image files, as JSON lists of their bytes
    """

    template: str
    given: dict[str, Any]
    texts: tuple[str, ...]
    pictures: str = "[]"

    @property
    def characters(self) -> frozenset[str]:
        """Every character that may have to be shown."""
        return frozenset().union(*self.texts)


# What letter.typ notes at the end of a letter, where that end came to stand (pt), and the lines.
_PROOF = f"""{{
  let end = query(<end-0>).first()
  let at = end.location()
  (end.value + (pages: counter(page).at(at).first(), reached: at.position().y.pt()), {NOTES})
}}"""

_NOTES = "query(<note>).map(found => found.value)"
_FITS = "query(<fit>).map(found => found.value)"  # pairs of the index of a letter and its fit
_ADDRESS = re.compile(r"panicked with: address (\d+)")  # head.typ gives up with these words

# So many letters at a time are measured before a batch is set: see _fitted().
_AT_A_TIME = 50

_KEPT_FOR = 10  # sheets; typst-py, compiler.rs: comemo::evict(10)


class AddressTooLong(Trouble):
    """The window of the envelope cannot show all of an address. `recipient` is its first line."""

    def __init__(self, letters: Sequence[Mapping[str, Any]], index: int) -> None:
        rows = next(letter["address"] for letter in letters if letter["index"] == index)
        self.recipient = str(rows[0]["text"])
        super().__init__(
            _("The address of {name} has more lines than the window of the envelope shows.").format(
                name=self.recipient
            ),
            kept=_("Your letter is safe."),
            remedy=_("Please choose a plain layout, or shorten the address."),
        )


class LayoutBroken(Trouble):
    """A layout file has a mistake in it; the letter itself is untouched."""


class Press:
    """Typst with the embedded fonts and, once needed, the system's.

    Safe to call from any thread, and from several at once: nothing waits while Typst is at work.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._fonts: dict[bool, typst.Fonts] = {}
        self._folder: Path | None = None

    def pdf(self, letters: Sequence[Letter], on: dt.date) -> bytes:
        """Return the letters as one PDF/UA-1 and PDF/A-2a. Raises GlyphMissing, LayoutBroken."""
        return self._checked(letters_copy(letters), on)[0]

    def sheets(self, copy: Copy, on: dt.date) -> bytes:
        """Return a copy as PDF. Raises as pdf() does."""
        return self._checked(copy, on)[0]

    def sheets_and_notes(self, copy: Copy, on: dt.date) -> tuple[bytes, list[Any]]:
        """Return a copy as PDF, and what its template noted with `[#metadata(value)<note>]`.

        Raises as pdf() does.
        """
        pdf, system = self._checked(copy, on)
        return pdf, self._asked(_NOTES, copy, system=system)

    def proof(self, letter: Letter, on: dt.date) -> tuple[bytes, dict[str, Any], list[Any]]:
        """Return a letter as pdf() does, with how full it is and where its lines stand.

        The first is what letter.typ notes at the end, the second what places.NOTES says.
        """
        copy = letters_copy((letter,))
        pdf, system = self._checked(copy, on)
        end, notes = self._asked(_PROOF, copy, system=system)
        places = copy.given["letters"][0]["places"]
        return pdf, end, [(places[number], *rest) for number, *rest in notes]

    def _checked(self, copy: Copy, on: dt.date) -> tuple[bytes, bool]:
        """Return the PDF and whether the system's fonts were needed."""
        if char := lone_surrogate(copy.characters):
            raise GlyphMissing(char, copy.texts)
        try:
            return self._pdf(copy, on, system=False), False
        except GlyphMissing:
            return self._pdf(copy, on, system=True), True

    def _pdf(self, copy: Copy, on: dt.date, *, system: bool) -> bytes:
        return self._set(self._fitted(copy, system=system), on, system=system)

    def _fitted(self, copy: Copy, *, system: bool) -> Copy:
        """Return a batch with the fit of every letter in it.

        Typst holds all it has laid out until the document is done. Measuring takes as much room as
        setting; done beforehand and a few letters at a time, it is let go again.
        """
        letters = copy.given.get("letters", ())
        if len(letters) <= _AT_A_TIME:
            return copy
        fits: dict[int, Any] = {}
        for at in range(0, len(letters), _AT_A_TIME):
            some = copy._replace(
                given=copy.given
                | {"letters": letters[at : at + _AT_A_TIME], "only_fits": True, "front": None}
            )
            try:
                fits.update(self._asked(_FITS, some, system=system))
            except RuntimeError:  # what is wrong with a letter is told when it is set
                return copy
            self._forget(system=system)
        fitted = [one | {"fit": fits[one["index"]]} for one in letters]
        return copy._replace(given=copy.given | {"letters": fitted})

    def _set(self, copy: Copy, on: dt.date, *, system: bool) -> bytes:
        import typst  # noqa: PLC0415

        compiler = self._compiler(copy, system=system)
        try:
            made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=_noon(on))
            return made if isinstance(made, bytes) else b""
        except typst.TypstError as error:
            if char := complained_of(error.diagnostic):
                raise GlyphMissing(char, copy.texts) from error
            if address := _ADDRESS.search(error.message):
                raise AddressTooLong(copy.given["letters"], int(address.group(1))) from error
            raise LayoutBroken(
                _("The page could not be set: {reason}").format(reason=error.message),
                place=_place(error.diagnostic),
                kept=_("Your letter is safe."),
                remedy=_("Please choose another layout, or install Appeal Desk again."),
            ) from error

    def _asked(self, question: str, copy: Copy, *, system: bool) -> Any:  # noqa: ANN401
        """Return what a Typst expression finds in a copy; of one just set, nothing is set anew."""
        return json.loads(self._compiler(copy, system=system).eval(question))

    def _forget(self, *, system: bool) -> None:
        """Have Typst let go of what it has laid out: it does when ten sheets had no use for it."""
        import typst  # noqa: PLC0415

        for _sheet in range(_KEPT_FOR + 1):
            empty = typst.Compiler({"main.typ": b""}, font_paths=self._fonts[system])  # type: ignore[type-var]
            empty.compile(format="svg")

    def _compiler(self, copy: Copy, *, system: bool) -> typst.Compiler:
        """Return a compiler that has the layouts and, as files of theirs, the data of the copy.

        Data goes in as files: what is handed to `sys.inputs` counts as part of Typst's library, and
        nothing that was set with another library is used again. Making a compiler takes a
        millisecond; what is kept from one sheet to the next, Typst keeps for the whole process.
        """
        import typst  # noqa: PLC0415

        folder = resources.path("layouts")
        with self._lock:
            if self._folder != folder:
                _must_ask_for_no_package(folder)
                self._folder = folder
            if system not in self._fonts:
                self._fonts[system] = typst.Fonts(include_system_fonts=system)
        files = {
            "main.typ": f'#include "{copy.template}"'.encode(),
            "given.json": _given(copy, system=system),
            "pictures.json": copy.pictures.encode(),
        }
        # The stub forgets what the manual says of `input`: file names and what is in them.
        return typst.Compiler(files, root=folder, font_paths=self._fonts[system])  # type: ignore[type-var]


def _must_ask_for_no_package(folder: Path) -> None:
    """Raise LayoutBroken where a layout has an "@" in it: a package would come from the net."""
    for file in folder.glob("*.typ"):
        if "@" in file.read_text(encoding="utf-8"):
            raise LayoutBroken(_("A layout file asks for a package."), place=file.name)


def letters_copy(letters: Sequence[Letter], bundle: Mapping[str, Any] | None = None) -> Copy:
    """Return letters as letter.typ takes them; bundle: see manuscript.BUNDLE."""
    bundle = bundle or {}
    texts = (text for letter in letters for text in letter.texts)
    images = pictures(letters)
    given = {**manuscript(letters), **bundle}
    return Copy(LETTER, given, (*texts, *_texts_in(bundle)), json.dumps([*map(list, images)]))


def sheet_copy(template: str, title: str, matter: Mapping[str, Any]) -> Copy:
    """Return plain data for another template of ours; every text in it may come to be shown.

    template: a file in resources/layouts/, "envelope.typ"
    title:    of the PDF, which must have one
    """
    given = {"title": title, **matter}
    return Copy(template, given, tuple(_texts_in(given)))


def _texts_in(matter: object) -> Iterator[str]:
    """Every text in plain data, in order."""
    if isinstance(matter, str):
        yield matter
    elif isinstance(matter, Mapping):
        for value in matter.values():
            yield from _texts_in(value)
    elif isinstance(matter, list | tuple):
        for value in matter:
            yield from _texts_in(value)


def _noon(on: dt.date) -> dt.datetime:
    """The date of the letter stands in the file, never the time it was made at."""
    return dt.datetime(on.year, on.month, on.day, 12, tzinfo=dt.UTC)


def _given(copy: Copy, *, system: bool) -> bytes:
    fonts = {"fonts": SYSTEM_FACES if system else (SERIF,), "fallback": system}
    return json.dumps(copy.given | fonts, ensure_ascii=False).encode()


def _place(diagnostic: str) -> str:
    """Pick "letter.typ, line 4, column 7" out of a diagnostic, without the folder it stands in."""
    for line in diagnostic.splitlines():
        if "┌─" in line:
            name, number, column = line.rpartition("/")[2].rpartition("─ ")[2].strip().split(":")
            return _("{file}, line {number}, column {column}").format(
                file=name, number=number, column=int(column) + 1
            )
    return ""


press = Press()
