"""An alert goes on paper: what a court asks for is there, what the law hides is not, and there is a trace first."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Alert, AttachedFile, Change, Life
from station_client.domain.ids import AlertUid, Sha256
from station_client.domain.redaction import HIDDEN
from station_client.errors import DiskFullError
from tests.support.entering import come_in
from tests.support.faces import OFFICER, Face, alert
from tests.support.hands import press, save_as, write
from tests.support.held_firs import FakeDisclosure
from tests.support.printed_firs import protected_fir
from tests.support.seen import dialogs, there, worded, words
from tests.support.spoken import nameless
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.printing import alert_labels
from ui.printing.alert_pdf import RECORD_NAME
from ui.screens.alert import AlertScreen

FILE = AttachedFile(Sha256("ab" * 32), 1_234_567, "गुमशुदा 9876543210.png", "png")
TOLD = alert(1, files=(FILE,), description="Hue & Cry: a child is missing.\nकॉल करें ९८७६५४३२१०; Aadhaar 2345 6789 0123.")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(face: Face, bridge: Bridge, qtbot: QtBot, speech: Speech) -> AlertScreen:
    """Give the page, with an alert whose FIR is here and protects nobody."""
    assert speech.code == "en"
    face.session.now = OFFICER
    face.alerts.firs[TOLD.fir_key] = replace(protected_fir(), victim_protected=False)
    centre = FakeDisclosure(may=True, whole=replace(TOLD, description="Kalpanika was seen."))
    return page(face, bridge, qtbot, disclosure=centre)


def page(face: Face, bridge: Bridge, qtbot: QtBot, **others: object) -> AlertScreen:
    """Show a page with no alert yet."""
    made = AlertScreen(face.verbs(**others), bridge)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def shown(screen: AlertScreen, face: Face, qtbot: QtBot, one: Alert = TOLD) -> AlertScreen:
    """Show an alert on the page."""
    face.alerts.put(one)
    screen.show_one(one.uid)
    qtbot.waitUntil(lambda: one.record_number in words(screen) and there(screen, worded("AlertPrint", "Prin&t…")))
    return screen


def save(screen: AlertScreen, path: Path) -> None:
    """Save what is shown as PDF."""
    save_as(screen, worded("AlertPrint", "Save as P&DF…"), path)


def saved(screen: AlertScreen, path: Path, qtbot: QtBot) -> str:
    """Save what is shown as PDF and read it with a tool that anybody has."""
    with qtbot.waitSignal(screen.notice) as told:
        save(screen, path)
    assert told.args is not None
    assert told.args[0] == "good", told.args
    read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
    return " ".join(read.split())


@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_a_court_asks_for_is_on_the_page(
    screen: AlertScreen, face: Face, speech: Speech, qtbot: QtBot, tmp_path: Path, *, language: str
) -> None:
    """Number, sender, the centre's time, FIR, each file's hash; freshness, officer and page, in the officer's words."""
    speech.use(language)
    text = saved(shown(screen, face, qtbot), tmp_path / "alert.pdf", qtbot)
    for said in (
        "CRIME ALERT",
        "High Alerts",
        "2026-000001",
        "R. K. Verma",
        "Thana Sandila, Hardoi, Uttar Pradesh",
        "0001/2026",
        "hrs IST",
        "Active",
        "1,234,567",
        FILE.sha256,
        "Sub-Inspector Anil Sharma",
        "a child is missing",
    ):
        assert said in text
    feet = {"en": ("Page 1 of 1", "As on: 14/03/2026 14:03"), "hi": ("1 / 1", "14/03/2026 14:03 hrs")}
    for said in feet[language]:
        assert said in text
    assert ("Printed by" in text) is (language == "en")


def test_no_number_of_a_person_is_in_the_file(screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path) -> None:
    """Neither on the page nor in the record inside, from which the Hindi text can be got back."""
    text = saved(shown(screen, face, qtbot), tmp_path / "alert.pdf", qtbot)
    inside = PdfReader(tmp_path / "alert.pdf").attachments[RECORD_NAME][0].decode()
    for secret in ("९८७६५४", "98765", "987654", "2345 6789", "6789"):
        assert secret not in text
        assert secret not in inside
    record = json.loads(inside)
    assert record["alert"]["description"].endswith("कॉल करें XXXXXX३२१०; Aadhaar XXXX XXXX 0123.")
    assert record["printed_by"]["login"] == "asharma"
    assert FILE.sha256 in inside


