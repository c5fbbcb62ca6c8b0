"""The one error a person may see: a sentence, the place, what was kept, the remedy."""

from __future__ import annotations


class Trouble(Exception):  # noqa: N818  (a volunteer's word; "error" blames)
    """Something a person must be told about.

    Rooms subclass it where a caller has to tell one trouble from another.

    what:   one plain sentence that names the thing, already translated
    place:  the file, and the line where there is one ("case.yaml, line 12"), or ""
    kept:   what is safe in spite of it, or ""
    remedy: what to do now, or ""
    """

    def __init__(self, what: str, *, place: str = "", kept: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.place = place
        self.kept = kept
        self.remedy = remedy

    def __str__(self) -> str:
        head = f"{self.place}: {self.what}" if self.place else self.what
        return " ".join(part for part in (head, self.kept, self.remedy) if part)
