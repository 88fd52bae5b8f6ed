"""The list model under every list of alerts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Attention, Category, Life
from station_client.domain.ids import AlertUid
from station_client.errors import StoreDamagedError
from station_client.services.views import AlertLine
from tests.support.faces import Face, alert
from ui.bridge import Bridge
from ui.models.alert_lines import AlertLines


def lines(face: Face, numbers: Sequence[int]) -> tuple[AlertLine, ...]:
    """Give lines of these numbers, newest first."""
    face.alerts.stored.clear()
    face.alerts.put(*(alert(number) for number in numbers))
    return face.alerts.page(Category.HIGH_ALERT, limit=1000)


def test_it_is_a_right_model(face: Face, bridge: Bridge, qtmodeltester: ModelTester) -> None:
    """Qt's own tester finds nothing wrong, empty and filled, while lines come and go."""
    model = AlertLines(bridge)
    qtmodeltester.check(model)
    for numbers in (range(10), range(5, 15), (3, 7), ()):
        model.show(lines(face, numbers))
        assert model.rowCount() == len(numbers)


def test_what_stays_keeps_its_place(face: Face, bridge: Bridge) -> None:
    """A new alert on top does not lose the officer's selection."""
    model = AlertLines(bridge)
    model.show(lines(face, range(10)), complete=True)
    chosen = QPersistentModelIndex(model.index(4, 0))
    uid = model.data(model.index(4, 0), Qt.ItemDataRole.UserRole).line.uid
    model.show(lines(face, range(13)), complete=True)
    assert chosen.row() == 7
    assert model.data(model.index(7, 0), Qt.ItemDataRole.UserRole).line.uid == uid


