"""The dashboard, the strip above it and the line at its foot, as they stand on good days and on others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.held import holding
from benchmarks.gallery.scene import Prepare, Scene, at, nothing
from station_client.domain.alert import Category
from station_client.domain.ids import AlertUid, ItemId
from station_client.errors import SecondCopyError, StoreDamagedError
from station_client.ports import Line, Phase, Reading, Removals, SyncStatus, Transfer
from station_client.services.repairs import Mended
from tests.support.faces import NOW
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.dashboard import DashboardScreen

GOOD: Final = SyncStatus(Line.GOOD, NOW - timedelta(hours=2), NOW - timedelta(minutes=2))
FIRST_COPY: Final = SyncStatus(
    Line.GOOD,
    NOW,
    running=True,
    phase=Phase.FIRST_COPY,
    reading=Reading(41_000, 212_000, 850.0),
)
SENDING: Final = replace(GOOD, waiting=3, transfer=Transfer(ItemId("item-2"), 3_400_000, 9_800_000, 41_000.0))
OLD: Final = replace(GOOD, line=Line.NONE, since=NOW - timedelta(hours=9), last_sync=NOW - timedelta(hours=9))
CLOCK: Final = replace(GOOD, line=Line.REFUSED, error="clock-wrong", skew_seconds=5_400.0, waiting=1)
PAUSED: Final = replace(GOOD, paused=True, waiting=2)
HOURS: Final = replace(GOOD, waiting=2, files_from=NOW + timedelta(hours=6), refused=1)
WITHDRAWN: Final = replace(GOOD, removals=Removals(4_120, 5_000), error="too-many-gone")
ASKED_AGAIN: Final = replace(GOOD, line=Line.REFUSED, error="session-expired")


def _standing(status: SyncStatus, prepare: Prepare = made_up.filled) -> Prepare:
    """Prepare a desk whose sync stands so."""

    def prepared(folder: Path) -> Desk:
        desk = prepare(folder)
        desk.face.sync.shown = status
        return desk

    return prepared


def _many(folder: Path) -> Desk:
    return made_up.filled(folder, made_up.MANY)


def _broken(window: MainWindow, desk: Desk) -> None:
    desk.face.alerts.error = StoreDamagedError()
    window.workplace.places.screens["dashboard"].activate()


def _together(window: MainWindow, desk: Desk) -> None:
    high = desk.face.alerts.stored[AlertUid("high-0")]
    for number in range(3):
        place = f"THANA {'ABC'[number]}"
        desk.face.alerts.put(
            replace(high, uid=AlertUid(f"also-{number}"), office_name=place, sequence=999_990 - number)
        )
    at(window, "dashboard", DashboardScreen).windows[Category.HIGH_ALERT].view.unfold_asked.emit("high-0")


def _high_alert(window: MainWindow, _desk: Desk) -> None:
    window.workplace.says.high_alert("high-0")


def _mended(window: MainWindow, _desk: Desk) -> None:
    window.workplace.says.mended((Mended("desk", "desk.db.damaged-1", NOW - timedelta(hours=2)),))


def _copies(window: MainWindow, _desk: Desk) -> None:
    window.workplace.says.copies(SecondCopyError())


def _good_news(window: MainWindow, _desk: Desk) -> None:
    window.workplace.says.copies(None)


def _menu(window: MainWindow, _desk: Desk) -> QWidget:
    menu = window.workplace.top._who.menu()  # noqa: SLF001 as a press on it does
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


SCENES: Final = (
    Scene("dashboard", made_up.filled, nothing),
    Scene("dashboard-empty", made_up.empty, nothing),
    Scene("dashboard-loading", holding(made_up.filled, "alerts", "dashboard"), nothing, under_way=True),
    Scene("dashboard-first-copy", _standing(FIRST_COPY, made_up.empty), nothing),
    Scene("dashboard-offline", made_up.offline, nothing),
    Scene("dashboard-old", _standing(OLD), nothing),
    Scene("dashboard-clock", _standing(CLOCK), nothing),
    Scene("dashboard-paused", _standing(PAUSED), nothing),
    Scene("dashboard-hours", _standing(HOURS), nothing),
    Scene("dashboard-sending", _standing(SENDING), nothing),
    Scene("dashboard-error", made_up.filled, _broken),
    Scene("dashboard-thousands", _many, nothing),
    Scene("dashboard-together", made_up.filled, _together),
    Scene("dashboard-high-alert", made_up.filled, _high_alert),
    Scene("dashboard-removals", _standing(WITHDRAWN), nothing),
    Scene("dashboard-password-asked", _standing(ASKED_AGAIN), nothing),
    Scene("dashboard-mended", made_up.filled, _mended),
    Scene("dashboard-second-copy", made_up.filled, _copies),
    Scene("dashboard-good-news", made_up.filled, _good_news),
    Scene("officers-menu", made_up.filled, _menu),
)
