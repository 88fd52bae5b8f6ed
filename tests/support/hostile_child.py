"""A station's line in a process of its own, against a hostile end: says what it met and how much memory that took.

Standard input brings one JSON line: the end's address and authority, and what to ask.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

from station_client.errors import StationError
from sync.https import HttpsTransport
from sync.https.transport import Patience

ASKED: dict[str, Callable[[HttpsTransport], object]] = {
    "health": lambda line: line.health(),
    "news": lambda line: line.wait("token", since=0, seconds=1),
    "feed": lambda line: list(line.feed("token", since=0, dictionary="")),
    "blob": lambda line: sum(len(one) for one in line.get_blob("token", sha256="0" * 64, offset=100)),
}


def memory() -> int:
    """Give the most memory that this process ever had, in bytes."""
    status = Path("/proc/self/status").read_text("ascii")
    (line,) = (one for one in status.splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def main() -> None:
    """Warm up on a first failure, ask, and tell."""
    given = json.loads(sys.stdin.readline())
    line = HttpsTransport(
        given["url"], ca_file=Path(given["authority"]), patience=Patience(silence=3, message=3, blob=3)
    )
    with contextlib.suppress(StationError):
        line.summary("token", cursor=0)
    before, met = memory(), "nothing"
    try:
        ASKED[given["ask"]](line)
    except StationError as wrong:
        met = type(wrong).__name__
    print(json.dumps({"met": met, "grown": memory() - before}))  # noqa: T201 it is what the test reads
    line.close()


if __name__ == "__main__":
    main()
