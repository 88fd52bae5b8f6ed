"""The feed's records: each as it is now, under the sequence of its last change."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

import msgspec
from sqlalchemy import Connection, delete, func, or_, select

from central.store.bodies import identity, read_body, readable_body, written_body
from central.store.counters import FEED, Counters, Sequence
from central.store.findings import Findings
from central.store.guarded import CASES, Guarded, hides_of
from central.store.sharing import Sharing, as_counted, counted, goes_along, is_one
from central.store.streams import entitled, page_of
from central.store.tables import DIRECTORY_KINDS, records, snapshots
from central.store.tallies import Scope, Tallies
from central.store.wordings import Wordings
from station_client.domain.alert import Category, Life
from sync.protocol.records import (
    AlertRecord,
    DistrictRecord,
    FirRecord,
    GoneRecord,
    OfficeRecord,
    Record,
    StateRecord,
)

HIDDEN = "hidden-since"
"""The counter of the last sequence at which the feed began to tell less of a record than it had told before."""
GUARDED_UP_TO = "guarded-up-to-3"
"""Grows with what is taken out of records: all of them are then looked at anew."""
CALLED_BACK = "called-back-up-to"
NAMED_UP_TO = "named-in-words-up-to"
ALL_GUARDED = 2**62
STANDING = frozenset({Life.ACTIVE, Life.CORRECTED})
"""The lives in which an alert can run out."""


class Held:
    """What stands in the feed now, one record at a time."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection
        self.guarded = Guarded(connection)

    def one(self, kind: str, key: str) -> Record | None:
        """Give one record whole, or None if it never was or is gone; only a part of it may leave (``told``)."""
        kept = self.guarded.one(kind, key)
        return self.told(kind, key) if kept is None else kept.record

    def told(self, kind: str, key: str) -> Record | None:
        """Give one record as the feed tells it, or None if it is gone from there."""
        query = select(records.c.body).where(is_one(kind, key), records.c.gone.is_(False))
        body = self._connection.execute(query).scalar()
        return None if body is None else read_body(body)

    def still_told(self, uids: Collection[str], *, until: int | None = None) -> frozenset[str]:
        """Give those of some alerts that the feed still tells; ``until``: and as it did at that sequence."""
        if not uids:
            return frozenset()
        query = select(records.c.key).where(records.c.kind == "alert", records.c.key.in_(uids), ~records.c.gone)
        here = query if until is None else query.where(records.c.sequence <= until)
        return frozenset(self._connection.execute(here).scalars())

    def fir_for(self, key: str, scope: Scope) -> Record | None:
        """Give a FIR as the feed tells it to a scope, or None where it does not or does no more."""
        theirs = or_(~records.c.withheld, records.c.state_code == scope.firs_of_state)
        query = select(records.c.body).where(is_one("fir", key), ~records.c.gone, entitled(scope), theirs)
        body = self._connection.execute(query).scalar()
        return None if body is None else read_body(body)


