"""Bold and italic within a line of the light notation, see letters.marks."""

from __future__ import annotations

import re
import unicodedata

from appealdesk.cases import Plain


class Span(Plain, frozen=True):
    """Some words of a line in one face."""

    text: str
    bold: bool = False
    italic: bool = False


class Piece(Plain, frozen=True):
    """A part of a line as typed, line[start:end]: words in one face, or a sign around them."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    sign: bool = False


BOLD, ITALIC = "**", "_"


def spans(line: str) -> tuple[Span, ...]:
    """Return the words of one line by their face; signs that are none stay in the words."""
    return tuple(
        Span(text=line[one.start : one.end], bold=one.bold, italic=one.italic)
        for one in pieces(line)
        if not one.sign
    )


def pieces(line: str) -> tuple[Piece, ...]:
    """Return all of a line, cut where a face begins or ends."""
    result: list[Piece] = []
    face = {BOLD: False, ITALIC: False}

    def add(start: int, end: int, *, sign: bool = False) -> None:
        if end > start:
            result.append(
                Piece(start=start, end=end, bold=face[BOLD], italic=face[ITALIC], sign=sign)
            )

    done = 0
    for at, sign in sorted({edge for pair in _pairs(line) for edge in pair}):
        add(done, at)
        done = at + len(sign)
        add(at, done, sign=True)
        face[sign] = not face[sign]
    add(done, len(line))
    return tuple(result)


def toggled(line: str, start: int, end: int, sign: str) -> tuple[str, int, int]:
    """Return a line with line[start:end] in a face, and where those words then stand.

    sign: BOLD or ITALIC. Words that have the face already lose it. Half a word is taken whole, and
    a face that the words would cut in two is taken in whole: pairs never cross. Where no face can
    stand, as around blanks, the line comes back as it was.
    """
    first, last = _whole_words(line, start, end)
    if first >= last:
        return line, start, end
    pairs = _pairs(line)
    held = next((one for one in pairs if one[0][1] == sign and _holds(one, first, last)), None)
    if held is None:
        first, last = _taking_in(pairs, first, last)
        gone = [one for one in pairs if one[0][1] == sign and _meet(one, first, last)]
        changes = [(first, 0, sign), (last, 0, sign)]
    else:
        gone, changes = [held], []
    changes += [(at, len(sign), "") for one in gone for at, _sign in one]
    text = line
    for at, length, words in sorted(changes, reverse=True):  # from the end: places stay true
        text = text[:at] + words + text[at + length :]
    begins = first + sum(
        len(put) - out for at, out, put in changes if at < first or (at == first and put)
    )
    ends = last + sum(len(put) - out for at, out, put in changes if at < last)
    if held is None and not _shows(text, begins, ends, sign):
        return line, start, end
    return text, begins, ends


_Edge = tuple[int, str]  # where a sign stands, and which
_Pair = tuple[_Edge, _Edge]


def _around(pair: _Pair) -> tuple[int, int]:
    (opens, sign), (closes, _sign) = pair
    return opens, closes + len(sign)


def _meet(pair: _Pair, start: int, end: int) -> bool:
    first, last = _around(pair)
    return first < end and start < last


def _holds(pair: _Pair, start: int, end: int) -> bool:
    first, last = _around(pair)
    return first <= start and end <= last


def _shows(line: str, start: int, end: int, sign: str) -> bool:
    """Tell whether line[start:end] has a face."""
    return all(
        one.sign or (one.bold if sign == BOLD else one.italic)
        for one in pieces(line)
        if one.start < end and start < one.end
    )


def _taking_in(pairs: list[_Pair], start: int, end: int) -> tuple[int, int]:
    """Widen a choice of words to hold every face whole that it meets."""
    for pair in pairs:
        first, last = _around(pair)
        inside = first + len(pair[0][1]) <= start and end <= last - len(pair[0][1])
        if _meet(pair, start, end) and not inside:
            start, end = min(start, first), max(end, last)
    return start, end


def _whole_words(line: str, start: int, end: int) -> tuple[int, int]:
    """Take blanks off the ends of a choice of words, and widen it to where a face may begin."""
    chosen = line[start:end]
    if chosen.strip():
        start += len(chosen) - len(chosen.lstrip())
        end -= len(chosen) - len(chosen.rstrip())
    while start > 0 and not _parts_before(line[start - 1]):
        start -= 1
    while end < len(line) and not _parts_after(line[end]):
        end += 1
    return start, end


_FACES = re.compile(r"\*\*|_")
_BEFORE_OPENING = "([{\"'«“‘„‚‹¿¡–—-"
_AFTER_CLOSING = ")]}\"'»”’“‘›.,;:!?…。，、；：！？–—-"


def _pairs(line: str) -> list[_Pair]:
    """Where faces begin and end. Pairs never cross: what would cross is no sign."""
    found: list[_Pair] = []
    pending: list[_Edge] = []
    for match in _FACES.finditer(line):
        at, sign = match.start(), match.group()
        opened = next((edge for edge in pending if edge[1] == sign), None)
        if opened is not None and _closes(line, at, sign):
            found.append((opened, (at, sign)))
            del pending[pending.index(opened) :]
        elif _opens(line, at, sign):
            if opened is not None:
                del pending[pending.index(opened) :]
            pending.append((at, sign))
    return found


def _parts_before(char: str) -> bool:
    """Tell whether a face may begin after a character."""
    return char.isspace() or char in _BEFORE_OPENING + "*_" or _wide(char)


def _parts_after(char: str) -> bool:
    """Tell whether a face may end before a character."""
    return char.isspace() or char in _AFTER_CLOSING + "*_" or _wide(char)


def _opens(line: str, at: int, sign: str) -> bool:
    before, after = line[at - 1 : at], line[at + len(sign) : at + len(sign) + 1]
    if not after or after.isspace() or after == sign[0] or before == sign[0]:
        return False
    return not before or _parts_before(before)


def _closes(line: str, at: int, sign: str) -> bool:
    before, after = line[at - 1 : at], line[at + len(sign) : at + len(sign) + 1]
    if not before or before.isspace() or before == sign[0] or after == sign[0]:
        return False
    return not after or _parts_after(after)


def _wide(char: str) -> bool:
    """Tell whether a character belongs to a script that writes without spaces."""
    return unicodedata.east_asian_width(char) in {"W", "F"}
