"""How much a document may cost. The figures of the safety promise, in one place.

They are far above any real urgent action (two pages, rarely over 1 MB).
"""

from __future__ import annotations

from typing import Final

INPUT_MB: Final = 50
TEXT_MB: Final = 2
INPUT_BYTES: Final = INPUT_MB * 1024 * 1024
TEXT_BYTES: Final = TEXT_MB * 1024 * 1024  # of the lines, in UTF-8
MEMORY_BYTES: Final = 512 * 1024 * 1024
SECONDS: Final = 10  # per document, on the clock and of processor time
LINES: Final = 100_000
PAGES: Final = 500
OPEN_FILES: Final = 24  # standard streams, and shared libraries while they load

REPLY_BYTES: Final = 4 * TEXT_BYTES  # JSON: escapes, and a page number for each line

ARCHIVE_MEMBERS: Final = 4_000
MEMBER_BYTES: Final = 64 * 1024 * 1024  # one unpacked member
MEMBER_RATIO: Final = 200  # unpacked to packed, above MEMBER_FREE_BYTES
MEMBER_FREE_BYTES: Final = 1024 * 1024

NESTING: Final = 1_000  # elements inside elements; libxml2 itself ends at 2,048
MAIL_PARTS: Final = 200
MAIL_NESTING: Final = 12
