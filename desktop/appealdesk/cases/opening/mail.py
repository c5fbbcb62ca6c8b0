"""E-mails (.eml, the first of an mbox, a page saved as .mht) to rows.

The subject stands first, then the body: of alternatives the web page, unless it says much
less than the plain text. Quoting with ">" stays as it is: the grammar knows it. An
attachment takes the body's place where it holds an urgent action and the body does not.
"""

from __future__ import annotations

import email
import re
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import Final, TypeAlias

from appealdesk.cases.opening.charsets import decoded, decoded_as
from appealdesk.cases.opening.limits import MAIL_NESTING, MAIL_PARTS
from appealdesk.cases.opening.plain import rows_of_text
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row, squeezed
from appealdesk.cases.opening.signs import holds_urgent_action, words

Mail: TypeAlias = "Message[str, str]"

_FORWARDED: Final = re.compile(
    r"^(?:\s*(?:\[[^\]]{1,40}\]|(?:fwd?|re|wg|aw|tr|rv|enc|res|i|sv|vs|пересл|отв)\s*:))+\s*",
    re.IGNORECASE,
)
_NEXT_IN_MBOX: Final = re.compile(rb"\r?\n\r?\nFrom \S+ .*\d\d:\d\d")
_ENOUGH: Final = 0.7  # a web page that says less than this share of the plain text is a stub
_SCANTY: Final = 60  # words: a body with fewer only says that something is attached
_OPENED: Final = 10  # attachments that are looked into


@dataclass
class _Body:
    """What was found in a message: rows, how many of them came of web pages, attachments."""

    rows: list[Row] = field(default_factory=list)
    attached: list[bytes] = field(default_factory=list)
    locked: bool = False

    def add(self, rows: list[Row]) -> None:
        if self.rows and rows:
            self.rows.append(("", 1))
        self.rows += rows


def rows_of_mail(data: bytes) -> list[Row]:
    """Return the rows of a message. Raises Refused."""
    message = email.message_from_bytes(_first(data))
    body = _body(message, _Counter())
    if not holds_urgent_action(body.rows):
        attachment, refusal = _attachment(body)
        if attachment:
            return attachment
        if not body.rows:
            raise refusal or Refused(Reason.LOCKED if body.locked else Reason.NO_TEXT)
    return _with_subject(message, body.rows)


def _first(data: bytes) -> bytes:
    """Return the first message of an mbox; any other data as they are."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    if not data.startswith((b"From ", b">From ")):
        return data
    following = _NEXT_IN_MBOX.search(data)
    message = data[: following.start()] if following else data
    return re.sub(rb"(?m)^>From ", b"From ", message.split(b"\n", 1)[-1])


class _Counter:
    """How many parts were met; a message has a few."""

    def __init__(self) -> None:
        self._parts = 0

    def count(self, depth: int) -> None:
        self._parts += 1
        if self._parts > MAIL_PARTS or depth > MAIL_NESTING:
            raise Refused(Reason.NESTED)


def _body(part: Mail, counter: _Counter, depth: int = 0) -> _Body:
    counter.count(depth)
    kind = part.get_content_type()
    if part.is_multipart():
        inner = [
            _body(inside, counter, depth + 1)
            for inside in part.get_payload()
            if isinstance(inside, Message)
        ]
        return _joined(part, kind, inner)
    if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"} or (
        kind == "application/octet-stream" and "encrypted" in part.get_filename("")
    ):
        return _Body(locked=True)
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return _Body()
    if part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}:
        return _Body(attached=[content])
    try:
        return _Body(rows=_text(part, kind, content))
    except Refused:
        return _Body(attached=[content])


def _joined(part: Mail, kind: str, inner: list[_Body]) -> _Body:
    if kind == "multipart/alternative":
        return _richest(inner)
    if kind == "multipart/related":
        inner = inner[:1]
    whole = _Body(locked=kind == "multipart/encrypted")
    for body in inner:
        whole.add(body.rows)
        whole.attached += body.attached
        whole.locked = whole.locked or body.locked
    if kind == "message/rfc822" and whole.rows:
        whole.rows = _with_subject(part.get_payload(0), whole.rows)
    return whole


def _richest(bodies: list[_Body]) -> _Body:
    """Return the last alternative, the richest, that does not say much less than the others."""
    bodies = [body for body in bodies if body.rows or body.attached]
    if not bodies:
        return _Body()
    most = max(words(body.rows) for body in bodies)
    return next(body for body in reversed(bodies) if words(body.rows) >= _ENOUGH * most)


def _text(part: Mail, kind: str, content: bytes) -> list[Row]:
    charset = part.get_content_charset()
    if kind == "text/html":
        from appealdesk.cases.opening.web_page import rows_of_page, text_of_page  # noqa: PLC0415

        return rows_of_page(decoded_as(content, charset) if charset else text_of_page(content))
    text = decoded_as(content, charset) if charset else decoded(content)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _unfolded(text, joined=str(part.get_param("delsp", "")).lower() == "yes")
    return [(line, 1) for line, _page in rows_of_text(text)]


def _unfolded(text: str, *, joined: bool) -> str:
    """Return text sent as format=flowed (RFC 3676) with its paragraphs on one line each."""
    lines: list[str] = []
    flowing = False
    quoted = ""
    for line in text.splitlines():
        marks = re.match(r">*", line)
        quote = marks.group() if marks else ""
        rest = line[len(quote) :].removeprefix(" ")
        if flowing and quote == quoted and rest != "-- ":
            lines[-1] = (lines[-1][:-1] if joined else lines[-1]) + rest
        else:
            lines.append(f"{quote} {rest}" if quote else rest)
        flowing = rest.endswith(" ") and rest != "-- "
        quoted = quote
    return "\n".join(lines)


def _with_subject(message: object, rows: list[Row]) -> list[Row]:
    """Put the subject before the rows, unless they begin with it."""
    subject = _subject(message) if isinstance(message, Message) else ""
    known = {squeezed(text).casefold() for text, _page in rows[:8]}
    if not subject or subject.casefold() in known:
        return rows
    return [(subject, 1), ("", 1), *rows]


def _subject(message: Mail) -> str:
    raw = message.get("Subject", "")
    try:
        subject = str(make_header(decode_header(str(raw))))
    except (MessageError, LookupError, ValueError):
        subject = str(raw)
    if any("\udc80" <= character <= "\udcff" for character in subject):
        subject = decoded(subject.encode("ascii", "surrogateescape"))
    return squeezed(_FORWARDED.sub("", " ".join(subject.split())))


def _attachment(body: _Body) -> tuple[list[Row], Refused | None]:
    """Return the rows of the attachment that is the document, and the first refusal met."""
    from appealdesk.cases.opening.formats import Format, told_by_bytes  # noqa: PLC0415
    from appealdesk.cases.opening.reading import read  # noqa: PLC0415

    scanty = words(body.rows) < _SCANTY
    first: list[Row] = []
    refusal: Refused | None = None
    for content in body.attached[:_OPENED]:
        try:
            if told_by_bytes(content) is Format.MAIL:
                continue
            rows = list(read(content)[1])
        except Refused as refused:
            refusal = refusal or refused
            continue
        if holds_urgent_action(rows):
            return rows, None
        first = first or rows
    return (first if scanty else []), refusal
