"""What is wrong? One fault is named with its next step; the report for State IT carries codes and no case."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from station_client.errors import ClockWrongError, LineError, NoAddressError
from station_client.services.diagnosis import Step
from tests.support.diagnoses import FakeDiagnosis
from tests.support.faces import Face
from tests.support.seen import beside, row, worded
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.what_is_wrong import WhatIsWrongScreen


def opened(face: Face, bridge: Bridge, qtbot: QtBot, service: FakeDiagnosis) -> WhatIsWrongScreen:
    """Give the page after it has tried everything."""
    screen = WhatIsWrongScreen(face.verbs(diagnosis=service), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: screen.found is not None)
    return screen


FIRST = (
    "Network cable or Wi-Fi",
    "VPN and the way to the centre",
    "The centre's name in the network",
    "The State's proxy",
)


def states(screen: WhatIsWrongScreen, steps: Iterable[str]) -> list[str]:
    """Give the word that stands before each step."""
    return [row(screen, one)[0] for one in steps]


def test_one_fault_is_named_with_its_next_step(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """What needs the broken step is not tried; what stands for itself is good; Hindi says it too."""
    screen = opened(face, bridge, qtbot, FakeDiagnosis(LineError()))
    steps = (*FIRST, "The centre's answer", "This PC's disk")
    assert states(screen, steps) == ["Good", "Fault", "Not tried", "Not tried", "Not tried", "Good"]
    assert "Nothing is lost" in screen.verdict.text()
    speech.use("hi")
    assert states(screen, (worded("WhatIsWrongScreen", FIRST[1]),)) == ["ख़राबी"]


def test_by_how_much_the_clock_is_wrong_is_said_twice(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Above, and beside the step that has the fault; no place that is to be filled in is ever shown."""
    assert speech.code == "en"
    screen = opened(face, bridge, qtbot, FakeDiagnosis(ClockWrongError(5400.0), Step.CLOCK, 5400.0))
    assert "wrong by 90 min" in screen.verdict.text()
    assert beside(screen, "This PC's date and time") == "This PC's clock is wrong by 90 min."


@pytest.mark.parametrize("wide", [900, 800])
def test_no_line_of_a_sentence_is_cut(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, wear: Callable[..., None], *, wide: int
) -> None:
    """In the largest letters a sentence takes several lines beside its step; the page scrolls for them."""
    wear(scale=1.45)
    speech.use("hi")
    screen = opened(face, bridge, qtbot, FakeDiagnosis(NoAddressError(), Step.CABLE))
    screen.resize(wide, 600)
    said = beside(screen, worded("WhatIsWrongScreen", FIRST[0]))
    (sentence,) = (one for one in screen.findChildren(QLabel) if one.isVisible() and one.text() == said)
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))
    assert sentence.heightForWidth(sentence.width()) > sentence.fontMetrics().height() * 2


def test_the_keyboard_stays_where_one_tries_again(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Also while it is tried: Enter must not lead to another button of the window meanwhile."""
    assert speech.code == "en"
    screen = opened(face, bridge, qtbot, FakeDiagnosis(LineError()))
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.again.setFocus()
    qtbot.keyClick(screen.again, Qt.Key.Key_Return)
    assert "Trying" in screen.verdict.text()
    assert screen.again.hasFocus()
    qtbot.waitUntil(lambda: "Trying" not in screen.verdict.text())
    assert screen.again.hasFocus()


def test_each_step_is_seen_as_it_is_tried(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """On a slow line one sees what is tried now and what was good already, and may stop it there."""
    assert speech.code == "en"
    service = FakeDiagnosis(slow=Step.NAME)
    screen = WhatIsWrongScreen(face.verbs(diagnosis=service), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()

    def seen() -> list[str]:
        return states(screen, FIRST)

    qtbot.waitUntil(lambda: seen() == ["Good", "Good", "Trying…", "Not tried"])
    assert screen.strip.text() == "2 of 10"
    qtbot.mouseClick(screen.strip.cancel, Qt.MouseButton.LeftButton)
    assert screen.verdict.text() == "Stopping after the step that is being tried."
    service.answer.set()
    qtbot.waitUntil(lambda: screen.found is not None)
    assert seen() == ["Good", "Good", "Good", "Not tried"]
    assert screen.verdict.text() == "Stopped. Until then nothing wrong was found."
    assert not screen.strip.isVisible()


def test_the_report_can_be_copied(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Every step and its code, in English whatever the language, for whoever mends it."""
    speech.use("hi")
    screen = opened(face, bridge, qtbot, FakeDiagnosis(LineError()))
    screen.copy.click()
    report = QGuiApplication.clipboard().text()
    assert "route: fault line" in report
    assert "disk: good 10.1.2.3" in report
    assert report == screen.report()


def test_nothing_wrong_is_said_plainly(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """All good."""
    assert speech.code == "en"
    screen = opened(face, bridge, qtbot, FakeDiagnosis())
    assert screen.verdict.text() == "Nothing is wrong between this PC and the centre."
    assert screen.again.isEnabled()
