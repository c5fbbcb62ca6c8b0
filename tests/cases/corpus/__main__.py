"""`python -m tests.cases.corpus`: the table of how well the invented documents are read.

With --errors, every error is printed, those that no doubt flags first.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.cases.corpus.scoring import WRONG_LETTER, all_outcomes


def main() -> int:
    """Print the table; 1 where a letter would go to nobody that a document names."""
    outcomes = all_outcomes()
    wrong = [one for one in outcomes if not one.right]
    if "--errors" in sys.argv:
        for one in sorted(wrong, key=lambda error: error.flagged):
            said = "flagged" if one.flagged else "SILENT"
            print(f"{one.document}: {one.field} ({said})\n  gold {one.gold!r}\n  read {one.read!r}")
    values, errors = Counter(one.field for one in outcomes), Counter(one.field for one in wrong)
    silent = Counter(one.field for one in wrong if one.silent)
    print(f"{'':24}{'values':>8}{'errors':>8}{'silent':>8}{'right':>9}")
    for field, count in values.items():
        right = 1 - errors[field] / count
        print(f"{field:24}{count:8}{errors[field]:8}{silent[field]:8}{right:9.1%}")
    documents = len({one.document for one in outcomes})
    print(
        f"{documents} documents, {len(outcomes)} values, {len(wrong)} errors, "
        f"{sum(silent.values())} of them silent; {errors[WRONG_LETTER]} letters to nobody named"
    )
    return int(errors[WRONG_LETTER] > 0)


if __name__ == "__main__":
    sys.exit(main())
