"""Which format a document has, told by its bytes and never by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from appealdesk.cases.opening.reasons import Reason, Refused


class Format(StrEnum):
    """The formats that can be opened; the value is what Document.format says."""

    TEXT = "plain text"
    HTML = "web page"
    PDF = "PDF"
    DOCX = "Word document"
    ODT = "OpenDocument text"
    RTF = "rich text"
    MAIL = "e-mail"
    WEB_FORM = "web form"
    CASE_FILE = "case file"


_REFUSED_STARTS: Final = (
    (b"\xff\xd8\xff", Reason.IMAGE),
    (b"\x89PNG\r\n", Reason.IMAGE),
    (b"GIF8", Reason.IMAGE),
    (b"II*\x00", Reason.IMAGE),
    (b"MM\x00*", Reason.IMAGE),
    (b"8BPS", Reason.IMAGE),
    (b"\x00\x00\x00\x0cjP  ", Reason.IMAGE),  # JPEG 2000
    (b"\xff\x4f\xff\x51", Reason.IMAGE),
    (b"\xffWPC", Reason.OLD_WORD),  # WordPerfect
    (b"\xdb\xa5", Reason.OLD_WORD),  # Word 2
    (b"\x31\xbe\x00\x00", Reason.OLD_WORD),  # Word for DOS, Write
    (b"AT&TFORM", Reason.IMAGE),  # DjVu: pages as pictures
    (b"\x1f\x8b", Reason.ARCHIVE),
    (b"BZh", Reason.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Reason.ARCHIVE),
    (b"Rar!\x1a\x07", Reason.ARCHIVE),
    (b"\xfd7zXZ\x00", Reason.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", Reason.ARCHIVE),
    (b"PK\x05\x06", Reason.ARCHIVE),
    (b"\x7fELF", Reason.BINARY),
    (b"MZ\x90\x00", Reason.BINARY),
    (b"SQLite format 3\x00", Reason.BINARY),
    (b"ID3", Reason.BINARY),
    (b"OggS", Reason.BINARY),
    (b"%!PS", Reason.OTHER_OFFICE),
    (b"\x78\x9f\x3e\x22", Reason.WINMAIL),
)
_RICH_TEXT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}\{\\rtf")
_SHORTCUT: Final = re.compile(r"\[InternetShortcut\]\s|(?s:<\?xml.{1,400}?<key>URL</key>)")
_WORD_XML: Final = re.compile(r"""progid=["']Word\.Document|<pkg:package\s|<w:wordDocument\s""")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAM_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OLE_STREAM_MESSAGE: Final = "__substg1.0_".encode("utf-16-le")

