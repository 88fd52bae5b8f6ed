"""What the hands hold: the window, and the house behind it for checking what a widget cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from benchmarks.tour import hands
from station_client.app import House
from station_client.services.verbs import Verbs
from ui.main_window import MainWindow

S = TypeVar("S", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Scene:
    """One running program."""

    window: MainWindow
    house: House

    @property
    def verbs(self) -> Verbs:
        """The services, to compare what the screen says with what is so."""
        return self.house.verbs

    def page(self, kind: type[S]) -> S:
        """Give the page of the window, once it is of that kind and shown."""
        places = self.window.workplace.places

        def look() -> S | None:
            page = places.currentWidget()
            return page if isinstance(page, kind) and page.isVisible() else None

        return hands.until(look, f"the page {kind.__name__}")
