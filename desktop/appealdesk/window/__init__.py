"""The screen: the only folder that imports PySide6."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def open_window(files: Sequence[Path]) -> int:
    """Show the window, then open the library and these documents; return the exit status."""
    load_quickly()
    from appealdesk.window.application import run  # noqa: PLC0415

    return run(files)


def load_quickly() -> None:
    """Leave out what is done beside loading and is of no use to us. Before anything of Qt is loaded.

    The garbage collector: loading makes no garbage, and looking for it costs 5 ms of the start.
    Later, window.garbage does its work.
    Qt for Python: once it is there it reads the source of every module that is loaded, in search of
    its own name (30 ms in all), so as to know whom to tell of its switches for other spellings
    (`from __feature__ import ...`). We use none. Where it does this otherwise, it goes on doing it.
    """
    import gc  # noqa: PLC0415
    import sys  # noqa: PLC0415

    import PySide6.QtCore  # noqa: F401, PLC0415

    gc.disable()
    switches = sys.modules.get("shibokensupport.feature")
    if switches is not None:
        vars(switches)["_mod_uses_pyside"] = lambda _module: False


def run_smoke() -> int:
    """Go through the main job once in a real window; return the exit status."""
    from appealdesk.window import smoke  # noqa: PLC0415

    return smoke.run_smoke()


__all__ = ["load_quickly", "open_window", "run_smoke"]
