"""How old the copy is stands on every page that shows something of it, in the same words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from station_client.ports import Line, SyncStatus
from tests.support.faces import NOW, Face, alert
from tests.support.hands import clocks, strike
from tests.support.printed_firs import protected_fir
from tests.support.work import Desk, item, receipt
from ui.bridge import Bridge
from ui.language import Speech, as_on
from ui.screens.places import Places
from ui.widgets.freshness import AGE_TICK, Freshness


@pytest.mark.parametrize(
    "page",
    [
        ("dashboard", ""),
        ("alert", "alert-1"),
        ("my-work", ""),
        ("messages", ""),
        ("search", ""),
        ("fir", "31682034/2026/123"),
        ("receipt", "item-1"),
    ],
)
def test_every_page_of_the_copy_says_how_old_it_is(
    page: tuple[str, str], desk: Desk, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """Once on each page, also after the language changed and after a sync."""
    desk.face.alerts.put(alert(1))
    desk.firs.held[protected_fir().key] = protected_fir()
    desk.outbox.put(item(1))
    desk.outbox.confirm(receipt(item(1)))
    places = Places(desk.verbs, bridge)
    qtbot.addWidget(places)
    places.show()
    places.show_place(*page)
    shown = places.windows[-1] if places.windows else places

    def fresh() -> list[str]:
        return [one.text() for one in shown.findChildren(Freshness) if one.isVisible()]

    qtbot.waitUntil(lambda: fresh() == ["as on 14:03 IST, 2 min old"])
    desk.face.sync.put(SyncStatus(Line.GOOD, NOW, NOW))
    qtbot.waitUntil(lambda: fresh() == ["as on 14:05 IST, just now"])
    speech.use("hi")
    assert fresh() == ["14:05 IST की स्थिति, अभी-अभी"]


@pytest.mark.usefixtures("speech")
def test_it_grows_old_by_itself(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """It counts on while it is seen; from six hours on it stands out; an hour of another day has its day."""
    fresh = Freshness(face.verbs(), bridge)
    qtbot.addWidget(fresh)
    fresh.show()
    assert [one.interval() for one in clocks(fresh)] == [AGE_TICK]
    face.clock.moment = NOW + timedelta(hours=9)
    strike(fresh)
    assert (fresh.text(), fresh.property("role")) == ("as on 14:03 IST, 9 h old", "warning")
    face.clock.moment = NOW + timedelta(days=3)
    strike(fresh)
    assert fresh.text() == "as on 14/03/2026 14:03 IST, 3 d old"
    fresh.hide()
    assert not clocks(fresh)
    assert as_on(None, NOW) == "not synced yet"
