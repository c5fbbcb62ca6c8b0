"""Rows -> sections: what each part of the document is, told by its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from appealdesk.cases import labels
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.letters import closes, ends_without_closing, greeting_of
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import Match, words


class Kind(Enum):
    """The parts of an urgent action. TEXT is what no heading names."""

    HEAD = "head"
    POINTS = "points"
    ACTION = "take_action"
    TARGETS = "targets"
    COPIES = "copies"
    SUPPORT = "support"
    EMBASSY = "embassy"
    LETTER = "letter"
    GREETED = "greeted"  # a letter, from its greeting on
    BACKGROUND = "background"
    SITUATION = "situation"
    CHECK = "check"
    NAMES = "names"
    LANGUAGES = "languages"
    PREVIOUS = "previous"
    FOOT = "foot"
    TEXT = "text"


@dataclass
class Section:
    """One part: its heading, what stands behind the heading in the same line, and its rows."""

    kind: Kind
    heading: Row | None = None
    rest: Row | None = None
    rows: list[Row] = field(default_factory=list)
    resumes: Kind | None = None  # the part that goes on behind this line


_HEADINGS = (
    Kind.SUPPORT,
    Kind.TARGETS,
    Kind.POINTS,
    Kind.ACTION,
    Kind.COPIES,
    Kind.LETTER,
    Kind.BACKGROUND,
    Kind.SITUATION,
    Kind.CHECK,
    Kind.NAMES,
    Kind.LANGUAGES,
    Kind.PREVIOUS,
    Kind.FOOT,
)
_OF_THE_ACTION = {
    Kind.POINTS,
    Kind.TARGETS,
    Kind.COPIES,
    Kind.EMBASSY,
    Kind.GREETED,
    Kind.BACKGROUND,
    Kind.SUPPORT,
}
_LABELS_OF = {Kind.LANGUAGES: "languages_label"}
_CONTINUES_LETTER = {
    Kind.POINTS,
    Kind.ACTION,
    Kind.FOOT,
    Kind.SITUATION,
    Kind.LANGUAGES,
    Kind.NAMES,
}
_PARAGRAPH = 12  # words: a row below a letter's heading that has more is its text
_NEAR = 25  # rows within which a letter's greeting would follow
_LINE = 400  # characters: longer texts are no lines, and are not kept
_LABELLED = 24  # words: a longer row behind a label is a sentence
_FEW_AND_COLON = re.compile(r"(?: [^\s:,.]+){1,4}: (?=\S)")
_SENTENCE_END = re.compile(r"[.!?…]\s*$")


def heading(row: Row) -> tuple[Kind, int] | None:
    """Return the part that a row opens, and the number of words that its label takes."""
    return _heading_of(row.text) if len(row.text) <= _LINE else _heading(row)


@lru_cache(maxsize=2048)
def _heading_of(text: str) -> tuple[Kind, int] | None:
    return _heading(make(text, 1))  # where a case ends is tried out before it is read


def _heading(row: Row) -> tuple[Kind, int] | None:
    best: tuple[Kind, Match] | None = None
    known = labels.phrases(*(_LABELS_OF.get(kind, kind.value) for kind in _HEADINGS))
    for kind in _HEADINGS if known.at(row.words, 0) else ():
        match = labels.phrases(_LABELS_OF.get(kind, kind.value)).at(row.words, 0)
        if match and (best is None or match.last > best[1].last) and _accepted(row, kind, match):
            best = (kind, match)
    if best:
        return best[0], _with_colon(row, *best)
    return _towards(row)


def _with_colon(row: Row, kind: Kind, match: Match) -> int:
    """Return the words of a label with those before its colon ("Copies to the union: Ali Roe")."""
    hit = _FEW_AND_COLON.match(row.text, row.words[match.last - 1].end)
    if kind is not Kind.COPIES or not hit:
        return match.last
    return match.last + sum(match.last <= number for number in _before(row, hit.end()))


def _before(row: Row, end: int) -> Iterator[int]:
    return (number for number, word in enumerate(row.words) if word.end <= end)


def _towards(row: Row) -> tuple[Kind, int] | None:
    """Recognize a line that asks to write and ends with "to:", or that an address must follow."""
    text = row.text.rstrip(" *_")
    if not row.words or len(row.words) > 60:
        return None
    colon = text.endswith((":", "："))
    ends = colon and row.words[-1].folded in labels.single_words("towards")
    listed = labels.phrases("addresses_follow").first_in(row.words)
    embassy = labels.phrases("embassies", "embassy").first_in(row.words)
    copied = labels.phrases("copies", "copy_words").first_in(row.words)
    follows = ends or (listed and (colon or listed.last >= len(row.words) - 1))
    directed = colon and labels.phrases("targets_before_colon").first_in(row.words)
    if not follows and not directed and not (colon and (embassy or copied)):
        return None
    if labels.phrases("report_back").first_in(row.words):
        return Kind.FOOT, len(row.words)
    if not directed and not labels.phrases("writing").first_in(row.words):
        return None
    if labels.phrases("support", "support_words").first_in(row.words):
        return Kind.SUPPORT, len(row.words)
    if labels.phrases("embassy").first_in(row.words) and not ends:
        return Kind.EMBASSY, len(row.words)
    return (Kind.COPIES if copied else Kind.TARGETS), len(row.words)


def _accepted(row: Row, kind: Kind, match: Match) -> bool:
    """Whether the label is printed as a heading and not as the beginning of a sentence."""
    end = row.words[match.last - 1].end
    rest = row.text[end:].strip()
    bare = rest.strip(" :.–—-*_()[]&\"“”«»'’!")
    label = row.text[row.words[0].start : end]
    if not bare:
        return not (kind is Kind.FOOT and rest.startswith(":") and contacts.is_contact(row))
    if rest[0] in ":：":
        if _is_mail_head(row, match):
            return False
        return kind is not Kind.FOOT or len(row.words) > match.last
    if kind in {Kind.TARGETS, Kind.COPIES} and labels.phrases("to_label").at(row.words, 0):
        return False  # a short word such as "To" needs its colon
    upper = label.isupper() and len(label) > 3
    if kind is Kind.POINTS:
        return upper or row.text.rstrip().endswith((":", "：")) or match.last >= 3
    if kind in {Kind.CHECK, Kind.EMBASSY}:
        return True
    if kind is Kind.LANGUAGES:
        return upper and match.last >= 2
    if kind in {Kind.TARGETS, Kind.COPIES, Kind.SUPPORT}:
        return _announces(row, match, upper=upper)
    if kind is Kind.FOOT:
        # "Amnesty International has repeatedly ..." is a sentence about somebody, not a foot.
        subject = all(word[:1].isupper() for word in label.split()) and rest[0].islower()
        return match.last >= 2 and not subject and not contacts.is_contact(row)
    if kind in {Kind.BACKGROUND, Kind.SITUATION, Kind.LETTER, Kind.ACTION}:
        return (upper and len(row.words) <= match.last + 14) or (
            rest[0] in "(–—[" and len(row.words) <= match.last + 10
        )
    return False


def _action_seen(found: list[Section]) -> bool:
    """Whether a part of the action itself stands above: only then is what follows a foot the end."""
    return any(section.kind in _OF_THE_ACTION for section in found)


def _announces(row: Row, match: Match, *, upper: bool) -> bool:
    """Whether a label with words behind it, and no colon between, announces addresses."""
    if match.last >= 3 and labels.phrases("for").at(row.words, match.last - 1):
        return len(row.words) <= _LABELLED  # "Contact information for the Minister, Ali Roe"
    colon = row.text.rstrip(" *_").endswith((":", "："))
    if match.last >= 2 and len(row.words) <= _LABELLED and contacts.pieces(row):
        return True  # "Copies to the Embassy of Utopia, 1 Hill Road, fax 555 0142"
    return (upper and len(row.words) <= 12) or (colon and len(row.words) <= 40)


def _is_mail_head(row: Row, match: Match) -> bool:
    """Whether "To:" or "Cc:" belongs to the head of an e-mail: an address follows, nobody's name."""
    short = match.last - match.first == 1 or labels.phrases("to_label").at(row.words, 0)
    rest = row.text[row.words[match.last - 1].end :]
    return bool(short) and ("@" in rest or "undisclosed" in rest.casefold())


