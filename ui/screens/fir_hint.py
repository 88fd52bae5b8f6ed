"""What stands under the FIR number while it is typed: how it is read, and whether this PC's copy holds it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from station_client.domain.fir import Fir
from station_client.domain.fir_number import parse
from station_client.services.verbs import Verbs
from ui.bridge import Bridge


class FirHint(QObject):
    """Words one label; asks the copy off the GUI thread, the newest question wins."""

    def __init__(self, verbs: Verbs, bridge: Bridge, shown: QLabel, parent: QObject) -> None:
        """Write into ``shown``."""
        super().__init__(parent)
        self._verbs = verbs
        self._bridge = bridge
        self._label = shown
        self._text = ""

    def look_up(self, text: str) -> None:
        """Say how ``text`` is read, and look for it."""
        self._text = text
        number = parse(text)
        if not text.strip():
            self._label.setText(self.tr("Like 0123/2026, or the full number of 13 or 14 digits"))
            return
        if number is None:
            self._label.setText(self.tr("Not an FIR number yet: write it like 0123/2026"))
            return
        self._label.setText(self.tr("Read as FIR {number}").format(number=number.shown))
        done = partial(self._found, text, number.shown)
        work = partial(self._verbs.firs.candidates, text)
        self._bridge.run(work, done, lambda _error: None, lane="editor-fir", latest=True)

    def _found(self, text: str, shown: str, firs: tuple[Fir, ...]) -> None:
        if text != self._text:
            return
        signed_in = self._verbs.session.current()
        own = signed_in.officer.office.code if signed_in else ""
        mine = [one for one in firs if one.station_code == own or one.key == text.strip()]
        if mine:
            sentence = self.tr("FIR {number} of {station} is in this PC's copy")
            self._label.setText(sentence.format(number=shown, station=mine[0].station_name))
        else:
            sentence = self.tr("FIR {number} is not in this PC's copy; the alert can be sent all the same")
            self._label.setText(sentence.format(number=shown))
