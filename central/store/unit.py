"""A unit of work: every table of the centre inside one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from central.bell import Bell
from central.code_key import CodeKey
from central.store.arrivals import Arrivals
from central.store.counters import Counters
from central.store.database import Database
from central.store.disclosures import Disclosures
from central.store.door import Challenges, OneTimeCodes
from central.store.due import Due
from central.store.findings import Findings
from central.store.holders import Holders
from central.store.items import Items, Stock
from central.store.message_counts import MessageCounts
from central.store.messages import Messages, Queue
from central.store.officers import Officers
from central.store.post import PostRoom
from central.store.reach import Reach
from central.store.recent import Recent
from central.store.records import Records
from central.store.sessions import Sessions
from central.store.sketches import Sketches
from central.store.soundness import Soundness
from central.store.standings import Standings
from central.store.station_trails import StationTrails
from central.store.steward_sessions import StewardSessions
from central.store.tallies import Tallies
from central.store.templates import Templates
from central.store.trail import Trail
from central.store.usage import Usage


@dataclass(frozen=True, slots=True)
class Unit:
    """The tables, by what they are for."""

    records: Records
    arrivals: Arrivals
    reach: Reach
    recent: Recent
    tallies: Tallies
    officers: Officers
    sessions: Sessions
    holders: Holders
    items: Items
    stock: Stock
    counters: Counters
    trail: Trail
    station_trails: StationTrails
    soundness: Soundness
    messages: Messages
    queue: Queue
    message_counts: MessageCounts
    post_room: PostRoom
    templates: Templates
    findings: Findings
    usage: Usage
    standings: Standings
    steward_sessions: StewardSessions
    disclosures: Disclosures
    challenges: Challenges
    one_time_codes: OneTimeCodes
    due: Due
    sketches: Sketches


class Store:
    """Where units of work come from."""

    def __init__(self, url: str, keys: Path | None = None) -> None:
        """Open the database at ``url``, making or bringing up its tables; ``keys`` is the folder of what seals."""
        self._database = Database(url)
        self._code_key = CodeKey(keys)
        self.bell = Bell()
        self._era = 0

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """See everything as it is at one moment."""
        with self._database.read() as connection:
            yield _unit(connection, self._code_key)

    @contextmanager
    def glance(self) -> Iterator[Unit]:
        """Ask one thing as it is now; two questions may see two moments."""
        with self._database.glance() as connection:
            yield _unit(connection, self._code_key)

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """Change things: all of it, or nothing if an error is raised inside."""
        with self._database.write() as connection:
            unit = _unit(connection, self._code_key)
            yield unit
        if unit.records.sequence.moved:
            self.bell.ring()

    @property
    def is_new(self) -> bool:
        """Tell whether there were no tables before."""
        return self._database.is_new

    def is_of_this_version(self) -> bool:
        """Tell whether the tables are as this version made them; false once a newer one has brought them up."""
        return self._database.is_of_this_version()

    @property
    def past(self) -> tuple[int, int]:
        """Name the past that is read now: what was kept from another may stand there no more, or otherwise.

        It is another one, and a greater one, after each connection that was made (it may lead to a server that took
        over and lacks the last that the former had) and after a restore.
        """
        return self._database.connections_made, self._era

    def saw(self, era: int) -> None:
        """Take note of the era in which the feed stands."""
        self._era = max(self._era, era)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _unit(connection: Connection, code_key: CodeKey) -> Unit:
    records = Records(connection)
    return Unit(
        records=records,
        arrivals=Arrivals(connection, records.sequence),
        reach=Reach(connection),
        recent=Recent(connection),
        tallies=Tallies(connection),
        officers=Officers(connection),
        sessions=Sessions(connection),
        holders=Holders(connection),
        items=Items(connection),
        stock=Stock(connection),
        counters=Counters(connection),
        trail=Trail(connection),
        station_trails=StationTrails(connection),
        soundness=Soundness(connection),
        messages=Messages(connection),
        queue=Queue(connection),
        message_counts=MessageCounts(connection),
        post_room=PostRoom(connection),
        templates=Templates(connection),
        findings=Findings(connection),
        usage=Usage(connection),
        standings=Standings(connection),
        steward_sessions=StewardSessions(connection),
        disclosures=Disclosures(connection),
        challenges=Challenges(connection),
        one_time_codes=OneTimeCodes(connection, code_key),
        due=Due(connection),
        sketches=Sketches(connection),
    )
