"""What a person does, no screen: open, draft, check, export, hand over, record."""

from appealdesk.workbench import export, opening, parts, places, sending, sheets, wanted
from appealdesk.workbench import work as works
from appealdesk.workbench.desk import Audience, Workbench
from appealdesk.workbench.export import FORMATS, Unfinished
from appealdesk.workbench.files import Unwritable
from appealdesk.workbench.keeping import Keeping
from appealdesk.workbench.progress import Cancelled, Progress
from appealdesk.workbench.runner import Runner
from appealdesk.workbench.sender_file import read_sender
from appealdesk.workbench.sending import HandedOver, Proof
from appealdesk.workbench.wanted import SheetKind, SheetsWanted
from appealdesk.workbench.work import Work

__all__ = [
    "FORMATS",
    "Audience",
    "Cancelled",
    "HandedOver",
    "Keeping",
    "Progress",
    "Proof",
    "Runner",
    "SheetKind",
    "SheetsWanted",
    "Unfinished",
    "Unwritable",
    "Work",
    "Workbench",
    "export",
    "opening",
    "parts",
    "places",
    "read_sender",
    "sending",
    "sheets",
    "wanted",
    "works",
]
