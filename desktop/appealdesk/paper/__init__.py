"""The letter as pages: its PDF, pictures of it, how full it is; and the sheets that go with it."""

from appealdesk.paper.bundles import Cover, CoverRow, fax_pages, together
from appealdesk.paper.envelopes import Envelope, envelope_sheets, envelopes
from appealdesk.paper.fonts import embedded_font
from appealdesk.paper.frames import NoWindow, window_sheet
from appealdesk.paper.glyphs import GlyphMissing
from appealdesk.paper.labels import (
    BadLabels,
    LabelSheet,
    label_pages,
    label_sheet,
    label_sheets,
    own_label_sheet,
)
from appealdesk.paper.layouts import Layout, NoSuchLayout, layouts, sheet_name
from appealdesk.paper.opendocument import odt
from appealdesk.paper.pages import (
    Cut,
    Fit,
    Preview,
    fit,
    preview,
    typeset,
    typeset_all,
)
from appealdesk.paper.pictures import Picture, pictures
from appealdesk.paper.places import Part, Place
from appealdesk.paper.press import AddressTooLong, LayoutBroken
from appealdesk.paper.sheets import Sheets, TooLong, sheet_images, sheets_pdf
from appealdesk.paper.signatures import NotASignature, signature_image
from appealdesk.paper.slips import Slip, slip_pages
from appealdesk.paper.word import docx

__all__ = [
    "AddressTooLong",
    "BadLabels",
    "Cover",
    "CoverRow",
    "Cut",
    "Envelope",
    "Fit",
    "GlyphMissing",
    "LabelSheet",
    "Layout",
    "LayoutBroken",
    "NoSuchLayout",
    "NoWindow",
    "NotASignature",
    "Part",
    "Picture",
    "Place",
    "Preview",
    "Sheets",
    "Slip",
    "TooLong",
    "docx",
    "embedded_font",
    "envelope_sheets",
    "envelopes",
    "fax_pages",
    "fit",
    "label_pages",
    "label_sheet",
    "label_sheets",
    "layouts",
    "odt",
    "own_label_sheet",
    "pictures",
    "preview",
    "sheet_images",
    "sheet_name",
    "sheets_pdf",
    "signature_image",
    "slip_pages",
    "together",
    "typeset",
    "typeset_all",
    "window_sheet",
]
