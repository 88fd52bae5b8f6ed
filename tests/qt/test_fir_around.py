"""Around an FIR: the other code, the alerts on it, and who the victim is for who asks with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.fir import ActSection
from station_client.errors import NotEntitledError
from station_client.ports import Line, SyncStatus
from tests.support.faces import NOW, Face, alert
from tests.support.held_firs import FakeDisclosure
from tests.support.printed_firs import protected_fir
from tests.support.spoken import nameless
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.printing.fir_around import other_code
from ui.screens.fir import FirScreen

NAME = "Kalpanika"
WHY = "Identification parade on Monday"


@pytest.fixture
def disclosure() -> FakeDisclosure:
    """Let the officer ask."""
    return FakeDisclosure(may=True, told=protected_fir())


@pytest.fixture
def screen(face: Face, disclosure: FakeDisclosure, bridge: Bridge, qtbot: QtBot, speech: Speech) -> FirScreen:
    """Show a protected FIR that two alerts stand on."""
    assert speech.code == "en"
    desk, fir = Desk(face), protected_fir()
    desk.firs.held[fir.key] = fir
    here = {"fir_key": fir.key, "fir_shown": fir.shown}
    face.alerts.put(*(replace(alert(number), **here) for number in (1, 2)), alert(3))  # type: ignore[arg-type] # its fields
    made = FirScreen(replace(desk.verbs, disclosure=disclosure), bridge)  # type: ignore[arg-type] # a fake
    qtbot.addWidget(made)
    made.resize(880, 700)
    made.show()
    made.show_one(fir.key)
    qtbot.waitUntil(lambda: "number 1" in made.page.toPlainText())
    return made


def test_sections_stand_in_the_other_code_too() -> None:
    """By the official table, from either end; an act that it does not know is left out."""
    fir = protected_fir()
    acts = (ActSection("Bharatiya Nyaya Sanhita (BNS), 2023", "318(4)"), ActSection("Indian Penal Code", "366A"))
    said = dict(other_code(replace(fir, form=replace(fir.form, acts=(*acts, ActSection("Arms Act", "25"))))))
    assert "IPC 420" in said["BNS 318(4)"]
    assert said["IPC 366A"] == "BNS 96"
    assert len(said) == 2


def test_the_alerts_on_it_are_named_and_opened(screen: FirScreen, qtbot: QtBot) -> None:
    """Those of this FIR and no other; a link that leads elsewhere is not followed."""
    shown = screen.page.toPlainText()
    assert "number 2" in shown
    assert "number 3" not in shown
    with qtbot.waitSignal(screen.open_alert) as opened:
        screen.page.anchorClicked.emit(QUrl("alert:alert-1"))
    assert opened.args == ["alert-1"]
    with qtbot.assertNotEmitted(screen.open_alert):
        screen.page.anchorClicked.emit(QUrl("https://example.invalid/"))


def test_the_victim_is_shown_for_a_reason_and_goes_with_the_lock(
    screen: FirScreen, disclosure: FakeDisclosure, qtbot: QtBot
) -> None:
    """A reason of ten signs, an answer that says it was written down; numbers stay masked; nothing is left behind."""
    assert NAME not in screen.page.toPlainText()
    screen.why.begin.click()
    screen.why.line.why.setText("too short")
    assert not screen.why.line.confirm.isEnabled()
    screen.why.line.why.setText(WHY)
    screen.why.line.confirm.click()
    qtbot.waitUntil(lambda: NAME in screen.page.toPlainText())
    assert disclosure.asked == [(protected_fir().key, WHY)]
    assert "№ 12" in screen.banner.text()
    assert "9876543210" not in screen.page.toPlainText()
    assert screen.why.isHidden()
    assert screen.why.line.why.text() == ""
    screen.sleep()
    assert NAME not in screen.page.toPlainText()


def test_paper_hides_the_victim_all_the_same(screen: FirScreen, qtbot: QtBot, tmp_path: Path) -> None:
    """What is printed while the identity is shown is the FIR as it always is on paper."""
    screen.why.given.emit(WHY)
    qtbot.waitUntil(lambda: NAME in screen.page.toPlainText())
    screen.print_to(tmp_path / "fir.pdf")
    qtbot.waitUntil((tmp_path / "fir.pdf").is_file)
    qtbot.waitUntil(screen.bridge.idle)
    printed = " ".join(page.extract_text() for page in PdfReader(tmp_path / "fir.pdf").pages)
    assert protected_fir().shown in printed
    assert NAME not in printed


def test_who_may_not_and_who_has_no_line_are_told(
    screen: FirScreen, disclosure: FakeDisclosure, face: Face, qtbot: QtBot
) -> None:
    """No button without the right; a dead one says why; the centre's no is said, and nothing is shown."""
    face.sync.put(SyncStatus(Line.NONE, NOW, NOW))
    qtbot.waitUntil(lambda: not screen.why.begin.isEnabled())
    assert "no line" in screen.why.begin.toolTip()
    face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
    qtbot.waitUntil(screen.why.begin.isEnabled)
    disclosure.wrong = NotEntitledError("see-victim")
    with qtbot.waitSignal(screen.notice):
        screen.why.given.emit(WHY)
    assert NAME not in screen.page.toPlainText()
    disclosure.may = False
    face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
    qtbot.waitUntil(screen.why.isHidden)


def test_every_widget_has_a_name(screen: FirScreen, speech: Speech) -> None:
    """Unfolded too, in both languages."""
    screen.why.begin.click()
    assert nameless(screen) == []
    speech.use("hi")
    QApplication.processEvents()
    assert nameless(screen) == []
    assert "पहचान" in screen.why.begin.text()
