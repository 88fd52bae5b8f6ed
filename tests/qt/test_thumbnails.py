"""Small pictures before the files' names: drawn apart, only of what is here, gone with the alert."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from station_client.domain.alert import AttachedFile
from station_client.domain.ids import Sha256
from tests.qt.test_alert_screen import picture, shown
from tests.support.faces import Face, alert
from tests.support.sample_files import office, pdf
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.editor import EditorScreen


def test_an_alerts_files_are_pictured(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """A picture and a PDF's first page; a Word file, and a file that is not here, keep the shape of their kind."""
    assert speech.code == "en"
    there = AttachedFile(Sha256("f" * 64), 10, "elsewhere.png", "png")
    written = face.files.put("a.docx", "docx", office())
    face.alerts.put(alert(1, files=(picture(face), face.files.put("a.pdf", "pdf", pdf()), written, there)))
    screen = shown(face, bridge, qtbot)
    rows = list(screen._files.rows.values())
    qtbot.waitUntil(rows[1].picture.pictured, timeout=20_000)
    assert [row.picture.pictured() for row in rows] == [True, True, False, False]
    assert screen._thumbnails._kept.keys() == {rows[0].file.sha256, rows[1].file.sha256}
    screen.sleep()
    assert not screen._thumbnails._kept


def test_a_place_is_pictured_and_says_what_was_found(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Kind, size, verdict and hash stand beside the small picture; an emptied place shows none of it."""
    file = picture(desk.face)
    draft = desk.drafts.attach_bytes(next(iter(desk.drafts.held)), file.name, desk.face.files.held[file.sha256])
    editor.attaching.show(draft)
    place = editor.places.places[0]
    qtbot.waitUntil(place.picture.pictured, timeout=20_000)
    assert place._about.text().endswith(f" · Checked · SHA-256 {file.sha256}")
    editor.attaching.remove(file.sha256)
    qtbot.waitUntil(lambda: not place.picture.pictured())
    assert "empty" in place.text()
