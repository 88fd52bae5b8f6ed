"""Alerts and FIRs that come into the feed for the first time: all of a batch by a few statements, in their order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from central.store.bodies import identity, readable_body
from central.store.counters import Sequence as FeedSequence
from central.store.findings import Findings, Texts
from central.store.guarded import alert_without, hidden_of_firs
from central.store.guarded_tables import former_firs, guarded
from central.store.naming import named_by, noted
from central.store.records import expiry_of, is_high
from central.store.sharing import Sharing
from central.store.tables import records
from central.store.tallies import Counted, Tallies
from central.store.wordings import Wordings
from sync.protocol.records import AlertRecord, FirRecord


class Arrivals:
    """What ``Records.put`` does for one record, for many new ones at once."""

    def __init__(self, connection: Connection, sequence: FeedSequence) -> None:
        """Work inside the transaction of ``connection``; ``sequence`` is the one of its records."""
        self._connection = connection
        self._sequence = sequence
        self._findings = Findings(connection)
        self._sharing = Sharing(connection, sequence)
        self._tallies = Tallies(connection)

    def known(self, uids: Collection[str]) -> frozenset[str]:
        """Give those of some alerts that were ever here, gone or not: they are no arrivals."""
        query = select(records.c.key).where(records.c.kind == "alert", records.c.key.in_(uids))
        return frozenset(self._connection.execute(query).scalars())

    def met(self, fir_keys: Collection[str]) -> frozenset[str]:
        """Give those of some FIRs of which anything was ever here: itself, an alert that named it, what it hides."""
        of_alerts = records.c.fir_key.in_(fir_keys)
        here = select(records.c.key).where(records.c.kind == "fir", records.c.key.in_(fir_keys))
        kept = select(guarded.c.key).where(guarded.c.kind == "fir", guarded.c.key.in_(fir_keys))
        former = select(former_firs.c.fir_key).where(former_firs.c.fir_key.in_(fir_keys))
        asked = (here, kept, former, select(records.c.fir_key).where(of_alerts))
        found = {key for one in asked for key in self._connection.execute(one).scalars()}
        return frozenset(found | set(Wordings(self._connection).of_firs(fir_keys)))

    def hidden(self, fir_keys: Collection[str]) -> dict[str, frozenset[str]]:
        """Give what alerts that name FIRs must not tell of whom the law protects there; one with none is not in it."""
        return hidden_of_firs(self._connection, fir_keys)

    def put(self, fresh: Sequence[tuple[AlertRecord, AlertRecord]], texts: Texts) -> None:
        """Take alerts in that were never here, each whole and as the feed tells it (``as_told``), in their order.

        A FIR that goes along for the first time is told before them. ``texts`` are what was read of them before. Raises
        ``NotUnderstoodError`` for one that stations could not read.
        """
        if not fresh:
            return
        Wordings(self._connection).note_firs({whole.uid: noted(whole) for whole, _ in fresh})
        naming: dict[str, set[str]] = {}
        for _, told in fresh:
            if told.fir_key:
                naming.setdefault(told.fir_key, set()).add(told.state_code)
        firs = self._sharing.share(naming)
        self._keep_back(fresh)
        first = self._sequence.next(len(fresh))
        numbered = [
            msgspec.structs.replace(told, sequence=sequence) for sequence, (_, told) in enumerate(fresh, start=first)
        ]
        self._connection.execute(records.insert(), list(map(_row, numbered)))
        self._tallies.add(Counted("alert", one.uid, one.sequence, "", open=True) for one in numbered)
        self._findings.put_new([(one, firs.get(one.fir_key)) for one in numbered], texts)

    def put_firs(self, fresh: Sequence[FirRecord]) -> None:
        """Take FIRs in of which nothing was ever here (``met``) and that protect nobody, in their order.

        Raises ``NotUnderstoodError`` for one that stations could not read.
        """
        if not fresh:
            return
        first = self._sequence.next(len(fresh))
        numbered = [msgspec.structs.replace(fir, sequence=number) for number, fir in enumerate(fresh, start=first)]
        self._connection.execute(records.insert(), list(map(_row, numbered)))
        self._tallies.add(Counted("fir", one.key, one.sequence, one.state_code, open=False) for one in numbered)
        self._findings.put_firs({one.key: one for one in numbered})

    def _keep_back(self, fresh: Sequence[tuple[AlertRecord, AlertRecord]]) -> None:
        """Keep whole what the feed does not tell whole."""
        rows = [
            {"kind": "alert", "key": whole.uid, "sensitive": False, "body": readable_body(whole)}
            for whole, told in fresh
            if whole != told
        ]
        if rows:
            self._connection.execute(guarded.insert(), rows)


def as_told(alert: AlertRecord, hidden: Mapping[str, frozenset[str]]) -> AlertRecord:
    """Give a new alert as the feed tells it; ``hidden`` are the wordings that it must not tell, by FIRs."""
    return alert_without(alert, hidden_by(named_by(alert), hidden))


def hidden_by(firs: Collection[str], hidden: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Give all that ``hidden`` has of some FIRs."""
    return frozenset().union(*(hidden[key] for key in firs if key in hidden))


def _row(record: AlertRecord | FirRecord) -> dict[str, object]:
    kind, key, state = identity(record)
    alert = record if isinstance(record, AlertRecord) else None
    return {
        "kind": kind,
        "key": key,
        "sequence": record.sequence,
        "state_code": state,
        "fir_key": alert.fir_key if alert else "",
        "shared": False,
        "withheld": False,
        "gone": False,
        "high": alert is not None and is_high(alert),
        "expires_at": expiry_of(alert) if alert else None,
        "body": readable_body(record),
    }
