"""Files of High Alerts come by themselves, as State IT decided; what broke off is gone on with; a person goes first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station_client.clock import SystemClock, to_ist
from station_client.domain.alert import Category
from station_client.domain.ids import Sha256
from station_client.errors import LineStalledError
from sync.engine import Engine
from sync.files import FetchPolicy, Which
from sync.hours import Hours
from tests.support.centre import SI_B, SmallCentre, small_centre
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback
from tests.support.stations import Station, pdf, station

PHOTO, MEMO = pdf("the suspects", 90_000), pdf("a seizure memo", 20_000)


def name_of(data: bytes) -> Sha256:
    """Give a file's hash."""
    return Sha256(hashlib.sha256(data).hexdigest())


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallCentre]:
    """Give a centre that has a High Alert with a photograph and a seizure with a memo, from one station."""
    with small_centre(tmp_path / "centre") as made:
        with station(tmp_path / "sender", Loopback(made.centre)) as sender:
            sender.sign_in()
            sender.write(files=(PHOTO,), category=Category.HIGH_ALERT)
            sender.write(files=(MEMO,))
            sender.engine.sync_once()
        yield made


@pytest.fixture
def line(small: SmallCentre) -> FaultyLine:
    """Give a line that can fail."""
    return FaultyLine(Loopback(small.centre))


def fetching(here: Station, policy: FetchPolicy, hours: Hours | None = None) -> None:
    """Give a station's engine a policy."""
    here.engine.close()
    here.engine = Engine(here.line, SystemClock(), here.bus, policy, hours=hours)
    here.open(SI_B)


@pytest.mark.parametrize(
    ("policy", "come"),
    [
        (FetchPolicy(), []),
        (FetchPolicy(Which.HIGH, 1_000_000), [PHOTO]),
        (FetchPolicy(Which.ALL, 1_000_000), [PHOTO, MEMO]),
        (FetchPolicy(Which.ALL, 50_000), [MEMO]),
    ],
)
def test_what_the_policy_wants_comes_by_itself(
    line: FaultyLine, policy: FetchPolicy, come: list[bytes], tmp_path: Path
) -> None:
    """Nobody's, those of High Alerts, or all, and none beyond the size."""
    with station(tmp_path / "other", line, "machine-b") as here:
        here.sign_in(SI_B)
        fetching(here, policy)
        here.engine.sync_once()
        assert [one for one in (PHOTO, MEMO) if here.stores.blobs.has(name_of(one))] == come
        for one in come:
            assert here.read(name_of(one)) == one


def test_a_file_that_the_centre_lacks_is_left_alone_for_a_while(
    small: SmallCentre, line: FaultyLine, tmp_path: Path
) -> None:
    """Its station is still sending it: it is not asked for in every round."""
    (small.house.settings.blobs / name_of(PHOTO)[:2] / name_of(PHOTO)).unlink()
    with station(tmp_path / "other", line, "machine-b") as here:
        here.sign_in(SI_B)
        fetching(here, FetchPolicy(Which.HIGH, 1_000_000))
        for _ in range(3):
            here.engine.sync_once()
        assert sum(step.startswith("get") for step in line.story) == 1


def test_what_broke_off_is_gone_on_with(line: FaultyLine, tmp_path: Path) -> None:
    """The line dies in the middle, again and again, and the program is started anew: no byte comes twice."""
    asked: list[int] = []
    whole = line.get_blob

    def counted(access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        asked.append(offset)
        return whole(access, sha256=sha256, offset=offset, bulk=bulk)

    line.get_blob = counted  # type: ignore[method-assign]  # the test counts what is asked for
    with station(tmp_path / "other", line, "machine-b") as here:
        here.sign_in(SI_B)
        line._faults = iter([Fault.HALVED, Fault.HALVED])
        for _ in range(2):
            with pytest.raises(LineStalledError):
                here.engine.fetch_file(name_of(PHOTO))
        assert PHOTO[:40] not in b"".join(one.read_bytes() for one in (tmp_path / "other" / "blobs").iterdir())
        here.restart()
        here.open(SI_B)
        here.engine.fetch_file(name_of(PHOTO))
        assert here.read(name_of(PHOTO)) == PHOTO
        assert len(list((tmp_path / "other" / "blobs").iterdir())) == 1
    assert asked == sorted(set(asked))
    assert asked[0] == 0 < asked[1] < asked[2] < len(PHOTO)


def test_outside_the_hours_only_a_high_alerts_files_come(line: FaultyLine, tmp_path: Path) -> None:
    """What nobody waits for keeps the State's hours as what is sent does; a person's own wish does not."""
    shut = to_ist(datetime.now(UTC) + timedelta(hours=3)).replace(minute=0)
    hours = Hours((shut.time(), (shut + timedelta(hours=1)).time()))
    with station(tmp_path / "other", line, "machine-b") as here:
        here.sign_in(SI_B)
        fetching(here, FetchPolicy(Which.ALL, 1_000_000), hours)
        here.engine.sync_once()
        assert [one for one in (PHOTO, MEMO) if here.stores.blobs.has(name_of(one))] == [PHOTO]
        here.engine.fetch_file(name_of(MEMO))
        assert here.read(name_of(MEMO)) == MEMO


def test_a_high_alerts_files_come_first_though_others_are_newer(line: FaultyLine, tmp_path: Path) -> None:
    """The memo is of the newer alert; the photograph is what hurries. None of it is what a person waits for."""
    asked: list[tuple[str, bool]] = []
    whole = line.get_blob

    def noted(access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        asked.append((sha256, bulk))
        return whole(access, sha256=sha256, offset=offset, bulk=bulk)

    line.get_blob = noted  # type: ignore[method-assign]  # the test notes what is asked for
    with station(tmp_path / "other", line, "machine-b") as here:
        here.sign_in(SI_B)
        fetching(here, FetchPolicy(Which.ALL, 1_000_000))
        here.engine.sync_once()
    assert asked == [(name_of(PHOTO), True), (name_of(MEMO), True)]


def test_a_line_that_went_costs_no_wait(line: FaultyLine, tmp_path: Path) -> None:
    """A file that broke off is gone on with in the very next round, not ten minutes later."""
    whole, asked = line.get_blob, []

    def breaking(access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        asked.append(offset)
        for piece in whole(access, sha256=sha256, offset=offset, bulk=bulk):
            yield piece
            if len(asked) == 1:
                raise LineStalledError("cut in the middle")

    line.get_blob = breaking  # type: ignore[method-assign]  # the line breaks once
    with station(tmp_path / "other", line, "machine-b") as here:
        here.sign_in(SI_B)
        fetching(here, FetchPolicy(Which.HIGH, 1_000_000))
        here.engine.sync_once()
        assert not here.stores.blobs.has(name_of(PHOTO))
        here.engine.sync_once()
        assert here.read(name_of(PHOTO)) == PHOTO
    assert asked[0] == 0 < asked[1]
