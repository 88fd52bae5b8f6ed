"""A push of five attachments between two real processes, either of which is killed at a chosen byte of the transfer.

SIGKILL gives nobody a chance to tidy up. Where a kill fell is measured by what the centre holds after it, not hoped.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from central.settings import Settings
from station_client.clock import SystemClock
from station_client.domain.ids import ItemId, Login, MachineId
from station_client.domain.outbox import ItemState
from station_client.errors import LineError
from station_client.ports import Tokens
from sync.https import HttpsTransport
from sync.protocol.ranges import total
from sync.protocol.records import AlertRecord
from sync.protocol.slices import FileAsked, Have
from sync.sign_in import CentreSignIn
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.centre_process import PROJECT, CentreProcess, running_centre
from tests.support.stations import Station, pdf, station

OFFICER = SI_A
MACHINE = "machine-doomed"
FILES = 5
SIZE = 1_200_000
LOOK_SECONDS = 0.001
GIVE_UP = 60.0


@dataclass
class Killing:
    """A running centre, a program that sends from a folder, and what kills either of them."""

    centre: CentreProcess
    tokens: Tokens
    program: subprocess.Popen[str]
    folder: Path
    fell_at: list[float] = field(default_factory=list)
    """The share of the bytes that the centre held after each kill."""

    @contextmanager
    def opened(self) -> Iterator[Station]:
        """Open the station's folder in this process."""
        line = HttpsTransport(self.centre.url, ca_file=self.centre.ca_file)
        with station(self.folder, line, MACHINE) as here:
            here.purse.held = self.tokens
            here.open(OFFICER)
            yield here
        line.close()

    def write(self, words: str) -> ItemId:
        """Write an alert with five files and leave it in the outbox."""
        with self.opened() as here:
            return here.write(f"{words}: written before the kill", author=OFFICER, files=files_of(words))

    def kill_the_station(self, words: str, share: float) -> None:
        """Let it send, and kill it once so much of the files has reached the centre's disk."""
        with self._sending() as life:
            self._await(words, share)
            with suppress(ProcessLookupError):  # it may have sent everything and ended
                os.kill(life, signal.SIGKILL)
        self._note(words)

    def kill_the_centre(self, words: str, share: float) -> None:
        """Let the station send, kill the centre once it has so much, and begin it again."""
        with self._sending() as life:
            self._await(words, share)
            self.centre.kill()
            with suppress(ProcessLookupError):
                os.kill(life, signal.SIGKILL)
        self.centre.start()
        self._note(words)

    def finish(self, item_id: ItemId, words: str) -> None:
        """Sync until the alert is complete, and ask the centre itself: one record, five files, each of its bytes."""
        with self.opened() as here:
            until = time.monotonic() + GIVE_UP
            while here.item(item_id).state is not ItemState.COMPLETE and time.monotonic() < until:
                with suppress(LineError):
                    here.engine.sync_once()
            assert here.item(item_id).state is ItemState.COMPLETE
            told = [
                one for frame in here.line.feed(self.tokens.access, since=0, dictionary="") for one in frame.records
            ]
            (record,) = [
                one for one in told if isinstance(one, AlertRecord) and one.description.startswith(f"{words}:")
            ]
            assert (record.uid, record.record_number) == (item_id, here.item(item_id).record_number)
            wanted = {name_of(one): one for one in files_of(words)}
            assert {one.sha256 for one in record.files} == set(wanted)
            for one in record.files:
                assert b"".join(here.line.get_blob(self.tokens.access, sha256=one.sha256)) == wanted[one.sha256]

    @contextmanager
    def _sending(self) -> Iterator[int]:
        """Let a process send what waits in the folder; at the end it is gone."""
        order = {
            "folder": str(self.folder),
            "centre": self.centre.url,
            "authority": str(self.centre.ca_file),
            "machine": MACHINE,
            "login": OFFICER,
            "access": self.tokens.access,
            "refresh": self.tokens.refresh,
            "until": self.tokens.refresh_until.isoformat(),
        }
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.write(json.dumps(order) + "\n")
        self.program.stdin.flush()
        life = int(self.program.stdout.readline())
        try:
            yield life
        finally:
            with suppress(ProcessLookupError):
                os.kill(life, signal.SIGKILL)
            assert self.program.stdout.readline() == "ended\n"

    def _await(self, words: str, share: float) -> None:
        """Wait for so much; what the last kill left on the disk and not in the centre's word is sent again."""
        names, settings = [name_of(one) for one in files_of(words)], Settings(folder=self.centre.folder)
        known = sum(self.fell_at[-1:]) * size_of(words)
        wanted = share * size_of(words) + max(0.0, on_disk(settings, names) - known)
        until = time.monotonic() + GIVE_UP
        while on_disk(settings, names) < wanted and time.monotonic() < until:
            time.sleep(LOOK_SECONDS)  # the place of the kill is what is tried here

    def _note(self, words: str) -> None:
        """Measure where the kill fell: by the centre's word, once both ends are as the kill left them."""
        ask = Have(files=tuple(FileAsked(sha256=name_of(one), size=len(one)) for one in files_of(words)))
        line = HttpsTransport(self.centre.url, ca_file=self.centre.ca_file)
        held = line.have(self.tokens.access, ask)
        line.close()
        missing = sum(one.size if one.refused else total(one.missing) for one in held.files)
        self.fell_at.append(round(1 - missing / size_of(words), 3))


def files_of(words: str) -> tuple[bytes, ...]:
    """Make five files of an alert, none of them another's."""
    return tuple(pdf(f"{words} {number}", SIZE) for number in range(FILES))


def size_of(words: str) -> int:
    """Count the bytes of an alert's files."""
    return sum(map(len, files_of(words)))


def name_of(data: bytes) -> str:
    """Name a file as the wire does."""
    return hashlib.sha256(data).hexdigest()


def on_disk(settings: Settings, names: list[str]) -> int:
    """Count the bytes of files that have reached a centre's disk, whole or under way."""
    count = 0
    for one in names:
        for path in (*settings.partials.glob(f"{one}-*.bytes"), settings.blobs / one[:2] / one):
            with suppress(FileNotFoundError):
                count += min(path.stat().st_blocks * 512, SIZE)
    return count


def shares(kills: int, chance: random.Random) -> list[float]:
    """Spread kills over the bytes of a transfer: one in each part of it, anywhere in that part."""
    return [(number + chance.random()) / (kills + 1) for number in range(kills)]


@contextmanager
def doomed(folder: Path) -> Iterator[Callable[[str], Killing]]:
    """Run a centre and a program that sends; give what makes a station in a folder of its own."""
    home = folder / "centre"
    with running_centre(home, demonstration=False) as centre:
        with small_centre(home):
            centre.passwords[OFFICER] = PASSWORD
        line = HttpsTransport(centre.url, ca_file=centre.ca_file)
        door = CentreSignIn(line, SystemClock(), machine_name="PC")
        granted = door.sign_in(login=Login(OFFICER), password=PASSWORD, machine_id=MachineId(MACHINE))
        line.close()
        command = (sys.executable, "-m", "tests.support.sending_station")
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT
        ) as program:
            yield lambda name: Killing(centre, granted.tokens, program, folder / name)
