"""The thread on which texts overtake ends with what it stands beside, at whatever moment that ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sync.overtaking import Overtaking
from sync.push import Push
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
