"""Mark a record sensitive, for officers with the rank: with a reason, which the centre keeps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from station_client.ports import Line
from station_client.services.verbs import Verbs
from ui.bridge import Bridge
from ui.widgets.why_row import WhyRow


class SensitiveBar(WhyRow):
    """Nothing at all for whoever has not the rank."""

    marked = Signal()
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge, kind: str) -> None:
        """Begin with no record, and so hidden; ``kind`` is ``fir`` or ``alert``."""
        super().__init__()
        self._verbs, self._bridge, self._kind = verbs, bridge, kind
        self._key = ""
        self.given.connect(self._go)
        bridge.sync_moved.connect(self._offer)
        self.retranslate()

    def stand_on(self, key: str) -> None:
        """Stand on a record, for an officer with the rank."""
        if key != self._key:
            self.put_away()
        self._key = key
        self._offer()

    def forget(self) -> None:
        """Show nothing and keep nothing that was typed."""
        self.stand_on("")

    def retranslate(self) -> None:
        """Set every word again."""
        self.say(
            self.tr("Mark as sensiti&ve…"),
            self.tr("Why is this sensitive?"),
            self.tr("Mark &it"),
            more=self.tr("Only its own office and the rank may have it"),
        )

    def _offer(self) -> None:
        may = bool(self._key) and self._verbs.session.current() is not None and self._verbs.disclosure.may_mark()
        self.offer(may=may, line=self._verbs.sync.status().line is Line.GOOD)

    def _go(self, why: str) -> None:
        work = partial(self._verbs.disclosure.mark, self._kind, self._key, why, sensitive=True)
        self._bridge.run(work, lambda _number: self._done(), self._refused, lane="ask-centre")

    def _done(self) -> None:
        self.put_away()
        self.marked.emit()

    def _refused(self, error: object) -> None:
        self.line.again()
        self.failed.emit(error)
