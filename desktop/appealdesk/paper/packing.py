"""Office documents are zip archives: packed so that they say nothing of when and where."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping


def packed(archive: bytes, on: dt.date) -> bytes:
    """Return an archive packed anew: the date of the letter on every part, nothing of the system."""
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return pack(parts, on)


def pack(parts: Mapping[str, bytes], on: dt.date, *, stored: str = "") -> bytes:
    """Return an archive of these parts, in order.

    stored: the name of a part that is not compressed, so that its bytes tell what the file is
    """
    import zipfile  # noqa: PLC0415

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            # Zip archives know no day before 1980 and none after 2107.
            entry = zipfile.ZipInfo(
                name, (min(max(on.year, 1980), 2107), on.month, on.day, 12, 0, 0)
            )
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return made.getvalue()
