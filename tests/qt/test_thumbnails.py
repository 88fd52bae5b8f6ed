"""Small pictures before the files' names: drawn apart, only of what is here, gone with the alert."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import Kind
from station_client.domain.ids import Sha256
from station_client.inspection.sandbox import Leaf
from tests.support.alert_page import file_row, picture, shown
from tests.support.faces import Face, alert
from tests.support.sample_files import office, pdf
from tests.support.seen import lines
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.editor import EditorScreen


def test_an_alerts_files_are_pictured(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture and a PDF's first page; a Word file, and a file that is not here, keep the shape of their kind.

    None is kept behind the lock: after it each is drawn anew.
    """
    assert speech.code == "en"
    there = AttachedFile(Sha256("f" * 64), 10, "elsewhere.png", "png")
    written = face.files.put("a.docx", "docx", office())
    files = (picture(face), face.files.put("a.pdf", "pdf", pdf()), written, there)
    draw, drawn = face.files.thumbnail, list[str]()

    def counted(sha256: Sha256, kind: Kind) -> Leaf | None:
        drawn.append(sha256)
        return draw(sha256, kind)

    monkeypatch.setattr(face.files, "thumbnail", counted)
    screen = shown(face, bridge, qtbot, alert(1, files=files))
    pictures = [files[0].sha256, files[1].sha256]
    qtbot.waitUntil(file_row(screen, "a.pdf").picture.pictured, timeout=20_000)
    assert [file_row(screen, one.name).picture.pictured() for one in files] == [True, True, False, False]
    qtbot.waitUntil(bridge.idle)
    drawn.clear()
    screen.sleep()
    screen.activate()
    qtbot.waitUntil(lambda: "a.pdf" in lines(screen))
    qtbot.waitUntil(file_row(screen, "a.pdf").picture.pictured, timeout=20_000)
    assert [one for one in drawn if one in pictures] == pictures


def test_a_place_is_pictured_and_says_what_was_found(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Kind, size, verdict and hash stand beside the small picture; an emptied place shows none of it."""
    file = picture(desk.face)
    draft = desk.drafts.attach_bytes(next(iter(desk.drafts.held)), file.name, desk.face.files.held[file.sha256])
    editor.attaching.show(draft)
    place = editor.places.places[0]
    qtbot.waitUntil(place.picture.pictured, timeout=20_000)
    qtbot.waitUntil(lambda: lines(place)[-1].endswith(f" · Checked · SHA-256 {file.sha256}"))
    editor.attaching.remove(file.sha256)
    qtbot.waitUntil(lambda: not place.picture.pictured())
    assert "empty" in place.text()
