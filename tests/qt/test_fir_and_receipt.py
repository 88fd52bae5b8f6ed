"""The two windows of their own: an FIR whole and masked, and a receipt with its hashes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from station_client.domain.pillars import PillarEvent
from station_client.errors import StoreDamagedError
from station_client.events import Part, StoreChanged
from tests.support.faces import Face, alert
from tests.support.seen import held, lines
from tests.support.spoken import nameless
from tests.support.work import Desk, item, receipt, with_two_firs
from ui.language import Speech
from ui.screens.fir import FirScreen
from ui.screens.receipt import ReceiptScreen


@pytest.fixture
def desk(face: Face) -> Desk:
    """Give services with one protected and one plain FIR."""
    return with_two_firs(Desk(face))


def test_a_protected_victim_is_not_on_the_screen(fir_screen: FirScreen, qtbot: QtBot) -> None:
    """Name, address and contents are hidden, and the window says plainly that and why."""
    fir_screen.show_one("protected")
    qtbot.waitUntil(lambda: "FIRST INFORMATION REPORT" in fir_screen.page.toPlainText())
    shown = fir_screen.page.toPlainText()
    for secret in ("Kalpanika", "काल्पनिका", "Ward 4", "9876543210"):
        assert secret not in shown
    assert "BNS s.72" in fir_screen.banner.text()


def test_the_whole_form_is_shown_in_two_languages(fir_screen: FirScreen, qtbot: QtBot) -> None:
    """Items 1 to 15 with English and Hindi labels; Aadhaar and phone masked."""
    fir_screen.show_one("plain")
    qtbot.waitUntil(lambda: "Kalpanika Devi" in fir_screen.page.toPlainText())
    shown = fir_screen.page.toPlainText()
    for words in (
        "1. District (जिला): Udaharan",
        "12. First Information contents (प्रथम सूचना तथ्य)",
        "15. Date and time",
    ):
        assert words in shown
    assert "234567890123" not in shown
    assert "masked" in fir_screen.banner.text()


def test_a_fir_that_is_not_here_says_so(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """Not in the copy is one sentence and one action: ask the centre for it, then, while it waits, for a sync."""
    fir_screen.show_one("elsewhere")
    qtbot.waitUntil(lambda: "not in this PC's copy" in fir_screen.empty.text())
    fir_screen.empty.acted.emit()
    qtbot.waitUntil(lambda: "asked for it" in fir_screen.empty.text())
    assert desk.firs.wishes == {"elsewhere": ""}
    fir_screen.empty.acted.emit()
    assert desk.face.sync.asked == 1
    assert not fir_screen.pdf_button.isVisible()


def test_a_fir_that_is_not_here_is_named_all_the_same(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """Who asked for several sees which is which; the lock takes the number, and the window's title never has it."""
    fir_screen.show_one("31682034/2026/0077")
    assert "FIR 0077/2026" in lines(fir_screen)
    qtbot.waitUntil(lambda: "FIR 0077/2026 · Thana Rampur" in lines(fir_screen))
    desk.firs.wishes["999/2025/0003"] = "not-found"
    fir_screen.show_one("999/2025/0003")
    qtbot.waitUntil(lambda: "did not give" in fir_screen.empty.text())
    assert "FIR 0003/2025" in lines(fir_screen)
    assert "0003" not in fir_screen.title()
    fir_screen.sleep()
    assert "0003/2025" not in held(fir_screen)


