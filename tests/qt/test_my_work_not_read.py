"""My work where this PC's own work cannot be read: nothing there is called empty."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.outbox import OutboxItem
from station_client.errors import StoreDamagedError
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.my_work import MyWorkScreen


@pytest.fixture
def screen(desk: Desk, bridge: Bridge, qtbot: QtBot, speech: Speech) -> MyWorkScreen:
    """Give the screen in English."""
    assert speech.code == "en"
    made = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_could_not_be_read_is_not_called_empty(
    desk: Desk, screen: MyWorkScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, speech: Speech
) -> None:
    """Somebody might write an alert again that is there; so it stays in the other language, until it can be read."""
    pages = (screen.drafts, screen.outbox, screen.receipts)

    def damaged() -> tuple[OutboxItem, ...]:
        raise StoreDamagedError("a page does not read")

    with monkeypatch.context() as broken:
        broken.setattr(desk.outbox, "items", damaged)
        screen.activate()
        qtbot.waitUntil(lambda: {one.empty.text() for one in pages} == {"This could not be looked through."})
        speech.use("hi")
        assert {one.empty.text() for one in pages} == {"इसे देखा नहीं जा सका।"}
        speech.use("en")
    screen.activate()
    qtbot.waitUntil(lambda: screen.drafts.empty.text() == "No draft is waiting to be finished.")
