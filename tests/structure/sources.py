"""The files of the project, for the tests that look at all of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = CHECKOUT / "desktop/appealdesk"
_OURS = ("desktop", "resources", "tests", "packaging", "docs", ".ci")
_MADE = {"__pycache__", "build", "dist", ".git"}  # .git is a file in a linked work tree


def files(*endings: str, under: str = "") -> list[Path]:
    """Return the project's files whose names end so (".py"; none: all), without made ones.

    under: a folder of the checkout, such as "desktop"; "" for the whole project.
    """
    places = (under,) if under else _OURS
    found = [path for place in places for path in (CHECKOUT / place).rglob("*")]
    if not under:
        found += CHECKOUT.glob("*")
    return sorted(
        path
        for path in found
        if path.is_file()
        and path.name.endswith(endings or "")
        and not _MADE & set(path.relative_to(CHECKOUT).parts)
    )


def named(path: Path) -> str:
    """Return the path as it is named in the project."""
    return path.relative_to(CHECKOUT).as_posix()


def trees(under: str) -> Iterator[tuple[Path, ast.Module]]:
    """Return each Python file under a folder with its syntax tree."""
    for path in files(".py", under=under):
        yield path, ast.parse(path.read_text(encoding="utf-8"), str(path))
