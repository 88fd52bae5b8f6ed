"""One alert whole, and its files."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Change, Life
from station_client.domain.ids import OfficeCode, Sha256
from station_client.domain.office import Rights
from station_client.ports import Download
from tests.support.alert_page import ONE, file_row, picture, shown
from tests.support.faces import OFFICER, Face, alert
from tests.support.hands import button, press
from tests.support.sample_files import pdf
from tests.support.seen import beside, held, lines, offered, text, there, words
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen
from ui.widgets.column_area import ColumnArea
from ui.widgets.file_rows import FileRow


def test_everything_about_it_is_there(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Text, FIR, author, times in IST, record number; looking marks it seen."""
    screen = shown(face, bridge, qtbot, alert(1, files=(picture(face),)))
    assert "A child of seven" in words(screen)
    assert beside(screen, "FIR") == "FIR 0001/2026"
    assert beside(screen, "Record number") == "№ 2026-000001"
    assert beside(screen, "Sent by") == "R. K. Verma"
    assert beside(screen, "Received by the centre").endswith(" IST")
    assert "Seen" in lines(screen)
    row = file_row(screen, "scene.png")
    assert "Picture (PNG)" in words(row)
    assert f"SHA-256{row.file.sha256}" in words(row).replace(" ", "")
    speech.use("hi")
    assert beside(screen, "रिकॉर्ड संख्या") == "№ 2026-000001"


