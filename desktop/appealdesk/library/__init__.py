"""What is kept: cases, drafts, the sender; one encrypted file."""

from appealdesk.library.entries import CaseEntry
from appealdesk.library.kept import Library, memory, needs_passphrase
from appealdesk.library.keys import Key
from appealdesk.library.ring import find_key
from appealdesk.library.trouble import Damaged, Gone, InUse, Locked, Newer, Reason

__all__ = [
    "CaseEntry",
    "Damaged",
    "Gone",
    "InUse",
    "Key",
    "Library",
    "Locked",
    "Newer",
    "Reason",
    "find_key",
    "memory",
    "needs_passphrase",
]
