"""Lines of a document -> rows: cleaned, unquoted, without bullets, page heads and feet."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from appealdesk.cases.model import Document, Line, Source
from appealdesk.cases.opening.hidden import PICTURE, UNREAD
from appealdesk.cases.words import Word, words

# An urgent action has two pages; a hundred times that is read, and what is beyond is said to be unread.
MOST_CHARACTERS = 600_000
MOST_LINES = 12_000

_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_QUOTING = re.compile(r"^[ \t]{0,8}(?:[>|][ \t]?){1,6}")
_NUMBERED_LINE = re.compile(r"^\s{0,8}(\d{1,5})[.:]?(?:\s|$)")
_BULLET = re.compile(
    r"^\s*(?!\+\s?\d)(?:(?P<sign>[-–—*+•·■▪●◦○♦►‣⁃§➢❖✓\uf0b7\uf0a7])(?=[\s\w«“\"])\s*"
    r"|(?P<roman>\(?[ivx]{1,5}[.)])\s*(?=\w)"
    r"|(?P<number>\(?\d{1,2}[.)])(?=\s|[^\W\d_])\s*"
    r"|(?P<letter>\(?[a-h][.)])\s+)"
)
_ROUND = re.compile(r"\s*o\s+(?=\w)")  # a bullet of word processors, where it is repeated
_RULE = re.compile(r"^[-=_*~#.·\s]{3,200}$")


@dataclass(frozen=True, slots=True)
class Row:
    """One line to be understood. gap: blank lines before it; indent: blanks at its beginning."""

    text: str
    line: int
    last: int
    page: int = 1
    gap: int = 0
    bullet: str = ""
    indent: int = 0
    width: int = 0
    cut: bool = False  # out of a row that lost its line ends: where the parts end is a guess
    words: tuple[Word, ...] = field(default=(), repr=False)

    @property
    def source(self) -> Source:
        """Where the row stands in the document."""
        return Source(line=self.line, last=self.last, page=self.page)

    def after(self, word: int) -> str:
        """Return the text behind the word of this number (counted from 0), as printed."""
        return self.text[self.words[word - 1].end :] if word else self.text

    def part(self, start: int, stop: int | None = None) -> Row:
        """Return a row of a piece of this one's text."""
        return make(self.text[start:stop], self.line, self.last, self.page, gap=0)


def make(
    text: str,
    line: int,
    last: int = 0,
    page: int = 1,
    *,
    gap: int = 0,
    bullet: str = "",
    indent: int = 0,
) -> Row:
    """Return a row of a text, with its words."""
    text = text.strip()
    width = indent + len(text)
    return Row(text, line, last or line, page, gap, bullet, indent, width, words=words(text))


def joined(rows: list[Row], text: str | None = None) -> Row:
    """Return several rows as one; hyphens at the ends of lines are joined."""
    if text is None:
        text = join_texts([row.text for row in rows])
    first, last = rows[0], rows[-1]
    return make(
        text,
        first.line,
        last.last,
        first.page,
        gap=first.gap,
        bullet=first.bullet,
        indent=first.indent,
    )


def join_texts(texts: list[str]) -> str:
    """Join the lines of a paragraph with blanks; a word divided at the end of a line is made whole."""
    whole: list[str] = []
    for text in texts:
        before = whole[-1] if whole else ""
        if len(before) > 2 and before[-1] == "-" and before[-2].islower() and text[:1].islower():
            # "ill-" / "treatment" keeps its hyphen: only a person knows, so the line's own sign stays.
            whole[-1] = before + text
        else:
            whole.append(text)
    return " ".join(part for part in whole if part)


def clean(text: str) -> str:
    """Return a line without invisible characters, in composed form, with its own blanks."""
    text = _INVISIBLE.sub(lambda hit: "\t" if hit[0] in "\x0b\x0c" else "", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text).replace("\u2028", " ")


def rows_of(document: Document) -> tuple[list[Row], bool]:
    """Return the rows of a document, and whether it was read to its end (see MOST_CHARACTERS)."""
    lines, whole = _within_limits(document)
    texts = _unnumber(_unquote([clean(line.text) for line in lines]))
    skipped, rounded = _page_furniture(lines, texts), _rounded(texts)
    rows: list[Row] = []
    gap = 0
    for number, (line, text) in enumerate(zip(lines, texts, strict=True)):
        flat = _BLANKS.sub(" ", text).strip()
        if not flat or number in skipped or _RULE.match(flat) or flat in {PICTURE, UNREAD}:
            gap += 1 if number not in skipped else 0
            continue
        indent = len(text.expandtabs(8)) - len(text.expandtabs(8).lstrip())
        end = bullet_end(flat, rounded=number in rounded)
        rows.append(
            make(
                flat[end:],
                line.number,
                page=line.page,
                gap=gap,
                bullet=flat[:end].strip(),
                indent=indent,
            )
        )
        gap = 0
    return rows, whole


