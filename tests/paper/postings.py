"""The outside of letters to invented people: short, long, and from right to left."""

from __future__ import annotations

import msgspec

from appealdesk.letters import Posting

SHORT = Posting(
    name="Velidov",
    language="en",
    address=("Orhan Velidov", "Minister of Internal Affairs", "12 Fountain Street", "370001 Baku", "AZERBAIJAN"),
    back=("Maud Ekström-Lavoie", "12 Rue des Tilleuls", "1000 Bruxelles", "BELGIUM"),
    airmail=("PAR AVION", "BY AIRMAIL"),
)  # fmt: skip
NINE = msgspec.structs.replace(
    SHORT,
    name="al-Fulani",
    address=(
        "Professor Abdurrahman al-Fulani",
        "Chair of the Commission on Allegations of Torture",
        "Ministry of Justice and Human Rights",
        "Directorate General of Human Rights",
        "Building 4, Floor 2",
        "P.O. Box 1234",
        "12 Fountain Street",
        "370001 Baku",
        "AZERBAIJAN",
    ),
)
HEBREW = msgspec.structs.replace(
    SHORT, name="לביא", address=("נועה לביא", "משרד המשפטים", "רחוב 12", "ISRAEL")
)
ENDLESS = msgspec.structs.replace(
    SHORT, name="Tagiyev", address=tuple(f"Line {number} of the address" for number in range(40))
)


def changed(posting: Posting = SHORT, **fields: object) -> Posting:
    """Return the posting with other words in some places."""
    return msgspec.structs.replace(posting, **fields)
