"""What stands in the files: honest characters, one version, no traces of a machine."""

from __future__ import annotations

import ast
import re
import tokenize
import unicodedata
from pathlib import Path

import pytest
import yaml

from tests.structure.sources import CHECKOUT, files, named, trees

WRITTEN_BY_US = (".py", ".md", ".toml", ".yaml", ".jinja", ".typ", ".sh", ".cff", "Makefile", "run")
# Letters need them: spaces before French punctuation, joiners in Persian and Indian scripts.
IN_RESOURCES = {"\u00a0", "\u202f", "\u200c", "\u200d", "\u200e", "\u200f"}
INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}
# Package registries and folders of a builder's machine. Put together, so that this file does not
# hold what it looks for.
TRACES = tuple(
    "".join(parts)
    for parts in (("pypi", ".org"), ("python", "hosted"), ("/", "work/"), ("/", "tmp/w/"))
)


def _invisible(text: str, allowed: set[str]) -> set[str]:
    return {
        f"U+{ord(character):04X}"
        for character in set(text) - {"\n", "\t", " "} - allowed
        if unicodedata.category(character) in INVISIBLE
    }


def test_sources_hold_no_invisible_and_no_direction_characters() -> None:
    found = {
        named(path): signs
        for path in files(*WRITTEN_BY_US)
        if (
            signs := _invisible(
                path.read_text(encoding="utf-8"),
                IN_RESOURCES if named(path).startswith("resources/") else set(),
            )
        )
    }
    assert found == {}


def test_an_invisible_character_would_be_found() -> None:
    assert _invisible("a\u202eb\u00a0c", {"\u00a0"}) == {"U+202E"}


def test_names_in_the_code_are_plain_ascii() -> None:
    found = []
    for path in files(".py"):
        with tokenize.open(path) as source:
            tokens = tokenize.generate_tokens(source.readline)
            found += [
                f"{named(path)}:{token.start[0]} {token.string}"
                for token in tokens
                if token.type == tokenize.NAME and not token.string.isascii()
            ]
    assert found == []


def test_the_version_is_written_in_one_place() -> None:
    import appealdesk

    version = re.escape(appealdesk.__version__)
    setting = re.compile(rf"version[\W_]{{1,6}}{version}\b", re.IGNORECASE)
    places = [
        named(path)
        for path in files(".py", ".toml", ".yaml", ".sh", ".md", "Makefile")
        if setting.search(path.read_text(encoding="utf-8"))
    ]
    assert places == ["desktop/appealdesk/__init__.py"]


def test_no_file_tells_of_the_machine_it_was_made_on() -> None:
    found = {
        named(path): traces
        for path in files()
        if (traces := [trace for trace in TRACES if trace.encode() in path.read_bytes()])
    }
    assert found == {}


@pytest.mark.parametrize("path", files(".yaml", under="resources"), ids=named)
def test_every_yaml_resource_can_be_read(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8")) is not None


def test_no_text_on_the_screen_is_an_f_string() -> None:
    """A translator sees the text before it is filled in: _("{count} lines").format(count=3)."""
    found = [
        f"{named(path)}:{node.lineno}"
        for path, tree in trees("desktop")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"_", "ngettext", "pgettext"}
        and not all(_is_plain(argument) for argument in _messages(node))
    ]
    assert found == []


def _messages(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a gettext call that hold text; ngettext's last is the count."""
    assert isinstance(call.func, ast.Name)
    return call.args[:2] if call.func.id in {"ngettext", "pgettext"} else call.args


def _is_plain(argument: ast.expr) -> bool:
    """Tell whether an argument is a literal or a name (whose text is marked where it is made)."""
    return isinstance(argument, ast.Name | ast.Attribute | ast.Subscript) or (
        isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def test_every_package_has_a_locked_hash() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock", "requirements-freeze.lock"):
        text = (CHECKOUT / "packaging" / lock).read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        entries = re.split(r"^(?=[a-z0-9][\w.-]*==)", text, flags=re.MULTILINE)[1:]
        assert len(packages) == len(entries) > 20
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", ["requirements-dev.lock", "requirements-freeze.lock"])
def test_what_is_tried_and_what_is_packaged_is_locked_alike(lock: str) -> None:
    folder = CHECKOUT / "packaging"
    pattern = re.compile(r"^([\w.-]+==\S+)", re.MULTILINE)
    shipped = set(pattern.findall((folder / "requirements.lock").read_text(encoding="utf-8")))
    assert shipped <= set(pattern.findall((folder / lock).read_text(encoding="utf-8")))
