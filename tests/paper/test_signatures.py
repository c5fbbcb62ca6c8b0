"""A scanned signature: taken in from any camera, kept small, and silent about where it was made."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from appealdesk.paper import NotASignature, signature_image, typeset
from tests.paper.samples import LETTER, ON, changed, everything_in, place_of


def scan(width: int = 1600, height: int = 900, paper: str = "#f4f1ea") -> Image.Image:
    """A stroke of blue ink on paper that is not quite white."""
    picture = Image.new("RGB", (width, height), paper)
    points = [(width * x // 10, height * (4 + x % 3) // 10) for x in range(2, 9)]
    ImageDraw.Draw(picture).line(points, fill="#1a2a6c", width=12)
    return picture


def saved(picture: Image.Image, form: str, **more: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **more)
    return file.getvalue()


def told(data: bytes) -> str:
    with pytest.raises(NotASignature) as trouble:
        signature_image(data)
    assert trouble.value.kept
    assert trouble.value.remedy
    return trouble.value.what


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_scan_is_cut_to_its_ink_on_white_paper(form: str) -> None:
    kept = signature_image(saved(scan(), form))
    picture = Image.open(io.BytesIO(kept)).convert("RGB")
    assert picture.format is None or picture.format == "PNG"
    assert picture.width <= 900
    assert picture.height <= 300
    assert picture.width / picture.height == pytest.approx(960 / 180, rel=0.15)
    assert min(picture.getpixel((1, 1))) > 250  # type: ignore[arg-type]
    assert len(kept) < 60_000


def test_it_is_turned_as_the_camera_was_held_and_says_nothing_of_it() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turned a quarter
    exif[0x010F] = "Example Camera"
    exif[0x8825] = {1: "N", 2: (50.0, 51.0, 0.0)}  # where
    data = saved(scan().rotate(90, expand=True), "JPEG", exif=exif, comment=b"home of Maud")
    kept = signature_image(data)
    picture = Image.open(io.BytesIO(kept))
    assert picture.width > picture.height
    assert not picture.getexif()
    assert b"Camera" not in kept
    assert b"Maud" not in kept
    assert {kind for kind, _ in chunks(kept)} <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def test_the_same_scan_always_gives_the_same_bytes() -> None:
    data = saved(scan(), "PNG")
    assert signature_image(data) == signature_image(data)


def test_ink_without_paper_stands_on_white() -> None:
    bare = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(bare).line([(50, 50), (350, 150)], fill=(0, 0, 0, 255), width=8)
    picture = Image.open(io.BytesIO(signature_image(saved(bare, "PNG")))).convert("L")
    assert picture.getextrema() == (0, 255)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"GIF89a", saved(scan(), "PNG")[:900],
     saved(scan(), "JPEG")[:2000], saved(scan(), "GIF"), saved(scan(), "TIFF")],
    ids=["empty", "bare head", "PDF", "bare JPEG", "GIF head", "half a PNG", "half a JPEG", "GIF", "TIFF"],
)  # fmt: skip
def test_what_is_no_picture_is_said_so(data: bytes) -> None:
    assert "no picture" in told(data)


def test_a_blank_picture_is_said_so() -> None:
    assert "nothing on it" in told(saved(Image.new("L", (100, 100), "white"), "PNG"))


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    head = struct.pack(">2I5B", 100_000, 100_000, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in parts
    )
    assert "pixels" in told(bomb)
    assert "MB" in told(b"\0" * (21 * 1024 * 1024))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_a_damaged_scan_is_taken_or_refused_never_worse(at: int, noise: bytes) -> None:
    data = bytearray(saved(scan(300, 150), "JPEG"))
    at %= len(data)
    data[at : at + len(noise)] = noise
    try:
        kept = signature_image(bytes(data))
    except NotASignature:
        return
    assert kept.startswith(b"\x89PNG")


@pytest.mark.parametrize("layout", ["a4", "din-5008-b", "us-letter"])
def test_the_signature_stands_between_closing_and_name(layout: str) -> None:
    import pypdfium2
    from pypdfium2 import raw

    image = signature_image(saved(scan(), "PNG"))
    letter = changed(layout=layout, signature_image=image, from_lines=())
    pdf = typeset(letter, ON)
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        (drawn,) = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        left, bottom, right, top = (edge * 25.4 / 72 for edge in drawn.get_bounds())
        height = page.get_height() * 25.4 / 72
    assert place_of(pdf, "Yours sincerely")[3] < height - top < height - bottom
    assert height - bottom < place_of(pdf, "Marthe Vandenbroucke")[1]
    assert right - left <= 60.1
    assert left == pytest.approx(place_of(pdf, "Dear Minister")[0], abs=1.5)
    # People who cannot see it hear whose it is.
    assert b"/Alt" in everything_in(pdf)
    assert place_of(pdf, "Copies")[1] == pytest.approx(
        place_of(typeset(changed(letter, signature_image=b""), ON), "Copies")[1], abs=0.5
    )


def test_without_a_scan_there_is_no_picture() -> None:
    assert b"/Subtype /Image" not in typeset(LETTER, ON)
