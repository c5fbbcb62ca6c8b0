"""Rich text is read as it shows itself, whatever program wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.cases.opening.formats import Format
from appealdesk.cases.opening.reading import read
from appealdesk.cases.opening.reasons import Reason, Refused

FONTS = rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"


def texts(body: bytes) -> list[str]:
    form, rows = read(rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + b"}")
    assert form is Format.RTF
    return [text for text, _page in rows]


def test_paragraphs_breaks_and_letters_of_every_kind() -> None:
    assert texts(
        rb"{\info{\title Not this}}Ibagu\'e9\par {\b\f1 \'cc\'ee\'f1\'ea\'e2\'e0}\line"
        rb" \u1052?\uc0\u1080 \emdash  \ldblquote a\rdblquote\par\par \{end\}\~1"
    ) == ["Ibagué", "Москва", "Ми— “a”", "", "{end} 1"]


def test_pairs_of_halves_become_one_letter() -> None:
    assert texts(rb"\uc1\u-10179?\u-8946? dove") == ["\U0001f50e dove"]


def test_lists_get_their_marks_back() -> None:
    bullet = rb"{\listtext\f2 \'b7\tab}"
    assert texts(
        rb"Please:\par " + bullet + rb"urging\par " + bullet + rb"calling\par {\pntext 3.\tab}c\par"
    ) == [
        "Please:",
        "",
        "• urging",
        "• calling",
        "3. c",
    ]


def test_space_below_a_paragraph_becomes_an_empty_line() -> None:
    assert texts(rb"\pard\sa200 One.\par \pard Two\par three\par") == ["One.", "", "Two", "three"]


def test_what_is_hidden_deleted_or_unknown_is_left_out() -> None:
    assert texts(
        rb"Seen{\v hidden}{\deleted old}{\*\unknown never}{\headerl head}{\pict 010203}"
        rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt  link}}{\object\objdata 00}\bin3 }}} too"
    ) == ["Seen link too"]


def test_tables_become_blocks_or_lines() -> None:
    assert texts(
        rb"\trowd\cellx1\cellx2\pard\intbl Minister\par Levon\cell Prosecutor\par Marta\cell\row"
        rb"\pard After\par"
    ) == ["Minister", "Levon", "", "Prosecutor", "Marta", "", "After"]
    assert texts(rb"\trowd\pard\intbl UA:\cell 12/15\cell\row\pard") == ["UA:\t12/15"]


@pytest.mark.parametrize("body", [rb"text {\b never closed", b"{" * 5000])
def test_open_and_endless_groups_are_refused(body: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        read(rb"{\rtf1 " + body)
    assert refusal.value.reason in {Reason.DAMAGED, Reason.NESTED}


@given(st.binary(max_size=300))
def test_any_bytes_after_the_head_are_read_or_refused(body: bytes) -> None:
    try:
        read(rb"{\rtf1 " + body + b"}")
    except Refused:
        return


def test_heads_and_feet_are_said_once_and_page_numbers_not_at_all() -> None:
    assert texts(
        rb"{\header\pard UA 12/15\par}{\footer\pard Page 1 of 2\par}{\footerf\pard Write to us\par}"
        rb"Text\par"
    ) == ["UA 12/15", "", "Text", "", "Write to us"]


def test_a_note_stands_at_the_end_and_does_not_break_its_sentence() -> None:
    assert texts(
        rb"On 4 March{\super\chftn{\footnote\pard A note\par}} she went.\par Next\par"
    ) == [
        "On 4 March she went.",
        "Next",
        "",
        "A note",
    ]


def test_a_text_box_stands_below_the_paragraph_that_holds_it() -> None:
    box = (
        rb"{\field{\*\fldinst SHAPE }{\fldrslt{\shp{\*\shpinst\shpwr2{\sp{\sn lineColor}{\sv 1}}"
        rb"{\shptxt Boxed\par words\par}}{\shprslt{\*\do{\dptxbxtext Boxed again}}}}}}"
    )
    assert texts(rb"Before " + box + rb"after\par Next\par") == [
        "Before after",
        "",
        "Boxed",
        "words",
        "",
        "Next",
    ]
    assert texts(rb"Old{\*\do\dobxpage{\dptxbxtext Drawn\par}}\par") == ["Old", "", "Drawn"]


def test_the_address_behind_a_link_is_shown_beside_it() -> None:
    link = rb'{\field{\*\fldinst HYPERLINK "mailto:%s"}{\fldrslt {\ul %s}}}.\par '
    assert texts(link % (b"gp@x.example?subject=x", b"write")) == ["write (gp@x.example)."]
    assert texts(link % (b"gp@x.example", b"gp@x.example")) == ["gp@x.example."]


def test_space_above_a_paragraph_counts_and_the_number_of_a_heading_does_not_take_it_away() -> None:
    assert texts(
        rb"\pard\sb200\sa100{\listtext\pard \tab}Head\par \pard One\par \pard\sb100 Two\par"
    ) == ["Head", "", "One", "", "Two"]


def test_cells_of_tables_in_tables_are_not_glued_together() -> None:
    assert texts(
        rb"\trowd\pard\intbl\itap2 Minister\nestcell Levon\nestcell{\nestrow}\pard\intbl x\cell\row\pard"
    ) == ["Minister", "Levon", "", "x"]
