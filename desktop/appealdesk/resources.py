"""Where the data that ships with the program stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """Return the resources folder: inside the installed package, or beside `desktop/`."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"


def path(*parts: str) -> Path:
    """Return the path of one resource, such as path("labels", "en.yaml").

    Raises ValueError for a name that would lead out of the resources folder.
    """
    if any(part in {"", ".", ".."} or "/" in part or "\\" in part for part in parts):
        raise ValueError(f"not a resource: {parts!r}")
    return folder().joinpath(*parts)


def text(*parts: str) -> str:
    """Return the text of one resource (UTF-8)."""
    return path(*parts).read_text(encoding="utf-8")
