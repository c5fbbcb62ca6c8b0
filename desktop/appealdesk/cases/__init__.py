"""What an urgent action says: bytes -> lines -> Case, with every doubt named."""

from appealdesk.cases.casefile import dump_case_file, load_case_file
from appealdesk.cases.countries import country_code, country_name
from appealdesk.cases.describing import describe
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
from appealdesk.cases.reading import prepare, read
from appealdesk.cases.reading.dates import dates_in
from appealdesk.cases.records import as_record

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
    "as_record",
    "country_code",
    "country_name",
    "dates_in",
    "describe",
    "dump_case_file",
    "load_case_file",
    "open_bytes",
    "open_file",
    "open_files",
    "prepare",
    "read",
]
