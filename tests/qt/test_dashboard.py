"""The seven windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Attention, Category
from station_client.domain.ids import AlertUid
from station_client.errors import StoreDamagedError
from tests.support.dashboards import shown
from tests.support.entering import come_in, give_password
from tests.support.faces import NOW, Face, alert
from tests.support.seen import held, lines
from tests.support.work import Desk
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.dashboard import DashboardScreen
from ui.widgets.alert_list import AlertList
from ui.widgets.alert_row import AlertDelegate
from ui.widgets.column_area import ColumnArea

NAMES = (
    "High Alerts",
    "Major Heinous Crime",
    "Major Human Trafficking",
    "Jail Breaks",
    "Jail Releases",
    "Important Seizures & Recoveries",
    "Interstate Criminals (Arrested/Wanted)",
)


def painter_of(view: AlertList) -> AlertDelegate:
    """Give what draws the rows of a list, and knows where a link is in them."""
    painter = view.itemDelegate()
    assert isinstance(painter, AlertDelegate)
    return painter


def test_the_windows_are_laid_out_in_turns(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """A key comes through between two of them; one of which nothing is new is not laid out again."""
    assert speech.code == "en"
    face.alerts.put(*(alert(at, list(Category)[at % 7]) for at in range(28)))
    screen = shown(face, bridge, qtbot)
    turns: list[str] = []

    def laid_out(category: Category, *_rows: object) -> None:
        if category is Category.SEIZURE:
            QTimer.singleShot(0, partial(turns.append, "a key"))
        turns.append(category)

    for category, window in screen.windows.items():
        window.model.modelReset.connect(partial(laid_out, category))
        window.model.rowsInserted.connect(partial(laid_out, category))
    face.alerts.put(alert(100, Category.SEIZURE), alert(101, Category.INTERSTATE))
    qtbot.waitUntil(lambda: Category.INTERSTATE in turns)
    assert turns == [Category.SEIZURE, "a key", Category.INTERSTATE]


def test_the_keyboard_stays_with_whoever_goes_on_before_all_are_laid_out(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """Else what is typed into the search would open and acknowledge alerts that nobody sees."""
    assert speech.code == "en"
    face.alerts.put(*(alert(at, list(Category)[at % 7]) for at in range(28)))
    desk = Desk(face)
    face.session.now = None
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    dashboard = window.workplace.places.screens["dashboard"]
    assert isinstance(dashboard, DashboardScreen)
    first = dashboard.windows[Category.HIGH_ALERT].model
    qtbot.waitUntil(lambda: first.rowCount() > 0 and bridge.idle())
    window.lock()
    for news in (first.modelReset, first.rowsInserted):
        news.connect(lambda: QTimer.singleShot(0, lambda: window.show_place("search")))
    give_password(window)
    qtbot.waitUntil(lambda: window.workplace.places.currentWidget() is window.workplace.places.screens.get("search"))
    qtbot.waitUntil(bridge.idle)
    for _turn in dashboard.windows:
        QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.workplace.places.screens["search"].isAncestorOf(focus)
    window.close()


def test_seven_windows_by_their_exact_names(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """High Alerts is first and apart; an empty window says so."""
    screen = shown(face, bridge, qtbot)
    heads = [lines(window)[0] for window in screen.windows.values()]
    assert all(head.startswith(name) for name, head in zip(NAMES, heads, strict=True))
    assert "Nothing in the last 30 days" in lines(screen.windows[Category.JAIL_BREAK])
    assert screen.windows[Category.HIGH_ALERT].property("role") == "high"
    assert speech.code == "en"


@pytest.mark.parametrize("language", ["en", "hi"])
def test_very_large_letters_scroll_rather_than_cut(
    face: Face, bridge: Bridge, speech: Speech, dressed: QApplication, qtbot: QtBot, *, language: str
) -> None:
    """Every window keeps two whole rows; Tab brings the one that is below into sight. Normal letters need no scroll."""
    speech.use(language)
    face.alerts.put(*(alert(at, list(Category)[at % 7]) for at in range(28)))
    screen = shown(face, bridge, qtbot)
    area = screen.findChildren(ColumnArea)[0]
    assert area.verticalScrollBar().maximum() == 0
    theme.wear(dressed, scale=1.45)
    try:
        screen.resize(840, 560)
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
        views = [window.view for window in screen.windows.values()]
        qtbot.waitUntil(lambda: all(one.viewport().height() >= 2 * one.sizeHintForRow(0) for one in views))
        last = screen.windows[Category.INTERSTATE].view
        assert last.visibleRegion().boundingRect().height() < last.sizeHintForRow(0)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        for _step in range(20):
            if not last.hasFocus():
                qtbot.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Tab)
        assert last.visibleRegion().boundingRect().height() >= 2 * last.sizeHintForRow(0)
    finally:
        theme.wear(dressed)


def test_thousands_make_no_window_wider_than_the_page(
    face: Face, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot
) -> None:
    """A line of counts ends between two of them, beside the rail of the smallest screen in the largest letters."""
    assert speech.code == "en"
    wear(scale=1.45)
    face.alerts.put(*(alert(at, list(Category)[at % 7]) for at in range(28)))
    screen = shown(face, bridge, qtbot)
    screen.resize(1040, 640)
    told = {one.category: one for one in face.alerts.dashboard(20).windows}
    for category, window in screen.windows.items():
        window.show_window(replace(told[category], total=12_151, new=10_735, acknowledged=1_203))
        assert window.counts() == "10,735 new of 12,151 · 1,203 acknowledged", category
    area = screen.findChildren(ColumnArea)[0]
    inside = area.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.minimumSizeHint().width() <= area.viewport().width())


def test_counts_and_freshness(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """'n new of m', and how old the copy is."""
    face.alerts.put(*(alert(number) for number in range(5)))
    face.alerts.attention[AlertUid("alert-0")] = Attention.SEEN
    screen = shown(face, bridge, qtbot)
    assert screen.windows[Category.HIGH_ALERT].counts() == "4 new of 5"
    assert screen.fresh.text() == "as on 14:03 IST, 2 min old"
    face.clock.moment = NOW + timedelta(hours=9)
    face.sync.put(face.sync.status())
    qtbot.waitUntil(lambda: screen.fresh.text() == "as on 14:03 IST, 9 h old")
    assert screen.fresh.property("role") == "warning"
    speech.use("hi")
    assert screen.windows[Category.HIGH_ALERT].counts() == "5 में 4 नए"


def test_the_keyboard_opens_and_acknowledges(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Enter opens, Ctrl+Enter opens the FIR, Space acknowledges and the line shows it."""
    face.alerts.put(*(alert(number) for number in range(3)))
    screen = shown(face, bridge, qtbot)
    view = screen.windows[Category.HIGH_ALERT].view
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(screen.open_alert, check_params_cb=lambda uid: uid == "alert-2"):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.open_fir, check_params_cb=lambda fir: fir == "31682034/2026/2"):
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.windows[Category.HIGH_ALERT].counts() == "2 new of 3 · 1 acknowledged")
    assert face.alerts.attention[AlertUid("alert-2")] is Attention.ACKNOWLEDGED
    assert view.currentIndex().row() == 0
    assert speech.code == "en"


