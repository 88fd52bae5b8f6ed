"""A changed client at its line to a centre of small limits: a real officer's password, and no manners."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from central.tls import make_development_certificates
from central.web.serving import served
from sync.https import HttpsTransport
from sync.protocol.messages import ItemAnswer, PushItem
from tests.support.centre import SI_A, HandClock, small_centre
from tests.support.ends import End

OURS, THEIRS = "machine-a", "machine-b"


@dataclass
class Changed:
    """The changed client at its line, what the centre wrote down, and the time."""

    end: End
    clock: HandClock

    @property
    def line(self) -> HttpsTransport:
        """Give the line."""
        assert isinstance(self.end.line, HttpsTransport)
        return self.end.line

    def enter(self, login: str = SI_A, machine: str = OURS) -> str:
        """Sign in; give an access token."""
        return self.end.let_in(login, machine).access_token

    def push(self, access: str, item: PushItem) -> ItemAnswer:
        """Hand over one item."""
        return self.end.one(access, item)

    def noted(self, act: str) -> list[str]:
        """Give what the trail says of an act."""
        with self.end.small.house.store.read() as unit:
            return [one.subject for one in unit.trail.all() if one.act == act]


@contextmanager
def changed_client(folder: Path, database_url: str) -> Iterator[Changed]:
    """Give a line to a fresh centre with small limits."""
    clock = HandClock(datetime.now(UTC))
    limits: dict[str, Any] = {"requests_a_second": 4, "items_an_hour": 60, "items_an_hour_of_office": 100}
    with small_centre(folder / "centre", clock, database_url=database_url, **limits) as small:
        authority = make_development_certificates(folder / "tls")
        with served(small.centre, folder / "tls") as port:
            line = HttpsTransport(f"https://127.0.0.1:{port}", ca_file=authority)
            yield Changed(End(line, small), clock)
            line.close()