def sections(rows: list[Row]) -> list[Section]:
    """Cut a document into its sections, in order; together they hold all rows."""
    found = [Section(Kind.HEAD)]
    for number, row in enumerate(rows):
        current = found[-1]
        if current.kind is Kind.GREETED:
            _within_letter(found, row)
            continue
        if current.resumes and current.heading and row.line != current.heading.line:
            # "... Lima, Peru Copy: Ombudsman ...": a label inside a line rules that line only.
            current = Section(current.resumes)
            found.append(current)
        opened = _opening(row, current)
        if opened and opened[0] is Kind.BACKGROUND and not number and len(row.words) > opened[1]:
            opened = None  # "Further information: nurse denied tests" is the title
        if opened and opened[0] is Kind.COPIES and _inside_line(found, row):
            found.append(Section(opened[0], row, _rest(row, opened[1]), resumes=current.kind))
            continue
        if opened:
            kind, count = opened
            found.append(Section(kind, row, _rest(row, count)))
            if kind is Kind.FOOT and not _action_seen(found):
                found.append(Section(Kind.TEXT))  # "Share this" above the text ends nothing
            continue
        following = rows[number + 1] if number + 1 < len(rows) else None
        if current.kind is Kind.LETTER and not current.rows and _begins_letter(rows, number):
            found.append(Section(Kind.GREETED, current.heading))
            _within_letter(found, row)
            continue
        if current.kind not in {Kind.BACKGROUND, Kind.FOOT} and greeting_of(row, following):
            found.append(Section(Kind.GREETED, row))
            continue
        current.rows.append(row)
    return found