@pytest.mark.parametrize("why", ["protected", "taken out", "not here"])
def test_nothing_of_a_victim_is_on_paper(
    screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path, why: str
) -> None:
    """Words and files' names are left out whole and the paper says why; the hash stays."""
    one = replace(TOLD, files=(replace(FILE, name="street.png"),))
    if why == "protected":
        face.alerts.firs[TOLD.fir_key] = protected_fir()
    elif why == "not here":
        face.alerts.firs.clear()
    else:
        one = replace(one, description=f"{HIDDEN}, a child is missing.")
    text = saved(shown(screen, face, qtbot, one), tmp_path / "alert.pdf", qtbot)
    inside = PdfReader(tmp_path / "alert.pdf").attachments[RECORD_NAME][0].decode()
    for secret in ("child", "street"):
        assert secret not in text
        assert secret not in inside
    assert FILE.sha256 in text
    assert ("BNS s.72" in text) is (why != "not here")
    assert ("its FIR is not on this PC" in text) is (why == "not here")


def test_an_alert_with_a_gd_entry_is_printed_with_its_reason(
    screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path
) -> None:
    """There is no FIR that could protect anybody."""
    one = replace(TOLD, fir_key="", fir_shown="", gd_number="41", gd_reason="FIR follows")
    text = saved(shown(screen, face, qtbot, one), tmp_path / "alert.pdf", qtbot)
    for said in ("41", "FIR follows", "a child is missing"):
        assert said in text


@pytest.mark.parametrize("life", [one for one in Life if one is not Life.ACTIVE])
def test_what_no_longer_stands_says_so_first(
    screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path, life: Life
) -> None:
    """Before the words, and over each page that follows; a changed one names its version."""
    changes = tuple(Change(what, TOLD.received_at, "Rekha Singh") for what in (Life.CORRECTED, life))
    one = replace(TOLD, life=life, version=3, description="A child is missing.\n" * 80, changes=changes)
    text = saved(shown(screen, face, qtbot, one), tmp_path / "alert.pdf", qtbot)
    warned = alert_labels.BEWARE[life].en.split(":")[0]
    assert text.index(warned) < text.index("A child")
    assert "3; earlier ones are not on this paper" in text
    assert text.count(", Rekha Singh") == len(changes)
    second = " ".join(PdfReader(tmp_path / "alert.pdf").pages[1].extract_text().split())
    assert f"2026-000001 – {alert_labels.LIFE[life].en}" in second
    assert "Page 2 of" in text


@pytest.mark.parametrize("training", [True, False])
def test_paper_of_a_training_says_so(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path, *, training: bool
) -> None:
    """Across the page, and nowhere else."""
    assert speech.code == "en"
    face.session.now = OFFICER
    face.settings = replace(face.settings, training=training)
    saved(shown(page(face, bridge, qtbot), face, qtbot), tmp_path / "alert.pdf", qtbot)
    assert ("TRAINING" in PdfReader(tmp_path / "alert.pdf").pages[0].extract_text()) is training


def test_there_is_no_paper_without_its_trace(screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path) -> None:
    """The trace comes first; where it cannot be kept there is no file and no preview."""
    shown(screen, face, qtbot)
    saved(screen, tmp_path / "alert.pdf", qtbot)
    assert face.alerts.exports == [TOLD.uid]
    face.alerts.untraced = DiskFullError("no space")
    with qtbot.waitSignal(screen.notice) as told:
        save(screen, tmp_path / "another.pdf")
    assert told.args is not None
    assert told.args[0] == "warning"
    assert not (tmp_path / "another.pdf").exists()
    with qtbot.waitSignal(screen.notice):
        press(screen, "Print…")
    assert not dialogs(screen)
    face.alerts.untraced = None
    press(screen, "Print…")
    assert not dialogs(screen)
    qtbot.waitUntil(lambda: bool(dialogs(screen)))
    assert face.alerts.exports == [TOLD.uid, TOLD.uid]
    dialogs(screen)[0].close()


