"""Contact lines of an address block: fax and telephone numbers, e-mails, telegrams, salutations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from appealdesk.cases import labels
from appealdesk.cases.reading.offices import Kind, kind_of
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import Match

KINDS = ("phone_fax", "fax", "phone", "email", "telegram", "telex", "social", "web", "salutation")
_MOST_WORDS = 4_000  # of a row that may be a whole document
_MOST_LABELS = 60  # of a row: one that has more is no address
_HANDLES = 4  # words that name an account of a social network, at most
_EMAIL = re.compile(r"(?<![\w.+-])[\w][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.UNICODE)
_AT = re.compile(
    r"\s?[\[({]\s?(?:at|a|arroba|chez|@|ät)\s?[\])}]\s?|(?<=\w) at (?=[\w-]{1,40}(?:\.| dot ))"
    r"|(?<=\w) ?\(собака\) ?|(?<=\w) @ ?(?=[\w-]{1,40}\.)",
    re.IGNORECASE,
)
_DOT = re.compile(
    r"\s?[\[({]\s?(?:dot|point|punto|ponto|punkt)\s?[\])}]\s?|(?<=\w) dot (?=\w)", re.IGNORECASE
)
_BROKEN_DOT = re.compile(r"(?<=@)([\w-]{1,40}\.) ([\w-]{2,20}\.[a-z]{2,6})(?!\w)")
_BROKEN_DOT_AFTER = re.compile(r"(@[\w.-]{1,60}\w) ?\. ([a-z]{2,6})(?![\w@])")
_HIDDEN_EMAIL = re.compile(r"\[\s?e?-?mail[\s\u00a0]protected\s?\]", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]{0,200}\)")
_NUMBER_SHAPE = re.compile(r"(?:[+(] ?)?[\d][\d\s().+/–-]{3,40}")
_EXTENSION = re.compile(
    r"[\s,]*(?:ext|extn|extension|poste|anexo|interno|int|ramal|durchwahl|dw|доб)\.?\s?\d{1,5}",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\d{1,3}")  # "+51 14 555 480/481"
_SPLIT = re.compile(
    r"\s*(?:[;,|]|(?<!\w)(?:or|ou|oder|and|und|et|o|y|e|i|и|или|أو|o bien)(?!\w)|/)\s*",
    re.IGNORECASE,
)
# A number of three groups that a trunk prefix or a country code begins is no postcode.
_NUMBER_AT_END = re.compile(
    r"(?<!\S)(?:\+\d{1,3}[ \d().–-]{7,18}\d|0\d{1,4}[ –-]\d{3,4}[ –-]\d{3,5})$"
)
_EMAILS = re.compile(
    r"(?:(?:\[\s?e?-?mail[\s\u00a0]protected\s?\]|[\w.+-]{1,64}@[\w.-]{3,90})[\s;,/|]*(?:(?:and|or)\s)?)+",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:[+(]? ?\d[\d\s().+/–-]{3,40}[;,|]? ?(?:(?:or|and|ou|oder|o|y)\s)?)+")
_POSTCODE = 8  # figures: a number that has more is no postcode
_LEAD = 24  # characters before the label of a contact, in a row that is one
_QUOTES = frozenset('"“«„')
_ACCOUNT = re.compile(r"@|https?:|www\.|[a-z][\w.]{9,40}\s")
_HANDLE = re.compile(r"@\w{2,40}|https?://\S+|(?:www\.|facebook\.com/)\S+")


class Contact(NamedTuple):
    """One labelled piece of a row: its kind, values, and the remarks cut out of it."""

    kind: str
    values: tuple[str, ...]
    remarks: tuple[str, ...]
    odd: bool
    row: Row


class Piece(NamedTuple):
    """A piece of a row that begins with the label of a kind of contact."""

    kind: str
    start: int
    value: int
    end: int


def _label_at(row: Row, index: int) -> tuple[str, Match] | None:
    best: tuple[str, Match] | None = None
    if not labels.phrases(*KINDS).at(row.words, index):
        return None
    for kind in KINDS:
        match = labels.phrases(kind).at(row.words, index)
        if match and (best is None or match.last > best[1].last):
            best = (kind, match)
    return best


def pieces(row: Row) -> list[Piece]:
    """Return the labelled pieces of a row, in order; [] where it holds none."""
    return list(_pieces(row.text))


@lru_cache(maxsize=2048)
def _pieces(text: str) -> tuple[Piece, ...]:
    row = make(text, 1)
    found: list[tuple[str, int, int]] = []
    index = 0
    if len(row.words) > _MOST_WORDS:
        return ()
    hidden = [hit.span() for hit in _HIDDEN_EMAIL.finditer(row.text)]
    while index < len(row.words) and len(found) < _MOST_LABELS:
        start = row.words[index].start
        inside = any(first < start < last for first, last in hidden)
        label = None if inside else _label_at(row, index)
        if label and _is_label(row, label[0], label[1]):
            end = row.words[label[1].last - 1].end
            found.append((label[0], row.words[index].start, _value_start(row.text, end)))
            index = label[1].last
            if label[0] in {"salutation", "telegram"} and row.text[found[-1][2] :].strip():
                break
        else:
            index += 1
    if not found:
        return ()
    ends = [start for _, start, _ in found[1:]] + [len(row.text)]
    return tuple(
        Piece(kind, start, value, end)
        for (kind, start, value), end in zip(found, ends, strict=True)
    )


def _value_start(text: str, end: int) -> int:
    while end < len(text) and text[end] in " :.)*\t\u200e\u200f：=":
        end += 1
    return end


def _is_label(row: Row, kind: str, match: Match) -> bool:
    """Whether the words are used as a label: a colon behind them, or a value of their kind."""
    start, end = row.words[match.first].start, row.words[match.last - 1].end
    before, behind = row.text[:start].rstrip(), row.text[end:].lstrip("\u00a0 \t.)*")
    if row.text[end : end + 1] in {"@", "-"} or before.endswith(("@", "/www", "-")):
        return False
    first = (
        not before
        or before[-1] in ".;,:|/(•·-–—)"
        or not row.words[match.first - 1].folded.isalpha()
    )
    short = end - start <= 2
    if behind[:1] in {":", "："}:
        value = behind[1:].strip()
        if kind == "social" and len(value.split()) > _HANDLES and not _ACCOUNT.match(value):
            return False  # "Write, call or tweet: ask them to ..."
        if not first and kind in {"fax", "phone", "phone_fax", "telex"} and not value:
            return False  # "Commander of the unit mobile:" is an office
        return first or not short or kind == "fax"
    if short and not (row.text[end : end + 1] == "." and first):
        return False
    if kind in {"fax", "phone", "phone_fax", "telex"}:
        tail = re.match(r"(?:[A-Z]{2,8} )?[+(\d]", behind)
        return bool(tail) and (first or kind == "fax" or behind[:1] in "+(")
    if kind == "email":
        return (
            "@" in behind[:40]
            or bool(_AT.search(behind[:60]))
            or (first and bool(_HIDDEN_EMAIL.match(behind)))
        )
    if kind == "social":
        return behind[:1] == "@"
    return kind == "salutation" and first and behind[:1] in _QUOTES and before == "("


def read(row: Row) -> list[Contact]:
    """Return what a row says about reaching somebody, in order."""
    found = []
    cuts = pieces(row)
    if not cuts:
        return _unlabelled(row)
    for piece in cuts:
        text = row.text[piece.value : piece.end].strip()
        found.extend(of_kind(piece.kind, text, row))
    before = row.text[: cuts[0].start].rstrip()
    lead = before.strip(" (:;,•-–") + (":" if before.endswith((":", "：")) else "")
    number = _NUMBER_AT_END.search(lead)
    if number:
        found.insert(0, Contact("phone", (number[0].strip(),), (), True, row))
        lead = lead[: number.start()].strip(" ;,")
    if lead and found:
        found.append(Contact("lead", (lead,), (), odd=False, row=row))
    return found


def of_kind(kind: str, text: str, row: Row) -> list[Contact]:
    """Return the contacts that a text holds where its label says of which kind they are."""
    if kind == "phone_fax":
        numbers, remarks, odd = numbers_in(text)
        if len(numbers) == 2:
            return [
                Contact("phone", numbers[:1], remarks, odd, row),
                Contact("fax", numbers[1:], (), odd, row),
            ]
        return [Contact("phone", numbers, remarks, odd, row), Contact("fax", numbers, (), odd, row)]
    if kind in {"fax", "phone"}:
        numbers, remarks, odd = numbers_in(text)
        also = emails_in(text)[0] if "@" in text else ()
        emails = [Contact("email", also, (), False, row)] if also else []
        return [Contact(kind, numbers, remarks, odd, row), *emails]
    if kind == "email":
        addresses, odd = emails_in(text)
        return [Contact(kind, addresses, (), odd, row)]
    if kind == "telex":
        values = tuple(part.strip() for part in re.split(r"[;,]| or ", text) if part.strip())
        return [Contact(kind, values, (), False, row)]
    if kind == "social":
        handles = tuple(hit[0].rstrip(".,;)") for hit in _HANDLE.finditer(text))
        return [Contact(kind, handles or ((text,) if text else ()), (), False, row)]
    if kind == "salutation":
        return [Contact(kind, (salutation(text),) if text else (), (), False, row)]
    return [Contact(kind, (text.strip(" ;"),) if text else (), (), False, row)]


def value_end(kind: str, text: str) -> int:
    """Return where the value of a label ends in a text that lost its line breaks, or its length."""
    if kind == "social":
        hit = re.match(
            r"(?:[;,/|&]|and|\s)*(?:(?:@\w{2,40}|https?://\S+)[\s;,/|]*)+|[a-z][\w.]{3,40}(?=\s)",
            text,
        )
    elif kind == "email":
        hit = _EMAILS.match(text)
    elif kind in {"fax", "phone", "phone_fax"}:
        hit = _NUMBERS.match(text)
    else:
        return len(text)
    return hit.end() if hit else len(text)


def salutation(text: str) -> str:
    """Return a salutation as printed, without the brackets and commas around it."""
    text = text.strip(" \t")
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    if text[:1] in '«“"„' and text[-1:] in '»”"“':
        text = text[1:-1].strip()
    return text.strip(" ,:;!،")


def numbers_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Return the numbers of a text, each whole, the remarks in brackets, and whether one looks odd."""
    remarks: list[str] = []

    def cut(hit: re.Match[str]) -> str:
        letters = sum(character.isalpha() for character in hit[0])
        if letters < 3:
            return hit[0]
        remarks.append(hit[0].strip("()"))
        return ";"

    text = _REMARK.sub(cut, text)
    numbers: list[str] = []
    odd = False
    for part in _parts(text):
        if numbers and _EXTENSION.match(part):
            remarks.append(part.strip())
            continue
        hit = _NUMBER_SHAPE.search(part) or (
            _SHORT.fullmatch(_EXTENSION.sub("", part).strip()) if numbers else None
        )
        if not hit:
            continue
        number = hit[0].rstrip(" .-–/(").lstrip(" .-–/")
        if number.count("(") != number.count(")"):
            number = number.strip("()") if number.count("(") + number.count(")") == 1 else number
        inner = _EXTENSION.match(part, hit.end())
        if inner:
            number = f"{number} {inner[0].strip()}"
        rest = (part[: hit.start()] + part[hit.end() :]).strip(" .,:")
        if sum(character.isalpha() for character in rest) > 2:
            remarks.append(rest)
        whole = _whole(number, numbers[-1] if numbers else "")
        count = len(re.sub(r"\D", "", whole))
        odd = odd or not 6 <= count <= 16
        if count >= 3:
            numbers.append(whole)
    return tuple(dict.fromkeys(numbers)), tuple(remarks), odd


