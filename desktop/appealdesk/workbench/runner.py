"""The one background runner: work leaves the typing path here and results come back by delivery."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from appealdesk.errors import Trouble
from appealdesk.translation import _
from appealdesk.workbench.progress import Progress

T = TypeVar("T")
Deliver = Callable[[Callable[[], None]], None]


class _Job:
    def __init__(
        self,
        call: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Trouble], None],
        newest: str,
        due: float,
    ) -> None:
        self.call = call
        self.done = done
        self.failed = failed
        self.newest = newest
        self.due = due


class _Lane:
    """Jobs of one kind, run in order on one thread that starts with the first of them."""

    def __init__(self, name: str, deliver: Deliver) -> None:
        self._deliver = deliver
        self._jobs: list[_Job] = []
        self._busy = False
        self._hurry = False
        self._closed = False
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._work, name=f"lane {name}", daemon=True)
        self._thread.start()

    def add(self, job: _Job) -> None:
        with self._change:
            for at, waiting in enumerate(self._jobs):
                if job.newest and waiting.newest == job.newest:
                    job.due = waiting.due  # steady typing must not put saving off for ever
                    self._jobs[at] = job
                    break
            else:
                self._jobs.append(job)
            self._change.notify_all()

    def finish(self, *, close: bool) -> None:
        with self._change:
            self._hurry = True
            self._change.notify_all()
            self._change.wait_for(lambda: not self._jobs and not self._busy)
            self._hurry = False
            self._closed = close
            self._change.notify_all()
        if close:
            self._thread.join()

    def _next(self) -> _Job | None:
        with self._change:
            self._busy = False
            self._change.notify_all()
            while not self._closed:
                now = time.monotonic()
                due = min((job.due for job in self._jobs), default=None)
                if due is not None and (self._hurry or due <= now):
                    self._busy = True
                    return self._jobs.pop(0 if self._hurry else self._first_due(now))
                self._change.wait(None if due is None else due - now)
            return None

    def _first_due(self, now: float) -> int:
        return next(at for at, job in enumerate(self._jobs) if job.due <= now)

    def _work(self) -> None:
        while job := self._next():
            self._deliver(_outcome(job))


def _outcome(job: _Job) -> Callable[[], None]:
    try:
        result = job.call()
    except Trouble as trouble:
        failure = trouble
        return lambda: job.failed(failure)
    except Exception as error:
        import logging  # noqa: PLC0415

        logging.getLogger(__name__).exception("a background job failed")
        failure = Trouble(
            _("Something unforeseen happened ({kind}).").format(kind=type(error).__name__),
            remedy=_("Your text is safe. Please try again."),
        )
        return lambda: job.failed(failure)
    return lambda: job.done(result)


class Runner:
    """Runs jobs in lanes: each lane in order on its own thread, lanes side by side.

    deliver: takes a call and makes it on the thread that owns the window (in a terminal: at once)
    """

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self._lanes: dict[str, _Lane] = {}
        self._closed = False

    def run(
        self,
        lane: str,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Trouble], None],
        *,
        newest: str = "",
        within: float = 0.0,
    ) -> None:
        """Run `call` in the background, then deliver `done(result)` or `failed(trouble)`.

        newest: jobs of this name that still wait in the lane are replaced by this one
        within: seconds the job may wait for a newer one to replace it
        Once the runner is closed, nothing is run: a timer may still go off, and nobody waits.
        """
        if self._closed:
            return
        if lane not in self._lanes:
            self._lanes[lane] = _Lane(lane, self._deliver)
        self._lanes[lane].add(_Job(call, done, failed, newest, time.monotonic() + within))

    def progress(self, told: Callable[[int, int], None]) -> Progress:
        """Return a Progress for a job; `told(done, of)` is delivered as results are."""
        return Progress(lambda done, of: self._deliver(lambda: told(done, of)))

    def finish(self) -> None:
        """Wait until everything that was asked for has been done."""
        for lane in list(self._lanes.values()):
            lane.finish(close=False)

    def close(self) -> None:
        """Finish, then end the threads."""
        self._closed = True
        for lane in self._lanes.values():
            lane.finish(close=True)
        self._lanes.clear()
