"""One block of rows -> one recipient: name, role, postal lines, contacts, salutation, doubts."""

from __future__ import annotations

import re

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Doubtful, Part, Recipient
from appealdesk.cases.reading import contacts, plausible
from appealdesk.cases.reading.flat import opened
from appealdesk.cases.reading.found import Found
from appealdesk.cases.reading.heads import best
from appealdesk.cases.reading.holders import flat_parts, split_holder
from appealdesk.cases.reading.offices import (
    Kind,
    honorific_end,
    kind_of,
    looks_like_name,
    repeats,
)
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import words

_LINES_OF_ADDRESS = 2  # fewer: the address stands in one line with what is above it
_WORDS_OF_BLOCK = 8  # words: a longer line may hold a whole block
_WORD_FOR_KIND = 3  # words that say what kind of institution follows, at most
_HANGING = re.compile(
    r"(?:,|\b(?:and|of|the|for|et|de|du|des|la|y|und|der|für|e|do|da|и|&)|[-–—/])$", re.IGNORECASE
)
_LABELLED = re.compile(r"(?P<label>[^\d:,]{2,50}):\s+(?=\S)")
_PRICE = re.compile(r"[$€£]\s?\d+[.,]\d|\d[.,]\d\d?\s?(?:€|euro|EUR)\b|\bCHF \d|^\W*\d{2}p\b")
_REMARK = re.compile(r"\s*[(\[](?P<remark>[^()\[\]]{3,300})[)\]]\s*")


def recipient(rows: list[Row], part: Part, number: int) -> Recipient | None:
    """Return the recipient that a block names, or None where it names nobody."""
    found = Found()
    head = _contacts(found, rows)
    head = [row for row in (_without_remark(found, row) for row in head) if row.text.strip(" ,;:")]
    head = _fields(found, head)
    if found.name or found.role:
        found.lines(head)
    else:
        _head(found, head)
    if not found.name and not found.role:
        return None
    plausible.check(found, part)
    if any(row.cut for row in rows) and len(found.address) < _LINES_OF_ADDRESS:
        for about in ("name", "role", "address"):
            if getattr(found, about):
                found.doubt(about, Doubtful.UNCLEAR_END, rows[0], rows[0].text)
    return _finished(found, part, number)


def _contacts(found: Found, rows: list[Row]) -> list[Row]:
    """Take the contacts out of a block; return the rows that are left."""
    left: list[Row] = []
    waiting = ""
    for row in rows:
        lines = contacts.read(row)
        lead = next((line.values[0] for line in lines if line.kind == "lead"), "")
        if waiting and row.words and not contacts.pieces(row):
            lines = contacts.of_kind(waiting, row.text, row)
        waiting = contacts.label_alone(row)
        if not lines:
            left.append(row)
            continue
        for line in lines:
            _take(found, line)
        if lead and _is_postal(lead):
            left.append(make(lead, row.line, row.last, row.page, gap=row.gap, bullet=row.bullet))
    return left


def _is_postal(lead: str) -> bool:
    """Whether what stands before the label of a contact is a line of the address ("Lima, Fax: ...").

    In "Ottawa: Phone: ..." it is the number's own label, in "By fax: ..." a part of the label.
    """
    if lead.endswith(":"):
        return False
    known = labels.single_words("connectives") | labels.single_words("at")
    return not (len(lead) < 12 and all(word.folded in known for word in words(lead)))


def _take(found: Found, line: contacts.Contact) -> None:
    if line.kind == "lead":
        return
    if line.kind == "salutation":
        if found.values.get("salutation"):
            found.doubt("salutation", Doubtful.CONTRADICTION, line.row, line.row.text)
        found.value("salutation", line.values, line.row)
        return
    if line.kind == "web":
        found.notices.append(line.row.text)
        return
    found.value(line.kind, line.values, line.row)
    found.notices.extend(line.remarks)
    if line.odd:
        found.doubt(line.kind, Doubtful.UNUSUAL, line.row, line.row.text)


def _without_remark(found: Found, row: Row) -> Row:
    """Take a remark in brackets, or a whole line that is a notice, out of the block."""
    notice = labels.phrases("notices").at(row.words, 0)
    if _PRICE.search(row.text):
        found.notices.append(row.text)
        return make("", row.line)
    labelled = notice and row.after(notice.last).lstrip()[:1] in {":", "："}
    bracketed = row.text[:1] == "(" and row.text.rstrip(".")[-1:] == ")" and len(row.words) > 1
    described = row.text.strip(" .,:;") in labels.phrases("described_as")
    if labelled or bracketed or described or (notice and len(row.words) > 5):
        found.notices.append(row.text)
        return make("", row.line)
    hit = _REMARK.search(row.text)
    if hit and _is_remark(hit["remark"]):
        found.notices.append(hit["remark"])
        text = row.text[: hit.start()] + " " + row.text[hit.end() :]
        return make(text, row.line, row.last, row.page, gap=row.gap, bullet=row.bullet)
    return row