def bullet_end(text: str, *, rounded: bool = False) -> int:
    """Return where the bullet of a line ends, 0 where it has none."""
    if rounded:
        hit = _ROUND.match(text)
        return hit.end() if hit else 0
    bullet = _BULLET.match(text)
    if not bullet or not text[bullet.end() :].strip() or _is_date(bullet, text):
        return 0
    return bullet.end()


def _is_date(bullet: re.Match[str], text: str) -> bool:
    """Whether what looks like a number of a list is a day: "6. Dezember 2001"."""
    from appealdesk.cases import labels  # noqa: PLC0415

    if not bullet["number"]:
        return False
    month, *rest = [word.folded for word in words(text[bullet.end() :][:30])] or [""]
    return month in labels.values("months") and bool(rest) and rest[0].isdigit()


def _rounded(texts: list[str]) -> set[int]:
    """Return the indices of the lines that begin with an "o" for a bullet: two at least, after ends of sentences."""
    found: set[int] = set()
    before = ""
    for index, text in enumerate(texts):
        if not before or before[-1] in ".:;,":
            found |= {index} if _ROUND.match(text) else set()
        before = text.strip() or before
    return found if len(found) > 1 else set()


def _within_limits(document: Document) -> tuple[list[Line], bool]:
    kept: list[Line] = []
    left = MOST_CHARACTERS
    for line in document.lines:
        if len(kept) >= MOST_LINES or len(line.text) > left:
            if left > 0 and len(kept) < MOST_LINES:
                kept.append(Line(number=line.number, text=line.text[:left], page=line.page))
            return kept, False
        left -= len(line.text) + 1
        kept.append(line)
    return kept, True


def _unquote(texts: list[str]) -> list[str]:
    """Take away ">" before the lines of a forwarded message."""
    filled = [text for text in texts if text.strip()]
    quoted = sum(1 for text in filled if _QUOTING.match(text) and text.lstrip()[0] == ">")
    if not filled or quoted < 3 or quoted * 5 < len(filled):
        return texts
    return [_QUOTING.sub("", text) if text.lstrip()[:1] == ">" else text for text in texts]


def _unnumber(texts: list[str]) -> list[str]:
    """Take away line numbers, where the lines are numbered one after another."""
    run: list[int] = []
    best: list[int] = []
    expected = -1
    for index, text in enumerate(texts):
        hit = _NUMBERED_LINE.match(text)
        if hit and int(hit[1]) == expected:
            run.append(index)
        elif hit:
            run = [index]
        elif text.strip():
            run = []
        expected = int(hit[1]) + 1 if hit else expected
        best = run if len(run) > len(best) else best
        run = list(run)
    if len(best) < 12 or len(best) < 0.7 * (best[-1] - best[0] + 1):
        return texts
    numbered = set(best)
    return [
        _NUMBERED_LINE.sub("", text) if index in numbered else text
        for index, text in enumerate(texts)
    ]


def _page_furniture(lines: list[Line], texts: list[str]) -> set[int]:
    """Return the indices of page numbers and of heads and feet that repeat from page to page."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if texts[index].strip():
            pages.setdefault(line.page, []).append(index)
    if len(pages) < 2:
        return set()
    furniture: set[int] = set()
    edges: Counter[str] = Counter()
    for indices in pages.values():
        edges.update({_key(texts[index]) for index in (*indices[:3], *indices[-3:])})
    for page, indices in pages.items():
        for place, index in enumerate(indices):
            if 3 <= place < len(indices) - 3:
                continue
            key = _key(texts[index])
            number = re.fullmatch(
                r"[^\w]{0,4}(?:\w{1,8} )?\d{1,3}(?: ?(?:/|of|de|von|из) ?\d{1,3})?[^\w]{0,4}", key
            )
            repeated = edges[key] > 1 and page != min(pages)
            if (number and int(re.findall(r"\d+", key)[0]) == page) or repeated:
                furniture.add(index)
    return furniture


def _key(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()
