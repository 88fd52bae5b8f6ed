"""The program, or the centre, is killed in the middle of sending: in the end one record, with every file whole.

SIGKILL gives nobody a chance to tidy up. Real processes, real files, real HTTPS; a failing seed names itself.
"""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from station_client.clock import SystemClock
from station_client.domain.ids import ItemId, Login, MachineId
from station_client.domain.outbox import ItemState
from station_client.errors import LineError
from station_client.ports import Tokens
from sync.https import HttpsTransport
from sync.protocol.records import AlertRecord
from sync.sign_in import CentreSignIn
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.centre_process import PROJECT, CentreProcess, running_centre
from tests.support.stations import Station, pdf, station

OFFICER = SI_A
MACHINE = "machine-doomed"
SIZE = 1_200_000
KILLS_OF_THE_STATION = 12
KILLS_OF_THE_CENTRE = 5
LONGEST = 0.35
GIVE_UP = 60.0


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentreProcess]:
    """Give a running centre with the small directory and its officers."""
    folder = tmp_path_factory.mktemp("killing") / "centre"
    with running_centre(folder, demonstration=False) as running:
        with small_centre(folder):
            running.passwords[OFFICER] = PASSWORD
        yield running


@pytest.fixture(scope="module")
def tokens(centre: CentreProcess) -> Tokens:
    """Sign the officer in once, over the real line."""
    line = HttpsTransport(centre.url, ca_file=centre.ca_file)
    door = CentreSignIn(line, SystemClock(), machine_name="PC")
    granted = door.sign_in(login=Login(OFFICER), password=centre.passwords[OFFICER], machine_id=MachineId(MACHINE))
    line.close()
    return granted.tokens


@contextmanager
def opened(folder: Path, centre: CentreProcess, tokens: Tokens) -> Iterator[Station]:
    """Open the station's folder in this process."""
    line = HttpsTransport(centre.url, ca_file=centre.ca_file)
    with station(folder, line, MACHINE) as here:
        here.purse.held = tokens
        here.open(OFFICER)
        yield here
    line.close()


@contextmanager
def sending(folder: Path, centre: CentreProcess, tokens: Tokens) -> Iterator[None]:
    """Let a process send what waits in the folder; killed at the end, wherever it is then."""
    order = {
        "folder": str(folder),
        "centre": centre.url,
        "authority": str(centre.ca_file),
        "machine": MACHINE,
        "login": OFFICER,
        "access": tokens.access,
        "refresh": tokens.refresh,
        "until": tokens.refresh_until.isoformat(),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.sending_station"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.close()
        assert process.stdout.readline() == "begun\n"
        try:
            yield
        finally:
            process.kill()


def files_of(words: str) -> tuple[bytes, ...]:
    """Make five files of an alert."""
    return tuple(pdf(f"{words} {number}", SIZE) for number in range(5))


def written(folder: Path, centre: CentreProcess, tokens: Tokens, words: str) -> ItemId:
    """Write an alert with five files and leave it in the outbox."""
    with opened(folder, centre, tokens) as here:
        return here.write(f"{words}: written before the kill", author=OFFICER, files=files_of(words))


def check_at_the_centre(here: Station, item_id: ItemId, words: str) -> None:
    """Ask the centre itself: exactly one record of the item, five files, each of its bytes."""
    held = here.purse.held
    assert held is not None
    told = [one for frame in here.line.feed(held.access, since=0, dictionary="") for one in frame.records]
    (record,) = [one for one in told if isinstance(one, AlertRecord) and one.description.startswith(f"{words}:")]
    assert record.uid == item_id
    assert record.record_number == here.item(item_id).record_number
    wanted = {hashlib.sha256(one).hexdigest(): one for one in files_of(words)}
    assert {one.sha256 for one in record.files} == set(wanted)
    for one in record.files:
        assert b"".join(here.line.get_blob(held.access, sha256=one.sha256)) == wanted[one.sha256]


def test_a_station_that_is_killed_again_and_again_sends_one_alert_whole(
    centre: CentreProcess, tokens: Tokens, tmp_path: Path
) -> None:
    """At whatever moment it dies: what was half sent is finished by the next start, and nothing is there twice."""
    chance = random.Random(20260814)
    folder, states = tmp_path / "station", []
    items = {written(folder, centre, tokens, "alert 0"): "alert 0"}
    for kill in range(1, KILLS_OF_THE_STATION + 1):
        with sending(folder, centre, tokens):
            time.sleep(chance.uniform(0.0, LONGEST))  # the moment of the kill is what is tried here
        with opened(folder, centre, tokens) as here:
            states.append(here.item(list(items)[-1]).state)
        if states[-1] is ItemState.COMPLETE:
            items[written(folder, centre, tokens, f"alert {kill}")] = f"alert {kill}"
    with opened(folder, centre, tokens) as here:
        here.engine.sync_once()
        for item_id, words in items.items():
            assert here.item(item_id).state is ItemState.COMPLETE
            check_at_the_centre(here, item_id, words)
    assert sum(one is not ItemState.COMPLETE for one in states) >= 2, f"killed too late: {states}"


def test_a_centre_that_is_killed_in_the_middle_has_the_alert_whole_in_the_end(
    centre: CentreProcess, tokens: Tokens, tmp_path: Path
) -> None:
    """The other end dies: the station repeats what it does not know, and the centre records it once."""
    chance = random.Random(814)
    folder, words = tmp_path / "station", "the centre died"
    item_id = written(folder, centre, tokens, words)
    for _ in range(KILLS_OF_THE_CENTRE):
        with sending(folder, centre, tokens):
            time.sleep(chance.uniform(0.0, LONGEST))  # the moment of the kill is what is tried here
            centre.kill()
        centre.start()
    with opened(folder, centre, tokens) as here:
        until = time.monotonic() + GIVE_UP
        while here.item(item_id).state is not ItemState.COMPLETE and time.monotonic() < until:
            try:
                here.engine.sync_once()
            except LineError:
                continue
        check_at_the_centre(here, item_id, words)
