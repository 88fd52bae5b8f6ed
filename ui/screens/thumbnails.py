"""Small pictures of files, drawn one after another apart from the program; the last few are kept, none on the disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from station_client.domain.attachment import Kind
from station_client.domain.ids import Sha256
from station_client.inspection.sandbox import Leaf
from station_client.services.files import PICTURED
from station_client.services.verbs import Verbs
from ui.bridge import Bridge, Ticket

MOST_KEPT = 40
LANE = "thumbnail"  # whatever looks at files for a row: one process at a time, and two threads left for the officer

Show = Callable[[QImage], None]


class Thumbnails(QObject):
    """Asks for pictures of one page's files; what was asked for a file that is gone goes nowhere."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QObject) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._verbs, self._bridge = verbs, bridge
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._asked: dict[str, Ticket] = {}

    def ask(self, sha256: Sha256, kind: str, show: Show) -> None:
        """Have a file's picture shown when it is there; at once where it was drawn before."""
        if kind not in PICTURED:
            return
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            show(self._kept[sha256])
            return
        before = self._asked.pop(sha256, None)
        if before is not None:
            before.drop()
        work = partial(self._verbs.files.thumbnail, sha256, Kind(kind))
        done = partial(self._drawn, sha256, show)
        self._asked[sha256] = self._bridge.run(work, done, lambda _error: None, lane=LANE)

    def forget(self) -> None:
        """Drop every picture: it is of a case."""
        for ticket in self._asked.values():
            ticket.drop()
        self._asked.clear()
        self._kept.clear()

    def _drawn(self, sha256: str, show: Show, leaf: Leaf | None) -> None:
        self._asked.pop(sha256, None)
        if leaf is None:
            return
        marks = QImage(leaf.marks, leaf.width, leaf.height, 3 * leaf.width, QImage.Format.Format_RGB888).copy()
        self._kept[sha256] = marks
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        show(marks)
