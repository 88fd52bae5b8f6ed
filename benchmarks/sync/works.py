"""The works of the table: what is done, on which line, and what it may cost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from benchmarks.sync.packets import Line


class Kind(StrEnum):
    """What is done."""

    PULL = "pull"
    DELTA = "delta"
    DRAFTS = "drafts"
    FILES = "files"
    URGENT = "urgent"
    IDLE = "idle"
    APPLY = "apply"


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure of a trial and the most (or least) it may be; figures are named in ``verdict``."""

    figure: str
    bound: float
    unit: str
    at_most: bool = True


@dataclass(frozen=True, slots=True)
class Work:
    """One row. ``rows`` alerts are at the centre; a cut of ``cut_seconds`` comes after half of the floor's bytes."""

    name: str
    kind: Kind
    line: Line | None
    goals: tuple[Goal, ...]
    rows: int = 200
    cut_seconds: float = 0.0
    new_address: bool = False
    peers: tuple[str, ...] = ()
    patience: float = 420.0


BASE: Final = Line(256, 400, 1)
POOR: Final = Line(64, 800, 5)
UPLOAD: Final = Line(512, 400, 1)
UPLOAD_POOR: Final = Line(512, 800, 5)
NARROW: Final = Line(64, 400, 1)

PULL_PEERS: Final = ("rsync-zst", "rsync-jsonl", "pouchdb", "rest")
FILE_PEERS: Final = ("tus", "rsync-files", "rest-files")
FILES: Final = 5
FILE_SIDE: Final = 1000  # a PNG of 1000 × 1000 grey pixels of noise has a megabyte
NEW_ROWS: Final = 50
DRAFTS: Final = 200
IDLE_SECONDS: Final = 300.0

_RATIO_UPLOAD: Final = (Goal("ratio", 1.10, "× floor"), Goal("sent_again_kb", 128, "kB"))
_MOVING: Final = Goal("moving_after_s", 3.0, "s")

WORKS: Final = (
    Work(
        "first-sync",
        Kind.PULL,
        BASE,
        (Goal("ratio", 1.2, "× floor"), Goal("first_rows_s", 2.0, "s")),
        10_000,
        peers=PULL_PEERS,
    ),
    Work(
        "first-sync-cut",
        Kind.PULL,
        BASE,
        (Goal("ratio_without_cut", 1.25, "× floor"), _MOVING),
        10_000,
        cut_seconds=20,
        peers=PULL_PEERS,
    ),
    Work("first-sync-poor", Kind.PULL, POOR, (Goal("ratio", 1.4, "× floor"),), 10_000, peers=PULL_PEERS, patience=540),
    Work(
        "delta",
        Kind.DELTA,
        BASE,
        (Goal("seconds", 1.2, "s"), Goal("total_kb", 8, "kB")),
        10_000,
        peers=PULL_PEERS,
    ),
    Work("drafts", Kind.DRAFTS, BASE, (Goal("seconds", 2.5, "s"),), peers=("pouchdb-push", "rest-push")),
    Work("files-cut", Kind.FILES, UPLOAD, (*_RATIO_UPLOAD, _MOVING), cut_seconds=20, peers=FILE_PEERS),
    Work("files-cut-45", Kind.FILES, UPLOAD, (*_RATIO_UPLOAD, _MOVING), cut_seconds=45, peers=FILE_PEERS),
    Work(
        "files-new-address",
        Kind.FILES,
        UPLOAD,
        (*_RATIO_UPLOAD, _MOVING),
        cut_seconds=20,
        new_address=True,
        peers=FILE_PEERS,
    ),
    Work("files-poor", Kind.FILES, UPLOAD_POOR, _RATIO_UPLOAD, peers=FILE_PEERS),
    Work("urgent", Kind.URGENT, NARROW, (Goal("seconds", 3.0, "s"),)),
    Work("idle", Kind.IDLE, BASE, (Goal("hour_kb", 25, "kB an hour"), Goal("cpu_percent", 0.1, "%"))),
    Work(
        "apply",
        Kind.APPLY,
        None,
        (Goal("alerts_per_s", 8_000, "alerts/s", at_most=False), Goal("peak_mb", 250, "MB")),
        100_000,
    ),
)
