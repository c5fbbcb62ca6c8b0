"""What an urgent action says: bytes -> lines -> Case, with every doubt named."""

from appealdesk.cases.model import (
    Case,
    Document,
    Doubt,
    Doubtful,
    Line,
    Part,
    Person,
    Plain,
    Point,
    Recipient,
    Source,
)
from appealdesk.cases.opening import Unreadable, open_bytes, open_file, open_files

__all__ = [
    "Case",
    "Document",
    "Doubt",
    "Doubtful",
    "Line",
    "Part",
    "Person",
    "Plain",
    "Point",
    "Recipient",
    "Source",
    "Unreadable",
    "open_bytes",
    "open_file",
    "open_files",
]