def test_a_changed_line_is_repainted(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """An acknowledgement changes the line, not the list."""
    model = AlertLines(bridge)
    model.show(lines(face, range(3)), complete=True)
    face.alerts.attention[AlertUid("alert-1")] = Attention.ACKNOWLEDGED
    with qtbot.waitSignal(model.dataChanged):
        model.show(face.alerts.page(Category.HIGH_ALERT), complete=True)
    assert model.lines()[1].attention is Attention.ACKNOWLEDGED


def test_older_lines_come_when_scrolled_to(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """The next window is asked by keyset, and stays when the first is asked again."""
    every = lines(face, range(120))
    model = AlertLines(bridge, lambda row: face.alerts.page(Category.HIGH_ALERT, row, 50))
    model.show(every[:20])
    while model.canFetchMore():
        with qtbot.waitSignal(model.rowsInserted, raising=False, timeout=300):
            model.fetchMore()
    assert model.lines() == every
    model.show(every[:20])
    assert model.lines() == every


def loaded(face: Face, bridge: Bridge, qtbot: QtBot, number: int) -> AlertLines:
    """Give a model in which so many alerts were scrolled to, 50 at a time after the newest 20."""
    face.alerts.put(*(alert(one) for one in range(number)))
    model = AlertLines(bridge, lambda row: face.alerts.page(Category.HIGH_ALERT, row, 50))
    model.show(face.alerts.page(Category.HIGH_ALERT, limit=20))
    while len(model.lines()) < number:
        with qtbot.waitSignal(model.changed):
            model.fetchMore()
    return model


def test_an_older_line_that_changed_is_shown_as_it_is_now(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """Corrected, recalled, withdrawn, taken note of: also far below the newest, of which nothing is new."""
    model = loaded(face, bridge, qtbot, 150)
    newest = face.alerts.page(Category.HIGH_ALERT, limit=20)
    face.alerts.put(replace(alert(3), life=Life.RECALLED), replace(alert(70), description="Found. He is at home."))
    face.alerts.attention[AlertUid("alert-71")] = Attention.ACKNOWLEDGED
    del face.alerts.stored[AlertUid("alert-40")]
    model.show(newest)
    every = face.alerts.page(Category.HIGH_ALERT, limit=1000)
    qtbot.waitUntil(lambda: model.lines() == every)
    assert len(every) == 149


def test_no_line_is_missing_after_many_came_at_once(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """More than the newest twenty: those between them and what was held stand there too."""
    model = loaded(face, bridge, qtbot, 70)
    face.alerts.put(*(alert(number) for number in range(70, 110)))
    model.show(face.alerts.page(Category.HIGH_ALERT, limit=20))
    qtbot.waitUntil(lambda: model.lines() == face.alerts.page(Category.HIGH_ALERT, limit=1000))


def test_changes_that_never_end_do_not_keep_the_last_line_from_its_turn(
    face: Face, bridge: Bridge, qtbot: QtBot
) -> None:
    """A sync tells of news all the time; the reading goes on from page to page all the same."""
    model = loaded(face, bridge, qtbot, 300)
    newest = face.alerts.page(Category.HIGH_ALERT, limit=20)
    face.alerts.put(replace(alert(0), life=Life.LOCATED))
    news = QTimer(model, interval=0)
    news.timeout.connect(lambda: model.show(newest))
    news.start()
    qtbot.waitUntil(lambda: model.lines()[-1].life is Life.LOCATED)
    news.stop()


def test_a_page_that_did_not_come_is_offered_again(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """Whoever scrolls on asks for it again, also where nothing is new meanwhile; the failure is said."""
    every = lines(face, range(60))
    broken = [StoreDamagedError()]

    def fetch(row: int) -> tuple[AlertLine, ...]:
        if broken:
            raise broken[0]
        return face.alerts.page(Category.HIGH_ALERT, row, 50)

    model = AlertLines(bridge, fetch)
    model.show(every[:20])
    with qtbot.waitSignal(model.failed):
        model.fetchMore()
    broken.clear()
    assert model.canFetchMore()
    model.fetchMore()
    qtbot.waitUntil(lambda: model.lines() == every)


def test_groups_are_a_right_model_too(face: Face, bridge: Bridge, qtmodeltester: ModelTester) -> None:
    """Groups that unfold, fold, lose and win alerts break no rule of Qt's models; a turn of what is gone is nothing."""
    model = AlertLines(bridge)
    qtmodeltester.check(model)
    for numbers, rows in ((range(6), 4), (range(1, 9), 5), ((4,), 1), ((), 0)):
        face.alerts.stored.clear()
        face.alerts.put(*(alert(one, fir_key="a/1/1") if one % 2 else alert(one) for one in numbers))
        model.show(face.alerts.page(Category.HIGH_ALERT, limit=1000), complete=True)
        assert model.rowCount() == rows
        assert model.turn("alert-1", unfold=True) == "alert-1"
        assert model.rowCount() == len(numbers)
        newest = model.turn("alert-1", unfold=False)
        assert model.rowCount() == rows
        assert newest == f"alert-{max((one for one in numbers if one % 2), default=1)}"


def test_a_page_that_is_all_of_one_group_asks_on(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """Where older alerts join a line that is here, no row is added by which the view would know to ask again."""
    every = (alert(0), *(alert(number, fir_key="a/1/1") for number in range(1, 90)))
    face.alerts.put(*every)
    model = AlertLines(bridge, lambda row: face.alerts.page(Category.HIGH_ALERT, row, 20))
    model.show(face.alerts.page(Category.HIGH_ALERT, limit=20))
    model.fetchMore()
    qtbot.waitUntil(lambda: len(model.lines()) == len(every))
    assert model.rowCount() == 2


def test_a_screen_reader_hears_what_is_folded(face: Face, bridge: Bridge) -> None:
    """The count is said, and whether the others are seen."""
    face.alerts.put(*(alert(number, fir_key="a/1/1") for number in range(3)))
    model = AlertLines(bridge)
    model.show(face.alerts.page(Category.HIGH_ALERT))
    for unfold, said in ((False, "folded"), (True, "unfolded")):
        model.turn("alert-0", unfold=unfold)
        spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.endswith(f"2 more about this FIR, {said}")


def test_a_screen_reader_hears_the_state_first(face: Face, bridge: Bridge) -> None:
    """State, category, headline, FIR, place: in that order."""
    model = AlertLines(bridge)
    model.show(lines(face, (7,)))
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("New · High Alerts · Hue & Cry number 7")
    assert "FIR 0007/2026" in spoken