def test_what_the_centre_changes_is_seen_where_one_reads(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """A victim who is protected from now on is hidden in a window that stands open, and a new alert is listed."""
    name = "Kalpanika"
    fir_screen.resize(880, 400)
    fir_screen.show_one("plain")
    qtbot.waitUntil(lambda: name in fir_screen.page.toPlainText())
    bar = fir_screen.page.verticalScrollBar()
    bar.setValue(200)
    fir = desk.firs.held["plain"] = replace(desk.firs.held["plain"], victim_protected=True, version=2)
    with qtbot.waitSignal(fir_screen.notice) as told:
        desk.face.bus.tell(StoreChanged(frozenset({Part.FIRS})))
    assert told.args == ["quiet", "The centre changed this FIR. It is shown as it is now."]
    assert name not in fir_screen.page.toPlainText()
    assert bar.value() == 200
    desk.face.alerts.put(replace(alert(4), fir_key=fir.key, fir_shown=fir.shown))
    desk.face.bus.tell(StoreChanged(frozenset({Part.ALERTS})))
    qtbot.waitUntil(lambda: "number 4" in fir_screen.page.toPlainText())
    with qtbot.assertNotEmitted(fir_screen.page.textChanged):
        desk.face.bus.tell(StoreChanged(frozenset({Part.ALERTS, Part.FIRS})))
        qtbot.waitUntil(lambda: not fir_screen.bridge.idle())
        qtbot.waitUntil(fir_screen.bridge.idle)  # nothing of this FIR is new, and nothing is drawn
    del desk.firs.held["plain"]
    desk.face.bus.tell(StoreChanged(frozenset({Part.FIRS})))
    qtbot.waitUntil(lambda: "not in this PC's copy" in fir_screen.empty.text())


def test_where_there_is_no_fir_one_stands_on_what_may_bring_it(
    fir_screen: FirScreen, desk: Desk, speech: Speech, qtbot: QtBot
) -> None:
    """Missing, asked for, refused, not to be read: Enter does the one thing there is, in another language too."""
    desk.firs.wishes |= {"asked": "", "late": "not-found"}
    fir_screen.activateWindow()
    qtbot.waitUntil(fir_screen.isActiveWindow)
    action = fir_screen.empty.action()
    for key, words in (("elsewhere", "Fetch this FIR"), ("asked", "Sync now"), ("late", "Fetch this FIR")):
        fir_screen.pdf_button.setFocus()
        fir_screen.show_one(key)
        qtbot.waitUntil(lambda words=words: action.accessibleName() == words and action.hasFocus())  # type: ignore[misc]
    desk.firs.wrong = StoreDamagedError()
    fir_screen.show_one("plain")
    qtbot.waitUntil(lambda: action.accessibleName() == "Try again" and action.hasFocus())
    speech.use("hi")
    qtbot.waitUntil(lambda: action.accessibleName() == "फिर कोशिश करें")
    desk.firs.wrong = None
    qtbot.keyClick(action, Qt.Key.Key_Return)
    qtbot.waitUntil(fir_screen.page.hasFocus)


def test_a_fetched_fir_shows_itself_and_a_refusal_is_told(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """When the sync brings it, or the centre's word that it does not give it."""
    desk.firs.wishes["late"] = "not-found"
    fir_screen.show_one("late")
    qtbot.waitUntil(lambda: "did not give" in fir_screen.empty.text())
    desk.firs.held["late"] = desk.firs.held["plain"]
    desk.face.bus.tell(StoreChanged(frozenset({Part.FIRS})))
    qtbot.waitUntil(lambda: "FIRST INFORMATION REPORT" in fir_screen.page.toPlainText())


def test_the_pillars_stand_below_the_form(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """What the court did, that forensics did nothing, that the State does not tell of prisons."""
    event = PillarEvent("court", "2026-08-10", "Cognisance taken", "UPHR010012342026", "CJM HARDOI")
    told = replace(desk.firs.held["plain"], events=(event,), integrated=("court", "forensics"))
    desk.firs.held["told"] = told
    fir_screen.show_one("told")
    qtbot.waitUntil(lambda: "UPHR010012342026" in fir_screen.page.toPlainText())
    shown = fir_screen.page.toPlainText()
    assert "10/08/2026" in shown
    assert shown.count("not integrated in this State") == 2
    assert shown.count("none (कोई नहीं)") == 1
    desk.firs.held["protected"] = replace(told, victim_protected=True)
    fir_screen.show_one("protected")
    qtbot.waitUntil(lambda: "Cognisance" not in fir_screen.page.toPlainText())


def test_a_fir_is_printed_and_leaves_a_trace(fir_screen: FirScreen, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """Saving as PDF writes the masked form and notes who exported it."""
    fir_screen.show_one("plain")
    qtbot.waitUntil(fir_screen.pdf_button.isVisible)
    with qtbot.waitSignal(fir_screen.notice) as told:
        fir_screen.print_to(tmp_path / "fir.pdf")
    assert told.args == ["good", f"Saved as fir.pdf, {len(PdfReader(tmp_path / 'fir.pdf').pages)} pages."]
    assert desk.firs.exports == ["plain"]


@pytest.mark.parametrize("training", [True, False])
def test_a_fir_of_a_training_says_so_across_each_page(
    fir_screen: FirScreen, qtbot: QtBot, tmp_path: Path, *, training: bool
) -> None:
    """Made-up paper cannot pass for a station's."""
    fir_screen.verbs = replace(fir_screen.verbs, settings=replace(fir_screen.verbs.settings, training=training))
    fir_screen.show_one("plain")
    qtbot.waitUntil(fir_screen.pdf_button.isVisible)
    with qtbot.waitSignal(fir_screen.notice):
        fir_screen.print_to(tmp_path / "fir.pdf")
    pages = PdfReader(tmp_path / "fir.pdf").pages
    assert len(pages) > 1
    assert {"TRAINING" in page.extract_text() for page in pages} == {training}
    drawn = b"".join(part.get_data() for one in pages if (part := one.get_contents()) is not None)
    tinted = re.search(rb"0\.93\d* 0\.93\d* 0\.93\d* scn?\b", drawn) is not None
    assert tinted is not training  # nor does a table's heading hide the word


def test_a_fir_that_cannot_be_written_is_said(fir_screen: FirScreen, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """A print that failed is told as one; the trace is written first, so that there is no paper without it."""
    fir_screen.show_one("plain")
    qtbot.waitUntil(fir_screen.pdf_button.isVisible)
    with qtbot.waitSignal(fir_screen.notice) as told:
        fir_screen.print_to(tmp_path / "missing" / "fir.pdf")
    assert told.args is not None
    assert told.args[0] == "warning"
    assert desk.firs.exports == ["plain"]


def test_the_lock_empties_the_window(fir_screen: FirScreen, qtbot: QtBot) -> None:
    """Asleep, nothing of the FIR is left on the screen."""
    fir_screen.show_one("plain")
    qtbot.waitUntil(fir_screen.pdf_button.isVisible)
    fir_screen.sleep()
    assert fir_screen.page.toPlainText() == ""
    assert "0123" not in fir_screen.title()


def test_every_widget_has_a_name(
    fir_screen: FirScreen, receipt_screen: ReceiptScreen, desk: Desk, qtbot: QtBot
) -> None:
    """A screen reader finds a name on everything that takes the focus."""
    desk.outbox.put(item(1))
    desk.outbox.confirm(receipt(item(1)))
    fir_screen.show_one("plain")
    receipt_screen.show_one("item-1")
    qtbot.waitUntil(lambda: fir_screen.pdf_button.isVisible() and receipt_screen.print_button.isVisible())
    assert nameless(fir_screen) == []
    assert nameless(receipt_screen) == []


def test_the_preview_opens_and_closes(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """Print shows the pages first, blocks nothing, and leaves the trace of an export."""
    fir_screen.show_one("plain")
    qtbot.waitUntil(fir_screen.pdf_button.isVisible)
    fir_screen.print_button.click()
    assert not fir_screen.findChildren(QDialog)  # first the trace
    qtbot.waitUntil(lambda: bool(fir_screen.findChildren(QDialog)))
    assert desk.firs.exports == ["plain"]
    dialog = fir_screen.findChildren(QDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    dialog.close()


def test_no_preview_opens_over_a_lock(fir_screen: FirScreen, desk: Desk, qtbot: QtBot) -> None:
    """The window was locked while the trace was written."""
    fir_screen.show_one("plain")
    qtbot.waitUntil(fir_screen.pdf_button.isVisible)
    fir_screen.print_button.click()
    fir_screen.hide()
    qtbot.waitUntil(fir_screen.bridge.idle)
    assert desk.firs.exports == ["plain"]
    assert not fir_screen.findChildren(QDialog)
