"""Wrong passwords: the waits grow, and neither a restart nor the clock shortens them."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from station_client.domain.ids import Login
from station_client.errors import LockedOutError
from station_client.security.lockout import (
    FILE_NAME,
    LONGEST_WAIT,
    MOST_NOTED,
    Lockout,
    Tries,
    after_wrong,
    seconds_left,
)
from tests.support.casework import NOON, private

VERMA = Login("a.verma")


def wrong_times(lockout: Lockout, times: int) -> None:
    """Type a wrong password so many times at noon."""
    for _ in range(times):
        lockout.wrong(VERMA, NOON, NOON)


def wait_of(lockout: Lockout, seconds: float = 0) -> int:
    """Give the wait some seconds after noon; 0 for none."""
    try:
        lockout.check(VERMA, NOON + timedelta(seconds=seconds))
    except LockedOutError as told:
        return told.seconds
    return 0


def test_the_waits_grow() -> None:
    """Four tries are free; then 30 s, and double each time, up to an hour."""
    tries, waits = Tries(), []
    for _ in range(14):
        tries = after_wrong(tries, 0)
        waits.append(tries.wait)
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_the_wait_ends() -> None:
    """The seconds are counted down, rounded up, to none."""
    tries = Tries(wrong=5, at=1000.0, wait=30)
    assert [seconds_left(tries, 1000 + after) for after in (0, 0.5, 29.5, 30, 99)] == [30, 30, 1, 0, 0]


def test_the_fifth_wrong_password_locks(tmp_path: Path) -> None:
    """Only the officer whose password was wrong waits."""
    lockout = Lockout(tmp_path)
    wrong_times(lockout, 4)
    assert wait_of(lockout) == 0
    wrong_times(lockout, 1)
    assert wait_of(lockout) == 30
    lockout.check(Login("r.khan"), NOON)


def test_a_restart_does_not_help(tmp_path: Path) -> None:
    """The count is on the disk."""
    wrong_times(Lockout(tmp_path), 6)
    assert wait_of(Lockout(tmp_path), 10) == 50


def test_a_clock_set_back_begins_the_wait_again(tmp_path: Path) -> None:
    """Neither shorter nor for years: the whole wait, from the clock's new time."""
    wrong_times(Lockout(tmp_path), 5)
    year_back = -365 * 86400
    assert wait_of(Lockout(tmp_path), year_back) == 30
    assert wait_of(Lockout(tmp_path), year_back + 29) == 1
    assert wait_of(Lockout(tmp_path), year_back + 30) == 0


def test_the_right_password_forgets(tmp_path: Path) -> None:
    """After it four tries are free again."""
    lockout = Lockout(tmp_path)
    wrong_times(lockout, 4)
    lockout.right(VERMA)
    wrong_times(Lockout(tmp_path), 4)
    assert wait_of(Lockout(tmp_path)) == 0


def test_the_file_names_nobody(tmp_path: Path) -> None:
    """No login stands in it, and only this user may read it."""
    wrong_times(Lockout(tmp_path), 1)
    path = tmp_path / "lockout.json"
    assert b"verma" not in path.read_bytes()
    assert private(path)


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"salt": 1, "tries": []}', '{"salt": "zz", "tries": {"a": 1}}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: str) -> None:
    """It locks nobody out, and counting goes on."""
    (tmp_path / "lockout.json").write_text(damage)
    lockout = Lockout(tmp_path)
    assert wait_of(lockout) == 0
    wrong_times(lockout, 5)
    assert wait_of(lockout) == LONGEST_WAIT // 120


def test_wrong_passwords_at_the_same_time_are_all_counted(tmp_path: Path) -> None:
    """None is lost between reading the count and writing it."""
    lockout = Lockout(tmp_path)
    threads = [threading.Thread(target=wrong_times, args=(lockout, 5)) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    told = json.loads((tmp_path / "lockout.json").read_text())["tries"]
    assert [one["wrong"] for one in told.values()] == [20]


def test_a_wrong_password_is_noted_until_it_is_told(tmp_path: Path) -> None:
    """Over a restart, each with its moment, only to whoever knows the name, and the right one erases nothing."""
    lockout, later = Lockout(tmp_path), NOON + timedelta(minutes=1)
    lockout.wrong(VERMA, NOON, NOON)
    lockout.wrong(VERMA, NOON, later)
    lockout.right(VERMA)
    again = Lockout(tmp_path)
    assert again.noted([Login("r.khan")]) == ()
    assert again.noted([Login("r.khan"), VERMA]) == ((VERMA, NOON), (VERMA, later))
    again.told(VERMA, NOON)
    assert Lockout(tmp_path).noted([VERMA]) == ((VERMA, later),)
    assert b"verma" not in (tmp_path / FILE_NAME).read_bytes()


def test_no_more_than_the_newest_are_noted(tmp_path: Path) -> None:
    """A file that anybody can make grow stays small."""
    lockout = Lockout(tmp_path)
    for second in range(MOST_NOTED + 2):
        lockout.wrong(VERMA, NOON, NOON + timedelta(seconds=second))
    noted = lockout.noted([VERMA])
    assert len(noted) == MOST_NOTED
    assert noted[-1][1] == NOON + timedelta(seconds=MOST_NOTED + 1)
