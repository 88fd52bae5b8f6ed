"""What a round sends and what it says, on real encrypted stores and a real centre in this process."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain, repeat
from pathlib import Path

import pytest

from central.rights import Account
from station_client.clock import SystemClock
from station_client.domain.ids import AlertUid, Login, MachineId, Sha256
from station_client.domain.office import Act
from station_client.domain.outbox import ItemState
from station_client.errors import (
    CentreUnreachableError,
    ClockWrongError,
    InputError,
    LineError,
    LineStalledError,
    NotSignedInError,
    SessionExpiredError,
    StoreError,
)
from station_client.ports import Line, Tokens
from station_client.security.sealed import SealedReader
from sync.sign_in import CentreSignIn
from tests.support.centre import PASSWORD, SI_A, SI_B, STATION_A
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.scenes import NOON, Scene, synced_once
from tests.support.stations import Purse, pdf, station


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a scene that has synced once."""
    with synced_once(tmp_path) as made:
        yield made


def test_what_never_left_is_queued_again(scene: Scene) -> None:
    """No line: the item is queued as before, counted as waiting, and its author may take it back."""
    item_id = scene.here.write()
    scene.strike(Fault.CUT)
    with pytest.raises(CentreUnreachableError):
        scene.here.engine.sync_once()
    status = scene.here.engine.status()
    assert (status.line, status.error, status.waiting) == (Line.NONE, "centre-unreachable", 1)
    assert (scene.here.item(item_id).state, scene.here.item(item_id).attempts) == (ItemState.QUEUED, 1)
    scene.here.stores.desk.outbox.take_back(item_id)