class Records(Held):
    """Every alert, FIR, State, district and office, and the one sequence that orders their changes."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        super().__init__(connection)
        self._counters = Counters(connection)
        self._tallies = Tallies(connection)
        self._findings = Findings(connection)
        self.sequence = Sequence(connection)
        self._sharing = Sharing(connection, self.sequence)
        self._wordings = Wordings(connection)

    def head(self) -> int:
        """Give the newest sequence."""
        return self._counters.value(FEED)

    def put(self, record: Record, *, sensitive: bool | None = None) -> int:
        """Keep a record as it is now, under a new sequence, and give that sequence.

        The feed tells it without what the law or a mark keeps back (``central.store.guarded``); ``sensitive`` changes
        the mark. Raise ``NotUnderstoodError`` for one that stations could not read: it would stop every feed it is in.
        """
        kind, key, state = identity(record)
        had = self.guarded.one(kind, key)
        was = had.record if had is not None else self.told(kind, key) if kind in CASES else None
        grown = self.guarded.remember(was, record)
        told = self.guarded.keep(record, sensitive=sensitive)
        sequence, fresh = self._tell(told, state)
        has = self.guarded.one(kind, key)
        if has is not None and (had is None or grown) and not fresh:
            self._hide(sequence)
        if kind == "fir" and (had is not None or has is not None or self.guarded.hidden_of(key)):
            self._retell(key)
        return sequence

    def _tell(self, record: Record, state: str) -> tuple[int, bool]:
        """Put a record into the feed as it is told; give its sequence, and whether it is there for the first time."""
        kind, key, _ = identity(record)
        before = self._connection.execute(select(records).where(is_one(kind, key))).one_or_none()
        fir_key = record.fir_key if isinstance(record, AlertRecord) else ""
        former = before.fir_key if before is not None else ""
        if fir_key:
            self._sharing.share({fir_key: (state,)})
        sequence = self.sequence.next()
        whose = state or (before.state_code if before is not None else "")
        open_now = isinstance(record, FirRecord) and goes_along(record, named=self._sharing.is_named(key, whose))
        shared = open_now or (before is not None and bool(before.shared))
        row = {
            "sequence": sequence,
            "state_code": whose,
            "fir_key": fir_key,
            "shared": shared,
            "withheld": shared and not open_now and isinstance(record, FirRecord),
            "gone": isinstance(record, GoneRecord),
            "high": isinstance(record, AlertRecord) and is_high(record),
            "expires_at": expiry_of(record) if isinstance(record, AlertRecord) else None,
            "body": readable_body(msgspec.structs.replace(record, sequence=sequence)),
        }
        if before is None:
            self._connection.execute(records.insert().values(kind=kind, key=key, **row))
        else:
            self._connection.execute(records.update().where(is_one(kind, key)).values(row))
        self._tallies.change(counted(before), as_counted(kind, key, row))
        if former and former != fir_key:
            self._sharing.settle(former)
        self._index(kind, key)
        return sequence, before is None

    def guard(self, rows: int) -> int:
        """Look at the next FIRs that an older version told to more than may know; give up to where, 0 for none.

        Of a FIR that is told as gone, or protects nobody any more, the alerts are looked at: its wordings stay hidden.
        """
        done = self._counters.value(GUARDED_UP_TO)
        hides = hides_of(records.c.key)
        firs = select(records.c.sequence, records.c.key, records.c.body, hides.label("hides"))
        here = firs.where(records.c.kind == "fir", records.c.sequence > done, ~records.c.gone | hides)
        page = self._connection.execute(here.order_by(records.c.sequence).limit(rows)).all()
        for row in page:
            fir = read_body(row.body)
            if isinstance(fir, FirRecord) and fir.victim_protected:
                self._guard_again(fir)
            elif row.hides:
                self._retell(row.key)
        self._counters.raise_to(GUARDED_UP_TO, int(page[-1].sequence) if page else ALL_GUARDED)
        return int(page[-1].sequence) if page else self._call_back(rows)

    def _guard_again(self, told: FirRecord) -> None:
        """Tell a protected FIR and its alerts anew where less of them may be told by now than was."""
        kept = self.guarded.one("fir", told.key)
        whole = told if kept is None else kept.record
        now = self.guarded.without(whole)
        if msgspec.structs.replace(now, sequence=0) != msgspec.structs.replace(told, sequence=0):
            self._hide(self.put(whole))
        else:
            self._retell(told.key)

    def _call_back(self, rows: int) -> int:
        """Look at the next FIRs that an older version sent round with another State's alert, as ``guard`` does."""
        done = self._counters.value(CALLED_BACK)
        theirs = (records.c.kind == "fir") & ~records.c.gone & records.c.shared & ~records.c.withheld
        query = select(records.c.sequence, records.c.key, records.c.state_code)
        query = query.where(theirs, records.c.sequence > done)
        page = self._connection.execute(query.order_by(records.c.sequence).limit(rows)).all()
        for row in page:
            self._sharing.settle(row.key)
            for uid in self._findings.of_fir(row.key, outside=row.state_code):  # found by its words until now
                self._index("alert", uid)
        self._counters.raise_to(CALLED_BACK, int(page[-1].sequence) if page else ALL_GUARDED)
        return int(page[-1].sequence) if page else self._read_words(rows)

    def _read_words(self, rows: int) -> int:
        """Look at the next alerts whose words an older version did not read for the FIRs that they name, likewise."""
        done = self._counters.value(NAMED_UP_TO)
        alerts = (records.c.kind == "alert") & ~records.c.gone & (records.c.sequence > done)
        query = select(records.c.sequence, records.c.body).where(alerts).order_by(records.c.sequence).limit(rows)
        page = self._connection.execute(query).all()
        told = [one for one in (read_body(row.body) for row in page) if isinstance(one, AlertRecord)]
        for uid in self.guarded.name(told):
            self._tell_without(uid)
        self._counters.raise_to(NAMED_UP_TO, int(page[-1].sequence) if page else ALL_GUARDED)
        return int(page[-1].sequence) if page else 0

    def _retell(self, fir_key: str) -> None:
        """Tell anew the alerts of a FIR whose victim is now, or is no longer, to be kept out of them."""
        for uid in sorted({*self._findings.of_fir(fir_key), *self._wordings.alerts_of(fir_key)}):
            self._tell_without(uid)

    def _tell_without(self, uid: str) -> None:
        """Tell an alert anew where now more, or less, is to be kept out of it than the feed keeps."""
        alert, told = self.one("alert", uid), self.told("alert", uid)
        if alert is None or told is None:
            return
        now = self.guarded.keep(alert)
        if msgspec.structs.replace(now, sequence=0) != msgspec.structs.replace(told, sequence=0):
            self._hide(self._tell(now, identity(alert)[2])[0])

    def _hide(self, sequence: int) -> None:
        """Note that less is told from here on: no file that was made before may be given any more."""
        self._counters.raise_to(HIDDEN, sequence)
        self._connection.execute(delete(snapshots))

    def after(self, since: int, until: int, scope: Scope, rows: int) -> Iterator[tuple[int, bytes]]:
        """Give the entitled changes after ``since`` up to ``until`` in order: sequence and body.

        A FIR that other States had and may have no longer is told to them as gone.
        """
        for row in self._connection.execute(page_of(scope, since=since, until=until, rows=rows)):
            elsewhere = row.withheld and row.state_code != scope.firs_of_state
            gone = GoneRecord(sequence=row.sequence, kind=row.kind, key=row.key)
            yield int(row.sequence), written_body(gone) if elsewhere else bytes(row.body)

    def before_first_case(self, since: int, until: int) -> int:
        """Give the last sequence up to ``until`` before anything after ``since`` that is not the directory."""
        case = select(func.min(records.c.sequence)).where(
            records.c.sequence > since, records.c.sequence <= until, records.c.kind.not_in(DIRECTORY_KINDS)
        )
        first = self._connection.execute(case).scalar()
        return until if first is None else int(first) - 1

    def office(self, code: str) -> OfficeRecord | None:
        """Give one office of the directory."""
        found = self.one("office", code)
        return found if isinstance(found, OfficeRecord) else None

    def place_names(self, office: OfficeRecord) -> tuple[str, str]:
        """Give the names of an office's district and State; empty where the directory has none."""
        district, state = self.one("district", office.district_code), self.one("state", office.state_code)
        return (
            district.name if isinstance(district, DistrictRecord) else "",
            state.name if isinstance(state, StateRecord) else "",
        )

    def fill(self, rows: int) -> int:
        """Index the next records that were there before the index was; give up to where, 0 for none."""
        page = tuple(self._findings.unfilled(rows))
        for kind, _, body in page:
            self._index(kind, identity(read_body(body))[1])
        return page[-1][1] if page else 0

    def _index(self, kind: str, key: str) -> None:
        """Let an alert be found by what it and its FIR are told to say now."""
        now = self.told(kind, key) if kind in {"alert", "fir"} else None
        if kind == "alert":
            self._findings.drop_alert(key) if now is None else None
        if isinstance(now, AlertRecord):
            fir = self.told("fir", now.fir_key) if now.fir_key else None
            self._findings.put_alert(now, fir if isinstance(fir, FirRecord) else None)
        if kind == "fir":
            whole = self.one("fir", key) if now is not None else None
            self._findings.put_firs({key: whole if isinstance(whole, FirRecord) else None})
            for uid in self._findings.of_fir(key):
                self._index("alert", uid)


def is_high(alert: AlertRecord) -> bool:
    """Tell whether an alert is an active High Alert."""
    return alert.category == Category.HIGH_ALERT and alert.life == Life.ACTIVE


def expiry_of(alert: AlertRecord) -> datetime | None:
    """Say when an alert runs out; None where it does not, or does not count any more."""
    return alert.expires_at if alert.life in STANDING else None
