"""Cases, documents, drafts and senders as JSON, and back again without losing a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from appealdesk.cases import Plain
from appealdesk.library.trouble import Damaged, Newer
from appealdesk.translation import _

P = TypeVar("P", bound=Plain)


def whole(value: Any) -> Any:  # noqa: ANN401  (whatever JSON can hold)
    """Return the value with half characters (lone surrogates) replaced by U+FFFD.

    A clipboard can hold half an emoji. No file can; the words around it must not be lost for it.
    """
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {whole(name): whole(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [whole(part) for part in value]
    return value


def pack(value: P) -> tuple[bytes, P]:
    """Return the value as JSON, and as it will come back."""
    try:
        return msgspec.json.encode(value), value
    except UnicodeEncodeError:
        content = msgspec.json.encode(whole(msgspec.to_builtins(value)))
        return content, msgspec.json.decode(content, type=type(value))


def unpack(content: bytes, kind: type[P], place: Path | None) -> P:
    """Return the value that was packed.

    Raises Newer where it has a field that this version does not know, else Damaged.
    """
    where = str(place) if place else ""
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.DecodeError as error:
        if "unknown field" in str(error):
            raise Newer(
                _("This was saved by a newer version of Appeal Desk."),
                place=where,
                kept=_("Nothing was changed."),
                remedy=_("Install the newer version on this computer."),
            ) from error
        raise Damaged(
            _("Something in the library cannot be read any more."),
            place=where,
            kept=_("It has been left exactly as it is."),
            remedy=_("Put back a copy from your backup."),
        ) from error
