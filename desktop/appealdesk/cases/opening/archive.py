"""Office files are archives: members are read one by one, never more than they may unpack to."""

from __future__ import annotations

import io
import zipfile
import zlib

from appealdesk.cases.opening.limits import (
    ARCHIVE_MEMBERS,
    MEMBER_BYTES,
    MEMBER_FREE_BYTES,
    MEMBER_RATIO,
)
from appealdesk.cases.opening.reasons import Reason, Refused


class Archive:
    """The members of a zip archive in memory. Nothing is ever written out."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            members = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise Refused(Reason.DAMAGED) from error
        if len(members) > ARCHIVE_MEMBERS:
            raise Refused(Reason.EXPANDS)
        self._members = {member.filename: member for member in members}
        self._left = MEMBER_BYTES  # that all members together may still unpack to

    def names(self) -> list[str]:
        """Return the names of the members."""
        return list(self._members)

    def read(self, name: str) -> bytes | None:
        """Return the content of a member, None where there is none of that name.

        Raises Refused for a member that is damaged, locked, or unpacks to too much. What
        the archive says about sizes is not believed: the bytes are counted.
        """
        member = self._members.get(name)
        if member is None:
            return None
        if member.flag_bits & 1:
            raise Refused(Reason.LOCKED)
        most = min(self._left, max(MEMBER_FREE_BYTES, member.compress_size * MEMBER_RATIO))
        try:
            with self._archive.open(member) as stream:
                content = stream.read(most + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            RuntimeError,
        ) as error:
            raise Refused(Reason.DAMAGED) from error
        if len(content) > most:
            raise Refused(Reason.EXPANDS)
        self._left -= len(content)
        return content
