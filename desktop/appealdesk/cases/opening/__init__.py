"""Untrusted bytes of any format -> Document, in a child process with limits.

What the child may cost stands in limits.py, what holds it in confinement.py, which
characters are shown instead of obeyed in hidden.py. Lines of plain text are numbered as
an editor numbers them; formats with layout give one line for each paragraph or visual
line, and an empty line between blocks. A list item begins with "• ".
"""

from appealdesk.cases.opening.doors import open_bytes, open_file, open_files
from appealdesk.cases.opening.unreadable import Unreadable

__all__ = ["Unreadable", "open_bytes", "open_file", "open_files"]
