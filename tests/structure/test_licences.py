"""Every library that ships may be combined with a GPL-3.0-or-later program."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from tests.structure.sources import CHECKOUT

# https://www.gnu.org/licenses/license-list.html: GPL-compatible, version 3.
COMPATIBLE = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "ISC",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MIT-0",
    "MIT-CMU",  # the wording of X11 and HPND, both on the list
    "MPL-2.0",
    "PSF-2.0",
    "Unlicense",
    "Zlib",
}
LICENCES = CHECKOUT / "resources/licences"
TABLE: dict[str, str] = yaml.safe_load((LICENCES / "libraries.yaml").read_text())


def _locked(lock: Path) -> set[str]:
    return set(re.findall(r"^([a-z0-9][\w.-]*)==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def _goes_with_gpl3(expression: str) -> bool:
    """Judge an SPDX expression of ORs of ANDs: one alternative must be compatible as a whole."""
    return any(
        all(part.strip() in COMPATIBLE for part in alternative.split(" AND "))
        for alternative in expression.split(" OR ")
    )


def test_the_table_names_exactly_what_ships() -> None:
    assert set(TABLE) == _locked(CHECKOUT / "packaging/requirements.lock")


def test_every_licence_goes_with_ours() -> None:
    assert {name: held for name, held in TABLE.items() if not _goes_with_gpl3(held)} == {}


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-2.0-only", False),
        ("AGPL-3.0-only", False),
        ("MIT AND LicenseRef-Proprietary", False),
    ],
)
def test_licences_are_judged_by_their_alternatives(expression: str, answer: bool) -> None:
    assert _goes_with_gpl3(expression) is answer


@pytest.mark.parametrize("name", sorted(TABLE))
def test_the_table_agrees_with_what_the_library_says_of_itself(name: str) -> None:
    try:
        about = dict(metadata.metadata(name).json)
    except metadata.PackageNotFoundError:
        pytest.skip("not installed on this platform")
    if about.get("license_expression"):
        assert about["license_expression"] == TABLE[name]
        return
    said = " ".join([str(about.get("license", "")), *about.get("classifier", [])])
    families = {part.partition("-")[0].upper() for part in re.split(" OR | AND ", TABLE[name])}
    assert not re.search(r"\bAGPL|Affero|Proprietary", said)
    if about.get("license") or "License ::" in said:
        assert any(family in said.upper() for family in families), said