_MAIL_HEADER: Final = re.compile(
    rb"(?:return-path|received|mime-version|message-id|content-type|delivered-to|x-[\w-]+"
    rb"|dkim-signature|content-transfer-encoding|from|to|cc|subject|date|reply-to|sender"
    rb"|arc-[\w-]+|authentication-results|user-agent|references|in-reply-to|list-[\w-]+"
    rb"|content-[\w-]+|thread-[\w-]+|importance|bcc|status|precedence|organization):",
    re.IGNORECASE,
)
_MAIL_CERTAIN: Final = re.compile(
    rb"(?:return-path|received|mime-version|message-id|content-type|content-transfer-encoding"
    rb"|delivered-to|dkim-signature):",
    re.IGNORECASE,
)
_FROM_LINE: Final = re.compile(rb">?From \S+ .*\d\d:\d\d")
_HTML_START: Final = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|meta|title|style)\b",
    re.IGNORECASE | re.DOTALL,
)
# What Windows puts before markup on its clipboard.
_CLIPBOARD_HEAD: Final = re.compile(r"\AVersion:[\d.]+\s+(?:\w+:[^\r\n]*\s+)+(?=<)")
_HTML_TAG: Final = re.compile(
    r"</?(?:p|div|br|table|tr|td|ul|ol|li|h[1-6]|span|a|b|strong|em|i|font|blockquote)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_CASE_KEY: Final = re.compile(r"([a-z_]+):(?:\s|$)")
_CASE_KEYS: Final = frozenset(
    {"reference", "title", "recipients", "points", "summary", "deadline", "index"}
)


def told_by_bytes(data: bytes) -> Format | None:
    """Return the format that the first bytes show, or None for text of some kind.

    Raises Refused for a format that is known and not opened.
    """
    for start, reason in _REFUSED_STARTS:
        if data.startswith(start):
            raise Refused(reason)
    if data[:2] == b"BM" and data[6:10] == bytes(4):  # a bitmap: two reserved words, empty
        raise Refused(Reason.IMAGE)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise Refused(Reason.IMAGE if data[8:12] in {b"WEBP", b"heic", b"avif"} else Reason.BINARY)
    if data.startswith(_OLE):
        raise Refused(_old_office(data))
    if _RICH_TEXT.match(data):
        return Format.RTF
    if b"%PDF-" in data[:1024] and data.lstrip()[:1] != b"<":
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return Format.MAIL if looks_like_mail(data) else None


def told_by_text(text: str) -> Format:
    """Return the format of a document that is text: web page, web form, case file or plain.

    Raises Refused for what is written as text and is none.
    """
    start = without_clipboard_head(text.lstrip("\ufeff \t\r\n"))
    if "urn:oasis:names:tc:opendocument:xmlns:office" in start[:4096]:
        return Format.ODT
    if _SHORTCUT.match(start[:1024]):
        raise Refused(Reason.LINK)
    if start[:1] == "<":
        _refuse_other_markup(start[:2048])
    if _HTML_START.match(start[:20_000]):
        return Format.HTML
    if start[:1] == "<" and len(_HTML_TAG.findall(text[:20_000])) >= 2:
        return Format.HTML
    if start[:1] in {"{", "["} and text.rstrip()[-1:] in {"}", "]"}:
        return Format.WEB_FORM
    return Format.CASE_FILE if _looks_like_case_file(text) else Format.TEXT


def _refuse_other_markup(start: str) -> None:
    if _WORD_XML.search(start):
        raise Refused(Reason.OLD_WORD)
    if re.match(r"(?:<\?xml[^>]*>|<!--[^>]*-->|<!DOCTYPE svg[^>]*>|\s)*<svg\s", start):
        raise Refused(Reason.IMAGE)


def without_clipboard_head(text: str) -> str:
    """Return markup without the table of places that stands before it on Windows' clipboard."""
    return _CLIPBOARD_HEAD.sub("", text)


def _old_office(data: bytes) -> Reason:
    if _OLE_STREAM_LOCKED in data:
        return Reason.LOCKED
    return Reason.OUTLOOK if _OLE_STREAM_MESSAGE in data else Reason.OLD_WORD


def _zipped(data: bytes) -> Format:
    """Tell Office files apart by member names, which stand in the archive unpacked."""
    if b"word/document" in data:
        return Format.DOCX
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Format.ODT
    if b"Index/Document.iwa" in data or b"index.xml.gz" in data[-4096:]:
        raise Refused(Reason.PAGES)
    office = (b"mimetypeapplication/", b"xl/workbook", b"ppt/presentation")
    if any(sign in data for sign in office):
        raise Refused(Reason.OTHER_OFFICE)
    if b"[Content_Types].xml" in data:
        return Format.DOCX
    if b"content.xml" in data and b"META-INF/manifest.xml" in data:
        return Format.ODT
    raise Refused(Reason.ARCHIVE)


def looks_like_mail(data: bytes) -> bool:
    """Tell a message by its head: known header names, one of them never typed by a person."""
    lines = data[:16_384].lstrip(b"\xef\xbb\xbf\r\n").splitlines()
    if lines and (_FROM_LINE.match(lines[0]) or lines[0].strip().isdigit()):  # mbox, .emlx
        lines = lines[1:]
    known = 0
    certain = False
    for line in lines:
        if not line.strip():
            break
        if line[:1] in {b" ", b"\t"}:
            continue
        if not _MAIL_HEADER.match(line):
            if not re.match(rb"[A-Za-z][\w-]*:", line):
                return False
            continue
        known += 1
        certain = certain or _MAIL_CERTAIN.match(line) is not None
    return certain and known >= 2


def _looks_like_case_file(text: str) -> bool:
    """Tell a case file: every line at the margin is a lower-case key, and ours are among them."""
    keys: set[str] = set()
    for line in text.lstrip("\ufeff").splitlines():
        if not line.strip() or line[0] in " \t#-" or line.startswith("..."):
            continue
        key = _CASE_KEY.match(line)
        if key is None:
            return False
        keys.add(key.group(1))
    return len(keys & _CASE_KEYS) >= 2
