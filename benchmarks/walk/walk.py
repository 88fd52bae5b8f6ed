"""One walk through the program: what the fingers do, what the ear hears, and what the centre then holds."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.tour.centre import CentreProcess
from benchmarks.tour.files import make
from benchmarks.tour.process import StepFailedError
from benchmarks.tour.stage import Stage
from benchmarks.walk.ear import Ear, Heard, NotHeardError
from benchmarks.walk.fingers import Fingers
from benchmarks.walk.screen import Screen

OFFICER: Final = "si.rampur"
PATIENCE: Final = 60.0
SEED: Final = 20260102
HEARD: Final = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "C.UTF-8"}


@dataclass
class Walk:
    """A screen, a centre, one PC with its program in Hindi; ``close`` ends them all."""

    stage: Stage
    screen: Screen = field(default_factory=Screen)
    pictures: int = 0
    written: str = ""
    _program: subprocess.Popen[bytes] | None = None

    def open(self) -> None:
        """Start screen, centre and program; the window is up when this returns."""
        self.screen.open()
        os.environ["DISPLAY"] = self.screen.name  # the stage hands the display on to its PC
        self.stage.prepare()
        self.centre: CentreProcess = self.stage.open_centre()
        place = self.stage.place("station", self.centre)
        (place.profile / "face.json").write_text('{"scrolling": false, "language": "hi"}', "utf-8")
        self.file = make(self.stage.work / "stick", SEED).good[0]
        environment = {**place.environment, **HEARD}
        with place.log.open("ab") as log:
            command = [sys.executable, "-m", "station_client", "run", "--profile", str(place.profile)]
            self._program = subprocess.Popen(command, env=environment, cwd=place.folder, stdout=log, stderr=log)
        self.fingers = Fingers(self.screen.name)
        self.until(lambda: "Station Client" in self.fingers.title(), "the program's window")
        self.ear = Ear(environment["DBUS_SESSION_BUS_ADDRESS"])

    def close(self) -> None:
        """End the program, the centre and the screen."""
        if self._program is not None:
            self._program.terminate()
            self._program.wait(timeout=30)
        self.stage.close()
        self.screen.close()

    def until(self, true: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
        """Wait until it is so."""
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                self.picture("not seen")
                raise StepFailedError(f"not within {seconds:.0f} s: {what}")
            time.sleep(0.1)

    def stand_on(self, words: str, *, keys: str = "") -> Heard:
        """Press ``keys``, then wait until what has the focus is heard with these words."""
        if keys:
            self.fingers.press(keys)
        heard: list[Heard] = []

        def here() -> bool:
            focused = self.ear.focused()
            if focused is not None and words in f"{focused.name} {focused.description}":
                heard.append(focused)
            return bool(heard)

        self.until(here, f"the focus on “{words}” (it is on “{self._where()}”)", seconds=15)
        return heard[0]

    def write(self, text: str, into: Heard) -> None:
        """Type a text and read it back by ear."""
        self.fingers.write(text)
        self.until(lambda: self.ear.text(into) == text, f"“{text}” in {into.name}", seconds=15)

    def wait(self, words: str, seconds: float = PATIENCE) -> Heard:
        """Wait until something says these words."""
        try:
            return self.ear.wait(words, seconds=seconds)
        except NotHeardError as missing:
            self.picture("not heard")
            raise StepFailedError(str(missing)) from missing

    def picture(self, title: str) -> None:
        """Take a picture of the screen."""
        self.pictures += 1
        self.screen.picture(self.stage.pictures / f"{self.pictures:02d} {title}.png")

    def at_centre(self, record_number: str) -> dict[str, object]:
        """Read what the centre holds under this number, out of its own database."""
        place = Path(self.centre.folder, "centre.db")
        with contextlib.closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as database:
            item = database.execute(
                "SELECT item_id, author, complete_at FROM items WHERE record_number = ?", (record_number,)
            ).fetchone()
            if item is None:
                raise StepFailedError(f"the centre has no {record_number}")
            files = database.execute("SELECT sha256, verified FROM item_files WHERE item_id = ?", (item[0],)).fetchall()
        return {"author": item[1], "complete": bool(item[2]), "files": [(one[0], bool(one[1])) for one in files]}

    def _where(self) -> str:
        focused = self.ear.focused()
        return focused.name if focused else "nothing"
