"""One block of rows -> one recipient: name, role, postal lines, contacts, salutation, doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from appealdesk.cases import countries, labels
from appealdesk.cases.model import Doubt, Doubtful, Part, Recipient, Source
from appealdesk.cases.reading import contacts
from appealdesk.cases.reading.offices import (
    Kind,
    flat_parts,
    honorific_end,
    kind_of,
    looks_like_name,
    shares_word,
    split_holder,
)
from appealdesk.cases.reading.rows import Row, make
from appealdesk.cases.words import words

_FLAT = 70  # characters: a longer line may hold a whole block
_HANGING = re.compile(
    r"(?:,|\b(?:and|of|the|for|et|de|du|des|la|y|und|der|für|e|do|da|и|&)|[-–—/])$", re.IGNORECASE
)
_REMARK = re.compile(r"\s*[(\[](?P<remark>[^()\[\]]{12,300})[)\]]\s*")


@dataclass
class Found:
    """A recipient being put together."""

    name: str = ""
    role: str = ""
    address: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    values: dict[str, list[str]] = field(default_factory=dict)

    def doubt(self, about: str, problem: Doubtful, row: Row | None = None, quote: str = "") -> None:
        """Note a doubt on a field; the first one counts."""
        # What is missing has no line: its neighbours show where it should stand.
        places = (self.sources.get(one) for one in (about, "address", "name", "role"))
        source = row.source if row else next(filter(None, places), None)
        self.doubts.setdefault(
            about, Doubt(field=about, problem=problem, source=source, quote=quote[:200])
        )

    def put(self, about: str, text: str, rows: list[Row]) -> None:
        """Set the name or the role."""
        setattr(self, about, text)
        self._from(about, rows)

    def lines(self, rows: list[Row]) -> None:
        """Add postal lines."""
        for row in rows:
            text = row.text.strip(" ,;")
            if text:
                self.address.append(text)
                self._from("address", [row])

    def value(self, about: str, values: tuple[str, ...], row: Row) -> None:
        """Add contacts of one kind."""
        kept = self.values.setdefault(about, [])
        kept.extend(value for value in values if value not in kept)
        if values:
            self._from(about, [row])

    def _from(self, about: str, rows: list[Row]) -> None:
        if not rows:
            return
        before = self.sources.get(about)
        first = before.line if before else rows[0].line
        page = before.page if before else rows[0].page
        self.sources[about] = Source(line=first, last=rows[-1].last, page=page)


def recipient(rows: list[Row], part: Part, number: int) -> Recipient | None:
    """Return the recipient that a block names, or None where it names nobody."""
    found = Found()
    head = _contacts(found, rows)
    head = [row for row in (_without_remark(found, row) for row in head) if row.text.strip(" ,;:")]
    _head(found, head)
    if not found.name and not found.role:
        return None
    return _finished(found, part, number)


def _contacts(found: Found, rows: list[Row]) -> list[Row]:
    """Take the contacts out of a block; return the rows that are left."""
    left: list[Row] = []
    waiting = ""
    for row in rows:
        lines = contacts.read(row)
        lead = next((line.values[0] for line in lines if line.kind == "lead"), "")
        if waiting and not lines and row.words:
            lines = contacts.of_kind(waiting, row.text, row)
        waiting = contacts.label_alone(row)
        if not lines:
            left.append(row)
            continue
        for line in lines:
            _take(found, line)
        if lead and (
            len(lead) > 24
            or any(character.isdigit() for character in lead)
            or kind_of(lead) is not Kind.NAME
        ):
            left.append(make(lead, row.line, row.last, row.page, gap=row.gap, bullet=row.bullet))
    return left


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
    if labels.phrases("notices").at(row.words, 0) and len(row.words) > 5:
        found.notices.append(row.text)
        return make("", row.line)
    hit = _REMARK.search(row.text)
    if (
        hit
        and len(words(hit["remark"])) > 3
        and any(word.islower() for word in hit["remark"].split())
    ):
        found.notices.append(hit["remark"])
        text = row.text[: hit.start()] + " " + row.text[hit.end() :]
        return make(text, row.line, row.last, row.page, gap=row.gap, bullet=row.bullet)
    return row


def _head(found: Found, head: list[Row]) -> None:
    """Tell name, role and postal lines of a block without contacts apart."""
    if not head:
        return
    if len(head) == 1 or (len(head) <= 2 and len(head[0].text) > _FLAT):
        head = _opened(found, head)
        if not head:
            return
    head = _title_lines(head)
    kinds = [kind_of(row.text, row.words) for row in head]
    first = kinds[0]
    if head[0].text.endswith(":") and len(head) > 1:
        _headed(found, head, kinds)
    elif first is Kind.ROLE:
        _role_first(found, head, kinds)
    elif first in {Kind.PERSON, Kind.NAME}:
        _name_first(found, head, kinds)
    elif first is Kind.BODY:
        _body_first(found, head, kinds)
    else:
        _unclear(found, head, kinds)


def _opened(found: Found, head: list[Row]) -> list[Row]:
    """Divide a block printed in one line; return rows for the usual reading, [] when done."""
    row = head[0]
    text = row.text.rstrip(" .") if row.text.count(".") == 1 else row.text
    if text.count(",") >= 2 or (text.count(",") == 1 and len(head) == 1):
        pieces = _comma_pieces(text)
        kinds = [kind_of(piece) for piece in pieces]
        inner = kinds[1:3]
        if kinds[0] in {Kind.PERSON, Kind.NAME, Kind.ROLE, Kind.BODY} and not _flat_head(
            pieces[0], kinds[0]
        ):
            holder = split_holder(", ".join(pieces[:2])) if len(pieces) >= 2 else None
            if holder and kinds[0] is Kind.ROLE and len(head) == 1:
                pieces = [holder.role, holder.name, *pieces[2:]]
            elif kinds[0] is Kind.ROLE and _whole_office(kinds):
                pieces = [text]
            _ = inner
            rows = [make(piece, row.line, row.last, row.page) for piece in pieces]
            return [*rows, *head[1:]]
    if len(text) > _FLAT or _flat_head(text, kind_of(text)):
        parts = flat_parts(text)
        if parts:
            role, name, address, sure = parts
            if role:
                found.put("role", role, [row])
            if name:
                found.put("name", name, [row])
            rest = [make(address, row.line, row.last, row.page), *head[1:]]
            found.lines([line for line in rest if line.text])
            if not sure:
                for about in ("name", "role", "address"):
                    found.doubt(about, Doubtful.UNCLEAR_END, row, text)
            else:
                found.doubt("address", Doubtful.UNCLEAR_END, row, text)
            return []
    return head


def _flat_head(text: str, kind: Kind) -> bool:
    """Whether one piece seems to hold a name, an institution and a street at once."""
    if len(text) < 40 or kind is Kind.BODY:
        return False
    parts = flat_parts(text)
    return bool(parts and parts[2] and (parts[0] or parts[1]))


def _whole_office(kinds: list[Kind]) -> bool:
    """Whether the pieces after an office are part of it: "The Chairman, National Commission on X"."""
    return all(kind in {Kind.ROLE, Kind.BODY} for kind in kinds) or (
        len(kinds) == 2 and kinds[1] in {Kind.BODY, Kind.COUNTRY}
    )


def _comma_pieces(text: str) -> list[str]:
    """Divide at commas; house numbers stay with their streets, postcodes and states with their towns."""
    pieces: list[str] = []
    for piece in (part.strip() for part in text.split(",")):
        if pieces and (
            re.fullmatch(r"[\dA-Z][\w./-]{0,6}|[A-Z]{2} \d{4,5}|s/n", piece) or not piece
        ):
            pieces[-1] = f"{pieces[-1]}, {piece}".rstrip(" ,")
        else:
            pieces.append(piece)
    return pieces


def _title_lines(head: list[Row]) -> list[Row]:
    """Join lines that belong together: a title alone on its line, an office over two lines."""
    rows: list[Row] = []
    for row in head:
        before = rows[-1] if rows else None
        if before is not None and _belongs(before, row):
            glue = " "
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
    kind = kind_of(before.text, before.words)
    if kind is Kind.ROLE:
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
            and kind_of(row.text, row.words) is Kind.ROLE
            and not split_holder(row.text)
        )
    return kind is Kind.BODY and bool(
        re.search(r"\b(?:of|and|de|du|des|of the|y|et|und|für)$", before.text)
    )


def _headed(found: Found, head: list[Row], kinds: list[Kind]) -> None:
    """Read a block that a line with a colon heads: an office, or a word such as "NGO:"."""
    title = head[0].text.rstrip(": ")
    if kinds[0] is Kind.ROLE or (
        kinds[0] is Kind.BODY and len(head) > 1 and kinds[1] in {Kind.PERSON, Kind.NAME}
    ):
        if kinds[0] is Kind.BODY:
            _body_first(found, [make(title, head[0].line), *head[1:]], kinds)
            return
        _role_first(found, [make(title, head[0].line, page=head[0].page), *head[1:]], kinds)
        return
    found.notices.append(head[0].text)
    _head(found, head[1:])


def _role_first(found: Found, head: list[Row], kinds: list[Kind]) -> None:
    role = head[0].text.strip(" ,;:")
    rest, after = head[1:], kinds[1:]
    second = after[0] if after else None
    if second is Kind.ROLE and rest and _office_holder(rest[0].text):
        second = Kind.PERSON
    if second is Kind.NAME and shares_word(role, rest[0].text):
        second = Kind.PLACE
    if second in {Kind.PERSON, Kind.NAME} and (
        second is Kind.PERSON or not _placelike(rest, after)
    ):
        found.put("role", role, [head[0]])
        found.put("name", _name(rest[0].text), [rest[0]])
        if second is Kind.NAME and len(rest[0].words) == 1:
            found.doubt("name", Doubtful.GUESSED, rest[0], rest[0].text)
        found.lines(_unlike(rest[1:], role))
        return
    holder = split_holder(head[0].text)
    if holder:
        found.put("role", holder.role, [head[0]])
        found.put("name", holder.name, [head[0]])
        if not holder.sure:
            found.doubt("name", Doubtful.UNCLEAR_END, head[0], head[0].text)
            found.doubt("role", Doubtful.UNCLEAR_END, head[0], head[0].text)
        found.lines(rest)
        return
    if second is Kind.ROLE and len(after) > 1 and after[1] in {Kind.PERSON, Kind.NAME}:
        found.put("role", f"{role}, {rest[0].text.strip(' ,')}", head[:2])
        found.put("name", _name(rest[1].text), [rest[1]])
        found.doubt("role", Doubtful.UNCLEAR_END, head[0], found.role)
        found.lines(_unlike(rest[2:], role))
        return
    found.put("role", role, [head[0]])
    found.lines(rest)


def _placelike(rest: list[Row], kinds: list[Kind]) -> bool:
    """Whether a line that could be a name is the last before nothing: more likely a place."""
    return len(rest) == 1 and bool(countries.country_at_end(rest[0].text)) and len(kinds) == 1


def _office_holder(text: str) -> bool:
    """Whether a line is a bare title of office with a name ("Commissioner A. B.")."""
    holder = split_holder(text)
    return bool(holder and holder.name and len(words(holder.role)) <= 2)


def _unlike(rows: list[Row], role: str) -> list[Row]:
    """Leave out a line that repeats the office in the same words."""
    if rows and [word.folded for word in rows[0].words] == [word.folded for word in words(role)]:
        return rows[1:]
    return rows


def _name(text: str) -> str:
    return text.strip(" ,;:")


def _name_first(found: Found, head: list[Row], kinds: list[Kind]) -> None:
    row = head[0]
    holder = split_holder(row.text) if kinds[0] is Kind.PERSON or "," in row.text else None
    second_is_role = len(head) > 1 and kinds[1] is Kind.ROLE
    if holder and not second_is_role:
        found.put("name", holder.name, [row])
        found.put("role", holder.role, [row])
        found.lines(head[1:])
        return
    if second_is_role:
        second = head[1].text.strip(" ,;:")
        found.put("name", _name(row.text), [row])
        found.put("role", second, [head[1]])
        found.lines(head[2:])
        return
    found.put("name", _name(row.text), [row])
    found.lines(head[1:])
    if kinds[0] is Kind.NAME and len(head) > 1:
        found.doubt("name", Doubtful.GUESSED, row, row.text)
        found.doubt("role", Doubtful.MISSING)


def _body_first(found: Found, head: list[Row], kinds: list[Kind]) -> None:
    """An institution above its holder, or an institution without one (it stands in the role)."""
    if _office_above_name(head, kinds):
        office = head[1].text.strip(" ,;:")
        goes_on = head[0].text.rstrip().endswith(",")
        body = head[0].text.strip(" ,;:")
        found.put("role", f"{body}, {office}" if goes_on else office, head[:2])
        found.put("name", _name(head[2].text), [head[2]])
        found.lines(head[3:] if goes_on else [head[0], *head[3:]])
        return
    for place in (1, 2):
        if place < len(head) and kinds[place] is Kind.PERSON:
            found.put("name", _name(head[place].text), [head[place]])
            rest = [row for number, row in enumerate(head) if number != place]
            if place + 1 < len(head) and kinds[place + 1] is Kind.ROLE:
                found.put("role", head[place + 1].text.strip(" ,;:"), [head[place + 1]])
                rest.remove(head[place + 1])
            found.lines(rest)
            return
    holder = split_holder(head[1].text) if len(head) > 1 and kinds[1] is Kind.ROLE else None
    if holder:
        found.put("role", holder.role, [head[1]])
        found.put("name", holder.name, [head[1]])
        found.lines([head[0], *head[2:]])
        return
    if (
        len(head) > 2
        and kinds[1] is Kind.NAME
        and kinds[2] is Kind.ROLE
        and not shares_word(head[0].text, head[1].text)
    ):
        found.put("name", _name(head[1].text), [head[1]])
        found.put("role", head[2].text.strip(" ,;:"), [head[2]])
        found.lines([head[0], *head[3:]])
        return
    found.put("role", head[0].text.strip(" ,;:"), [head[0]])
    found.lines(_unlike(head[1:], found.role))
    if len(head) > 2 and kinds[1] is Kind.NAME and len(head[1].words) in {2, 3}:
        found.doubt("name", Doubtful.GUESSED, head[1], head[1].text)
        found.doubt("address", Doubtful.GUESSED, head[1], head[1].text)


def _office_above_name(head: list[Row], kinds: list[Kind]) -> bool:
    """Whether institution, office and holder stand in three lines, in this order."""
    return (
        len(head) > 3
        and kinds[1] is Kind.ROLE
        and not split_holder(head[1].text)
        and (kinds[2] is Kind.PERSON or (kinds[2] is Kind.NAME and len(head[2].words) > 1))
        and not shares_word(head[0].text, head[2].text)
    )


def _unclear(found: Found, head: list[Row], kinds: list[Kind]) -> None:
    """A block that begins with neither office nor name: look one line further, and doubt."""
    for place, kind in enumerate(kinds[:3]):
        if kind in {Kind.ROLE, Kind.PERSON}:
            _head(found, head[place:])
            found.address[:0] = [row.text for row in head[:place]]
            found.doubt("address", Doubtful.UNCLEAR_END, head[0], head[0].text)
            return
    if head[0].text.rstrip().endswith((".", "!", "?")):
        found.notices.extend(row.text for row in head)
        return
    found.put("role", head[0].text.strip(" ,;:"), [head[0]])
    found.lines(head[1:])
    found.doubt("role", Doubtful.GUESSED, head[0], head[0].text)
    found.doubt("address", Doubtful.GUESSED, head[0], head[0].text)


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
