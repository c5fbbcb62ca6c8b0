"""Bytes to text without a name for the encoding: marks first, then UTF-8, then likelihood.

One-byte encodings are told apart by what every writer does: capitals stand at the start
of words, one word keeps to one alphabet, symbols stand between words, frequent letters
are frequent. Each candidate is scored on the triples of neighbouring bytes around the
bytes above 127.
"""

from __future__ import annotations

import codecs
from collections import Counter
from functools import cache
from typing import Final

from appealdesk.cases.opening.alphabets import RARE, TIERS
from appealdesk.cases.opening.reasons import Reason, Refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 256 * 1024
_ENGLISH: Final = bytes([0, *b"\t\n\r\x1a", *range(0x20, 0x7F)])
_WEIGHTS: Final = (3.0, 2.0, 1.0)
_USUAL_SYMBOLS: Final = frozenset("“”„‚‘’–—…«»¿¡°§€£©®•ªº ‹›№·´")
_INSIDE_WORDS: Final = frozenset("’‘–—·´\u00ad\u200c\u200d…'/-")
_RARE: Final = 1.2  # what a rare encoding must be better by
_ALONE: Final = frozenset("àáâèéóöå")  # Latin letters that are words by themselves
_TELLING: Final = 12  # so many doubtful bytes are enough to judge by
_ONE_BYTE: Final = frozenset(
    codecs.lookup(name.split(maxsplit=1)[0]).name for name in [*TIERS, "latin-1"]
)
_EAST_ASIAN: Final = ["gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]


def decoded(data: bytes) -> str:
    """Return the text of bytes in an unknown encoding.

    Raises Refused for bytes that are no text, and for text in no encoding that is known.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _utf_8_or_broken(rest) if codec == "utf-8" else rest.decode(codec, "replace")
    wide = _wide(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        raise Refused(Reason.BINARY)
    if b"\x1b$" in data and data.isascii():  # ISO-2022: Japanese in seven bits
        return data.decode("iso2022_jp_ext", "replace")
    text = _utf_8(data)
    return text if text is not None else data.decode(_likeliest(data), "replace")


def decoded_as(data: bytes, declared: str) -> str:
    """Return the text of bytes whose encoding was declared, by a mail or web page header.

    A declaration that is unknown or plainly wrong is passed over. As in browsers,
    "us-ascii" and "iso-8859-1" mean Windows-1252.
    """
    name = declared.strip().strip("\"'").lower()
    if any(data.startswith(mark) for mark, _codec in _MARKS):
        return decoded(data)
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError, TypeError):
        return decoded(data)
    if codec in {"utf-8", "ascii", "utf-7"}:
        return decoded(data)
    if codec == "iso8859-1":
        codec = "cp1252"
    try:
        if codec.startswith("utf-16") and b"\x00" not in data[:2000]:
            return decoded(data)
        if _is_utf_8_after_all(data, codec):
            return decoded(data)
        text = data.decode(codec)
    except (UnicodeDecodeError, LookupError, ValueError):
        return decoded(data)
    guessed_otherwise = any("\x80" <= character <= "\x9f" for character in text)
    return decoded(data) if guessed_otherwise else text


def _is_utf_8_after_all(data: bytes, declared: str) -> bool:
    """Tell a page that was kept as UTF-8 and still declares the one-byte encoding it came in."""
    if declared not in _ONE_BYTE or data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """Return the text if it is UTF-16 without a mark: every blank and line end holds a null."""
    sample = data[:8192]
    nulls = sample.count(0)
    if nulls * 50 < len(sample):
        return None
    if nulls * 4 < len(sample) and not sample.strip(_ENGLISH):  # English with a few nulls in it
        return None
    for codec, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        at_high = sample[high::2].count(0)
        if at_high * 20 < nulls * 19:
            continue
        text = data.decode(codec, "replace")
        ordinary = sum(
            character.isprintable() or character in "\r\n\t" for character in text[:4096]
        )
        if ordinary * 100 >= 95 * len(text[:4096]):
            return text
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
    return controls > _TELLING and controls * 50 > len(sample)


def _utf_8(data: bytes) -> str | None:
    """Return the text if it is UTF-8, a few broken letters apart (they become U+FFFD)."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8") + "\ufffd"
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    right = sum(not character.isascii() for character in lenient[:_SAMPLE]) - broken
    if right <= broken * 4:
        return None
    return _utf_8_or_broken(data)


