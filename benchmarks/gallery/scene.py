"""What a picture is, and how a window is brought to where it is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from benchmarks.gallery.waiting import until_calm
from tests.support.faces import OFFICER, PASSWORD
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.own_window import OwnWindow

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
    until_calm(window)
    screen: object = window.workplace.places.screens[place]
    assert isinstance(screen, kind)
    return screen


def beside(window: MainWindow, place: str, key: str, kind: type[Kind]) -> tuple[OwnWindow, Kind]:
    """Open a window of its own, wait until it is filled, and give it with its screen."""
    window.show_place(place, key)
    until_calm(window)
    opened = window.workplace.places.windows[-1]
    screen: object = opened.screen_shown
    assert isinstance(screen, kind)
    return opened, screen
