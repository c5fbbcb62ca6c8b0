"""E-mails (.eml, .emlx, mbox, a page saved as .mht) to rows.

The subject stands first, then the body: of alternatives the web page, unless it says much
less than the plain text. Quoting with ">" stays as it is: the grammar knows it. An
attachment takes the body's place where it says more of an urgent action than the body.
Of several messages the first that holds an action is read. What came along and was not
read is told (`UNREAD`), or is why the message is refused where it says next to nothing.
"""

from __future__ import annotations

import email
import re
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from itertools import pairwise
from typing import Final, TypeAlias

from appealdesk.cases.opening.charsets import decoded, decoded_as
from appealdesk.cases.opening.hidden import UNREAD
from appealdesk.cases.opening.limits import MAIL_NESTING, MAIL_PARTS
from appealdesk.cases.opening.mail_text import is_sealed, unfolded, without_uuencoded
from appealdesk.cases.opening.plain import rows_of_text
from appealdesk.cases.opening.reasons import Reason, Refused
from appealdesk.cases.opening.rows import Row, squeezed
from appealdesk.cases.opening.signs import HELD, WHOLE, strength, words

Mail: TypeAlias = "Message[str, str]"

_FORWARDED: Final = re.compile(
    r"^(?:\s*(?:\[[^\]]{1,40}\]|(?:fwd?|re|wg|aw|tr|rv|enc|res|i|sv|vs|пересл|отв)\s*:))+\s*",
    re.IGNORECASE,
)
_NEXT_IN_MBOX: Final = re.compile(rb"\r?\n\r?\nFrom \S+ .*\d\d:\d\d")
_SIZE_OF_EMLX: Final = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[A-Za-z][\w-]*:)")
_LOCKED: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_ALONG: Final = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-keys",
        "text/calendar",
        "text/vcard",
        "text/x-vcard",
        "text/css",
    }
)
_LOGO: Final = 30_000  # bytes: a smaller picture is part of somebody's signature
_ENOUGH: Final = 0.7  # a web page that says less than this share of the plain text is a stub
_SCANTY: Final = 60  # words: a body with fewer only says that something is attached
_OPENED: Final = 10  # attachments that are looked into, and messages of an mbox


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
    """Return the rows of a message, or of the mailbox's message that is the action. Raises Refused."""
    messages = _messages(data)
    if len(messages) == 1:
        return _rows_of_message(messages[0])
    first: list[Row] = []
    refusal: Refused | None = None
    for message in messages[:_OPENED]:
        try:
            rows = _rows_of_message(message)
        except Refused as refused:
            refusal = refusal or refused
            continue
        if strength(rows) >= HELD:
            first = rows
            break
        first = first or rows
    if not first:
        raise refusal or Refused(Reason.NO_TEXT)
    return _and_unread(first)


