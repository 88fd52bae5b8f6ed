"""The thread on which texts overtake ends with what it stands beside, at whatever moment that ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from station_client.errors import CentreFaultError
from sync.overtaking import Overtaking
from sync.protocol.codes import Code
from sync.push import Missing, Push
from tests.support.scenes import synced_once

PATIENCE = 20.0


class Call(threading.Event):
    """A call that is cleared at the very moment at which the round ends."""

    at_that_moment: Callable[[], None] | None = None

    def clear(self) -> None:
        """Let the round end first, once."""
        if self.at_that_moment is not None:
            then, self.at_that_moment = self.at_that_moment, None
            then()
        super().clear()


def test_a_call_that_comes_with_the_end_is_not_waited_for_again(tmp_path: Path) -> None:
    """Somebody submitted as the copy ended: the round goes on, and what comes next finds the call."""
    with synced_once(tmp_path) as scene:
        assert scene.here.engine.errand is not None
        call = Call()
        errand = replace(scene.here.engine.errand, nudged=call)
        overtaking = Overtaking(errand, Push(errand))

        def end() -> None:
            overtaking._ending.set()
            call.set()

        call.at_that_moment = end
        overtaking.__enter__()
        call.set()
        overtaking._thread.join(PATIENCE)
        assert not overtaking._thread.is_alive()
        assert call.is_set()


def test_a_centre_that_is_busy_is_asked_again_when_it_said(tmp_path: Path) -> None:
    """The text does not wait for the end of the copy, and what is over by then is no fault of the round."""
    asked: list[tuple[bool, float]] = []
    there = threading.Event()
    busy = CentreFaultError("busy", 1, Code.BUSY)

    class Refused(Push):
        """What the centre cannot take at once."""

        def texts(self, *, fresh_only: bool = False) -> Missing:
            """Fail the first time."""
            asked.append((fresh_only, time.monotonic()))
            if len(asked) == 1:
                raise busy
            there.set()
            return {}

    with synced_once(tmp_path) as scene:
        errand = scene.here.engine.errand
        assert errand is not None
        with Overtaking(errand, Refused(errand)):
            errand.nudged.set()
            assert there.wait(PATIENCE)
        (first_fresh, first), (then_fresh, then) = asked[:2]
        assert first_fresh
        assert not then_fresh, "it is not new any more"
        assert then - first >= busy.retry_after
