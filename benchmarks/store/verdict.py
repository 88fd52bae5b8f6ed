"""The figures against their goals, and what was not measured."""

from __future__ import annotations

from typing import Any, Final

MILLION: Final = 1_000_000
LARGEST: Final = 6_500_000
QUERY_MS: Final = 50
LARGEST_QUERY_MS: Final = 100
DEARER: Final = 1.3
ALERTS_PER_S: Final = 8_000
UNLOCK_MS: Final = 500
STEP_MS: Final = 250
MEMORY_MB: Final = 250
RECALL: Final = 0.95

Facts = dict[str, Any]


def ratios(sealed: Facts, plain: Facts, beside: Facts) -> Facts:
    """Say how many times as much the encrypted file costs; ``beside`` are both files' times of each kind of question.

    Taking in is compared by processor time: the two files were filled at different times.
    """
    pace = "alerts_per_cpu_second"
    return {
        "processor time of taking in": _ratio(_ingest(plain)[pace], _ingest(sealed)[pace]),
        "size": _ratio(sealed["size_mb"], plain["size_mb"]),
        "queries, all kinds together (p50)": _together(beside, "p50"),
        "queries, all kinds together (p95)": _together(beside, "p95"),
        "each kind (p50)": {kind: _ratio(one["encrypted"]["p50"], one["plain"]["p50"]) for kind, one in beside.items()},
    }


def goals(rows: int, sealed: Facts, compared: Facts, names: Facts | None) -> list[Facts]:
    """Hold every figure to its goal; ``compared`` is what ``ratios`` gave."""
    most = QUERY_MS if rows <= MILLION else LARGEST_QUERY_MS
    held = [
        _goal(f"query p95 warm: {name}", value=found["p95"], goal=most, unit="ms")
        for name, found in sealed["warm"].items()
    ]
    held += [
        _goal(f"encrypted against plain: {what}", value=value, goal=DEARER, unit="×")
        for what, value in compared.items()
        if not isinstance(value, dict)
    ]
    memory = max(sealed["memory_mb"].values())
    held += [
        _goal("ingest", value=_ingest(sealed)["alerts_per_s"], goal=ALERTS_PER_S, unit="alerts/s", at_most=False),
        _goal("unlock, the slowest", value=max(sealed["unlock_ms"]), goal=UNLOCK_MS, unit="ms"),
        _goal(
            "wait of a writer for a step of merging", value=sealed["merged"]["slowest_step_ms"], goal=STEP_MS, unit="ms"
        ),
        _goal("memory of the process at its peak, without a window", value=memory, goal=MEMORY_MB, unit="MB"),
    ]
    if names is not None:
        held.append(_goal("name recall", value=names["recall"], goal=RECALL, unit="share", at_most=False))
    return held


def not_run(rows: int, *, names: Facts | None) -> list[str]:
    """Name what these figures do not tell."""
    missing = [] if rows >= LARGEST else [f"{LARGEST:,} rows: every query p95 ≤ {LARGEST_QUERY_MS} ms"]
    if rows < MILLION:
        missing.append(f"{MILLION:,} rows: the goals are meant for them; {rows:,} say little")
    if names is None:
        missing.append("name recall: no list was given (NAMES=…)")
    return [*missing, "the window: its memory comes on top", "a turning disk: the figures are of this machine's own"]


def _goal(what: str, *, value: float, goal: float, unit: str, at_most: bool = True) -> Facts:
    met = value <= goal if at_most else value >= goal
    return {"what": what, "goal": goal, "value": value, "unit": unit, "met": met}


def _ingest(facts: Facts) -> Facts:
    """Take the alerts on top of all others, where there were any: the rate of a full copy."""
    return facts.get("on top") or facts["ingest"]  # type: ignore[no-any-return] # a part of what was read


def _ratio(one: float, other: float) -> float:
    return round(one / max(other, 0.01), 2)


def _together(beside: Facts, share: str) -> float:
    encrypted, plain = (sum(float(one[name][share]) for one in beside.values()) for name in ("encrypted", "plain"))
    return _ratio(encrypted, plain)
