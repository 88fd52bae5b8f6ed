"""The centre's tables: one sequence in the order of commits, and nothing half done."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from central.errors import SetupError
from central.rights import Account
from central.store.bodies import read_body
from central.store.tallies import Scope
from central.store.unit import Store
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.records import FirRecord, GoneRecord, Record, StateRecord
from tests.support.records import a_fir, an_alert

EVERYTHING = Scope(alerts=True, firs_of_state="09")
NEWER_INDEXES = (
    "records_directory",
    "records_alerts",
    "records_shared",
    "records_firs",
    "officers_by_office",
    "machines_by_office",
    "sessions_by_login",
    "sessions_by_family",
    "items_by_machine",
    "items_by_office",
)
NEWER_TABLES = ("message_parts", "message_files", "message_recipients", "messages", "sms_templates")
OF_THE_DOOR = ("challenges", "one_time_codes")
KEPT_BACK = ("guarded", "disclosures", "victim_wordings", "former_firs")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Give an empty store on each kind of database."""
    opened = Store(database_url)
    yield opened
    opened.close()


def put(store: Store, *changes: Record) -> None:
    """Change records, each in a transaction of its own."""
    for one in changes:
        with store.write() as unit:
            unit.records.put(one)


def feed(store: Store, scope: Scope = EVERYTHING, since: int = 0) -> list[Record]:
    """Read the feed to its head."""
    with store.read() as unit:
        return [read_body(body) for _, body in unit.records.after(since, unit.records.head(), scope, 1000)]


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """An older program does not touch what it does not know."""
    path = tmp_path / "centre.db"
    Store(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(SetupError, match="newer"):
        Store(f"sqlite:///{path}")


def summed(store: Store) -> tuple[dict[str, int], str]:
    """Give the counts and the digest of a State's offices."""
    with store.read() as unit:
        return unit.tallies.of(Scope(alerts=True, firs_of_state="05"))


def told_high(store: Store) -> list[bytes]:
    """Give the active High Alerts."""
    with store.read() as unit:
        return list(unit.reach.alerts(0, 50, high=True))


def test_a_centre_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    """What it had is there, and a FIR that it gave away can be called back."""
    path = tmp_path / "centre.db"
    old = Store(f"sqlite:///{path}")
    put(old, a_fir(), an_alert(fir_key=a_fir().key))
    counted, high = summed(old), tuple(told_high(old))
    old.close()
    with sqlite3.connect(path) as raw:
        for index in ("records_high", "records_expiring", *NEWER_INDEXES):
            raw.execute(f"DROP INDEX {index}")
        for column in ("withheld", "high", "expires_at"):
            raw.execute(f"ALTER TABLE records DROP COLUMN {column}")
        for column in ("family_hash", "bound"):
            raw.execute(f"ALTER TABLE sessions DROP COLUMN {column}")
        for column in ("text_hash", "alike"):
            raw.execute(f"ALTER TABLE items DROP COLUMN {column}")
        for table in (
            *NEWER_TABLES,
            *OF_THE_DOOR,
            "tallies",
            "milestones",
            "snapshots",
            "station_trails",
            "findings",
            "finding_words",
            "fir_gaps",
            "carried_usage",
            "standings",
            "steward_sessions",
            *KEPT_BACK,
            "sketches",
        ):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    raw.close()
    now = Store(f"sqlite:///{path}")
    assert (summed(now), tuple(told_high(now))) == (counted, high)
    assert high
    before = head(now)
    put(now, a_fir(victim_protected=True, version=2))
    assert told_of_fir(now, ELSEWHERE, before) == [("GoneRecord", 0)]
    now.close()


def test_a_change_has_one_sequence_and_replaces_what_was(store: Store) -> None:
    """The feed holds each record once, as it is now, where it changed last."""
    put(store, StateRecord(sequence=0, code="09", name="UP"), StateRecord(sequence=0, code="05", name="UK"))
    put(store, StateRecord(sequence=77, code="09", name="UTTAR PRADESH"))
    told = [(one.sequence, one.name) for one in feed(store) if isinstance(one, StateRecord)]
    assert told == [(2, "UK"), (3, "UTTAR PRADESH")]


def test_a_failed_transaction_takes_no_sequence(store: Store) -> None:
    """All of it or nothing; the numbers go back too."""

    def fail() -> None:
        with store.write() as unit:
            unit.records.put(StateRecord(sequence=0, code="09", name="UP"))
            unit.counters.next("record-2026")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as unit:
        assert (unit.records.head(), unit.counters.value("record-2026")) == (0, 0)


def test_many_writers_make_one_row_of_numbers(store: Store) -> None:
    """Threads that write at once get numbers without gaps and without doubles."""
    taken: list[int] = []

    def write() -> None:
        for _ in range(20):
            with store.write() as unit:
                taken.append(unit.counters.next("record-2026"))

    threads = [threading.Thread(target=write) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert taken == list(range(1, 121))


def test_a_fir_stays_in_its_state_until_an_alert_names_it(store: Store) -> None:
    """With its first alert it goes along to everybody, under a new sequence."""
    elsewhere = Scope(alerts=True, firs_of_state="05")
    put(store, a_fir())
    assert feed(store, elsewhere) == []
    put(store, an_alert(fir_key=a_fir().key))
    kinds = [type(one).__name__ for one in feed(store, elsewhere)]
    assert kinds == ["FirRecord", "AlertRecord"]
    assert len(feed(store)) == 2


def test_a_fir_that_comes_after_its_alert_goes_along_too(store: Store) -> None:
    """The order in which they come does not matter."""
    put(store, an_alert(fir_key=a_fir().key), a_fir())
    assert len(feed(store, Scope(alerts=True, firs_of_state="05"))) == 2


def test_a_protected_fir_never_leaves_its_state(store: Store) -> None:
    """BNS 64-71, POCSO and the JJ Act: the alert goes, the FIR does not."""
    put(store, a_fir(victim_protected=True), an_alert(fir_key=a_fir().key))
    assert [type(one).__name__ for one in feed(store, Scope(alerts=True, firs_of_state="05"))] == ["AlertRecord"]
    assert len(feed(store)) == 2


def test_without_the_right_to_look_there_is_only_the_directory(store: Store) -> None:
    """No VIEW, no alerts and no FIRs."""
    put(store, StateRecord(sequence=0, code="09", name="UP"), a_fir(), an_alert(fir_key=a_fir().key))
    assert [type(one).__name__ for one in feed(store, Scope(alerts=False, firs_of_state=""))] == ["StateRecord"]


def test_a_tombstone_goes_wherever_the_record_went(store: Store) -> None:
    """A withdrawn FIR is withdrawn in the other States as well, and is found no more."""
    put(store, a_fir(), an_alert(fir_key=a_fir().key), GoneRecord(sequence=0, kind="fir", key=a_fir().key))
    assert isinstance(feed(store, Scope(alerts=True, firs_of_state="05"))[-1], GoneRecord)
    with store.read() as unit:
        assert unit.records.one("fir", a_fir().key) is None


ELSEWHERE = Scope(alerts=True, firs_of_state="05")


def told_of_fir(store: Store, scope: Scope, since: int) -> list[tuple[str, int]]:
    """Say what a station that knows everything up to ``since`` is told of the FIR: form or gone, and its version."""
    return [
        (type(one).__name__, one.version if isinstance(one, FirRecord) else 0)
        for one in feed(store, scope, since)
        if isinstance(one, FirRecord) or (isinstance(one, GoneRecord) and one.kind == "fir")
    ]


def head(store: Store) -> int:
    """Give the newest sequence."""
    with store.read() as unit:
        return unit.records.head()


def test_a_fir_that_becomes_protected_is_called_back(store: Store) -> None:
    """Other States have had it: they are told that it is gone, its own State the new version; and it may come again."""
    put(store, a_fir(), an_alert(fir_key=a_fir().key))
    before = head(store)
    put(store, a_fir(victim_protected=True, version=2))
    assert told_of_fir(store, ELSEWHERE, before) == [("GoneRecord", 0)]
    assert told_of_fir(store, EVERYTHING, before) == [("FirRecord", 2)]
    assert told_of_fir(store, ELSEWHERE, 0) == [("GoneRecord", 0)]
    before = head(store)
    put(store, a_fir(version=3))
    assert told_of_fir(store, ELSEWHERE, before) == [("FirRecord", 3)]


def test_a_withheld_firs_tombstone_goes_to_everyone_who_ever_got_it(store: Store) -> None:
    """Protected first, withdrawn afterwards: nobody keeps it."""
    put(store, a_fir(), an_alert(fir_key=a_fir().key), a_fir(victim_protected=True, version=2))
    before = head(store)
    put(store, GoneRecord(sequence=0, kind="fir", key=a_fir().key))
    for scope in (ELSEWHERE, EVERYTHING):
        assert told_of_fir(store, scope, before) == [("GoneRecord", 0)]


@pytest.mark.parametrize(
    "change",
    [GoneRecord(sequence=0, kind="alert", key=an_alert().uid), an_alert(fir_key="31682034/2026/0001", version=2)],
    ids=["withdrawn", "names another"],
)
def test_a_fir_that_no_alert_names_any_more_goes_home(store: Store, change: Record) -> None:
    """Its last alert is withdrawn or corrected: other States give it back, its own keeps it."""
    put(store, a_fir(), an_alert(fir_key=a_fir().key))
    before = head(store)
    put(store, change)
    assert told_of_fir(store, ELSEWHERE, before) == [("GoneRecord", 0)]
    assert told_of_fir(store, EVERYTHING, before) == [("FirRecord", 1)]


def test_a_fir_stays_out_while_another_alert_names_it(store: Store) -> None:
    """Two alerts, one withdrawn: nothing changes for the FIR."""
    put(store, a_fir(), an_alert(1, fir_key=a_fir().key), an_alert(2, fir_key=a_fir().key))
    before = head(store)
    put(store, GoneRecord(sequence=0, kind="alert", key=an_alert(1).uid))
    assert told_of_fir(store, ELSEWHERE, before) == []
    assert told_of_fir(store, ELSEWHERE, 0) == [("FirRecord", 1)]


@pytest.mark.parametrize(
    "change", [{"description": "x" * 200_000}, {"issued_at": datetime(1, 1, 1, tzinfo=UTC)}, {"version": 2**70}]
)
def test_what_no_station_could_read_does_not_get_into_the_feed(store: Store, change: dict[str, object]) -> None:
    """One such record would stop every station's sync at its page."""
    with pytest.raises(NotUnderstoodError):
        put(store, an_alert(1, **change))
    assert head(store) == 0


def test_moments_come_back_in_utc(store: Store) -> None:
    """A moment given in another zone is the same moment."""
    ist = timezone(timedelta(hours=5, minutes=30))
    given = datetime(2026, 8, 1, 12, 0, 0, 123456, tzinfo=ist)
    with store.write() as unit:
        unit.trail.add(given, login="a", machine_id="m", act="sign-in")
    with store.read() as unit:
        assert unit.trail.all()[0].at == datetime(2026, 8, 1, 6, 30, 0, 123456, tzinfo=UTC)


def test_an_officer_is_changed_without_a_second_one(store: Store) -> None:
    """A new rank is a change; an empty password leaves the old."""
    now = datetime(2026, 8, 1, tzinfo=UTC)
    one = Account("a", "A", "Sub-Inspector", "1", ("view",), ())
    with store.write() as unit:
        unit.officers.put(one, password_hash="kept", now=now)
        unit.officers.put(Account("a", "A", "Inspector", "1", (), ("jail-break",)), password_hash="", now=now)
    with store.read() as unit:
        assert [(found.rank, found.acts, found.categories) for found in unit.officers.all()] == [
            ("Inspector", (), ("jail-break",))
        ]
        assert unit.officers.kept_password("a") == "kept"
