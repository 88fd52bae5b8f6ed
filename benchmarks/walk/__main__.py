"""``python -m benchmarks.walk``: what ``make walk`` runs. Pictures are left in ``walk-output``."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

from benchmarks.tour.process import StepFailedError
from benchmarks.tour.report import Report, Step
from benchmarks.tour.stage import PROJECT, Stage
from benchmarks.walk import acts
from benchmarks.walk.walk import Walk

STEPS: tuple[tuple[str, Callable[[Walk, Step], None]], ...] = (
    ("The program starts in Hindi on a bare screen", acts.start),
    ("First sign-in", acts.sign_in),
    ("Every place is heard and reached", acts.hear_places),
    ("An alert is written", acts.write),
    ("It is sent and received", acts.send),
)


def main() -> int:
    """Walk through; 0 only when each step was verified."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    walk = Walk(Stage(PROJECT / "walk-work", PROJECT / "walk-output", [], on_display=True))
    report = Report("walk")
    begun = time.monotonic()
    print("Station Client in Hindi, by keyboard alone, heard over AT-SPI", flush=True)
    try:
        for number, (name, act) in enumerate(STEPS, start=1):
            with report.step(number, name) as step:
                act(walk, step)
    except StepFailedError:
        report.not_run += [name for name, _ in STEPS[len(report.steps) :]]
    finally:
        walk.close()
    report.facts["seconds"] = round(time.monotonic() - begun, 1)
    unreached = next((step.facts["not_by_tab"] for step in report.steps if "not_by_tab" in step.facts), ["not tried"])
    report.goal("focusable widgets that Tab does not come to", goal=0, value=len(unreached), unit="widgets")
    return 0 if report.close() else 1


if __name__ == "__main__":
    sys.exit(main())
