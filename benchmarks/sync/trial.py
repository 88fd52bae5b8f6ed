"""One work, done once by the station's own program; what it took stands beside the floor."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.sync import records
from benchmarks.sync.centre import RunningCentre, run, take_in
from benchmarks.sync.link import Link
from benchmarks.sync.pc import Pc
from benchmarks.sync.relay import DOWN, UP, Cut
from benchmarks.sync.works import DRAFTS, FILE_SIDE, FILES, IDLE_SECONDS, NEW_ROWS, Kind, Work

Facts = dict[str, Any]
QUICK_SECONDS = 240.0
URGENT_AFTER_SECONDS = 12.0
SETTLE_SECONDS = 3.0


class Trials:
    """A link and a centre, used for every seed of one work; each seed has a station of its own."""

    def __init__(self, link: Link, work: Work, *, template: Path, head: int, payload: int) -> None:
        """Serve a copy of the filled centre; ``payload`` is the floor's bytes of a first sync."""
        self._link = link
        self._work = work
        self._head = head
        self._payload = payload
        self._folder = tempfile.TemporaryDirectory(prefix="bench-sync-centre-")
        link.shape(None)
        self.centre = RunningCentre(link, template, Path(self._folder.name) / "centre")
        self._warm = work.kind is Kind.APPLY

    def run(self, seed: int) -> Facts:
        """Do the work once."""
        self._link.shape(None)
        self._warm_up()
        with Pc(self._link, self.centre) as pc:
            did = {
                Kind.PULL: self._pull,
                Kind.DELTA: self._delta,
                Kind.DRAFTS: self._drafts,
                Kind.FILES: self._files,
                Kind.URGENT: self._urgent,
                Kind.IDLE: self._idle,
                Kind.APPLY: self._apply,
            }[self._work.kind](pc, seed)
            return did | {"station": pc.ask("usage")}

    def close(self) -> None:
        """Stop the centre."""
        self.centre.close()
        self._folder.cleanup()

    def _warm_up(self) -> None:
        """Let another station sync first: the centre serves many, and what it packs once is packed."""
        if not self._warm:
            self._warm = True
            with Pc(self._link, self.centre) as other:
                other.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)
            if self._work.kind is Kind.PULL:  # a busy machine may be minutes at it: until then the feed is sent instead
                run("snapshots", "--folder", str(self.centre.folder), records.offices()[0].state_code)

    def _ready(self, pc: Pc, seed: int, cut: Cut | None = None) -> None:
        """Pause, let what is under way end, and make the line what it is to be."""
        pc.ask("pause")
        time.sleep(SETTLE_SECONDS)
        self._link.shape(self._work.line, seed, cut)

    def _cut(self, way: str, payload: int) -> Cut | None:
        if not self._work.cut_seconds:
            return None
        return Cut(way, payload // 2, self._work.cut_seconds, new_address=self._work.new_address)

    def _pull(self, pc: Pc, seed: int) -> Facts:
        self._ready(pc, seed, self._cut(DOWN, self._payload))
        return pc.ask("pull", cursor=self._head, seconds=self._work.patience) | measured(
            self._link, self._work, self._payload, DOWN
        )

    def _delta(self, pc: Pc, seed: int) -> Facts:
        pc.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)
        pc.ask("pause")
        fresh = records.alerts(NEW_ROWS, seed=1000 + seed)
        self._head += take_in(self.centre.folder, fresh)
        self._ready(pc, seed)
        return pc.ask("pull", cursor=self._head, seconds=self._work.patience) | measured(
            self._link, self._work, 0, DOWN
        )

    def _drafts(self, pc: Pc, seed: int) -> Facts:
        pc.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)
        pc.ask("pause")
        items = pc.ask("write", texts=records.texts(DRAFTS, seed=seed))["items"]
        self._ready(pc, seed)
        self._head += DRAFTS
        sent = pc.ask("send", items=items, complete=False, seconds=self._work.patience)
        return sent | measured(self._link, self._work, 0, UP)

    def _files(self, pc: Pc, seed: int) -> Facts:
        pc.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)
        pc.ask("pause")
        held = pc.ask("attach", count=FILES, side=FILE_SIDE, seed=seed)
        self._ready(pc, seed, self._cut(UP, held["bytes"]))
        self._head += 1
        sent = pc.ask("send", items=held["items"], complete=True, seconds=self._work.patience)
        found = sent | measured(self._link, self._work, held["bytes"], UP)
        return found | {"sent_again_kb": round((found["up"]["written"] - held["bytes"]) / 1000, 1)}

    def _urgent(self, pc: Pc, seed: int) -> Facts:
        pc.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)
        pc.ask("pause")
        held = pc.ask("attach", count=1, side=FILE_SIDE, seed=seed)
        self._ready(pc, seed)
        self._head += 2
        sent = pc.ask("send", items=held["items"], complete=True, seconds=URGENT_AFTER_SECONDS)
        before = self._link.counted()[UP]["payload"]
        found = pc.ask("urgent", seconds=150)
        under_way = sent["seconds"] is None and before > URGENT_AFTER_SECONDS * 2000
        warnings = [] if under_way else ["no upload was running when the High Alert was written"]
        return found | measured(self._link, self._work, 0, UP) | {"warnings": warnings}

    def _idle(self, pc: Pc, seed: int) -> Facts:
        pc.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)
        self._ready(pc, seed)
        pc.ask("pull", cursor=self._head, seconds=QUICK_SECONDS)  # its connections are made on this line; it stays open
        time.sleep(SETTLE_SECONDS)
        before, centre = pc.ask("usage"), self.centre.cpu_seconds()
        self._link.shape(self._work.line, seed)
        time.sleep(IDLE_SECONDS)
        counted, after = self._link.counted(), pc.ask("usage")
        took = after["at"] - before["at"]
        total = counted[UP]["bytes"] + counted[DOWN]["bytes"]
        return {
            "seconds": round(took, 1),
            "hour_kb": round(total / 1000 * 3600 / took, 1),
            "cpu_percent": round((after["cpu_s"] - before["cpu_s"]) / took * 100, 3),
            "centre_cpu_percent": round((self.centre.cpu_seconds() - centre) / took * 100, 3),
            "scaled_from_s": round(took),
            **counted,
        }

    def _apply(self, pc: Pc, seed: int) -> Facts:
        del seed
        found = pc.ask("pull", cursor=self._head, seconds=self._work.patience)
        if found["seconds"]:
            found["alerts_per_s"] = round(self._work.rows / found["seconds"])
        return found | {"peak_mb": pc.ask("usage")["peak_mb"], "line": "none: the loopback's own speed"}


def measured(link: Link, work: Work, payload: int, way: str) -> Facts:
    """Read the line's counters, and say what the cut did and what the floor is."""
    counted, story = link.counted(), link.story()
    facts: Facts = {UP: counted[UP], DOWN: counted[DOWN], "way": way}
    facts["total_kb"] = round((counted[UP]["bytes"] + counted[DOWN]["bytes"]) / 1000, 1)
    if payload and work.line is not None:
        facts["floor_bytes"] = payload
        facts["floor_s"] = round(payload / work.line.bytes_per_second + work.cut_seconds, 2)
    if work.cut_seconds:
        moving = story.moving_at is not None and story.back_at is not None
        facts["warnings"] = [] if story.cut_at is not None else ["the cut never came: nothing of this trial counts"]
        facts["moving_after_s"] = round((story.moving_at or 0) - (story.back_at or 0), 2) if moving else None
    return facts