def _is_remark(text: str) -> bool:
    """Whether words in brackets remark on the addressee and belong to no field."""
    if text in labels.phrases("described_as"):
        return True
    small = any(word.islower() for word in text.split())
    return len(words(text)) > 3 and small and kind_of(text) is not Kind.ROLE


def _fields(found: Found, head: list[Row]) -> list[Row]:
    """Take the lines of a form ("Name: ...", "Title: ...") out of a head; return the rows that are left."""
    left: list[Row] = []
    about = ""
    for row in head:
        label, text = _field(row)
        if not label and about == "address" and left:
            left.append(row)
            continue
        about = label or about
        value = make(text, row.line, row.last, row.page)
        if label in {"name", "role"} and text and not getattr(found, label):
            found.put(label, text, [row])
        elif label:
            left.extend([value] if text else [])
        else:
            left.append(row)
    return left


def _field(row: Row) -> tuple[str, str]:
    """Return which field of a form a line gives, and its value; ("", "") where it is none."""
    for kind in ("name", "role", "address", "institution"):
        match = labels.phrases(f"field_{kind}").at(row.words, 0)
        rest = row.after(match.last).lstrip() if match else ""
        if rest[:1] in {":", "："}:
            return kind, rest[1:].strip(" ,;")
    return "", ""


def _head(found: Found, head: list[Row]) -> None:
    """Tell name, role and postal lines of a block without contacts apart."""
    if not head:
        return
    told = len(found.notices)
    if head[0].text.endswith(":") and len(head) > 1 and not _names_office(head[:2]):
        found.notices.append(head[0].text)
        head = head[1:]
    head = _labelled(found, head)
    described = labels.phrases("described_as")
    instituted = any(label.strip(" :()") in described for label in found.notices) or any(
        kind_of(label.rstrip(" :")) is Kind.BODY for label in found.notices[told:]
    )
    lines, sure, loose = opened(head)
    lines = _title_lines(lines)
    reading, clear = best(lines)
    if reading is None:
        _nobody(found, lines)
        return
    if instituted and not reading.role and reading.name and not honorific_end(words(reading.name)):
        reading = reading._replace(  # "NGO: Umoja Watch" is no person
            role=reading.name, role_rows=reading.name_rows, name="", name_rows=()
        )
    _put(found, "role", reading.role, reading.role_rows, lines)
    _put(found, "name", reading.name, reading.name_rows, lines)
    used = {*reading.role_rows, *reading.name_rows}
    left = [row for number, row in enumerate(lines) if number not in used]
    if reading.role_rows and left and repeats(left[0].text, reading.role):
        left = left[1:]
    found.lines(left)
    for about in loose:
        found.doubt(about, Doubtful.UNCLEAR_END, head[0], head[0].text)
    if not sure or not clear:
        problem = Doubtful.GUESSED if sure else Doubtful.UNCLEAR_END
        for about in ("name", "role", "address"):
            found.doubt(about, problem, head[0], head[0].text)


def _labelled(found: Found, head: list[Row]) -> list[Row]:
    """Divide "Minister of Justice: Ali Roe"; in "Legal aid institute: Umoja" the first is no name."""
    row = head[0]
    hit = _LABELLED.match(row.text)
    if not hit:
        return head
    behind = make(row.text[hit.end() :], row.line, row.last, row.page)
    kind = kind_of(hit["label"])
    if kind is Kind.ROLE:
        return [make(hit["label"], row.line, row.last, row.page), behind, *head[1:]]
    if kind in {Kind.PERSON, Kind.NAME} and len(hit["label"].split()) > 1:
        return head
    found.notices.append(hit["label"])
    return [behind, *head[1:]]


def _put(found: Found, about: str, text: str, places: tuple[int, ...], lines: list[Row]) -> None:
    if text:
        found.put(about, text, [lines[place] for place in places])


def _names_office(head: list[Row]) -> bool:
    """Whether a heading with a colon is an office ("Minister of Justice:") and no mere word ("NGO:")."""
    first, second = (kind_of(row.text) for row in head[:2])
    below = flat_parts(head[1].text) if len(head[1].words) > _WORDS_OF_BLOCK else None
    if below and below.role and below.name:
        return False  # the whole block stands below
    short = len(head[0].words) <= _WORD_FOR_KIND and second in {Kind.BODY, Kind.NAME}
    return first is Kind.ROLE or (first is Kind.BODY and not short)


