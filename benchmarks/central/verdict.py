"""The figures against their goals, and what was not measured."""

from __future__ import annotations

from typing import Any, Final

Facts = dict[str, Any]
FAN_OUT_MS: Final = 2000
POLL_MS: Final = 500
QUESTION_MS: Final = 100
CORES: Final = 2
TENFOLD: Final = 2.0  # a question may cost twice as much where there is ten times as much
SLOW_BY_NATURE: Final = "search: "


def goals(found: Facts, rate: int) -> list[Facts]:
    """Hold every figure to its goal; what was not run has none."""
    held: list[Facts] = []
    if mixed := found.get("mixed"):
        held.append(_goal("mixed requests answered", mixed["answered_per_s"], 0.97 * rate, "1/s", at_most=False))
        held.append(_goal("mixed requests, p99", mixed["all"].get("p99"), POLL_MS, "ms"))
        each = round(sum(mixed["cpu_ms_each"].values()), 2)
        most = round(CORES * 1000 / rate, 2)
        held.append(_goal("processor time of a mixed request, with PostgreSQL's and the load's", each, most, "ms"))
        held.append(_goal("answers that were not 200", sum(mixed["wrong"].values()), 0, ""))
    if waiting := found.get("held"):
        told = waiting["fan_out"]
        held.append(_goal("High Alert: who waits hears of it, p99", told["heard"].get("p99"), FAN_OUT_MS, "ms"))
        held.append(_goal("High Alert: its frame in hand, p99", told["in_hand"].get("p99"), FAN_OUT_MS, "ms"))
        held.append(_goal("who waited and did not hear", told["not_heard"], 0, ""))
    if real := found.get("real"):
        last = real.get("submit_to_store_ms", {}).get("last")
        held.append(_goal("High Alert: from submit to another real station's store, worst", last, FAN_OUT_MS, "ms"))
    for size in found.get("depth", []):
        for name, ms in size["ms"].items():
            what = f"{name}, {size['alerts']} alerts and {size['firs']} FIRs, p95"
            held.append(_goal(what, ms["p95"], QUESTION_MS, "ms"))
    return held


def _goal(what: str, value: float | None, goal: float, unit: str, *, at_most: bool = True) -> Facts:
    met = value is not None and (value <= goal if at_most else value >= goal)
    return {"what": what, "goal": goal, "value": value, "unit": unit, "met": met}
