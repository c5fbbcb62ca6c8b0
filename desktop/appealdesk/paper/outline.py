"""A letter as a list of paragraphs with styles: what every word processor understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby

from appealdesk.cases import Plain
from appealdesk.letters import BlockKind, Letter, Span, blocks
from appealdesk.paper.manuscript import tongue
from appealdesk.paper.rows import runs_rtl


class Look(Plain, frozen=True):
    """How the paragraphs of one style look.

    title:  the name the style has in a word processor
    before, after, indent, first: mm; `first` is how much further in the first line begins
    far:    set to the far edge of the page, right in most languages
    keep:   never parted from the next paragraph
    """

    title: str
    before: float = 0
    after: float = 0
    indent: float = 0
    first: float = 0
    far: bool = False
    keep: bool = False
    bold: bool = False


class Style(Enum):
    """The styles of a letter, by what they hold."""

    MARK = Look(title="Copy mark", after=4, bold=True)
    SENDER = Look(title="Sender", far=True)
    ADDRESS = Look(title="Address block", before=8)
    REFERENCE = Look(title="Reference line", before=6)
    DATE = Look(title="Date line", before=9, far=True)
    SUBJECT = Look(title="Subject line", before=7, keep=True, bold=True)
    SALUTATION = Look(title="Salutation line", before=6, after=2.4, keep=True)
    BODY = Look(title="Body paragraph", after=2.4)
    POINT = Look(title="List point", after=1, indent=6, first=-6)
    QUOTATION = Look(title="Quoted paragraph", after=2.4, indent=8)
    CLOSING = Look(title="Closing line", before=3, after=20, keep=True)
    SIGNATURE = Look(title="Signature line")
    NOTES = Look(title="Enclosures and copies", before=8)


# What stands at the side its own words begin at; the rest follows the letter.
_BY_ITSELF = (Style.BODY, Style.POINT, Style.QUOTATION)


Spans = tuple[Span, ...]


class Paragraph(Plain, frozen=True):
    """A paragraph of a letter.

    lines: each in spans of one face
    rtl:   whether it runs from right to left
    right: whether it stands at the right edge
    close: whether it goes on where the one before ends, without room between
    """

    style: Style
    lines: tuple[Spans, ...]
    rtl: bool
    right: bool
    close: bool = False


def outline(letter: Letter) -> tuple[Paragraph, ...]:
    """Return every word of a letter in paragraphs, in the order of the page."""
    rtl = tongue(letter.language)["rtl"]
    return tuple(one for style, lines in _parts(letter) for one in _made(style, lines, rtl=rtl))


def _made(style: Style, lines: tuple[Spans, ...], *, rtl: bool) -> Iterator[Paragraph]:
    """Yield the paragraphs of one part: lines of a block that run another way are their own."""
    if style in _BY_ITSELF:
        runs = runs_rtl(_text(lines), otherwise=rtl)
        yield Paragraph(style=style, lines=lines, rtl=runs, right=runs)
        return
    runs_of = groupby(lines, key=lambda line: runs_rtl(_text((line,)), otherwise=rtl))
    for number, (runs, some) in enumerate(runs_of):
        right = rtl != style.value.far
        yield Paragraph(style=style, lines=tuple(some), rtl=runs, right=right, close=number > 0)


def _parts(letter: Letter) -> Iterator[tuple[Style, tuple[Spans, ...]]]:
    head = (
        (Style.MARK, [letter.mark]),
        (Style.SENDER, letter.from_lines),
        (Style.ADDRESS, letter.address),
        (Style.REFERENCE, [letter.reference]),
        (Style.DATE, [letter.dateline]),
        (Style.SUBJECT, letter.subject.splitlines()),
        (Style.SALUTATION, letter.salutation.splitlines()),
    )
    end = (
        (Style.CLOSING, letter.closing.splitlines()),
        (Style.SIGNATURE, letter.signature.splitlines()),
        (Style.NOTES, [letter.enclosures_label, *letter.enclosures]),
        (Style.NOTES, [letter.copies_label, *letter.copies]),
    )
    yield from _plain(head)
    yield from _body(letter.body)
    yield from _plain(end)


def _plain(
    parts: Sequence[tuple[Style, Iterable[str]]],
) -> Iterator[tuple[Style, tuple[Spans, ...]]]:
    for style, lines in parts:
        kept = tuple((Span(text=one),) for line in lines if (one := _shown(line)))
        if kept:
            yield style, kept


def _body(body: str) -> Iterator[tuple[Style, tuple[Spans, ...]]]:
    for block in blocks(body):
        style = _STYLES.get(block.kind, Style.POINT)
        for passage in block.passages:
            lines = [_clean(row.spans) for row in passage.rows]
            sign = _SIGNS.get(block.kind, "").format(number=passage.number)
            if sign and lines:
                lines[0] = (Span(text=f"{sign}\t"), *lines[0])
            if any(lines):
                yield style, tuple(lines)


_STYLES = {BlockKind.PARAGRAPH: Style.BODY, BlockKind.QUOTATION: Style.QUOTATION}
_SIGNS = {BlockKind.DASHES: "–", BlockKind.BULLETS: "•", BlockKind.NUMBERS: "{number}."}


def _clean(spans: Spans) -> Spans:
    kept = (Span(text=_allowed(span.text), bold=span.bold, italic=span.italic) for span in spans)
    return tuple(span for span in kept if span.text)


def _shown(line: str) -> str:
    return _allowed(line).strip()


def _allowed(text: str) -> str:
    """Return a text without what no XML document can hold (XML 1.0, 2.2); a tab is a space here."""
    return "".join(
        char
        for char in text.replace("\t", " ")
        if char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )


def _text(lines: tuple[Spans, ...]) -> str:
    return "".join(span.text for line in lines for span in line)
