"""What this PC finds in an alert's files: said in their rows and to a screen reader, and gone at the lock."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.attachment import Inspection, Kind, Verdict
from station_client.domain.ids import Sha256
from tests.qt.test_alert_screen import picture, shown
from tests.support.faces import Face, alert
from tests.support.sample_files import office, pdf
from ui.bridge import Bridge
from ui.language import Speech

MACRO = office(parts={"word/vbaProject.bin": b"macro"})


def test_each_row_says_what_was_found(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In words, with the reasons, in the language of now; what is not sound is not opened elsewhere."""
    files = (
        picture(face),
        face.files.put("list.docx", "docx", MACRO),
        face.files.put("closed.pdf", "pdf", pdf(password="x")),
        face.files.put("letter.docx", "docx", b"no letter"),
    )
    face.alerts.put(alert(1, files=files))
    screen = shown(face, bridge, qtbot)
    rows = list(screen._files.rows.values())
    qtbot.waitUntil(lambda: all(row.found for row in rows))
    assert [row._judged._word.text() for row in rows] == [
        "Looks sound",
        "Take care",
        "Password-protected",
        "Not sound",
    ]
    assert [row._judged._why.isHidden() for row in rows] == [True, False, False, False]
    assert [row._open.isHidden() for row in rows] == [False, False, False, True]
    assert rows[1]._open.accessibleDescription().startswith("Take care: The file carries macros")
    speech.use("hi")
    assert rows[1]._judged._word.text() == "सावधान रहें"
    assert rows[1]._save.accessibleDescription().startswith("सावधान रहें: फ़ाइल में मैक्रो")


def test_what_is_not_sound_is_told_when_it_is_found(
    face: Face, bridge: Bridge, speech: Speech, told: list[str], qtbot: QtBot
) -> None:
    """A verdict comes a while after the page: nobody who only listens would know of it; sound files tell no news."""
    assert speech.code == "en"
    files = (picture(face), face.files.put("list.docx", "docx", MACRO), face.files.put("a.docx", "docx", b"no letter"))
    face.alerts.put(alert(1, files=files))
    screen = shown(face, bridge, qtbot)
    rows = list(screen._files.rows.values())
    qtbot.waitUntil(lambda: all(row.found for row in rows))
    assert [one.split(": ")[:2] for one in told] == [["list.docx", "Take care"], ["a.docx", "Not sound"]]


def test_the_verdict_of_what_one_stands_on_is_told(
    face: Face, bridge: Bridge, speech: Speech, told: list[str], qtbot: QtBot
) -> None:
    """Also that it is sound: it was opened to be looked at. Behind the lock nothing is told."""
    assert speech.code == "en"
    face.alerts.away = True
    face.alerts.put(alert(1, files=(picture(face),)))
    screen = shown(face, bridge, qtbot)
    screen.activateWindow()
    qtbot.waitUntil(lambda: len(screen._files.rows) == 1)
    row = next(iter(screen._files.rows.values()))
    qtbot.waitUntil(screen.isActiveWindow)
    row._save.setFocus()
    qtbot.waitUntil(row._save.isVisible)
    row.show_found(Inspection(Verdict.ACCEPT, Kind.JPEG))
    assert told == [f"{row.file.name}: Looks sound"]
    screen.hide()
    row.show_found(Inspection(Verdict.REJECT, Kind.JPEG, ("mismatch",)))
    assert len(told) == 1


def test_a_file_says_nothing_until_it_is_here(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """And says it as soon as it was brought."""
    assert speech.code == "en"
    file = picture(face)
    face.alerts.away = True
    face.alerts.put(alert(1, files=(file,)))
    screen = shown(face, bridge, qtbot)
    row = screen._files.rows[file.sha256]
    qtbot.waitUntil(bridge.idle)
    assert row.found is None
    assert row._judged.isHidden()
    row._open.click()
    qtbot.waitUntil(lambda: row.found is not None)
    assert row._judged.isVisible()


def test_the_lock_forgets_it(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what is still being looked at, and what only waits its turn is not looked at any more."""
    assert speech.code == "en"
    begun, go_on, looked = threading.Event(), threading.Event(), list[str]()
    judge = face.files.judge

    def slow(sha256: Sha256, name: str) -> Inspection | None:
        looked.append(name)
        begun.set()
        go_on.wait(20)
        return judge(sha256, name)

    monkeypatch.setattr(face.files, "judge", slow)
    letters = (face.files.put("a.docx", "docx", MACRO), face.files.put("b.docx", "docx", office()))
    face.alerts.put(alert(1, files=letters))
    screen = shown(face, bridge, qtbot)
    qtbot.waitUntil(begun.is_set)
    late = screen._files.rows[letters[0].sha256]
    screen.sleep()
    screen.hide()
    assert not screen._files.rows
    go_on.set()
    qtbot.waitUntil(bridge.idle)
    assert late.found is None
    assert looked == ["a.docx"]
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: all(row.found for row in screen._files.rows.values()) and bool(screen._files.rows))
    assert looked == ["a.docx", "a.docx", "b.docx"]
