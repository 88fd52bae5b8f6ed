"""What this PC finds in an alert's files: said in their rows and to a screen reader, and gone at the lock."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.attachment import Inspection, Kind, Verdict
from station_client.domain.ids import Sha256
from tests.support.alert_page import file_row, picture, shown
from tests.support.faces import Face, alert
from tests.support.hands import button, press
from tests.support.sample_files import office, pdf
from tests.support.seen import held, lines, offered
from ui.bridge import Bridge
from ui.language import Speech
from ui.widgets.file_rows import FileRow

MACRO = office(parts={"word/vbaProject.bin": b"macro"})
VERDICTS = ("Looks sound", "Take care", "Password-protected", "Not sound")


def verdicts(page: QWidget) -> list[str]:
    """Give the words that are found for files, one under the other."""
    return [one for one in lines(page) if one in VERDICTS]


def reasons(row: FileRow) -> list[str]:
    """Give what stands between the word and the file's hash."""
    said = lines(row)
    (word,) = verdicts(row)
    return said[said.index(word) + 1 : -1]


def test_each_row_says_what_was_found(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In words, with the reasons, in the language of now; what is not sound is not opened elsewhere."""
    files = (
        picture(face),
        face.files.put("list.docx", "docx", MACRO),
        face.files.put("closed.pdf", "pdf", pdf(password="x")),
        face.files.put("letter.docx", "docx", b"no letter"),
    )
    screen = shown(face, bridge, qtbot, alert(1, files=files))
    qtbot.waitUntil(lambda: verdicts(screen) == list(VERDICTS))
    assert [bool(reasons(file_row(screen, one.name))) for one in files] == [False, True, True, True]
    assert [f"Open {one.name}" in offered(screen) for one in files] == [True, True, True, False]
    opens, saves = (button(screen, f"{name} list.docx") for name in ("Open", "Save a copy of"))
    assert opens.accessibleDescription().startswith("Take care: The file carries macros")
    speech.use("hi")
    assert "सावधान रहें" in lines(file_row(screen, "list.docx"))
    assert saves.accessibleDescription().startswith("सावधान रहें: फ़ाइल में मैक्रो")


def test_what_is_not_sound_is_told_when_it_is_found(
    face: Face, bridge: Bridge, speech: Speech, told: list[str], qtbot: QtBot
) -> None:
    """A verdict comes a while after the page: nobody who only listens would know of it; sound files tell no news."""
    assert speech.code == "en"
    files = (picture(face), face.files.put("list.docx", "docx", MACRO), face.files.put("a.docx", "docx", b"no letter"))
    screen = shown(face, bridge, qtbot, alert(1, files=files))
    qtbot.waitUntil(lambda: verdicts(screen) == ["Looks sound", "Take care", "Not sound"])
    assert [one.split(": ")[:2] for one in told] == [["list.docx", "Take care"], ["a.docx", "Not sound"]]


def test_the_verdict_of_what_one_stands_on_is_told(
    face: Face, bridge: Bridge, speech: Speech, told: list[str], qtbot: QtBot
) -> None:
    """Also that it is sound: it was opened to be looked at. Behind the lock nothing is told."""
    assert speech.code == "en"
    face.alerts.away = True
    screen = shown(face, bridge, qtbot, alert(1, files=(picture(face),)))
    screen.activateWindow()
    row = file_row(screen, "scene.png")
    qtbot.waitUntil(screen.isActiveWindow)
    button(row, "Save a copy of scene.png").setFocus()
    row.show_found(Inspection(Verdict.ACCEPT, Kind.JPEG))
    assert told == [f"{row.file.name}: Looks sound"]
    screen.hide()
    row.show_found(Inspection(Verdict.REJECT, Kind.JPEG, ("mismatch",)))
    assert len(told) == 1


def test_a_file_says_nothing_until_it_is_here(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """And says it as soon as it was brought."""
    assert speech.code == "en"
    face.alerts.away = True
    screen = shown(face, bridge, qtbot, alert(1, files=(picture(face),)))
    qtbot.waitUntil(bridge.idle)
    assert verdicts(screen) == []
    press(screen, "Open scene.png")
    qtbot.waitUntil(lambda: verdicts(screen) == ["Looks sound"])


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
    screen = shown(face, bridge, qtbot, alert(1, files=letters))
    qtbot.waitUntil(begun.is_set)
    late = file_row(screen, "a.docx")
    screen.sleep()
    screen.hide()
    assert "docx" not in held(screen)
    go_on.set()
    qtbot.waitUntil(bridge.idle)
    assert late.found is None
    assert looked == ["a.docx"]
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: verdicts(screen) == ["Take care", "Looks sound"])
    assert looked == ["a.docx", "a.docx", "b.docx"]
