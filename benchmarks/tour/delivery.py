"""Step 6: the line returns; the outbox empties with progress; the centre's receipt is compared with the files."""

from __future__ import annotations

import re
from datetime import datetime

from benchmarks.tour import files
from benchmarks.tour.play import Play, check
from benchmarks.tour.process import Seen
from benchmarks.tour.report import Step
from station_client.clock import to_ist

SENDING_SECONDS = 3.0
LEAST_RATE = 48 * 1024
RETURN_SECONDS = 60.0
PATIENCE = 12.0
PERCENT = re.compile(r"(\d+) %")


def deliver(play: Play, step: Step) -> None:
    """Give the line back, slow enough to watch, and read the receipt."""
    size = sum(path.stat().st_size for path in play.brought)
    rate = max(LEAST_RATE, round(size / SENDING_SECONDS))
    watched, sent = _watch(play, rate)
    rows = [row for one in watched["seen"] for row in one["rows"]]
    percents = sorted({int(found[1]) for row in rows if (found := PERCENT.search(row))})
    check(holds=len(percents) > 1, otherwise=f"no progress was seen, only: {sorted(set(rows))}")
    check(holds=sent >= size, otherwise=f"{sent} bytes went up, though the files have {size}")
    play.receipt = play.station("A").ask("receipt", item=play.items[0])
    _compare(play)
    play.picture("A", "receipt", window="Receipt")
    play.station("A").ask("close-window", title="Receipt")
    play.picture("A", "outbox, received")
    how = "after “Sync now” was pressed" if watched["pressed"] else "by itself"
    step.saw(
        f"line back at {rate / 1000:.0f} kB/s; {len(play.items)} alert(s) out in {watched['seconds']:.1f} s {how}, "
        f"{sent / 1000:.0f} kB up for {size / 1000:.0f} kB of files, progress seen at "
        f"{', '.join(str(one) for one in percents[:8])} %; {_receipt_in_words(play)}; “{watched['status']}”",
        seconds_to_empty=round(watched["seconds"], 2),
        sync_now_pressed=watched["pressed"],
        alerts=len(play.items),
        bytes_up=sent,
        bytes_of_files=size,
        bytes_per_second=rate,
        percents_seen=percents,
        record_number=play.receipt["record_number"],
        received_at=play.receipt["received_at"],
        sha256=[one["sha256"] for one in play.receipt["files"]],
    )
    play.report.goal("bytes sent for each byte of file", goal=1.15, value=sent / size, unit="ratio")


def _watch(play: Play, rate: int) -> tuple[Seen, int]:
    """Give the line back at ``rate`` and watch the outbox empty; tell what was seen and the bytes that went up."""
    station, relay = play.station("A"), play.places["A"].relay
    relay.slow(rate)
    before = relay.carried()
    relay.restore()
    watched = station.ask(
        "watch", items=play.items, patience=PATIENCE, seconds=RETURN_SECONDS, wait=RETURN_SECONDS + 20
    )
    relay.slow(0)
    return watched, relay.carried().up - before.up


def _receipt_in_words(play: Play) -> str:
    receipt = play.receipt
    received = to_ist(datetime.fromisoformat(receipt["received_at"])).strftime("%d/%m/%Y %H:%M:%S IST")
    files_said = f"{len(receipt['files'])} files, every SHA-256 equal to the file's own"
    return f"receipt № {receipt['record_number']} of {received}, {files_said}"


def _compare(play: Play) -> None:
    """Hold the receipt against the officer's own files: the centre computed these hashes itself."""
    receipt = play.receipt
    check(holds=bool(receipt["record_number"]), otherwise="the receipt has no record number")
    check(holds=bool(receipt["complete_at"]), otherwise="the receipt is not complete")
    own = {files.sha256(path) for path in play.brought} & {one["sha256"] for one in play.attached}
    given = {one["sha256"] for one in receipt["files"]}
    check(holds=given == own, otherwise=f"the receipt names {len(given)} hashes, the files have {len(own)} others")
    shown = {cell for row in receipt["table"] for cell in row}
    missing = given - shown
    check(holds=not missing, otherwise=f"{len(missing)} hashes are not shown whole in the receipt's window")
