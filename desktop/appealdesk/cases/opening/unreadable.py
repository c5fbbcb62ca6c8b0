"""What a person is told when a document cannot be opened: what it is, and the way out."""

from __future__ import annotations

from appealdesk.cases.opening.hidden import made_visible
from appealdesk.cases.opening.limits import INPUT_MB, PAGES, TEXT_MB
from appealdesk.cases.opening.reasons import Reason
from appealdesk.errors import Trouble
from appealdesk.translation import _


class Unreadable(Trouble):
    """A document that could not be opened. `place` is its file name, without the folder."""

    def __init__(self, name: str, reason: Reason) -> None:
        what, remedy = _sentences(reason)
        super().__init__(what, place=made_visible(name), remedy=remedy)
        self.reason = reason


def _sentences(reason: Reason) -> tuple[str, str]:
    for table in (_of_the_file, _of_the_kind, _of_the_content, _of_the_reading):
        found = table().get(reason)
        if found is not None:
            return found
    raise KeyError(reason)


def _of_the_file() -> dict[Reason, tuple[str, str]]:
    other = _("Choose another file.")
    return {
        Reason.MISSING: (
            _("There is no such file."),
            _("It may have been moved or renamed. Choose it again."),
        ),
        Reason.FOLDER: (
            _("This is a folder, not a document."),
            _("Choose a document in it."),
        ),
        Reason.NOT_ALLOWED: (
            _("This file may not be read by you."),
            _("Ask its owner for a copy, or change its permissions."),
        ),
        Reason.NOT_A_FILE: (_("This is a device or a pipe, not a document."), other),
        Reason.EMPTY: (
            _("This file is empty."),
            _("Download it again, or ask the sender for it once more."),
        ),
        Reason.TOO_BIG: (
            _("This file is larger than {limit} MB, far more than an urgent action.").format(
                limit=INPUT_MB
            ),
            _("Copy the text of the urgent action and paste it here."),
        ),
    }


def _of_the_kind() -> dict[Reason, tuple[str, str]]:
    ocr = _("Use a text recognition program (OCR) first, or copy the text by hand.")
    return {
        Reason.IMAGE: (_("This is a picture. Its words cannot be read from it."), ocr),
        Reason.SCANNED: (
            _("This document holds pictures of pages, and no text."),
            ocr,
        ),
        Reason.LETTERS_UNKNOWN: (
            _("This PDF shows text, but does not say which letters it is made of."),
            ocr,
        ),
        Reason.OLD_WORD: (
            _("This is a document of an old Word (.doc) or of another writing program."),
            _("Open it in Word or LibreOffice, save it as .docx, and open that."),
        ),
        Reason.OUTLOOK: (
            _("This is a message in Outlook's own format (.msg)."),
            _("Open it in Outlook, and save it as text or HTML, or copy its text here."),
        ),
        Reason.PAGES: (
            _("This is a document of Apple's Pages."),
            _("Open it in Pages, export it as Word or PDF, and open that."),
        ),
        Reason.LINK: (
            _("This is only a link to a page, not the page."),
            _("Open the link in a browser, and save the page or copy its text here."),
        ),
        Reason.WINMAIL: (
            _("This is a package that Outlook made of a message (winmail.dat)."),
            _("Ask the sender to send it again as plain text, or the document as a PDF."),
        ),
        Reason.ATTACHED: (
            _("This message only announces an attachment, and the attachment cannot be read."),
            _("Save the attachment and open it here by itself: then you are told why."),
        ),
        Reason.LOCKED: (
            _("This document is locked with a password."),
            _("Open it with the password, save it without, and open that copy."),
        ),
        Reason.ARCHIVE: (
            _("This is an archive of files, not a document."),
            _("Unpack it, and open the document in it."),
        ),
        Reason.OTHER_OFFICE: (
            _("This is a table, a presentation or a book, not a text document."),
            _("Copy the text of the urgent action and paste it here."),
        ),
        Reason.BINARY: (
            _("This file holds no text that can be read."),
            _("Choose a text, PDF, Word, OpenDocument, web page or e-mail file."),
        ),
    }


def _of_the_content() -> dict[Reason, tuple[str, str]]:
    paste = _("Open it in its own program, copy the text, and paste it here.")
    return {
        Reason.NO_TEXT: (
            _("There are no words in this document."),
            _("Check that it is the right one."),
        ),
        Reason.TOO_LONG: (
            _("This document holds more than {limit} MB of text.").format(limit=TEXT_MB),
            _("Copy only the urgent action out of it and paste it here."),
        ),
        Reason.TOO_MANY_PAGES: (
            _("This document has more than {limit} pages.").format(limit=PAGES),
            _("Copy only the urgent action out of it and paste it here."),
        ),
        Reason.DAMAGED: (
            _("This document is damaged or cut short."),
            _("Download it again, or ask the sender for it once more."),
        ),
        Reason.CHARSET: (
            _("It cannot be told in which encoding this text was written."),
            _("Open it in an editor, save it as UTF-8, and open that."),
        ),
        Reason.EXPANDS: (
            _("This document would unpack to far more than its size. It may be an attack."),
            paste,
        ),
        Reason.NESTED: (
            _(
                "The parts of this document are nested deeper "
                "than any real one. It may be an attack."
            ),
            paste,
        ),
        Reason.ENTITIES: (
            _("This document uses XML entities, as attacks do. It was not opened."),
            paste,
        ),
    }


def _of_the_reading() -> dict[Reason, tuple[str, str]]:
    paste = _("Open it in its own program, copy the text, and paste it here.")
    return {
        Reason.TOO_SLOW: (_("Opening this document took too long and was stopped."), paste),
        Reason.TOO_MUCH_MEMORY: (
            _("Opening this document needed too much memory and was stopped."),
            paste,
        ),
        Reason.DIED: (
            _("The process that reads documents broke down on this one. Nothing else was touched."),
            paste,
        ),
        Reason.GARBLED: (
            _("The process that reads documents gave an answer that makes no sense."),
            paste,
        ),
        Reason.NO_CHILD: (
            _("The process that reads documents could not be started."),
            _("Close other programs and try again; if it stays so, install Appeal Desk again."),
        ),
    }
