"""The sender file: a volunteer's details in YAML, for the command line (design.md, section 4)."""

from __future__ import annotations

from pathlib import Path

import msgspec

from appealdesk.errors import Trouble
from appealdesk.letters import Sender
from appealdesk.translation import _

_LARGEST = 64 * 1024  # bytes; a name and an address are far below it


def read_sender(path: Path) -> Sender:
    """Return the sender that a YAML file describes.

    Raises Trouble naming the file, the line or field, and what is expected there.
    """
    import yaml  # noqa: PLC0415

    try:
        data = path.read_bytes()
    except OSError as error:
        raise _wrong(path, error.strerror or type(error).__name__) from error
    if len(data) > _LARGEST:
        raise _wrong(path, _("it is too large to be a sender file"))
    try:
        return msgspec.convert(yaml.safe_load(data.decode("utf-8-sig")), Sender)
    except UnicodeDecodeError as error:
        raise _wrong(path, _("it is not text in UTF-8")) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _wrong(path, str(error.problem), line) from error
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise _wrong(path, str(error)) from error


def _wrong(path: Path, why: str, line: int = 0) -> Trouble:
    return Trouble(
        _("The sender's details could not be read: {why}.").format(why=why),
        place=f"{path.name}, line {line}" if line else path.name,
        remedy=_("Expected: name, address (a list of lines), country (two letters)."),
    )
