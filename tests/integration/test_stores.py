"""A whole data folder: made, opened again, guarded, and closed to everyone else."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from station_client.domain.ids import Login
from station_client.errors import (
    DiskFullError,
    NewerDataError,
    ProfileInUseError,
    ProfileUnwritableError,
    StoreDamagedError,
    StoreError,
)
from station_client.security.cipher import Cost
from station_client.security.durable import replace_file
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys
from station_client.store.database import Database
from station_client.store.migrate import MIGRATIONS, migrate, steps
from station_client.store.profile import Profile
from station_client.store.replica import open_replica
from station_client.store.replica.changes import Changes
from station_client.store.stores import open_stores
from tests.support.casework import alert, draft, fir, private

ROOT = Path(__file__).resolve().parents[2]
CASE_WORDS = ("robbery", "Mohammed", "MAHILA", "Sundarpur", "phones", "a.verma", "Ganga-7#", "पेट्रोल", "4512007")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Make a data folder."""
    return Profile(tmp_path / "profile")


def vault_keys(profile: Profile) -> VaultKeys:
    """Make a vault with one officer."""
    officer = SlotOfficer(Login("a.verma"), "Anita Verma", "SI")
    return Vault(profile.path).create(
        officer=officer, password="Ganga-7#", secret=bytes(32), cost=Cost(memory=64, passes=1, lanes=1)
    )


def files(folder: Path) -> list[Path]:
    """List every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_no_file_holds_anything_of_a_case_in_clear(profile: Profile) -> None:
    """Neither while it is open, with its write-ahead log, nor after; all of it is this user's alone."""
    stores = open_stores(profile, vault_keys(profile))
    stores.replica.feed.apply(Changes(cursor=1, alerts=(alert(0),), firs=(fir(1),)))
    stores.desk.drafts.save(draft())
    stores.blobs.put(io.BytesIO(b"robbery photo " * 5000), limit=10**6)
    for moment in ("open", "closed"):
        paths = files(profile.path)
        assert {"replica.db", "desk.db", "vault.json", "format.json"} <= {path.name for path in paths}
        for path in paths:
            raw = path.read_bytes()
            assert [word for word in CASE_WORDS if word.encode() in raw] == [], (moment, path.name)
            assert b"SQLite format" not in raw
        assert [path.name for path in profile.path.rglob("*") if not private(path)] == []
        stores.close()


def test_the_standard_library_cannot_read_it(profile: Profile) -> None:
    """A thief of the disk has noise."""
    stores = open_stores(profile, vault_keys(profile))
    stores.close()
    for path in (profile.replica, profile.desk):
        with closing(sqlite3.connect(path)) as thief, pytest.raises(sqlite3.DatabaseError):
            thief.execute("SELECT count(*) FROM sqlite_master").fetchall()


def test_each_file_has_a_key_of_its_own(profile: Profile) -> None:
    """The desk's key does not open the replica, and says so as damage: the vault has proved the key before."""
    keys = vault_keys(profile)
    open_stores(profile, keys).close()
    with pytest.raises(StoreDamagedError):
        open_replica(profile.replica, keys.key("desk"))


def test_readers_and_a_writer_work_side_by_side(profile: Profile) -> None:
    """Many threads, one of them writing: every read is whole, and none fails."""
    stores = open_stores(profile, vault_keys(profile))
    failed: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(60):
                page = stores.replica.alerts.page(limit=1000)
                assert len(page) % 50 == 0
                stores.replica.search.find(words="robbery")
        except BaseException as wrong:  # noqa: BLE001 a thread's failure is the test's
            failed.append(wrong)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for page in range(10):
        pages = tuple(alert(number) for number in range(page * 50, page * 50 + 50))
        stores.replica.feed.apply(Changes(cursor=page + 1, alerts=pages))
    for thread in threads:
        thread.join()
    stores.close()
    assert failed == []


def test_opening_again_changes_nothing(profile: Profile) -> None:
    """The forms are up to date and the work is there."""
    keys = vault_keys(profile)
    first = open_stores(profile, keys)
    first.replica.feed.apply(Changes(cursor=3, alerts=(alert(0),)))
    first.close()
    again = open_stores(Profile(profile.path), keys)
    assert again.replica.feed.cursor() == 3
    again.close()


def test_a_newer_programs_file_is_refused(profile: Profile) -> None:
    """It is left as it is."""
    keys = vault_keys(profile)
    open_stores(profile, keys).close()
    database = Database(profile.desk, keys.key("desk"), synchronous="full")
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(NewerDataError):
        open_stores(profile, keys)
    (profile.path / "format.json").write_text('{"format": 2}')
    with pytest.raises(NewerDataError):
        Profile(profile.path)


NEXT_STEP = """
from alembic import op
revision = "9001"
down_revision = "{before}"
def upgrade():
    op.execute("ALTER TABLE drafts ADD COLUMN colour TEXT")
    {more}
"""


