"""The screen: the only folder that imports PySide6."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def open_window(files: Sequence[Path]) -> int:
    """Show the window, then open the library and these documents; return the exit status."""
    import gc  # noqa: PLC0415

    gc.disable()  # loading makes no garbage; looking for it costs 5 ms of the start
    from appealdesk.window.application import run  # noqa: PLC0415

    return run(files)


def run_smoke() -> int:
    """Go through the main job once in a real window; return the exit status."""
    from appealdesk.window import smoke  # noqa: PLC0415

    return smoke.run_smoke()


__all__ = ["open_window", "run_smoke"]
