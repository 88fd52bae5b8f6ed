"""Train the wire's dictionary on made-up records, or measure: ``python -m benchmarks.dictionary [--write]``.

The same seed gives the same file with the same version of zstd. What is measured comes of another seed, so that no
name, place or coined word of it was in the training.
"""

from __future__ import annotations

import argparse
import json
import statistics
from itertools import islice
from pathlib import Path

import zstandard

from benchmarks.dictionary.records import made_up
from sync.protocol import dictionary
from sync.protocol.columns import to_columns
from sync.protocol.frames import HEADER
from sync.protocol.packing import Dictionary, Packer, packed
from sync.protocol.records import Record

FOLDER = Path(dictionary.__file__).parent / "dictionaries"
TRAINED_ON, MEASURED_ON = 99, 1
DICTIONARY_BYTES = 110 * 1024
SAMPLES = ((1, 3), (5, 30), (20, 100))  # rows of a sample, rows from one sample to the next
LEVEL = 19
ROWS = 10_000
FRAMES = (100, 500, *([1000] * 10))
MOST_OF_FLOOR = 1.2


def train() -> bytes:
    """Give a dictionary for small frames of alerts and FIRs."""
    known = list(made_up(seed=TRAINED_ON, rows=6000, firs=True))
    samples: list[bytes | bytearray | memoryview] = [
        to_columns(known[at : at + rows]) for rows, step in SAMPLES for at in range(0, len(known), step)
    ]
    return zstandard.train_dictionary(DICTIONARY_BYTES, samples, level=LEVEL).as_bytes()


def measure() -> dict[str, object]:
    """Weigh the same alerts as one stream, as a snapshot and as frames, headers included."""
    alerts = list(made_up(seed=MEASURED_ON, rows=ROWS, firs=False))
    left = iter(alerts)
    frames = [to_columns(rows) for rows in (list(islice(left, size)) for size in FRAMES) if rows]
    trained = dictionary.dictionary(dictionary.newest())
    window = Packer(LEVEL)
    heads = HEADER.size * len(frames)
    floor = len(packed(to_columns(alerts), LEVEL))
    carried = sum(len(window.add(one)) for one in frames) + heads
    alone = sum(len(packed(one, LEVEL, trained)) for one in frames) + heads
    singles = [len(packed(to_columns([one]), LEVEL, trained)) + HEADER.size for one in alerts[:400]]
    fifty = _frame(alerts[:50], trained)
    return {
        "rows": ROWS,
        "dictionary": dictionary.newest(),
        "floor_bytes": floor,
        "snapshot_bytes": carried,
        "stream_bytes": alone,
        "single_alert_bytes": statistics.median(singles),
        "fifty_alerts_bytes": fifty,
        "goals": [
            _goal("first sync from a snapshot, of the floor", MOST_OF_FLOOR, round(carried / floor, 3), "times"),
            _goal("first sync from the stream, of the floor", MOST_OF_FLOOR, round(alone / floor, 3), "times"),
            _goal("50 new alerts", 8192, fifty, "bytes"),
        ],
    }


def _frame(rows: list[Record], trained: Dictionary | None) -> int:
    return len(packed(to_columns(rows), LEVEL, trained)) + HEADER.size


def _goal(what: str, most: float, value: float, unit: str) -> dict[str, object]:
    return {"what": what, "goal": f"<= {most}", "value": value, "unit": unit, "met": value <= most}


def main() -> None:
    """Write the dictionary where it is asked for; measure in any case."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="train, and put the file in its place")
    if asked.parse_args().write:
        data = train()
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{dictionary.name_of(data)}{dictionary.SUFFIX}").write_bytes(data)
        dictionary.installed.cache_clear()
    print("dictionary:", json.dumps(measure()))


if __name__ == "__main__":
    main()
