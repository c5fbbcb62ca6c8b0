"""What the child may not do, asked of the operating system itself.

Enforced where:

- every system: the parent's clock (10 s for a document, then the child is killed), no
  inherited file descriptors, an empty environment, and no module that knows the network
  is loaded by the readers.
- Linux (x86-64, ARM64): address space, processor time, file size 0 and few open files by
  resource limits; no socket, no other process, no file opened for writing, nothing
  renamed or removed by a seccomp filter (seccomp.py); the child ends with its parent.
  On other processors the filter is left out, and a network name space of its own is
  tried in its place.
- macOS: the same resource limits, but the system does not hold to the one on address
  space, and there is no filter.
- Windows: a job object limits memory and processor time and forbids other processes
  (job_object.py); nothing there takes the network or the disk away.

confine() is called once, at the start; start_clock() before each document.
"""

from __future__ import annotations

import contextlib
import sys

from appealdesk.cases.opening.limits import MEMORY_BYTES, OPEN_FILES, SECONDS


def confine() -> None:
    """Give up memory beyond the limit, writing, other processes and the network."""
    if sys.platform == "win32":
        from appealdesk.cases.opening.job_object import enter_job  # noqa: PLC0415

        enter_job()
        return
    import resource  # noqa: PLC0415

    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # A system may know a limit and not allow it: what is left still holds.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))
    if sys.platform == "linux":
        from appealdesk.cases.opening.seccomp import give_up_rights  # noqa: PLC0415

        give_up_rights()


def start_clock() -> None:
    """Allow the next document its seconds of processor time."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + SECONDS + 1
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
