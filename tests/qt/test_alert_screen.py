"""One alert whole, and its files."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Alert, AttachedFile, Attention, Change, Life
from station_client.domain.ids import AlertUid, OfficeCode, Sha256
from station_client.domain.office import Rights
from station_client.ports import Download
from tests.support.faces import OFFICER, Face, alert
from tests.support.sample_files import pdf
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen
from ui.widgets.file_rows import FileRow

ONE = AlertUid("alert-1")


def picture(face: Face) -> AttachedFile:
    """Keep a small picture."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return face.files.put("scene.png", "png", bytes(buffer.data().data()))


def shown(face: Face, bridge: Bridge, qtbot: QtBot) -> AlertScreen:
    """Show the alert."""
    screen = AlertScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.show_one(ONE)
    qtbot.waitUntil(lambda: screen._view is not None and screen._view.attention is not Attention.NEW)
    return screen


def shown_with(face: Face, bridge: Bridge, qtbot: QtBot, one: Alert) -> AlertScreen:
    """Show this very alert."""
    face.alerts.put(one)
    return shown(face, bridge, qtbot)


def test_everything_about_it_is_there(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Text, FIR, author, times in IST, record number; looking marks it seen."""
    face.alerts.put(alert(1, files=(picture(face),)))
    screen = shown(face, bridge, qtbot)
    assert "A child of seven" in screen._description.text()
    assert screen._facts.fir.text() == "FIR 0001/2026"
    assert screen._facts._values["record"].text() == "№ 2026-000001"
    assert screen._facts._values["author"].text() == "R. K. Verma"
    assert screen._facts._values["received"].text().endswith(" IST")
    assert screen._attention.text() == "Seen"
    row = next(iter(screen._files.rows.values()))
    assert "Picture (PNG)" in row._about.text()
    assert row._hash.text().replace(" ", "") == f"SHA-256{row.file.sha256}"
    speech.use("hi")
    assert screen._facts._names["record"].text() == "रिकॉर्ड संख्या"


def test_its_history_stands_among_the_facts(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """What it became, when and by whom; the row is there only where there is something to tell."""
    plain = shown_with(face, bridge, qtbot, alert(1))
    assert not plain._facts._table.isRowVisible(plain._facts._values["changes"])
    moment = alert(1).received_at
    changes = (Change(Life.CORRECTED, moment, "SI Verma"), Change(Life.RECALLED, moment, "Insp. Khan"))
    screen = shown_with(face, bridge, qtbot, alert(1, life=Life.RECALLED, changes=changes))
    first, second = screen._facts._values["changes"].text().splitlines()
    assert (first[:9], first.rpartition(" · ")[2]) == ("Corrected", "SI Verma")
    assert (second[:8], second.rpartition(" · ")[2]) == ("Recalled", "Insp. Khan")
    assert screen._facts._table.isRowVisible(screen._facts._values["changes"])
    assert speech.code == "en"


def test_it_is_acknowledged(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The button goes, the word stays."""
    face.alerts.put(alert(1))
    screen = shown(face, bridge, qtbot)
    screen._acknowledge.click()
    qtbot.waitUntil(lambda: screen._attention.text() == "Acknowledged")
    assert screen._acknowledge.isHidden()
    assert speech.code == "en"


def test_the_fir_opens(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The FIR is one click or one key away."""
    face.alerts.put(alert(1))
    screen = shown(face, bridge, qtbot)
    with qtbot.waitSignal(screen.open_fir, check_params_cb=lambda fir: fir == "31682034/2026/1"):
        screen._facts.fir.click()
    assert speech.code == "en"


def test_an_alert_with_no_fir_names_its_gd_entry(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """There is nothing to open, and the reason is there."""
    face.alerts.put(alert(1, fir_key="", fir_shown="", gd_number="41", gd_reason="FIR follows"))
    screen = shown(face, bridge, qtbot)
    assert screen._facts.fir.isHidden()
    assert screen._facts._fir_note.text() == "GD 41: FIR follows"
    assert speech.code == "en"


def test_a_picture_is_shown_inside_once_its_bytes_are_right(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The hash is checked over what is shown; changed bytes are never shown."""
    file = picture(face)
    face.alerts.put(alert(1, files=(file,)))
    screen = shown(face, bridge, qtbot)
    row = screen._files.rows[file.sha256]
    row._open.click()
    qtbot.waitUntil(screen._picture.isVisible)
    assert screen._picture.picture.accessibleName() == "Picture scene.png"
    face.files.held[file.sha256] = b"something else"
    screen._picture.hide()
    with qtbot.waitSignal(screen.notice) as said:
        row._open.click()
    assert said.args is not None
    assert "damaged" in said.args[1]
    assert screen._picture.isHidden()
    assert row._open.isEnabled()
    assert speech.code == "en"


def test_a_pdf_is_read_inside_page_by_page(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Its pages are drawn apart from the program; one that cannot be drawn is said, not shown."""
    file, broken = face.files.put("fir.pdf", "pdf", pdf(pages=2)), face.files.put("bad.pdf", "pdf", b"%PDF-1.7")
    face.alerts.put(alert(1, files=(file, broken)))
    screen = shown(face, bridge, qtbot)
    screen._files.rows[file.sha256]._open.click()
    qtbot.waitUntil(screen._picture.isVisible, timeout=20_000)
    assert screen._picture.picture.accessibleName() == "fir.pdf, page 1 of 2"
    assert not screen._picture._before.isEnabled()
    screen._picture._after.click()
    qtbot.waitUntil(lambda: screen._picture._where.text() == "Page 2 of 2", timeout=20_000)
    with qtbot.waitSignal(screen.notice, timeout=20_000) as said:
        screen._files.rows[broken.sha256]._open.click()
    assert said.args is not None
    assert "cannot be shown" in said.args[1]
    assert speech.code == "en"


def test_a_copy_is_saved_where_the_officer_chose(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path
) -> None:
    """The bytes are the original's, and the officer is told that the copy is in clear."""
    file = face.files.put("report.pdf", "pdf", b"%PDF-1.7 made up")
    face.alerts.put(alert(1, files=(file,)))
    screen = shown(face, bridge, qtbot)
    with qtbot.waitSignal(screen.notice) as said:
        screen._opening.save_copy(file.sha256, tmp_path / "report.pdf")
    assert said.args is not None
    assert "not encrypted" in said.args[1]
    assert (tmp_path / "report.pdf").read_bytes() == b"%PDF-1.7 made up"
    assert speech.code == "en"


def _says(row: FileRow, text: str) -> bool:
    """Tell whether a row says it."""
    return text in row._about.text()


def test_a_file_that_is_fetched_says_how_far_it_is(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, *, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The row moves with the engine's own account, and is never whole before the bytes were checked."""
    assert speech.code == "en"
    file = face.files.put("report.pdf", "pdf", b"%PDF-1.7 made up")
    other = face.files.put("other.pdf", "pdf", b"%PDF-1.7 another")
    face.alerts.put(alert(1, files=(file, other)))
    face.alerts.away = True
    screen = shown(face, bridge, qtbot)
    coming = threading.Event()

    def ensure(_sha256: Sha256) -> None:
        assert coming.wait(10)

    monkeypatch.setattr(face.files, "ensure", ensure)
    row = screen._files.rows[file.sha256]
    screen._opening.save_copy(file.sha256, tmp_path / "report.pdf")
    for done, said in ((file.size // 2, "50 %"), (file.size, "99 %")):
        face.sync.put(replace(face.sync.shown, download=Download(file.sha256, done, 1000.0)))
        qtbot.waitUntil(partial(_says, row, said))
    assert not _says(screen._files.rows[other.sha256], "%")
    with qtbot.waitSignal(screen.notice):
        coming.set()
    assert _says(row, "on this PC")


def test_an_alert_that_is_not_here_says_so(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """One sentence, one action."""
    screen = AlertScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_one("nowhere")
    qtbot.waitUntil(lambda: "does not have it yet" in screen._empty.text())
    with qtbot.waitSignal(screen.go):
        screen._empty._action.click()
    assert speech.code == "en"


def test_a_recalled_alert_is_shown_as_such(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """People are stopped on stale alerts: its life stands beside its name."""
    face.alerts.put(alert(1, life=Life.RECALLED))
    screen = shown(face, bridge, qtbot)
    assert screen._life.text() == "Recalled"
    assert speech.code == "en"


def test_nothing_of_it_is_kept_while_locked(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Text, facts, files and picture go; the title never held any."""
    face.alerts.put(alert(1, files=(picture(face),)))
    screen = shown(face, bridge, qtbot)
    screen.sleep()
    assert screen._description.text() == ""
    assert screen._facts._values["author"].text() == ""
    assert screen._files.rows == {}
    assert screen.title() == "Alert"
    assert speech.code == "en"


def test_a_reply_goes_to_another_office_only(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """For who may write messages; never to the officer's own office."""
    assert speech.code == "en"
    face.session.now = replace(OFFICER, office=replace(OFFICER.office, code=OfficeCode("1")))
    face.alerts.put(alert(1))
    screen = shown(face, bridge, qtbot)
    with qtbot.waitSignal(screen.write_to) as asked:
        screen._reply.click()
    assert asked.args == [ONE]
    for now in (OFFICER, replace(face.session.now, rights=Rights())):
        face.session.now = now
        screen.retranslate()
        assert screen._reply.isHidden()


def test_a_file_keeps_its_name_beside_its_picture(face: Face, speech: Speech, qtbot: QtBot) -> None:
    """In half the window the buttons show their signs alone and say their words; in a wide one they show them."""
    row = FileRow(picture(face), here=True)
    qtbot.addWidget(row)
    row.show()
    row.resize(700, 90)
    assert (row._open.text(), row._save.text()) == ("Open", "Save a copy…")
    row.resize(320, 90)
    assert (row._open.text(), row._save.text()) == ("", "")
    assert row._save.toolTip() == "Save a copy…"
    assert "Save a copy of" in row._save.accessibleName()
    assert speech.code == "en"
