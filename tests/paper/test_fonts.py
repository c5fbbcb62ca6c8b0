"""The face of the page for the editor, found inside the typst package."""

from __future__ import annotations

import mmap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealdesk.paper import embedded_font, fonts

FAMILY = "Libertinus Serif"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [FAMILY, f"{FAMILY} Bold", f"{FAMILY} Italic"])
def test_qt_loads_the_face_of_the_page(name: str) -> None:
    from PySide6.QtGui import QFontDatabase

    font = embedded_font(name)
    assert font is not None
    number = QFontDatabase.addApplicationFontFromData(font)
    assert FAMILY in QFontDatabase.applicationFontFamilies(number)
    QFontDatabase.removeApplicationFont(number)


def test_a_face_that_is_not_there_is_none() -> None:
    assert embedded_font("Comic Serif") is None
    assert embedded_font("") is None


def test_a_package_built_another_way_has_no_font_for_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "typst.so"
    monkeypatch.setattr(fonts, "_library", lambda: other)
    fonts.embedded_font.cache_clear()
    for content in (None, b"", b"no font in here", b"OTTO", b"xxOTTO" + b"\xff" * 400):
        if content is not None:
            other.write_bytes(content)
        fonts.embedded_font.cache_clear()
        assert embedded_font(FAMILY) is None
    fonts.embedded_font.cache_clear()


@given(st.binary(max_size=300))
def test_rubbish_after_a_font_mark_is_never_taken_for_a_font(rubbish: bytes) -> None:
    with mmap.mmap(-1, 8 + len(rubbish)) as view:
        view.write(b"junkOTTO" + rubbish)
        assert list(fonts._fonts(view)) == []
