"""The copyright file of the Debian package: every part with its licence and its text."""

from __future__ import annotations

import sys

from appealdesk.workbench import parts

# Debian has these texts on every system and wants them named, not repeated.
_ON_EVERY_DEBIAN = {
    "GNU GENERAL PUBLIC LICENSE\n                       Version 3": "GPL-3",
    "GNU LESSER GENERAL PUBLIC LICENSE": "LGPL-3",
    "Apache License\n                           Version 2.0": "Apache-2.0",
}

HEAD = """\
Appeal Desk: from an urgent action to letters in the post.

Copyright: the Appeal Desk developers.
Licence: GPL-3.0-or-later. This program is free software: you can redistribute it and/or modify it
under the terms of the GNU General Public License as published by the Free Software Foundation,
either version 3 of the License, or (at your option) any later version. It comes without any
warranty. On Debian systems the text is in /usr/share/common-licenses/GPL-3.

The package also holds the parts below, each under its own licence. The libraries of Qt are in
/usr/lib/appealdesk/_internal/PySide6/Qt/lib as files, and may be replaced by others of the same
interface, as the LGPL asks. The bill of materials is appealdesk.cdx.json in this folder.
"""


def copyright_file() -> str:
    """Return the text of the file."""
    sys.frozen = True  # type: ignore[attr-defined]  # the parts of the packaged program
    told = [HEAD]
    for part in parts.parts()[1:]:
        where = f", in {part.distribution}" if part.within and part.distribution else ""
        title = " ".join(word for word in (part.name, part.version) if word)
        text = parts.licence_text(part)
        for sign, name in _ON_EVERY_DEBIAN.items():
            if sign in text[:600]:
                text = f"The text is in /usr/share/common-licenses/{name}."
        told.append(f"{title}{where}\nLicence: {part.licence}\n\n{text}\n")
    return ("\n" + "-" * 80 + "\n\n").join(told)
