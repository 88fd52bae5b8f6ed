"""A draft is given to another officer of this PC from the drafts page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, Login
from tests.support.faces import NOW, OFFICER, Face
from tests.support.seen import lines
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.models.drafts import AUTHOR
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


def test_the_whole_station_is_seen_by_one_in_charge(face: Face, bridge: Bridge, qtbot: QtBot, speech: Speech) -> None:
    """Another officer's draft is named as theirs; it can be handed over, and neither opened nor thrown away."""
    assert speech.code == "en"
    desk = Desk(face)
    face.session.now = OFFICER
    for key, author in (("draft-1", "asharma"), ("draft-2", "pnegi")):
        made = Draft(DraftId(key), Login(author), NOW, NOW, description="A tractor was taken.")
        desk.drafts.held[made.draft_id] = made
    screen = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    page = screen.drafts
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.table.isColumnHidden(AUTHOR)
    page.whole.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert not page.table.isColumnHidden(AUTHOR)
    row = page.model.row_of("draft-2")
    assert page.model.cell(page.model.rows[row], AUTHOR) == "Pooja Negi"
    page.table.selectRow(row)
    assert (page.open_button.isEnabled(), page.hand_button.isEnabled(), page.discard_button.isEnabled()) == (
        False, True, False,
    )  # fmt: skip
    assert "Another officer's draft: it can only be handed over." in lines(page)
    page.table.selectRow(page.model.row_of("draft-1"))
    assert "Another officer's draft: it can only be handed over." not in lines(page)
    screen.sleep()
    assert not page.whole.isChecked()


def test_a_login_is_asked_where_nobody_is_listed(face: Face, bridge: Bridge, qtbot: QtBot, speech: Speech) -> None:
    """In the password-only mode the officer types to whom the draft goes."""
    assert speech.code == "en"
    desk = Desk(face)
    face.session.lists = False
    draft = Draft(DraftId("draft-1"), OFFICER.login, NOW, NOW, description="A tractor was taken.")
    desk.drafts.held[draft.draft_id] = draft
    screen = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: screen.drafts.model.rowCount() == 1)
    screen.drafts.table.selectRow(0)
    screen.drafts.hand_button.click()
    asked = screen.drafts.findChild(QInputDialog)
    assert isinstance(asked, QInputDialog)
    asked.setTextValue("pnegi")
    asked.accept()
    qtbot.waitUntil(lambda: desk.drafts.given == [("draft-1", "pnegi")])


def test_older_drafts_are_asked_for(face: Face, bridge: Bridge, qtbot: QtBot, speech: Speech) -> None:
    """A thousand stand there at first; the rest comes when it is wanted."""
    assert speech.code == "en"
    desk = Desk(face)
    for number in range(1001):
        made = Draft(DraftId(f"draft-{number}"), OFFICER.login, NOW, NOW, description=f"Tractor {number}.")
        desk.drafts.held[made.draft_id] = made
    screen = MyWorkScreen(desk.verbs, bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    page = screen.drafts
    qtbot.waitUntil(lambda: page.model.rowCount() == 1000)
    assert page.more_button.isVisible()
    page.more_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1001)
    assert not page.more_button.isVisible()
