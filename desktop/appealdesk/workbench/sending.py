"""Letters leave the desk: pages to look at, files, and the mail client."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path

from appealdesk import letters, mail, paper
from appealdesk.cases import Plain
from appealdesk.letters import Letter, Sender
from appealdesk.workbench import export, files, places, sheets
from appealdesk.workbench.progress import Progress
from appealdesk.workbench.work import Work, letter, recipient


class Proof(Plain, frozen=True):
    """A letter of the desk with its pages as they will be printed."""

    letter: Letter
    preview: paper.Preview


class HandedOver(Plain, frozen=True):
    """What was given to the mail client.

    text: the letter as text, for the clipboard in any case
    file: the .eml that was opened, None where a mailto: link was enough
    """

    text: str
    file: Path | None


def proof(
    work: Work,
    number: int,
    sender: Sender | None,
    on: dt.date,
    pixels_per_inch: float,
    *,
    only: Collection[int],
) -> Proof:
    """Return a recipient's letter with those of its pages drawn. Raises as paper.preview."""
    one = letter(work, number, sender, on)
    return Proof(letter=one, preview=paper.preview(one, on, pixels_per_inch, only))


def window_sheet(
    layout: str, language: str, on: dt.date, pixels_per_inch: float
) -> tuple[bytes, ...]:
    """Return the sheet to hold against an envelope with a window, as PNG. Raises paper.NoWindow."""
    return paper.sheet_images(paper.window_sheet(layout, language), on, pixels_per_inch)


def save_letters(
    work: Work,
    numbers: Sequence[int],
    sender: Sender | None,
    on: dt.date,
    folder: Path,
    *,
    formats: Sequence[str] = ("pdf",),
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write the letters to these recipients into a folder and return the files, in order.

    formats: of export.FORMATS; a cover note comes with the copies that it encloses
    All letters are made before the first file is written, and all files before the first gets its
    name; one of that name is left alone and ours is called "name (2)". Raises export.Unfinished,
    files.Unwritable, Cancelled and what paper raises.
    """
    progress = progress or Progress()
    stems = files.distinct(export.file_stem(work.case, recipient(work, n)) for n in numbers)
    made: list[files.Written] = []
    for done, (number, stem) in enumerate(zip(numbers, stems, strict=True)):
        progress.step(done, len(numbers))
        together = sheets.with_copies(work, number, sender, on)
        for name in formats:
            data = export.contents(together, recipient(work, number), on, name, stem)
            made.append((folder / f"{stem}.{name}", data))
    progress.step(len(numbers), len(numbers))
    return files.save_all(made)


def save_together(
    work: Work,
    numbers: Sequence[int],
    sender: Sender | None,
    on: dt.date,
    path: Path,
    *,
    cover: bool = False,
    duplex: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write all these letters into one PDF, for the printer; a file that is there is replaced.

    cover, duplex: see sheets.pile
    Raises what save_letters raises.
    """
    pile = sheets.pile(work, numbers, sender, on, cover=cover, duplex=duplex)
    return save_sheets(pile, on, path, replace=True, progress=progress)


def save_sheets(
    pages: paper.Sheets,
    on: dt.date,
    path: Path,
    *,
    replace: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write envelopes, labels, slips or a fax (see sheets) into one PDF; return where it stands.

    replace: a file of that name, as one has agreed to in a dialog; ours is "name (2)" otherwise
    Raises files.Unwritable, Cancelled and what paper raises.
    """
    progress = progress or Progress()
    progress.step(0, 1)
    pdf = paper.sheets_pdf(pages, on)
    progress.step(1, 1)
    return files.save(path, pdf, replace=replace)


def hand_over(work: Work, number: int, sender: Sender | None, on: dt.date) -> HandedOver:
    """Open the letter as a draft in the system mail client, with the PDF attached.

    Where nothing opens stored drafts, a letter short enough goes as a mailto: link instead, without
    the PDF. A recipient without an e-mail address gets a draft without one. Raises
    export.Unfinished, mail.NoMailClient (the text should then go to the clipboard) and
    paper.GlyphMissing.
    """
    one, to = letter(work, number, sender, on), recipient(work, number)
    stem = export.file_stem(work.case, to)
    data = export.contents(sheets.with_copies(work, number, sender, on), to, on, "eml", stem)
    file = files.save(places.outbox() / f"{stem}.eml", data, replace=True)
    text = letters.plain_text(one)
    try:
        mail.hand_over(file)
    except mail.NoMailClient:
        link = mail.mailto(one, to.email)
        if link is None:
            raise
        mail.hand_over(link)
        return HandedOver(text=text, file=None)
    return HandedOver(text=text, file=file)


def empty_outbox() -> None:
    """Remove the messages handed over in earlier sessions: they hold the sender's address."""
    folder = places.outbox()
    if folder.is_dir():
        for file in folder.glob("*.eml"):
            with contextlib.suppress(OSError):  # a mail client may still hold it: next time
                file.unlink()
