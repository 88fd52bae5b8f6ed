"""The dashboard where there is nothing: what one stands on, and what comes in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.errors import StoreDamagedError
from station_client.events import Part, StoreChanged
from tests.support.dashboards import shown
from tests.support.faces import NOW, Face, alert
from tests.support.hands import button
from tests.support.seen import lines, offered, worded
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.dashboard import DashboardScreen


def test_an_empty_page_has_one_thing_to_stand_on(
    face: Face, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot
) -> None:
    """Before the first sync that is the sync, afterwards the older alerts; what comes in its place takes its place."""
    assert speech.code == "en"
    wear(scrolling=True)
    face.alerts.as_on = None
    screen = shown(face, bridge, qtbot)
    screen.activateWindow()
    high = screen.windows[Category.HIGH_ALERT]
    qtbot.waitUntil(lambda: offered(screen) == ["Sync now"])  # and nothing moves that could be held
    qtbot.waitUntil(button(high, "Sync now").hasFocus)
    qtbot.keyClick(button(high, "Sync now"), Qt.Key.Key_Return)
    assert face.sync.asked == 1
    face.alerts.as_on = NOW
    screen.activate()
    qtbot.waitUntil(lambda: offered(screen) == ["Search older alerts"])
    with qtbot.waitSignal(screen.go, check_params_cb=lambda place: place == "search"):
        qtbot.keyClick(button(high, "Search older alerts"), Qt.Key.Key_Return)
    face.alerts.put(alert(1))
    face.bus.tell(StoreChanged(frozenset({Part.ALERTS})))
    qtbot.waitUntil(high.view.hasFocus)
    qtbot.waitUntil(high.pause.isVisible)


def test_what_could_not_be_read_is_not_said_to_be_opening(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """Each window says so, in another language too, until it can be read; what was shown before would stay."""
    face.alerts.put(alert(1))
    face.alerts.error = StoreDamagedError()
    screen = DashboardScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    with qtbot.waitSignal(screen.notice):
        screen.activate()
    failed = "This could not be looked through."
    for language in ("en", "hi"):
        speech.use(language)
        assert all(lines(window)[-1] == worded("EmptyState", failed) for window in screen.windows.values())
    assert worded("EmptyState", failed) != failed
    face.alerts.error = None
    screen.activate()
    qtbot.waitUntil(lambda: all(window.known() for window in screen.windows.values()))
    assert "पिछले 30 दिनों में कुछ नहीं" in lines(screen.windows[Category.JAIL_BREAK])


def test_what_the_lock_broke_off_is_opening_again_after_it(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """The copy was closed while it was read: that is no fault, and the windows do not say that there was one."""
    assert speech.code == "en"
    screen = shown(face, bridge, qtbot)
    face.alerts.error = StoreDamagedError()
    screen.activate()
    screen.sleep()
    screen.hide()
    qtbot.waitUntil(bridge.idle)
    screen.show()
    assert all(lines(window)[-1] == "Loading…" for window in screen.windows.values())
