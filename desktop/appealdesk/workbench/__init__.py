"""What a person does, no screen: open, draft, check, export, hand over, record."""

from appealdesk.workbench import places
from appealdesk.workbench import work as works
from appealdesk.workbench.desk import Audience, Workbench
from appealdesk.workbench.export import Unfinished, Unwritable
from appealdesk.workbench.keeping import Keeping
from appealdesk.workbench.runner import Runner
from appealdesk.workbench.sending import HandedOver, Pages
from appealdesk.workbench.work import Work

__all__ = [
    "Audience",
    "HandedOver",
    "Keeping",
    "Pages",
    "Runner",
    "Unfinished",
    "Unwritable",
    "Work",
    "Workbench",
    "places",
    "works",
]
