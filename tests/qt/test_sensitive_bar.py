"""A record is marked sensitive by the rank, with a reason; nobody else is offered it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.errors import CentreUnreachableError, StationError
from tests.support.faces import OFFICER, Face
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.sensitive_bar import SensitiveBar

WHY = "Order of the Superintendent."


@dataclass
class FakeDisclosure:
    """The centre's answers in memory; ``wrong`` is raised by the next mark."""

    rank: bool = True
    marks: list[tuple[str, str, str, bool]] = field(default_factory=list)
    wrong: StationError | None = None

    def may_mark(self) -> bool:
        """Tell whether the officer has the rank."""
        return self.rank

    def mark(self, kind: str, key: str, why: str, *, sensitive: bool) -> int:
        """Remember the mark."""
        if self.wrong is not None:
            raise self.wrong
        self.marks.append((kind, key, why, sensitive))
        return 42


@pytest.fixture
def centre() -> FakeDisclosure:
    """Give the centre."""
    return FakeDisclosure()


@pytest.fixture
def bar(face: Face, centre: FakeDisclosure, bridge: Bridge, qtbot: QtBot, speech: Speech) -> SensitiveBar:
    """Give the bar, on an alert."""
    assert speech.code == "en"
    face.session.now = OFFICER
    made = SensitiveBar(face.verbs(disclosure=centre), bridge, "alert")
    qtbot.addWidget(made)
    made.stand_on("uid-1")
    return made


def test_a_mark_takes_a_reason(bar: SensitiveBar, centre: FakeDisclosure, qtbot: QtBot) -> None:
    """By keys alone; a reason that says too little sends nothing; afterwards nothing typed is left."""
    assert not bar.isHidden()
    bar.begin.click()
    qtbot.keyClicks(bar.line.why, "why not")
    assert not bar.line.confirm.isEnabled()
    bar.line.why.clear()
    qtbot.keyClicks(bar.line.why, WHY)
    with qtbot.waitSignal(bar.marked):
        qtbot.keyClick(bar.line.why, Qt.Key.Key_Return)
    assert centre.marks == [("alert", "uid-1", WHY, True)]
    assert bar.line.why.text() == ""


def test_without_a_line_the_reason_stays(bar: SensitiveBar, centre: FakeDisclosure, qtbot: QtBot) -> None:
    """It can be tried again."""
    centre.wrong = CentreUnreachableError("cut")
    bar.begin.click()
    bar.line.why.setText(WHY)
    with qtbot.waitSignal(bar.failed):
        bar.line.confirm.click()
    assert bar.line.why.text() == WHY
    assert bar.line.confirm.isEnabled()


def test_only_the_rank_is_offered_it(bar: SensitiveBar, centre: FakeDisclosure) -> None:
    """What an officer may not is no dead button; another alert begins empty."""
    bar.line.why.setText(WHY)
    bar.stand_on("uid-2")
    assert bar.line.why.text() == ""
    centre.rank = False
    bar.stand_on("uid-2")
    assert bar.isHidden()
