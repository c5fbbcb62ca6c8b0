"""The window's life: what is kept of it, what is kept of the words, and how it is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from appealdesk import library
from appealdesk.window.dialogs.print_preview import PrintPreview
from appealdesk.window.main_window import MainWindow
from appealdesk.window.printing import Printing, set_paper
from appealdesk.window.remembering import ROOMS, WINDOW, Remembering, _states, _versioned
from appealdesk.window.theme import Appearance, em, theme
from appealdesk.workbench import Keeping, Unwritable, works
from tests.invented import SENDER, a_case
from tests.window.conftest import TODAY, Answers, Volunteer


@pytest.fixture
def _a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the system's keyring: it always has the same key."""
    key = library.Key.fresh()
    monkeypatch.setattr(library, "find_key", lambda _place: key)


def open_at(qtbot: QtBot, place: Path | None, tmp_path: Path) -> Volunteer:
    window = MainWindow(place)
    qtbot.addWidget(window)
    answers = Answers(window, tmp_path / "letters")
    window.ask_as(answers)
    window.shown.today = lambda: TODAY
    window.resize(1360, 880)
    window.show()
    window.start()
    volunteer = Volunteer(window, answers)
    volunteer.wait()
    return volunteer


@pytest.mark.usefixtures("_a_keyring")
def test_everything_is_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "library.appealdesk"
    first = open_at(qtbot, place, tmp_path)
    first.window.bench.set_sender(SENDER)
    first.put(a_case())
    first.window.desk.sheet.body.setFocus()
    QTest.keyClicks(first.window.desk.sheet.body, "I am a nurse. ")
    first.window.edits.show_letter(2)
    first.window.rooms.pair.setSizes([600, 500])
    share = first.window.rooms.pair.sizes()[0] / sum(first.window.rooms.pair.sizes())
    work = first.work
    first.window.close()

    again = open_at(qtbot, place, tmp_path)
    assert again.work == work
    assert again.window.shown.number == 2
    assert again.window.desk.sheet.body.text().startswith("I am a nurse. ")
    sizes = again.window.rooms.pair.sizes()
    assert sizes[0] / sum(sizes) == pytest.approx(share, abs=0.02)
    assert again.window.bench.sender == SENDER
    again.window.close()


@pytest.mark.usefixtures("_a_keyring")
def test_the_choice_of_colours_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "library.appealdesk"
    first = open_at(qtbot, place, tmp_path)
    first.window.actions_.look_dark.trigger()
    assert theme().colours.dark
    first.window.close()
    theme().choose(Appearance.LIGHT)
    again = open_at(qtbot, place, tmp_path)
    assert again.window.actions_.look_dark.isChecked()
    assert theme().colours.dark
    again.window.close()
    theme().choose(Appearance.DESKTOP)


@pytest.mark.parametrize("kept", [None, "", "1", "0:AAAA", "1:AAAA:BBBB", "99:AAAA", "1:é"])
def test_a_state_of_another_version_or_a_spoilt_one_is_left_alone(
    volunteer: Volunteer, kept: str | None
) -> None:
    window = volunteer.window
    size = window.size()
    remembering = Remembering(window, (window.outer,))
    remembering._place(kept)
    remembering._rooms(kept)
    assert window.size() == size


def test_a_state_comes_back_whole(volunteer: Volunteer) -> None:
    state = volunteer.window.saveGeometry()
    assert _states(_versioned([state, state]), 2) == [state, state]
    assert WINDOW != ROOMS


