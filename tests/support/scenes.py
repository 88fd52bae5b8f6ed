"""A centre, a line that fails as it is told, and a station whose officer has signed in and synced once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sync.protocol.records import AlertRecord
from tests.support.centre import STATION_B, SmallCentre, small_centre
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.stations import Station, station

NOON = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)


@dataclass
class Scene:
    """A centre, a line that can be told to fail, and a station whose officer has signed in."""

    small: SmallCentre
    line: FaultyLine
    here: Station

    def strike(self, *faults: Fault) -> None:
        """Let the next questions meet these faults."""
        self.line.meet(*faults)


@contextmanager
def synced_once(folder: Path, line: type[FaultyLine] = FaultyLine, *, signs: bool = False) -> Iterator[Scene]:
    """Open a scene in ``folder`` over a line of the kind that is asked for; ``signs``: the centre signs receipts."""
    with small_centre(folder / "centre", signs=signs) as small:
        made = line(Loopback(lambda: small.centre))
        with station(folder / "station", made) as here:
            here.sign_in()
            here.engine.sync_once()
            here.told.clear()
            made.story.clear()
            yield Scene(small, made, here)


def an_alert(uid: str, **fields: object) -> AlertRecord:
    """Write an alert of another station as the centre would hold it."""
    usual: dict[str, object] = {
        "sequence": 0,
        "uid": uid,
        "record_number": f"2026-{uid}",
        "category": "high-alert",
        "life": "active",
        "description": "Hue and cry: a white van without a number plate.",
        "office_code": STATION_B,
        "office_name": "RISHIKESH",
        "district_code": "48",
        "district_name": "DEHRADUN",
        "state_code": "05",
        "author": "Sub-Inspector Pooja Negi",
        "issued_at": NOON,
        "received_at": NOON,
        "version": 1,
        "gd_number": "012",
        "gd_reason": "FIR to follow",
    }
    return AlertRecord(**usual | fields)  # type: ignore[arg-type]  # the test names only true fields
