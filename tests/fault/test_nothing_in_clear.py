"""No file holds case text in clear at any moment: looked for all the while, through writing, syncing, crash."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.soak.pc import OFFICER, PASSWORD, SECRET, make_pc
from benchmarks.tour import needles
from benchmarks.tour.needles import Needle
from tests.support.sample_files import office, picture

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 2
DRAFTED = "A girl of eight in a yellow frock, missing from the fair at Rampur since noon."
HEARD = "Two brothers of Lalpur sell stolen tractors behind the sugar mill at Harakh."
IN_A_FILE = b"The witness saw two men unload blue drums near the canal bridge."

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signals: this was NOT tried")


@dataclass
class Watch:
    """Looks through every file under some folders again and again."""

    folders: tuple[Path, ...]
    looked_for: tuple[Needle, ...]
    rounds: int = 0
    found: set[tuple[str, str]] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    _over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look once; a file may go away or grow while it is read."""
        for folder in self.folders:
            for base, _, names in os.walk(folder):
                for name in names:
                    self._look_into(Path(base, name))
        self.rounds += 1

    def _look_into(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError:
            return
        self.seen.add(path.name)
        self.found |= {(path.name, one.what) for one in self.looked_for if one.data in data}

    @contextmanager
    def meanwhile(self) -> Iterator[None]:
        """Look all the while, and once more at the end."""
        thread = threading.Thread(target=self._until_over)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()
            self.look()

    def _until_over(self) -> None:
        while not self._over.is_set():
            self.look()


def looked_for(files: tuple[Path, ...]) -> tuple[Needle, ...]:
    """Name all that must not be there."""
    found = [
        *needles.of_words("the draft", DRAFTED),
        *needles.of_words("the centre's alert", HEARD),
        *needles.of_text("the number of a FIR", "4711/2026"),
        *needles.of_text("the officer's name", OFFICER.name),
        *needles.of_text("the password", PASSWORD),
        *needles.of_text("a file's name", "statement of witness"),
        Needle("the machine's secret", SECRET),
        Needle("the words in a file", IN_A_FILE[:24]),
    ]
    return (*found, *(needle for path in files for needle in needles.of_file(path)))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    """Make the officer's own files, which lie outside of what is watched."""
    stick = tmp_path / "stick"
    stick.mkdir()
    made = {
        "photo.jpg": picture("JPEG", size=(640, 480)),
        "statement of witness.docx": office(document=b"<document>" + IN_A_FILE + b"</document>"),
    }
    for name, data in made.items():
        (stick / name).write_bytes(data)
    return tuple(stick / name for name in made)


@pytest.mark.parametrize("crash", ["kill", "signal", "error"])
def test_nothing_stands_in_clear_while_it_works_and_after_it_died(
    tmp_path: Path, files: tuple[Path, ...], crash: str
) -> None:
    """Data folder, log, write-ahead logs, temporary files, working folder: also after a crash with core files on."""
    places = {name: tmp_path / name for name in ("pc", "tmp", "cwd", "home")}
    for one in places.values():
        one.mkdir()
    make_pc(places["pc"])
    watch = Watch(tuple(places.values()), looked_for(files))
    assert needles.missed_when_planted(tmp_path / "planted", watch.looked_for) == 0
    environment = {**os.environ, "TMPDIR": str(places["tmp"]), "HOME": str(places["home"]), "PYTHONPATH": str(ROOT)}
    order = {"folder": str(places["pc"]), "files": [str(one) for one in files], "crash": crash}
    with (
        watch.meanwhile(),
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.watched_station"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=places["cwd"],
            env=environment,
        ) as station,
    ):
        assert station.stdin is not None
        assert station.stdout is not None
        assert station.stderr is not None
        station.stdin.write(json.dumps(order) + "\n")
        station.stdin.close()
        told = [station.stdout.readline() for _ in range(ROUNDS)]
        if crash == "kill":
            station.kill()
        said = station.stderr.read()
    ends = {"kill": -signal.SIGKILL, "signal": -signal.SIGABRT, "error": 1}
    assert (station.returncode, bool(told[-1])) == (ends[crash], True), said
    assert {"desk.db", "replica.db", "desk.db-wal", "replica.db-wal", "station-client.log"} <= watch.seen
    assert watch.rounds >= 5
    assert watch.found == set()
    assert not [one for one in watch.seen if one.startswith("core")]
    assert DRAFTED[:20] not in said