def test_the_fir_number_is_a_link(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """A click on the number opens the FIR; beside it nothing opens."""
    face.alerts.put(alert(1))
    screen = shown(face, bridge, qtbot)
    view = screen.windows[Category.HIGH_ALERT].view
    index = view.model().index(0, 0)
    link = painter_of(view).fir_rect(view.visualRect(index), index.data(Qt.ItemDataRole.UserRole))
    with qtbot.waitSignal(screen.open_fir):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    with qtbot.assertNotEmitted(screen.open_fir):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=link.center() + (link.topRight() - link.topLeft())
        )
    assert speech.code == "en"


def test_a_fir_s_alerts_unfold_by_keys_and_by_mouse(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """The arrows and a click on the count unfold and fold; Space takes note of one and shows what is unread."""
    face.alerts.put(*(alert(number, fir_key="31682034/2026/7") for number in range(3)))
    screen = shown(face, bridge, qtbot)
    view = screen.windows[Category.HIGH_ALERT].view
    assert view.model().rowCount() == 1
    assert screen.windows[Category.HIGH_ALERT].counts() == "3 new of 3"
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.model().rowCount() == 3
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.model().rowCount() == 1
    assert view.currentIndex().row() == 0
    index = view.model().index(0, 0)
    count = painter_of(view).more_rect(view.visualRect(index), index.data(Qt.ItemDataRole.UserRole))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=count.center())
    assert view.model().rowCount() == 3
    with qtbot.assertNotEmitted(screen.open_alert):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=count.center())
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=count.center())
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=count.center())  # Qt's own leaves it pressed
    assert view.model().rowCount() == 3
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.model().rowCount() == 1
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: AlertUid("alert-2") in face.alerts.attention)
    assert list(face.alerts.attention) == ["alert-2"]
    assert view.model().rowCount() == 3
    assert speech.code == "en"


