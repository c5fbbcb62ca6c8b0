"""Odd and hostile strings, one source for all tests. Written as escapes: sources stay readable."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "empty": "",
    "blanks": " \t\u00a0\u2003 ",
    "line ends of all kinds": "a\r\nb\rc\nd\u2028e\u2029f\x0bg\x0ch\x85i",
    "terminal escapes": "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f",
    "NUL": "before\0after",
    "look-alike letters": "\u0410mn\u0435sty \u03a7",  # Cyrillic A, ie; Greek Chi
    "zero width": "in\u200bvis\u200dib\u2060le\ufeff",
    "direction override": "letter\u202efdp.exe",
    "direction isolates": "\u2067abc\u2069 \u2066def",  # the second is never closed
    "soft hyphens": "Bundes\u00adver\u00adfassungs\u00adgericht",
    "combining marks": "e\u0301 o\u0302\u0323 Z" + "\u0351" * 60,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1fe \u2764\ufe0f",
    "Arabic and Hebrew": "\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd",
    "Chinese, Hindi, Georgian": "\u4e2d\u6587 \u0928\u092e\u0938\u094d\u0924\u0947 \u10d0\u10d1",
    "lone surrogate": "half \ud83d a pair",
    "not characters": "\ufffe\uffff\U0010ffff",
    "private use": "\ue000\uf8ff",
    "Typst source": '#read("/etc/passwd") $x$ *b* _i_ `c` @ref <l> #import "@preview/x:1.0.0"',
    "Jinja source": "{{ sender.name }} {% include 'x' %} {# c #}",
    "YAML source": "&a [*a, *a]\n!!python/object/apply:os.system ['true']\n---\n",
    "markup": "<script>x()</script> <b>b</b> &amp; <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///x'>]>",
    "SQL": "'; DROP TABLE cases; --",
    "format strings": "%s %n {0} {name!r} $HOME `id` $(id)",
    "a path": "../../../etc/passwd\\..\\C:\\nul",
    "mail headers": "Subject\r\nBcc: everybody@case.example\r\n\r\nbody",
    "one very long word": "x" * 100_000,
    "very many lines": "line\n" * 20_000,
}

# Names that a file may have on every system the program runs on.
FILE_NAMES: dict[str, str] = {
    "blanks": "an urgent  action.txt",
    "leading dash": "-rf.txt",
    "quotes": "it's \u201cquoted\u201d.txt",
    "percent": "100%20.txt",
    "accents, composed": "ap\u00e9l.txt",
    "accents, decomposed": "ape\u0301l.txt",
    "Cyrillic": "\u043f\u0438\u0441\u044c\u043c\u043e.txt",
    "direction override": "letter\u202etxt.pdf",
    "emoji": "\U0001f54a.txt",
    "several dots": "a.pdf.txt",
    "long": "n" * 200 + ".txt",
}
