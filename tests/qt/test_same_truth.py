"""One account of where things stand, worded twice: whatever the window says of it, the command line says too."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from station_client.commands.setting_up import status_lines
from station_client.domain.ids import ItemId
from station_client.ports import Line, Phase, Reading, Removals, SyncStatus, Transfer
from tests.support.faces import NOW
from tests.support.seen import text
from ui.language import Speech
from ui.widgets.status_line import StatusLine

LATER, BEFORE = NOW + timedelta(minutes=7), NOW - timedelta(minutes=55)
SENDING = Transfer(ItemId("a"), 1_572_864, 5_242_880, 20_480.0)


def window(qtbot: QtBot, status: SyncStatus) -> str:
    """Give everything that the foot of the window says."""
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_status(status, NOW)
    line.show()
    hint = text(line, line.text()).toolTip()
    assert line.accessibleDescription() in hint
    return f"{line.text()}\n{hint}"


@pytest.mark.parametrize(
    ("status", "there", "here"),
    [
        (SyncStatus(Line.NONE, BEFORE, BEFORE, next_try=LATER), "next try at 14:12", "next try: .*14:12"),
        (SyncStatus(Line.NONE, BEFORE, last_contact=BEFORE), "answered last at 13:10", "last contact: .*13:10"),
        (SyncStatus(Line.GOOD, NOW, BEFORE), "last sync 13:10", "last sync: .*13:10"),
        (SyncStatus(Line.GOOD, NOW, NOW, waiting=3, refused=2), "3 queued", "waiting on this PC: 3, refused: 2"),
        (SyncStatus(Line.GOOD, NOW, NOW, waiting=1, transfer=SENDING), "1.5 MB of 5.0 MB", "1,572,864 of 5,242,880"),
        (SyncStatus(Line.GOOD, NOW, NOW, waiting=1, transfer=SENDING), "20 KB a second", "20,480 a second"),
        (SyncStatus(Line.GOOD, NOW, NOW, waiting=1, transfer=SENDING), "about 3 min left", "179 s left"),
        (
            SyncStatus(Line.GOOD, NOW, phase=Phase.FIRST_COPY, reading=Reading(1200, 10000, 20.0)),
            "first copy: 1,200 of 10,000, about 7 min left",
            "first-copy: 1,200 of 10,000 records, 20 a second, 440 s left",
        ),
        (
            SyncStatus(Line.GOOD, NOW, NOW, waiting=1, files_from=LATER),
            "files from 14:12",
            "files travel from: .*14:12",
        ),
        (SyncStatus(Line.GOOD, NOW, NOW, removals=Removals(40, 50)), "40 removals held back", "withdraws 40 of 50"),
        (SyncStatus(Line.GOOD, NOW, NOW, paused=True), "Sync paused", "sync paused"),
        (SyncStatus(Line.REFUSED, NOW, NOW, error="tls-stripped"), "speaks without encryption", "tls-stripped"),
    ],
)
def test_both_faces_say_the_same(status: SyncStatus, there: str, here: str, qtbot: QtBot, speech: Speech) -> None:
    """Last contact, next try, bytes, rate and time left, what waits, what is held back, what is wrong."""
    assert speech.code == "en"
    assert re.search(there, window(qtbot, status))
    assert re.search(here, "\n".join(status_lines(status)))
