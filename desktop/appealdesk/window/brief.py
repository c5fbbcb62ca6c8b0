"""The brief beside the letter: what happened, what to ask, and where it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from appealdesk.cases import Case, Document
from appealdesk.translation import _, ngettext
from appealdesk.window.brief_text import BriefText
from appealdesk.window.case_words import joined, long_date, time_left, update_words, who
from appealdesk.window.disclosure import Disclosure
from appealdesk.window.links import Links
from appealdesk.window.theme import Type, em, set_type
from appealdesk.window.tick_box import TickBox


@dataclass(frozen=True)
class BriefTexts:
    """What the brief shows beside the case itself.

    country: its name in the screen's language
    doubts:  how many things are to check, and the first of them in words
    asks:    whether the letter makes each ask
    """

    country: str
    today: dt.date
    doubts: int
    first_doubt: str
    asks: tuple[bool, ...]


SHORT_STORY = 400  # letters: so much is shown at once, and the asks still come in sight


class Brief(QScrollArea):
    """The middle room.

    check: the doubts should be gone through
    ask_wanted: an ask (by index) should be in the letter or not
    insert: these words should go into the letter
    follow: a link should be opened in the browser
    """

    check = Signal()
    ask_wanted = Signal(int, bool)
    insert = Signal(str)
    follow = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brief")
        self.setAccessibleName(_("The case"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self)
        self._inside.setObjectName("brief_page")
        self.setWidget(self._inside)
        self._case: Case | None = None
        self._document: Document | None = None
        self._boxes: list[TickBox] = []
        self._make_parts()
        self._arrange()

    def show_case(self, case: Case, document: Document, texts: BriefTexts) -> None:
        """Take a case with what is to say about it."""
        if case is not self._case:
            self._show_words(case, texts)
        if document is not self._document:
            self._document = document
            self.source.take(document)
            self.verticalScrollBar().setValue(0)
            short = len(case.summary) + len(case.situation) <= SHORT_STORY
            self.story.button.setChecked(short or not case.summary)
        self._case = case
        self._show_doubts(texts)
        self.show_asks(texts.asks)

    def show_asks(self, made: Sequence[bool]) -> None:
        """Tick the asks that the letter makes."""
        for box, is_made in zip(self._boxes, made, strict=False):
            box.setChecked(is_made)
        heading = _("Please ask")
        if made:
            count = ngettext(
                "{made} of {count} in your letter", "{made} of {count} in your letter", len(made)
            ).format(made=sum(made), count=len(made))
            heading = joined(heading, count)
        self._asks_heading.setText(heading)

    def focus_asks(self) -> None:
        """Put the keyboard on the first ask that the letter does not make, or on the first."""
        left = [box for box in self._boxes if not box.isChecked()]
        for box in (left or self._boxes)[:1]:
            self.ensureWidgetVisible(box)
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_words(self) -> str:
        """Return the words to insert: of the passage that has the keyboard or a selection."""
        passages = (self.summary, self.situation, self.background)
        for passage in passages:
            if passage.hasFocus() or passage.textCursor().hasSelection():
                return passage.chosen_words()
        return ""

    def tick_boxes(self) -> tuple[TickBox, ...]:
        """Return the asks."""
        return tuple(self._boxes)

    def minimumSizeHint(self) -> QSize:
        """It never disappears while one writes."""
        return QSize(em(20), em(12))

    def sizeHint(self) -> QSize:
        """About sixty letters a line read best."""
        return QSize(em(32), em(40))

    # inside

    def _make_parts(self) -> None:
        inside = self._inside
        self.eyebrow = self._label("brief_eyebrow", Type.HEADING, soft=True)
        self.title = self._label("brief_title", Type.TITLE)
        self.due = self._label("brief_deadline", Type.STRONG)
        self.doubts = QFrame(inside)
        self.doubts.setObjectName("doubts")
        self.doubt_words = self._label("doubt_words", None, parent=self.doubts)
        self.doubt_words.setProperty("warm", "true")
        self.check_button = QPushButton(self.doubts)
        self.check_button.setObjectName("check_button")
        self.check_button.clicked.connect(self.check)
        self._happened_heading = self._label("happened_heading", Type.HEADING, soft=True)
        self._happened_heading.setText(_("What happened"))
        self.summary = BriefText("brief_summary", _("Summary"), inside)
        self.situation = BriefText("brief_situation", _("What happened"), inside)
        self.story = Disclosure("story_button", _("The whole story"), self.situation, inside)
        self._asks_heading = self._label("asks_heading", Type.HEADING, soft=True)
        self._asks = QWidget(inside)
        self._asks_rows = QVBoxLayout(self._asks)
        self.background = BriefText("brief_background", _("Background"), inside)
        self.links = Links(inside)
        self.links.follow.connect(self.follow)
        self.more = Disclosure("background_button", _("Background"), self.background, inside)
        self.source = Origin(inside)
        self.origin = Disclosure("origin_button", _("Where this comes from"), self.source, inside)
        for passage in (self.summary, self.situation, self.background):
            passage.insert.connect(self.insert)

    def _label(
        self, name: str, kind: Type | None, *, soft: bool = False, parent: QWidget | None = None
    ) -> QLabel:
        label = QLabel(parent or self._inside)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            set_type(label, kind)
        if soft:
            label.setProperty("soft", "true")
        return label

    def _arrange(self) -> None:
        banner = QHBoxLayout(self.doubts)
        banner.setContentsMargins(em(0.9), em(0.7), em(0.7), em(0.7))
        banner.setSpacing(em(0.8))
        banner.addWidget(self.doubt_words, 1)
        banner.addWidget(self.check_button)
        self._asks_rows.setContentsMargins(0, 0, 0, 0)
        self._asks_rows.setSpacing(em(0.1))
        rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(em(1.9), em(1.5), em(1.6), em(1.6))
        rows.setSpacing(em(0.45))
        for widget, room in (
            (self.eyebrow, 0.2),
            (self.title, 0.2),
            (self.due, 0.5),
            (self.doubts, 0.6),
            (self._happened_heading, 0.1),
            (self.summary, 0.1),
            (self.story, 0.5),
            (self._asks_heading, 0.1),
            (self._asks, 0.6),
            (self.more, 0),
            (self.origin, 0),
            (self.links, 0),
        ):
            rows.addWidget(widget)
            if room:
                rows.addSpacing(em(room))
        rows.addStretch(1)

    def _show_words(self, case: Case, texts: BriefTexts) -> None:
        self.eyebrow.setText(joined(case.reference, update_words(case), texts.country))
        persons = tuple(person.name for person in case.persons)
        self.title.setText(who(persons, case.title))
        self._show_deadline(case, texts.today)
        self.summary.show_text(case.summary)
        self.summary.setVisible(bool(case.summary))
        self.situation.show_text(case.situation)
        self.story.setVisible(bool(case.situation))
        self._happened_heading.setVisible(bool(case.summary or case.situation))
        self.background.show_text(case.background)
        self.more.setVisible(bool(case.background))
        self.links.show_links(case.links)
        points = tuple(point.text for point in case.points)
        if points != tuple(box.text() for box in self._boxes):
            self._build_asks(points)
        for widget in (self._asks_heading, self._asks):
            widget.setVisible(bool(points) and not case.stop)

    def _show_deadline(self, case: Case, today: dt.date) -> None:
        if case.stop:
            words, warm = _("Stop action: please send no more letters."), True
        elif case.deadline:
            left, warm = time_left(case.deadline, today)
            words = joined(_("Write before {date}").format(date=long_date(case.deadline)), left)
        else:
            words, warm = "", False
        self.due.setText(words)
        self.due.setVisible(bool(words))
        self.due.setProperty("warm", "true" if warm else "false")
        self.due.setProperty("soft", "false" if warm else "true")
        self.due.style().polish(self.due)

    def _show_doubts(self, texts: BriefTexts) -> None:
        self.doubts.setVisible(texts.doubts > 0)
        self.doubt_words.setText(texts.first_doubt)
        self.check_button.setText(_("Check ({count})").format(count=texts.doubts))
        self.check_button.setAccessibleName(
            ngettext("Check {count} thing", "Check {count} things", texts.doubts).format(
                count=texts.doubts
            )
        )

    def _build_asks(self, points: Sequence[str]) -> None:
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        for at, words in enumerate(points):
            box = TickBox(f"ask_{at}", words, self._asks)
            box.wanted.connect(lambda on, at=at: self.ask_wanted.emit(at, on))
            self._asks_rows.addWidget(box)
            self._boxes.append(box)


class Origin(QWidget):
    """Room for the document itself, whose view is made when it is first unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._view: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def take(self, document: Document) -> None:
        """Take another document."""
        self._document = document
        if self._view is not None:
            self._view.deleteLater()
            self._view = None
        if self.isVisible():
            self._make()

    def show_lines(self, first: int, last: int) -> None:
        """Show these lines of the document."""
        self._make()
        if self._view is not None:
            self._view.show_lines(first, last)  # type: ignore[attr-defined]

    def showEvent(self, event: object) -> None:
        """Make the view when it is wanted."""
        self._make()
        super().showEvent(event)  # type: ignore[arg-type]

    def _make(self) -> None:
        if self._view is None and self._document is not None:
            from appealdesk.window.source_view import SourceView  # noqa: PLC0415

            self._view = SourceView(self._document)
            self._view.setMinimumHeight(em(22))
            self._rows.addWidget(self._view)