def test_what_was_read_whole_stays_off_paper(screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path) -> None:
    """The paper is the copy's; what this PC has no copy of cannot be printed at all."""
    shown(screen, face, qtbot, replace(TOLD, description=f"{HIDDEN} was seen."))
    press(screen, "Show the victim's identity…")
    write(screen, "Why you need it", "Identification parade on Monday", enter=True)
    qtbot.waitUntil(lambda: "Kalpanika" in words(screen))
    assert "Kalpanika" not in saved(screen, tmp_path / "alert.pdf", qtbot)
    del face.alerts.stored[TOLD.uid]
    screen.activate()
    qtbot.waitUntil(lambda: not there(screen, "Print…"))
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    for key in (Qt.Key.Key_P, Qt.Key.Key_S):
        qtbot.keyClick(screen, key, CTRL)
    qtbot.waitUntil(screen.bridge.idle)
    assert not dialogs(screen)
    assert face.alerts.exports == [TOLD.uid]


def at_work(window: MainWindow, qtbot: QtBot) -> AlertScreen:
    """Sign in and stand on the alert."""
    come_in(window, qtbot)
    window.show_place("alert", TOLD.uid)
    stands = window.workplace.places.screens["alert"]
    assert isinstance(stands, AlertScreen)
    qtbot.waitUntil(lambda: there(stands, "Print…"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return stands


def test_the_keys_print_and_save_and_do_nothing_behind_the_lock(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path
) -> None:
    """Ctrl+P opens the preview, Ctrl+S asks where; locked there is no page, no dialog and no new trace."""
    assert speech.code == "en"
    face.alerts.put(TOLD)
    window = MainWindow(face.verbs(), bridge)
    stands = at_work(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    (asking,) = dialogs(stands)
    assert isinstance(asking, QFileDialog)
    assert asking.selectedFiles()[0].endswith("alert-2026-000001.pdf")
    asking.reject()
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: len(dialogs(stands)) == 1)
    window.lock()
    for key in (Qt.Key.Key_P, Qt.Key.Key_S):
        qtbot.keyClick(window, key, CTRL)
    asking.fileSelected.emit(str(tmp_path / "alert.pdf"))  # an answer that comes late
    qtbot.waitUntil(bridge.idle)
    assert face.alerts.exports == [TOLD.uid]
    assert not (tmp_path / "alert.pdf").exists()
    assert not dialogs(window)
    window.close()


@pytest.mark.parametrize("gone", ["locked", "another"])
def test_no_preview_opens_over_a_lock_or_another_alert(
    screen: AlertScreen, face: Face, qtbot: QtBot, gone: str
) -> None:
    """The window was locked, or the officer went on, while the trace was written."""
    shown(screen, face, qtbot)
    press(screen, "Print…")
    if gone == "locked":
        screen.hide()
    else:
        screen.show_one("alert-2")
    qtbot.waitUntil(screen.bridge.idle)
    assert face.alerts.exports == [TOLD.uid]
    assert not dialogs(screen)


def test_its_buttons_are_named_in_both_languages(screen: AlertScreen, face: Face, speech: Speech, qtbot: QtBot) -> None:
    """A screen reader finds them, and each has a key of its own on the page, beside an open reason too."""
    shown(screen, face, qtbot, replace(TOLD, description=f"{HIDDEN} was seen."))
    press(screen, "Show the victim's identity…")
    for language in ("en", "hi"):
        speech.use(language)
        assert nameless(screen) == []
        texts = [one.text() for one in screen.findChildren(QPushButton) if one.isVisible()]
        keys = [text[text.index("&") + 1].upper() for text in texts if "&" in text]
        assert {"A", "T", "D"} <= set(keys)
        assert len(keys) == len(set(keys)), texts


def test_it_is_this_alert_that_is_printed(screen: AlertScreen, face: Face, qtbot: QtBot, tmp_path: Path) -> None:
    """After going from one to another."""
    shown(screen, face, qtbot)
    shown(screen, face, qtbot, replace(alert(2), gd_number="7", fir_key=""))
    assert "2026-000002" in saved(screen, tmp_path / "alert.pdf", qtbot)
    assert face.alerts.exports == [AlertUid("alert-2")]