def next_form(folder: Path, more: str = "") -> Path:
    """Make a migrations folder with one step after ours."""
    versions = folder / "versions"
    versions.mkdir(parents=True)
    for step in (MIGRATIONS / "desk" / "versions").glob("r*.py"):
        (versions / step.name).write_bytes(step.read_bytes())
    before = steps(MIGRATIONS / "desk")[-1]
    (versions / "r9001_colour.py").write_text(NEXT_STEP.format(more=more, before=before))
    return folder


def test_a_change_of_form_leaves_a_sealed_copy(profile: Profile, tmp_path: Path) -> None:
    """The desk as it was can be opened beside the changed one, by its key only."""
    keys = vault_keys(profile)
    first = open_stores(profile, keys)
    kept = first.desk.drafts.save(draft())
    first.close()
    key = keys.key("desk")
    database = Database(profile.desk, key, synchronous="full")
    folder = next_form(tmp_path / "next")
    newest = steps(MIGRATIONS / "desk")[-1]
    assert migrate(database, folder, copy_to=profile.copies) == newest
    assert migrate(database, folder, copy_to=profile.copies) == "9001"
    database.close()
    copy = profile.copies / f"desk-{newest}.db"
    assert b"phones" not in copy.read_bytes()
    old = Database(copy, key, synchronous="full")
    with old.read() as connection:
        row = connection.exec_driver_sql("SELECT * FROM drafts").mappings().one()
    assert "colour" not in row
    assert kept.draft_id == row["draft_id"]
    old.close()


def test_a_change_of_form_that_fails_changes_nothing(profile: Profile, tmp_path: Path) -> None:
    """All steps or none."""
    keys = vault_keys(profile)
    open_stores(profile, keys).close()
    database = Database(profile.desk, keys.key("desk"), synchronous="full")
    with pytest.raises(ZeroDivisionError):
        migrate(database, next_form(tmp_path / "next", more="1 / 0"))
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT * FROM drafts").keys()._keys.count("colour") == 0
    database.close()
    open_stores(profile, keys).close()


@pytest.mark.parametrize("name", ["desk", "replica"])
def test_the_steps_of_each_form_are_one_line(name: str) -> None:
    """Files are numbered without a gap, as the fast way of opening believes."""
    numbers = steps(MIGRATIONS / name)
    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]


def test_one_program_at_a_time(profile: Profile) -> None:
    """A second one, in a process of its own, is told at once; after the first has gone it may."""
    ask = (
        "import sys; from pathlib import Path; from station_client.store.profile import Profile\n"
        "from station_client.errors import ProfileInUseError\n"
        "try:\n    with Profile(Path(sys.argv[1])).lock(): print('mine')\n"
        "except ProfileInUseError: print('taken')\n"
    )
    command = [sys.executable, "-c", ask, str(profile.path)]
    with profile.lock():
        assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip() == "taken"
        with pytest.raises(ProfileInUseError), Profile(profile.path).lock():
            pass
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip() == "mine"


def test_a_folder_that_cannot_be_used_says_why(tmp_path: Path) -> None:
    """A file in its place, too little room, a damaged format file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ProfileUnwritableError):
        Profile(tmp_path / "file")
    with pytest.raises(ProfileUnwritableError):
        Profile(tmp_path / "file" / "below")
    with pytest.raises(DiskFullError):
        Profile(tmp_path / "roomy", least_room=1 << 60)
    Profile(tmp_path / "damaged")
    (tmp_path / "damaged" / "format.json").write_text("x")
    with pytest.raises(StoreDamagedError):
        Profile(tmp_path / "damaged")


def test_what_a_cut_off_writing_left_is_removed_by_the_next_program(profile: Profile) -> None:
    """Small files are written under names of their own; halves do not pile up."""
    (profile.path / ".0123.part").write_bytes(b"half")
    with profile.lock():
        assert not list(profile.path.glob(".*.part"))


def test_two_writers_of_one_small_file_never_mix(tmp_path: Path) -> None:
    """The file is always one writer's whole, and only this user's."""
    path, wrong = tmp_path / "small.json", []

    def write(letter: bytes) -> None:
        for _ in range(40):
            try:
                replace_file(path, letter * 5000)
            except StoreError as told:
                wrong.append(told)

    writers = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b")]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert not wrong
    assert path.read_bytes() in (b"a" * 5000, b"b" * 5000)
    assert list(tmp_path.iterdir()) == [path]
    assert private(path)


def test_who_asks_again_meets_the_connection_that_has_it_in_memory(tmp_path: Path) -> None:
    """However many were opened while several asked at once."""
    database = Database(tmp_path / "replica.db", bytes(32), synchronous="normal")
    met = set()
    with database.read(), database.read(), database.read():
        pass
    for _ in range(4):
        with database.read() as connection:
            met.add(id(connection.connection.dbapi_connection))
    database.close()
    assert len(met) == 1
