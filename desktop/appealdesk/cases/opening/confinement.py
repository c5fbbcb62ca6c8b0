"""What the child may not do, asked of the operating system itself.

start_clock: before each document.  confine: once, at the start.
"""

from __future__ import annotations

import sys

from appealdesk.cases.opening.limits import MEMORY_BYTES, OPEN_FILES, SECONDS


def confine() -> None:
    """Give up memory beyond the limit, writing, other processes and the network."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            continue  # macOS refuses some; the parent's clock still holds


def start_clock() -> None:
    """Allow the next document its seconds of processor time."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + SECONDS + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
