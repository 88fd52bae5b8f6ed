"""What a picture is, and how a window is brought to where it is taken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from station_client.errors import CentreUnreachableError, StationError
from tests.support.faces import OFFICER, PASSWORD
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.own_window import OwnWindow

SHOWN: Final = 300
DRAWN: Final = 3_000
HELD: Final = 30.0

Prepare = Callable[[Path], Desk]
Act = Callable[[MainWindow, Desk], QWidget | None]
Kind = TypeVar("Kind", bound=QObject)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture's name, the data behind it, and what is done before it is taken.

    ``signed`` goes past the gate; ``under_way`` takes it while an answer is still waited for.
    """

    name: str
    prepare: Prepare
    act: Act
    signed: bool = True
    under_way: bool = False


class Held:
    """A service of which one verb answers only after the picture, as on a slow line."""

    def __init__(self, service: object, verb: str, error: StationError | None = None) -> None:
        """Hold back ``verb``; what it answers then is ``error``."""
        self._service, self._verb = service, verb
        self._error = error or CentreUnreachableError()
        self.gate = threading.Event()

    def __getattr__(self, name: str) -> object:
        """Give every other verb as it is."""
        return self._wait if name == self._verb else getattr(self._service, name)

    def _wait(self, *_asked: object, **_named: object) -> None:
        self.gate.wait(HELD)
        raise self._error


def let_go(desk: Desk) -> None:
    """Let everything answer that was held back for a picture."""
    for one in fields(desk.verbs):
        service = getattr(desk.verbs, one.name)
        if isinstance(service, Held):
            service.gate.set()
    desk.drafts.look.set()
    desk.export.go.set()


def holding(prepare: Prepare, service: str, verb: str) -> Prepare:
    """Prepare the same desk, one verb of which answers only after the picture."""

    def prepared(folder: Path) -> Desk:
        desk = prepare(folder)
        held = Held(getattr(desk.verbs, service), verb)
        desk.verbs = replace(desk.verbs, **{service: held})  # type: ignore[arg-type] # stands in for the service
        return desk

    return prepared


def enter(window: MainWindow) -> None:
    """Sign in as an officer does."""
    gate = window.gate.sign_in
    gate._login_field.setText(OFFICER.login)  # noqa: SLF001 it counts where nobody is listed
    gate._form.submitted.emit(PASSWORD)  # noqa: SLF001 as the officer's Enter does


def nothing(_window: MainWindow, _desk: Desk) -> None:
    """Take it as it comes."""


def go(place: str, key: str = "") -> Act:
    """Go to a place as the rail leads there."""

    def act(window: MainWindow, _desk: Desk) -> None:
        window.show_place(place, key)

    return act


def at(window: MainWindow, place: str, kind: type[Kind], key: str = "") -> Kind:
    """Go to a place, wait until it is filled, and give its screen."""
    window.show_place(place, key)
    QTest.qWait(SHOWN)
    screen: object = window.places.screens[place]
    assert isinstance(screen, kind)
    return screen


def beside(window: MainWindow, place: str, key: str, kind: type[Kind]) -> tuple[OwnWindow, Kind]:
    """Open a window of its own, wait until it is filled, and give it with its screen."""
    window.show_place(place, key)
    QTest.qWait(SHOWN)
    opened = window.places.windows[-1]
    screen: object = opened.screen_shown
    assert isinstance(screen, kind)
    return opened, screen
