"""What may know what: the import contract, Qt in the window only, heavy libraries on demand."""

from __future__ import annotations

import ast
import functools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.structure.sources import PROGRAM, named, trees

ROOMS = ("cases", "letters", "paper", "mail", "library", "workbench", "window")
HEAVY = (
    "babel",
    "charset_normalizer",
    "cryptography",
    "docx",
    "email",
    "http",  # urllib.request and, with it, xml.sax.saxutils
    "jinja2",
    "keyring",
    "logging",
    "lxml",
    "phonenumbers",
    "pypdfium2",
    "rapidfuzz",
    "sqlcipher3",
    "typst",
    "yaml",
)

# The process that opens documents is that module and nothing else of its room.
THE_CHILD = ("__main__.py", "appealdesk.cases.opening.child")

_IMPORT_ALL = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is blocked here")

sys.meta_path.insert(0, NoQt())
import appealdesk
for found in pkgutil.walk_packages(appealdesk.__path__, "appealdesk."):
    if not found.name.startswith("appealdesk.window"):
        importlib.import_module(found.name)
        print(found.name)
"""

_IMPORT_ONE = "import {module}, sys; print(*sys.modules)"


def _python(code: str) -> list[str]:
    """Run code in a fresh interpreter and return what it printed, by words."""
    environment = os.environ | {"PYTHONPATH": str(PROGRAM.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def _modules(room: str) -> set[str]:
    return {
        ".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts)
        for path in (PROGRAM / room).rglob("*.py")
    }


def test_the_import_contract_holds(checkout: Path, tmp_path: Path) -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--cache-dir", str(tmp_path)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_everything_below_the_window_imports_without_qt() -> None:
    imported = set(_python(_IMPORT_ALL))
    below = {module for room in ROOMS if room != "window" for module in _modules(room)}
    assert {module.removesuffix(".__init__") for module in below} <= imported


@pytest.mark.parametrize("module", ["cli", *ROOMS])
def test_importing_a_room_loads_no_heavy_library(module: str) -> None:
    loaded = {
        name.partition(".")[0]
        for name in _python(_IMPORT_ONE.format(module=f"appealdesk.{module}"))
    }
    assert loaded.isdisjoint(HEAVY)


def test_the_program_itself_loads_qt_only_for_the_window() -> None:
    loaded = _python(_IMPORT_ONE.format(module="appealdesk.__main__"))
    assert "PySide6" not in loaded
    assert "appealdesk.window" not in loaded


def test_nothing_in_the_program_knows_how_to_reach_a_network() -> None:
    barred = {"ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3"}
    barred |= {"PySide6.QtNetwork", "PySide6.QtWebEngineCore", "urllib.request"}
    found = [
        f"{named(path)}:{line} {module}"
        for path, tree in trees("desktop")
        for line, module in _imports(tree)
        if module in barred or module.partition(".")[0] in barred
    ]
    assert found == []


def test_rooms_know_only_the_public_face_of_other_rooms() -> None:
    found = [
        f"{named(path)}:{line} {module}"
        for path, tree in trees("desktop")
        for line, module in _imports(tree)
        if _goes_behind(path, module)
    ]
    assert found == []


def _imports(tree: ast.Module) -> list[tuple[int, str]]:
    """Return (line, module) of every import, in functions too, but not those for types only."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.lineno, node.module))
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


@functools.cache
def _face(package: Path) -> set[str]:
    """Return the names that a package offers to others: its __all__."""
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def _goes_behind(path: Path, module: str) -> bool:
    """Tell whether a file imports a module of another room that the room does not offer.

    A room offers what its __all__ names, and the packages inside it offer what theirs name.
    """
    parts = module.split(".")
    if len(parts) < 3 or parts[0] != "appealdesk" or parts[1] not in ROOMS:
        return False
    place = PROGRAM / parts[1]
    if place in path.parents or (path.name == THE_CHILD[0] and module.startswith(THE_CHILD[1])):
        return False
    for part in parts[2:]:
        if (place / f"{part}.py").is_file():
            return part not in _face(place)
        place /= part
    return False