def _begins_letter(rows: list[Row], number: int) -> bool:
    """Whether a row below the heading of a letter is its first paragraph: a closing comes, no greeting."""
    row = rows[number]
    if row.bullet or len(row.words) < _PARAGRAPH or labels.phrases("instruction").at(row.words, 0):
        return False
    near = rows[number : number + _NEAR]
    if not any(closes(one) or ends_without_closing(one) for one in near):
        return False
    return not any(
        greeting_of(one, other) for one, other in zip(near, [*near[1:], None], strict=True)
    )


def _inside_line(found: list[Section], row: Row) -> bool:
    """Whether a row was cut out of the middle of a line."""
    before = found[-1].rows[-1] if found[-1].rows else found[-1].heading
    return before is not None and before.line == row.line


def _opening(row: Row, current: Section) -> tuple[Kind, int] | None:
    embassy = labels.phrases("embassy").first_in(row.words)
    if embassy and current.kind not in {Kind.BACKGROUND, Kind.HEAD, Kind.SITUATION}:
        return Kind.EMBASSY, len(row.words)
    if row.bullet and current.kind is Kind.POINTS and not row.text.rstrip().endswith(":"):
        return None
    if current.kind in {Kind.TARGETS, Kind.COPIES} and _is_field(row):
        return None
    opened = heading(row)
    if (
        opened
        and row.bullet
        and opened[0] in {Kind.FOOT, Kind.POINTS}
        and current.kind is Kind.ACTION
    ):
        # "1) Please write immediately in English:" opens the asks, "3. Click here to report" opens nothing.
        return opened if opened[0] is Kind.POINTS and row.text.rstrip().endswith(":") else None
    return opened


def _is_field(row: Row) -> bool:
    """Whether a row among addresses is a line of a form ("Address: 1 Hill Road")."""
    match = labels.phrases("field_name", "field_role", "field_address", "field_institution").at(
        row.words, 0
    )
    rest = row.after(match.last).lstrip() if match else ""
    return rest[:1] in {":", "："} and bool(rest[1:].strip())


def _within_letter(found: list[Section], row: Row) -> None:
    """Keep a row in the letter, or end the letter with it."""
    letter = found[-1]
    if closes(row) or ends_without_closing(row):
        found.append(Section(Kind.TEXT, row))
        return
    opened = heading(row)
    if (
        opened
        and opened[0] not in _CONTINUES_LETTER
        and (len(row.words) <= 14 or opened[0] is Kind.EMBASSY)
    ):
        found.append(Section(opened[0], row, _rest(row, opened[1])))
        return
    letter.rows.append(row)


def _rest(row: Row, count: int) -> Row | None:
    """Return what stands behind a heading in the same line."""
    if count >= len(row.words):
        return None
    behind = row.after(count)
    behind = behind[1:] if behind[:1] in {"'", "’"} else behind  # "Copia all'Ambasciata"
    text = behind.lstrip(' :：.–—-)]*\u200f\u200e"“”')
    if _only_labels(text):
        return None  # "CONTACT DETAILS & “COPIES TO”"
    # The lines below are indented as what stands behind the label is.
    indent = row.indent + row.text.find(text)
    return make(text, row.line, row.last, row.page, indent=indent) if text else None


def _only_labels(text: str) -> bool:
    """Whether all that stands behind a label is another label."""
    row = words(text)
    start = 1 if row and row[0].folded in labels.single_words("connectives") else 0
    match = labels.phrases("targets", "copies").at(row, start) if row else None
    return bool(match and match.last == len(row))


def is_sentence_end(row: Row) -> bool:
    """Whether a row ends as sentences do."""
    return bool(_SENTENCE_END.search(row.text))