def _nobody(found: Found, lines: list[Row]) -> None:
    """A block that begins with neither office nor name: its first line is a guess, and says so."""
    row = lines[0].words
    asks = labels.phrases("instruction", "check").at(row, 0) or labels.phrases("writing").at(row, 1)
    if asks or lines[0].text.rstrip().endswith((".", "!", "?")):
        found.notices.extend(row.text for row in lines)
        return
    first, _, behind = lines[0].text.strip(" ,;:").partition(",")
    if kind_of(behind) in {Kind.BODY, Kind.ROLE}:
        first, behind = lines[0].text.strip(" ,;:"), ""
    found.put("role", first, [lines[0]])
    found.lines([make(behind, lines[0].line, lines[0].last, lines[0].page), *lines[1:]])
    for about in ("role", "address"):
        found.doubt(about, Doubtful.GUESSED, lines[0], lines[0].text)


def _title_lines(head: list[Row]) -> list[Row]:
    """Join lines that belong together: a title alone on its line, an office over two lines."""
    rows: list[Row] = []
    for row in head:
        before = rows[-1] if rows else None
        if before is not None and _belongs(before, row):
            housed = before.text.strip(" ,") in labels.phrases("named_by_house")
            glue = ", " if housed and not before.text.endswith(",") else " "
            rows[-1] = make(
                before.text + glue + row.text,
                before.line,
                row.last,
                before.page,
                gap=before.gap,
                bullet=before.bullet,
            )
        else:
            rows.append(row)
    return rows


def _belongs(before: Row, row: Row) -> bool:
    title = honorific_end(before.words)
    if title and title == len(before.words) and looks_like_name(row.text, row.words):
        return True
    kind = kind_of(before.text)
    if kind is Kind.ROLE:
        if _waits_for_noun(before, row):
            return True
        if before.text.strip(" ,") in labels.phrases("named_by_house"):
            return kind_of(row.text) in {Kind.BODY, Kind.NAME} and not split_holder(row.text)
        if (
            row.text[:1].islower()
            and row.words
            and row.words[0].folded in labels.single_words("connectives")
        ):
            return not labels.phrases("care_of").at(row.words, 0)
        if _HANGING.search(before.text) and not before.text.endswith((",", ":")):
            return True
        return (
            before.text.endswith(",")
            and kind_of(row.text) is Kind.ROLE
            and not split_holder(row.text)
        )
    return kind is Kind.BODY and bool(
        re.search(r"\b(?:of|and|de|du|des|of the|y|et|und|für)$", before.text)
    )


def _waits_for_noun(before: Row, row: Row) -> bool:
    """Whether an office was wrapped before its last word ("Director of the National" / "Agency")."""
    if row.text.endswith(":") and not before.text.endswith(":") and len(row.words) <= 3:
        return not any(map(str.isdigit, row.text)) and kind_of(row.text) is not Kind.PERSON
    joining = labels.single_words("connectives") | labels.single_words("articles")
    places = [number for number, word in enumerate(before.words) if word.folded in joining]
    tail = before.words[places[-1] + 1 :] if places else ()
    if not tail or tail[0].folded not in labels.single_words("waiting_for_noun"):
        return False
    whole = labels.phrases("institutions", "roles").first_in(tail)
    return not whole and kind_of(row.text) is Kind.BODY


def _finished(found: Found, part: Part, number: int) -> Recipient:
    """Return the recipient, with the doubts that its gaps raise."""
    values = {key: tuple(value) for key, value in found.values.items()}
    greeting = " / ".join(dict.fromkeys(values.pop("salutation", ())))
    country = _country(found.address)
    text = f"{found.role}\n{found.name}\n" + "\n".join(found.address)
    embassy = bool(labels.phrases("embassies").first_in(words(text)))
    if found.address and not country:
        found.doubt("country", Doubtful.MISSING, quote=found.address[-1])
    if not found.address:
        found.doubt("address", Doubtful.MISSING)
    if not greeting:
        found.doubt("salutation", Doubtful.MISSING)
    return Recipient(
        number=number,
        part=part,
        name=found.name,
        role=found.role,
        address=tuple(found.address),
        country=country,
        salutation=greeting,
        notices=tuple(dict.fromkeys(found.notices)),
        embassy=embassy,
        sources=found.sources,
        doubts=tuple(found.doubts.values()),
        **{key: value for key, value in values.items() if key != "phone_fax"},
    )


def _country(address: list[str]) -> str:
    """Return the country that the last lines of an address name, or ""."""
    for line in reversed(address[-3:]):
        code = countries.country_at_end(line)
        if code:
            return code
    return ""
