"""What a person does, no screen: open, draft, check, export, hand over, record."""

from appealdesk.workbench import opening, parts, places, sending
from appealdesk.workbench import work as works
from appealdesk.workbench.desk import Audience, Workbench
from appealdesk.workbench.export import FORMATS, Unfinished, Unwritable
from appealdesk.workbench.keeping import Keeping
from appealdesk.workbench.runner import Runner
from appealdesk.workbench.sender_file import read_sender
from appealdesk.workbench.sending import HandedOver, Pages, Proof
from appealdesk.workbench.work import Work

__all__ = [
    "FORMATS",
    "Audience",
    "HandedOver",
    "Keeping",
    "Pages",
    "Proof",
    "Runner",
    "Unfinished",
    "Unwritable",
    "Work",
    "Workbench",
    "opening",
    "parts",
    "places",
    "read_sender",
    "sending",
    "works",
]
