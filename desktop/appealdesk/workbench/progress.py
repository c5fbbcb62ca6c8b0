"""How far a long job is, and a way to stop it between two steps."""

from __future__ import annotations

import threading
from collections.abc import Callable

from appealdesk.errors import Trouble
from appealdesk.translation import _


class Cancelled(Trouble):
    """A job was stopped because somebody asked for it; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__(_("Stopped."), kept=_("No file was written."))


class Progress:
    """Passed to a job of many steps; `cancel` may be called from another thread.

    told: is called with the steps done and all there are, on the thread of the job; see
          Runner.progress for one that is told on the window's
    """

    def __init__(self, told: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        self._told = told
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop before its next step."""
        self._cancelled.set()

    def step(self, done: int, of: int) -> None:
        """Say how far the job is. Raises Cancelled when it was asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self._told(done, of)
