"""A file of any earlier form opens as the newest with all that stood in it; one of a newer form is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from station_client.errors import NewerDataError
from station_client.store.database import Database
from station_client.store.desk import Desk, open_desk
from station_client.store.migrate import MIGRATIONS, migrate, steps
from station_client.store.replica.changes import Changes
from station_client.store.replica.replica import Replica, open_replica
from tests.support.casework import NOON, OFFICER, alert, draft, fir, item_of

KEY = bytes(range(32))
RULES = ("index", "index-mark")
"""The replica's notes of how far its index is: an earlier program's index was made by other rules."""


def folder(path: Path) -> Path:
    """Make a folder, or give the one that is there."""
    path.mkdir(exist_ok=True)
    return path


def earlier(home: Path, name: str, form: str) -> Database:
    """Make an empty file of an earlier form, by the steps that made it then."""
    versions = home / f"steps-{form}" / "versions"
    versions.mkdir(parents=True)
    for step in (MIGRATIONS / name / "versions").glob("r*.py"):
        if step.name[1:5] <= form:
            (versions / step.name).write_bytes(step.read_bytes())
    database = Database(home / f"{name}.db", KEY, synchronous="full")
    migrate(database, versions.parent)
    return database


def shapes(connection: Connection) -> dict[str, list[str]]:
    """Give the columns of each table that is neither virtual nor the shadow of one, nor the mark of the form."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all()
    virtual = [name for name, sql in rows if sql and sql.startswith("CREATE VIRTUAL")]
    own = [
        name
        for name, sql in rows
        if sql and name not in virtual and not name.startswith(("alembic", "sqlite", *(f"{one}_" for one in virtual)))
    ]
    return {name: [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")] for name in own}


def pour(new: Database, old: Database) -> None:
    """Put into an earlier form what it could hold of a file of the newest."""
    with new.read() as source, old.write() as target:
        held = shapes(source)
        for table, columns in shapes(target).items():
            shared = [f'"{one}"' for one in columns if one in held.get(table, ())]
            if not shared:
                continue
            names = ", ".join(shared)
            rows = source.exec_driver_sql(f"SELECT {names} FROM {table}").all()  # noqa: S608 our own names
            places = ", ".join("?" for _ in shared)
            for row in rows:
                if row[0] not in RULES:
                    target.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(row))  # noqa: S608 as above


def worked_desk(path: Path) -> Desk:
    """Make a desk in which an officer has worked."""
    desk = open_desk(path, KEY, copies=folder(path.parent / "its-copies"))
    desk.drafts.save(draft(1))
    sent = desk.drafts.save(draft(2))
    desk.outbox.submit(item_of(sent), sent.draft_id)
    for at in range(3):
        desk.audit.append(OFFICER, "signed-in", f"subject {at}", NOON, 0.0)
    return desk


@pytest.mark.parametrize("form", steps(MIGRATIONS / "desk")[:-1])
def test_a_desk_of_every_earlier_form_keeps_its_work(tmp_path: Path, form: str) -> None:
    """Drafts, outbox and the chain of the trail; the file as it was lies beside, sealed."""
    newest = worked_desk(tmp_path / "newest.db")
    old = earlier(tmp_path, "desk", form)
    pour(newest._database, old)  # no verb gives a file's rows
    old.close()
    desk = open_desk(tmp_path / "desk.db", KEY, copies=folder(tmp_path / "copies"))
    assert desk.drafts.all(empty=False) == newest.drafts.all(empty=False) != ()
    assert desk.outbox.items() == newest.outbox.items() != ()
    assert desk.audit.verify() == 3
    assert (tmp_path / "copies" / f"desk-{form}.db").exists()
    desk.close()
    newest.close()


def filled_replica(path: Path) -> Replica:
    """Make a copy of the centre's alerts and FIRs."""
    replica = open_replica(path, KEY)
    changes = Changes(cursor=7, alerts=tuple(map(alert, range(3))), firs=tuple(fir(at) for at in range(1, 4)))
    replica.feed.apply(changes)
    return replica


@pytest.mark.parametrize("form", steps(MIGRATIONS / "replica")[:-1])
def test_a_copy_of_every_earlier_form_is_read_and_searched(tmp_path: Path, form: str) -> None:
    """Alerts, FIRs and the place in the feed; words are found as soon as the index is filled by today's rules."""
    newest = filled_replica(tmp_path / "newest.db")
    old = earlier(tmp_path, "replica", form)
    pour(newest._database, old)  # as above
    old.close()
    replica = open_replica(tmp_path / "replica.db", KEY)
    assert replica.feed.cursor() == 7
    assert [one.alert for one in replica.alerts.page(limit=9)] == [one.alert for one in newest.alerts.page(limit=9)]
    assert replica.firs.one(fir(2).key) == fir(2)
    assert replica.filling.since() is not None
    while replica.filling.step():
        pass
    assert replica.search.find(words="robbery motorcycle") == newest.search.find(words="robbery motorcycle")
    assert replica.search.find(words="robbery motorcycle").count == 3
    replica.feed.apply(Changes(cursor=8, alerts=(alert(4),)))
    assert replica.search.find(words="robbery").count == 4
    replica.close()
    newest.close()


@pytest.mark.parametrize("name", ["desk", "replica"])
def test_a_newer_programs_file_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    """With both forms, for State IT; the file keeps its form."""
    path = tmp_path / f"{name}.db"
    (worked_desk if name == "desk" else filled_replica)(path).close()
    database = Database(path, KEY, synchronous="full")
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(NewerDataError, match=rf"{name}\.db has form 9999"):
        open_desk(path, KEY, copies=folder(tmp_path / "copies")) if name == "desk" else open_replica(path, KEY)
    database = Database(path, KEY, synchronous="full")
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == "9999"
    database.close()
