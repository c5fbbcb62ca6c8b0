"""A saved web page is read as a person would copy it: the article, and nothing around it."""

from __future__ import annotations

import pytest

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused

PROSE = (
    "The schoolteacher Amina Torosyan was taken from her house on the morning of 4 March "
    "and has not been seen since. Her brother asked for her at two police stations."
)


def texts(source: str | bytes) -> list[str]:
    form, rows = read(source if isinstance(source, bytes) else source.encode())
    assert form is Format.HTML
    return [text for text, _page in rows]


def page(body: str, head: str = "") -> list[str]:
    return texts(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def test_paragraphs_lists_and_breaks_become_lines() -> None:
    assert page(
        "<h1>Teacher\n missing</h1><p>One.</p><p>Two<br>three</p>"
        "<ul><li>Urging</li><li><p>Calling</p></li></ul><ol start=3><li>c</li><li>d</li></ol>"
    ) == [
        "Teacher missing",
        "",
        "One.",
        "",
        "Two",
        "three",
        "",
        "• Urging",
        "• Calling",
        "",
        "3. c",
        "4. d",
    ]


def test_what_surrounds_an_article_is_left_out() -> None:
    body = (
        "<a class='skip-link' href='#c'>Skip</a>"
        "<div id='cookie-notice'><p>We use cookies. 5 Cookie Plaza</p></div>"
        "<header><nav><ul><li><a href='/'>Home</a></li></ul></nav></header>"
        f"<main><article><h1>Case</h1><p>{PROSE}</p><script>alert('UA 1/11')</script>"
        "<div class='share'><a href='#'>Tweet</a></div></article>"
        "<aside><h4>Related</h4><ul><li><a href='#'>Case UA 5/15</a></li></ul></aside></main>"
        "<footer><p>Office, 1 Foot Street</p></footer><style>p{color:red}</style>"
    )
    assert page(body) == ["Case", "", PROSE]


def test_what_holds_most_of_the_words_is_never_surroundings() -> None:
    assert page(f"<div class='sidebar menu'><p>{PROSE}</p></div>") == [PROSE]


def test_hidden_and_struck_text_is_left_out() -> None:
    head = "<style>.x1{display:none} @media print{.y1{display:none}}</style>"
    body = (
        f"<p>{PROSE}</p><p style='display: none'>a</p><p hidden>b</p><p class=x1>c</p>"
        "<p class=y1>on screen</p><p><del>old</del> new</p><p style='font-size:0'>d</p>"
    )
    assert page(body, head) == [PROSE, "", "on screen", "", "new"]


def test_address_cells_become_blocks_and_label_cells_stay_beside_their_values() -> None:
    cells = "<td>Minister<br>Levon<br>Fax: 1</td><td>Prosecutor<br>Marta</td>"
    assert page(f"<table><tr>{cells}</tr></table>") == [
        "Minister",
        "Levon",
        "Fax: 1",
        "",
        "Prosecutor",
        "Marta",
    ]
    assert page(
        "<table><tr><td>UA:</td><td>12/15</td></tr><tr><td>Date:</td><td>4 May</td></tr></table>"
    ) == [
        "UA:\t12/15",
        "Date:\t4 May",
    ]


def test_a_form_becomes_one_block_of_labels_and_values() -> None:
    rows = [
        ("Name", "Levon Sarkisyan"),
        ("Address", "12 Abovian Street<br>Yerevan"),
        ("Fax:", "+374 10 555 017"),
    ]
    body = "<tr><th colspan=2>Minister</th></tr>"
    body += "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    assert page(f"<table>{body}</table>") == [
        "Minister",
        "Name: Levon Sarkisyan",
        "Address:",
        "12 Abovian Street",
        "Yerevan",
        "Fax: +374 10 555 017",
    ]


def test_columns_of_one_line_cells_with_contacts_are_read_downwards() -> None:
    rows = [("Minister", "Prosecutor"), ("Levon", "Marta"), ("a@x.example", "b@x.example")]
    body = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in rows)
    assert page(f"<table>{body}</table>") == [
        "Minister",
        "Levon",
        "a@x.example",
        "",
        "Prosecutor",
        "Marta",
        "b@x.example",
    ]


def test_a_mail_link_gives_the_address_that_its_text_lacks() -> None:
    assert page("<p><a href='mailto:levon@moj.example.org?subject=x'>Write to him</a></p>") == [
        "Write to him (levon@moj.example.org)"
    ]
    assert page("<p><a href='mailto:a@x.example'>a@x.example</a></p>") == ["a@x.example"]


def test_a_veiled_address_is_unveiled_and_a_broken_one_stays_as_shown() -> None:
    veiled = bytes([7, *(byte ^ 7 for byte in b"levon@moj.example.org")]).hex()
    link = "<a class='__cf_email__' data-cfemail='{}'>[email&#160;protected]</a>"
    assert page(f"<p>Email: {link.format(veiled)}</p>") == ["Email: levon@moj.example.org"]
    assert page(f"<p>Email: {link.format('zz')}</p>") == ["Email: [email protected]"]


def test_preformatted_text_keeps_its_lines_and_margins() -> None:
    assert page("<pre>\nDear Minister,\n\n     I am writing\ncc:  Levon\n       Marta</pre>") == [
        "Dear Minister,",
        "",
        "     I am writing",
        "cc:  Levon",
        "       Marta",
    ]


