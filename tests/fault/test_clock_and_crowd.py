"""The PC's clock jumps by years, ten thousand drafts lie on the desk, a second copy of the program is started."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.soak.pc import OFFICER, make_pc, start
from station_client.domain.alert import Category
from station_client.domain.outbox import ItemState
from station_client.services.kept_drafts import MOST_SHOWN
from tests.support.casework import draft
from tests.support.centre import PASSWORD, SI_A, SmallCentre
from tests.support.houses import Pc, ShiftedClock
from tests.support.told import told

ROOT = Path(__file__).resolve().parents[2]
YEARS = (timedelta(days=0), timedelta(days=3650), timedelta(days=-3650), timedelta(days=9000), timedelta(days=-1))
MANY = 10_000
AT_ONCE_SECONDS = 2.0


def test_a_clock_that_jumps_by_years_loses_and_reorders_nothing_that_is_sent(
    tmp_path: Path, centre: SmallCentre
) -> None:
    """Drafts, ids, versions, the outbox's order, the trail: all hold; with the right time again everything arrives."""
    clock = ShiftedClock()
    pc = Pc(tmp_path / "pc", centre.centre, clock=clock)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
    pc.cut = True
    sent = []
    for jump in YEARS:
        clock.ahead = jump
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            begun = replace(verbs.drafts.begin(), fir_text="12/2026", category=Category.SEIZURE)
            once = verbs.drafts.save(replace(begun, description=f"Written {jump.days} days off; a motor cycle."))
            clock.ahead = jump - timedelta(days=400)
            again = verbs.drafts.save(replace(once, description=once.description + " Black."))
            assert again.version == once.version + 1
            assert verbs.drafts.one(again.draft_id) == again
            sent.append(verbs.drafts.submit(again.draft_id).item_id)
    clock.ahead = timedelta(0)
    pc.cut = False
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        assert len(set(sent)) == len(YEARS)
        assert [one.item_id for one in verbs.outbox.items()] == sent[::-1]
        assert verbs.session.stores().desk.audit.verify() == len(verbs.audit.entries())
        verbs.sync.sync_once()
        assert {one.state for one in verbs.outbox.items()} == {ItemState.COMPLETE}


def test_a_clock_far_off_is_told_by_name_and_takes_nothing_away(tmp_path: Path, centre: SmallCentre) -> None:
    """Years ahead or behind, an officer who is known here signs in and reads; set right, the sync goes on."""
    clock = ShiftedClock()
    pc = Pc(tmp_path / "pc", centre.centre, clock=clock)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.sync.sync_once()
        offices = verbs.session.stores().replica.feed.cursor()
    for jump in YEARS[1:]:
        clock.ahead = jump
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            assert verbs.session.stores().replica.feed.cursor() == offices
            verbs.alerts.dashboard()
    clock.ahead = timedelta(0)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        verbs.sync.sync_once()


def test_a_lockout_outlasts_a_clock_set_back_by_years(tmp_path: Path, centre: SmallCentre) -> None:
    """Over a restart too; and a clock that was years ahead when it began keeps nobody out for years."""
    clock = ShiftedClock(timedelta(days=3650))
    pc = Pc(tmp_path / "pc", centre.centre, clock=clock)
    clock.ahead = timedelta(0)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
    clock.ahead = timedelta(days=3650)
    with pc.house() as verbs:
        for answer in (*["wrong-password"] * 4, "locked-out"):
            with told(answer):
                verbs.session.sign_in(SI_A, "wrong")
        clock.ahead = timedelta(0)
        with told("locked-out"):
            verbs.session.sign_in(SI_A, PASSWORD)
    with pc.house() as verbs, told("locked-out"):
        verbs.session.sign_in(SI_A, PASSWORD)
    clock.ahead = timedelta(seconds=40)
    with pc.house() as verbs:
        assert verbs.session.sign_in(SI_A, PASSWORD).officer.login == SI_A


def test_ten_thousand_drafts_are_listed_found_and_added_to(tmp_path: Path) -> None:
    """The list gives the last saved, newest first; each is found, and one more is saved with no wait that is felt."""
    make_pc(tmp_path / "pc")
    house = start(tmp_path / "pc")
    database = house.verbs.session.stores().desk._database
    first = house.verbs.session.stores().desk.drafts.save(replace(draft(0, files=()), author=OFFICER.login))
    copied = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO drafts SELECT printf('%s-%05d', draft_id, i), author, saved_at, version, submitted, "
        "json_set(body, '$.draft_id', printf('%s-%05d', draft_id, i)) FROM drafts, n"
    )
    columns = "draft_id, author, saved_at, version, submitted, body"
    copied = copied.replace("INTO drafts SELECT", f"INTO drafts ({columns}) SELECT")
    with database.write() as connection:
        connection.exec_driver_sql(copied, (MANY - 1,))
    begun = time.monotonic()
    assert len(house.verbs.drafts.mine()) == MOST_SHOWN
    fresh = house.verbs.drafts.begin()
    kept = house.verbs.drafts.save(replace(fresh, saved_at=datetime.now(UTC), description="one more of them"))
    assert time.monotonic() - begun < AT_ONCE_SECONDS * 3
    assert house.verbs.drafts.mine()[0] == kept
    assert house.verbs.drafts.one(first.draft_id) == first
    begun = time.monotonic()
    house.verbs.drafts.save(replace(kept, description="one more of them, typed on"))
    assert time.monotonic() - begun < AT_ONCE_SECONDS
    house.close()


SECOND = """
import sys
from pathlib import Path
from benchmarks.soak.pc import start
from station_client.errors import StationError
try:
    start(Path(sys.argv[1]))
except StationError as told:
    print(told.code)
"""


def test_a_second_copy_of_the_program_is_refused_while_the_first_works(tmp_path: Path) -> None:
    """In a process of its own; the first goes on, and when it has ended the second may begin."""
    make_pc(tmp_path / "pc")
    command = [sys.executable, "-c", SECOND, str(tmp_path / "pc")]
    house = start(tmp_path / "pc")
    second = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert second.stdout == "profile-in-use\n"
    assert house.verbs.drafts.begin().version == 1
    house.close()
    assert subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout == ""
