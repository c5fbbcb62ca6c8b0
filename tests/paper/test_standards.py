"""The rules of PDF/UA-1 and PDF/A-2a that a machine can check, read with pypdf.

Numbers are those of the Matterhorn Protocol 1.1 (PDF/UA) and of ISO 19005-2 (PDF/A).
"""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from appealdesk.letters import Letter
from appealdesk.paper import (
    layouts,
    sheets_pdf,
    signature_image,
    typeset,
    typeset_all,
    window_sheet,
)
from tests.paper.samples import HEBREW, ON, RUSSIAN, changed, everything_in
from tests.paper.test_body import RICH
from tests.paper.test_signatures import saved, scan

SIGNED = changed(RICH, signature_image=signature_image(saved(scan(), "PNG")))
LONG = changed(RICH, body="\n\n".join([RICH.body] * 12))
PDFS = {
    **{f"rich on {row.name}": (changed(SIGNED, layout=row.name),) for row in layouts()},
    "Russian": (changed(RUSSIAN, layout="sn-right"),),
    "Hebrew": (changed(HEBREW, layout="uk-dl"),),
    "several pages": (changed(LONG, layout="din-5008-b"),),
    "several letters": (SIGNED, changed(RUSSIAN, layout="us-double"), LONG),
}


@pytest.fixture(params=[*PDFS, "window sheet"])
def reader(request: pytest.FixtureRequest) -> PdfReader:
    if request.param == "window sheet":
        return PdfReader(io.BytesIO(sheets_pdf(window_sheet("us-double", "en"), ON)))
    letters: tuple[Letter, ...] = PDFS[request.param]
    pdf = typeset_all(letters, ON) if len(letters) > 1 else typeset(letters[0], ON)
    return PdfReader(io.BytesIO(pdf))


def root_of(reader: PdfReader) -> Any:
    return reader.root_object


def elements(node: Any, above: tuple[str, ...] = ()) -> list[tuple[Any, tuple[str, ...]]]:
    """Every element of the structure with the kinds of those it stands in."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [found for child in node for found in elements(child, above)]
    if not isinstance(node, dict):
        return []
    here = [(node, above)] if "/S" in node else []
    inside = (*above, str(node["/S"])) if "/S" in node else above
    return here + (elements(node["/K"], inside) if "/K" in node else [])


def structure(reader: PdfReader) -> list[tuple[Any, tuple[str, ...]]]:
    return elements(root_of(reader)["/StructTreeRoot"]["/K"])


def marked_numbers(node: Any, page: Any = None) -> list[tuple[int, int]]:
    """The pages (by object number) and numbers of all marked content the structure holds."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [found for child in node for found in marked_numbers(child, page)]
    if isinstance(node, int):
        return [(page, int(node))]
    if not isinstance(node, dict):
        return []
    at: Any = node
    here = at.raw_get("/Pg").idnum if "/Pg" in node else page
    if node.get("/Type") == "/MCR":
        return [(here, int(node["/MCID"]))]
    return marked_numbers(node["/K"], here) if "/K" in node else []


def test_all_that_is_painted_is_in_the_structure_or_an_artifact(reader: PdfReader) -> None:
    """Checkpoints 01-003 to 01-005."""
    held = marked_numbers(root_of(reader)["/StructTreeRoot"]["/K"])
    assert len(held) == len(set(held))
    painting = {b"Tj", b"TJ", b"S", b"f", b"f*", b"B", b"Do", b"s", b"b", b"'", b'"'}
    for page in reader.pages:
        stream = ContentStream(page["/Contents"].get_object(), reader)
        number = page.indirect_reference.idnum if page.indirect_reference else 0
        open_marks: list[int | str] = []
        for operands, operator in stream.operations:
            if operator == b"BDC":
                kind, properties = operands[0], operands[1]
                mcid = properties.get("/MCID") if isinstance(properties, dict) else None
                open_marks.append(str(kind) if mcid is None else int(mcid))
            elif operator == b"BMC":
                open_marks.append(str(operands[0]))
            elif operator == b"EMC":
                open_marks.pop()
            elif operator in painting:
                assert open_marks, "painted outside every mark"
                numbers = [mark for mark in open_marks if isinstance(mark, int)]
                artifact = "/Artifact" in open_marks
                assert bool(numbers) != artifact
                assert all((number, mark) in held for mark in numbers)


