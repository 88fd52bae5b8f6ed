"""What the feed does not tell: the record whole, kept apart from what any station, search or snapshot is given.

A record goes through here on its way into the feed. A FIR whose victim the law protects comes out without who that
is, an alert that names such a FIR, as its own or in its words, without the victim's wordings, a sensitive record as a
tombstone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, exists, or_, select

from central.store.bodies import identity, read_body, readable_body
from central.store.guarded_tables import guarded, victim_wordings
from central.store.naming import named_by, noted
from central.store.wordings import Wordings
from station_client.domain.redaction import masked_event, text_without, without_victim, wordings
from sync.protocol.records import AlertRecord, FirRecord, GoneRecord, Record

CASES = frozenset({"alert", "fir"})
KEYS_AT_ONCE = 5_000
"""So many FIRs are asked for by one statement: a batch may name more than PostgreSQL takes in one (65,535)."""


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
        self._wordings = Wordings(connection)
        self._sensitive: tuple[Kept, ...] | None = None

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
        told = self.without(record)
        if not mark and told == record:
            if before is not None:
                self._drop(kind, key)
            return told
        self._sensitive = None
        row = {"sensitive": mark, "body": readable_body(record)}
        if before is None:
            self._connection.execute(guarded.insert().values(kind=kind, key=key, **row))
        else:
            self._connection.execute(guarded.update().where(_is(kind, key)).values(row))
        return GoneRecord(sequence=0, kind=kind, key=key) if mark else told

    def remember(self, was: Record | None, now: Record) -> bool:
        """Note what a change would make forgotten: a protected victim's former wordings, an alert's former FIR.

        And which FIRs an alert names in its words: they may protect somebody one day.

        Tell whether there is now more to hide of a FIR's victim than before. A FIR that protects nobody any more
        tells its wordings itself; those it does not tell stay hidden.
        """
        if isinstance(now, AlertRecord):
            former = {was.fir_key} - {"", now.fir_key} if isinstance(was, AlertRecord) else set()
            self._wordings.note_firs({now.uid: former | noted(now)})
        firs = tuple(one for one in (was, now) if isinstance(one, FirRecord))
        if not firs:
            return False
        before = self.hidden_of(firs[0].key)
        if any(one.victim_protected for one in firs):
            self._wordings.add(firs[0].key, {word for one in firs for word in wordings(one.form.complainant)})
        if isinstance(now, FirRecord) and not now.victim_protected:
            self._wordings.open(now.key, wordings(now.form.complainant))
        return not self._wordings.of(firs[0].key) <= before

    def name(self, alerts: Sequence[AlertRecord]) -> list[str]:
        """Note the FIRs that alerts name in their words; give those alerts of which something may be hidden by that."""
        firs = {one.uid: noted(one) for one in alerts}
        self._wordings.note_firs(firs)
        hides = hidden_of_firs(self._connection, frozenset().union(*firs.values())).keys()
        return [uid for uid, keys in firs.items() if keys & hides]

    def hidden_of(self, fir_key: str) -> frozenset[str]:
        """Give the wordings that give away whom a FIR protects, or ever protected."""
        return hidden_of_firs(self._connection, (fir_key,)).get(fir_key, frozenset())

    def without(self, record: AlertRecord | FirRecord) -> AlertRecord | FirRecord:
        """Give a record on which nobody can tell who a protected victim is."""
        if isinstance(record, FirRecord):
            return _fir_without(record, self.hidden_of(record.key)) if record.victim_protected else record
        return alert_without(record, self.hidden_from(record))

    def hidden_from(self, alert: AlertRecord) -> frozenset[str]:
        """Give the wordings that an alert must not tell, for the FIRs that it names and those that it named before."""
        firs = named_by(alert) | self._wordings.firs_of(alert.uid)
        return frozenset().union(*hidden_of_firs(self._connection, firs).values())

    def sensitive(self, *, with_file: str = "") -> tuple[Kept, ...]:
        """Give the sensitive records, or those that a file belongs to; they are few, and read once in a transaction."""
        if self._sensitive is None:
            query = select(guarded.c.body).where(guarded.c.sensitive).order_by(guarded.c.kind, guarded.c.key)
            found = map(read_body, self._connection.execute(query).scalars())
            self._sensitive = tuple(
                Kept(one, sensitive=True) for one in found if isinstance(one, AlertRecord | FirRecord)
            )
        return tuple(one for one in self._sensitive if not with_file or with_file in one.files)

    def _drop(self, kind: str, key: str) -> None:
        self._sensitive = None
        self._connection.execute(delete(guarded).where(_is(kind, key)))


def hidden_of_firs(connection: Connection, fir_keys: Collection[str]) -> dict[str, frozenset[str]]:
    """Give the wordings that give away whom FIRs protect, or ever protected; a FIR with none is not among them."""
    asked, found = sorted(fir_keys), dict[str, frozenset[str]]()
    for start in range(0, len(asked), KEYS_AT_ONCE):
        some = asked[start : start + KEYS_AT_ONCE]
        query = select(guarded.c.body).where(guarded.c.kind == "fir", guarded.c.key.in_(some))
        found |= Wordings(connection).of_firs(some)
        for one in map(read_body, connection.execute(query).scalars()):
            if isinstance(one, FirRecord) and one.victim_protected:
                found[one.key] = found.get(one.key, frozenset()) | wordings(one.form.complainant)
    return found


def hides_of(fir_key: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell of a query's FIRs whether something may be hidden in the alerts that name them."""
    kept = exists().where(guarded.c.kind == "fir", guarded.c.key == fir_key)
    return or_(exists().where(victim_wordings.c.fir_key == fir_key), kept)


def _fir_without(fir: FirRecord, known: frozenset[str]) -> FirRecord:
    events = tuple(masked_event(one, victim_protected=True) for one in fir.events)
    return msgspec.structs.replace(fir, form=without_victim(fir.form, known), events=events)


def alert_without(alert: AlertRecord, known: frozenset[str]) -> AlertRecord:
    """Hide wordings in an alert's text and in the names of its files."""
    if not known:
        return alert
    files = tuple(msgspec.structs.replace(one, name=text_without(known, one.name)) for one in alert.files)
    return msgspec.structs.replace(
        alert,
        description=text_without(known, alert.description),
        gd_reason=text_without(known, alert.gd_reason),
        files=files,
    )


def _is(kind: str, key: str) -> ColumnElement[bool]:
    return and_(guarded.c.kind == kind, guarded.c.key == key)
