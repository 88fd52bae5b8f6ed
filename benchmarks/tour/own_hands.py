"""With a display: the same demonstration, and the window left to the user."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.tour.play import OFFICER_A
from benchmarks.tour.stage import Stage


def leave_to_user(stage: Stage) -> int:
    """Start the centre and one station's program, say how to sign in, and wait until the window is closed."""
    centre = stage.open_centre()
    place = stage.place("station-a", centre)
    note = stage.work / "password"
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as written:
        written.write(centre.passwords[OFFICER_A] + "\n")
    print(f"The window is yours. Sign in as {OFFICER_A}; the password is in {note} (only you can read it).")
    print("The demonstration ends when the window is closed. `make demo TOUR=1` drives it by itself.", flush=True)
    try:
        with place.log.open("ab") as printed:
            return subprocess.run(
                [sys.executable, "-m", "station_client", "run", "--profile", str(place.profile)],
                env=place.environment,
                stdout=printed,
                stderr=printed,
                check=False,
            ).returncode
    finally:
        note.unlink(missing_ok=True)
