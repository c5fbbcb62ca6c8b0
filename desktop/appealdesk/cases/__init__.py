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
]