def _parts(text: str) -> list[str]:
    """Divide a list of numbers; a stroke inside a number ("030/555 01") divides nothing."""
    found: list[str] = []
    start = 0
    for hit in _SPLIT.finditer(text):
        left = text[start : hit.start()]
        figures = len(re.sub(r"\D", "", left))
        dialled = 8 if left.strip()[:1] == "0" else 6  # "0090/312/555 01"
        if (
            hit[0].strip() == "/"
            and not found
            and 0 < figures < dialled
            and left.strip()[:1] != "+"
        ):
            continue
        found.append(left)
        start = hit.end()
    found.append(text[start:])
    return [part for part in found if part.strip()]


def _whole(number: str, before: str) -> str:
    """Complete a number printed short: "44 34" after "+1 555 36 00" replaces its last figures."""
    if not before or number[:1] in "+(" or number.startswith("0"):
        return number
    figures, full = re.sub(r"\D", "", number), re.sub(r"\D", "", before)
    if len(figures) >= len(full) - 1:
        return number
    left, kept = len(full) - len(figures), 0
    for place, character in enumerate(before):
        if character.isdigit():
            left -= 1
        if left < 0:
            break
        kept = place + 1
    return before[:kept] + (number if before[:kept].endswith((" ", "-", "/")) else number.lstrip())