def test_the_title_stands_in_for_a_missing_heading() -> None:
    assert page("<p>Text.</p>", "<title>UA 12/15</title>") == ["UA 12/15", "", "Text."]


@pytest.mark.parametrize("codec", ["koi8-r", "windows-1251", "utf-8"])
def test_the_encoding_that_a_page_declares_is_used(codec: str) -> None:
    source = (
        f"<html><head><meta charset={codec}></head><body><p>Уважаемый господин</p></body></html>"
    )
    assert texts(source.encode(codec)) == ["Уважаемый господин"]


def test_pasted_markup_without_a_page_around_it_is_a_web_page() -> None:
    assert texts("<p>Dear <b>Minister</b>,</p><p>please</p>") == ["Dear Minister,", "", "please"]


def test_lists_that_word_saved_as_paragraphs_get_their_marks_back() -> None:
    mark = (
        "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp; </span></span><![endif]>"
    )
    assert page(f"<p>{mark.format('·')}urging</p><p>{mark.format('2.')}calling</p>") == [
        "• urging",
        "",
        "2. calling",
    ]


def test_the_head_of_the_windows_clipboard_is_no_text() -> None:
    head = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\n"
    assert texts(f"{head}<html><body><!--StartFragment--><p>Dear</p></body></html>") == ["Dear"]


def test_deep_nesting_is_read_and_nesting_without_end_refused() -> None:
    assert page("<div>" * 500 + "deep" + "</div>" * 500) == ["deep"]
    with pytest.raises(Refused) as refusal:
        page("<div>" * 30_000 + "deeper" + "</div>" * 30_000)
    assert refusal.value.reason is Reason.NESTED


def test_pages_made_by_pdf2htmlex_follow_the_places_of_their_lines() -> None:
    head = (
        '<meta name="generator" content="pdf2htmlEX"/><style>.y1{bottom:700px;}.y2{bottom:685px;}'
        ".y3{bottom:640px;}.x1{left:50px;}.x2{left:62px;}.fs0{font-size:40px;}"
        ".m0{transform:matrix(0.3,0,0,0.3,0,0);}</style>"
    )
    lines = [
        ("y2", "x1", "goes<span class=_> </span>on."),
        ("y1", "x1", "The line"),
        ("y3", "x1", "Next"),
    ]
    divs = "".join(f'<div class="t m0 {x} {y} fs0">{text}</div>' for y, x, text in lines)
    assert page(f'<div class="pf">{divs}</div>', head) == ["The line", "goes on.", "", "Next"]


WORD_STYLE = "<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm;margin-bottom:.0001pt;} --></style>"


@pytest.mark.parametrize(
    ("head", "look"),
    [
        (WORD_STYLE, "class=MsoNormal"),
        ("", "style='margin:0in 0in 0.0001pt'"),
        ("<meta name=generator content='LibreOffice 24.2'>", "style='margin-bottom: 0in'"),
    ],
)
def test_paragraphs_without_space_between_them_are_lines_of_one_block(head: str, look: str) -> None:
    lines = ["Minister of Justice", "Levon Sarkisyan", "Yerevan"]
    address = "".join(f"<p {look}>{line}</p>" for line in lines)
    assert page(f"<p>To:</p>{address}<p {look}>&nbsp;</p>{address}", head)[-7:] == [
        *lines,
        "",
        *lines,
    ]


def test_paragraphs_of_prose_stay_apart_whatever_their_style() -> None:
    assert page(f"<p class=MsoNormal>{PROSE}</p><p class=MsoNormal>{PROSE}</p>", WORD_STYLE) == [
        PROSE,
        "",
        PROSE,
    ]


def test_lists_counted_by_letters_and_roman_numbers_keep_them() -> None:
    assert page("<ol type=a><li>x<li>y</ol><ol style='list-style-type:upper-roman' start=4><li>z")[
        :4
    ] == ["a. x", "b. y", "", "IV. z"]


def test_the_sign_of_a_note_does_not_become_part_of_a_number() -> None:
    assert page(
        "<p>Before 16 April 2015<sup><a href='#n1'>1</a></sup> in room 12<sup>3</sup> on the"
        " 1<sup>st</sup> floor<a href='#n2'><sup>[2]</sup></a>.</p>"
    ) == ["Before 16 April 2015 in room 12 3 on the 1st floor."]


def test_of_the_clipboard_only_what_was_copied_is_read() -> None:
    head = "Version:1.0\r\nStartHTML:000000097\r\nEndHTML:000000170\r\nStartFragment:000000133\r\n"
    whole = "<html><body>before<!--StartFragment--><p>This</p><!--EndFragment-->after</body></html>"
    assert texts(f"{head}EndFragment:000000134\r\n{whole}") == ["This"]


def test_a_page_that_is_a_picture_says_so() -> None:
    with pytest.raises(Refused) as refusal:
        read(b"<html><body><img src='ua.jpg' alt=''></body></html>")
    assert refusal.value.reason is Reason.SCANNED


def test_comments_that_word_keeps_in_a_page_are_left_out() -> None:
    assert page(
        "<p>Kept<del>gone</del><a class=msocomanchor href='#c'>[A1]</a></p>"
        "<div style='mso-element:comment-list'><p class=MsoCommentText>Ask her</p></div>"
        f"<p>{PROSE}</p>"
    ) == ["Kept", "", PROSE]
