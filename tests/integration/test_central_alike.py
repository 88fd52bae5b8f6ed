"""A second alert of the same event: its sender is told, nothing is refused, and both can be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from central.alike import COMPARED, MOST, Doubles, wording_of
from station_client.domain.alert import Category, Life
from station_client.domain.office import Act
from station_client.text.alike import Sketched
from sync.protocol.codes import Outcome
from sync.protocol.messages import ItemAnswer, PushBatch
from tests.support.centre import (
    OFFICERS,
    PASSWORD,
    SI_A,
    SI_B,
    STATION_A,
    STATION_B,
    SmallCentre,
    an_item,
    as_an_older_version_left,
    small_centre,
)
from tests.support.doubles import AGAIN, FIRST, HINDI, OTHER
from tests.support.houses import Pc
from tests.support.records import an_alert
from tests.support.terminals import terminal

KEY = f"{STATION_B}/2026/0007"


def told(answer: ItemAnswer) -> list[tuple[str, str]]:
    """Give what an answer says of alerts that are alike."""
    assert answer.outcome == Outcome.RECEIVED
    return [(one.record_number, one.why) for one in answer.alike]


def test_the_same_words_and_the_same_fir_are_told(small: SmallCentre) -> None:
    """From any station, in each try of the item; another event, another category and another FIR are not."""
    there = small.sign_in(SI_B, machine_id="machine-b")
    first = small.push_one(there, an_item(SI_B, description=FIRST, fir_key=KEY, fir_shown="0007/2026"))
    assert told(first) == []
    here = small.sign_in(SI_A)
    assert first.receipt is not None
    number = first.receipt.record_number
    words = an_item(description=AGAIN)
    assert told(small.push_one(here, words)) == [(number, "same-words")]
    assert told(small.push_one(here, words)) == [(number, "same-words")]
    fir = an_item(description=OTHER, fir_key=KEY, fir_shown="0007/2026")
    assert told(small.push_one(here, fir)) == [(number, "same-fir")]
    apart = an_item(description="Nothing of all this is in these words at all.", category=Category.TRAFFICKING)
    assert told(small.push_one(here, apart)) == []


def test_a_repeat_is_told_what_the_first_try_was_told(small: SmallCentre) -> None:
    """No double that came later, one that was taken back since all the same, and never the item itself."""
    here = small.sign_in()
    first = an_item(description=FIRST, fir_key=KEY, fir_shown="0007/2026")
    second = an_item(description=AGAIN, fir_key=KEY, fir_shown="0007/2026")
    batch = PushBatch(items=(first, second))
    at_first = small.centre.push(here.access_token, batch).answers
    assert [told(one) for one in at_first] == [[], [("2026-000001", "same-fir")]]
    assert small.centre.push(here.access_token, batch).answers == at_first
    gone = an_alert(1, life=Life.RECALLED, received_at=small.house.clock.now())
    small.put(msgspec.structs.replace(gone, uid=first.item_id))
    assert small.centre.push(here.access_token, batch).answers == at_first


def test_doubles_are_told_only_to_whom_the_feed_tells_them(small: SmallCentre) -> None:
    """Not in a repeat after one was marked sensitive, and never to an office where nobody may look."""
    first, second = an_item(SI_B, description=FIRST), an_item(description=AGAIN)
    small.push_one(small.sign_in(SI_B, machine_id="machine-b"), first)
    here = small.sign_in()
    assert told(small.push_one(here, second)) == [("2026-000001", "same-fir")]
    for one in OFFICERS:
        if one.office_code == STATION_A:
            small.house.accounts.put_officer(replace(one, acts=(Act.UPLOAD,)), PASSWORD)
    blind = small.sign_in()
    assert told(small.push_one(blind, second)) == []
    assert told(small.push_one(blind, an_item(description=AGAIN))) == []
    for one in OFFICERS:
        small.house.accounts.put_officer(one, PASSWORD)
    here = small.sign_in()
    assert told(small.push_one(here, second)) == [("2026-000001", "same-fir")]
    sensitive = an_alert(1, received_at=small.house.clock.now())
    with small.house.store.write() as unit:
        unit.records.put(msgspec.structs.replace(sensitive, uid=first.item_id), sensitive=True)
    assert told(small.push_one(here, second)) == []


def test_what_does_not_stand_or_is_long_ago_is_not_told(small: SmallCentre) -> None:
    """A recalled alert, and one of last year, are no doubles; nor is a correction of the alert itself."""
    moment = small.house.clock.now()
    old = moment.replace(year=moment.year - 1)
    small.put(
        an_alert(1, description=FIRST, life=Life.RECALLED, received_at=moment),
        an_alert(2, description=FIRST, received_at=old),
    )
    item = an_item(description=AGAIN, fir_key="", fir_shown="", gd_number="12", gd_reason="FIR to follow today")
    assert told(small.push_one(small.sign_in(), item)) == []
    edit = an_item(description=FIRST, edits=item.item_id, base_version=1)
    assert told(small.push_one(small.sign_in(), edit)) == []


def test_what_changed_between_the_comparing_and_the_writing_counts(small: SmallCentre) -> None:
    """An alert that came meanwhile is told, one that was recalled or marked sensitive meanwhile is not."""
    moment = small.house.clock.now()
    of_the_fir = {"fir_key": KEY, "category": Category.SEIZURE, "description": OTHER, "received_at": moment}
    small.put(*(an_alert(at, description=FIRST, received_at=moment) for at in (1, 2, 3)), an_alert(4, **of_the_fir))
    new = an_alert(9, description=AGAIN, fir_key=KEY, category=Category.SEIZURE, received_at=moment)
    sketched = Sketched()
    doubles = Doubles(moment, sketched)
    with small.house.store.read() as unit:
        doubles.look(unit, [wording_of(new)])
    small.put(an_alert(1, description=FIRST, received_at=moment, life=Life.RECALLED), an_alert(5, **of_the_fir))
    small.put(an_alert(6, description=FIRST, received_at=moment), an_alert(7, description=HINDI, received_at=moment))
    with small.house.store.write() as unit:
        unit.records.put(an_alert(2, description=FIRST, received_at=moment), sensitive=True)
        found = doubles.of(unit, [new])[new.uid]
    numbers = [(one.record_number[-1], one.why) for one in found]
    assert numbers == [("6", "same-words"), ("5", "same-fir"), ("4", "same-fir"), ("3", "same-words")]


def test_of_a_batch_the_later_ones_are_like_the_earlier_ones(small: SmallCentre) -> None:
    """In the same words too, however many there are; the newest five are told, and no later one."""
    grant = small.sign_in()
    gd: dict[str, Any] = {"fir_key": "", "fir_shown": "", "gd_number": "12", "gd_reason": "FIR to follow today"}
    items = tuple(an_item(description=AGAIN if at % 2 else FIRST, **gd) for at in range(40))
    answers = small.centre.push(grant.access_token, PushBatch(items=items)).answers
    numbers = [[number for number, _ in told(one)] for one in answers]
    assert numbers[:2] == [[], ["2026-000001"]]
    assert all(len(one) == MOST for one in numbers[MOST:])
    assert all(number < f"2026-{at + 1:06d}" for at, one in enumerate(numbers) for number in one)


def test_five_are_enough(small: SmallCentre) -> None:
    """The newest of them; the answer stays small however often the same was sent."""
    moment = small.house.clock.now()
    small.put(*(an_alert(at, description=FIRST, received_at=moment) for at in range(12)))
    assert len(told(small.push_one(small.sign_in(), an_item(description=AGAIN)))) == 5


def test_of_a_fir_with_many_alerts_the_newest_are_told(small: SmallCentre) -> None:
    """However many there are, one question finds them, and not those that happened to be stored first."""
    moment = small.house.clock.now() - timedelta(days=1)
    many = range(1, COMPARED + 10)
    of_the_fir = {"fir_key": KEY, "category": Category.SEIZURE}
    small.put(*(an_alert(at, received_at=moment + timedelta(minutes=at), **of_the_fir) for at in many))
    fresh = an_item(description=OTHER, fir_key=KEY, fir_shown="0007/2026")
    found = small.push_one(small.sign_in(), fresh).alike
    assert [one.uid for one in found] == [an_alert(at).uid for at in reversed(many[-MOST:])]


def test_an_older_centre_is_filled_anew(small: SmallCentre) -> None:
    """What was there before sketches were is found after the index was filled."""
    small.put(an_alert(1, description=FIRST, received_at=small.house.clock.now()))
    with small.house.store.write() as unit:
        unit.sketches._connection.exec_driver_sql("DELETE FROM sketches")
    as_an_older_version_left(small.house)
    small.house.fill()
    assert told(small.push_one(small.sign_in(), an_item(description=AGAIN))) == [("2026-000001", "same-words")]


def test_the_sender_sees_it_beside_the_item(tmp_path: Path) -> None:
    """In the outbox of the command line as in the window: number, office and why."""
    with small_centre(tmp_path / "centre") as small:
        small.put(an_alert(1, description=FIRST, received_at=small.house.clock.now(), office_name="RISHIKESH"))
        at = terminal(Pc(tmp_path / "pc", small.centre))
        at.run("sign-in", "--officer", SI_A)
        draft = at.table("draft", "new", "--fir", "0619/2026", "--category", "seizure-recovery", "--description", AGAIN)
        at.run("draft", "submit", draft["draft"]["draft_id"])
        assert at.run("sync") == 0
        (item,) = at.table("outbox")["items"]
        assert [(one["record_number"], one["why"]) for one in item["alike"]] == [("2026-000001", "same-words")]
        at.run("outbox")
        assert "may be the same as № 2026-000001 from RISHIKESH, HARDOI" in at.out
