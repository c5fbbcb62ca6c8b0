"""What travels in the packaged program, and what stays behind."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.structure.sources import CHECKOUT


def _script(name: str) -> ModuleType:
    """Return a script of packaging/ as a module; they are no package."""
    path = CHECKOUT / "packaging" / name
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


contents = _script("frozen/contents.py")
needs = _script("linux/needs.py")
QT = "PySide6/Qt/"
WHEEL = "/somewhere/site-packages/"


@pytest.mark.parametrize(
    "place",
    [
        f"{QT}lib/libQt6Widgets.so.6",
        f"{QT}plugins/platforms/libqxcb.so",
        f"{QT}plugins/platforms/libqwayland.so",
        f"{QT}plugins/platforms/libqoffscreen.so",
        f"{QT}plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{QT}plugins/imageformats/libqsvg.so",
        f"{QT}plugins/wayland-shell-integration/libxdg-shell.so",
        f"{QT}translations/qtbase_de.qm",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "lxml-6.1.3.dist-info/licenses/LICENSE.txt",
        "lxml-6.1.3.dist-info/METADATA",
        "pillow.libs/libjpeg-6dc8d115.so.62.4.0",
        "appealdesk/resources/samples/1-bus-drivers.txt",
    ],
)
def test_what_the_program_needs_travels(place: str) -> None:
    assert contents.travels(place, WHEEL + place)


@pytest.mark.parametrize(
    "place",
    [
        f"{QT}lib/libQt6Network.so.6",
        "PySide6\\Qt6Network.dll",
        f"{QT}plugins/tls/libqopensslbackend.so",
        f"{QT}plugins/platforms/libqvnc.so",
        f"{QT}plugins/platforms/libqminimal.so",
        f"{QT}plugins/generic/libqtuiotouchplugin.so",
        f"{QT}plugins/imageformats/libqtiff.so",
        f"{QT}translations/designer_de.qm",
        "PySide6/QtNetwork.abi3.so",
        "pillow.libs/libavif-c6062d5f.so.16.4.2",
        "libwebp-51b0b3f7.so.7.2.0",
        "lxml/etree.pyx",
        "lxml-6.1.3.dist-info/RECORD",
    ],
)
def test_what_it_does_not_need_stays_behind(place: str) -> None:
    assert not contents.travels(place, WHEEL + place)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such supply")
def test_libraries_of_the_system_stay_in_the_system() -> None:
    assert not contents.travels("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6")
    assert contents.travels(
        "libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"
    )


def test_every_choice_has_its_reason() -> None:
    for table in (contents.BY_NAME, contents.MODULES_LEFT_OUT, contents.FILES_LEFT_OUT):
        assert table
        assert all(len(reason) > 5 for reason in table.values())


def test_what_the_program_imports_by_name_is_told_to_the_packager() -> None:
    source = CHECKOUT / "desktop/appealdesk"
    ring = (source / "library/ring.py").read_text(encoding="utf-8")
    pdf = (source / "cases/opening/pdf.py").read_text(encoding="utf-8")
    named = set(re.findall(r'"(keyring\.backends\.(?!fail)\w+)"', ring))
    named |= set(re.findall(r'import_module\("(\w+)"\)', pdf))
    assert named == set(contents.BY_NAME)


def test_nothing_that_the_program_imports_is_left_out() -> None:
    left_out = set(contents.MODULES_LEFT_OUT)
    imported = {
        line.split()[1]
        for path in (CHECKOUT / "desktop").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.lstrip().startswith(("import ", "from "))
    }
    assert left_out.isdisjoint(imported)


def test_dependencies_name_the_new_and_the_old_name_of_a_package() -> None:
    named = list(needs._named())
    assert ["libglib2.0-0t64", "libglib2.0-0"] in named
    assert ["libxcb-cursor0"] in named
    assert not any("xvfb" in names for names in named)


def test_a_library_whose_package_is_not_named_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (shutil.which("objdump") and shutil.which("dpkg-query")):
        pytest.skip("needs objdump and dpkg")
    (tmp_path / "true").write_bytes(Path("/bin/true").read_bytes())
    needs.check_needs(tmp_path)
    monkeypatch.setattr(needs, "C_LIBRARY", "another")
    with pytest.raises(SystemExit, match=r"libc\.so\.6 \(true needs it; it is in libc6\)"):
        needs.check_needs(tmp_path)
