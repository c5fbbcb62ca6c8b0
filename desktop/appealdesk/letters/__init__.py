"""What we answer: Case + Recipient + Sender -> Letter. No input or output of any kind."""

from appealdesk.letters.asks import ask_sentences
from appealdesk.letters.composing import as_copy, case_line, compose, with_mark, with_recipients
from appealdesk.letters.coverage import asks_made, drop_ask, make_ask
from appealdesk.letters.drafting import first_draft, letter_languages
from appealdesk.letters.faces import Piece, Span, pieces, spans
from appealdesk.letters.fax import FaxHead, dialled, fax_head
from appealdesk.letters.fields import unfilled, without_fields
from appealdesk.letters.identity import identity_shown
from appealdesk.letters.marking import (
    next_sign,
    toggle_bold,
    toggle_italic,
    toggle_list,
    toggle_quotation,
)
from appealdesk.letters.marks import (
    Block,
    BlockKind,
    Passage,
    Row,
    TypedLine,
    blocks,
    typed_lines,
)
from appealdesk.letters.model import Draft, Identity, Letter, LetterKind, Sender
from appealdesk.letters.names import short_name
from appealdesk.letters.plain import body_for_mail, plain_text
from appealdesk.letters.posting import Posting, has_address, posting
from appealdesk.letters.salutations import salutation_is_ours
from appealdesk.letters.tongue import number_in

__all__ = [
    "Block",
    "BlockKind",
    "Draft",
    "FaxHead",
    "Identity",
    "Letter",
    "LetterKind",
    "Passage",
    "Piece",
    "Posting",
    "Row",
    "Sender",
    "Span",
    "TypedLine",
    "as_copy",
    "ask_sentences",
    "asks_made",
    "blocks",
    "body_for_mail",
    "case_line",
    "compose",
    "dialled",
    "drop_ask",
    "fax_head",
    "first_draft",
    "has_address",
    "identity_shown",
    "letter_languages",
    "make_ask",
    "next_sign",
    "number_in",
    "pieces",
    "plain_text",
    "posting",
    "salutation_is_ours",
    "short_name",
    "spans",
    "toggle_bold",
    "toggle_italic",
    "toggle_list",
    "toggle_quotation",
    "typed_lines",
    "unfilled",
    "with_mark",
    "with_recipients",
    "without_fields",
]
