"""What the window looked like last time, kept in the library with everything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QMainWindow, QSplitter

from appealdesk.window import documents_in, letters_out
from appealdesk.window.documents_in import DocumentsIn
from appealdesk.window.letters_out import LettersOut
from appealdesk.window.theme import Appearance, theme
from appealdesk.workbench import Workbench

# Goes up when the parts of the window change: an older state is then left alone.
VERSION = 1
WINDOW, ROOMS, LOOK = "window place", "window rooms", "window colours"


class Remembering(QObject):
    """Puts the window back as it was, and keeps how it is."""

    def __init__(self, window: QMainWindow, splitters: tuple[QSplitter, ...]) -> None:
        super().__init__(window)
        self._window, self._splitters = window, splitters
        self._bench: Workbench | None = None

    def use(self, bench: Workbench) -> None:
        """Take the workbench."""
        self._bench = bench

    def restore(
        self, documents: DocumentsIn, out: LettersOut, looks: Callable[[Appearance], None]
    ) -> None:
        """Ask the library for what was kept; called once it is open."""
        bench = self._bench
        if bench is None:
            return
        bench.setting(WINDOW, self._place)
        bench.setting(ROOMS, self._rooms)

        def look(name: str | None) -> None:
            if name in set(Appearance):
                looks(Appearance(name))

        bench.setting(LOOK, look)
        bench.setting(
            documents_in.FOLDER, lambda name: setattr(documents, "last_folder", _folder(name))
        )
        bench.setting(letters_out.FOLDER, lambda name: setattr(out, "last_folder", _folder(name)))

    def keep(self) -> None:
        """Keep how the window is."""
        if self._bench is None:
            return
        self._bench.save_setting(WINDOW, _versioned([self._window.saveGeometry()]))
        self._bench.save_setting(
            ROOMS, _versioned([splitter.saveState() for splitter in self._splitters])
        )
        self._bench.save_setting(LOOK, theme().appearance.value)

    def _place(self, kept: str | None) -> None:
        for state in _states(kept, 1):
            self._window.restoreGeometry(state)

    def _rooms(self, kept: str | None) -> None:
        for splitter, state in zip(
            self._splitters, _states(kept, len(self._splitters)), strict=False
        ):
            splitter.restoreState(state)


def _versioned(states: list[QByteArray]) -> str:
    return ":".join([str(VERSION), *(bytes(state.toBase64().data()).decode() for state in states)])


def _states(kept: str | None, count: int) -> list[QByteArray]:
    """Return what was kept; nothing at all when it is of another version or spoilt."""
    version, *states = (kept or "").split(":")
    if version != str(VERSION) or len(states) != count:
        return []
    return [QByteArray.fromBase64(state.encode("ascii", "ignore")) for state in states]


def _folder(name: str | None) -> Path | None:
    return Path(name) if name and Path(name).is_dir() else None
