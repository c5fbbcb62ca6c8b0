"""Undo for everything: each state of the work is a frozen value, so a history is a list of them."""

from __future__ import annotations

import time

from msgspec.structs import replace

from appealdesk.workbench.work import Work

TYPING_PAUSE = 1.5  # seconds without a key press after which typing becomes a new step
LONGEST = 500  # steps kept; the oldest go first


class Step:
    """What was done (a short label in the user's words) and the work as it was before."""

    def __init__(self, label: str, before: Work) -> None:
        self.label = label
        self.before = before


class History:
    """The states of one case on the desk, with the present one."""

    def __init__(self, now: Work) -> None:
        self.now = now
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._merge = ""
        self._last = 0.0

    def change(self, label: str, work: Work, merge: str = "") -> None:
        """Take the next state. Changes of the same `merge` name close in time are one step."""
        moment = time.monotonic()
        together = merge and merge == self._merge and moment - self._last < TYPING_PAUSE
        if not together:
            self._past.append(Step(label, self.now))
            del self._past[:-LONGEST]
        self._future.clear()
        self._merge, self._last = merge, moment
        self.now = work

    def adopt(self, work: Work) -> None:
        """Take a state that is no step of its own: another letter shown, a number given."""
        self.now = work

    def renumber(self, number: int) -> None:
        """Give every state the number that the library gave to the case."""
        self.now = replace(self.now, id=number)
        for step in (*self._past, *self._future):
            step.before = replace(step.before, id=number)

    def undo(self) -> Work:
        """Go one step back and return the work as it then is; no change at the beginning."""
        return self._step(self._past, self._future)

    def redo(self) -> Work:
        """Go one step forward again; no change at the end."""
        return self._step(self._future, self._past)

    def _step(self, out_of: list[Step], onto: list[Step]) -> Work:
        if out_of:
            step = out_of.pop()
            onto.append(Step(step.label, self.now))
            self.now = step.before
            self._merge = ""
        return self.now

    @property
    def undoes(self) -> str:
        """The label of what undo would take back, or ""."""
        return self._past[-1].label if self._past else ""

    @property
    def redoes(self) -> str:
        """The label of what redo would do again, or ""."""
        return self._future[-1].label if self._future else ""
