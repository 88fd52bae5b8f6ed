"""``python -m benchmarks.tour``: what ``make demo`` runs. With a display it opens the window for the user."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

from benchmarks.tour import case, delivery, disk, files, offline, opening, other_station, own_hands
from benchmarks.tour.play import Play
from benchmarks.tour.process import StepFailedError
from benchmarks.tour.report import HEADING, Report, Step
from benchmarks.tour.stage import PROJECT, Stage, from_source

Act = Callable[[Play, Step], None]
STEPS: tuple[tuple[str, Act], ...] = (
    ("The centre starts", opening.start_centre),
    ("First sign-in, first sync, dashboard", opening.first_sign_in),
    ("No line: sign in again, write an alert with five files", offline.write_offline),
    ("Killed with the draft open, started again", offline.survive_kill),
    ("Submitted with no line; bad files refused", offline.submit_offline),
    ("The line returns: outbox, progress, receipt", delivery.deliver),
    ("Station B: sync, files, four searches, FIR, print", other_station.read_elsewhere),
    ("Nothing in clear on either disk", disk.search_disks),
)
WHOLE_SECONDS = 180.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the tour, or set the stage for the user; 0 only when each step was verified."""
    asked = _parser().parse_args(argv)
    on_display = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    hands = [str(asked.frozen / "station-hands")] if asked.frozen else from_source()
    signal.signal(signal.SIGTERM, _leave)
    stage = Stage(asked.work.resolve(), asked.pictures.resolve(), hands, on_display=on_display)
    try:
        stage.prepare()
        if on_display and not asked.drive and not asked.frozen:
            return own_hands.leave_to_user(stage)
        return _drive(stage, asked)
    except KeyboardInterrupt:
        return 130
    finally:
        stage.close()


def _drive(stage: Stage, asked: argparse.Namespace) -> int:
    first, last = asked.steps
    report = Report("demo")
    report.facts = {
        "seed": case.SEED,
        "display": stage.on_display,
        "frozen": bool(asked.frozen),
        "steps_asked": asked.steps,
    }
    made = files.make(stage.work / "stick-of-a", case.SEED)
    chosen = files.from_folder(asked.attachments, made) if asked.attachments else made
    play = Play(stage, report, chosen)
    where = "on the display" if stage.on_display else "offscreen"
    what = "the frozen program" if asked.frozen else "the program from source"
    print(f"{HEADING}{what}, {where}; pictures in {stage.pictures.name}/", flush=True)
    begun = time.monotonic()
    try:
        for number, (name, act) in enumerate(STEPS[:last], start=1):
            with report.step(number, name) as step:
                act(play, step)
    except StepFailedError:
        report.not_run += [f"step {at}: {name}" for at, (name, _) in enumerate(STEPS, 1) if at > len(report.steps)]
    else:
        report.not_run += [f"step {at}: {name} (not asked for)" for at, (name, _) in enumerate(STEPS, 1) if at > last]
        if first > 1:
            report.facts["prelude"] = list(range(1, first))
    seconds = time.monotonic() - begun
    report.facts["seconds"] = round(seconds, 1)
    report.facts["pictures"] = play.pictures
    report.goal("the whole tour", goal=WHOLE_SECONDS, value=seconds, unit="s")
    return 0 if report.close() else 1


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Go by the same way as Ctrl+C, so that every process that was started is ended."""
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.tour", description=__doc__)
    parser.add_argument("--attachments", type=_folder, metavar="DIR", help="take the officer's files from here")
    parser.add_argument("--drive", action="store_true", help="with a display: drive the program there")
    parser.add_argument("--work", type=Path, default=PROJECT / "demo-work", metavar="DIR", help="the two PCs' disks")
    parser.add_argument("--pictures", type=Path, default=PROJECT / "demo-output", metavar="DIR")
    parser.add_argument("--frozen", type=_folder, metavar="DIR", help="drive the frozen program of this folder")
    parser.add_argument("--steps", type=_range, default=(1, len(STEPS)), metavar="2-5", help="up to step 5 only")
    return parser


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        message = f"{text} is not a folder"
        raise argparse.ArgumentTypeError(message)
    return Path(text).resolve()


def _range(text: str) -> tuple[int, int]:
    first, _, last = text.partition("-")
    try:
        steps = int(first), int(last or first)
    except ValueError:
        steps = (0, 0)
    if not 1 <= steps[0] <= steps[1] <= len(STEPS):
        message = f"write it as 2-5, from 1 to {len(STEPS)}"
        raise argparse.ArgumentTypeError(message)
    return steps


if __name__ == "__main__":
    sys.exit(main())
