"""The key of a library, and the clear first bytes of its file that say which key it needs."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from enum import Enum
from typing import Final

# SQLCipher's own key derivation (PBKDF2 with HMAC-SHA512) and number of rounds since its
# version 4, so that a library made with a passphrase opens in any tool that knows SQLCipher.
# https://www.zetetic.net/sqlcipher/sqlcipher-api/#kdf_iter
ROUNDS: Final = 256_000
KEY_LENGTH: Final = 32
HEADER_LENGTH: Final = 16


class Kind(Enum):
    """Where the key of a library comes from: the third byte of its file."""

    KEYRING = b"K"
    PASSPHRASE = b"P"


_MARK: Final = b"AD"
_FORMAT: Final = b"1"


class Header:
    """The first 16 bytes of a library file, the only ones in clear.

    SQLCipher keeps the salt of the file there. Ours begins with "AD", the kind of key and
    the number of the format; the other 12 bytes are random, and name the library in the keyring.
    """

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        self.content = content

    @classmethod
    def fresh(cls, kind: Kind) -> Header:
        """Return the header of a library that is about to be made."""
        return cls(_MARK + kind.value + _FORMAT + secrets.token_bytes(12))

    @property
    def is_ours(self) -> bool:
        """Whether this is the beginning of a library, of whatever version."""
        return len(self.content) == HEADER_LENGTH and self.content.startswith(_MARK)

    @property
    def is_known(self) -> bool:
        """Whether this version of the program knows the format."""
        kinds = {kind.value for kind in Kind}
        return self.is_ours and self.content[2:3] in kinds and self.content[3:4] == _FORMAT

    @property
    def kind(self) -> Kind:
        """Where the key comes from; ValueError where the format is not known."""
        return Kind(self.content[2:3])

    @property
    def name(self) -> str:
        """The name of the library in the keyring: says nothing about the person."""
        return self.content[4:].hex()


class Key:
    """What opens a library: 32 random bytes, or a passphrase. Never shows itself."""

    __slots__ = ("_passphrase", "_raw", "header")

    def __init__(
        self, *, raw: bytes = b"", passphrase: str = "", header: Header | None = None
    ) -> None:
        if bool(raw) == bool(passphrase) or len(raw) not in {0, KEY_LENGTH}:
            raise ValueError("a key is either 32 bytes or a passphrase")
        self._raw = raw
        self._passphrase = unicodedata.normalize("NFC", passphrase)
        self.header = header

    @classmethod
    def fresh(cls) -> Key:
        """Return a new random key for a library that is about to be made."""
        return cls(raw=secrets.token_bytes(KEY_LENGTH), header=Header.fresh(Kind.KEYRING))

    @classmethod
    def of_passphrase(cls, passphrase: str) -> Key:
        """Return the key that a passphrase stands for.

        Letters that can be typed in two ways (é) count as the same. Raises ValueError for "".
        """
        return cls(passphrase=passphrase)

    @property
    def kind(self) -> Kind:
        """Which kind of library this key opens."""
        return Kind.PASSPHRASE if self._passphrase else Kind.KEYRING

    def for_file(self, header: Header) -> str:
        """Return the key in the form SQLCipher takes (x'...' with the salt), for one file.

        A passphrase takes about 0.15 s here: that is what makes guessing slow.
        """
        raw = self._raw or hashlib.pbkdf2_hmac(
            "sha512", self._passphrase.encode(), header.content, ROUNDS, KEY_LENGTH
        )
        return f"x'{raw.hex()}{header.content.hex()}'"

    def for_keyring(self) -> str:
        """Return the text that is put into the keyring; ValueError for a passphrase."""
        if not self._raw:
            raise ValueError("a passphrase is not kept in the keyring")
        return self._raw.hex()

    def __repr__(self) -> str:
        return f"<Key: {self.kind.name.lower()}>"
