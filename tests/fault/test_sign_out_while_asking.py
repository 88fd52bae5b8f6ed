"""A sign-out just as the station asks for news: the centre would hold the question for minutes, and nobody waits."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import pytest

from station_client.errors import StationError
from station_client.ports import Tokens
from sync.https import HttpsTransport
from tests.support.ends import opened
from tests.support.stations import Purse, station

HELD_SECONDS = 40
LONG = 10.0


class SlowPurse(Purse):
    """Tokens that are read slowly once ``slow`` is set: the station looked whether it may ask, and has not asked."""

    def __init__(self) -> None:
        super().__init__()
        self.slow, self.reached, self.go = threading.Event(), threading.Event(), threading.Event()

    def read(self) -> Tokens | None:
        """Give the tokens, when a test lets it."""
        if self.slow.is_set():
            self.reached.set()
            self.go.wait(LONG)
        return super().read()


def test_a_question_that_begins_between_two_looks_is_cut_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is on no connection yet when the line is cut; the sign-out, or another officer, would wait for its answer."""
    with opened("https", tmp_path) as end, station(tmp_path / "station", end.line) as here:
        assert isinstance(end.line, HttpsTransport)
        purse = here.purse = SlowPurse()
        here.sign_in()
        here.engine.sync_once()
        purse.slow.set()

        def listen() -> None:
            with contextlib.suppress(StationError):
                here.engine.listen(HELD_SECONDS)

        listening = threading.Thread(target=listen, daemon=True)
        listening.start()
        assert purse.reached.wait(LONG)
        let_go, close = threading.Event(), end.line.close

        def closed() -> None:
            close()
            let_go.set()

        monkeypatch.setattr(end.line, "close", closed)
        leaving = threading.Thread(target=here.engine.close, daemon=True)
        leaving.start()
        assert let_go.wait(LONG)
        purse.go.set()
        leaving.join(LONG)
        assert not leaving.is_alive()
        listening.join(LONG)
        assert not listening.is_alive()
