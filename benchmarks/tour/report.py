"""What the tour says: one line a step as it is seen, and one line of JSON at the end."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any

from benchmarks.tour.process import StepFailedError

HEADING = "Station Client, driven by key and mouse: "
VERSIONS = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "requests", "msgspec", "litestar")


@dataclass
class Step:
    """One step: what was observed goes into ``facts`` (for machines) and ``says`` (for people)."""

    number: int
    name: str
    ok: bool = False
    seconds: float = 0.0
    facts: dict[str, Any] = field(default_factory=dict)
    says: list[str] = field(default_factory=list)

    def saw(self, said: str = "", **facts: object) -> None:
        """Note something that was observed."""
        self.facts |= facts
        if said:
            self.says.append(said)


@dataclass
class Report:
    """The whole tour's account."""

    name: str
    facts: dict[str, Any] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    goals: list[dict[str, Any]] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    failure: str = ""

    @contextmanager
    def step(self, number: int, name: str) -> Iterator[Step]:
        """Time one step and print its line; what it raises is kept as the tour's failure and raised on."""
        step = Step(number, name)
        self.steps.append(step)
        begun = time.monotonic()
        try:
            yield step
            step.ok = True
        except (StepFailedError, AssertionError) as failed:
            self.failure = f"step {number} ({name}): {failed}"
            raise StepFailedError(self.failure) from failed
        finally:
            step.seconds = round(time.monotonic() - begun, 2)
            mark = "✓" if step.ok else "✗"
            print(f"{mark} {number}. {name} [{step.seconds:.1f} s]: {'; '.join(step.says)}", flush=True)

    def goal(self, what: str, *, goal: float, value: float, unit: str, at_most: bool = True) -> None:
        """Note a figure against its goal."""
        met = value <= goal if at_most else value >= goal
        self.goals.append({"what": what, "goal": goal, "value": round(value, 3), "unit": unit, "met": met})

    def close(self) -> bool:
        """Print the last line; True when every step was verified."""
        ok = bool(self.steps) and all(step.ok for step in self.steps) and not self.failure
        if self.failure:
            print(f"The tour stopped: {self.failure}", flush=True)
        for missing in self.not_run:
            print(f"Not run: {missing}", flush=True)
        steps = [
            {"step": step.number, "name": step.name, "ok": step.ok, "seconds": step.seconds, **step.facts}
            for step in self.steps
        ]
        line = {
            "ok": ok,
            "failure": self.failure,
            **self.facts,
            "steps": steps,
            "goals": self.goals,
            "not_run": self.not_run,
            "versions": versions(),
        }
        print(f"{self.name}: {json.dumps(line, ensure_ascii=False, default=str)}", flush=True)
        return ok


def versions() -> dict[str, str]:
    """Name the versions that the figures belong to."""
    found = {"python": platform.python_version(), "system": platform.platform(terse=True)}
    for name in ("station-client", *VERSIONS):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found
