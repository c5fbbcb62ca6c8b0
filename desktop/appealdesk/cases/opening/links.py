"""Mail addresses that a document holds and does not show in so many letters."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

ADDRESS: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+")
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
    return address if ADDRESS.fullmatch(address) else _PROTECTED


def address_beside(target: str, shown: str) -> str:
    """Return " (address)" for a mailto: target whose text shows no address, else ""."""
    target = target.strip()
    if target[:7].lower() != "mailto:" or "@" in shown:
        return ""
    address = unquote(target[7:].split("?")[0]).strip()
    return f" ({address})" if ADDRESS.fullmatch(address) else ""
