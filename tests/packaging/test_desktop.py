"""What the desktop is told of the program: menu entry, file types, software centre, manual."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.structure.sources import CHECKOUT

SHARE = CHECKOUT / "packaging/linux/share"
APP = "org.appealdesk.AppealDesk"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(SHARE / f"{APP}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def _types() -> set[str]:
    return set(entry()["MimeType"].strip(";").split(";"))


def test_the_menu_entry_is_valid() -> None:
    program = shutil.which("desktop-file-validate")
    if not program:
        pytest.skip("desktop-file-utils is not installed")
    told = subprocess.run(
        [program, SHARE / f"{APP}.desktop"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


def test_the_window_belongs_to_the_menu_entry() -> None:
    source = (CHECKOUT / "desktop/appealdesk/window/application.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APP}")' in source
    assert entry()["Icon"] == APP


def test_documents_open_with_the_program() -> None:
    assert {"application/pdf", "text/plain", "text/html", "application/rtf"} <= _types()
    assert any("wordprocessingml" in one for one in _types())
    assert "application/vnd.oasis.opendocument.text" in _types()


def test_a_draft_for_the_mail_client_never_comes_back_to_us() -> None:
    assert "message/rfc822" not in _types()
    assert not any("mailto" in one for one in _types())


def test_case_files_have_a_type_of_their_own() -> None:
    tree = etree.parse(str(SHARE / f"{APP}.xml"))
    (kind,) = tree.getroot().iter("{*}mime-type")
    assert kind.get("type") in _types()
    assert "*.appealdesk.yaml" in {one.get("pattern") for one in kind.iter("{*}glob")}


def test_the_software_centre_says_that_it_works_offline() -> None:
    tree = etree.parse(str(SHARE / f"{APP}.metainfo.xml"))
    assert tree.findtext(".//internet") == "offline-only"
    assert tree.findtext("./id") == APP
    for picture in tree.iterfind(".//image"):
        name = str(picture.text).rpartition("/")[2]
        assert (CHECKOUT / "docs/pictures" / name).is_file()


@pytest.mark.parametrize("command", ["read", "write"])
def test_the_manual_names_every_option(command: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "appealdesk", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    options = set(re.findall(r"--([a-z]+)", told)) - {"help"}
    manual = (SHARE / "appealdesk.1").read_text(encoding="utf-8")
    assert options
    assert options <= set(re.findall(r"Fl -([a-z]+)", manual))


def test_the_flatpak_has_no_network_and_sees_no_home_folder() -> None:
    import yaml

    path = CHECKOUT / f"packaging/linux/flatpak/{APP}.yaml"
    rights = yaml.safe_load(path.read_text(encoding="utf-8"))["finish-args"]
    assert rights
    assert not [one for one in rights if "network" in one or "filesystem" in one]


def test_mac_entitlements_hold_no_network() -> None:
    path: Path = CHECKOUT / "packaging/macos/entitlements.plist"
    keys = re.findall(r"<key>([^<]+)</key>", path.read_text(encoding="utf-8"))
    assert keys
    assert not [key for key in keys if "network" in key]
