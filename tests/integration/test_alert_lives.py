"""Every life of an alert, from the sender's PC over the centre to another station: and back where the line is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from central.errors import Refused, SetupError
from central.expiring import Expiring, expiry_days
from station_client.domain.alert import Category, Life
from station_client.domain.ids import AlertUid
from station_client.services.verbs import Verbs
from sync.protocol.codes import Code, ItemReason
from sync.protocol.records import AlertRecord
from tests.support.centre import PASSWORD, SHO_A, SI_B, STATION_A, HandClock, SmallCentre, an_item, small_centre
from tests.support.houses import Pc, ShiftedClock
from tests.support.records import an_alert

RULE = "high-alert=30 seizure-recovery=400"


@pytest.fixture
def small(tmp_path: Path, database_url: str) -> Iterator[SmallCentre]:
    """Give a centre, on each kind of database, whose State lets High Alerts count for 30 days."""
    with small_centre(tmp_path / "house", HandClock(), database_url=database_url, expiry_days=RULE) as made:
        yield made


def held(small: SmallCentre, uid: str) -> AlertRecord:
    """Give an alert as the feed tells it."""
    with small.house.store.read() as unit:
        found = unit.records.told("alert", uid)
    assert isinstance(found, AlertRecord)
    return found


def run_out(small: SmallCentre) -> int:
    """Let whoever looks for what is over look once."""
    return Expiring(small.house.store, small.house.clock).run()


def test_an_alert_runs_out_by_its_categorys_rule(small: SmallCentre) -> None:
    """Not a second before; told once, under a new version; changed no more after it."""
    clock = small.house.clock
    assert isinstance(clock, HandClock)
    item, other = an_item(category=Category.HIGH_ALERT), an_item(category=Category.TRAFFICKING)
    for one in (item, other):
        small.push_one(small.sign_in(), one)
    assert held(small, item.item_id).expires_at == clock.now() + timedelta(days=30)
    assert held(small, other.item_id).expires_at is None
    clock.forward(days=30, seconds=-1)
    assert run_out(small) == 0
    clock.forward(seconds=1)
    assert run_out(small) == 1
    assert run_out(small) == 0
    over = held(small, item.item_id)
    assert (over.life, over.version) == (Life.EXPIRED, 2)
    edit = an_item(category=Category.HIGH_ALERT, edits=item.item_id, base_version=2)
    assert small.push_one(small.sign_in(), edit).reason == ItemReason.CONFLICT


def test_an_end_that_the_alert_carries_counts(small: SmallCentre) -> None:
    """Of what came by an import; a correction keeps the end, and what was settled or taken back does not run out."""
    clock = small.house.clock
    assert isinstance(clock, HandClock)
    end = clock.now() + timedelta(days=2)
    lives = (Life.ACTIVE, Life.CORRECTED, Life.LOCATED, Life.RECALLED)
    small.put(*(an_alert(at, life=life, expires_at=end) for at, life in enumerate(lives)))
    clock.forward(days=3)
    assert run_out(small) == 2
    now = [held(small, an_alert(at).uid).life for at in range(len(lives))]
    assert now == [Life.EXPIRED, Life.EXPIRED, Life.LOCATED, Life.RECALLED]


def test_many_that_are_due_are_told_in_steps(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others write between."""
    monkeypatch.setattr("central.expiring.AT_ONCE", 2)
    small.put(*(an_alert(at, expires_at=small.house.clock.now()) for at in range(5)))
    assert run_out(small) == 5


def test_a_served_centre_looks_by_itself(small: SmallCentre) -> None:
    """The bell rings for who waits for news, when the end comes."""
    small.put(an_alert(1, expires_at=small.house.clock.now()))
    rung = Event()
    small.house.store.bell.listen(rung.set)
    with Expiring(small.house.store, small.house.clock):
        assert rung.wait(20)
    assert held(small, an_alert(1).uid).life == Life.EXPIRED


def test_looking_goes_on_after_whatever_failed(small: SmallCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that fails, for want of a connection or for a fault, is no reason never to look again."""
    monkeypatch.setattr("central.expiring.LONGEST_REST", 0.01)
    looks, done = iter([Refused(Code.BUSY), RuntimeError("a fault")]), Event()

    def run(_self: Expiring) -> int:
        failed = next(looks, None)
        if failed is not None:
            raise failed
        done.set()
        return 0

    monkeypatch.setattr(Expiring, "run", run)
    with Expiring(small.house.store, small.house.clock):
        assert done.wait(20)


@pytest.mark.parametrize("rule", ["high-alert", "high-alert=0", "high-alert=x", "murder=3", "high-alert=99999"])
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    """By its name, before anything is served."""
    with pytest.raises(SetupError, match="expiry_days"):
        expiry_days(rule)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[SmallCentre, Verbs, Verbs, ShiftedClock]]:
    """Give a centre, the verbs of its two stations, and the clock of the second."""
    with small_centre(tmp_path / "centre", expiry_days="jail-break=30 high-alert=30") as small:
        clock = ShiftedClock()
        here, there = Pc(tmp_path / "a", small.centre), Pc(tmp_path / "b", small.centre, clock=clock)
        with here.house() as mine, there.house() as theirs:
            mine.session.sign_in(SHO_A, PASSWORD)
            theirs.session.sign_in(SI_B, PASSWORD)
            yield small, mine, theirs, clock


def sent(mine: Verbs, words: str) -> AlertUid:
    """Send a High Alert."""
    draft = mine.drafts.begin()
    draft = replace(draft, fir_text=f"{STATION_A}/2026/0619", category=Category.HIGH_ALERT, description=words)
    item = mine.drafts.submit(mine.drafts.save(draft).draft_id)
    mine.sync.sync_once()
    return AlertUid(item.item_id)


def test_each_life_reaches_the_other_station(both: tuple[SmallCentre, Verbs, Verbs, ShiftedClock]) -> None:
    """Active, corrected, located, recalled and expired, as an officer there sees them in the list and in the window."""
    small, mine, theirs, clock = both
    uids = [sent(mine, f"A white van without a plate, sighting {word}.") for word in ("one", "two", "three", "four")]
    _, corrected, located, recalled = uids
    draft = mine.amending.correct(corrected)
    mine.drafts.submit(mine.drafts.save(replace(draft, description="A grey van, as the guard says now.")).draft_id)
    mine.amending.located(located, "The van was found empty at the toll plaza.")
    mine.amending.recall(recalled, "It was the owner's own van, reported by mistake.")
    mine.sync.sync_once()
    theirs.sync.sync_once()
    lives = [theirs.alerts.view(uid).alert.life for uid in uids]
    assert lives == [Life.ACTIVE, Life.CORRECTED, Life.LOCATED, Life.RECALLED]
    clock.ahead = timedelta(days=31)  # no line for a month: nobody has told that it is over
    lives = [theirs.alerts.view(uid).alert.life for uid in uids]
    assert lives == [Life.EXPIRED, Life.EXPIRED, Life.LOCATED, Life.RECALLED]
    lines = {one.uid: one.life for one in theirs.alerts.page(Category.HIGH_ALERT)}
    assert [lines[uid] for uid in uids] == lives
    clock.ahead = timedelta(0)
    Expiring(small.house.store, ShiftedClock(timedelta(days=31))).run()
    theirs.sync.sync_once()
    assert [theirs.alerts.view(uid).alert.life for uid in uids] == lives
