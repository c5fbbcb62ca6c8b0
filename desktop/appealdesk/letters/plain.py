"""A letter as plain text: for mail bodies, the clipboard and .txt files."""

from __future__ import annotations

from appealdesk.letters.model import Letter
from appealdesk.letters.wrapping import wrapped


def plain_text(letter: Letter, width: int = 72, *, block: bool = True) -> str:
    """Return a letter as plain text, its paragraphs wrapped at `width` columns.

    block: whether to begin with the sender's lines, the recipient's address, the date and the
           subject; a mail has its own head, so its body goes without them
    Addresses and long words are never broken. The text ends with a newline.
    """
    head = [
        letter.mark,
        "\n".join(letter.from_lines),
        "\n".join(letter.address),
        letter.dateline,
        letter.reference,
        _wrapped(letter.subject, width),
    ]
    parts = [
        *(head if block else []),
        letter.salutation,
        *(_wrapped(paragraph, width) for paragraph in letter.body.split("\n\n")),
        "\n".join(line for line in (letter.closing, letter.signature) if line),
        "\n".join([letter.enclosures_label, *letter.enclosures]) if letter.enclosures else "",
        "\n".join([letter.copies_label, *letter.copies]) if letter.copies else "",
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def body_for_mail(letter: Letter, width: int = 72) -> str:
    """Return the text of a mail: from the salutation on."""
    return plain_text(letter, width, block=False)


def _wrapped(text: str, width: int) -> str:
    """Return a text wrapped line by line; its own line ends are kept."""
    return "\n".join(wrapped(line, width) for line in text.split("\n"))
