"""How long from a key press to the printed page on the screen, while one goes on typing.

Run `python -m tests.benchmarks.preview [KEYS]`. The window is the real one with its library in
memory, sheet and page side by side; keys come ten a second. A key's page is the first that has the
key in it: from the press through composing, typesetting, drawing and its way back from the
background to the painted picture. Budget: design, section 6 (100 ms at the 95th percentile, and
16 ms at the 99th for the character on the sheet meanwhile).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from appealdesk.window.main_window import MainWindow
from appealdesk.workbench import Proof, sending
from tests.benchmarks._desk import LETTERS, open_desk, press, report, say_load, wait

PAGE_BUDGET = 100.0  # milliseconds
KEY_BUDGET = 16.0
PACE = 100  # milliseconds between keys


class Watch:
    """Notes when each key was pressed, and when its page was painted."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._show = window.shown.page._show
        window.shown.page._show = self._shown  # type: ignore[method-assign]
        self._pressed: list[tuple[int, float]] = []  # length of the text, moment
        self.taken: list[float] = []

    def press(self, count: int) -> tuple[float, float]:
        """Press a key; return what _desk.press() does."""
        begun = time.perf_counter()
        length = len(self._window.desk.sheet.body.text().strip())  # as the letter has it
        self._pressed.append((length + 1, begun))  # a new paragraph adds two: that is later still
        return press(self._window, count)

    def _shown(self, proof: Proof) -> None:
        self._show(proof)
        for page in self._window.desk.pages._pages:
            page.repaint()
        now = time.perf_counter()
        length = len(proof.letter.body)
        self.taken += [(now - begun) * 1000 for needs, begun in self._pressed if needs <= length]
        self._pressed = [one for one in self._pressed if one[0] > length]


def busy_times(call: Callable[..., Proof]) -> tuple[Callable[..., Proof], list[float]]:
    """Return the call, and where it notes its own thread's processor time, in ms."""
    taken: list[float] = []

    def timed(*arguments: object, **named: object) -> Proof:
        begun = time.thread_time()
        made = call(*arguments, **named)
        taken.append((time.thread_time() - begun) * 1000)
        return made

    return timed, taken


def main() -> None:
    """Type into both letters and print percentiles."""
    keys = int(sys.argv[1]) if sys.argv[1:] else 200
    sending.proof, busy = busy_times(sending.proof)
    for name, paragraphs in LETTERS.items():
        window = open_desk(paragraphs)
        print(f"{name}: {len(window.desk.pages._pages)} printed")
        watch = Watch(window)
        busy.clear()
        painted = []
        for count in range(keys):
            painted.append(watch.press(count))
            wait(PACE - painted[-1][0])
        wait(3000)
        report("key to page", watch.taken, (95, PAGE_BUDGET))
        report("key to character", [whole for whole, _busy in painted], (99, KEY_BUDGET))
        report("at work for it", [busy for _whole, busy in painted])
        report("processor time of a page", busy)
        print(f"  pages came for {len(watch.taken)} of {keys} keys")
        say_load()
        window.close()


if __name__ == "__main__":
    main()