def _messages(data: bytes) -> list[bytes]:
    """Return the messages of an mbox; any other data is one message."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    sized = _SIZE_OF_EMLX.match(data)
    if sized:
        return [data[sized.end() : sized.end() + int(sized.group(1))]]
    if not data.startswith((b"From ", b">From ")):
        return [data]
    places = [0, *(found.start() for found in _NEXT_IN_MBOX.finditer(data)), len(data)]
    return [
        re.sub(rb"(?m)^>From ", b"From ", data[start:end].lstrip(b"\r\n").split(b"\n", 1)[-1])
        for start, end in pairwise(places)
    ]


def _rows_of_message(data: bytes) -> list[Row]:
    message = email.message_from_bytes(data)
    body = _body(message, _Counter())
    said = strength(body.rows)
    attachment, refusal = _attachment(body, said) if said < WHOLE else ([], None)
    if attachment:
        return attachment
    if not body.rows:
        raise refusal or Refused(Reason.LOCKED if body.locked else Reason.NO_TEXT)
    rows = _with_subject(message, body.rows)
    if refusal is None or said >= HELD:
        return rows
    if words(body.rows) < _SCANTY:
        winmail = refusal.reason is Reason.WINMAIL
        raise refusal if winmail else Refused(Reason.ATTACHED)
    return _and_unread(rows)


def _and_unread(rows: list[Row]) -> list[Row]:
    page = rows[-1][1]
    return [*rows, ("", page), (UNREAD, page)]


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
    if kind == "multipart/encrypted":
        return _Body(locked=True)
    if kind == "message/rfc822" and _is_coded(part):
        return _forwarded(_decoded(part), counter, depth)
    if part.is_multipart():
        inner = [
            _body(inside, counter, depth + 1)
            for inside in part.get_payload()
            if isinstance(inside, Message)
        ]
        return _joined(part, kind, inner)
    if kind in _LOCKED or (
        kind == "application/octet-stream" and "encrypted" in part.get_filename("")
    ):
        return _Body(locked=True)
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip() or kind in _ALONG:
        return _Body()
    if part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}:
        return _attached(content, counter, depth)
    try:
        return _text(part, kind, content)
    except Refused:
        return _Body(attached=[content])


def _is_coded(part: Mail) -> bool:
    return part.get("Content-Transfer-Encoding", "").strip().lower() in {
        "base64",
        "quoted-printable",
    }


def _decoded(part: Mail) -> bytes:
    """Return a forwarded message that was put into base64, which no message may be and some are."""
    inside = part.get_payload(0) if part.is_multipart() else part
    whole = Message()
    whole["Content-Transfer-Encoding"] = part["Content-Transfer-Encoding"]
    whole.set_payload(inside.as_string() if isinstance(inside, Message) else "")
    content = whole.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attached(content: bytes, counter: _Counter, depth: int) -> _Body:
    from appealdesk.cases.opening.formats import looks_like_mail  # noqa: PLC0415

    if looks_like_mail(content):
        return _forwarded(content, counter, depth)
    return _Body(attached=[content])


def _forwarded(content: bytes, counter: _Counter, depth: int) -> _Body:
    message = email.message_from_bytes(content)
    whole = _body(message, counter, depth + 1)
    if whole.rows:
        whole.rows = _with_subject(message, whole.rows)
    return whole


def _joined(part: Mail, kind: str, inner: list[_Body]) -> _Body:
    if kind == "multipart/alternative":
        return _richest(inner)
    if kind == "multipart/related":
        inner = [body for body in inner if body.rows or body.locked][:1] or inner[:1]
    whole = _Body()
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


def _text(part: Mail, kind: str, content: bytes) -> _Body:
    charset = part.get_content_charset()
    if kind == "text/html":
        from appealdesk.cases.opening.web_page import rows_of_page, text_of_page  # noqa: PLC0415

        page = decoded_as(content, charset) if charset else text_of_page(content)
        return _Body(rows_of_page(page))
    text = decoded_as(content, charset) if charset else decoded(content)
    if is_sealed(text):
        return _Body(locked=True)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unfolded(text, joined=str(part.get_param("delsp", "")).lower() == "yes")
    text, attached = without_uuencoded(text)
    return _Body([(line, 1) for line, _page in rows_of_text(text)], attached)


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


def _attachment(body: _Body, said: int) -> tuple[list[Row], Refused | None]:
    """Return the rows of the attachment that is the document, and the first refusal met.

    said: how much of an urgent action the body is.
    """
    from appealdesk.cases.opening.reading import read  # noqa: PLC0415

    best: list[Row] = []
    most = max(said, HELD - 1)
    first: list[Row] = []
    refusal: Refused | None = None
    for content in body.attached[:_OPENED]:
        try:
            rows = list(read(content)[1])
        except Refused as refused:
            if not body.rows or not _is_trifle(refused, content):
                refusal = refusal or refused
            continue
        first = first or rows
        if strength(rows) > most:
            best, most = rows, strength(rows)
    scanty = said < HELD and words(body.rows) < _SCANTY
    return best or (first if scanty else []), refusal


def _is_trifle(refused: Refused, content: bytes) -> bool:
    """Tell a picture in somebody's signature, and the like, from a document that was not read."""
    if refused.reason is Reason.IMAGE:
        return len(content) < _LOGO
    return refused.reason in {Reason.BINARY, Reason.NO_TEXT, Reason.EMPTY}
