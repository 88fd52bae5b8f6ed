"""The stage: folders, centre, lines and stations of one tour, and the end of every process that was started."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.tour import keychain
from benchmarks.tour.centre import CentreProcess
from benchmarks.tour.process import StationProcess
from benchmarks.tour.relay import Relay
from station_client import config

PROJECT = Path(__file__).resolve().parents[2]
KEPT_FROM_OUTSIDE = ("PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")
DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_SESSION_TYPE")
SCREEN = {
    "name": "station",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1.0,
}


@dataclass
class StationPlace:
    """One PC of the tour: its disk is ``folder``, its line is ``relay``."""

    name: str
    folder: Path
    relay: Relay
    environment: dict[str, str]
    session: keychain.KeychainSession | None

    @property
    def profile(self) -> Path:
        """The program's data folder."""
        return self.folder / "profile"

    @property
    def log(self) -> Path:
        """What the program printed."""
        return self.folder / "tmp" / "printed.log"


@dataclass
class Stage:
    """Everything that one tour set up; ``close`` takes it down again, whatever happened."""

    work: Path
    pictures: Path
    hands: list[str]
    on_display: bool = False
    begun: float = field(default_factory=time.time)
    _closers: list[Callable[[], object]] = field(default_factory=list)

    def prepare(self) -> None:
        """Begin with empty folders."""
        for folder in (self.work, self.pictures):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)

    def open_centre(self) -> CentreProcess:
        """Start the central server with its demonstration."""
        centre = CentreProcess(self.work / "centre", PROJECT)
        self._closers.append(centre.close)
        centre.start()
        return centre

    def place(self, name: str, centre: CentreProcess) -> StationPlace:
        """Set up a PC: its folders, its line, its keychain, and what State IT writes for it."""
        folder = self.work / name
        for part in ("home", "tmp", "run"):
            (folder / part).mkdir(parents=True, mode=0o700)
        relay = Relay(centre.port)
        self._closers.append(relay.close)
        environment = self._environment(folder)
        session = None
        if keychain.available():
            session = keychain.KeychainSession()
            self._closers.append(session.close)
            session.start(environment, folder / "tmp" / "keychain.log")
            environment |= session.environment
        place = StationPlace(name, folder, relay, environment, session)
        config.write(
            place.profile,
            centre_url=f"https://127.0.0.1:{relay.port}",
            ca_file=centre.ca_file,
            password_only=session is None,
        )
        choices = '{"scrolling": false}'  # a row that moves away is no place to click
        (place.profile / "face.json").write_text(choices, "utf-8")
        return place

    def start(self, place: StationPlace) -> StationProcess:
        """Start the station's program."""
        arguments = ["run", "--profile", str(place.profile)]
        station = StationProcess(
            self.hands, arguments, environment=place.environment, log=place.log, folder=place.folder
        )
        self._closers.append(station.close)
        return station

    def close(self) -> None:
        """End what was started, last first."""
        while self._closers:
            self._closers.pop()()

    def _environment(self, folder: Path) -> dict[str, str]:
        """Give a PC's environment: nothing of this machine's but where its programs are."""
        kept = {name: os.environ[name] for name in KEPT_FROM_OUTSIDE if name in os.environ}
        screen = {name: os.environ[name] for name in DISPLAY if name in os.environ}
        if "WAYLAND_DISPLAY" in screen and "XDG_RUNTIME_DIR" in os.environ:  # a path of the user's, not the PC's
            screen["WAYLAND_DISPLAY"] = str(Path(os.environ["XDG_RUNTIME_DIR"], screen["WAYLAND_DISPLAY"]))
        unseen = {"QT_QPA_PLATFORM": f"offscreen:configfile={self._screen()}"}
        home = folder / "home"
        return {
            **kept,
            **(screen if self.on_display else unseen),
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_STATE_HOME": str(home / ".local" / "state"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "TMPDIR": str(folder / "tmp"),
            **({"PYTHONPATH": str(PROJECT)} if self.hands == from_source() else {}),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "default",
            "PYTHONFAULTHANDLER": "1",
        }

    def _screen(self) -> Path:
        """Write down the unseen screen: as large as a station's own."""
        path = self.work / "screen.json"
        path.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [SCREEN]}), "ascii")
        return path


def from_source() -> list[str]:
    """Give the command that runs the station's program with hands, from these sources."""
    return [sys.executable, "-m", "benchmarks.tour.station"]
