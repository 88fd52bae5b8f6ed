"""From many trials to figures: medians over the seeds, the ratio to the floor, the goals, and who was faster."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import Any, Final

from benchmarks.sync.works import WORKS, Goal, Work

Facts = dict[str, Any]
OURS: Final = "station"
NEVER: Final = "never"
MEDIANS: Final = (
    *("seconds", "first_rows_s", "moving_after_s", "sent_again_kb", "total_kb", "hour_kb", "cpu_percent"),
    *("centre_cpu_percent", "alerts_per_s", "peak_mb", "floor_s"),
)
AHEAD_OF_PEERS: Final = ("first-sync", "first-sync-cut", "first-sync-poor")


def table(trials: Iterable[Facts]) -> Facts:
    """Give the figures of each work and of each who did it."""
    grouped: dict[tuple[str, str], list[Facts]] = {}
    for one in trials:
        grouped.setdefault((one["work"], one["who"]), []).append(one)
    found: Facts = {}
    for work in WORKS:
        rows = {who: _figures(work, seen) for (name, who), seen in grouped.items() if name == work.name}
        if rows:
            found[work.name] = rows
    return found


def goals(figures: Facts) -> list[Facts]:
    """Hold the station's figures to their goals, and to the best peer's."""
    held: list[Facts] = []
    for work in WORKS:
        rows = figures.get(work.name, {})
        ours = rows.get(OURS)
        if ours is None:
            continue
        held += [_held(work, goal, ours) for goal in work.goals]
        if work.name in AHEAD_OF_PEERS:
            peers = {who: row["seconds"] for who, row in rows.items() if who != OURS and row["seconds"] != NEVER}
            if peers:
                best = min(peers, key=lambda who: float(peers[who]))
                held.append(_row(f"{work.name}: ahead of the best peer ({best})", ours["seconds"], peers[best], "s"))
    return held


def _figures(work: Work, seen: list[Facts]) -> Facts:
    figures: Facts = {"seeds": sorted(one["seed"] for one in seen), "link": seen[0]["link"]}
    figures["line"] = str(work.line) if work.line else "none"
    for name in MEDIANS:
        values = [one.get(name) for one in seen]
        if any(name in one for one in seen):
            figures[name] = _median(values)
    for way in ("up", "down"):
        if way in seen[0]:
            figures[f"{way}_kb"] = round(median(one[way]["bytes"] for one in seen) / 1000, 1)
    floor, wall = figures.get("floor_s"), figures.get("seconds")
    if isinstance(floor, float) and isinstance(wall, float):
        figures["ratio"] = round(wall / floor, 3)
        if work.cut_seconds:
            figures["ratio_without_cut"] = round((wall - work.cut_seconds) / (floor - work.cut_seconds), 3)
    warnings = sorted({text for one in seen for text in one.get("warnings", ())})
    return figures | ({"warnings": warnings} if warnings else {})


def _median(values: list[Any]) -> float | str:
    """Give the median; what never came counts as longer than anything."""
    middle = median(float("inf") if one is None else float(one) for one in values)
    return NEVER if middle == float("inf") else round(middle, 3)


def _held(work: Work, goal: Goal, ours: Facts) -> Facts:
    value = ours.get(goal.figure, NEVER)
    return _row(f"{work.name}: {goal.figure}", value, goal.bound, goal.unit, at_most=goal.at_most)


def _row(what: str, value: float | str, goal: float, unit: str, *, at_most: bool = True) -> Facts:
    met = not isinstance(value, str) and (value <= goal if at_most else value >= goal)
    return {"what": what, "goal": goal, "value": value, "unit": unit, "met": met}
