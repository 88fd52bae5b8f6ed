"""A process that does not know what is kept out of the feed writes nothing into it, whatever it would write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import DBAPIError

from central.errors import Refused
from central.store import database
from central.store.bodies import written_body
from central.store.tables import records
from sync.protocol.codes import Code
from tests.support.centre import HandClock, SmallCentre, an_item, small_centre
from tests.support.victims import NAME, the_alert, the_fir


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a small centre on each kind of database, which has a FIR that protects its victim."""
    with small_centre(tmp_path / "centre", HandClock(), database_url=database_url) as made:
        made.put(the_fir())
        yield made


def told(small: SmallCentre) -> bytes:
    """Give every body in the feed."""
    with small.house.store._database.read() as connection:
        return b"".join(map(bytes, connection.execute(select(records.c.body)).scalars()))


def test_a_process_that_says_no_version_writes_nothing(small: SmallCentre) -> None:
    """Neither a new record nor a change of one, on a connection as an older version makes it."""
    body = written_body(the_fir())
    assert NAME.encode() in body
    engine = create_engine(small.house.settings.url)
    for change in (
        records.update().where(records.c.kind == "fir").values(body=body),
        records.insert().values(
            kind="fir", key="x", sequence=99, state_code="09", fir_key="", shared=False, gone=False, body=body
        ),
    ):
        with pytest.raises(DBAPIError), engine.begin() as connection:
            connection.execute(change)
    engine.dispose()
    assert NAME.encode() not in told(small)


def test_a_process_of_an_older_version_is_busy_for_its_stations(
    small: SmallCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the batch is kept, and the same item is taken by a process that knows; it signs in and reads on."""
    item = an_item(description=f"{NAME} is looked for.", fir_key=the_fir().key, fir_shown="")
    with monkeypatch.context() as older:
        older.setattr(database, "WRITER", 8)
        grant = small.sign_in()
        with pytest.raises(Refused) as no:
            small.push_one(grant, item)
        assert small.centre.changes(grant.access_token, since=0, rows=500).records
    assert no.value.code == Code.BUSY
    with small.house.store.read() as unit:
        assert unit.items.one(item.item_id) is None
    assert small.push_one(grant, item).receipt is not None
    assert NAME.encode() not in told(small)


def test_a_version_that_is_asked_for_more_is_refused_from_then_on(small: SmallCentre) -> None:
    """A later migration raises the least: this version is then the older one."""
    with small.house.store._database.write() as connection:
        connection.execute(text("UPDATE counters SET value = value + 1 WHERE name = 'least-writer'"))
    with pytest.raises(Refused) as no:
        small.put(the_alert())
    assert no.value.code == Code.BUSY