def test_its_history_stands_among_the_facts(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """What it became, when and by whom; the row is there only where there is something to tell."""
    assert "Changed" not in lines(shown(face, bridge, qtbot, alert(1)))
    moment = alert(1).received_at
    changes = (Change(Life.CORRECTED, moment, "SI Verma"), Change(Life.RECALLED, moment, "Insp. Khan"))
    screen = shown(face, bridge, qtbot, alert(1, life=Life.RECALLED, changes=changes))
    first, second = beside(screen, "Changed").splitlines()
    assert (first[:9], first.rpartition(" · ")[2]) == ("Corrected", "SI Verma")
    assert (second[:8], second.rpartition(" · ")[2]) == ("Recalled", "Insp. Khan")
    assert speech.code == "en"


def test_it_is_acknowledged(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The button goes, the word stays."""
    screen = shown(face, bridge, qtbot, alert(1))
    press(screen, "Acknowledge")
    qtbot.waitUntil(lambda: "Acknowledged" in lines(screen))
    assert "Acknowledge" not in offered(screen)
    assert speech.code == "en"


def test_the_fir_opens(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The FIR is one click or one key away."""
    screen = shown(face, bridge, qtbot, alert(1))
    with qtbot.waitSignal(screen.open_fir, check_params_cb=lambda fir: fir == "31682034/2026/1"):
        press(screen, "FIR 0001/2026")
    assert speech.code == "en"


def test_an_alert_with_no_fir_names_its_gd_entry(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """There is nothing to open, and the reason is there."""
    screen = shown(face, bridge, qtbot, alert(1, fir_key="", fir_shown="", gd_number="41", gd_reason="FIR follows"))
    assert beside(screen, "GD entry") == "GD 41: FIR follows"
    assert text(screen, "GD 41: FIR follows").x() == text(screen, beside(screen, "Place")).x()
    assert not [one for one in offered(screen) if one.startswith("FIR")]
    assert speech.code == "en"


def test_a_picture_is_shown_inside_once_its_bytes_are_right(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The hash is checked over what is shown; changed bytes are never shown."""
    file = picture(face)
    screen = shown(face, bridge, qtbot, alert(1, files=(file,)))
    press(screen, "Open scene.png")
    qtbot.waitUntil(lambda: there(screen, "Picture scene.png"))
    face.files.held[file.sha256] = b"something else"
    screen.sleep()
    screen.activate()
    qtbot.waitUntil(lambda: "Open scene.png" in offered(screen))
    with qtbot.waitSignal(screen.notice) as said:
        press(screen, "Open scene.png")
    assert said.args is not None
    assert "damaged" in said.args[1]
    assert not there(screen, "Picture scene.png")
    assert button(screen, "Open scene.png").isEnabled()
    assert speech.code == "en"


def test_a_pdf_is_read_inside_page_by_page(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Its pages are drawn apart from the program; one that cannot be drawn is said, not shown."""
    file, broken = face.files.put("fir.pdf", "pdf", pdf(pages=2)), face.files.put("bad.pdf", "pdf", b"%PDF-1.7")
    screen = shown(face, bridge, qtbot, alert(1, files=(file, broken)))
    press(screen, "Open fir.pdf")
    qtbot.waitUntil(lambda: there(screen, "fir.pdf, page 1 of 2"), timeout=20_000)
    assert not button(screen, "Previous page").isEnabled()
    press(screen, "Next page")
    qtbot.waitUntil(lambda: "Page 2 of 2" in lines(screen), timeout=20_000)
    with qtbot.waitSignal(screen.notice, timeout=20_000) as said:
        press(screen, "Open bad.pdf")
    assert said.args is not None
    assert "cannot be shown" in said.args[1]
    assert speech.code == "en"


def test_a_copy_is_saved_where_the_officer_chose(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, *, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The bytes are the original's, and the officer is told that the copy is in clear."""
    file = face.files.put("report.pdf", "pdf", b"%PDF-1.7 made up")
    screen = shown(face, bridge, qtbot, alert(1, files=(file,)))
    answered_with(tmp_path / "report.pdf", monkeypatch)
    with qtbot.waitSignal(screen.notice) as said:
        press(screen, "Save a copy of report.pdf")
    assert said.args is not None
    assert "not encrypted" in said.args[1]
    assert (tmp_path / "report.pdf").read_bytes() == b"%PDF-1.7 made up"
    assert speech.code == "en"


def answered_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever is asked where to save it say this: the system's own dialog does not open here."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))


def _says(row: FileRow, text: str) -> bool:
    """Tell whether a row says it."""
    return text in words(row)


def test_a_file_that_is_fetched_says_how_far_it_is(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, *, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The row moves with the engine's own account, and is never whole before the bytes were checked."""
    assert speech.code == "en"
    file = face.files.put("report.pdf", "pdf", b"%PDF-1.7 made up")
    face.alerts.put(alert(1, files=(file, face.files.put("other.pdf", "pdf", b"%PDF-1.7 another"))))
    face.alerts.away = True
    screen = shown(face, bridge, qtbot)
    coming = threading.Event()

    def ensure(_sha256: Sha256) -> None:
        assert coming.wait(10)

    monkeypatch.setattr(face.files, "ensure", ensure)
    row = file_row(screen, "report.pdf")
    answered_with(tmp_path / "report.pdf", monkeypatch)
    press(row, "Save a copy of report.pdf")
    for done, said in ((file.size // 2, "50 %"), (file.size, "99 %")):
        face.sync.put(replace(face.sync.shown, download=Download(file.sha256, done, 1000.0)))
        qtbot.waitUntil(partial(_says, row, said))
    assert not _says(file_row(screen, "other.pdf"), "%")
    with qtbot.waitSignal(screen.notice):
        coming.set()
    assert _says(row, "on this PC")


def test_an_alert_that_is_not_here_says_so(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """One sentence, one action."""
    screen = AlertScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_one("nowhere")
    qtbot.waitUntil(lambda: "does not have it yet" in words(screen))
    with qtbot.waitSignal(screen.go):
        press(screen, "To the dashboard")
    assert speech.code == "en"


def test_a_recalled_alert_is_shown_as_such(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """People are stopped on stale alerts: its life stands beside its name."""
    screen = shown(face, bridge, qtbot, alert(1, life=Life.RECALLED))
    assert "Recalled" in lines(screen)
    assert speech.code == "en"


def test_nothing_of_it_is_kept_while_locked(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Text, facts, files and picture go; the title never held any."""
    screen = shown(face, bridge, qtbot, alert(1, files=(picture(face),)))
    press(screen, "Open scene.png")
    qtbot.waitUntil(lambda: there(screen, "Picture scene.png"))
    screen.sleep()
    assert not [word for word in ("child", "Verma", "0001/2026", "2026-000001", "scene.png") if word in held(screen)]
    assert screen.title() == "Alert"
    assert speech.code == "en"


def test_a_reply_goes_to_another_office_only(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """For who may write messages; never to the officer's own office."""
    assert speech.code == "en"
    face.session.now = replace(OFFICER, office=replace(OFFICER.office, code=OfficeCode("1")))
    screen = shown(face, bridge, qtbot, alert(1))
    with qtbot.waitSignal(screen.write_to) as asked:
        press(screen, "Reply by message…")
    assert asked.args == [ONE]
    for now in (OFFICER, replace(face.session.now, rights=Rights())):
        face.session.now = now
        screen.retranslate()
        assert "Reply by message…" not in offered(screen)


def test_a_file_keeps_its_name_beside_its_picture(face: Face, speech: Speech, qtbot: QtBot) -> None:
    """In half the window the buttons show their signs alone and say their words; in a wide one they show them."""
    row = FileRow(picture(face), here=True)
    qtbot.addWidget(row)
    row.show()
    row.resize(700, 90)
    opens, saves = button(row, "Open scene.png"), button(row, "Save a copy of scene.png")
    assert (opens.text(), saves.text()) == ("Open", "Save a copy…")
    row.resize(320, 90)
    assert (opens.text(), saves.text()) == ("", "")
    assert saves.toolTip() == "Save a copy…"
    assert speech.code == "en"


def test_a_long_alert_is_read_by_keys_alone(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The pages turn whatever has the keyboard, and what Tab comes to is in sight, though nothing in it takes a key."""
    assert speech.code == "en"
    screen = shown(face, bridge, qtbot, alert(1, description="A long story. " * 1000))
    back, link, taken = (button(screen, said) for said in ("Back", "FIR 0001/2026", "Acknowledge"))
    (page,) = screen.findChildren(ColumnArea)
    bar = page.verticalScrollBar()
    screen.activateWindow()
    back.setFocus()
    qtbot.waitUntil(lambda: back.hasFocus() and bar.maximum() > 0)
    qtbot.keyClick(back, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.maximum()
    qtbot.keyClick(back, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert link.visibleRegion().isEmpty()
    taken.setFocus()
    qtbot.keyClick(taken, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: link.hasFocus() and not link.visibleRegion().isEmpty())
