"""How long from a key press to the painted character, with the printed page beside the sheet.

Run `python -m tests.benchmarks.typing [KEYS]`. The window is the real one with its library in
memory; keys come at a fast typist's pace, so that counting, typesetting and saving run in between
as they do in life. Budget: design, section 6 (16 ms at the 99th percentile).
"""

from __future__ import annotations

import sys

from tests.benchmarks._desk import LETTERS, open_desk, press, report, say_load, wait

BUDGET = 16.0  # milliseconds
PACE = 60  # milliseconds between keys: 200 words a minute


def main() -> None:
    """Type into both letters and print percentiles."""
    keys = int(sys.argv[1]) if sys.argv[1:] else 300
    for name, paragraphs in LETTERS.items():
        window = open_desk(paragraphs)
        print(f"{name}, {len(window.desk.sheet.body.text())} characters")
        taken = []
        for count in range(keys):
            taken.append(press(window, count))
            wait(PACE)
        report("key to painted", [whole for whole, _busy in taken], (99, BUDGET))
        report("at work for it", [busy for _whole, busy in taken])
        say_load()
        window.close()


if __name__ == "__main__":
    main()