def emails_in(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the e-mail addresses of a text, disguises undone, and whether one was mended or looks odd."""
    plain = _undisguised(text)
    mended = _BROKEN_DOT_AFTER.sub(r"\1.\2", _BROKEN_DOT.sub(r"\1\2", plain))
    found = tuple(dict.fromkeys(hit[0].rstrip(".-_") for hit in _EMAIL.finditer(mended)))
    return found, mended != text or any(not address.isascii() for address in found)


def _undisguised(text: str) -> str:
    """Return a text with "(at)" and "[dot]" as the signs they stand for."""
    return _DOT.sub(".", _AT.sub("@", text)) if _AT.search(text) else text


def _unlabelled(row: Row) -> list[Contact]:
    """Return e-mails and numbers that stand without a label."""
    disguised = len(row.words) < 12 and _AT.search(row.text)
    if "@" in row.text or disguised or _HIDDEN_EMAIL.search(row.text):
        addresses, odd = emails_in(row.text)
        plain = _undisguised(row.text) if disguised else row.text
        rest = _HIDDEN_EMAIL.sub("", _EMAIL.sub("", plain)).strip(" /;,|")
        handles = [hit[0] for hit in _HANDLE.finditer(rest) if hit[0].startswith("@")]
        if not rest and (addresses or _HIDDEN_EMAIL.search(row.text)):
            return [Contact("email", addresses, (), odd, row)]
        if handles and not _HANDLE.sub("", rest).strip(" /;,|"):
            return [Contact("social", tuple(handles), (), False, row)]
    number = _NUMBER_AT_END.search(row.text)
    if number and number.start() > 10:
        lead = row.text[: number.start()].strip(" ;,")
        phone = Contact("phone", (number[0].strip(),), (), True, row)
        return [phone, Contact("lead", (lead,), (), odd=False, row=row)]
    hit = _NUMBER_SHAPE.fullmatch(row.text)
    if hit and row.text.lstrip()[:1] in "+(0" and len(re.sub(r"\D", "", row.text)) > _POSTCODE:
        return [Contact("phone", numbers_in(row.text)[0], (), True, row)]
    return []


def is_contact(row: Row) -> bool:
    """Whether a row begins with the label of a contact, or is one."""
    cuts = pieces(row)
    if cuts:
        lead = row.text[: cuts[0].start].strip(" (:;,•-–")
        listed = row.text[: cuts[0].start].rstrip().endswith(",")
        if listed and kind_of(lead) in {Kind.ROLE, Kind.PERSON, Kind.BODY}:
            return False
        return len(lead) <= _LEAD and not any(character.isdigit() for character in lead)
    return any(contact.kind != "lead" for contact in _unlabelled(row)[:1]) and not any(
        contact.kind == "lead" for contact in _unlabelled(row)
    )


def label_alone(row: Row) -> str:
    """Return the kind of a row that holds only a label ("Fax:" with its number on the next line), or ""."""
    cuts = pieces(row)
    return cuts[-1].kind if cuts and not row.text[cuts[-1].value : cuts[-1].end].strip() else ""
