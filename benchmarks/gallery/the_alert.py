"""One alert: in each of its lives, with its files, before paper, and where the copy does not tell all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.scene import Act, Scene, at, go
from benchmarks.gallery.waiting import opened, pages, until
from station_client.domain.alert import Alert, Life
from station_client.domain.ids import AlertUid
from station_client.domain.redaction import HIDDEN
from station_client.errors import LineStalledError
from station_client.ports import Download
from tests.support.faces import NOW
from tests.support.held_firs import FakeDisclosure
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.alert import AlertScreen
from ui.widgets.lend_question import LendQuestion

WHY: Final = "Identification parade on Monday"
TWICE: Final = tuple(map(made_up.changed, (Life.CORRECTED, Life.RECALLED)))
SHOWN_ONE: Final = AlertUid("high-1")


class Rank(FakeDisclosure):
    """An officer with the rank to mark a record sensitive."""

    def may_mark(self) -> bool:
        """Say so."""
        return True


def _as(**changes: object) -> Act:
    """Open the alert with something of it changed."""

    def act(window: MainWindow, desk: Desk) -> None:
        desk.face.alerts.put(replace(_one(desk), **changes))  # type: ignore[arg-type] # an alert's own fields
        window.show_place("alert", SHOWN_ONE)

    return act


def _one(desk: Desk) -> Alert:
    return desk.face.alerts.stored[SHOWN_ONE]


def _opened(place: int) -> Act:
    def act(window: MainWindow, desk: Desk) -> None:
        screen = at(window, "alert", AlertScreen, "high-0")
        file = desk.face.alerts.stored[AlertUid("high-0")].files[place]
        screen._files.open_asked.emit(file.sha256)  # noqa: SLF001 as a click does
        until("the file's own picture", screen._picture.isVisible)  # noqa: SLF001 to be looked at

    return act


def _lending(window: MainWindow, desk: Desk) -> QWidget:
    """Ask for a letter with macros, which another program would open."""
    screen = at(window, "alert", AlertScreen, "high-0")
    screen._files.open_asked.emit(desk.face.alerts.stored[AlertUid("high-0")].files[2].sha256)  # noqa: SLF001 as a click does
    return opened(screen, LendQuestion)


def _fetching(window: MainWindow, desk: Desk) -> None:
    """Open a file that is still at the centre: it is on its way."""
    desk.face.alerts.away = True
    file = _one(desk).files[0]
    moving = Download(file.sha256, 9_000, 2_100.0)
    screen = at(window, "alert", AlertScreen, SHOWN_ONE)
    screen._files.rows[file.sha256].set_busy(busy=True)  # noqa: SLF001 as a click on a slow line does
    desk.face.sync.put(replace(desk.face.sync.shown, download=moving))


def _not_fetched(window: MainWindow, desk: Desk) -> None:
    """Open a file that is at the centre, where the line goes quiet."""
    desk.face.alerts.away = True
    at(window, "alert", AlertScreen, SHOWN_ONE)._failed(LineStalledError())  # noqa: SLF001 as the answer does


def _own(life: Life | None = None) -> Act:
    """Open an alert of this officer's own, and begin to end it where a ``life`` is given."""

    def act(window: MainWindow, desk: Desk) -> None:
        desk.face.amending.may = frozenset({Life.CORRECTED, Life.LOCATED, Life.RECALLED})
        screen = at(window, "alert", AlertScreen, SHOWN_ONE)
        bar = screen._amend  # noqa: SLF001 as the officer's press does
        if life is Life.LOCATED:
            bar.located.click()
            bar.line.why.setText("Found unhurt at Sandila bus stand, 13:40")
        elif life is Life.RECALLED:
            bar.recall.click()

    return act


def _disclosing(window: MainWindow, desk: Desk, disclosure: FakeDisclosure) -> None:
    window.workplace.places._verbs = replace(desk.verbs, disclosure=disclosure)  # type: ignore[arg-type] # noqa: SLF001 a fake


def _rank(window: MainWindow, desk: Desk) -> None:
    _disclosing(window, desk, Rank(may=True))
    at(window, "alert", AlertScreen, SHOWN_ONE)._sensitive.begin.click()  # noqa: SLF001 as a press does


def _victim_hidden(window: MainWindow, desk: Desk) -> None:
    _disclosing(window, desk, FakeDisclosure(may=True))
    hidden = f"Girl of 15, {HIDDEN}, of {HIDDEN}, missing from the hostel since Sunday evening. " + made_up.NOTES[1]
    desk.face.alerts.put(replace(_one(desk), description=hidden))
    window.show_place("alert", SHOWN_ONE)


def _sensitive(window: MainWindow, desk: Desk) -> None:
    """Ask for an alert that no copy holds: the reason is wanted first."""
    _disclosing(window, desk, FakeDisclosure(may=True))
    at(window, "alert", AlertScreen, "no-such")._whole.why.begin.click()  # noqa: SLF001 as a press does


def _whole(window: MainWindow, desk: Desk) -> None:
    whole = replace(_one(desk), uid=AlertUid("sensitive"))
    _disclosing(window, desk, FakeDisclosure(may=True, whole=whole))
    at(window, "alert", AlertScreen, whole.uid)._whole.why.given.emit(WHY)  # noqa: SLF001 as the officer does


def _printed(window: MainWindow, _desk: Desk) -> QWidget:
    screen = at(window, "alert", AlertScreen, SHOWN_ONE)
    screen._print.print_button.click()  # noqa: SLF001 as a press does
    return pages(screen)


SCENES: Final = (
    Scene("alert", made_up.filled, go("alert", SHOWN_ONE)),
    Scene("alert-located", made_up.filled, go("alert", "high-2")),
    Scene(
        "alert-recalled",
        made_up.filled,
        _as(life=Life.RECALLED, changes=TWICE),
    ),
    Scene("alert-expired", made_up.filled, _as(life=Life.EXPIRED, expires_at=NOW - timedelta(hours=5))),
    Scene(
        "alert-without-fir",
        made_up.filled,
        _as(fir_key="", fir_shown="", gd_number="48", gd_reason="Complainant is on the way", files=()),
    ),
    Scene("alert-picture", made_up.filled, _opened(0)),
    Scene("alert-pdf", made_up.filled, _opened(1)),
    Scene("alert-lending", made_up.filled, _lending),
    Scene("alert-fetching", made_up.filled, _fetching),
    Scene("alert-not-fetched", made_up.offline, _not_fetched),
    Scene("alert-own", made_up.filled, _own()),
    Scene("alert-own-located", made_up.filled, _own(Life.LOCATED)),
    Scene("alert-own-recalled", made_up.filled, _own(Life.RECALLED)),
    Scene("alert-rank", made_up.filled, _rank),
    Scene("alert-victim-hidden", made_up.filled, _victim_hidden),
    Scene("alert-missing", made_up.filled, go("alert", "no-such")),
    Scene("alert-missing-offline", made_up.offline, go("alert", "no-such")),
    Scene("alert-sensitive", made_up.filled, _sensitive),
    Scene("alert-whole", made_up.filled, _whole),
    Scene("alert-preview", made_up.filled, _printed),
)
