"""Records on their way out of the copy; what of them could be found leaves the index with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from station_client.domain.ids import AlertUid
from station_client.events import Part
from station_client.store.replica import found_by, intake, places
from station_client.store.replica.by_keys import parts
from station_client.store.replica.changes import Gone, GoneKind
from station_client.store.replica.found_by import Withdrawn
from station_client.store.replica.vocabulary import Vocabulary


def withdraw(connection: Connection, gone: Sequence[Gone]) -> Withdrawn:
    """Take what was withdrawn out of its tables; the index follows (``found_by.follow``)."""
    lost = Withdrawn()
    for kind, keys in _by_kind(gone):
        if kind is GoneKind.ALERT:
            lost.alerts |= intake.drop_alerts(connection, [AlertUid(key) for key in keys])
        elif kind is GoneKind.FIR:
            lost.firs |= intake.drop_firs(connection, keys)
        elif kind in places.TABLES:
            lost.places |= places.drop(connection, kind, keys)
    return lost


def take_out(connection: Connection, gone: Sequence[Gone], counted: Vocabulary) -> frozenset[Part]:
    """Take out what was withdrawn, everywhere; say which parts lost something."""
    lost = withdraw(connection, gone)
    found_by.follow(connection, found_by.Told(), lost, counted)
    parts = {Part.ALERTS: bool(lost.alerts), Part.FIRS: bool(lost.firs), Part.DIRECTORY: lost.places}
    return frozenset(part for part, moved in parts.items() if moved)


def _by_kind(gone: Sequence[Gone]) -> Iterator[tuple[GoneKind, list[str]]]:
    for kind in GoneKind:
        keys = [one.key for one in gone if one.kind == kind.value]
        yield from ((kind, list(part)) for part in parts(keys))
