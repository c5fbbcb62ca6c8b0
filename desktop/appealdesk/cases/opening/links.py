"""Mail addresses that a web page holds and does not show in so many letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from appealdesk.cases.opening.surroundings import text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDRESS: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_PROTECTED: Final = "[email protected]"


def unveiled(veiled: str) -> str:
    """Return the address that Cloudflare veils in `data-cfemail`.

    Every byte is crossed with the first one. What does not come out as an address stays
    the words that the page shows.
    """
    try:
        key, *rest = bytes.fromhex(veiled)
        address = bytes(byte ^ key for byte in rest).decode("utf-8")
    except ValueError:
        return _PROTECTED
    return address if _ADDRESS.fullmatch(address) else _PROTECTED


def address_in_link(element: _Element) -> str:
    """Return " (address)" for a mailto: link whose text shows no address, else ""."""
    target = element.get("href", "").strip()
    if target[:7].lower() != "mailto:":
        return ""
    address = unquote(target[7:].split("?")[0]).strip()
    if not _ADDRESS.fullmatch(address) or "@" in text_in(element):
        return ""
    return f" ({address})"
