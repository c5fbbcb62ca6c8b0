"""The letter as pages: Letter -> PDF, pictures of the pages, how full they are, what stands where."""

from appealdesk.paper.fonts import embedded_font
from appealdesk.paper.glyphs import GlyphMissing
from appealdesk.paper.layouts import Layout, NoSuchLayout, layouts
from appealdesk.paper.pages import (
    Cut,
    Fit,
    Preview,
    fit,
    page_images,
    preview,
    typeset,
    typeset_all,
)
from appealdesk.paper.pictures import Picture, pictures
from appealdesk.paper.places import Part, Place
from appealdesk.paper.press import AddressTooLong, LayoutBroken
from appealdesk.paper.signatures import NotASignature, signature_image

__all__ = [
    "AddressTooLong",
    "Cut",
    "Fit",
    "GlyphMissing",
    "Layout",
    "LayoutBroken",
    "NoSuchLayout",
    "NotASignature",
    "Part",
    "Picture",
    "Place",
    "Preview",
    "embedded_font",
    "fit",
    "layouts",
    "page_images",
    "pictures",
    "preview",
    "signature_image",
    "typeset",
    "typeset_all",
]
