"""The audit trail on the wire, over an in-process loopback and over real HTTPS: kept once, proved, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from central.keeping.check import faults
from central.store.tables import station_trails
from station_client.errors import RefusalError
from sync.protocol.codes import Code
from sync.protocol.trail import TrailBatch, TrailEntry, chained
from tests.support.centre import CONSTABLE_A, SHO_A, SI_A
from tests.support.ends import End

NOON = datetime(2026, 8, 14, 6, 30, 0, 125000, tzinfo=UTC)


def deeds(*numbers: int, before: str = "", act: str = "fir-opened") -> tuple[TrailEntry, ...]:
    """Chain made-up deeds."""
    bare = (
        TrailEntry(
            number=one,
            login=SI_A,
            act=act,
            subject="थाना/रामपुर",
            at=NOON + timedelta(seconds=one),
            skew_seconds=-0.25,
            chain="",
        )
        for one in numbers
    )
    return chained(bare, before)


def batch(entries: tuple[TrailEntry, ...], before: TrailEntry | None = None, strand: int = 0) -> TrailBatch:
    """Put entries into a batch that follows ``before``."""
    return TrailBatch(
        strand=strand, after=before.number if before else 0, before=before.chain if before else "", entries=entries
    )


def kept(end: End, strand: int = 0) -> tuple[TrailEntry, ...]:
    """Give what the centre holds."""
    with end.small.house.store.read() as unit:
        return unit.station_trails.entries("machine-a", strand)


def refused(end: End, access: str, wrong: TrailBatch) -> None:
    """Hand over what must be refused by name, and find it noted at the centre."""
    before = end.small.acts().count("station-trail-differs")
    with pytest.raises(RefusalError) as no:
        end.line.trail(access, wrong)
    assert no.value.reason == Code.TRAIL_DIFFERS
    assert end.small.acts().count("station-trail-differs") == before + 1


def test_entries_are_kept_once_in_their_order(end: End) -> None:
    """A repeat, a part and a longer part of the same row change nothing of what is held."""
    access = end.let_in().access_token
    row = deeds(1, 2, 3, 4)
    assert end.line.trail(access, batch(row[:2])).held == 2
    assert end.line.trail(access, batch(row[:2])).held == 2
    assert end.line.trail(access, batch(row[:1])).held == 2
    assert end.line.trail(access, batch(row[1:], row[0])).held == 4
    assert kept(end) == row


def test_a_trail_that_was_changed_at_the_centre_is_found(end: End) -> None:
    """By who has its database: `check --files` chains every strand again, and names the first wrong entry."""
    access = end.let_in().access_token
    first = deeds(1, 2, 3)
    end.line.trail(access, batch(first))
    assert not [one for one in faults(end.small.house, every_byte=True) if "audit trail" in one]
    with end.small.house.store.write() as unit:
        changed = station_trails.update().where(station_trails.c.number == 2)
        unit.station_trails._connection.execute(changed.values(subject="another"))
    (told,) = [one for one in faults(end.small.house, every_byte=True) if "audit trail" in one]
    assert "strand 0: entry 2 " in told


def test_what_does_not_reach_back_to_what_is_held_is_asked_for(end: End) -> None:
    """A centre that was restored says how far it has it; nothing is kept beside the gap."""
    access = end.let_in().access_token
    row = deeds(1, 2, 3)
    assert end.line.trail(access, batch(row[2:], row[1])).held == 0
    assert kept(end) == ()


def test_another_row_is_refused_by_name(end: End) -> None:
    """An edited, a removed, a swapped entry, or another past: each is noted, and what is held stays."""
    access = end.let_in().access_token
    row = deeds(1, 2, 3, 4)
    end.line.trail(access, batch(row[:2]))
    edited = msgspec.structs.replace(row[2], act="nothing")
    other = deeds(1, 2, 3, act="file-saved")
    for wrong in (
        batch((edited,), row[1]),
        batch((row[3],), row[1]),
        batch((row[3], row[2]), row[1]),
        batch(other),
        batch(other[2:], other[1]),
        TrailBatch(strand=0, after=0, before=row[1].chain, entries=deeds(3, before=row[1].chain)),
    ):
        refused(end, access, wrong)
    assert kept(end) == row[:2]


def test_a_trail_that_became_another_is_kept_as_the_next_strand(end: End) -> None:
    """Both rows are there for State IT, and the older strand takes nothing more."""
    access = end.let_in().access_token
    row, other = deeds(1, 2), deeds(1, 2, 3, act="file-saved")
    end.line.trail(access, batch(row))
    assert end.line.trail(access, batch(other, strand=1)).held == 3
    refused(end, access, batch(deeds(3, before=row[1].chain), row[1]))
    assert (kept(end), kept(end, 1)) == (row, other)


def test_a_number_left_out_is_kept_and_noted(end: End) -> None:
    """The PC leaves one out where its own trail was meddled with: the centre says so too."""
    access = end.let_in().access_token
    assert end.line.trail(access, batch(deeds(1, 3))).held == 3
    assert "station-trail-gap" in end.small.acts()


def test_the_answer_names_who_was_withdrawn_here(end: End) -> None:
    """Officers who signed in on this PC once and may not any more, whoever asks."""
    for login in (CONSTABLE_A, SHO_A):
        end.let_in(login)
    with end.small.house.store.read() as unit:
        account = unit.officers.one(CONSTABLE_A)
    assert account is not None
    access = end.let_in().access_token
    assert end.line.trail(access, batch(())).withdrawn == ()
    end.small.house.accounts.put_officer(replace(account, active=False), "")
    assert end.line.trail(access, batch(())).withdrawn == (CONSTABLE_A,)


def test_each_machine_has_a_trail_of_its_own(end: End) -> None:
    """Another PC of the same office begins at its first entry."""
    end.line.trail(end.let_in().access_token, batch(deeds(1, 2)))
    access = end.let_in(SHO_A, machine="machine-c").access_token
    assert end.line.trail(access, batch(deeds(1, act="signed-in"))).held == 1
