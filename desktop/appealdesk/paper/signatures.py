"""A scanned signature taken in: the ink stays; where, when and with what it was scanned does not."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from appealdesk.errors import Trouble
from appealdesk.translation import _

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000  # a telephone's photograph has 12 to 50 million
_SIZE = (900, 300)  # pixels: above 350 dpi in the room that a letter gives it
_COLOURS = 32
_FAINTEST = 40  # of 255: how much darker than the paper ink is at least


class NotASignature(Trouble):
    """A file that is to be the sender's signature is no picture, too large, or blank."""

    def __init__(self, why: str) -> None:
        super().__init__(
            _("This file cannot be taken as a signature: {why}.").format(why=why),
            kept=_("Your details are as they were."),
            remedy=_("Please choose a scan or photograph of a signature, as PNG or JPEG."),
        )


def signature_image(data: bytes) -> bytes:
    """Return a PNG or JPEG file as the small PNG that Sender.signature_image keeps.

    It is turned as the camera was held, cut to the ink, made smaller, and drawn anew, so that
    nothing else of the file is left in it. The same file always gives the same bytes. Raises
    NotASignature.
    """
    if len(data) > MOST_BYTES:
        raise NotASignature(_("it is larger than {size} MB").format(size=MOST_BYTES // 1024**2))
    picture = _cut(_opened(data))
    picture.thumbnail(_SIZE)
    made = io.BytesIO()
    picture.quantize(_COLOURS).save(made, "PNG", optimize=True)
    return made.getvalue()


def _opened(data: bytes) -> Image:
    """The picture in colours on white paper, the right way up."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture: Image.Image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > MOST_PIXELS:
            raise _too_many_pixels()
        picture.load()
        picture = ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, OverflowError) as error:
        # What Pillow raises for files that are damaged or something else altogether.
        raise NotASignature(_("it is no picture, or a damaged one")) from error
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def _cut(picture: Image) -> Image:
    """The part of a picture that has ink on it. The paper is as light as most of the picture."""
    from PIL import ImageOps  # noqa: PLC0415

    grey = picture.convert("L")
    counts = grey.histogram()
    paper = max(range(len(counts)), key=counts.__getitem__)
    ink = grey.point([255 if level < paper - _FAINTEST else 0 for level in range(256)])
    box = ink.getbbox()
    if box is None:
        raise NotASignature(_("there is nothing on it"))
    white = [min(255, level * 255 // max(1, paper - _FAINTEST // 4)) for level in range(256)]
    return ImageOps.expand(picture.crop(box).point(white * 3), border=2, fill="white")


def _too_many_pixels() -> NotASignature:
    return NotASignature(
        _("it has more than {count} million pixels").format(count=MOST_PIXELS // 10**6)
    )
