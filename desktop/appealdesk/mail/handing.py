"""Handing a draft to the mail client of this computer. What was tried: docs/decisions/."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from appealdesk.errors import Trouble
from appealdesk.translation import _

# Names a command to run in place of the mail client, with the file or link as its last
# argument: for tests, and for people whose desktop knows no mail client.
COMMAND = "APPEALDESK_MAIL_COMMAND"


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
    """
    text = _checked(target)
    kept = (
        ""
        if text.startswith("mailto:")
        else _("The message is saved as {file}.").format(file=Path(text).name)
    )
    try:
        if sys.platform == "win32" and COMMAND not in os.environ:
            os.startfile(text)  # noqa: S606  (the desktop's own way to open a document)
        else:
            _start(_command(text, kept))
    except OSError as error:
        raise NoMailClient(kept) from error


def _checked(target: str | Path) -> str:
    """Nothing but a draft of ours is ever given to another program."""
    if isinstance(target, str) and target.startswith("mailto:"):
        if any(char <= " " or char == "\x7f" for char in target):
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
    if own := os.environ.get(COMMAND, ""):
        return [*shlex.split(own, posix=os.name != "nt"), text]
    if sys.platform == "darwin":
        return ["open", text]
    for opener in (["xdg-open"], ["gio", "open"]):
        if shutil.which(opener[0]):
            return [*opener, text]
    raise NoMailClient(kept)


def _start(command: list[str]) -> None:
    subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
