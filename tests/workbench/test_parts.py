"""The program knows what it is built of, and can show every licence without a network."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
import yaml

from appealdesk import resources
from appealdesk.workbench import parts
from appealdesk.workbench.parts import Part

PARTS = parts.parts()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_part_has_the_text_of_its_licence(part: Part) -> None:
    assert len(parts.licence_text(part)) > 500


def test_the_program_comes_first_and_has_its_own_licence() -> None:
    assert PARTS[0].name == "Appeal Desk"
    assert "GNU GENERAL PUBLIC LICENSE" in parts.licence_text(PARTS[0])


def test_everything_the_program_needs_is_a_part() -> None:
    needed = {
        re.split(r"[^\w.-]", requirement)[0].lower()
        for requirement in metadata.requires("appealdesk") or []
        if "extra ==" not in requirement
    }
    assert needed <= {part.distribution for part in PARTS}


def test_what_stands_within_a_library_names_one_that_ships() -> None:
    libraries = yaml.safe_load(resources.text("licences", "libraries.yaml"))
    within = yaml.safe_load(resources.text("licences", "within.yaml"))
    assert {one["in"] for one in within.values()} - {""} <= set(libraries)


def test_a_text_in_an_old_alphabet_is_shown_all_the_same() -> None:
    (pdfium,) = (part for part in PARTS if part.distribution == "pypdfium2")
    assert "©" in parts.licence_text(pdfium)
