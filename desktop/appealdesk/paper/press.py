"""The press: Typst, kept warm, fed with data, shut off from every file but the layouts."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from appealdesk import resources
from appealdesk.errors import Trouble
from appealdesk.letters import Letter
from appealdesk.paper.glyphs import GlyphMissing, complained_of, lone_surrogate
from appealdesk.paper.manuscript import manuscript
from appealdesk.translation import _

if TYPE_CHECKING:
    import typst
    from typst import PDFStandard

Made = TypeVar("Made")

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


class _Copy(NamedTuple):
    """What is set: a template, the data it is given, and every text that may come to be shown."""

    template: str
    given: dict[str, Any]
    texts: tuple[str, ...]

    @property
    def characters(self) -> frozenset[str]:
        return frozenset().union(*self.texts)


# What letter.typ notes at the end of a letter, and where that end came to stand (pt).
_END = """{{
  let end = query(<end-{index}>).first()
  let at = end.location()
  end.value + (pages: counter(page).at(at).first(), reached: at.position().y.pt())
}}"""


class LayoutBroken(Trouble):
    """A layout file has a mistake in it; the letter itself is untouched."""


class Press:
    """For each template one Typst compiler with the embedded fonts and, once needed, the system's.

    Safe to call from any thread; one sheet is set at a time.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._compilers: dict[tuple[str, bool], typst.Compiler] = {}
        self._shown: set[str] = set()  # characters that the embedded fonts have shown already
        self._last: tuple[bool, str] | None = None

    def pdf(
        self, letters: Sequence[Letter], on: dt.date, bundle: Mapping[str, Any] | None = None
    ) -> bytes:
        """Return the letters as one PDF/UA-1 and PDF/A-2a. Raises GlyphMissing, LayoutBroken.

        bundle: what letter.typ is told beside the letters; see manuscript.BUNDLE
        """
        with self._lock:
            return self._checked(_letters(letters, bundle), on)[0]

    def sheet(self, template: str, matter: dict[str, Any], on: dt.date) -> tuple[bytes, list[Any]]:
        """Return the PDF that a template of ours makes of plain data, and what it notes.

        template: a file in resources/layouts/, "envelope.typ"
        matter:   what JSON can hold; every text in it may be shown
        A template notes a value v with `[#metadata(v)<note>]`. Raises as pdf() does.
        """
        with self._lock:
            copy = _Copy(template, matter, tuple(_texts_in(matter)))
            pdf, system = self._checked(copy, on)
            compiler = self._compiler(template, system=system)
            return pdf, json.loads(compiler.eval("query(<note>).map(found => found.value)"))

    def images(self, letters: Sequence[Letter], on: dt.date, ppi: float) -> tuple[bytes, ...]:
        """Return every page as a PNG. Raises GlyphMissing, LayoutBroken."""
        with self._lock:
            copy = _letters(letters)
            # Typst draws empty boxes in a picture where it refuses to in a PDF.
            system = not copy.characters <= self._shown and self._checked(copy, on)[1]
            pages = self._set(
                copy,
                system=system,
                to_format=lambda compiler, given: compiler.compile(
                    format="png", ppi=ppi, sys_inputs=given, timestamp=_noon(on)
                ),
            )
            return tuple(pages) if isinstance(pages, list) else (pages or b"",)

    def endings(self, letters: Sequence[Letter], on: dt.date) -> list[dict[str, Any]]:
        """Return what letter.typ notes at the end of each letter: pages, lines to spare."""
        with self._lock:
            copy = _letters(letters)
            # After a page image of the same letter everything is laid out already.
            system = self._last[0] if self._last else False
            if self._last != (system, _given(copy, system=system)):
                system = self._checked(copy, on)[1]
            compiler = self._compiler(LETTER, system=system)
            return [
                json.loads(compiler.eval(_END.format(index=index))) for index in range(len(letters))
            ]

    def _checked(self, copy: _Copy, on: dt.date) -> tuple[bytes, bool]:
        """Return the PDF and whether the system's fonts were needed."""
        if char := lone_surrogate(copy.characters):
            raise GlyphMissing(char, copy.texts)

        def to_pdf(compiler: typst.Compiler, given: dict[str, str]) -> bytes:
            made = compiler.compile(
                format="pdf", pdf_standards=STANDARDS, sys_inputs=given, timestamp=_noon(on)
            )
            return made if isinstance(made, bytes) else b""

        try:
            pdf = self._set(copy, system=False, to_format=to_pdf)
        except GlyphMissing:
            return self._set(copy, system=True, to_format=to_pdf), True
        self._shown |= copy.characters
        return pdf, False

    def _set(
        self,
        copy: _Copy,
        *,
        system: bool,
        to_format: Callable[[typst.Compiler, dict[str, str]], Made],
    ) -> Made:
        import typst  # noqa: PLC0415

        given = _given(copy, system=system)
        self._last = None
        try:
            made = to_format(self._compiler(copy.template, system=system), {"given": given})
        except typst.TypstError as error:
            if char := complained_of(error.diagnostic):
                raise GlyphMissing(char, copy.texts) from error
            raise LayoutBroken(
                _("The page could not be set: {reason}").format(reason=error.message),
                place=_place(error.diagnostic),
                kept=_("Your letter is safe."),
                remedy=_("Please choose another layout, or install Appeal Desk again."),
            ) from error
        self._last = (system, given)
        return made

    def _compiler(self, template: str, *, system: bool) -> typst.Compiler:
        import typst  # noqa: PLC0415

        if (template, system) not in self._compilers:
            source = resources.path("layouts", template)
            if "@" in source.read_text(encoding="utf-8"):
                # "@" begins the name of a package, and a package would be fetched from the net.
                raise LayoutBroken(_("A layout file asks for a package."), place=source.name)
            self._compilers[template, system] = typst.Compiler(
                source, root=source.parent, ignore_system_fonts=not system
            )
        return self._compilers[template, system]


def _letters(letters: Sequence[Letter], bundle: Mapping[str, Any] | None = None) -> _Copy:
    bundle = bundle or {}
    texts = (text for letter in letters for text in letter.texts)
    return _Copy(LETTER, {**manuscript(letters), **bundle}, (*texts, *_texts_in(bundle)))


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


def _given(copy: _Copy, *, system: bool) -> str:
    fonts = {"fonts": SYSTEM_FACES if system else (SERIF,), "fallback": system}
    return json.dumps(copy.given | fonts, ensure_ascii=False)


def _place(diagnostic: str) -> str:
    """Pick "letter.typ, line 4" out of a diagnostic, without the folder it stands in."""
    for line in diagnostic.splitlines():
        if "┌─" in line:
            name, number, *_column = line.rpartition("/")[2].rpartition("─ ")[2].strip().split(":")
            return _("{file}, line {number}").format(file=name, number=number)
    return ""


press = Press()
