"""Letters as Word and OpenDocument files, read back with other programs than wrote them."""

from __future__ import annotations

import getpass
import io
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from odfdo import Document as OdfDocument

from appealdesk import cases
from appealdesk.letters import Letter
from appealdesk.paper import docx, odt
from tests.paper.samples import HEBREW, LETTER, ON, RUSSIAN, changed

WRITERS = pytest.mark.parametrize("name", ["docx", "odt"])
MARKED = changed(
    body=(
        "The **first** paragraph, _set off_.\n\n- one point\n- another  one\n\n1. and one\n\n"
        "> She was taken\n> at night.\n\nThe last <line> & more."
    ),
    enclosures_label="Enclosure:",
    enclosures=("A photograph",),
    mark="Copy",
)
LETTERS = [LETTER, MARKED, RUSSIAN, HEBREW]


def _made(name: str, letters: Sequence[Letter]) -> bytes:
    return docx(letters, ON) if name == "docx" else odt(letters, ON)


def _words(text: str) -> list[str]:
    """Every word, without the signs of the light notation and those that mark a list instead."""
    text = text.replace("**", "").replace("_", "").replace("\t", " ")
    return [word for word in text.split() if word not in {"-", "–", "•", ">"}]


def _expected(letters: Sequence[Letter]) -> list[str]:
    return sorted(word for letter in letters for word in _words("\n".join(letter.texts)))


@WRITERS
def test_every_word_is_there_as_our_own_reader_of_documents_reads_it(name: str) -> None:
    document = cases.open_bytes(_made(name, LETTERS), f"letter.{name}")
    assert sorted(_words(document.text)) == _expected(LETTERS)


def test_every_word_is_there_as_a_library_for_opendocument_reads_it() -> None:
    document = OdfDocument(io.BytesIO(odt(LETTERS, ON)))
    text = "\n".join(one.inner_text for one in document.body.get_paragraphs())
    assert sorted(_words(text)) == _expected(LETTERS)


@WRITERS
def test_every_word_is_there_as_libreoffice_reads_it(name: str, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / f"letter.{name}").write_bytes(_made(name, LETTERS))
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path),
         str(tmp_path / f"letter.{name}")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "letter.txt").read_text(encoding="utf-8-sig")
    assert sorted(_words(text)) == _expected(LETTERS)


@WRITERS
def test_nothing_of_the_computer_or_its_user_is_in_the_file(name: str, home: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(_made(name, LETTERS))) as archive:
        everything = b"\n".join(
            entry.filename.encode() + archive.read(entry) for entry in archive.infolist()
        ).decode("utf-8", "replace")
        dates = {entry.date_time for entry in archive.infolist()}
    for private in (getpass.getuser(), socket.gethostname(), str(home), "python-docx", "odfdo"):
        if len(private) > 4:
            assert private.lower() not in everything.lower()
    assert dates == {(2013, 2, 5, 12, 0, 0)}
    assert time.strftime("%Y-%m-%d") not in everything
    assert not any(part in everything for part in ("thumbnail", "Macintosh", "LibreOffice"))


@WRITERS
def test_the_same_letter_gives_the_same_bytes(name: str) -> None:
    assert _made(name, LETTERS) == _made(name, LETTERS)


def test_what_a_word_processor_shows_about_the_file_is_the_letter_and_no_person() -> None:
    from docx import Document

    about = Document(io.BytesIO(docx([LETTER], ON))).core_properties
    assert (about.title, about.language) == (LETTER.title, "en")
    assert not any([about.author, about.last_modified_by, about.comments, about.keywords])
    assert about.created is not None
    assert about.created.date() == ON
    meta = OdfDocument(io.BytesIO(odt([LETTER], ON))).meta
    assert (meta.title, meta.language) == (LETTER.title, "en")
    assert meta.creator is None
    assert meta.initial_creator is None


def test_paragraphs_have_styles_named_after_what_they_hold() -> None:
    from docx import Document

    document = Document(io.BytesIO(docx([MARKED], ON)))
    found = {one.text.split("\n")[0]: one.style.name for one in document.paragraphs if one.style}
    assert found["Orhan Velidov"] == "Address block"
    assert found["Dear Minister,"] == "Salutation line"
    assert found["–\tone point"] == "List point"
    assert found["She was taken"] == "Quoted paragraph"
    bold = [run.text for one in document.paragraphs for run in one.runs if run.bold]
    assert bold == ["first"]


def test_each_letter_begins_a_page() -> None:
    from docx import Document

    document = Document(io.BytesIO(docx([LETTER, LETTER], ON)))
    breaks = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert len(breaks) == 1
    assert odt([LETTER, LETTER], ON) != odt([LETTER], ON)


@WRITERS
def test_hostile_words_are_only_words(name: str, hostile_text: str) -> None:
    letter = changed(body=f"Before\n\n{hostile_text[:5000]}\n\nAfter", subject=hostile_text[:200])
    document = cases.open_bytes(_made(name, [letter]), f"letter.{name}")
    assert "Before" in document.text
    assert "After" in document.text