class TestKeeping:
    @pytest.fixture
    def locked(
        self, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[Volunteer]:
        """Return a window on a computer without a keyring."""

        def no_key(_place: Path) -> library.Key:
            raise library.Locked(library.Reason.NO_KEYRING, "There is no keyring.")

        monkeypatch.setattr(library, "find_key", no_key)
        volunteer = open_at(qtbot, tmp_path / "library.appealdesk", tmp_path)
        yield volunteer
        volunteer.answers.leaving = "leave"
        volunteer.window.close()

    def test_without_a_keyring_one_can_write_and_is_told(self, locked: Volunteer) -> None:
        assert locked.window.bench.keeping is Keeping.NEW_PASSPHRASE
        assert locked.window.keeping.isVisible()
        assert locked.window.keeping.button.text() == "Choose a passphrase"
        locked.put(a_case())
        assert locked.window.desk.sheet.body.text()

    def test_a_passphrase_keeps_what_was_written_before_it(self, locked: Volunteer) -> None:
        locked.put(a_case())
        locked.answers.phrase = "four plain words here"
        locked.window.keeping.button.click()
        locked.wait()
        assert locked.window.bench.keeping is Keeping.OPEN
        assert not locked.window.keeping.isVisible()
        assert locked.work.id > 0
        assert [entry.reference for entry in locked.window.bench.entries] == ["UA 31/25"]

    def test_cases_that_are_not_kept_are_listed_found_and_removed(self, locked: Volunteer) -> None:
        window = locked.window
        entries = window.cases.entries.model()
        locked.put(a_case())
        locked.put(replace(a_case(), reference="UA 32/25", persons=()))
        assert entries.rowCount() == 2
        window.cases.search.setText("quliyev 32/25")
        assert entries.rowCount() == 1
        window.cases.search.clear()
        window.actions_.remove_case.trigger()
        assert entries.rowCount() == 1
        window.notice.offers()[0].click()
        assert entries.rowCount() == 2
        assert locked.work.case.reference == "UA 32/25"

    def test_leaving_with_words_unkept_is_asked(self, locked: Volunteer) -> None:
        locked.put(a_case())
        locked.answers.leaving = "stay"
        locked.window.close()
        assert locked.answers.asked[-1] == "leaving"
        assert locked.window.isVisible()

    def test_leaving_with_nothing_written_is_not_asked(self, locked: Volunteer) -> None:
        locked.window.close()
        assert "leaving" not in locked.answers.asked
        assert not locked.window.isVisible()


def test_a_library_in_use_elsewhere_is_said_and_one_can_still_write(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "library.appealdesk"
    place.write_bytes(b"not a library at all" * 300)
    before = place.read_bytes()
    volunteer = open_at(qtbot, place, tmp_path)
    assert volunteer.window.keeping.isVisible()
    volunteer.put(a_case())
    assert volunteer.window.desk.sheet.body.text()
    volunteer.answers.leaving = "leave"
    volunteer.window.close()
    assert place.read_bytes() == before, "nothing is overwritten"


def test_the_window_is_seen_before_anything_slow_begins(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from appealdesk.window import application

    order: list[str] = []
    monkeypatch.setattr(MainWindow, "furnish", lambda _window, _place: order.append("furnished"))
    monkeypatch.setattr(MainWindow, "start", lambda _window, _files: order.append("started"))
    window = application.show_first([])
    qtbot.addWidget(window)
    window.painted.connect(lambda: order.append("painted"))
    qtbot.waitUntil(lambda: "started" in order, timeout=10_000)
    assert order == ["painted", "furnished", "started"]
    window.close()


class TestPage:
    def test_the_printed_page_follows_every_change(self, volunteer: Volunteer) -> None:
        window = volunteer.window
        window.actions_.show_page.trigger()
        volunteer.wait()
        before = window.desk.pages.images()
        assert len(before) == 1
        window.edits.tick_ask(0, False)
        volunteer.wait()
        assert window.desk.pages.images() != before

    def test_the_page_beside_the_sheet_follows_what_is_typed(self, volunteer: Volunteer) -> None:
        window = volunteer.window
        window.resize(1400, 900)
        window.actions_.show_both.trigger()
        volunteer.wait()
        before = window.desk.pages.images()
        assert window.desk.sheet.isVisible()
        assert window.desk.pages.isVisible()
        QTest.keyClicks(window.desk.sheet.body, "a")
        volunteer.wait()
        assert window.desk.pages.images() != before

    def test_the_list_of_cases_makes_room_for_the_page_and_comes_back(
        self, volunteer: Volunteer
    ) -> None:
        window = volunteer.window
        window.resize(em(110), em(60))
        window.actions_.show_both.trigger()
        assert not window.cases.isVisible()
        window.actions_.show_write.trigger()
        assert window.cases.isVisible()

    def test_a_page_is_as_sharp_as_the_screen(self, volunteer: Volunteer) -> None:
        window = volunteer.window
        window.actions_.show_page.trigger()
        volunteer.wait()
        image = QImage.fromData(window.desk.pages.images()[0])
        assert image.width() == pytest.approx(window.desk.sheet.width(), abs=2)

    def test_a_character_that_no_font_has_is_told_in_place(self, volunteer: Volunteer) -> None:
        window = volunteer.window
        window.desk.sheet.body.setFocus()
        QTest.keyClicks(window.desk.sheet.body, "a")
        window.edits.write("A sign without a font: \U0001f58b\U0010fffd")
        window.actions_.show_page.trigger()
        volunteer.wait()
        trouble = window.desk.pages._trouble
        assert trouble.isVisible()
        assert trouble.text()
        window.actions_.undo.trigger()
        window.actions_.show_page.trigger()
        window.shown.show_view()
        volunteer.wait()
        assert not trouble.isVisible()

    def test_the_status_line_tells_how_full_the_page_is(self, volunteer: Volunteer) -> None:
        window = volunteer.window
        window.shown.page.fit()
        volunteer.wait()
        assert "One page" in window.status._page.text()
        assert "to spare" in window.status._page.text()


class TestPrinting:
    def test_all_pages_are_printed_at_the_size_of_the_paper(
        self, volunteer: Volunteer, tmp_path: Path
    ) -> None:
        import pypdfium2

        window = volunteer.window
        window.edits.next_field()
        QTest.keyClicks(window.desk.sheet.body, "I am a nurse.")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        Printing(window, window.bench, window.notice).print_on(printer, [1, 2, 3], TODAY)
        volunteer.wait()
        volunteer.wait()
        assert window.notice.words() == "3 letters sent to the printer"
        pdf = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
        try:
            sizes = [pdf.get_page_size(at) for at in range(len(pdf))]
        finally:
            pdf.close()
        assert len(sizes) == 4, "two letters, and a note with the copy that it encloses"
        assert all(size == pytest.approx((595, 842), abs=2) for size in sizes)

    def test_the_preview_shows_every_page_and_leads_on_to_the_printer(
        self, volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # The answer of a person stands in for the modal dialog; its pages are counted for real.
        seen: list[int] = []
        asked: list[bool] = []

        def looked_at(dialog: PrintPreview) -> int:
            dialog.show()
            dialog._view.updatePreview()
            seen.append(dialog.page_count())
            return 1

        monkeypatch.setattr(PrintPreview, "exec", looked_at)
        monkeypatch.setattr(Printing, "_chosen_printer", lambda _self: asked.append(True))
        window = volunteer.window
        window.edits.next_field()
        QTest.keyClicks(window.desk.sheet.body, "I am a nurse.")
        window.actions_.preview.trigger()
        volunteer.wait()
        volunteer.wait()
        assert seen == [4], "two letters, and a note with the copy that it encloses"
        assert asked == [True]

    def test_the_window_of_the_envelope_is_shown_on_a_sheet_and_printed(
        self, volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        # The answer of a person stands in for the modal dialogs; the sheet is printed for real.
        seen: list[int] = []

        def looked_at(dialog: PrintPreview) -> int:
            seen.append(len(dialog._pages))
            return 1

        monkeypatch.setattr(PrintPreview, "exec", looked_at)
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
        monkeypatch.setattr(Printing, "_chosen_printer", lambda _self: printer)
        window = volunteer.window
        assert not window.actions_.hold_window.isEnabled(), "plain A4 has no window"
        window.desk.layout_choice.chosen.emit("din-5008-b")
        window.actions_.hold_window.trigger()
        volunteer.wait()
        assert seen == [1]
        assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
        assert "sent to the printer" in window.notice.words()

    def test_a_printer_that_does_not_answer_is_told(
        self, volunteer: Volunteer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # A printer that vanishes in the middle cannot be had here: newPage says what Qt says then.
        window = volunteer.window
        window.edits.next_field()
        QTest.keyClicks(window.desk.sheet.body, "I am a nurse.")
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName("/dev/null")
        monkeypatch.setattr(printer, "newPage", lambda: False)
        Printing(window, window.bench, window.notice).print_on(printer, [1, 2], TODAY)
        volunteer.wait()
        volunteer.wait()
        assert "does not answer" in window.notice.words()

    def test_a_letter_with_a_place_to_fill_in_is_not_printed(
        self, volunteer: Volunteer, tmp_path: Path
    ) -> None:
        window = volunteer.window
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        Printing(window, window.bench, window.notice).print_on(printer, [1], TODAY)
        volunteer.wait()
        assert "place to fill in" in window.notice.words()
        assert not (tmp_path / "printed.pdf").exists()

    @pytest.mark.parametrize(
        ("size", "points"), [((2100, 2970), 842), ((2159, 2794), 792), ((2200, 1100), 312)]
    )
    def test_the_paper_is_the_one_the_page_was_set_for(
        self, qtbot: QtBot, size: tuple[int, int], points: int
    ) -> None:
        del qtbot
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        page = QImage(*size, QImage.Format.Format_RGB32)
        page.setDotsPerMeterX(10_000)  # ten a millimetre
        set_paper(printer, page)
        height = printer.pageLayout().fullRectPoints().height()
        assert height == pytest.approx(points, abs=1)


class TestTheme:
    def test_the_sheet_stays_paper_in_the_dark(self, volunteer: Volunteer) -> None:
        theme().choose(Appearance.DARK)
        try:
            sheet = volunteer.window.desk.sheet
            picture = sheet.grab().toImage()
            ratio = picture.devicePixelRatio()
            paper = picture.pixelColor(int(8 * ratio), int(8 * ratio))
            assert paper.lightnessF() > 0.9
            assert QColor(theme().colours.desk).lightnessF() < 0.2
        finally:
            theme().choose(Appearance.DESKTOP)

    def test_other_colours_are_taken_live(self, volunteer: Volunteer) -> None:
        window = volunteer.window
        before = window.toolbar.grab().toImage().pixelColor(3, 3)
        window.actions_.look_dark.trigger()
        try:
            QApplication.processEvents()
            after = window.toolbar.grab().toImage().pixelColor(3, 3)
        finally:
            window.actions_.look_desktop.trigger()
        assert before.lightnessF() > 0.9
        assert after.lightnessF() < 0.3


def test_troubles_are_told_with_what_was_kept_and_the_remedy(volunteer: Volunteer) -> None:
    volunteer.window.trouble(
        Unwritable("The file was not written.", kept="Your letter is safe.", remedy="Try another.")
    )
    words = volunteer.window.notice.words()
    assert words == "The file was not written. Your letter is safe. Try another."
    assert volunteer.window.notice.property("trouble") == "true"


def test_work_of_more_than_a_moment_is_shown(volunteer: Volunteer) -> None:
    window = volunteer.window
    window.busy("Reading the document")
    assert window.status._progress.isVisible()
    assert window.status._busy.text() == "Reading the document"
    window.busy("")
    assert not window.status._progress.isVisible()


def test_saving_is_told_with_the_time(volunteer: Volunteer) -> None:
    volunteer.window.saved(dt.datetime(2025, 4, 1, 12, 4, tzinfo=dt.UTC))
    assert volunteer.window.status._saved.text() == "Saved 12:04"


def test_the_list_can_be_searched(volunteer: Volunteer) -> None:
    cases = volunteer.window.cases
    volunteer.window.actions_.find.trigger()
    QTest.keyClicks(cases.search, "nobody of that name")
    volunteer.wait()
    assert cases.entries.model().rowCount() == 0
    assert cases._nothing.text() == "No case holds these words."
    cases.search.clear()
    volunteer.wait()
    assert cases.entries.model().rowCount() == 1


def test_delete_removes_a_case_and_offers_it_back(volunteer: Volunteer) -> None:
    cases = volunteer.window.cases
    QTest.keyClick(cases.entries, Qt.Key.Key_Delete)
    volunteer.wait()
    assert cases.entries.model().rowCount() == 0
    volunteer.window.notice.offers()[0].click()
    volunteer.wait()
    assert cases.entries.model().rowCount() == 1


def test_the_list_says_so_when_everything_is_checked(volunteer: Volunteer) -> None:
    window = volunteer.window
    entries = window.cases.entries.model()
    assert "to check" in entries.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    while doubts := works.open_doubts(volunteer.work):
        window.bench.change("checked", works.confirm(volunteer.work, *doubts[0]))
    volunteer.wait()
    assert "to check" not in entries.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_case_removed_in_the_middle_of_a_word_comes_back_with_it(volunteer: Volunteer) -> None:
    window = volunteer.window
    QTest.keyClicks(window.desk.sheet.body, "Half a wor")
    window.actions_.remove_case.trigger()
    volunteer.wait()
    assert window.notice.words() == "The case was removed."
    window.notice.offers()[0].click()
    volunteer.wait()
    assert volunteer.work.draft.body.startswith("Half a wor")


def test_the_foot_says_that_nothing_is_kept_only_while_that_is_so(volunteer: Volunteer) -> None:
    window = volunteer.window
    said = window.status._saved
    window.keeping_changed(Keeping.PASSPHRASE, None)
    assert said.text() == "Not kept yet"
    window.keeping_changed(Keeping.OPEN, None)
    assert said.text() == ""
