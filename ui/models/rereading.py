"""Older lines of a list read anew after a change: page after page in the background, until each is true again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from station_client.errors import StationError
from station_client.services.views import AlertLine
from ui.bridge import Bridge, Ticket

PAUSE_MILLISECONDS: Final = 250
"""Between two readings of the same lines: a sync that changes something all the time keeps no thread busy with it."""

LANE: Final = "rereading"
"""One at a time, of all lists: what an officer asks for never waits behind them."""

Fetch = Callable[[int], Sequence[AlertLine]]


class Rereading(QObject):
    """Asks for one page at a time (``fetch(row)``: the lines below that row) from the newest line down to the last.

    ``came`` gives the row below which a page was asked for, and its lines. A change meanwhile stops nothing, so that
    the last line has its turn also while a sync goes on; all are then read once more.
    """

    came = Signal(int, object)
    failed = Signal(object)

    def __init__(self, bridge: Bridge, fetch: Fetch, parent: QObject) -> None:
        """Begin with nothing to read."""
        super().__init__(parent)
        self._bridge, self._fetch = bridge, fetch
        self._newest = self._oldest = 0
        self._under_way: Ticket | None = None
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._begin)

    def begin(self, newest: int, oldest: int) -> None:
        """Read what lies below the row ``newest``, down to ``oldest``; after what is being read already."""
        self._newest, self._oldest = newest, oldest
        self._again = newest > oldest
        if self._under_way is None and not self._pause.isActive():
            self._begin()

    def stop(self) -> None:
        """Read nothing more; what is under way is not heard."""
        self._pause.stop()
        self._again = False
        if self._under_way is not None:
            self._under_way.drop()
            self._under_way = None

    def _begin(self) -> None:
        if self._again:
            self._again = False
            self._read(self._newest)

    def _read(self, below: int) -> None:
        fetch = self._fetch
        came = partial(self._came, below)
        self._under_way = self._bridge.run(lambda: tuple(fetch(below)), came, self._fail, lane=LANE)

    def _came(self, below: int, page: tuple[AlertLine, ...]) -> None:
        self._under_way = None
        self.came.emit(below, page)
        if page and page[-1].row > self._oldest:
            self._read(page[-1].row)
        else:
            self._pause.start()

    def _fail(self, error: StationError) -> None:
        self._under_way = None
        self._pause.start()  # for a change that came meanwhile
        self.failed.emit(error)


def corrected(
    held: Sequence[AlertLine], page: Sequence[AlertLine], *, below: int, newest: int
) -> tuple[AlertLine, ...]:
    """Put a page that was asked for ``below`` a row in the place of what was held of the same rows.

    Lines of the row ``newest`` and above were read later and stay; nothing is added at the end. No page is the end:
    whatever was held there is gone.
    """
    if not held:
        return ()
    top, last = min(below, newest), held[-1].row
    floor = max(page[-1].row, last) if page else last
    fresh = (line for line in page if floor <= line.row < top)
    return (
        *(line for line in held if line.row >= top),
        *fresh,
        *(line for line in held if line.row < min(floor, top)),
    )
