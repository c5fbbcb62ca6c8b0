"""What a case says, set right as a whole, or typed by hand where there is no document."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from appealdesk.cases import Case, Person, Point
from appealdesk.translation import _
from appealdesk.window.dialogs import names
from appealdesk.window.dialogs.editors import (
    DateEditor,
    LinesEditor,
    ParagraphsEditor,
    SearchEditor,
    TextEditor,
)
from appealdesk.window.dialogs.form import Form, ask


def ask_case(parent: QWidget | None, case: Case) -> Case | None:
    """Let a case be set right (or typed, where it is empty); None when it was put off."""
    return ask(CaseDialog(parent, case), CaseDialog.answer)


class CaseDialog(Form):
    """Title, people, reference, deadline, country, what happened, and the asks."""

    def __init__(self, parent: QWidget | None, case: Case) -> None:
        empty = case == Case(language=case.language)
        super().__init__(
            parent,
            "caseDialog",
            _("A letter of your own") if empty else _("Correct the case"),
            _("Begin the letter") if empty else _("Keep the corrections"),
            _("Fill in what you know. Everything can be changed later.") if empty else "",
        )
        self._known = case
        self._title = TextEditor(case.title)
        self._persons = LinesEditor(tuple(one.name for one in case.persons), lines=2)
        self._reference = TextEditor(case.reference)
        self._country = SearchEditor(names.countries(), case.country)
        self._deadline = DateEditor(_("There is a deadline:"), case.deadline)
        self._summary = ParagraphsEditor(case.summary, lines=3)
        self._situation = ParagraphsEditor(case.situation, lines=5)
        self._points = LinesEditor(
            tuple(" ".join(one.text.split()) for one in case.points), lines=5
        )
        self.add("persons", _("Who it is about, one name a line"), self._persons)
        self.add("title", _("Title"), self._title, _("Such as “Journalist held without charge”."))
        self.add("country", _("Country of the authorities"), self._country)
        self.add("reference", _("Reference, such as “UA 12/34”"), self._reference)
        self.add("deadline", _("Deadline"), self._deadline)
        self.add("summary", _("In short"), self._summary, _("It opens the letter."))
        self.add("situation", _("What happened"), self._situation)
        self.add(
            "points",
            _("What to ask for, one ask a line"),
            self._points,
            _("Each begins with what is to be done: “Release ... at once”."),
        )

    def problems(self) -> dict[str, str]:
        """Return what is missing: something that the case can be known by."""
        wrong: dict[str, str] = {}
        if not self._title.value() and not self._persons.value():
            wrong["persons"] = _("Please give a name or a title, so that you find the case again.")
        if problem := self._country.problem():
            wrong["country"] = problem
        return wrong

    def answer(self) -> Case:
        """Return the case as the fields stand; what was not touched keeps its source."""
        persons = self._persons.value()
        return replace(
            self._known,
            title=self._title.value() or ", ".join(persons),
            persons=persons_of(persons, self._known),
            reference=self._reference.value(),
            country=self._country.value(),
            deadline=self._deadline.value(),
            summary=self._summary.value(),
            situation=self._situation.value(),
            points=points_of(self._points.value(), self._known),
        )


def persons_of(lines: Sequence[str], case: Case) -> tuple[Person, ...]:
    """Return the persons of these names; those the case knows keep pronoun and source."""
    known = {person.name: person for person in case.persons}
    return tuple(known.get(line, Person(name=line)) for line in lines)


def points_of(lines: Sequence[str], case: Case) -> tuple[Point, ...]:
    """Return the points of these texts; those the case knows keep their source."""
    known = {" ".join(point.text.split()): point for point in case.points}
    return tuple(known.get(" ".join(line.split()), Point(text=line)) for line in lines)
