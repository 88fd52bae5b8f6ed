"""After a sync: does this PC hold what the centre counts? Pure; the copy and the centre each bring their own sum."""

from __future__ import annotations

from station_client.store.replica.tally import Tally
from sync.protocol.feed import Summary


def difference(summary: Summary, tally: Tally) -> str:
    """Say in what the copy differs from what it must hold; empty where it does not."""
    wanted = {kind: count for kind, count in summary.counts.items() if count}
    if wanted != dict(tally.counts):
        kinds = sorted(wanted.keys() | tally.counts.keys())
        said = (f"{kind} {tally.counts.get(kind, 0)} of {wanted.get(kind, 0)}" for kind in kinds)
        return f"counts: {', '.join(said)}"
    if summary.digest != f"{tally.digest:032x}":
        return "the digest"
    return ""
