"""What is submitted while a round is at something long: its text leaves at once, on a thread of its own.

A first copy over a slow line takes an hour, a message's files a quarter of one; an alert does not wait for either. It
goes on the control connection, beside the bulk. A cut of it costs the round nothing: it is tried again meanwhile.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Self

from station_client.errors import CentreFaultError, CentreUnreachableError, LineStalledError
from sync import stalls
from sync.errand import Errand, HaltedError
from sync.push import Missing, Push

MOST_ASKED = 3600.0

_log = logging.getLogger(__name__)


class Overtaking:
    """Hands over what is submitted for as long as it is open; ``missing`` is what the centre lacks of it then.

    ``push`` is used by nobody else meanwhile; ``holding`` is entered while a text flies. Leaving it raises what went
    wrong and did not come right again.
    """

    def __init__(
        self,
        errand: Errand,
        push: Push,
        holding: Callable[[], AbstractContextManager[None]] = nullcontext,
        *,
        chance: random.Random | None = None,
    ) -> None:
        """Begin closed."""
        self._errand = errand
        self._push = push
        self._holding = holding
        self._chance = chance or random.SystemRandom()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="texts", daemon=True)
        self._wrong: BaseException | None = None
        self.missing: Missing = {}

    def __enter__(self) -> Self:
        """Begin to look for what is submitted."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        """Wait until no text is under way, and say what went wrong with the last one, unless worse did."""
        self._ending.set()
        self._errand.nudged.set()
        self._thread.join()
        if raised is None and self._wrong is not None:
            raise self._wrong

    def _work(self) -> None:
        while self._called():
            try:
                self._hand_over()
            except HaltedError:
                return
            except BaseException as wrong:  # noqa: BLE001 it is raised again, on the thread that runs the round
                self._wrong = wrong
                return

    def _called(self) -> bool:
        """Wait until something was submitted; tell whether it is to leave from here."""
        self._errand.nudged.wait()
        self._errand.nudged.clear()  # before looking: a call that comes with the end must not be cleared away
        if self._ending.is_set():
            self._errand.nudged.set()  # whoever comes next finds the call as it stands
            return False
        return True

    def _hand_over(self) -> None:
        """Hand over what is new; after a cut or a fault all that waits, until it is there or the round goes on."""
        began, fresh = self._errand.clock.monotonic(), True
        while True:
            try:
                with self._holding():
                    self.missing |= self._push.texts(fresh_only=fresh)
            except (CentreUnreachableError, LineStalledError, CentreFaultError) as wrong:
                self._wrong, fresh = wrong, False  # it may have arrived: it is not new any more
                _log.info("a text did not overtake: %s", type(wrong).__name__)
                gone = self._errand.clock.monotonic() - began
                if self._ending.wait(max(_asked(wrong), stalls.pause(gone, self._chance))) or self._errand.stopped():
                    return
            else:
                self._wrong = None
                return


def _asked(wrong: Exception) -> float:
    """Give the seconds for which the centre asks to be left alone, an hour at most as between rounds."""
    return min(wrong.retry_after, MOST_ASKED) if isinstance(wrong, CentreFaultError) else 0.0
