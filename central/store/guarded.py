"""What the feed does not tell: the record whole, kept apart from what any station, search or snapshot is given.

A record goes through here on its way into the feed. A FIR whose victim the law protects comes out without who that
is, an alert that names such a FIR without the victim's wordings, a sensitive record as a tombstone.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, select

from central.store.bodies import identity, read_body, readable_body
from central.store.guarded_tables import guarded
from station_client.domain.fir import Complainant
from station_client.domain.redaction import masked_event, text_without, without_victim
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord, Record

CASES = frozenset({"alert", "fir"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A record whole, and whether it is sensitive."""

    record: AlertRecord | FirRecord
    sensitive: bool

    @property
    def files(self) -> frozenset[str]:
        """Name the files that belong to it, by their hashes."""
        return (
            frozenset(one.sha256 for one in self.record.files) if isinstance(self.record, AlertRecord) else frozenset()
        )


class Guarded:
    """The records whole, where the feed does not tell them whole."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def one(self, kind: str, key: str) -> Kept | None:
        """Give what is kept back of a record; None where the feed tells all of it."""
        if kind not in CASES:
            return None
        row = self._connection.execute(select(guarded.c.body, guarded.c.sensitive).where(_is(kind, key))).one_or_none()
        record = None if row is None else read_body(row.body)
        return Kept(record, bool(row.sensitive)) if row and isinstance(record, AlertRecord | FirRecord) else None

    def keep(self, record: Record, *, sensitive: bool | None = None) -> Record:
        """Keep a record back as far as it must be, and give what the feed tells of it.

        ``sensitive`` marks it or takes the mark off; without it the mark stays as it is.
        """
        kind, key, _ = identity(record)
        if not isinstance(record, AlertRecord | FirRecord):
            if isinstance(record, GoneRecord):
                self._drop(kind, key)
            return record
        before = self.one(kind, key)
        mark = sensitive if sensitive is not None else before is not None and before.sensitive
        told = self._without(record)
        if not mark and told == record:
            if before is not None:
                self._drop(kind, key)
            return told
        row = {"sensitive": mark, "body": readable_body(record)}
        if before is None:
            self._connection.execute(guarded.insert().values(kind=kind, key=key, **row))
        else:
            self._connection.execute(guarded.update().where(_is(kind, key)).values(row))
        return GoneRecord(sequence=0, kind=kind, key=key) if mark else told

    def sensitive(self) -> tuple[Kept, ...]:
        """Give the sensitive records; they are few."""
        query = select(guarded.c.body).where(guarded.c.sensitive).order_by(guarded.c.kind, guarded.c.key)
        found = map(read_body, self._connection.execute(query).scalars())
        return tuple(Kept(one, sensitive=True) for one in found if isinstance(one, AlertRecord | FirRecord))

    def _without(self, record: AlertRecord | FirRecord) -> AlertRecord | FirRecord:
        if isinstance(record, FirRecord):
            return fir_without_victim(record) if record.victim_protected else record
        fir = self.one("fir", record.fir_key) if record.fir_key else None
        named = fir is not None and isinstance(fir.record, FirRecord) and fir.record.victim_protected
        return alert_without(record, fir.record.form.complainant) if fir and named else record  # type: ignore[union-attr]

    def _drop(self, kind: str, key: str) -> None:
        self._connection.execute(delete(guarded).where(_is(kind, key)))


def fir_without_victim(fir: FirRecord) -> FirRecord:
    """Give a FIR on which nobody can tell who its victim is."""
    events = tuple(masked_event(one, victim_protected=True) for one in fir.events)
    return msgspec.structs.replace(fir, form=without_victim(fir.form), events=events)


def alert_without(alert: AlertRecord, victim: Complainant) -> AlertRecord:
    """Give an alert without the wordings of a victim, in its text and in the names of its files."""
    files = tuple(msgspec.structs.replace(one, name=text_without(victim, one.name)) for one in alert.files)
    description = text_without(victim, alert.description)
    return msgspec.structs.replace(
        alert, description=description, gd_reason=text_without(victim, alert.gd_reason), files=files
    )


def _is(kind: str, key: str) -> ColumnElement[bool]:
    return and_(guarded.c.kind == kind, guarded.c.key == key)
