"""What was deleted or overwritten in a draft can be had back, after reopening too; ten thousand drafts stay light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from station_client.errors import NotInCopyError
from station_client.store.database import Database
from station_client.store.desk import Desk, open_desk
from station_client.store.desk.earlier import LAST, MOST, crowded
from station_client.store.forms import to_json
from station_client.store.migrate import MIGRATIONS, migrate
from tests.support.casework import NOON, OFFICER, draft
from tests.support.centre import PASSWORD, SI_A, SmallCentre
from tests.support.houses import Pc

KEY = bytes(range(32))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a fresh desk."""
    opened = open_desk(tmp_path / "desk.db", KEY, copies=tmp_path)
    yield opened
    opened.close()


def test_what_was_deleted_comes_back_after_reopening(tmp_path: Path, centre: SmallCentre) -> None:
    """Going back is itself a version: it can be undone, and the files stay."""
    pc = Pc(tmp_path / "a", centre.centre)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        long = verbs.drafts.save(replace(verbs.drafts.begin(), description="A long account of the theft."))
        short = verbs.drafts.save(replace(long, description=""))
        assert verbs.drafts.save(replace(short, gd_number="12")).version == short.version + 1
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        kept = verbs.drafts.versions(long.draft_id)
        assert [one.description for one in kept][-1] == long.description
        back = verbs.drafts.back_to(long.draft_id, long.version)
        assert (back.description, back.gd_number) == (long.description, "")
        assert verbs.drafts.one(long.draft_id) == back
        assert "12" in [one.gd_number for one in verbs.drafts.versions(long.draft_id)]
        with pytest.raises(NotInCopyError):
            verbs.drafts.back_to(long.draft_id, 999)
        verbs.drafts.discard(long.draft_id)
        with pytest.raises(NotInCopyError):
            verbs.drafts.versions(long.draft_id)


def test_twenty_versions_stay_of_a_day_of_typing(desk: Desk) -> None:
    """The last five, and others spread over the whole time."""
    last = draft(1, description="word 0", saved_at=NOON)
    for number in range(300):
        last = desk.drafts.save(
            replace(last, description=f"word {number}", saved_at=NOON + timedelta(seconds=2 * number))
        )
    kept = desk.drafts.earlier(last.draft_id)
    assert len(kept) == MOST
    assert [one.version for one in kept[:LAST]] == [299, 298, 297, 296, 295]
    assert kept[-1].description == "word 0"
    desk.drafts.delete(last.draft_id)
    assert desk.drafts.earlier(last.draft_id) == ()


def test_the_most_crowded_go_first() -> None:
    """The first and the last five are never chosen."""
    kept = [(number, float(number * number)) for number in range(MOST + 3)]
    assert crowded(kept[:MOST]) == []
    gone = crowded(kept)
    assert len(gone) == 3
    assert not {0, *range(MOST + 3 - LAST, MOST + 3)} & set(gone)


def test_ten_thousand_drafts_are_listed_by_one_bounded_question(desk: Desk) -> None:
    """A listing reads no more rows than it shows, by an index; an empty draft is found without reading the others."""
    with desk._database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO drafts (draft_id, author, saved_at, version, submitted, body, empty)"
            " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
            " SELECT printf('d%05d', i), ?, printf('2026-08-01T%06d', i), 1, 0, CAST('unread' AS BLOB), 0 FROM n",
            (OFFICER,),
        )
    newest = [desk.drafts.save(draft(number, saved_at=NOON + timedelta(days=40 + number))) for number in range(50)]
    asked: list[tuple[str, tuple[object, ...]]] = []
    engine = desk._database._readers
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    shown = desk.drafts.all(OFFICER, empty=False, limit=50)  # any of the others would not even read
    assert list(shown) == newest[::-1]
    assert desk.drafts.all(OFFICER, empty=True, limit=1) == ()
    assert len([sql for sql, _ in asked if sql.startswith("SELECT")]) == 2
    with desk._database.read() as connection:
        for sql, values in [one for one in asked if one[0].startswith("SELECT")]:
            plan = " ".join(row[3] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + sql, values))
            assert "drafts_by_author" in plan
            assert "TEMP B-TREE" not in plan or "LAST TERM" in plan


def test_a_draft_of_the_first_form_is_found_after_the_change(tmp_path: Path) -> None:
    """Empty or not is told from its text."""
    first = tmp_path / "first" / "versions"
    first.mkdir(parents=True)
    (first / "r0001_first.py").write_bytes((MIGRATIONS / "desk" / "versions" / "r0001_first.py").read_bytes())
    old = Database(tmp_path / "desk.db", KEY, synchronous="full")
    migrate(old, first.parent)
    void = replace(draft(2), fir_text="", description="", gd_number="", gd_reason="", category=None, files=())
    with old.write() as connection:
        for one in (draft(1), void):
            connection.exec_driver_sql(
                "INSERT INTO drafts (draft_id, author, saved_at, version, body) VALUES (?, ?, '2026', 1, ?)",
                (one.draft_id, one.author, to_json(one)),
            )
    old.close()
    desk = open_desk(tmp_path / "desk.db", KEY, copies=tmp_path)
    assert desk.drafts.all(empty=False) == (draft(1),)
    assert desk.drafts.all(empty=True) == (void,)
    desk.close()
