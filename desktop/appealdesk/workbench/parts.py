"""What the program is built of, and under which licences: for About, and for the installers."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from appealdesk import resources
from appealdesk.cases import Plain

if TYPE_CHECKING:
    from importlib.metadata import Distribution

PROGRAM = "appealdesk"


class Part(Plain, frozen=True):
    """One part: a library, something that stands within one, or the program itself.

    distribution: the Python package it is or came in ("pyside6-essentials"); "" for neither
    within:       whether it is only a part of that package
    version:      "" where the package does not say which version it holds
    licence:      an SPDX expression
    files:        its licence texts in resources/licences/, where it brings none of its own
    """

    name: str
    distribution: str
    licence: str
    within: bool = False
    version: str = ""
    files: tuple[str, ...] = ()


def parts() -> tuple[Part, ...]:
    """Return the parts of this program on this platform, the program itself first."""
    return (*_libraries({PROGRAM: "GPL-3.0-or-later", **_table("libraries.yaml")}), *_within())


def licence_text(part: Part) -> str:
    """Return the full text of a part's licence or licences."""
    texts = [] if part.within else _papers(part.distribution)
    if not texts:
        texts = [resources.text("licences", name) for name in part.files]
    return "\n\n".join(text.strip("\n") for text in texts)


def _table(name: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415

    table: dict[str, Any] = yaml.safe_load(resources.text("licences", name))
    return table


def _libraries(licences: dict[str, str]) -> Iterator[Part]:
    from importlib import metadata  # noqa: PLC0415

    within = _table("within.yaml").values()
    for distribution, licence in licences.items():
        try:
            about = metadata.distribution(distribution)
        except metadata.PackageNotFoundError:  # needed on another platform only
            continue
        name = about.metadata["Name"].replace("_", "-")
        yield Part(
            name="Appeal Desk" if distribution == PROGRAM else name,
            distribution=distribution,
            licence=licence,
            version=about.version,
            files=tuple(
                file for one in within if one["in"] == distribution for file in one["texts"]
            ),
        )


def _within() -> Iterator[Part]:
    frozen = getattr(sys, "frozen", False)
    for name, about in _table("within.yaml").items():
        if about.get("frozen") and not frozen:
            continue
        version = platform.python_version() if name == "Python" else ""
        yield Part(
            name=name,
            distribution=about["in"],
            licence=about["licence"],
            within=True,
            version=version,
            files=tuple(about["texts"]),
        )


def _papers(distribution: str) -> list[str]:
    """Return the licence texts that a package brings (PEP 639 and what came before it)."""
    from importlib.metadata import distribution as installed  # noqa: PLC0415

    about = installed(distribution)
    names = about.metadata.get_all("License-File") or ["LICENSE"]
    found = [_paper(about, f"licenses/{name}") or _paper(about, name) for name in names]
    return [text for text in found if text]


def _paper(about: Distribution, name: str) -> str:
    try:
        return about.read_text(name) or ""
    except UnicodeDecodeError as error:  # older texts have their "©" in another alphabet
        return error.object.decode("cp1252", "replace")