def _utf_8_or_broken(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _likeliest(data: bytes) -> str:
    """Return the codec that makes most sense of the bytes."""
    triples = _triples(data[:_SAMPLE])
    total = sum(triples.values())
    scores = {
        name: _score(triples, name) / max(1, total) - (_RARE if name in RARE else 0)
        for name in TIERS
    }
    best = max(scores, key=lambda name: scores[name])
    codec = best.split(maxsplit=1)[0]
    if total < _TELLING or scores[best] >= 1.0:
        return codec
    east_asian = _east_asian(data)
    if east_asian is not None:
        return east_asian
    if scores[best] < 0:
        raise Refused(Reason.CHARSET)
    return codec


def _triples(sample: bytes) -> Counter[tuple[int, int, int]]:
    padded = b" " + sample + b" "
    return Counter(
        (padded[place - 1], byte, padded[place + 1])
        for place, byte in enumerate(padded)
        if byte > 127
    )


def _score(triples: Counter[tuple[int, int, int]], name: str) -> float:
    table = _table(name.split(maxsplit=1)[0])
    weights = _letter_weights(name)
    return sum(
        count * _likelihood(table[before], table[byte], table[after], weights)
        for (before, byte, after), count in triples.items()
    )


@cache
def _table(codec: str) -> str:
    return bytes(range(256)).decode(codec, "replace")


@cache
def _letter_weights(name: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for tier, weight in zip(TIERS[name], _WEIGHTS, strict=True):
        for letter in tier:
            weights.setdefault(letter, weight)
    return weights


def _likelihood(before: str, here: str, after: str, weights: dict[str, float]) -> float:
    """Return how natural a character is between its neighbours, about -10 to 3."""
    if here == "\ufffd" or "\x80" <= here <= "\x9f":
        return -10.0
    if not (here.isalpha() or here in weights):
        return _symbol_likelihood(before, here, after)
    weight = weights.get(here.lower(), -0.5)
    if here.isupper():
        weight = min(weight, 1.0)
        if before.islower():
            return -3.0
    if here.islower() and before.isupper() and after.isupper():
        return -2.0
    if not before.isalpha() and not after.isalpha():
        if _alphabet(here) == "Latin":
            return weight if here.lower() in _ALONE else -2.0
        if weight < _WEIGHTS[0] and (before.isdigit() or after.isdigit()):
            return -2.0
    for neighbour in (before, after):
        if neighbour.isalpha() and _alphabet(neighbour) != _alphabet(here):
            return -4.0
    return weight


def _symbol_likelihood(before: str, here: str, after: str) -> float:
    inside = before.isalpha() and after.isalpha()
    if inside and here == "’":
        return 2.5
    if here in "“‘" and not before.isalnum() and after.isalnum():
        return 2.5
    if here in "”’" and not before.isspace() and not after.isalnum():
        return 2.5
    if inside and here not in _INSIDE_WORDS:
        return -4.0
    return 1.0 if here in _USUAL_SYMBOLS else -1.5


def _alphabet(letter: str) -> str:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "Latin"
    for first, last, name in _RANGES:
        if first <= code <= last:
            return name
    return "other"


_RANGES: Final = (
    (0x300, 0x36F, "Latin"),
    (0x370, 0x3FF, "Greek"),
    (0x400, 0x52F, "Cyrillic"),
    (0x590, 0x5FF, "Hebrew"),
    (0x600, 0x6FF, "Arabic"),
    (0xE00, 0xE7F, "Thai"),
)


def _east_asian(data: bytes) -> str | None:
    """Ask charset-normalizer about the encodings of Chinese, Japanese and Korean."""
    from charset_normalizer import from_bytes  # noqa: PLC0415

    found = from_bytes(data[:16_384], cp_isolation=_EAST_ASIAN).best()
    return None if found is None else found.encoding
