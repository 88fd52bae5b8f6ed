"""A draft is given to another officer of this PC from the drafts page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId
from tests.support.faces import NOW, OFFICER, Face
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.my_work import MyWorkScreen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no keyboard to grab


def test_a_draft_is_handed_over(face: Face, bridge: Bridge, qtbot: QtBot, speech: Speech) -> None:
    """The menu names the others, not oneself; the choice is said to be done."""
    assert speech.code == "en"
    desk = Desk(face)
    draft = Draft(DraftId("draft-1"), OFFICER.login, NOW, NOW, description="A tractor was taken.")
    desk.drafts.held[draft.draft_id] = draft
    screen = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    page = screen.drafts
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    screen.tabs.setCurrentWidget(page)
    page.table.selectRow(0)
    assert page.hand_button.isEnabled()
    page.hand_button.click()
    qtbot.waitUntil(lambda: bool(page.menu.actions()))
    others = [one for one in face.session.known_officers() if one.login != OFFICER.login]
    named = [one.text() for one in page.menu.actions()]
    assert named == ([f"{one.rank} {one.name}" for one in others] or ["No other officer signs in on this PC"])
    page.menu.close()
    page.handed_over.emit("draft-1", "pnegi")
    qtbot.waitUntil(lambda: desk.drafts.given == [("draft-1", "pnegi")])
    qtbot.waitUntil(lambda: "Handed over" in screen.banner.text())
    screen.sleep()
    assert not page.hand_button.isEnabled()
