"""Handing a draft to the mail client of this computer.

What was tried and seen stands in docs/decisions/mail-hand-over.md.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from appealdesk.errors import Trouble
from appealdesk.mail.desktop import default_program
from appealdesk.translation import _

# Names a command to run in place of the mail client, with the file or link as its last
# argument: for tests, and for people whose desktop knows no mail client.
COMMAND = "APPEALDESK_MAIL_COMMAND"

_DRAFT, _LINK = "message/rfc822", "x-scheme-handler/mailto"
_OPENERS = (["xdg-open"], ["gio", "open"], ["exo-open"])

# Clients that open a draft given as a file for writing on, by the name of their command.
_WRITERS = ("thunderbird", "thunderbird-esr", "betterbird")


class MailFailed(Trouble):
    """A draft could not be given to the mail client."""


class NoMailClient(MailFailed):
    """No mail client is known to this desktop."""

    def __init__(self, kept: str) -> None:
        super().__init__(
            _("No mail program is set up on this computer."),
            kept=kept,
            remedy=_(
                "The text of the letter is on the clipboard: you can paste it into a message"
                " on your mail service's own page, and attach the PDF there."
            ),
        )


def hand_over(target: str | Path) -> None:
    """Open an .eml file or a mailto: link for writing on; return once the client is starting.

    Raises NoMailClient, and MailFailed for a file that is not there or a link that is none.
    The environment variable APPEALDESK_MAIL_COMMAND names another command to run.
    """
    text = _checked(target)
    kept = ""
    if not _is_link(text):
        kept = _("The message is saved as {file}.").format(file=Path(text).name)
    try:
        if sys.platform == "win32" and not os.environ.get(COMMAND):
            os.startfile(text)  # noqa: S606  (the desktop's own way to open a document)
        else:
            _start(_command(text, kept))
    except (OSError, ValueError) as error:
        raise NoMailClient(kept) from error


def _is_link(text: str) -> bool:
    return text.startswith("mailto:")


def _checked(target: str | Path) -> str:
    """Nothing but a draft or a link of ours is ever given to another program."""
    if isinstance(target, str) and _is_link(target):
        if not target.isascii() or any(char <= " " or char in '"<>\x7f' for char in target):
            raise MailFailed(_("The link for the mail program is damaged."))
        return target
    path = Path(target).absolute()
    if path.suffix.lower() != ".eml" or not path.is_file():
        raise MailFailed(
            _("The message {file} is not there any more.").format(file=path.name),
            kept=_("Your letter is safe."),
            remedy=_("Please send it again."),
        )
    return str(path)


def _command(text: str, kept: str) -> list[str]:
    if own := os.environ.get(COMMAND):
        return [*shlex.split(own, posix=os.name != "nt"), text]
    if sys.platform == "darwin":
        return ["open", text]
    if writer := _writer(text):
        return [writer, text]
    sandboxed = Path("/.flatpak-info").exists()  # there the desktop's lists are out of sight
    if sandboxed or default_program(_LINK if _is_link(text) else _DRAFT):
        for opener in _OPENERS:
            if shutil.which(opener[0]):
                return [*opener, text]
    raise NoMailClient(kept)


def _writer(text: str) -> str:
    """Return the command of a client to start itself, or "" to leave it to the desktop.

    That is the case where the person writes mail with it, whatever else opens stored messages
    on this desktop; and where the desktop knows no mail client at all but one is there.
    """
    mine = default_program(_LINK).lower()
    there = [name for name in _WRITERS if shutil.which(name)]
    if mine or _is_link(text):
        return next(
            (name for name in there if mine.startswith(name)), "" if mine else _first(there)
        )
    return "" if default_program(_DRAFT) else _first(there)


def _first(names: list[str]) -> str:
    return names[0] if names else ""


def _start(command: list[str]) -> None:
    """Start a program that outlives ours and shares nothing with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=process.wait, daemon=True).start()  # or it stays as a zombie
