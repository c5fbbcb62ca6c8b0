"""E-mail addresses: what a message may carry in its address line, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from appealdesk.errors import Trouble
from appealdesk.translation import _

# The "addr-spec" of RFC 5322, 3.4.1, without quoted strings, comments and address literals:
# no address a ministry prints needs those, and each is a way to smuggle something in.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*\.?")  # a dot at the end is wrong, and exists
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
_LONGEST = 254  # RFC 5321, erratum 1690


class BadAddress(Trouble):
    """Something stands in the place of an e-mail address that no message can be sent to."""

    def __init__(self, address: str) -> None:
        super().__init__(
            _("“{address}” is not an e-mail address a message can be sent to.").format(
                address=" ".join(address.split())[:80]
            ),
            kept=_("Your letter is safe."),
            remedy=_("Please correct the recipient's e-mail address, or send the letter by post."),
        )


def checked(addresses: Sequence[str]) -> tuple[str, ...]:
    """Return the addresses fit for a header: international domains in ASCII, none twice.

    Raises BadAddress for the first that is none.
    """
    return tuple(dict.fromkeys(_checked(address) for address in addresses))


def _checked(address: str) -> str:
    local, _at, domain = address.strip().rpartition("@")
    try:
        host = domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise BadAddress(address) from None
    labels = host.split(".")
    whole = f"{local}@{host}"
    if (
        len(whole) > _LONGEST
        or len(labels) < 2
        or not _LOCAL.fullmatch(local)
        or not all(_LABEL.fullmatch(label) for label in labels)
    ):
        raise BadAddress(address)
    return whole