def test_what_may_have_arrived_is_neither_failed_nor_taken_back(scene: Scene) -> None:
    """The answer was lost: the item stays under way, is repeated as it was, and is recorded once."""
    item_id = scene.here.write()
    scene.strike(Fault.LOST)
    with pytest.raises(LineStalledError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.SENDING
    with pytest.raises(InputError):
        scene.here.stores.desk.outbox.take_back(item_id)
    scene.here.engine.sync_once()
    assert scene.here.item(item_id).record_number.endswith("-000001")
    assert scene.here.stores.replica.feed.cursor() == scene.here.engine.status().head


def test_a_refused_item_is_set_aside_and_blocks_nothing(scene: Scene) -> None:
    """The reason is kept with the item; the alert behind it goes through."""
    bad, good = scene.here.write("too short"), scene.here.write()
    status = scene.here.engine.sync_once()
    assert (scene.here.item(bad).state, scene.here.item(bad).reason) == (ItemState.REFUSED, "description")
    assert scene.here.item(good).state is ItemState.COMPLETE
    assert (status.error, status.waiting, status.refused) == ("", 0, 1)


def test_an_expired_token_is_renewed_once_without_a_word(scene: Scene) -> None:
    """The officer notices nothing; the fresh tokens are kept."""
    held = scene.here.purse.held
    assert held is not None
    scene.here.purse.held = Tokens("stale", held.access_until, held.refresh, held.refresh_until)
    scene.here.engine.sync_once()
    assert scene.here.purse.held.access not in {"stale", held.access}
    assert [step.split(":")[0].split()[0] for step in scene.line.story] == ["feed", "refresh", "feed"]


def test_rights_that_changed_reach_the_desk_with_the_fresh_tokens(scene: Scene) -> None:
    """State IT took a right away: the officer's record of the refresh is kept, not only its tokens."""
    held = scene.here.purse.held
    assert held is not None
    changed = Account(SI_A, "Anil Sharma", "Inspector", STATION_A, (Act.VIEW,), ())
    with scene.small.house.store.write() as unit:
        unit.officers.put(changed, password_hash="", now=NOON)
    scene.here.purse.held = Tokens("stale", held.access_until, held.refresh, held.refresh_until)
    scene.here.engine.sync_once()
    officer = scene.here.purse.officer
    assert officer is not None
    assert (officer.rank, officer.rights.acts) == ("Inspector", frozenset({Act.VIEW}))


def test_an_expired_session_is_said_and_work_stays(scene: Scene) -> None:
    """Not 'no line': the officer must sign in with the line; what was written waits."""
    item_id = scene.here.write()
    scene.here.purse.held = Tokens("stale", NOON, "stale too", NOON)
    with pytest.raises(SessionExpiredError):
        scene.here.engine.sync_once()
    status = scene.here.engine.status()
    assert (status.line, status.error) == (Line.REFUSED, "session-expired")
    assert scene.here.item(item_id).state is ItemState.QUEUED
    scene.here.purse.held = None
    with pytest.raises(SessionExpiredError):
        scene.here.engine.sync_once()


def test_a_colleagues_item_is_sent_under_its_authors_name(scene: Scene, tmp_path: Path) -> None:
    """Written by one, sent while another is signed in: the receipt names the one who wrote it."""
    item_id = scene.here.write(author=SI_A)
    scene.here.sign_in("rkverma")
    scene.here.engine.sync_once()
    receipt = scene.here.stores.desk.receipts.one(item_id)
    assert receipt is not None
    assert receipt.author == SI_A
    with station(tmp_path / "other", Loopback(scene.small.centre), "machine-b") as other:
        other.sign_in(SI_B)
        other.engine.sync_once()
        copy = other.stores.replica.alerts.one(AlertUid(item_id))
    assert copy is not None
    assert copy.author == "Sub-Inspector Anil Sharma"


def test_a_file_of_two_alerts_travels_once(scene: Scene) -> None:
    """The same photograph attached twice is sent once, and both alerts are complete."""
    shared = pdf("shared", 100_000)
    items = [scene.here.write(files=(shared,)) for _ in range(2)]
    scene.here.engine.sync_once()
    assert scene.line.carried() == len(shared)
    assert {scene.here.item(one).state for one in items} == {ItemState.COMPLETE}


def test_an_alert_written_meanwhile_overtakes_the_files(scene: Scene) -> None:
    """While files are on their way the text of what is submitted goes out at once, before the rest of them."""
    scene.here.write(files=tuple(pdf(f"page {n}", 400_000) for n in range(3)))
    late: list[str] = []

    def write_late() -> Iterator[Fault]:
        yield from (Fault.NONE, Fault.NONE, Fault.NONE)  # push, feed, have
        late.append(scene.here.write("Written while the first file was on its way."))
        yield from repeat(Fault.NONE)

    scene.line._faults = write_late()
    status = scene.here.engine.sync_once()
    steps = [step.split()[0] for step in scene.line.story]
    assert "put" in steps[steps.index("push", 1) :]
    assert (status.waiting, len(late)) == (0, 1)


def test_a_damaged_file_sets_its_item_aside_and_no_other(scene: Scene, tmp_path: Path) -> None:
    """The disk lost a file: the alert is set aside visibly, the next one is sent whole."""
    bad = scene.here.write(files=(pdf("lost", 1000),))
    for path in (tmp_path / "station" / "blobs").iterdir():
        path.unlink()
    good = scene.here.write(files=(pdf("kept", 1000),))
    status = scene.here.engine.sync_once()
    assert (scene.here.item(bad).state, scene.here.item(bad).reason) == (ItemState.SET_ASIDE, "unreadable")
    assert scene.here.item(bad).record_number
    assert scene.here.item(good).state is ItemState.COMPLETE
    assert (status.waiting, status.refused) == (0, 1)


def test_a_busy_desk_sets_no_item_aside(scene: Scene) -> None:
    """Only a file that cannot be read is the item's own fault; what else fails in the store is tried again."""
    item_id = scene.here.write(files=(pdf("a", 1000),))
    asked = iter((False, False, False, True))  # the push, the news, the question what is missing, and then the file

    class Busy(Purse):
        def read(self) -> Tokens | None:
            if next(asked, False):
                raise StoreError("the store is busy")
            return super().read()

    scene.here.purse = Busy(scene.here.purse.held)
    scene.here.open()
    with pytest.raises(StoreError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED
    scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.COMPLETE


def test_a_disk_that_cannot_read_a_file_is_not_called_a_bad_line(scene: Scene) -> None:
    """A bad sector under an attachment: its alert is set aside by name, and the one behind it goes."""
    bad, good = scene.here.write(files=(pdf("bad", 900),)), scene.here.write(files=(pdf("good", 900),))
    poison, folder = scene.here.item(bad).files[0].sha256, scene.here.stores.blobs
    whole = folder.open

    def broken(_size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "input/output error")

    def worn(sha256: Sha256) -> SealedReader:
        opened = whole(sha256)
        if sha256 == poison:
            opened.read = broken  # type: ignore[method-assign]
        return opened

    folder.open = worn  # type: ignore[method-assign]  # the disk is worn
    scene.here.engine.sync_once()
    assert (scene.here.item(bad).state, scene.here.item(bad).reason) == (ItemState.SET_ASIDE, "unreadable")
    assert scene.here.item(good).state is ItemState.COMPLETE


class WrongClock(SystemClock):
    """A PC whose battery is empty: ten minutes behind."""

    def now(self) -> datetime:
        """Give the wrong time."""
        return super().now() - timedelta(minutes=10)


def test_a_wrong_clock_stops_the_password_but_not_the_work(scene: Scene, tmp_path: Path) -> None:
    """At the first sign-in it is said before the password leaves; later it is said and everything is sent."""
    door = CentreSignIn(scene.line, WrongClock())
    with pytest.raises(ClockWrongError) as raised:
        door.sign_in(login=Login(SI_A), password=PASSWORD, machine_id=MachineId("machine-a"))
    assert raised.value.skew_seconds == pytest.approx(-600, abs=5)
    assert [step.split(":")[0] for step in scene.line.story] == ["health"]
    with station(tmp_path / "slow", scene.line, "machine-a", clock=WrongClock()) as slow:
        slow.purse.held = scene.here.purse.held
        slow.open()
        item_id = slow.write()
        status = slow.engine.sync_once()
        assert slow.item(item_id).state is ItemState.COMPLETE
    assert (status.line, status.error) == (Line.GOOD, "clock-wrong")
    assert status.skew_seconds == pytest.approx(-600, abs=5)


def test_last_contact_survives_a_restart(scene: Scene) -> None:
    """After a start with no line the window still says when the copy was last good."""
    last = scene.here.engine.sync_once().last_sync
    scene.here.restart()
    scene.here.open()
    assert scene.here.engine.status().last_sync == last
    assert scene.here.engine.status().line is Line.NOT_TRIED


def test_a_copy_of_the_profile_taken_by_force_loses_nothing(scene: Scene, tmp_path: Path) -> None:
    """Killed between two questions: whoever opens the same files goes on where they stand."""
    item_id = scene.here.write(files=(pdf("a", 50_000), pdf("b", 50_000)))
    scene.line._faults = chain([Fault.NONE] * 5, [Fault.HALVED], repeat(Fault.CUT))
    with pytest.raises(LineError):
        scene.here.engine.sync_once()
    shutil.copytree(tmp_path / "station", tmp_path / "after-the-kill")
    line = FaultyLine(Loopback(scene.small.centre))
    with station(tmp_path / "after-the-kill", line) as again:
        again.purse = scene.here.purse
        again.open()
        again.engine.sync_once()
        assert again.item(item_id).state is ItemState.COMPLETE
    assert 0 < line.carried() < 100_000


def test_nobody_signed_in_means_no_round(scene: Scene) -> None:
    """A closed engine touches nothing."""
    scene.here.engine.close()
    with pytest.raises(NotSignedInError):
        scene.here.engine.sync_once()
    assert scene.line.story == []


def test_with_no_line_nothing_is_shown_on_its_way(scene: Scene) -> None:
    """Once the line is known to be down a try is one knock: the item stays queued, and nothing is written."""
    scene.strike(Fault.CUT, Fault.CUT)
    item_id = scene.here.write()
    with pytest.raises(CentreUnreachableError):
        scene.here.engine.sync_once()
    before = scene.here.item(item_id)
    scene.here.told.clear()
    scene.line.story.clear()
    with pytest.raises(CentreUnreachableError):
        scene.here.engine.sync_once()
    assert scene.line.story == ["health: cut"]
    assert scene.here.item(item_id) == before
    assert before.state is ItemState.QUEUED
    assert scene.here.told == []
    scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.COMPLETE
