"""Answers that are held back until the picture is taken, as on a slow line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

from benchmarks.gallery.scene import Prepare
from station_client.errors import CentreUnreachableError, StationError
from station_client.services.verbs import Verbs
from tests.support.work import Desk

LONGEST: Final = 120.0


class Held:
    """A service of which one verb answers only after the picture."""

    def __init__(self, service: object, verb: str, error: StationError | None = None) -> None:
        """Hold back ``verb``; what it answers then is ``error``."""
        self._service, self._verb = service, verb
        self._error = error or CentreUnreachableError()
        self.gate, self.asked = threading.Event(), 0

    def __getattr__(self, name: str) -> object:
        """Give every other verb as it is."""
        return self._wait if name == self._verb else getattr(self._service, name)

    def _wait(self, *_asked: object, **_named: object) -> None:
        self.asked += 1
        self.gate.wait(LONGEST)
        raise self._error


def holding(prepare: Prepare, service: str, verb: str) -> Prepare:
    """Prepare the same desk, one verb of which answers only after the picture."""

    def prepared(folder: Path) -> Desk:
        desk = prepare(folder)
        held = Held(getattr(desk.verbs, service), verb)
        desk.verbs = replace(desk.verbs, **{service: held})  # type: ignore[arg-type] # stands in for the service
        return desk

    return prepared


def asked(desk: Desk) -> int:
    """Count the answers that are waited for and held back."""
    looking = desk.drafts.looking.is_set() and not desk.drafts.look.is_set()
    return sum(one.asked for one in _all(desk.verbs)) + looking + (not desk.export.go.is_set())


def let_go(desk: Desk) -> None:
    """Let everything answer that was held back for a picture."""
    for one in _all(desk.verbs):
        one.gate.set()
    desk.drafts.look.set()
    desk.export.go.set()


def _all(verbs: Verbs) -> Iterator[Held]:
    services = (getattr(verbs, one.name) for one in fields(verbs))
    return (one for one in services if isinstance(one, Held))
