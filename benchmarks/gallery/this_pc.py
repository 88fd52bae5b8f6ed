"""What is of the PC rather than of a case: its officers, its audit trail, settings, help."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QMessageBox, QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.scene import Act, Prepare, Scene, at, go
from benchmarks.gallery.waiting import opened
from station_client.config import Settings
from station_client.domain.ids import Login
from station_client.domain.office import Act as Right
from station_client.errors import StationError, StoreDamagedError, TrailBrokenError, WrongPasswordError
from station_client.services.deeds import Deed
from station_client.services.views import OfficerHere, TrailLine, TrailPage
from tests.support.faces import NOW, OFFICER, SECOND
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.add_officer import AddOfficerScreen
from ui.screens.help import HelpScreen
from ui.screens.officers import OfficersScreen
from ui.screens.trail import TrailScreen

FEW, MANY, PAGE = 60, 48_000, 50
DEEDS: Final = tuple(Deed)
HERE: Final = (
    OfficerHere(OFFICER.login, OFFICER.name, OFFICER.rank, NOW - timedelta(days=400), withdrawn=False),
    OfficerHere(SECOND.login, SECOND.name, SECOND.rank, NOW - timedelta(days=90), withdrawn=False),
    OfficerHere(Login("mlal"), "मोहन लाल", "Constable", None, withdrawn=True),
)


@dataclass
class Trail:
    """So many entries, the newest of which the centre has not."""

    last: int
    broken: StationError | None = None
    asked: list[str] = field(default_factory=list)

    def page(self, *, before: int | None = None, login: str = "", act: str = "") -> TrailPage:
        """Give the next ones."""
        self.asked.append(f"{login} {act}")
        if self.broken is not None and not isinstance(self.broken, TrailBrokenError):
            raise self.broken
        newest = min(self.last, before - 1) if before else self.last
        lines = tuple(self._line(number) for number in range(newest, max(0, newest - PAGE), -1))
        return TrailPage(lines, lines[-1].number if newest > PAGE else None, self.last, self.last - 3)

    def officers(self) -> tuple[tuple[Login, str], ...]:
        """Name two."""
        return (OFFICER.login, OFFICER.name), (SECOND.login, SECOND.name)

    def verify(self) -> int:
        """Prove it, or say where it is broken."""
        if self.broken is not None:
            raise self.broken
        return self.last

    def _line(self, number: int) -> TrailLine:
        who = (OFFICER, SECOND)[number % 3 == 0]
        act = DEEDS[number % len(DEEDS)]
        subject = ("31682034/2026/123", "019a8c1e-7f30-7cc1-9d21-00aa5be1f001", "", "form-24 2026-11")[number % 4]
        at = NOW - timedelta(minutes=7 * (self.last - number))
        return TrailLine(number, who.login, who.name, act, subject, at, 0.4, sent=number <= self.last - 3)


class Here:
    """Three officers, one of whom the centre has withdrawn."""

    def here(self) -> tuple[OfficerHere, ...]:
        """List them."""
        return HERE


def _told(trail: Trail) -> Prepare:
    def prepared(folder: Path) -> Desk:
        desk = made_up.filled(folder)
        desk.verbs = replace(desk.verbs, audit=trail)  # type: ignore[arg-type] # in memory
        return desk

    return prepared


def _officers(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, officers=Here())  # type: ignore[arg-type] # in memory
    return desk


def _not_in_charge(folder: Path) -> Desk:
    desk = _officers(folder)
    rights = replace(OFFICER.rights, acts=frozenset({Right.VIEW, Right.UPLOAD}))
    desk.face.session.officers = (replace(OFFICER, rights=rights),)
    return desk


def _no_keychain(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.face.session.lists = False
    return desk


def _fixed(folder: Path) -> Desk:
    """Give a desk where State IT has decided everything."""
    desk = made_up.filled(folder)
    every = frozenset({"language", "scale", "theme", "scrolling"})
    settled: Settings = replace(desk.verbs.settings, fixed=every, lock_seconds=300, bytes_per_second=32_768)
    desk.verbs = replace(desk.verbs, settings=settled)
    return desk


def _verified(window: MainWindow, _desk: Desk) -> None:
    at(window, "trail", TrailScreen).verify_button.click()


def _removed(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "officers", OfficersScreen)
    screen.table.selectRow(1)
    screen.remove_button.click()
    return opened(screen, QMessageBox)


def _not_vouched(window: MainWindow, _desk: Desk) -> None:
    screen = at(window, "add-officer", AddOfficerScreen)
    screen.login.setText("mlal")
    screen._not_vouched(WrongPasswordError())  # noqa: SLF001 as the answer does


def _help(words: str) -> Act:
    def act(window: MainWindow, _desk: Desk) -> None:
        at(window, "help", HelpScreen).query.setText(words)

    return act


SCENES: Final = (
    Scene("officers", _officers, go("officers")),
    Scene("officers-not-in-charge", _not_in_charge, go("officers")),
    Scene("officers-no-keychain", _no_keychain, go("officers")),
    Scene("officers-remove", _officers, _removed),
    Scene("add-officer", made_up.filled, go("add-officer")),
    Scene("add-officer-not-vouched", made_up.filled, _not_vouched),
    Scene("trail-empty", made_up.empty, go("trail")),
    Scene("trail", _told(Trail(FEW)), go("trail")),
    Scene("trail-thousands", _told(Trail(MANY)), go("trail")),
    Scene("trail-whole", _told(Trail(FEW)), _verified),
    Scene("trail-broken", _told(Trail(FEW, TrailBrokenError(17))), _verified),
    Scene("trail-error", _told(Trail(FEW, StoreDamagedError())), go("trail")),
    Scene("settings", made_up.filled, go("settings")),
    Scene("settings-fixed", _fixed, go("settings")),
    Scene("help", made_up.filled, go("help")),
    Scene("help-found", made_up.filled, _help("FIR")),
    Scene("help-nothing", made_up.filled, _help("unicorn")),
)