def test_kinds_are_those_of_the_standard_or_mapped_to_them(reader: PdfReader) -> None:
    """Checkpoints 02-001 to 02-004."""
    known = {"/Document", "/P", "/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/BlockQuote", "/Span",
             "/Figure", "/Link", "/Em", "/Strong", "/Quote", "/Div", "/Sect", "/Part",
             "/NonStruct", "/Table", "/TR", "/TD", "/TBody"}  # fmt: skip
    roles = root_of(reader)["/StructTreeRoot"].get("/RoleMap", {})
    for node, _above in structure(reader):
        kind = str(node["/S"])
        assert kind in known or roles.get(kind) in known


def test_headings_lists_and_pictures_are_built_as_they_should_be(reader: PdfReader) -> None:
    """Checkpoints 13-004, 14-003 and 16."""
    found = structure(reader)
    levels = [int(str(node["/S"])[2:]) for node, _ in found if str(node["/S"]) in {"/H1", "/H2"}]
    assert levels[:1] in ([], [1])
    for node, above in found:
        kind = str(node["/S"])
        if kind == "/LI":
            assert above[-1] == "/L"
        if kind in {"/Lbl", "/LBody"}:
            assert above[-1] == "/LI"
        if kind == "/Figure":
            assert str(node["/Alt"]).strip()


def test_links_say_where_they_lead(reader: PdfReader) -> None:
    """Checkpoints 28-004, 28-011 and 28-012."""
    for page in reader.pages:
        annotations: Any = page.get("/Annots", [])
        if annotations:
            assert str(page["/Tabs"]) == "/S"
        for annotation in annotations:
            link = annotation.get_object()
            assert "/StructParent" in link
            assert str(link["/Contents"]).strip()
            assert link["/F"] & 4


def test_the_document_says_what_it_is_in_which_language(reader: PdfReader) -> None:
    """Checkpoints 06, 07 and 11; ISO 19005-2, 6.6.4."""
    root = root_of(reader)
    assert str(root["/Lang"])
    assert root["/MarkInfo"]["/Marked"].value is True
    assert str(root["/MarkInfo"].get("/Suspects", False)) == "False"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    xmp = root["/Metadata"].get_object().get_data()
    for word in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<dc:title>"):
        assert word in xmp
    assert b"<dc:creator>" not in xmp


def test_every_font_travels_with_its_letters_named(reader: PdfReader) -> None:
    """Checkpoints 31-009 and 10-001; ISO 19005-2, 6.2.11."""
    seen = 0
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            font = font.get_object()  # noqa: PLW2901
            assert font["/ToUnicode"].get_object().get_data()
            (inside,) = (one.get_object() for one in font["/DescendantFonts"])
            assert {"/FontFile2", "/FontFile3"} & set(inside["/FontDescriptor"].get_object())
            seen += 1
    assert seen


def test_nothing_runs_and_nothing_is_shut(reader: PdfReader) -> None:
    """ISO 19005-2, 6.1.3, 6.2.4.3, 6.5 and 6.7: no encryption, scripts, actions or attachments."""
    root = root_of(reader)
    assert "/Encrypt" not in reader.trailer
    assert "/ID" in reader.trailer
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    assert "/EmbeddedFiles" not in root.get("/Names", {})
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert intent.get_object()["/DestOutputProfile"].get_object().get_data()
    assert not any("/AA" in page or "/XObjectPS" in page for page in reader.pages)


def test_the_signature_brings_nothing_of_its_file() -> None:
    inside = everything_in(typeset(SIGNED, ON))
    for trace in (b"Exif", b"Photoshop", b"tEXt", b"Pillow"):
        assert trace not in inside