def test_who_stands_on_an_alert_keeps_it_when_another_comes(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """A newer alert of the same FIR stands for the group, but never under the officer's hand."""
    face.alerts.put(*(alert(number, fir_key="31682034/2026/7") for number in range(2)))
    screen = shown(face, bridge, qtbot)
    view = screen.windows[Category.HIGH_ALERT].view
    qtbot.waitUntil(view.hasFocus)
    face.alerts.put(alert(9, fir_key="31682034/2026/7"))
    qtbot.waitUntil(lambda: view.model().rowCount() == 3)
    line = view.line_at(view.currentIndex())
    assert line is not None
    assert line.uid == "alert-1"
    assert speech.code == "en"


def test_news_comes_by_itself_and_reads_off_the_gui_thread(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot
) -> None:
    """A sync's new alert appears; the services were asked on the pool only."""
    screen = shown(face, bridge, qtbot)
    face.alerts.put(alert(9, Category.SEIZURE))
    qtbot.waitUntil(lambda: screen.windows[Category.SEIZURE].counts() == "1 new of 1")
    assert all(name.startswith("bridge") for name in face.alerts.threads)
    assert speech.code == "en"


def test_an_error_leaves_what_was_there(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Loading and failing never blank the lists; the error is said."""
    face.alerts.put(alert(1))
    screen = shown(face, bridge, qtbot)
    face.alerts.error = StoreDamagedError()
    with qtbot.waitSignal(screen.notice) as said:
        screen.activate()
    assert said.args is not None
    assert "damaged" in said.args[1]
    assert screen.windows[Category.HIGH_ALERT].model.rowCount() == 1
    assert speech.code == "en"


def test_nothing_of_a_case_is_kept_while_locked(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """``sleep`` empties every list, and nobody's place in one is remembered."""
    face.alerts.put(*(alert(number) for number in range(5)))
    screen = shown(face, bridge, qtbot)
    high = screen.windows[Category.HIGH_ALERT]
    high.view.setCurrentIndex(high.model.index(2, 0))
    face.alerts.put(alert(9))
    qtbot.waitUntil(lambda: high.model.rowCount() == 6)
    assert high.view.currentIndex().row() == 3
    screen.sleep()
    assert all(window.model.rowCount() == 0 for window in screen.windows.values())
    assert not [word for word in ("child", "Verma", "2026-") if word in held(screen)]
    screen.activate()
    qtbot.waitUntil(lambda: high.model.rowCount() == 6)
    assert high.view.currentIndex().row() != 3
    assert speech.code == "en"
