"""An FIR that is not in the copy: which one it is, what became of asking the centre for it, and the one thing to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from station_client.domain.fir_number import parse
from station_client.errors import NotInCopyError, StationError
from station_client.services.verbs import Verbs
from ui.language import phrase_of
from ui.screens.screen import Screen
from ui.widgets.empty_state import EmptyState


class AbsentFir(EmptyState):
    """Stands where the FIR would; ``told`` comes with each sentence, ``again`` asks for the FIR anew.

    ``title`` names the FIR as far as this PC can: its number, and its station where the directory has it.
    """

    told = Signal()
    again = Signal()

    def __init__(self, screen: Screen) -> None:
        """Work for a screen, through its verbs and its bridge."""
        super().__init__("fir")
        self._screen = screen
        self._key = self.title = ""
        self._deed: Callable[[], object] = self._ask_for_it
        self.acted.connect(self._act)

    def await_one(self, key: str) -> None:
        """Say that an FIR is being opened, and which."""
        number = parse(key)
        self._key, self.title = key, self.tr("FIR {number}").format(number=number.shown) if number else ""
        self.say(self.tr("Opening…"))

    def put_away(self) -> None:
        """Name no FIR."""
        self.await_one("")

    def explain(self, error: StationError) -> None:
        """Say why there is no FIR, what was asked of the centre, and offer what may change it."""
        if isinstance(error, NotInCopyError):
            work = partial(_look_up, self._screen.verbs, self._key)
            self._screen.bridge.run(work, self._say_absent, self._say_trouble, lane="fir")
        else:
            self._say_trouble(error)

    def _say_absent(self, known: tuple[str | None, str]) -> None:
        answer, station = known
        if station and (number := parse(self._key)):
            self.title = self.tr("FIR {number} · {station}").format(number=number.shown, station=station)
        self._say_wanted(answer)

    def _say_wanted(self, answer: str | None) -> None:
        if answer is None:
            missing = self.tr("This FIR is not in this PC's copy.")
            self._say(missing, self.tr("&Fetch this FIR"), self._ask_for_it)
        elif not answer:
            waits = self.tr("This FIR is not in this PC's copy. The centre is asked for it with the next sync.")
            self._say(waits, self.tr("S&ync now"), self._sync)
        else:
            refused = self.tr("The centre did not give this FIR: it has none of this number, or not for this office.")
            self._say(refused, self.tr("&Fetch this FIR"), self._ask_for_it)

    def _say_trouble(self, error: StationError) -> None:
        self._say(str(phrase_of(error)), self.tr("&Try again"), self.again.emit)

    def _say(self, sentence: str, action: str, deed: Callable[[], object]) -> None:
        self.say(sentence, action)
        self._deed = deed
        self.told.emit()

    def _act(self) -> None:
        self._deed()

    def _ask_for_it(self) -> None:
        work = partial(self._screen.verbs.firs.want, self._key)
        self._screen.bridge.run(work, self._say_asked, self._not_asked, lane="desk")

    def _say_asked(self, _done: None) -> None:
        self._say_wanted("")

    def _not_asked(self, error: StationError) -> None:
        self._screen.notice.emit("warning", str(phrase_of(error)))

    def _sync(self) -> None:
        self._screen.verbs.sync.sync_now()
        self.again.emit()


def _look_up(verbs: Verbs, key: str) -> tuple[str | None, str]:
    """Give what became of asking for an FIR, and its station's name."""
    return verbs.firs.wanted(key), verbs.firs.station(key)
