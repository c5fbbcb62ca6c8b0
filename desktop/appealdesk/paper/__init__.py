"""The letter as pages: Letter -> PDF, page images, how full the page is."""

from appealdesk.paper.fonts import embedded_font
from appealdesk.paper.glyphs import GlyphMissing
from appealdesk.paper.layouts import Layout, NoSuchLayout, layouts
from appealdesk.paper.pages import Fit, fit, page_images, typeset, typeset_all
from appealdesk.paper.press import LayoutBroken

__all__ = [
    "Fit",
    "GlyphMissing",
    "Layout",
    "LayoutBroken",
    "NoSuchLayout",
    "embedded_font",
    "fit",
    "layouts",
    "page_images",
    "typeset",
    "typeset_all",
]
